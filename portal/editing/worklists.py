"""What waits for an editor, as lists to be shown: some lines on the start page, and all of it on a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from portal.core import formats
from portal.core.rights import scope
from portal.editing import selectors
from portal.editing.links.asking import REASONS

APPROVALS = {
    WorkflowState.STATUS_IN_PROGRESS: _("submitted for approval"),
    WorkflowState.STATUS_NEEDS_CHANGES: _("changes are requested"),
}


@dataclass(frozen=True)
class Line:
    """`confirm_url` answers to a click on "still correct today"."""

    title: str
    url: str
    note: str
    confirm_url: str = ""


@dataclass(frozen=True)
class Worklist:
    """One list. `find` returns (all lines, or only the first of them; how many there are)."""

    key: str
    heading: Promise
    nothing: Promise
    find: Callable
    all_url: Callable = field(default=lambda waiting: reverse("editing_waiting", args=[waiting.key]))


def _whole(lines_of):
    """Make a finder of a function that returns rows, all of which come in one query."""

    def find(desk, limit=None):
        rows, line_of = lines_of(desk)
        return [line_of(row) for row in rows[:limit]], len(rows)

    return find


def _counted(lines_of):
    """Make a finder of a function that returns a query, of which only the first lines are wanted."""

    def find(desk, limit=None):
        rows, line_of = lines_of(desk)
        first = list(selectors.with_how_many(rows)[:limit])
        return [line_of(row) for row in first], first[0].how_many if first else 0

    return find


def _model(row) -> type:
    return ContentType.objects.get_for_id(row["kind"]).model_class()


def _overdue(desk):
    def line(row):
        last = row["assured_on"]
        note = gettext("last checked on %(day)s") % {"day": formats.day(last)} if last else gettext("never checked")
        confirm = reverse("editing_still_correct", args=[row["kind"], row["key"]])
        return Line(row["title"], scope.edit_url(_model(row), row["key"]), note, confirm)

    return desk.overdue, line


def _drafts(desk):
    def line(row):
        since = gettext("since %(moment)s") % {"moment": formats.moment(row["since"])}
        note = APPROVALS.get(row["approval"], _("not submitted"))
        return Line(row["title"], scope.edit_url(_model(row), row["key"]), f"{note}, {since}")

    return desk.own_drafts, line


def _tasks(desk):
    def line(state):
        revision = state.revision
        model = revision.content_type.model_class()
        who = revision.user.get_username() if revision.user else "–"
        note = gettext("submitted by %(name)s, %(moment)s")
        note %= {"name": who, "moment": formats.moment(state.started_at)}
        return Line(revision.object_str, scope.edit_url(model, revision.object_id), note)

    return desk.approvals, line


def _dates(desk):
    def line(row):
        return Line(
            row["title"], scope.edit_url(_model(row), row["key"]), planned(row["planned_start"], row["planned_end"])
        )

    return desk.unscheduled, line


def planned(start, end) -> str:
    """Say what a draft wants: when to be published, when to go."""
    wishes = []
    if start:
        wishes.append(gettext("to be published: %(moment)s") % {"moment": formats.moment(start)})
    if end:
        wishes.append(gettext("to end: %(moment)s") % {"moment": formats.moment(end)})
    return "; ".join(wishes)


def _links(desk):
    def line(link):
        answer = REASONS.get(link.detail, link.detail)
        return Line(
            link.title, scope.edit_url(link.content_type.model_class(), link.object_id), f"{link.address} – {answer}"
        )

    return desk.broken_links, line


def _translations(desk):
    def line(found):
        return Line(found.title, reverse("translation_compare", args=[found.pk]), found.state.label)

    return desk.untranslated, line


LISTS = [
    Worklist("approvals", _("For you to approve"), _("Nothing waits for your approval."), _counted(_tasks)),
    Worklist("drafts", _("Your drafts"), _("You have no drafts that are not published."), _whole(_drafts)),
    Worklist("dates", _("Dates without effect"), _("Every date that was set is scheduled."), _whole(_dates)),
    Worklist("checks", _("To be checked"), _("Every check is in time."), _whole(_overdue)),
    Worklist(
        "translations", _("Missing or outdated English"), _("All English is up to date."), _counted(_translations)
    ),
    Worklist("links", _("Broken links"), _("No broken links are known."), _counted(_links)),
]
