"""What saving an agreement says besides “saved”."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.snippets.views.snippets import CreateView

from partners.agreements import timeline
from portal.core.conflicts import ConflictEditView


class OverlapWarning:
    """Says after saving that another agreement of the same type, unit and partner covers some of the same days."""

    def save_action(self):
        response = super().save_action()
        for other in timeline.overlapping(self.object):
            edit = reverse("wagtailsnippets_partners_agreement:edit", args=[quote(other.pk)])
            message = _("It overlaps with “%(name)s”, which is of the same type, unit and partner.") % {"name": other}
            messages.warning(self.request, message, buttons=[messages.button(edit, _("Look at it"))])
        return response


class AgreementCreateView(OverlapWarning, CreateView):
    pass


class AgreementEditView(OverlapWarning, ConflictEditView):
    pass
