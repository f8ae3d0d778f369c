"""The directory as a finder, and agreements for it to find."""

from django.http import QueryDict

from partners.directory.finder import PartnerFinder
from partners.models import Institution, SubjectField
from tests.factories import AgreementFactory

PATH = "/de/partnerschaften/"


def find(query=""):
    return PartnerFinder(QueryDict(query), PATH)


def signed(partner, *, codes=(), further=(), **columns):
    """Make an agreement with a partner, or with several, about the fields of some codes and with further units."""
    agreement = AgreementFactory(partners=[partner] if isinstance(partner, Institution) else partner, **columns)
    agreement.subjects.set(SubjectField.objects.filter(code__in=codes))
    agreement.further_units.set(further)
    agreement.save()
    return agreement
