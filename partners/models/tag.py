from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from portal.core.models import Named


class Tag(index.Indexed, Named):
    """A label by which the international office groups institutions, such as "Aurora" or "priority Africa"."""

    search_fields = [index.AutocompleteField("name_de"), index.AutocompleteField("name_en")]

    class Meta(Named.Meta):
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
