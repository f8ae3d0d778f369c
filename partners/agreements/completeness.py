"""What a signed agreement can lack: said once, for lists, filters and the start page."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from partners.models import BINDING, Agreement, Condition, Party


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


def incomplete_agreement() -> Q:
    """Only what is signed has to be complete."""
    return Q(stage__in=BINDING) & reduce(or_, agreement_lacks().values())
