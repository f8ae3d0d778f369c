"""What staff see of the scheduler's jobs: when each last ran, which one failed, and what has to be repeated."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db.models import Count, Model, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.admin.staff_page import StaffPageView
from portal.core.models import FollowUp
from portal.core.rights import scope
from portal.core.rights.subjects import EVERYBODY
from portal.editing import scheduler
from portal.editing.models import Heartbeat
from portal.search.registry import get_document_type

EVERY_MINUTE = {
    scheduler.PUBLISHING: _("Publishing and ending what is scheduled"),
    scheduler.FOLLOWING: _("Repeating what failed after saving"),
    scheduler.FORGETTING: _("Deleting failed log-ins"),
}
DAILY = {
    scheduler.FINDING: _("Making findable what the day has made public"),
    scheduler.REMINDERS: _("Sending reminders"),
    scheduler.PURGING: _("Deleting contacts whose time is over"),
    scheduler.LINKS: _("Checking links"),
}
LATE_AFTER = timedelta(hours=26)  # without a success of a daily job
WORK = {
    "search": _("Entry in the search"),
    "staff-search": _("Entry in the search of the admin"),
    "translation": _("State of the translation"),
}


@dataclass(frozen=True)
class Job:
    """A job, its last success and last attempt (None if there was none), and the type of its error if it failed."""

    label: Promise
    is_daily: bool
    succeeded_at: datetime | None
    tried_at: datetime | None
    error: str

    @property
    def has_failed(self) -> bool:
        """Tell whether its last attempt failed, or whether its last success is too long ago."""
        limit = LATE_AFTER if self.is_daily else scheduler.WARN_AFTER
        return bool(self.error) or (self.succeeded_at is not None and timezone.now() - self.succeeded_at > limit)


def jobs() -> list[Job]:
    """Return all jobs, publishing first; one query."""
    return with_pending()[0]


def with_pending() -> tuple[list[Job], int]:
    """Return all jobs, publishing first, and how much is to be repeated, as far as a job has ever run; one query."""
    kind = Value(1)  # one group of all rows
    count = FollowUp.objects.order_by().annotate(kind=kind).values("kind").annotate(count=Count("pk")).values("count")
    rows = list(Heartbeat.objects.annotate(pending=Coalesce(Subquery(count), 0)))
    return _jobs({row.name: row for row in rows}), rows[0].pending if rows else 0


def _jobs(beats: dict[str, Heartbeat]) -> list[Job]:
    nothing = Heartbeat()
    found = []
    for labels, is_daily in ((EVERY_MINUTE, False), (DAILY, True)):
        for name, label in labels.items():
            beat = beats.get(name, nothing)
            found.append(Job(label, is_daily, beat.at, beat.tried_at, beat.error if beat.pk else ""))
    return found


def pending() -> list[dict[str, Any]]:
    """Return what failed after a commit and is to be repeated: work, kind and number of the object, url, failed."""
    return [
        {"work": WORK.get(failed.name, failed.name), "failed": failed, **_object(failed)}
        for failed in FollowUp.objects.order_by("failed_at", "pk")
    ]


def _object(failed: FollowUp) -> dict[str, Any]:
    """Return the name of the type and the address of the form; no title, which not everybody may read."""
    model = _model(failed)
    if model is None:
        return {"kind": failed.subject, "url": ""}
    url = scope.edit_url(model, int(failed.key)) if failed.key.isdecimal() else ""
    return {"kind": model._meta.verbose_name, "url": url}


def _model(failed: FollowUp) -> type[Model] | None:
    try:
        return get_document_type(failed.subject).model if failed.name == "search" else apps.get_model(failed.subject)
    except (KeyError, LookupError, ValueError):  # of a type that no longer exists
        return None


class JobsView(StaffPageView):
    """The jobs, for everybody who may enter the admin."""

    subject = EVERYBODY
    template_name = "editing/jobs.html"
    page_title = _("Jobs of the server")
    header_icon = "tasks"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "jobs": jobs(), "pending": pending()}
