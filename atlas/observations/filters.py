"""How staff narrow the list of figures."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from atlas.models import Observation
from portal.core.admin.listings import NarrowedFilterSet


class ObservationFilterSet(NarrowedFilterSet):
    """Filters by what a figure is about, and by whether its source has a later release."""

    age = ChoiceFilter(
        label=_("State"),
        choices=[("older", _("older than its source")), ("current", _("as its source"))],
        empty_label=_("All"),
        method="filter_age",
    )

    class Meta:
        model = Observation
        fields = ["measure", "city", "institution", "status", "source"]

    def filter_age(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        older = older_than_source(queryset)
        return older if value == "older" else queryset.exclude(pk__in=older.values("pk"))


def older_than_source(figures: QuerySet) -> QuerySet:
    """Return the figures taken from an earlier release than the one that their source names now.

    A year is no earlier than a month or a day in it.
    """
    return figures.filter(taken_on__lt=F("source__as_of")).exclude(source__as_of__startswith=F("taken_on"))
