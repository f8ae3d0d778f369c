"""Pages of the admin that are neither lists nor forms of Wagtail's."""

from typing import Any

from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class StaffPageView(WagtailAdminTemplateMixin, TemplateView):
    """A page whose last breadcrumb is its subtitle or, without one, its title; `get_parents` returns those before."""

    _show_breadcrumbs = True

    def get_parents(self) -> list[dict[str, Any]]:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        label = self.get_page_subtitle() or self.get_page_title()
        return [*super().get_breadcrumbs_items(), *self.get_parents(), {"url": "", "label": label}]
