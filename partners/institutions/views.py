"""The admin's views of an institution besides its form: timeline, events, and deleting it."""

from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, InspectView

from partners.agreements import timeline
from partners.institutions import lifecycle
from partners.institutions.dependents import dependents_of
from partners.institutions.fate import fate
from partners.institutions.forms import FORMS, NAMES
from partners.institutions.listings import dossier_url
from partners.models import EventKind, Institution, InstitutionEvent
from portal.core.admin.joining import JoinableEditView
from portal.core.admin.listings import ProtectingDeleteView
from portal.core.time.moment import today

FORBIDDEN = 403


class AboutView(InspectView):
    """A page about an institution for all staff who may read it, without the fields of Wagtail's inspect view."""

    def get_fields_context(self) -> list[dict]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "fate": fate(self.object)}


class TimelineView(AboutView):
    """The agreements with a partner over time, with their gaps and overlaps."""

    template_name = "partners/admin/timeline.html"
    page_title = gettext_lazy("Timeline")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lanes = timeline.lanes(self.object)
        shown = timeline.frame(lanes)
        rows = [{"lane": lane, "bars": timeline.bars(lane, shown)} for lane in lanes]
        return {**super().get_context_data(**kwargs), "rows": rows, "frame": shown, "now": shown.x(today())}


class InstitutionEditView(JoinableEditView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say above the form what became of an institution that is no more."""
        if sentence := fate(self.object):
            target = self.object.successor or self.object
            messages.warning(request, sentence, buttons=[messages.button(dossier_url(target.pk), _("Dossier"))])
        return super().get(request, *args, **kwargs)

    @property
    def header_more_buttons(self) -> list[Button]:
        """Return Wagtail's buttons with those for the timeline and the events."""
        more = [
            Button(_("Dossier"), url=dossier_url(self.object.pk), icon_name="doc-full", priority=11),
            Button(_("Timeline"), url=_url("timeline", self.object), icon_name="calendar-alt", priority=12),
            Button(_("Names and history"), url=_url("events", self.object), icon_name="history", priority=13),
        ]
        return [*super().header_more_buttons, *more]


class EventsView(AboutView):
    """The events of an institution, each with a button to undo it."""

    template_name = "partners/admin/events.html"
    page_title = gettext_lazy("Names and history")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event_kinds = EventKind if self.user_has_permission("change") else []
        kinds = [{"kind": kind, "url": _url("add_event", self.object, kind.value)} for kind in event_kinds]
        events = self.object.events.select_related("institution", "other").order_by("-on", "-pk")
        rows = [{"event": event, "url": _url("undo_event", self.object, event.public_id)} for event in events]
        return {**super().get_context_data(**kwargs), "kinds": kinds, "events": rows}


class AddEventView(EditView):
    """The form for one kind of event, for all staff who may change the institution."""

    template_name = "partners/admin/event_form.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        institution = get_object_or_404(Institution, pk=kwargs["pk"])
        if kwargs["kind"] not in EventKind.values:
            raise Http404
        kind = EventKind(kwargs["kind"])
        form_class, initial = FORMS[kind], {name: getattr(institution, name) for name in NAMES}
        form = form_class(request.POST or None, initial=initial)
        if request.method == "POST" and form.is_valid() and self._record(institution, kind, form):
            messages.success(request, _("Recorded. “Undo” takes it back."))
            return redirect(_url("events", institution))
        context = {"form": form, "object": institution, "kind": kind, "media": form.media}
        return TemplateResponse(request, self.template_name, context)

    def _record(self, institution: Institution, kind: EventKind, form: Form) -> bool:
        """Record the event and return True, or add the errors to the form and return False."""
        values = {**form.cleaned_data, "user": self.request.user}
        try:
            if kind == EventKind.RENAMED:
                lifecycle.rename(institution, names={name: values.pop(name) for name in NAMES}, **values)
            elif kind == EventKind.MERGED:
                lifecycle.merge(institution, values.pop("other"), **values)
            elif kind == EventKind.SPLIT:
                lifecycle.split(institution, values.pop("other"), **values)
            else:
                lifecycle.close(institution, **values)
        except ValidationError as error:
            _add_errors(form, error)
            return False
        return True


class UndoEventView(EditView):
    """Undoes an event by POST; a GET changes nothing."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        event = get_object_or_404(InstitutionEvent, institution=kwargs["pk"], public_id=kwargs["event"])
        if request.method == "POST":
            try:
                lifecycle.undo(event, request.user)
                messages.success(request, _("Taken back: everything is as it was before."))
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))
        return redirect(_url("events", event.institution))


class InstitutionDeleteView(ProtectingDeleteView):
    """Refuses to delete an institution that other records refer to, and lists these."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        dependents = dependents_of(self.object, request.user)
        if not dependents:
            return super().dispatch(request, *args, **kwargs)
        status = FORBIDDEN if request.method == "POST" else None
        context = {"object": self.object, "dependents": dependents}
        return TemplateResponse(request, "partners/admin/delete_refused.html", context, status=status)


def _add_errors(form: Form, error: ValidationError) -> None:
    """Add the messages to the fields of the form, or to the form itself where it does not have the field."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    for name, field_messages in by_field.items():
        for message in field_messages:
            form.add_error(name if name in form.fields else None, message)


def _url(name: str, institution: Institution, *more: str) -> str:
    return reverse(f"wagtailsnippets_partners_institution:{name}", args=[quote(institution.pk), *more])
