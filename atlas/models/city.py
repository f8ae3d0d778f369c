from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from portal.core.models import Named

LARGEST = 100  # of a place in the drawing, in hundredths


class City(index.Indexed, Named):
    """A city of the atlas, with its place in the schematic map."""

    notation = models.SlugField(
        _("notation"), max_length=40, unique=True, help_text=_("Stands in addresses, the same in both languages.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("From west to east."))
    map_x = models.PositiveSmallIntegerField(
        _("place from the left"),
        validators=[MaxValueValidator(LARGEST)],
        help_text=_("In hundredths of the width of the schematic map."),
    )
    map_y = models.PositiveSmallIntegerField(
        _("place from the top"),
        validators=[MaxValueValidator(LARGEST)],
        help_text=_("In hundredths of the height of the schematic map."),
    )

    search_fields = [index.AutocompleteField("name_de")]

    class Meta:
        ordering = ["position", "sort_de"]
        verbose_name = _("city")
        verbose_name_plural = _("cities")
