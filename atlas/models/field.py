from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from portal.core.models import Named


class Scheme(models.TextChoices):
    EUROSCIVOC = "euroscivoc", _("EuroSciVoc (European Union)")
    DFG = "dfg", _("Subject areas of the DFG")
    FEDERAL = "federal", _("Funding areas of the federal government")


class ResearchField(index.Indexed, Named):
    """A field of research in one of two levels; `is_residual` stands for what has no field in the source."""

    FIRST, SECOND = 1, 2

    code = models.CharField(_("code"), max_length=20, unique=True, help_text=_("As in the vocabulary of its source."))
    scheme = models.CharField(_("vocabulary"), max_length=12, choices=Scheme, default=Scheme.EUROSCIVOC)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
        help_text=_("Empty: a field of the first level. The distances between fields follow from this."),
    )
    is_residual = models.BooleanField(
        _("stands for no field"), default=False, help_text=_("Counts in totals, and in no measure of diversity.")
    )

    search_fields = [
        index.AutocompleteField("code"),
        index.AutocompleteField("name_de"),
        index.AutocompleteField("name_en"),
    ]

    class Meta:
        ordering = ["scheme", "code"]
        verbose_name = _("field of research")
        verbose_name_plural = _("fields of research")

    def clean(self) -> None:
        super().clean()
        if self.parent_id and (reason := self._wrong_parent()):
            raise ValidationError({"parent": reason})

    @property
    def level(self) -> int:
        return self.SECOND if self.parent_id else self.FIRST

    def _wrong_parent(self) -> Any:
        """Return why the field cannot be part of its parent, or None: the tree has two levels in each vocabulary."""
        if self.parent is None or self.parent.pk == self.pk or self.parent.parent_id:
            return _("Choose a field of the first level: the tree has two.")
        if self.parent.scheme != self.scheme:
            return _("Both fields have to belong to the same vocabulary.")
        if self.pk and self.children.exists():
            return _("This field has parts of its own: the tree has two levels.")
        return None
