"""From documents to what a reader sees of them: title and summary with marks, kind, and an address of today."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from portal.search.highlight import highlighted
from portal.search.models import SearchDocument
from portal.search.registry import type_of


@dataclass(frozen=True)
class Hit:
    title: SafeString
    summary: SafeString
    url: str
    kind: str
    language: str
    is_foreign: bool  # in another language than the page around it

    @property
    def lang_attribute(self) -> SafeString:
        return mark_safe(f' lang="{self.language}"') if self.is_foreign else mark_safe("")  # noqa: S308


def hits(documents: list[SearchDocument], language: str, sought: set[str]) -> list[Hit]:
    """Return the hits in the order of the documents, for a reader of `language`; those without an address drop out."""
    urls = _urls(documents, language)
    return [
        Hit(
            title=highlighted(one.title, sought),
            summary=highlighted(one.summary, sought),
            url=urls[one.kind, one.object_id],
            kind=type_of(one.kind).label,
            language=one.language,
            is_foreign=one.language != language,
        )
        for one in documents
        if urls.get((one.kind, one.object_id))
    ]


def _urls(documents, language) -> dict[tuple[str, int], str]:
    by_kind = defaultdict(set)
    for one in documents:
        by_kind[one.kind].add(one.object_id)
    return {
        (kind, key): url
        for kind, keys in by_kind.items()
        for key, url in type_of(kind).addresses(keys, language).items()
    }
