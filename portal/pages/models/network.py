"""A network of organisations and what it wants: the pages of UniverCity Bochum."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from partners.models import Network
from partners.networks import selectors
from portal.core.as_of import as_of
from portal.core.data import DataMixin
from portal.core.indexes import RecordIndexPage
from portal.core.pages import PublicPage
from portal.translation.panels import TranslationPanel


class NetworkPage(DataMixin, PublicPage):
    """The address of one network in one language; what it shows is the record's, on the day that is asked for."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="pages", verbose_name=_("network"))

    content_panels = [*PublicPage.content_panels, FieldPanel("network"), TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.GuidingPrincipleIndexPage"]
    template = "partners/network.html"

    class Meta:
        verbose_name = _("page of a network")

    def words_for_search(self) -> str:
        """Return what the page says in its own language besides its title: former members by their names, too."""
        found = selectors.network(self.network_id)
        return "\n".join(selectors.words_of_network(found, self.locale.language_code)) if found else ""

    def get_context(self, request, *args, **kwargs):
        """Raise Http404 while the network itself is not public."""
        found = selectors.network(self.network_id)
        if found is None:
            raise Http404
        asked = as_of(request.GET)
        shown = selectors.network_page(found, asked.day)
        return {**super().get_context(request, *args, **kwargs), **shown, "as_of": asked}


class GuidingPrincipleIndexPage(RecordIndexPage):
    """What the network above wants: its guiding principles one below the other, each with what serves it."""

    headline = models.CharField(
        _("headline"), max_length=60, blank=True, help_text=_("Stands in large type at the top, instead of the title.")
    )

    record_model = "partners.GuidingPrinciple"
    content_panels = [*RecordIndexPage.content_panels, FieldPanel("headline"), TranslationPanel()]
    parent_page_types = ["pages.NetworkPage"]
    subpage_types: list[str] = []
    template = "partners/principle_index.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of guiding principles")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        asked = as_of(request.GET)
        above = self.path[: -self.steplen]  # of the page of the network
        return {**context, **selectors.principle_list(asked.day, network__pages__path=above), "as_of": asked}
