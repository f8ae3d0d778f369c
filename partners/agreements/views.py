"""The admin's views for creating, editing and reading an agreement."""

from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView

from partners.agreements import reading, timeline, verbs
from partners.models import Agreement
from portal.core.admin.inspecting import RecordInspectView
from portal.core.drafts.conflicts import ConflictEditView
from portal.core.rights import scope


class OverlapWarning(WagtailAdminTemplateMixin):
    """Warns after saving if another agreement of the same type, unit and partner covers some of the same days."""

    def save_action(self) -> HttpResponse:
        response = super().save_action()
        for other in timeline.overlapping(self.object):
            edit_url = scope.edit_url(Agreement, other.pk)
            message = _("It overlaps with “%(name)s”, which is of the same type, unit and partner.") % {"name": other}
            messages.warning(self.request, message, buttons=[messages.button(edit_url, _("Look at it"))])
        return response


class VerbButtons(WagtailAdminTemplateMixin):
    """Offers after saving what can be done next, such as handing the draft in."""

    def get_success_buttons(self) -> list[dict]:
        next_verbs = [verb for verb in verbs.offered(self.request.user, self.object) if verb is not verbs.UNDO]
        offered = [messages.button(verb.url(self.object), verb.label) for verb in next_verbs]
        return [*super().get_success_buttons(), *offered]


class AgreementCreateView(OverlapWarning, VerbButtons, CreateView):
    pass


class AgreementEditView(OverlapWarning, VerbButtons, ConflictEditView):
    """The form, with what the office asks for above it, and buttons for what can be done."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.office_comment:
            asked = _("The international office asks for this: %(comment)s") % {"comment": self.object.office_comment}
            messages.warning(request, asked)
        return super().get(request, *args, **kwargs)

    @property
    def header_more_buttons(self) -> list[Button]:
        return [*super().header_more_buttons, *verbs.buttons(self.request.user, self.object)]


class AgreementInspectView(RecordInspectView):
    """The agreement to read: what holds, with whom, on which conditions, with its files, and what can be done."""

    def get_object(self, queryset: QuerySet | None = None) -> Agreement:
        agreement = super().get_object(queryset)
        prefetch_related_objects([agreement], "successors")
        return agreement

    def get_fields_context(self) -> list[dict]:
        return []  # they stand in groups

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offered = verbs.offered(self.request.user, self.object)
        acts = [{"label": verb.label, "url": verb.url(self.object)} for verb in offered]
        return {**super().get_context_data(**kwargs), **reading.context(self), "acts": acts}
