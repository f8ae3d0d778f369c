"""Which agreements fit a student's field and academic year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.abroad.mobility import Fit, fit_of
from partners.agreements.validity import in_force_within, is_in_force
from partners.models import Agreement, Renewal, Stage
from portal.core.time.academic_year import AcademicYear, academic_year
from tests.examples import some
from tests.factories import AgreementFactory, UnitFactory

YEAR = AcademicYear(2026)


@pytest.mark.parametrize(
    ("day", "name"), [((2026, 9, 30), "2025/26"), ((2026, 10, 1), "2026/27"), ((2099, 12, 31), "2099/00")]
)
def test_a_year_begins_with_the_winter_semester(day, name):
    assert str(academic_year(date(*day))) == name


@pytest.mark.parametrize(
    ("codes", "requested", "fit"),
    [
        (["0613"], "0613", Fit.FIELD),
        (["0613"], "061", Fit.FIELD),
        (["061"], "0613", Fit.BROADER),
        (["06"], "0613", Fit.BROADER),
        (["0610"], "0613", Fit.BROADER),  # "not further defined" covers all of 061
        (["0613"], "0610", Fit.FIELD),
        (["0612"], "0613", None),
        (["0714", "061"], "0613", Fit.BROADER),
        ([], "0613", Fit.ANY_FIELD),
        (["10"], "1015", Fit.BROADER),  # a broad field whose code ends in 0
        (["101"], "10", Fit.FIELD),
    ],
)
def test_how_well_fields_fit(codes, requested, fit):
    assert fit_of(codes, requested) == fit


dates = st.dates(date(2025, 6, 1), date(2028, 6, 1))
columns = st.fixed_dictionaries(
    {
        "starts_on": dates,
        "ends_on": st.none() | dates,
        "stage": st.sampled_from([Stage.SIGNED, Stage.TERMINATED, Stage.SUPERSEDED, Stage.DRAFT]),
        "terminated_on": st.none() | dates,
        "renewal": st.sampled_from(Renewal),
        "renewal_months": st.sampled_from([None, 12]),
    }
)


@pytest.mark.django_db
@some(0.3)
@given(old=columns, new=columns)
def test_in_force_within_a_year_is_just_the_days_on_which_it_is_in_force(db, old, new):
    unit = UnitFactory()
    agreement = AgreementFactory(partners=[], unit=unit, **old)
    AgreementFactory(partners=[], unit=unit, predecessor=agreement, **new)
    agreement = Agreement.objects.prefetch_related("successors").get(pk=agreement.pk)
    days = [date.fromordinal(ordinal) for ordinal in range(YEAR.first_day.toordinal(), YEAR.last_day.toordinal() + 1)]
    days_in_force = [day for day in days if is_in_force(agreement, day)]
    assert in_force_within(agreement, YEAR.first_day, YEAR.last_day) == (
        (days_in_force[0], days_in_force[-1]) if days_in_force else None
    )
    assert len(days_in_force) in (0, (days_in_force[-1] - days_in_force[0]).days + 1 if days_in_force else 0)
