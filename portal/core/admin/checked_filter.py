"""The filter of lists of records for those whose check is due."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from portal.core.admin.assurance import due_for_check_q

NEVER, DUE = "never", "due"
NEVER_CHECKED = f"?checked={NEVER}"  # the query of a list


class CheckedFilterSet(WagtailFilterSet):
    """Leaves the records that the worklist of checks counts: what readers see, and is not in time."""

    checked = ChoiceFilter(
        label=_("Check"),
        choices=[(DUE, _("due")), (NEVER, _("never checked"))],
        empty_label=_("All"),
        method="filter_checked",
    )

    def filter_checked(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        is_never = Q(assured_on=None) if value == NEVER else Q()
        return queryset.filter(due_for_check_q(queryset.model) & is_never)
