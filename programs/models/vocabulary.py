from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from portal.core.language.richtext import PLAIN_FEATURES
from portal.core.models import Named, Record


class Notated(models.Model):
    """A concept of a vocabulary, with a value for addresses and synonyms for the search."""

    notation = models.SlugField(
        _("notation"), max_length=40, unique=True, help_text=_("Stands in addresses, the same in both languages.")
    )
    synonyms = ArrayField(
        verbose_name=_("synonyms"),
        base_field=models.CharField(max_length=80),
        default=list,
        blank=True,
        help_text=_("What people type who look for it, separated by commas."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    notated_fields = [index.AutocompleteField(name) for name in ("notation", "synonyms_de", "synonyms_en")]

    class Meta:
        abstract = True
        ordering = ["position", "sort_de"]


class Entry(models.TextChoices):
    APPLY = "apply", _("One applies")
    REGISTER = "register", _("One registers")


class Kind(Notated, Named):
    """The kind of help that a programme offers."""

    entry = models.CharField(
        _("way in"),
        max_length=10,
        choices=Entry,
        default=Entry.APPLY,
        db_default=Entry.APPLY,
        help_text=_("Deadlines say accordingly “Apply by” or “Register by”."),
    )

    search_fields = [*Named.search_fields, *Notated.notated_fields]

    class Meta(Notated.Meta):
        verbose_name = _("kind of offer")
        verbose_name_plural = _("kinds of offer")


class Phase(Notated, Named):
    """The phase of a course of study for which a programme is meant."""

    search_fields = [*Named.search_fields, *Notated.notated_fields]

    class Meta(Notated.Meta):
        verbose_name = _("study phase")
        verbose_name_plural = _("study phases")


class Level(Notated, Named):
    """The degree for which one studies."""

    search_fields = [*Named.search_fields, *Notated.notated_fields]

    class Meta(Notated.Meta):
        verbose_name = _("level")
        verbose_name_plural = _("levels")


class Mode(Notated, Named):
    """The time that a programme takes: full-time, part-time, in blocks."""

    search_fields = [*Named.search_fields, *Notated.notated_fields]

    class Meta(Notated.Meta):
        verbose_name = _("mode of study")
        verbose_name_plural = _("modes of study")


class Delivery(Notated, Named):
    """Where one takes part: on site, online or both."""

    search_fields = [*Named.search_fields, *Notated.notated_fields]

    class Meta(Notated.Meta):
        verbose_name = _("form of delivery")
        verbose_name_plural = _("forms of delivery")


class LifeSituation(Notated, Record):
    """A life situation for which programmes are intended. It says nothing about who may apply."""

    sentence = models.CharField(_("sentence"), max_length=120, help_text=_("Goes on after “I …”: “have children”."))
    people = models.CharField(
        _("people"),
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text=_("Goes on after “open for …”: “refugees”."),
    )
    title = models.CharField(_("title of the page"), max_length=120)
    summary = models.CharField(_("summary"), max_length=200, blank=True)
    introduction = RichTextField(_("introduction"), blank=True, features=PLAIN_FEATURES)
    is_sensitive = models.BooleanField(
        _("sensitive"), default=False, help_text=_("The page offers a quick way out and leaves no trace in caches.")
    )

    search_fields = [*Record.search_fields, *Notated.notated_fields]

    template = "programs/life_situation.html"
    page_selector = "programs.catalogue.selectors.situation_page"

    class Meta(Notated.Meta, Record.Meta):
        verbose_name = _("life situation")
        verbose_name_plural = _("life situations")
