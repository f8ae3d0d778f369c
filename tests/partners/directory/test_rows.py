"""What a row of the list says about a partner's agreements."""

from datetime import date

import pytest

from partners.models import Renewal
from portal.core import content_version
from tests.factories import AgreementFactory, InstitutionFactory, PartnerFactory
from tests.partners.directory.asking import find

pytestmark = pytest.mark.django_db


def the_line():
    """Return the agreement line of the list's only row."""
    content_version.forget()
    (row,) = find().page
    return row.line


@pytest.mark.parametrize(
    ("columns", "sentence", "is_being_renewed"),
    [
        ({"ends_on": date(2027, 9, 30)}, "in Kraft bis 30. September 2027", False),
        ({"ends_on": None}, "in Kraft, ohne festes Ende", False),
        ({"ends_on": date(2026, 9, 30), "renewal": Renewal.BY_AGREEMENT}, "beendet am 30. September 2026", True),
        (
            {"ends_on": date(2024, 12, 31), "renewal": Renewal.AUTOMATIC, "renewal_months": 12},
            "gilt bis zur Kündigung",
            False,
        ),
    ],
)
def test_a_row_says_honestly_what_there_is(columns, sentence, is_being_renewed):
    AgreementFactory(partners=[PartnerFactory()], **columns)
    line = the_line()
    assert sentence in line.status.sentence
    assert line.status.is_being_renewed is is_being_renewed
    assert line.more == 0


def test_a_row_tells_of_the_agreement_that_goes_on_longest_and_counts_the_others():
    partner = PartnerFactory()
    for ends_on in (date(2027, 1, 1), date(2029, 1, 1), date(2025, 1, 1)):
        AgreementFactory(partners=[partner], ends_on=ends_on)
    AgreementFactory(partners=[partner], starts_on=date(2027, 1, 1), ends_on=date(2040, 1, 1))
    line = the_line()
    assert (line.status.sentence, line.more_words) == ("in Kraft bis 1. Januar 2029", "1 weitere in Kraft")


def test_cooperation_without_an_agreement_has_no_line():
    InstitutionFactory(cooperation_without_agreement=True)
    assert the_line() is None
