"""The admin's views for creating and editing an agreement, which warn about overlapping agreements."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.snippets.views.snippets import CreateView

from partners.agreements import timeline
from partners.models import Agreement
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


class AgreementCreateView(OverlapWarning, CreateView):
    pass


class AgreementEditView(OverlapWarning, ConflictEditView):
    pass
