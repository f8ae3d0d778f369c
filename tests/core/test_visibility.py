"""The definition of "public", tested at noon on 21 November 2026 in Berlin."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from partners.models import Contact
from portal.core.visibility import public
from programs.models import Kind, Program
from tests.factories import ContactFactory, ProgramFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


@pytest.fixture
def noon():
    with time_machine.travel("2026-11-21T12:00:00+01:00", tick=False):
        yield


@pytest.mark.parametrize(
    ("columns", "is_public"),
    [
        ({}, True),
        ({"status": "paused"}, True),
        ({"status": "ended"}, True),
        ({"live": False}, False),
        ({"live": False, "go_live_at": datetime(2026, 12, 1, tzinfo=UTC)}, False),
        ({"expire_at": datetime(2026, 11, 21, 10, 59, tzinfo=UTC)}, False),  # even if the scheduler has not run
        ({"expire_at": datetime(2026, 11, 21, 11, 1, tzinfo=UTC)}, True),
    ],
)
def test_a_programme_is_public_while_live_and_not_past_its_expiry(columns, is_public):
    ProgramFactory(**columns)
    assert public(Program.objects.all()).exists() == is_public


@pytest.mark.parametrize(
    ("columns", "is_public"),
    [
        ({}, True),
        ({"person": "Erika Muster"}, False),
        ({"person": "Erika Muster", "publication_basis": "Einwilligung vom 3. Mai 2026"}, True),
        ({"delete_after": date(2026, 11, 21)}, True),
        ({"delete_after": date(2026, 11, 20)}, False),
    ],
)
def test_a_person_is_public_only_with_a_recorded_basis(columns, is_public):
    ContactFactory(**columns)
    assert public(Contact.objects.all()).exists() == is_public


def test_asking_for_a_model_that_knows_no_drafts_is_an_error():
    with pytest.raises(Exception, match="live"):
        list(public(Kind.objects.all()))
