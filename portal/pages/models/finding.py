"""What the pages share whose list has filters: the finder in the context, and whom to ask where it finds nothing."""

from dataclasses import replace

from django.db import models
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from partners.models import Contact
from portal.core.indexes import RecordIndexPage
from portal.core.visibility import public
from portal.translation.panels import TranslationPanel


class FinderPage(RecordIndexPage):
    """A list, filtered by the query of the address. Concrete types name their `finder_type`."""

    zero_results_contact = models.ForeignKey(
        Contact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("whom to ask"),
        help_text=_("Named where nothing matches, for instance the student counselling."),
    )
    finder_type: type
    content_panels = [*RecordIndexPage.content_panels, FieldPanel("zero_results_contact"), TranslationPanel()]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        finder = self.finder(request)
        address = replace(context["address"], query=finder.canonical_query, robots=finder.robots)
        return {**context, "finder": finder, "address": address, "contact": None if finder.count else self.office()}

    def finder(self, request):
        return self.finder_type(request.GET, self.get_url(request))

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
