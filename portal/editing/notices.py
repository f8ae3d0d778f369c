"""Messages on edit forms about the schedule and about gender signs; they never prevent saving."""

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin

from portal.editing import gender_hint, scheduler, selectors
from portal.editing.worklists import planned_dates


def before_editing(request: HttpRequest, instance: Model) -> None:
    """Warn on an opened form that the scheduler has stopped, or that a date of the draft has no effect."""
    is_whole_page = request.method == "GET" and "_w_hydrate_create_view" not in request.GET
    if not is_whole_page or not isinstance(instance, DraftStateMixin):
        return
    if _has_schedule(instance) and scheduler.has_stopped():
        messages.warning(request, render_to_string("editing/scheduler_words.html").strip())
    draft = selectors.with_unscheduled_dates(type(instance)._default_manager.filter(pk=instance.pk)).first()
    if draft:
        message = _("A date is set and not scheduled (%(dates)s). It takes effect only when this draft is published.")
        messages.warning(request, message % {"dates": planned_dates(draft.planned_start, draft.planned_end)})


def _has_schedule(instance: DraftStateMixin) -> bool:
    return bool(instance.go_live_at or instance.expire_at or instance.scheduled_revision)


def after_saving(request: HttpRequest, instance: Model) -> None:
    """Warn about nouns with a gender sign."""
    if not request.accepts("text/html"):
        return  # an automatic save: the hint comes with the next one by hand
    places = gender_hint.places(instance)
    if places:
        matches = "; ".join(f"{place}: {', '.join(forms)}" for place, forms in places)
        message = _(
            "Please use a neutral word or a spelled-out pair (“Studierende”, “Studentinnen und Studenten”): %(found)s"
        )
        messages.warning(request, message % {"found": matches})
