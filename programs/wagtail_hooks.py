"""The snippets, the report and the menu items of programmes and certifications in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from programs.catalogue.viewsets import ProgramsGroup
from programs.certifications.views import MilestonesView, may_see
from programs.certifications.viewsets import CertificationsGroup

register_snippet(ProgramsGroup)
register_snippet(CertificationsGroup)


class MilestonesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_admin_urls")
def milestones_url() -> list[URLPattern]:
    return [path("certification-milestones/", MilestonesView.as_view(), name="certification_milestones")]


@hooks.register("register_reports_menu_item")
def milestones_menu_item() -> MilestonesMenuItem:
    address = reverse("certification_milestones")
    return MilestonesMenuItem(_("Milestones of certifications"), address, name="milestones", icon_name="calendar")
