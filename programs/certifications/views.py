"""Staff flows: what comes next for each certification."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from portal.core.moment import today
from programs.certifications.selectors import milestones
from programs.models import Certification


class MilestonesView(WagtailAdminTemplateMixin, TemplateView):
    """The next milestones of all certifications, soonest first: for those who may see certifications."""

    template_name = "programs/milestones.html"
    page_title = _("Milestones of certifications")
    header_icon = "calendar"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        edit_url = Certification.snippet_viewset.get_url_name("edit")
        shown = {"milestones": milestones(), "today": today(), "edit_url": edit_url}
        return {**super().get_context_data(**kwargs), **shown}


def may_see(user) -> bool:
    """Tell whether somebody has any right on certifications."""
    policy = Certification.snippet_viewset.permission_policy
    return policy.user_has_any_permission(user, ["add", "change", "delete", "view"])
