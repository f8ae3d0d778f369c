"""The pages of a network of organisations and of its guiding principles, such as UniverCity Bochum."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from partners.models import Network
from partners.networks import selectors
from portal.core.addressing.as_of import as_of
from portal.core.data import DataMixin
from portal.core.pages.index_page import RecordIndexPage
from portal.core.pages.public_page import PublicPage
from portal.translation.panels import TranslationPanel


class NetworkPage(DataMixin, PublicPage):
    """The page of a network in one language. It shows the record of the network on the requested day."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="pages", verbose_name=_("network"))

    content_panels = [*PublicPage.content_panels, FieldPanel("network"), TranslationPanel()]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.GuidingPrincipleIndexPage"]
    template = "partners/network.html"

    class Meta:
        verbose_name = _("page of a network")
        verbose_name_plural = _("pages of networks")

    @property
    def shown_record(self) -> Network:
        """Return the record on which the bar for staff opens the form."""
        return self.network

    def words_for_search(self) -> str:
        """Return the texts of the page in its language besides its title, including the names of former members."""
        network = selectors.network(self.network_id)
        return "\n".join(selectors.words_of_network(network, self.locale.language_code)) if network else ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context, or raise Http404 while the network is not public."""
        network = selectors.network(self.network_id)
        if network is None:
            raise Http404
        requested_day = as_of(request.GET)
        context = super().get_context(request, *args, **kwargs)
        return {**context, **selectors.network_page(network, requested_day.day), "as_of": requested_day}


class GuidingPrincipleIndexPage(RecordIndexPage):
    """The guiding principles of the network on the parent page, each with the records that serve it."""

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
        verbose_name_plural = _("lists of guiding principles")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        requested_day = as_of(request.GET)
        parent_path = self.path[: -self.steplen]  # of the page of the network
        principles = selectors.principle_list(requested_day.day, network__pages__path=parent_path)
        return {**context, **principles, "as_of": requested_day}
