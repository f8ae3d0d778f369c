"""The same facts for machines: JSON at the same address (`?format=json`), and JSON-LD inside the page.

Both come from the context of the page, so that they cannot show what the page hides.
"""

import json

from django.http import JsonResponse
from django.utils.safestring import mark_safe

from portal.core.bilingual import LANGUAGES

CONTEXT = "https://schema.org"  # whose words JSON-LD speaks in
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def wants_json(request) -> bool:
    return request.GET.get("format") == "json"


def as_json(data: dict) -> JsonResponse:
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def both(record, field: str) -> dict[str, str]:
    """Return a text by language; a missing English one is missing here, too."""
    texts = {language: getattr(record, f"{field}_{language}") for language in LANGUAGES}
    return {language: value for language, value in texts.items() if value}


def linked(data: dict):
    """Return JSON-LD that may stand inside a `script` element: no text of it can end that element."""
    return mark_safe(json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308


class DataMixin:
    """A page that answers with its `data` where `?format=json` asks for that: stands first among the base classes."""

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        data = (getattr(response, "context_data", None) or {}).get("data")
        return as_json(data) if data and wants_json(request) else response
