"""The worklists of everybody who writes: approvals, drafts, dates, checks, translations, links."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState, WorkflowState

from portal.core.admin.worklists import Line, Worklist
from portal.core.language import formats
from portal.core.rights import scope
from portal.editing.links.answers import REASONS
from portal.editing.models import LinkCheck
from portal.editing.selectors import Work, with_total
from portal.translation.models import Translation

Row = TypeVar("Row", bound=Model)
Find = Callable[[Work, int | None], tuple[list[Line], int]]

APPROVALS = {
    WorkflowState.STATUS_IN_PROGRESS: _("submitted for approval"),
    WorkflowState.STATUS_NEEDS_CHANGES: _("changes are requested"),
}


def _from_list(get_rows: Callable[[Work], list[dict]], get_line: Callable[[dict], Line]) -> Find:
    """Return a `find` for rows that are in memory anyway."""

    def find(work: Work, limit: int | None) -> tuple[list[Line], int]:
        rows = get_rows(work)
        return [get_line(row) for row in rows[:limit]], len(rows)

    return find


def _from_query(get_rows: Callable[[Work], QuerySet[Row]], get_line: Callable[[Row], Line]) -> Find:
    """Return a `find` for a query: the first rows and their total take one."""

    def find(work: Work, limit: int | None) -> tuple[list[Line], int]:
        rows = list(with_total(get_rows(work))[:limit])
        return [get_line(row) for row in rows], rows[0].total if rows else 0

    return find


def _edit_url(row: dict) -> str:
    return scope.edit_url(ContentType.objects.get_for_id(row["kind"]).model_class(), row["key"])


def _overdue_line(row: dict) -> Line:
    checked_on = row["assured_on"]
    if checked_on:
        note = gettext("last checked on %(day)s") % {"day": formats.day(checked_on)}
    else:
        note = gettext("never checked")
    return Line(row["title"], _edit_url(row), note, reverse("editing_still_correct", args=[row["kind"], row["key"]]))


def _draft_line(row: dict) -> Line:
    since = gettext("since %(moment)s") % {"moment": formats.moment(row["since"])}
    approval = APPROVALS.get(row["approval"], _("not submitted"))
    return Line(row["title"], _edit_url(row), f"{approval}, {since}")


def _approval_line(state: TaskState) -> Line:
    revision = state.revision
    url = scope.edit_url(revision.content_type.model_class(), revision.object_id)
    author = revision.user.get_username() if revision.user else "–"
    note = gettext("submitted by %(name)s, %(moment)s")
    return Line(revision.object_str, url, note % {"name": author, "moment": formats.moment(state.started_at)})


def _unscheduled_line(row: dict) -> Line:
    return Line(row["title"], _edit_url(row), planned_dates(row["planned_start"], row["planned_end"]))


def planned_dates(start: datetime | None, end: datetime | None) -> str:
    """Return when a draft is to be published and when it is to end, in words."""
    words = []
    if start:
        words.append(gettext("to be published: %(moment)s") % {"moment": formats.moment(start)})
    if end:
        words.append(gettext("to end: %(moment)s") % {"moment": formats.moment(end)})
    return "; ".join(words)


def _link_line(link: LinkCheck) -> Line:
    url = scope.edit_url(link.content_type.model_class(), link.object_id)
    return Line(link.title, url, f"{link.address} – {REASONS.get(link.detail, link.detail)}")


def _translation_line(row: Translation) -> Line:
    return Line(row.title, row.url, str(row.state.label))


def _url(worklist: Worklist) -> str:
    return reverse("editing_worklist", args=[worklist.key])


WORKLISTS = [
    Worklist(
        "approvals",
        _("For you to approve"),
        _("Nothing waits for your approval."),
        _from_query(lambda work: work.approvals, _approval_line),
        _url,
    ),
    Worklist(
        "drafts",
        _("Your drafts"),
        _("You have no drafts that are not published."),
        _from_list(lambda work: work.own_drafts, _draft_line),
        _url,
    ),
    Worklist(
        "dates",
        _("Dates without effect"),
        _("Every date that was set is scheduled."),
        _from_list(lambda work: work.unscheduled, _unscheduled_line),
        _url,
    ),
    Worklist(
        "checks",
        _("To be checked"),
        _("Every check is in time."),
        _from_list(lambda work: work.overdue, _overdue_line),
        _url,
    ),
    Worklist(
        "translations",
        _("Missing or outdated English"),
        _("All English is up to date."),
        _from_query(lambda work: work.untranslated, _translation_line),
        _url,
    ),
    Worklist(
        "links",
        _("Broken links"),
        _("No broken links are known."),
        _from_query(lambda work: work.broken_links, _link_line),
        _url,
    ),
]
