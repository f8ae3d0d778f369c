"""The results of a search as a page shows them: hits, kinds with counts, a suggested spelling, notices."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.search import missed, selectors
from portal.search.bounds import SearchTimeoutError, time_limit
from portal.search.hits import Hit, hits
from portal.search.models import SearchDocument
from portal.search.parameters import parse_parameters
from portal.search.query import parse
from portal.search.registry import document_types
from portal.search.similar import MOST_CANDIDATES, similar, suggested_spelling

PER_PAGE = 20
MOST_SIMILAR = 5


@dataclass(frozen=True)
class KindChoice:
    label: str
    url: str
    count: int
    is_current: bool


class Results:
    """The results for a query string. `path` is the address of the search in `language`, the reader's."""

    def __init__(self, query: QueryDict, path: str, language: str) -> None:
        self.path, self.language = path, language
        self.parameters = parse_parameters(query)
        self.query = parse(self.parameters.raw)
        self.notices = [*self.parameters.notices, *self.query.notices]
        self.counts: dict[str, int] = {}
        self.hits: list[Hit] = []
        self.similar: list[Hit] = []
        self.suggestion = ""
        self.is_complete = False
        self.page = self._requested_page()
        if self.is_asked:
            self._search()

    @property
    def q(self) -> str:
        return self.parameters.q or ""

    @property
    def is_asked(self) -> bool:
        """Tell whether the reader has typed any text."""
        return bool(self.parameters.raw.strip())

    @property
    def count(self) -> int:
        """Return the number of results of the chosen kind, or of all kinds."""
        kind = self.parameters.kind
        return self.counts.get(kind, 0) if kind else sum(self.counts.values())

    def _search(self) -> None:
        if not self.query.is_searchable:
            self.notices.append(selectors.no_search_word())
            return
        try:
            with time_limit():
                self._find()
                self.is_complete = True
        except SearchTimeoutError as timeout:
            self.notices.append(timeout.notice)

    def _find(self) -> None:
        visible = selectors.visible_documents()
        matches = selectors.matching(self.query, visible)
        self.counts = selectors.counts(matches)
        if self.count:
            self.page = self._requested_page()
            keys = selectors.ordered_keys(matches, self.query, self.language, self.parameters.kind)
            start = (self.page.number - 1) * PER_PAGE
            self.hits = self._hits(list(keys[start : start + PER_PAGE]), visible)
        elif not self.counts:
            self._find_similar(visible)
        if self.parameters.page > self.page.paginator.num_pages:
            message = _("There is no page %(number)s. This is the last one.")
            self.notices.append(message % {"number": self.parameters.page})

    def _find_similar(self, visible: QuerySet[SearchDocument]) -> None:
        documents = list(similar(self.query, visible)[:MOST_CANDIDATES])
        suggestion = suggested_spelling(self.query, documents)
        if suggestion and selectors.matching(parse(suggestion), visible).exists():
            self.suggestion = suggestion
        keys = list(dict.fromkeys(document.key for document in documents))
        self.similar = self._hits(keys[:MOST_SIMILAR], visible)

    def _hits(self, keys: list[str], visible: QuerySet[SearchDocument]) -> list[Hit]:
        documents = selectors.in_readers_language(keys, visible, self.language) if keys else []
        return hits(documents, self.language, self.query.highlight_forms)

    def _requested_page(self) -> Page:
        """Return the page that the address asks for, or the last one there is."""
        return Paginator(range(self.count), PER_PAGE).get_page(self.parameters.page)

    def remember_if_missed(self) -> None:
        """Count the query for the report of editors if it found nothing."""
        if self.is_complete and not self.counts:
            missed.remember(self.query, self.language)

    @property
    def kinds(self) -> list[KindChoice]:
        """Return "Everything" and each kind that has hits, those with most hits first, with links to each."""
        chosen = self.parameters.kind
        everything = KindChoice(_("Everything"), self._url(), sum(self.counts.values()), not chosen)
        kinds = [
            KindChoice(str(document_type.label), self._url(kind=kind), self.counts.get(kind, 0), kind == chosen)
            for document_type in document_types()
            for kind in [document_type.kind]
            if self.counts.get(kind) or kind == chosen
        ]
        return [everything, *sorted(kinds, key=lambda choice: -choice.count)]

    @property
    def suggestion_url(self) -> str:
        return f"{self.path}?{urlencode({'q': self.suggestion})}"

    @property
    def previous_url(self) -> str:
        number = self.page.number
        return self._url(self.parameters.kind, number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self._url(self.parameters.kind, self.page.number + 1) if self.page.has_next() else ""

    def query_string(self, kind: str | None = None, page: int = 1) -> str:
        """Return the canonical query string, without unknown parameters; `kind` defaults to the chosen one."""
        kind = self.parameters.kind if kind is None else kind
        pairs = [("q", self.q)] if self.parameters.q is not None else []
        pairs += [("kind", kind)] if kind else []
        pairs += [("page", str(page))] if page > 1 else []
        return f"?{urlencode(pairs)}" if pairs else ""

    def _url(self, kind: str = "", page: int = 1) -> str:
        return f"{self.path}{self.query_string(kind, page)}"
