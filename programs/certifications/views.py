"""The report of milestones for staff."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.utils.translation import gettext_lazy as _

from portal.core.admin.staff_page import StaffPageView
from portal.core.rights.door import may_use
from portal.core.time.moment import today
from programs.certifications.selectors import milestones
from programs.models import Certification


class MilestonesView(StaffPageView):
    """The next milestones of all certifications, the soonest first, for those with a right on certifications."""

    subject = Certification
    template_name = "programs/milestones.html"
    page_title = _("Milestones of certifications")
    header_icon = "calendar"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        edit_url = Certification.snippet_viewset.get_url_name("edit")
        context = super().get_context_data(**kwargs)
        return {**context, "milestones": milestones(), "today": today(), "edit_url": edit_url}


def may_see(user: AbstractUser | AnonymousUser) -> bool:
    """Tell whether a user has any right on certifications."""
    return may_use(user, Certification)
