"""Work for which a moderator has asked for changes: it belongs to whoever submitted it, and the moderator waits."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext
from wagtail.admin.utils import get_user_display_name
from wagtail.models import WorkflowState, get_page_models

from portal.core.admin.worklists import Line
from portal.core.language import formats
from portal.core.rights import scope
from portal.editing.links.collecting import record_models


def sent_back(user: AbstractUser | AnonymousUser) -> QuerySet[WorkflowState]:
    """Return the approvals with requested changes that a user submitted or answered, the latest answer first."""
    concerned = Q(requested_by=user.pk) | Q(current_task_state__finished_by=user.pk)
    states = WorkflowState.objects.filter(concerned, status=WorkflowState.STATUS_NEEDS_CHANGES)
    states = states.annotate(key=F("object_id"))  # a text, where `changeable` expects a number under that name
    states = states.filter(scope.changeable(user, [*get_page_models(), *record_models()], key="key", page_key="pk"))
    related = ("requested_by", "current_task_state__finished_by", "current_task_state__revision__content_type")
    return states.select_related(*related).order_by("-current_task_state__finished_at", "pk")


def line_for_author(state: WorkflowState) -> Line:
    """Return the line on the start page of whoever submitted it."""
    return _line(state, gettext("%(name)s asks for changes, %(moment)s"), state.current_task_state.finished_by)


def line_for_moderator(state: WorkflowState) -> Line:
    """Return the line on the start page of whoever asked for changes."""
    return _line(state, gettext("%(name)s is to change it, since %(moment)s"), state.requested_by)


def _line(state: WorkflowState, note: str, person: AbstractUser | None) -> Line:
    answer = state.current_task_state
    model = answer.revision.content_type.model_class()
    url = scope.edit_url(model, state.object_id)
    name = get_user_display_name(person) or "–"
    words = note % {"name": name, "moment": formats.moment(answer.finished_at)}
    return Line(answer.revision.object_str, url, words, model=model, quote=answer.comment)
