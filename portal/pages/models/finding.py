"""Base classes of pages with a list or a search: the finder in the context, and a contact for lists without results."""

from dataclasses import replace
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import MAX_URL_REDIRECT_LENGTH
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from partners.contacts.selectors import public_contacts
from partners.models import Contact
from portal.core.pages.index_page import RecordIndexPage
from portal.finder.finder import Finder
from portal.translation.panels import TranslationPanel


class WithContact(models.Model):
    """A page with a contact that is named where there are no results."""

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

    def public_contact(self) -> Contact | None:
        """Return the contact for lists without results, or None if there is none or it is not public."""
        key = self.zero_results_contact_id
        return next(iter(public_contacts([key])), None) if key else None


class FinderPage(WithContact, RecordIndexPage):
    """A list that is filtered by the query string. Subclasses set `finder_type`."""

    finder_type: type[Finder]
    content_panels = [*RecordIndexPage.content_panels, FieldPanel("zero_results_contact"), TranslationPanel()]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        finder = self.finder(request)
        address = replace(context["address"], query=finder.canonical_query, robots=finder.robots)
        return {
            **context,
            "finder": finder,
            "address": address,
            "contact": None if finder.count else self.public_contact(),
        }

    def finder(self, request: HttpRequest) -> Finder:
        """Return the finder for the query string of a request."""
        return self.finder_type(request.GET, self.get_url(request))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Redirect from an empty text field, which forms always send, to the address without it."""
        if request.GET.get("q") == "":
            query = request.GET.copy()
            del query["q"]
            address = f"{request.path}?{query.urlencode()}".rstrip("?")
            if len(address) <= MAX_URL_REDIRECT_LENGTH:  # Django raises an error for longer redirects
                return HttpResponseRedirect(address)
        return super().serve(request, *args, **kwargs)
