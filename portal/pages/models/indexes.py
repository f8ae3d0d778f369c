from dataclasses import replace

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from partners import selectors as partners
from portal.core.indexes import RecordIndexPage
from portal.core.moment import today
from portal.translation.panels import TranslationPanel
from programs.finder import Finder
from programs.selectors import situations


class ProgramIndexPage(RecordIndexPage):
    """The finder: all programmes, filtered by the query of the address."""

    record_model = "programs.Program"
    content_panels = [*RecordIndexPage.content_panels, TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "programs/program_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("programme list")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        finder = Finder(request.GET, self.get_url(request))
        address = replace(context["address"], query=finder.canonical_query)
        return {**context, "finder": finder, "address": address}


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


class PartnershipIndexPage(RecordIndexPage):
    """With whom: the partner institutions, by name."""

    record_model = "partners.Institution"
    content_panels = [*RecordIndexPage.content_panels, TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "partners/institution_index.html"
    max_count_per_parent = 1
    per_page = 100

    class Meta:
        verbose_name = _("list of partnerships")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        listed = Paginator(partners.partners(), self.per_page).get_page(request.GET.get("page"))
        place = f"?page={listed.number}" if listed.number > 1 else ""
        steps = {
            "previous_url": f"?page={listed.number - 1}" if listed.has_previous() else "",
            "next_url": f"?page={listed.number + 1}" if listed.has_next() else "",
        }
        return {
            **context,
            "listed": listed,
            "today": today(),
            **steps,
            "address": replace(context["address"], query=place),
        }
