from django.utils.translation import gettext_lazy as _

from portal.core.as_of import as_of
from portal.core.indexes import RecordIndexPage
from portal.pages.models.finding import FinderPage
from portal.translation.panels import TranslationPanel
from programs.catalogue.finder import ProgramFinder
from programs.catalogue.selectors import situations
from programs.certifications.selectors import certification_list


class ProgramIndexPage(FinderPage):
    """The finder: all programmes, filtered by the query of the address."""

    record_model = "programs.Program"
    finder_type = ProgramFinder
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "programs/program_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("programme list")


class LifeSituationIndexPage(RecordIndexPage):
    """Who am I: the life situations, each with a page of its own."""

    record_model = "programs.LifeSituation"
    content_panels = [*RecordIndexPage.content_panels, TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "programs/life_situation_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of life situations")

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), "situations": situations()}


class CertificationIndexPage(RecordIndexPage):
    """What others have certified: current by theme, a timeline of all, earlier ones."""

    record_model = "programs.Certification"
    content_panels = [*RecordIndexPage.content_panels, TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "programs/certification_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of certifications")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        asked = as_of(request.GET)
        return {**context, **certification_list(asked.day), "as_of": asked}
