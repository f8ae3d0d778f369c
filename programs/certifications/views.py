"""The report of milestones for staff."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from portal.core.time.moment import today
from programs.certifications.selectors import milestones
from programs.models import Certification


class MilestonesView(WagtailAdminTemplateMixin, TemplateView):
    """The next milestones of all certifications, the soonest first, for those with a right on certifications."""

    template_name = "programs/milestones.html"
    page_title = _("Milestones of certifications")
    header_icon = "calendar"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        edit_url = Certification.snippet_viewset.get_url_name("edit")
        context = super().get_context_data(**kwargs)
        return {**context, "milestones": milestones(), "today": today(), "edit_url": edit_url}


def may_see(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Tell whether a user has any right on certifications."""
    policy = Certification.snippet_viewset.permission_policy
    return policy.user_has_any_permission(user, ["add", "change", "delete", "view"])
