"""The map shows exactly the given institutions, and its places are far enough apart for touch."""

from collections import namedtuple
from math import dist

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from partners.maps.places import MIN_DISTANCE, cities_of
from partners.maps.world_map import COLUMNS, world_map

Row = namedtuple("Row", COLUMNS)
PARIS, LYON, ISTANBUL = (48.85, 2.35), (45.76, 4.84), (41.01, 28.98)


def row(key=1, country="FR", city="Paris", point=PARIS, precision="site", city_en=""):
    latitude, longitude = point or (None, None)
    return Row(key, country, city, city_en, latitude, longitude, precision)


def draw_map(rows):
    return world_map(rows, lambda place: "?place", lambda code: f"?country={code}")


def keys(picture):
    return sorted(key for place, _url in picture.places for key in place.institutions)


def labels(picture):
    return [place.label for place, _url in picture.places]


anywhere = st.builds(
    Row,
    pk=st.integers(1, 10**6),
    country=st.sampled_from(["FR", "DE", "MT", "US", "FJ", "AQ"]),
    city_de=st.sampled_from(["", "Hier", "Dort", "Anderswo"]),
    city_en=st.just(""),
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    precision=st.sampled_from(["site", "city", "country", "unknown"]),
)


@given(st.lists(anywhere, max_size=40, unique_by=lambda institution: institution.pk))
def test_nobody_is_lost_and_no_two_markers_touch(rows):
    drawing = draw_map(rows)
    placed = keys(drawing.world) + keys(drawing.europe)
    assert len(set(placed)) == len(placed) == drawing.placed
    assert drawing.placed + drawing.without_place == drawing.count == len(rows)
    assert set(placed) <= {institution.pk for institution in rows}
    assert sum(country.count for country in drawing.countries) == len(rows)
    for picture in (drawing.world, drawing.europe):
        points = [(place.x, place.y) for place, _url in picture.places]
        apart = [dist(point, other) for index, point in enumerate(points) for other in points[:index]]
        assert min(apart, default=1000) >= MIN_DISTANCE[picture.window]


def test_institutions_of_one_city_share_a_marker_that_says_how_many():
    near = (48.71, 2.17)  # a campus outside the city
    with override("de"):
        drawing = draw_map([row(1), row(2, point=near), row(3, "FR", "Lyon", LYON)])
        assert labels(drawing.europe) == ["Paris, Frankreich: 2 Partner", "Lyon, Frankreich: 1 Partner"]
    with override("en"):
        assert labels(draw_map([row()]).europe) == ["Paris, France: 1 partner"]


def test_two_cities_of_one_name_are_two_places():
    rows = [row(1, "US", "Springfield", (39.8, -89.6)), row(2, "US", "Springfield", (42.1, -72.6))]
    assert [city.institutions for city in cities_of(rows)] == [(1,), (2,)]


def test_cities_that_fingers_cannot_tell_apart_share_the_marker_of_the_larger_one():
    rows = [
        row(1, "AT", "Wien", (48.2, 16.4)),
        row(2, "AT", "Wien", (48.2, 16.4)),
        row(3, "SK", "Bratislava", (48.1, 17.1)),
    ]
    with override("de"):
        [(place, _url)] = draw_map(rows).europe.places
        assert place.label == "Wien, Bratislava (Österreich, Slowakei): 3 Partner"
        assert place.countries == ("AT", "SK")
        rows += [row(key, "AT", name, (48.2, 16.3)) for key, name in ((4, "Baden"), (5, "Mödling"))]
        assert labels(draw_map(rows).europe) == [
            "Wien, Baden, Bratislava und Umgebung (Österreich, Slowakei): 5 Partner"
        ]


@pytest.mark.parametrize(
    ("country", "point"),
    [("MT", (35.9, 14.5)), ("SG", (1.3, 103.8)), ("HK", (22.4, 114.0)), ("LI", (47.1, 9.5)), ("FJ", (-17.8, 178.0))],
)
def test_countries_too_small_for_a_thread_have_their_dot(country, point):
    drawing = draw_map([row(1, country, "Stadt", point)])
    assert keys(drawing.world) + keys(drawing.europe) == [1]


def test_only_who_is_known_to_be_in_a_country_stands_in_its_middle():
    drawing = draw_map(
        [row(1, "FR", "", None, "country"), row(2, "FR", "Paris", None, "city"), row(3, "FR", "", None, "unknown")]
    )
    assert keys(drawing.europe) == [1]
    assert drawing.without_place == 2
    with override("en"):
        assert labels(drawing.europe) == ["France: 1 partner"]


def test_the_map_of_the_world_counts_europe_and_leaves_it_to_its_own():
    drawing = draw_map([row(1), row(2, "TR", "Istanbul", ISTANBUL), row(3, "CL", "Santiago", (-33.4, -70.7))])
    assert keys(drawing.world) == [3]
    assert drawing.in_europe == 2


def test_countries_stand_in_the_order_of_the_readers_alphabet():
    rows = [row(1, "EG"), row(2, "AU"), row(3, "CY"), row(4, "CY")]
    with override("de"):
        assert [(country.name, country.count) for country in draw_map(rows).countries] == [
            ("Ägypten", 1),
            ("Australien", 1),
            ("Zypern", 2),
        ]
    with override("en"):
        sorted_countries = draw_map(rows).countries
        assert [country.name for country in sorted_countries] == ["Australia", "Cyprus", "Egypt"]
        assert sorted_countries[1].url == "?country=CY"


def test_places_come_from_west_to_east():
    drawing = draw_map(
        [row(1, "TR", "Istanbul", ISTANBUL), row(2, "FR", "Lyon", LYON), row(3, "PT", "Porto", (41.1, -8.6))]
    )
    assert [place.x for place, _url in drawing.europe.places] == sorted(
        place.x for place, _url in drawing.europe.places
    )


def test_land_with_partners_is_drawn_apart():
    drawing = draw_map([row(1)])
    assert drawing.europe.land.marked
    assert drawing.europe.land.marked not in drawing.europe.land.others
    assert draw_map([]).europe.land.marked == ""
