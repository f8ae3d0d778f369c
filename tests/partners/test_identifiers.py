"""Identifiers of institutions: errors are reported with a suggestion of what may have been meant."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from partners.identifiers import ISNI_SYMBOLS, ROR_SYMBOLS, Scheme, check, has_right_check, ror_check, suggestions
from partners.models import InstitutionIdentifier
from tests.factories import PartnerFactory

ROR, ISNI = "04mz5ra38", "0000000121875445"


@pytest.mark.parametrize(
    ("scheme", "value", "bare"),
    [
        ("ror", "https://ror.org/04mz5ra38", ROR),
        ("ror", " 04MZ5RA38 ", ROR),
        ("isni", "0000 0001 2187 5445", ISNI),
        ("isni", "https://isni.org/isni/0000000121875445", ISNI),
        ("wikidata", "https://www.wikidata.org/wiki/Q1", "Q1"),
        ("erasmus", "D  ESSEN04", "DESSEN04"),
        ("erasmus", "D\u00a0 ESSEN04", "DESSEN04"),
        ("pic", "999880657.0", "999880657"),
        ("oid", "e10209382", "E10209382"),
        ("schac", "Uni-Due.de", "uni-due.de"),
    ],
)
def test_every_way_of_writing_it(scheme, value, bare):
    assert check(scheme, value) == bare


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("ror", "#N/A"),
        ("ror", "14mz5ra38"),
        ("ror", "04mz5ra3"),
        ("isni", "0000"),
        ("wikidata", "1"),
        ("erasmus", "ESSEN"),
        ("pic", "12345678"),
        ("oid", "E1"),
        ("schac", "uni due"),
    ],
)
def test_what_is_no_identifier_names_value_and_remedy(scheme, value):
    with pytest.raises(ValidationError) as error:
        check(scheme, value)
    assert value in error.value.messages[0]


@given(st.text(alphabet=ROR_SYMBOLS, min_size=6, max_size=6), st.integers(0, 5), st.sampled_from(ROR_SYMBOLS))
def test_one_symbol_off_in_a_ror_is_noticed_and_the_right_one_is_suggested(symbols, index, symbol):
    right = f"0{symbols}{ror_check(symbols)}"
    wrong = f"0{symbols[:index]}{symbol}{symbols[index + 1 :]}{right[-2:]}"
    assert has_right_check(Scheme.ROR, right)
    if wrong != right:
        assert not has_right_check(Scheme.ROR, wrong)
        assert right in suggestions(Scheme.ROR, wrong)


@given(st.integers(0, 15), st.sampled_from(ISNI_SYMBOLS))
def test_one_digit_off_in_an_isni_is_noticed_and_the_right_one_is_suggested(index, digit):
    wrong = f"{ISNI[:index]}{digit}{ISNI[index + 1 :]}"
    if wrong != ISNI:
        assert not has_right_check(Scheme.ISNI, wrong)
        assert "0000 0001 2187 5445" in suggestions(Scheme.ISNI, wrong)


def test_a_letter_misread_is_suggested():
    with pytest.raises(ValidationError, match=ROR):
        check("ror", "O4mz5ra38")


@pytest.mark.django_db
def test_two_institutions_do_not_share_one_unless_it_is_an_old_one():
    first, second = PartnerFactory(name_de="Erste"), PartnerFactory()
    InstitutionIdentifier.objects.create(institution=first, scheme="ror", value=ROR)
    duplicate = InstitutionIdentifier(institution=second, scheme="ror", value=f"https://ror.org/{ROR}")
    with pytest.raises(ValidationError, match="Erste"):
        duplicate.full_clean()
    duplicate.valid_to = "2020-01-01"
    duplicate.full_clean()
