"""When renewal talks should start, in Python and in SQL; and tidying texts of invisible characters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.agreements.renewal import deadline, start_talking_on, with_renewal
from partners.models import Agreement, AgreementType, Renewal
from portal.core.models.tidy import tidy
from tests.examples import some
from tests.factories import AgreementFactory

pytestmark = pytest.mark.django_db
days = st.dates(date(2023, 1, 1), date(2030, 12, 31))


@some(0.3)
@given(end=st.none() | days, notice=st.integers(0, 24), renewal=st.sampled_from(Renewal), day=days)
def test_both_ways_of_counting_back_agree(db, end, notice, renewal, day):
    columns = {"renewal": renewal, "renewal_months": 12 if renewal == Renewal.AUTOMATIC else None}
    agreement = AgreementFactory(ends_on=end, notice_months=notice, partners=[], **columns)
    assert with_renewal(Agreement.objects.filter(pk=agreement.pk), day).get().talk_from == start_talking_on(
        agreement, day
    )


def test_talking_begins_the_notice_and_the_lead_time_before_the_end():
    lead = AgreementType.objects.get(notation="double-degree")
    agreement = AgreementFactory(
        ends_on=date(2029, 8, 31), notice_months=6, agreement_type=lead
    )  # 18 months of lead time
    assert start_talking_on(agreement, date(2027, 1, 1)) == date(2027, 8, 31)
    assert deadline(agreement, date(2027, 1, 1)) == date(2029, 8, 31)


def test_the_deadline_of_what_renews_itself_is_that_of_the_notice():
    agreement = AgreementFactory(
        ends_on=date(2024, 2, 29), notice_months=3, renewal=Renewal.AUTOMATIC, renewal_months=12
    )
    assert deadline(agreement, date(2026, 6, 1)) == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("\u00a0Malta\u200b", "Malta"),
        ("Universita\u0308t", "Universität"),
        ("a\x00b\x07c", "abc"),
        ("\ufeff \u200b\u00a0", ""),
        ("zwei\nZeilen", "zwei\nZeilen"),
    ],
)
def test_text_is_tidied(typed, stored):
    assert tidy(typed) == stored
    assert tidy(stored) == stored
