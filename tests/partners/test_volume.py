"""Invented partners in bulk: as many as asked for, and gone without a trace."""

import pytest
from django.core.management import call_command

from partners.models import Agreement, Contact, Institution, Party
from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db
COUNTED = (Institution, Agreement, Party, Contact)


def rows():
    return {model: model.objects.count() for model in COUNTED}


def test_asked_for_again_only_what_is_missing_is_made():
    call_command("make_volume", partners=4, verbosity=0)
    call_command("make_volume", partners=8, verbosity=0)
    call_command("make_volume", partners=8, verbosity=0)
    assert Institution.objects.filter(public_id__startswith="v0p").count() == 8
    assert Agreement.objects.filter(public_id__startswith="v0p").count() == 20


def test_removed_they_leave_what_was_there():
    PartnerFactory()
    before = rows()
    call_command("make_volume", partners=6, verbosity=0)
    assert rows() != before
    call_command("make_volume", remove=True, verbosity=0)
    assert rows() == before
