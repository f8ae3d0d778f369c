from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from portal.core.language.bilingual import LANGUAGES, is_empty
from portal.core.models import Identified
from portal.core.models.fields import WrittenDateField


class Fact(index.Indexed, Identified):
    """A figure or statement with its date and source. Facts whose sources disagree refer to one another."""

    statement = models.CharField(_("statement"), max_length=400)
    value = models.CharField(
        _("figure"), max_length=40, blank=True, help_text=_("As it is to be shown: “> 400”, “33 %”.")
    )
    unit = models.CharField(_("what is counted"), max_length=200, blank=True, help_text=_("Stands below the figure."))
    as_of = WrittenDateField(_("as of"), blank=True)
    as_of_note = models.CharField(
        _("note on the date"),
        max_length=200,
        blank=True,
        help_text=_("Where there is no exact date."),
    )
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("address of the source"), blank=True, max_length=500)
    conflicts_with = models.ManyToManyField("self", blank=True, verbose_name=_("other sources say"))

    search_fields = [
        index.AutocompleteField(f"{name}_{language}")
        for name in ("statement", "value", "unit", "source")
        for language in LANGUAGES
    ]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source_de__regex=r"\S"),
                name="partners_fact_has_source",
                violation_error_message=_("Say who says so."),
            ),
        ]

    def __str__(self) -> str:
        return self.statement_de

    def clean(self) -> None:
        super().clean()
        if is_empty(self.source_de):
            raise ValidationError({"source_de": _("Say who says so.")})
