"""What pages share that readers ask something: the finder in the context, and whom to ask where nothing is found."""

from dataclasses import replace

from django.db import models
from django.http import HttpResponseRedirect
from django.utils.http import MAX_URL_REDIRECT_LENGTH
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from partners.contacts.selectors import public_contacts
from partners.models import Contact
from portal.core.indexes import RecordIndexPage
from portal.translation.panels import TranslationPanel


class WithOffice(models.Model):
    """A page that may find nothing for what it is asked, and then says whom to ask."""

    zero_results_contact = models.ForeignKey(
        Contact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("whom to ask"),
        help_text=_("Named where nothing matches, for instance the student counselling."),
    )

    class Meta:
        abstract = True

    def office(self) -> Contact | None:
        """Return whom to ask when nothing matches, as long as it may be named."""
        key = self.zero_results_contact_id
        return next(iter(public_contacts([key])), None) if key else None


class FinderPage(WithOffice, RecordIndexPage):
    """A list, filtered by the query of the address. Concrete types name their `finder_type`."""

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
            address = f"{request.path}?{query.urlencode()}".rstrip("?")
            if len(address) <= MAX_URL_REDIRECT_LENGTH:  # Django refuses to lead to a longer one
                return HttpResponseRedirect(address)
        return super().serve(request, *args, **kwargs)
