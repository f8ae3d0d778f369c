"""The finder of the partner directory, and a function that creates agreements for it."""

from django.http import QueryDict

from partners.directory.finder import PartnerFinder
from partners.models import Institution, SubjectField
from tests.factories import AgreementFactory

PATH = "/de/partnerschaften/"


def find(query=""):
    return PartnerFinder(QueryDict(query), PATH)


def signed(partner, *, codes=(), further=(), **columns):
    """Create an agreement with one partner or several, on the fields with these codes and with further units."""
    agreement = AgreementFactory(partners=[partner] if isinstance(partner, Institution) else partner, **columns)
    agreement.subjects.set(SubjectField.objects.filter(code__in=codes))
    agreement.further_units.set(further)
    agreement.save()
    return agreement
