"""From documents to what a reader sees of them: title and summary with marks, kind, and an address of today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from portal.core.bilingual import other_language
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


def hits(documents: Iterable[SearchDocument], visible: QuerySet, language: str, sought: set[str]) -> list[Hit]:
    """Return the hits in the order of the documents; what has a version in the reader's language is shown in it."""
    documents = _in_own_language(list(documents), visible, language)
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


def _in_own_language(documents, visible, language):
    foreign = [one.key for one in documents if one.language == other_language(language)]
    own = {one.key: one for one in visible.filter(key__in=foreign, language=language)} if foreign else {}
    return [own.get(one.key, one) for one in documents]


def _urls(documents, language) -> dict[tuple[str, int], str]:
    by_kind = defaultdict(set)
    for one in documents:
        by_kind[one.kind].add(one.object_id)
    return {
        (kind, key): url
        for kind, keys in by_kind.items()
        for key, url in type_of(kind).addresses(keys, language).items()
    }
