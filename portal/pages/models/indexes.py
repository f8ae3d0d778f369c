from dataclasses import replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from partners import countries
from partners import selectors as partners
from partners.models import Contact
from partners.world_map import COLUMNS, world_map
from portal.core.as_of import as_of
from portal.core.indexes import RecordIndexPage
from portal.core.moment import today
from portal.core.visibility import public
from portal.translation.panels import TranslationPanel
from programs.certificates import certification_list
from programs.finder import Finder
from programs.selectors import situations


class ProgramIndexPage(RecordIndexPage):
    """The finder: all programmes, filtered by the query of the address."""

    record_model = "programs.Program"
    zero_results_contact = models.ForeignKey(
        Contact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("whom to ask"),
        help_text=_("Named where nothing matches, for instance the student counselling."),
    )
    content_panels = [*RecordIndexPage.content_panels, FieldPanel("zero_results_contact"), TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "programs/program_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("programme list")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        finder = Finder(request.GET, self.get_url(request))
        address = replace(context["address"], query=finder.canonical_query, robots=finder.robots)
        return {**context, "finder": finder, "address": address, "contact": None if finder.count else self.office()}

    def serve(self, request, *args, **kwargs):
        """A form always sends its text field: without a text, its address is that of the list without one."""
        if request.GET.get("q") == "":
            query = request.GET.copy()
            del query["q"]
            rest = f"?{query.urlencode()}" if query else ""
            return HttpResponseRedirect(f"{request.path}{rest}")
        return super().serve(request, *args, **kwargs)

    def office(self) -> Contact | None:
        """Return whom to ask when nothing matches, as long as it may be named."""
        found = public(Contact.objects.filter(pk=self.zero_results_contact_id)).select_related("unit")
        return found.first() if self.zero_results_contact_id else None


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


class PartnershipIndexPage(RecordIndexPage):
    """With whom: the partner institutions, by name."""

    record_model = "partners.Institution"
    content_panels = [*RecordIndexPage.content_panels, TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.MySubjectPage"]
    template = "partners/institution_index.html"
    max_count_per_parent = 1
    per_page = 100

    class Meta:
        verbose_name = _("list of partnerships")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        found = partners.partners()
        shown_on_map = found.values_list(*COLUMNS, named=True)
        country = request.GET.get("country", "")
        is_chosen = country in countries.names("de")
        listed = Paginator(found.filter(country=country) if is_chosen else found, self.per_page)
        listed = listed.get_page(request.GET.get("page"))
        chosen = [("country", country)] if is_chosen else []
        place = _query(*chosen, *([("page", listed.number)] if listed.number > 1 else []))
        steps = {
            "previous_url": _query(*chosen, ("page", listed.number - 1)) if listed.has_previous() else "",
            "next_url": _query(*chosen, ("page", listed.number + 1)) if listed.has_next() else "",
        }
        return {
            **context,
            "listed": listed,
            "today": today(),
            "country": countries.name(country) if is_chosen else "",
            "map": world_map(shown_on_map, lambda place: _of_country(place.countries[0]), _of_country),
            **steps,
            "address": replace(context["address"], query=place),
        }


def _query(*pairs) -> str:
    return f"?{urlencode(pairs)}" if pairs else ""


def _of_country(code: str) -> str:
    return _query(("country", code))
