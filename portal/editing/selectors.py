"""Every reading query of this app."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BooleanField,
    CharField,
    Count,
    DateField,
    DateTimeField,
    ExpressionWrapper,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    Window,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import GroupApprovalTask, Page, Revision, TaskState, WorkflowState

from portal.core.admin.assurance import due_for_check_q
from portal.core.rights import scope
from portal.editing.links.collecting import record_models
from portal.editing.models import LinkCheck
from portal.translation import selectors as translation
from portal.translation.models import Translation


class Work:
    """What a user has to do: one query for each property, and one for `overdue`, `own_drafts` and `unscheduled`."""

    def __init__(self, user: AbstractUser | AnonymousUser):
        self.user = user

    @property
    def overdue(self) -> list[dict]:
        """Return the public records whose check is due, those that were never checked first."""
        rows = [row for row in self._drafted if row["is_overdue"]]
        return sorted(rows, key=lambda row: (row["assured_on"] is not None, row["assured_on"], row["title"]))

    @property
    def own_drafts(self) -> list[dict]:
        """Return the unpublished drafts whose last version is the user's, the newest first."""
        rows = [row for row in self._drafted if row["is_own_draft"]]
        return sorted(rows, key=lambda row: row["since"], reverse=True)

    @property
    def unscheduled(self) -> list[dict]:
        """Return the drafts with a date of publishing or ending that is not scheduled."""
        rows = [row for row in self._drafted if row["is_unscheduled"]]
        return sorted(rows, key=lambda row: row["planned_start"] or row["planned_end"])

    @property
    def approvals(self) -> QuerySet[TaskState]:
        """Return the approvals that the user may give, the oldest request first.

        Wagtail's own `reviewable_by` asks for each task; there is one kind of task here, the approval by a group.
        """
        tasks = GroupApprovalTask.objects.filter(active=True)
        if not self.user.is_superuser:
            tasks = tasks.filter(groups__in=self.user.groups.all())
        states = TaskState.objects.filter(task__in=tasks.values("pk"), status=TaskState.STATUS_IN_PROGRESS)
        return states.select_related("revision__user", "revision__content_type").order_by("started_at", "pk")

    @property
    def untranslated(self) -> QuerySet[Translation]:
        """Return the translations that want attention."""
        translations = translation.waiting().defer("german_texts", "confirmed_texts")
        return translations.filter(translation.changeable_by(self.user))

    @property
    def links(self) -> QuerySet[LinkCheck]:
        links = LinkCheck.objects.filter(scope.changeable(self.user, [Page, *record_models()]))
        return links.select_related("content_type").order_by("title", "place", "address", "pk")

    @property
    def broken_links(self) -> QuerySet[LinkCheck]:
        return self.links.filter(status=LinkCheck.Status.BROKEN)

    @cached_property
    def _drafted(self) -> list[dict]:
        """Return the pages and records with something to do, as rows."""
        user = self.user
        parts: list[Any] = [
            _rows(scope.pages(user), Page, "draft_title", Q(pk=None), user),
            *(
                _rows(scope.records(user, model), model, "name_de", due_for_check_q(model), user)
                for model in scope.record_types()
            ),
        ]
        first, *others = parts
        names = [name.removeprefix("row_") for name in first._fields]
        return [dict(zip(names, row, strict=True)) for row in first.union(*others, all=True)]


def with_total(rows: QuerySet) -> QuerySet:
    """Annotate each row with the `total` of rows, so that the first rows and their total take one query."""
    return rows.annotate(total=Window(Count("pk")))


def with_unscheduled_dates(objects: QuerySet) -> QuerySet:
    """Leave the objects whose newest draft names a moment without effect, with `planned_start` and `planned_end`."""
    return _with_planned_dates(objects).filter(_unscheduled_q())


def _with_planned_dates(objects: QuerySet) -> QuerySet:
    return objects.annotate(
        planned_start=Cast(KeyTextTransform("go_live_at", "latest_revision__content"), DateTimeField()),
        planned_end=Cast(KeyTextTransform("expire_at", "latest_revision__content"), DateTimeField()),
    )


def _unscheduled_q() -> Q:
    """Return the condition for a moment without effect.

    A start has none until the draft is scheduled, and may have passed meanwhile; an end has none while what is public
    ends at another moment.
    """
    is_draft = Q(live_revision=None) | ~Q(live_revision=F("latest_revision"))
    start = Q(planned_start__isnull=False) & (Q(last_published_at=None) | Q(planned_start__gt=F("last_published_at")))
    end = Q(planned_end__gt=timezone.now()) & (Q(live=False) | Q(expire_at=None) | ~Q(expire_at=F("planned_end")))
    return is_draft & (start | end) & Q(latest_revision__approved_go_live_at=None)


def _rows(
    objects: QuerySet, model: type[Model], title: str, is_overdue: Q, user: AbstractUser | AnonymousUser
) -> QuerySet:
    """Return the objects with something to do as rows of a union: the same columns from every type."""
    columns = {
        "row_kind": Value(ContentType.objects.get_for_model(model).pk, IntegerField()),
        "row_key": F("pk"),
        "row_title": Cast(title, TextField()),
        "row_draft_title": _draft_title(title),
        "row_assured_on": Value(None, DateField()) if model is Page else F("assured_on"),
        "row_since": F("latest_revision__created_at"),
        "row_approval": _approval(model),
        "row_scheduled_for": _scheduled_for(model),
        "row_is_overdue": _boolean(is_overdue),
        "row_is_own_draft": _boolean(Q(has_unpublished_changes=True, latest_revision__user=user)),
        "row_is_unscheduled": _boolean(_unscheduled_q()),
        "row_planned_start": F("planned_start"),
        "row_planned_end": F("planned_end"),
    }
    rows = _with_planned_dates(objects.order_by()).annotate(**columns)
    has_work = Q(row_is_overdue=True) | Q(row_is_own_draft=True) | Q(row_is_unscheduled=True)
    return rows.filter(has_work).values_list(*columns)


def _draft_title(title: str) -> Coalesce:
    """Return the title in the newest version of an object, which is not yet in its own column if that is a record's."""
    in_draft = Cast(KeyTextTransform(title, "latest_revision__content"), TextField())
    return Coalesce(NullIf(in_draft, Value("", TextField())), Cast(title, TextField()))


def _scheduled_for(model: type[Model]) -> Subquery:
    """Return the moment at which a version is to be published; None where none is scheduled."""
    scheduled = Revision.objects.filter(**_of_object(model), approved_go_live_at__isnull=False)
    return Subquery(scheduled.order_by("approved_go_live_at").values("approved_go_live_at")[:1])


def _of_object(model: type[Model]) -> dict[str, Any]:
    """Return the condition for rows about the object of the outer query."""
    base = ContentType.objects.get_for_model(model)
    return {"base_content_type": base, "object_id": Cast(OuterRef("pk"), CharField())}


def _boolean(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, BooleanField())


def _approval(model: type[Model]) -> Subquery:
    """Return the status of an approval that has begun and not ended; None without one."""
    return Subquery(WorkflowState.objects.active().filter(**_of_object(model)).values("status")[:1])
