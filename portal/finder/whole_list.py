"""The list without any filter: the same for all readers of a language until something is published, expires or a day begins.

It is the one that is read most and that takes longest to count.
"""

from array import array
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
    def still_holds(self) -> bool:
        return self.day == today() and (self.until is None or timezone.now() < self.until)


def page_of_whole_list(count: Count, per_page: int) -> Summary:
    """Return what `count` finds, which has no filter."""
    name = f"list-{count.records().model._meta.label}-{reader_language()}-{count.chosen.sort}"
    kept = content_version.memo(name, lambda: _read(count), lambda kept: kept.still_holds)
    start = (count.chosen.page - 1) * per_page
    return replace(kept.summary, keys=list(kept.keys[start : start + per_page]))


def _read(count: Count) -> WholeList:
    until = count.records().aggregate(end=Min("expire_at"))["end"]
    summary = count.run(None)
    return WholeList(replace(summary, keys=[]), array("q", summary.keys), today(), until)
