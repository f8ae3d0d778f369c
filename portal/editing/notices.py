"""What an edit form says about its schedule and its words, in the language of the editor. Nothing here ever blocks."""

from django.contrib import messages
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin

from portal.editing import gender_hint, scheduler, selectors, worklists


def before_editing(request, instance):
    """Say on an opened form that the scheduler stands still, or that a date of the draft has no effect."""
    is_whole_page = request.method == "GET" and "_w_hydrate_create_view" not in request.GET
    if not is_whole_page or not isinstance(instance, DraftStateMixin):
        return
    if _has_schedule(instance) and scheduler.has_stopped():
        messages.warning(request, render_to_string("editing/scheduler_words.html").strip())
    draft = selectors.with_unscheduled_dates(type(instance)._default_manager.filter(pk=instance.pk)).first()
    if draft:
        message = _("A date is set and not scheduled (%(dates)s). It takes effect only when this draft is published.")
        messages.warning(request, message % {"dates": worklists.planned(draft.planned_start, draft.planned_end)})


def _has_schedule(instance) -> bool:
    return bool(instance.go_live_at or instance.expire_at or instance.scheduled_revision)


def after_saving(request, instance):
    """Name the words that carry a sign for gender."""
    if not request.accepts("text/html"):
        return  # saved by itself while somebody writes: the hint comes when they save
    places = gender_hint.places(instance)
    if places:
        found = "; ".join(f"{place}: {', '.join(forms)}" for place, forms in places)
        message = _(
            "Please use a neutral word or a spelled-out pair (“Studierende”, “Studentinnen und Studenten”): %(found)s"
        )
        messages.warning(request, message % {"found": found})
