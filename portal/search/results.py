"""What a search finds, as a page shows it: hits, kinds with counts, what may have been meant, notices."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db import OperationalError
from django.utils.translation import gettext as _

from portal.search import missed, selectors
from portal.search.bounds import bounded
from portal.search.hits import Hit, hits
from portal.search.parameters import parse_parameters
from portal.search.query import parse
from portal.search.registry import types
from portal.search.similar import LOOKED_AT, meant, similar

PER_PAGE = 20
MOST_SIMILAR = 5


@dataclass(frozen=True)
class KindChoice:
    label: str
    url: str
    count: int
    is_current: bool


class CountedPaginator(Paginator):
    """A paginator that knows the count already."""

    def __init__(self, *args, count: int):
        super().__init__(*args)
        self.count = count


class Results:
    """What `query` (a QueryDict) finds. `path` is the address of the search in `language`, that of the reader."""

    def __init__(self, query, path: str, language: str):
        self.path, self.language = path, language
        self.parameters = parse_parameters(query)
        self.query = parse(self.parameters.raw)
        self.notices = [*self.parameters.notices, *self.query.notices]
        self.counts: dict[str, int] = {}
        self.hits: list[Hit] = []
        self.similar: list[Hit] = []
        self.suggestion = ""
        self.is_complete = False
        self.page = self._turn_to()
        if self.is_asked:
            self._search()

    @property
    def q(self) -> str:
        return self.parameters.q or ""

    @property
    def is_asked(self) -> bool:
        """Tell whether somebody has typed something; an empty field asks for nothing."""
        return bool(self.parameters.raw.strip())

    @property
    def count(self) -> int:
        kind = self.parameters.kind
        return self.counts.get(kind, 0) if kind else sum(self.counts.values())

    def _search(self):
        if not self.query.is_searchable:
            self.notices.append(selectors.nothing_to_search())
            return
        try:
            with bounded():
                self._find()
                self.is_complete = True
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != "57014":  # query_canceled
                raise
            self.notices.append(_("This search took too long. Try fewer or longer words."))

    def _find(self):
        visible = selectors.visible()
        found = selectors.matching(self.query, visible)
        self.counts = selectors.counts(found)
        if self.count:
            self.page = self._turn_to()
            ordered = selectors.in_order(found, self.query, self.language, self.parameters.kind)
            start = (self.page.number - 1) * PER_PAGE
            self.hits = self._hits(list(ordered[start : start + PER_PAGE]), visible)
        elif not self.counts:
            self._find_similar(visible)
        if self.parameters.page > self.page.paginator.num_pages:
            message = _("There is no page %(number)s. This is the last one.")
            self.notices.append(message % {"number": self.parameters.page})

    def _find_similar(self, visible):
        alike = list(similar(self.query, visible)[:LOOKED_AT])
        suggestion = meant(self.query, alike)
        if suggestion and selectors.matching(parse(suggestion), visible).exists():
            self.suggestion = suggestion
        keys = list(dict.fromkeys(document.key for document in alike))
        self.similar = self._hits(keys[:MOST_SIMILAR], visible)

    def _hits(self, keys: list[str], visible) -> list[Hit]:
        documents = selectors.in_readers_language(keys, visible, self.language) if keys else []
        return hits(documents, self.language, self.query.sought)

    def _turn_to(self):
        return CountedPaginator((), PER_PAGE, count=self.count).get_page(self.parameters.page)

    def remember_if_missed(self):
        """Let editors know of a query that found nothing."""
        if self.is_complete and not self.counts:
            missed.remember(self.query, self.language)

    @property
    def kinds(self) -> list[KindChoice]:
        """Return "all" and each kind that has hits, most of them first, with the address that shows it alone."""
        chosen = self.parameters.kind
        every = KindChoice(_("Everything"), self._url(), sum(self.counts.values()), not chosen)
        some = [
            KindChoice(str(one.label), self._url(kind=one.kind), self.counts.get(one.kind, 0), one.kind == chosen)
            for one in types()
            if self.counts.get(one.kind) or one.kind == chosen
        ]
        return [every, *sorted(some, key=lambda one: -one.count)]

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
        """Return the canonical query: known parameters only."""
        kind = self.parameters.kind if kind is None else kind
        pairs = [("q", self.q)] if self.parameters.q is not None else []
        pairs += [("kind", kind)] if kind else []
        pairs += [("page", page)] if page > 1 else []
        return f"?{urlencode(pairs)}" if pairs else ""

    def _url(self, kind: str = "", page: int = 1) -> str:
        return f"{self.path}{self.query_string(kind, page)}"
