from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from partners.abroad.my_subject import MySubject
from portal.core.pages.public_page import PublicPage
from portal.pages.models.finding import WithContact
from portal.translation.panels import TranslationPanel


class MySubjectPage(WithContact, PublicPage):
    """Where students of a subject can go at their level in an academic year, as the query string says."""

    content_panels = [*PublicPage.content_panels, FieldPanel("zero_results_contact"), TranslationPanel()]
    parent_page_types = ["pages.PartnershipIndexPage"]
    subpage_types: list[str] = []
    template = "partners/my_subject.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("page “my subject”")
        verbose_name_plural = _("pages “my subject”")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        search = MySubject(request.GET)
        robots = "noindex,follow" if search.is_asked else ""
        address = replace(context["address"], query=search.filter.query(), robots=robots)
        contact = self.public_contact() if search.is_asked else None
        return {**context, "search": search, "address": address, "contact": contact}
