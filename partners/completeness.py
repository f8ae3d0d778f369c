"""What is missing in a record before it is of use to others: said once, for lists, filters and the start page."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from partners.models import BINDING, Agreement, Condition, Party

INSTITUTION = {
    _("city"): Q(city_de=""),
    _("website"): Q(website=""),
    _("location"): Q(latitude=None),
}


def agreement_lacks() -> dict:
    """Return what a signed agreement can lack, and the condition for it. Who says how many may go says in what."""
    parties = Party.objects.filter(agreement=OuterRef("pk"))
    conditions = Condition.objects.filter(agreement=OuterRef("pk"))
    subjects = Agreement.subjects.through.objects.filter(agreement=OuterRef("pk"))
    return {
        _("responsible person"): Q(responsible=None),
        _("party"): ~Q(Exists(parties)),
        _("field of study"): ~Q(Exists(subjects)) & Q(Exists(conditions)),
    }


def incomplete_institution() -> Q:
    return reduce(or_, INSTITUTION.values())


def incomplete_agreement() -> Q:
    """Only what is signed has to be complete."""
    return Q(stage__in=BINDING) & reduce(or_, agreement_lacks().values())
