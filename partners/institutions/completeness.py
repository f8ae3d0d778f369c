"""What makes an institution incomplete: the rules for filters and worklists."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

INSTITUTION = {
    _("city"): Q(city_de=""),
    _("website"): Q(website=""),
    _("location"): Q(latitude=None),
}


def incomplete_institution() -> Q:
    """Return the condition for an institution that lacks at least one of these."""
    return reduce(or_, INSTITUTION.values())
