from django.utils.translation import gettext_lazy as _

from portal.core.models import Named


class Tag(Named):
    """A label by which the international office groups institutions, such as "Aurora" or "priority Africa"."""

    class Meta(Named.Meta):
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
