"""The worklists of everybody who writes: approvals, drafts, dates, checks, translations, links."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar, cast

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState, WorkflowState

from portal.core.admin.checked_filter import NEVER_CHECKED
from portal.core.admin.worklists import Line, Urgency, Worklist
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


def _model(row: dict) -> type[Model]:
    return cast(type[Model], ContentType.objects.get_for_id(row["kind"]).model_class())


def _edit_url(row: dict) -> str:
    return scope.edit_url(_model(row), row["key"])


def _checks(work: Work, limit: int | None) -> tuple[list[Line], int]:
    """Return one line for all that was never checked, one for each overdue check, and the number of both."""
    rows = work.overdue
    never = [row for row in rows if not row["assured_on"]]
    lines = [*_never_checked_line(never), *(_overdue_line(row) for row in rows[len(never) :][:limit])]
    return lines[:limit], len(rows)


def _never_checked_line(rows: list[dict]) -> list[Line]:
    """Return a line that leads to the lists of what was never checked, with the number of each type; none for none."""
    counts = Counter(map(_model, rows)).most_common()
    links = [
        (f"{count} {model._meta.verbose_name_plural}", f"{scope.list_url(model)}{NEVER_CHECKED}")
        for model, count in counts
    ]
    title = gettext("Never checked: %(count)s") % {"count": len(rows)}
    return [Line(title, links[0][1], "", links=tuple(links))] if links else []


def _overdue_line(row: dict) -> Line:
    note = gettext("last checked on %(day)s") % {"day": formats.day(row["assured_on"])}
    confirm_url = reverse("editing_still_correct", args=[row["kind"], row["key"]])
    return Line(row["title"], _edit_url(row), note, confirm_url, _model(row))


def _draft_line(row: dict) -> Line:
    return Line(row["draft_title"], _edit_url(row), _state_of_draft(row), model=_model(row))


def _state_of_draft(row: dict) -> str:
    """Return in words how far a draft is on its way to the public, and since when it waits or until when."""
    if row["scheduled_for"]:
        return gettext("scheduled: goes public on %(moment)s") % {"moment": formats.moment(row["scheduled_for"])}
    since = gettext("since %(moment)s") % {"moment": formats.moment(row["since"])}
    approval = APPROVALS.get(row["approval"], _("not submitted"))
    return f"{approval}, {since}"


def _approval_line(state: TaskState) -> Line:
    revision = state.revision
    model = revision.content_type.model_class()
    url = scope.edit_url(model, revision.object_id)
    author = revision.user.get_username() if revision.user else "–"
    note = gettext("submitted by %(name)s, %(moment)s")
    words = note % {"name": author, "moment": formats.moment(state.started_at)}
    return Line(revision.object_str, url, words, model=model)


def _unscheduled_line(row: dict) -> Line:
    dates = planned_dates(row["planned_start"], row["planned_end"])
    return Line(row["draft_title"], _edit_url(row), dates, model=_model(row))


def planned_dates(start: datetime | None, end: datetime | None) -> str:
    """Return when a draft is to be published and when it is to end, in words."""
    words = []
    if start:
        words.append(gettext("to be published: %(moment)s") % {"moment": formats.moment(start)})
    if end:
        words.append(gettext("to end: %(moment)s") % {"moment": formats.moment(end)})
    return "; ".join(words)


def _link_line(link: LinkCheck) -> Line:
    model = link.content_type.model_class()
    url = scope.edit_url(model, link.object_id)
    return Line(link.title, url, f"{link.address} – {REASONS.get(link.detail, link.detail)}", model=model)


def _translation_line(row: Translation) -> Line:
    return Line(row.title, reverse("translation_compare", args=[row.pk]), str(row.state.label))


def _url(worklist: Worklist) -> str:
    return reverse("editing_worklist", args=[worklist.key])


WORKLISTS = [
    Worklist(
        "approvals",
        _("For you to approve"),
        _("Nothing waits for your approval."),
        _from_query(lambda work: work.approvals, _approval_line),
        _url,
        Urgency.NOW,
    ),
    Worklist(
        "drafts",
        _("Your drafts"),
        _("You have no drafts that are not published."),
        _from_list(lambda work: work.own_drafts, _draft_line),
        _url,
        Urgency.SOON,
    ),
    Worklist(
        "dates",
        _("Dates without effect"),
        _("Every date that was set is scheduled."),
        _from_list(lambda work: work.unscheduled, _unscheduled_line),
        _url,
        Urgency.NOW,
    ),
    Worklist(
        "checks",
        _("To be checked"),
        _("Every check is in time."),
        _checks,
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
        Urgency.SOON,
    ),
]
