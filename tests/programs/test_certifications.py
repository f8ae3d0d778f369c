"""The status of a certification on a day."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from portal.core.visibility import public
from programs.certifications.selectors import certification_list, certification_page, proofs
from programs.certifications.status import (
    CURRENT,
    CertificateStatus,
    certificate_status,
    refuse_second,
    with_certificate_status,
)
from programs.models import Certification
from tests.factories import CertificationFactory, CertificationSchemeFactory, InstitutionFactory, UnitFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)
NEAR = st.dates(date(2024, 11, 1), date(2027, 3, 1))


def on(day, **columns):
    return certificate_status(
        CertificationFactory.build(scheme=None, holder_unit=None, responsible_unit=None, **columns), day
    )


def errors_of(certification):
    with pytest.raises(ValidationError) as error:
        certification.full_clean()
    return set(error.value.message_dict)


def test_awarded_before_it_was_decided():
    award = {"decided_on": "2025-11-04", "valid_from": "2025-01-01", "valid_until": "2027-12-31"}
    assert on(date(2025, 6, 1), **award) == CertificateStatus.VALID
    assert on(date(2024, 12, 31), **award) == CertificateStatus.UPCOMING


def test_without_an_end_it_never_expires():
    charter = {"decided_on": "2012-06-05", "valid_from": "", "valid_until": ""}
    assert on(date(9999, 12, 31), **charter) == CertificateStatus.VALID
    assert on(date(9999, 12, 31), is_open_ended=True, **charter) == CertificateStatus.VALID


def test_valid_through_its_last_day_in_berlin_and_earlier_in_the_minute_after():
    certification = CertificationFactory(valid_until="2026-07-31")
    with time_machine.travel("2026-07-31T23:59:59+02:00", tick=False):
        assert certificate_status(certification) == CertificateStatus.VALID
        assert not certification_list()["earlier"]
    with time_machine.travel("2026-08-01T00:00:00+02:00", tick=False):
        assert certificate_status(certification) == CertificateStatus.EARLIER
        assert certification_list()["earlier"] == [certification]


def test_an_extension_keeps_it_while_the_next_decision_is_being_made():
    extended = {"valid_until": "2026-06-14", "extended_until": "2027-03-31"}
    assert on(date(2026, 6, 14), **extended) == CertificateStatus.VALID
    assert on(date(2026, 6, 15), **extended) == CertificateStatus.EXTENDED
    assert on(date(2027, 4, 1), **extended) == CertificateStatus.EARLIER


def test_what_was_withdrawn_held_until_then_and_without_a_day_nobody_knows():
    assert on(date(2026, 5, 31), status="withdrawn", ended_on="2026-05") == CertificateStatus.VALID
    assert on(date(2026, 6, 1), status="withdrawn", ended_on="2026-05") == CertificateStatus.EARLIER
    assert on(date(2021, 1, 1), status="withdrawn") == CertificateStatus.EARLIER


@pytest.mark.parametrize("status", ["planned", "applied", "not-awarded"])
def test_what_is_not_awarded_is_worth_nothing_and_public_nowhere(status):
    certification = CertificationFactory(status=status)
    assert certificate_status(certification, DAY) == CertificateStatus.NONE
    assert not public(Certification.objects.all()).exists()
    listing = certification_list(DAY)
    assert (listing["themes"], listing["upcoming"], listing["earlier"], listing["timeline"].table) == ([], [], [], [])
    assert proofs([certification.scheme_id]) == []


WRITTEN = st.just("") | st.tuples(NEAR, st.sampled_from((4, 7, 10))).map(lambda pair: pair[0].isoformat()[: pair[1]])
ENDS = dict.fromkeys(("decided_on", "valid_from", "valid_until", "extended_until", "ended_on"), WRITTEN)


@given(
    ends=st.fixed_dictionaries(ENDS),
    status=st.sampled_from(["planned", "applied", "held", "lapsed", "withdrawn", "not-awarded"]),
    day=NEAR,
)
def test_the_database_says_the_same(ends, status, day):
    if not Certification.objects.exists():
        CertificationFactory()
    Certification.objects.update(status=status, **ends)
    certification = with_certificate_status(Certification.objects.all(), day).get()
    assert certification.status_on_day == certificate_status(certification, day)


def test_a_second_current_one_of_one_scheme_holder_and_level_is_refused():
    first = CertificationFactory()
    same = {"scheme": first.scheme, "holder_unit": first.holder_unit, "responsible_unit": first.responsible_unit}
    with pytest.raises(ValidationError) as refused:
        refuse_second(CertificationFactory.build(**same))
    assert list(refused.value.message_dict) == ["valid_from"]
    refuse_second(CertificationFactory.build(level_de="Silber", **same))
    refuse_second(CertificationFactory.build(award=first, **same))
    refuse_second(CertificationFactory.build(**{**same, "holder_unit": UnitFactory()}))
    refuse_second(CertificationFactory.build(valid_until="2024-12-31", **same))
    refuse_second(CertificationFactory.build(status="applied", **same))
    refuse_second(first)  # a certification does not conflict with itself


def test_an_ended_one_makes_room():
    first = CertificationFactory(valid_until="2024-12-31")
    same = {"scheme": first.scheme, "holder_unit": first.holder_unit, "responsible_unit": first.responsible_unit}
    refuse_second(CertificationFactory.build(**same))


@pytest.mark.parametrize(
    ("kind", "columns", "wrong"),
    [
        ("certificate", {"valid_until": ""}, {"valid_until"}),
        ("award", {"valid_until": ""}, {"valid_until"}),
        ("accreditation", {"valid_until": ""}, {"valid_until"}),
        ("charter", {}, {"valid_until"}),
        ("certificate", {"is_open_ended": True}, {"valid_until"}),
        ("certificate", {"valid_from": "", "decided_on": ""}, {"valid_from"}),
        ("certificate", {"valid_until": "2019"}, {"valid_until"}),
        ("certificate", {"extended_until": "2098", "extension_reason_de": "Verfahren"}, {"extended_until"}),
        ("certificate", {"extended_until": "2100"}, {"extended_until"}),
    ],
)
def test_dates_that_cannot_be_are_refused_at_their_field(kind, columns, wrong):
    scheme = CertificationSchemeFactory(kind=kind)
    certification = CertificationFactory.build(
        **{"scheme": scheme, "holder_unit": UnitFactory(), "responsible_unit": UnitFactory(), **columns}
    )
    assert errors_of(certification) == wrong


@pytest.mark.parametrize("kind", ["charter", "reporting-cycle", "audit-participation", "funding-selection"])
def test_where_nothing_ends_no_end_is_needed(kind):
    scheme = CertificationSchemeFactory(kind=kind)
    certification = CertificationFactory.build(
        scheme=scheme, holder_unit=UnitFactory(), responsible_unit=UnitFactory(), valid_until=""
    )
    certification.full_clean()
    assert certificate_status(certification, DAY) in CURRENT


def test_it_is_held_by_one_unit_or_one_institution():
    scheme, unit = CertificationSchemeFactory(), UnitFactory()
    both = {"scheme": scheme, "responsible_unit": unit}
    assert "holder_unit" in errors_of(Certification(**both, holder_unit=unit, holder_institution=InstitutionFactory()))
    assert "holder_unit" in errors_of(Certification(**both))


def test_an_add_on_stands_with_its_award_and_not_beside_it():
    award = CertificationFactory()
    add_on = CertificationFactory(award=award, scheme=award.scheme, holder_unit=award.holder_unit)
    (theme,) = certification_list(DAY)["themes"]
    (holder,) = theme.holders
    assert holder.certifications == [award]
    assert holder.certifications[0].shown_add_ons == [add_on]
    assert certification_page(award)["add_ons"] == [add_on]


def test_what_a_unit_holds_stands_under_the_unit():
    university = UnitFactory()
    faculty = UnitFactory(parent=university, institution=None)
    scheme = CertificationSchemeFactory()
    for unit in (university, faculty):
        CertificationFactory(scheme=scheme, holder_unit=unit)
    (theme,) = certification_list(DAY)["themes"]
    assert [holder.unit for holder in theme.holders] == [None, faculty]


def test_the_list_asks_one_question_however_many_there_are(django_assert_num_queries):
    scheme = CertificationSchemeFactory()
    for _number in range(12):
        CertificationFactory(scheme=scheme)
    with django_assert_num_queries(1):
        certification_list(DAY)


def test_the_drawing_starts_with_the_first_year_and_marks_what_has_no_end():
    CertificationFactory(valid_from="2010", valid_until="2012")
    CertificationFactory(valid_from="2020-07-01", valid_until="", is_open_ended=True)
    timeline = certification_list(DAY)["timeline"]
    years = [year for year, _x in timeline.years]
    assert (timeline.first, timeline.last) == (years[0], years[-1]) == (2010, 2028)
    assert years == [2010, 2013, 2016, 2019, 2022, 2025, 2028]
    first, second = (row.bars[0] for row in timeline.rows)
    assert (first.x, first.tone) == (0, "earlier")
    assert second.x + second.width == 1000
    assert first.x + first.width < second.x < timeline.today < 1000
