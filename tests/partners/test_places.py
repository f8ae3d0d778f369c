"""Coordinates of institutions: impossible ones are rejected, with a suggestion of what may have been meant."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from partners.geography import countries
from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db


def errors(country="DE", **columns):
    place = PartnerFactory.build(country=country, **{name: Decimal(value) for name, value in columns.items()})
    with pytest.raises(ValidationError) as error:
        place.full_clean()
    return error.value.message_dict


def test_a_point_in_the_country():
    for country, latitude, longitude in [("DE", "51.4", "7.0"), ("MT", "35.9", "14.48"), ("SG", "1.3", "103.77")]:
        point = {"latitude": Decimal(latitude), "longitude": Decimal(longitude)}
        PartnerFactory.build(country=country, **point).full_clean()


def test_no_point_at_all():
    PartnerFactory.build().full_clean()


@pytest.mark.parametrize(("given", "missing"), [("latitude", "longitude"), ("longitude", "latitude")])
def test_one_coordinate_without_the_other(given, missing):
    assert "51.4" in errors(**{given: "51.4"})[missing][0]


def test_null_island():
    assert "(0, 0)" in errors(latitude="0", longitude="0")["latitude"][0]


def test_a_swapped_pair_is_said_the_right_way_about():
    message = errors(latitude="7.01", longitude="51.43")["latitude"][0]
    assert "51.43" in message
    assert countries.name("DE") in message
    assert "?" in message


def test_a_point_elsewhere():
    assert "48.2" in errors(latitude="48.2", longitude="16.37", country="MT")["latitude"][0]


@pytest.mark.parametrize(("name", "value"), [("latitude", "91"), ("longitude", "181")])
def test_degrees_that_the_globe_does_not_have(name, value):
    other = "longitude" if name == "latitude" else "latitude"
    assert name in errors(**{name: value, other: "5"})


@pytest.mark.parametrize(("code", "german", "english"), [("XK", "Kosovo", "Kosovo"), ("GR", "Griechenland", "Greece")])
def test_countries_are_called_as_readers_call_them(code, german, english):
    assert (countries.name(code, "de"), countries.name(code, "en")) == (german, english)


def test_a_union_is_no_country():
    assert not {"EU", "UN", "ZZ", "XA"} & countries.names("en").keys()


def test_umlauts_sort_as_readers_look_for_them():
    names = list(countries.names("de").values())
    assert names.index("Österreich") < names.index("Polen")
