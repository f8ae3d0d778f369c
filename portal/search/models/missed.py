from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.language.bilingual import LANGUAGES


class MissedQuery(models.Model):
    """A query without results, with how often it was made on one day. Nothing is kept about the readers."""

    query = models.CharField(_("query"), max_length=80)
    language = models.CharField(_("language"), max_length=2, choices=[(code, code) for code in LANGUAGES])
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("query without results")
        verbose_name_plural = _("queries without results")
        constraints = [models.UniqueConstraint(fields=["query", "language", "day"], name="search_missed_once_a_day")]

    def __str__(self) -> str:
        return self.query
