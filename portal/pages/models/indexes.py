from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.addressing.as_of import as_of
from portal.core.pages.index_page import RecordIndexPage
from portal.pages.models.finding import FinderPage
from portal.translation.panels import TranslationPanel
from programs.catalogue.finder import ProgramFinder
from programs.catalogue.selectors import situations
from programs.certifications.selectors import certification_list


class ProgramIndexPage(FinderPage):
    """The list of programmes, filtered by the query string."""

    record_model = "programs.Program"
    finder_type = ProgramFinder
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "programs/program_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("programme list")
        verbose_name_plural = _("programme lists")


class LifeSituationIndexPage(RecordIndexPage):
    """The list of life situations, which have a page each."""

    record_model = "programs.LifeSituation"
    content_panels = [*RecordIndexPage.content_panels, TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "programs/life_situation_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of life situations")
        verbose_name_plural = _("lists of life situations")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "situations": situations()}


class CertificationIndexPage(RecordIndexPage):
    """The list of certifications: current ones by theme, a timeline of all, earlier ones."""

    record_model = "programs.Certification"
    content_panels = [*RecordIndexPage.content_panels, TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "programs/certification_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of certifications")
        verbose_name_plural = _("lists of certifications")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        requested_day = as_of(request.GET)
        return {**context, **certification_list(requested_day.day), "as_of": requested_day}
