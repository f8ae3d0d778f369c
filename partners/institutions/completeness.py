"""What an institution can lack: said once, for lists, filters and the start page."""

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
    return reduce(or_, INSTITUTION.values())
