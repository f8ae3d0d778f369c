from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from partners.models.institution import Institution
from portal.core.models import Named


class Unit(index.Indexed, Named):
    """A part of the host university: faculty, office, centre. The root stands for the university itself."""

    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name=_("institution"),
        help_text=_("Only for the unit at the top: the university itself."),
    )
    website = models.URLField(_("website"), blank=True)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="units",
        verbose_name=_("unit editors"),
        help_text=_("Accounts of the group “unit editor” that edit what belongs to this unit and to its parts."),
    )

    not_copied = ("institution", "editors")

    search_fields = [index.AutocompleteField("name_de"), index.AutocompleteField("name_en")]

    class Meta(Named.Meta):
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent=None) ^ models.Q(institution=None), name="partners_unit_root_has_institution"
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.parent and self in self.parent.path():
            raise ValidationError({"parent": _("A unit cannot be part of itself.")})
        if bool(self.parent_id) == bool(self.institution_id):
            message = _("A unit is part of another one; only the unit at the top names its institution instead.")
            raise ValidationError({"parent": message})

    def path(self) -> list["Unit"]:
        """Return the units from the root down to this one. One query per level: for forms and messages only."""
        path = [self]
        while path[0].parent and path[0].parent not in path:
            path.insert(0, path[0].parent)
        return path
