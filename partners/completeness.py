"""What is missing in a record before it is of use to others: said once, for lists, filters and the start page."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from partners.models import BINDING, Agreement, Institution, Party


def incomplete_institution() -> Q:
    return Q(city_de="") | Q(website="") | Q(latitude=None)


def incomplete_agreement() -> Q:
    """What is signed needs somebody who answers for it and a party; a field of study is asked of all."""
    parties = Party.objects.filter(agreement=OuterRef("pk"))
    return Q(stage__in=BINDING) & (Q(responsible=None) | ~Q(Exists(parties)) | Q(subjects=None))


def missing_in(institution: Institution) -> list[str]:
    """Return what an institution lacks, in words."""
    lacks = {
        _("city"): not institution.city_de,
        _("website"): not institution.website,
        _("location"): institution.latitude is None,
    }
    return [name for name, is_missing in lacks.items() if is_missing]


def missing_of(agreement: Agreement) -> list[str]:
    lacks = {
        _("responsible person"): agreement.responsible_id is None,
        _("party"): not agreement.parties.all(),
        _("field of study"): not agreement.subjects.all(),
    }
    return [name for name, is_missing in lacks.items() if is_missing]
