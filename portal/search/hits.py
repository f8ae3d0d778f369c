"""From documents to what a reader sees of them: title and summary with marks, kind, and the present address."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from portal.search.highlight import highlighted
from portal.search.models import SearchDocument
from portal.search.registry import get_document_type


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


def hits(documents: list[SearchDocument], language: str, query_forms: set[str]) -> list[Hit]:
    """Return the hits in the order of the documents, for a reader of `language`, without those that have no address."""
    urls = _urls(documents, language)
    return [
        Hit(
            title=highlighted(document.title, query_forms),
            summary=highlighted(document.summary, query_forms),
            url=urls[document.kind, document.object_id],
            kind=str(get_document_type(document.kind).label),
            language=document.language,
            is_foreign=document.language != language,
        )
        for document in documents
        if urls.get((document.kind, document.object_id))
    ]


def _urls(documents: list[SearchDocument], language: str) -> dict[tuple[str, int], str]:
    keys_by_kind = defaultdict(set)
    for document in documents:
        keys_by_kind[document.kind].add(document.object_id)
    return {
        (kind, key): url
        for kind, keys in keys_by_kind.items()
        for key, url in get_document_type(kind).addresses(keys, language).items()
    }
