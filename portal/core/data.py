"""Machine-readable forms of a page: JSON at the same address (`?format=json`), and JSON-LD inside the page.

Both are made from the context of the page, so that they cannot contain what the page hides.
"""

import json
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.safestring import SafeString, mark_safe

CONTEXT = "https://schema.org"  # the vocabulary of the JSON-LD
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}

if TYPE_CHECKING:
    from wagtail.models import Page as _Base
else:
    _Base = object


def wants_json(request: HttpRequest) -> bool:
    return request.GET.get("format") == "json"


def as_json(data: dict) -> JsonResponse:
    """Return a JSON response that search engines do not index."""
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def json_ld(data: dict) -> SafeString:
    """Return JSON-LD for a `script` element; its texts are escaped so that none can end that element."""
    return mark_safe(json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308


class DataMixin(_Base):
    """Answers `?format=json` with the `data` in the page's context. Has to be the first base class."""

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().serve(request, *args, **kwargs)
        data = (getattr(response, "context_data", None) or {}).get("data")
        return as_json(data) if data and wants_json(request) else response
