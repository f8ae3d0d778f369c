"""Invented partners in bulk: as many as requested, and removed without a trace."""

import pytest

from partners.models import Agreement, Contact, Institution, Party
from tests.benchmarks.volume import partners
from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db
COUNTED = (Institution, Agreement, Party, Contact)


def rows():
    return {model: model.objects.count() for model in COUNTED}


def test_asked_for_again_only_what_is_missing_is_made():
    partners.make(4)
    partners.make(8)
    partners.make(8)
    assert Institution.objects.filter(public_id__startswith="v0p").count() == 8
    assert Agreement.objects.filter(public_id__startswith="v0p").count() == 20


def test_removed_they_leave_what_was_there():
    PartnerFactory()
    before = rows()
    partners.make(6)
    assert rows() != before
    partners.remove()
    assert rows() == before
