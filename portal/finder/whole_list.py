"""The list without any filter: the same for all readers of a language.

It holds until something is published or expires, or until a day begins. It is the list that is read most and that takes
longest to count. One with a single filter takes from it what the facet of that filter counts, which is all of it again.
"""

from array import array
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Min
from django.utils import timezone

from portal.core import content_version
from portal.core.bilingual import reader_language
from portal.core.moment import today
from portal.finder.counting import Count, Summary


@dataclass(frozen=True)
class WholeList:
    """`keys` are those of all pages; `until` is when the next record expires by the clock."""

    summary: Summary
    keys: array
    day: date
    until: datetime | None

    @property
    def holds(self) -> bool:
        return self.day == today() and (self.until is None or timezone.now() < self.until)


def page_of_whole_list(count: Count, per_page: int) -> Summary:
    """Return what `count` finds, which has no filter."""
    whole, start = _whole_list(count), (count.chosen.page - 1) * per_page
    return replace(whole.summary, keys=list(whole.keys[start : start + per_page]))


def page_with_one_filter(count: Count, facet: str, per_page: int) -> Summary:
    """Return what `count` finds, which has no filter but that of `facet`."""
    unfiltered = type(count)(count.chosen.without(facet), count.vocabulary)
    whole = _whole_list(unfiltered).summary
    count.narrow_to(facet)
    found = count.run(per_page)
    counts, without = {**found.counts, facet: whole.counts[facet]}, {**found.without, facet: whole.total}
    return replace(found, counts=defaultdict(dict, counts), without=without)


def _whole_list(count: Count) -> WholeList:
    name = f"list-{count.records().model._meta.label}-{reader_language()}-{count.chosen.sort}"
    return content_version.memo(name, lambda: _read(count), holds=lambda kept: kept.holds)


def _read(count: Count) -> WholeList:
    until = count.records().aggregate(end=Min("expire_at"))["end"]
    summary = count.run(None)
    return WholeList(replace(summary, keys=[]), array("q", summary.keys), today(), until)
