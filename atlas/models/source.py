from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from portal.core.language.bilingual import is_empty
from portal.core.models import Named
from portal.core.models.fields import WrittenDateField


class Source(index.Indexed, Named):
    """A published collection of figures, with its date and licence. Its name is its title."""

    publisher = models.CharField(_("publisher"), max_length=200)
    as_of = WrittenDateField(
        _("as of"), help_text=_("The latest release: a year, a month or a day. Figures taken earlier are out of date.")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    url = models.URLField(_("address of the source"), blank=True, max_length=500)
    licence = models.CharField(_("licence"), max_length=200)
    licence_url = models.URLField(_("address of the licence"), blank=True, max_length=500)

    search_fields = [index.AutocompleteField("name_de"), index.AutocompleteField("name_en")]

    class Meta:
        ordering = ["sort_de"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def clean(self) -> None:
        super().clean()
        if is_empty(self.licence_de):
            raise ValidationError({"licence_de": _("Say on which terms the figures may be used.")})
