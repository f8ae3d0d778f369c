"""The page types that editors write, each with the page types allowed as its parents and children."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel

from partners.models import Contact
from portal.core.admin.widgets import LongChecklist
from portal.core.visibility import public
from portal.pages.models.base import BodyPage
from portal.pages.selectors import home_context, public_children
from programs.catalogue.selectors import easy_programs


class HomePage(BodyPage):
    """The home page of one language: life situations, and the next deadlines."""

    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home.html"
    max_count_per_parent = 2  # one for each language

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **home_context(self.locale.language_code)}


class SectionPage(BodyPage):
    """A section of the site, which lists its pages."""

    parent_page_types = ["pages.HomePage", "pages.SectionPage"]
    subpage_types = ["pages.SectionPage", "pages.ArticlePage"]
    template = "pages/section.html"

    class Meta:
        verbose_name = _("section page")
        verbose_name_plural = _("section pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "children": public_children(self)}


class ArticlePage(BodyPage):
    parent_page_types = ["pages.HomePage", "pages.SectionPage"]
    subpage_types: list[str] = []
    template = "pages/article.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class LegalPage(BodyPage):
    class Purpose(models.TextChoices):
        IMPRINT = "imprint", _("Imprint")
        PRIVACY = "privacy", _("Privacy")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")

    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose)

    content_panels = [*BodyPage.content_panels, FieldPanel("purpose")]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "pages/legal.html"

    class Meta:
        verbose_name = _("legal page")
        verbose_name_plural = _("legal pages")


class AccessPage(BodyPage):
    """Explains the site in Leichte Sprache or in German Sign Language. These pages are in German only."""

    class Purpose(models.TextChoices):
        EASY = "easy", "Leichte Sprache"
        SIGN = "sign", "Gebärdensprache"

    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose)

    content_panels = [*BodyPage.content_panels, FieldPanel("purpose")]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "pages/access.html"
    german_only = True

    class Meta:
        verbose_name = _("page in Leichte Sprache or sign language")
        verbose_name_plural = _("pages in Leichte Sprache or sign language")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        programs = easy_programs() if self.purpose == self.Purpose.EASY else []
        return {**super().get_context(request, *args, **kwargs), "programs": programs}


class ContactPage(BodyPage):
    """Contacts with mail and phone. There is no form, so no messages are stored."""

    class Purpose(models.TextChoices):
        CONTACT = "contact", _("Contact")
        BARRIER = "barrier", _("Report a barrier")

    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose)
    contacts = ParentalManyToManyField(Contact, blank=True, verbose_name=_("contacts"))

    content_panels = [*BodyPage.content_panels, FieldPanel("purpose"), FieldPanel("contacts", widget=LongChecklist)]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    template = "pages/contact.html"

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        keys = [contact.pk for contact in self.contacts.all()]
        contacts = public(Contact.objects.filter(pk__in=keys)).select_related("unit", "institution")
        return {**super().get_context(request, *args, **kwargs), "contacts": contacts}
