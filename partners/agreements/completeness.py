"""What makes a signed agreement incomplete: the rules for filters and worklists."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.models import BINDING, Agreement, Condition, Party


def agreement_lacks() -> dict[Promise, Q]:
    """Return by label what a signed agreement can lack, with the condition for it.

    A field of study is needed only if there are cooperation conditions.
    """
    parties = Party.objects.filter(agreement=OuterRef("pk"))
    conditions = Condition.objects.filter(agreement=OuterRef("pk"))
    subjects = Agreement.subjects.through.objects.filter(agreement=OuterRef("pk"))
    return {
        _("responsible person"): Q(responsible=None),
        _("party"): ~Q(Exists(parties)),
        _("field of study"): ~Q(Exists(subjects)) & Q(Exists(conditions)),
    }


def incomplete_agreement() -> Q:
    """Return the condition for a signed agreement that lacks something; only signed ones have to be complete."""
    return Q(stage__in=BINDING) & reduce(or_, agreement_lacks().values())
