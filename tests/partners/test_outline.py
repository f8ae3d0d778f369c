"""The land on the maps: the projection preserves areas, and the script is deterministic."""

import json
import math
import tomllib

import pytest

from partners.maps import outline
from partners.maps.projection import EUROPE, WINDOWS, WORLD, equal_earth, nearest
from tools import map_outline

# Two squares that share an edge, and an island that straddles the date line.
SHARED = [[10, 40], [0, 10]]
SQUARES = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        SHARED,
        [[10, 50], [-10, 0], [0, -10], [10, 0]],
        [[10, 50], [10, 0], [0, -10], [-10, 0]],
        [[175, -20], [10, 0], [0, -5], [-10, 0], [0, 5]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "France"}},
                {"type": "MultiPolygon", "arcs": [[[~0, 2]]], "properties": {"name": "Italy"}},
                {"type": "Polygon", "arcs": [[3]], "properties": {"name": "Fiji"}},
                {"type": "Polygon", "arcs": [[3]], "properties": {"name": "Antarctica"}},
            ]
        }
    },
}


@pytest.fixture
def atlas(tmp_path):
    path = tmp_path / "atlas.json"
    path.write_text(json.dumps(SQUARES))
    return path


@pytest.fixture
def squares(atlas, monkeypatch, tmp_path):
    """The map of a world that consists only of these countries."""
    file = tmp_path / "outline.toml"
    file.write_text(map_outline.outline(atlas))
    monkeypatch.setattr(outline, "FILE", file)
    caches = (outline._data, outline._threads, outline.land, outline.middle)
    for function in caches:
        function.cache_clear()
    yield tomllib.loads(file.read_text())
    for function in caches:
        function.cache_clear()


@pytest.mark.parametrize(
    ("degrees", "point"),
    [((0, 0), (0, 0)), ((180, 0), (2.70663, 0)), ((0, 90), (0, 1.31736)), ((-180, 0), (-2.70663, 0))],
)
def test_the_corners_of_the_globe_lie_where_the_authors_put_them(degrees, point):
    assert equal_earth(*degrees) == pytest.approx(point, abs=0.00001)


@pytest.mark.parametrize("longitude", [-120, 0, 45])
@pytest.mark.parametrize("latitude", [-60, -10, 0, 35, 70])
def test_areas_keep_their_proportions(longitude, latitude):
    step = 0.001
    west, east = (equal_earth(longitude + side * step, latitude) for side in (-1, 1))
    south, north = (equal_earth(longitude, latitude + side * step) for side in (-1, 1))
    on_the_map = (east[0] - west[0]) * (north[1] - south[1])
    on_the_globe = math.radians(2 * step) ** 2 * math.cos(math.radians(latitude))
    assert on_the_map == pytest.approx(on_the_globe, rel=1e-6)


def test_a_place_is_found_whichever_way_round_it_was_measured():
    assert WORLD.place(-170, 10) == pytest.approx(WORLD.place(190, 10))
    assert nearest(179, -179) == -181


def test_the_windows_hold_what_they_are_for():
    essen, suva, auckland = (7.0, 51.5), (178.4, -18.1), (174.8, -36.9)
    assert EUROPE.holds(EUROPE.place(*essen))
    assert not EUROPE.holds(EUROPE.place(*suva))
    assert all(WORLD.holds(WORLD.place(*point)) for point in (essen, suva, auckland))


def test_the_same_outlines_give_the_same_file(atlas):
    assert map_outline.outline(atlas) == map_outline.outline(atlas)


def test_each_country_has_its_threads_and_its_middle(squares):
    assert set(squares["world"]) == {"FR", "IT", "FJ"}
    assert squares["middle"] == {"FR": [45.0, 5.0], "IT": [45.0, 15.0], "FJ": [-22.5, 180.0]}


def test_an_island_on_the_date_line_stays_in_one_piece(squares):
    [thread, *_others] = outline._threads()["world"]["FJ"]
    assert 20 < thread[2] - thread[1] < 40


def test_neighbours_are_one_thread_unless_one_of_them_is_marked(squares):
    view = outline.whole(EUROPE)
    nobody = outline.land(EUROPE, frozenset(), view)
    france = outline.land(EUROPE, frozenset({"FR"}), view)
    assert nobody.marked == ""
    assert nobody.others.count("M") == france.others.count("M") == france.marked.count("M") > 5


def test_a_part_of_a_window_has_nothing_from_outside(squares):
    view = outline.View(100, 200, 50, 40)
    path = outline.land(EUROPE, frozenset({"FR"}), view).marked
    threads = [thread.replace("h", " ").split() for thread in path.split("M")[1:]]
    assert threads
    for x, y, length in threads:
        assert int(x) >= 100
        assert int(x) + int(length) <= 150
        assert 200 < float(y) < 240


def test_what_the_project_keeps_fits_its_windows():
    for window in WINDOWS:
        for code, threads in outline._threads()[window.name].items():
            for row, start, end in threads:
                assert 0 <= start < end <= window.width + 1, code
                assert 0 < (row + 0.5) * window.row < window.height, code


def test_countries_that_the_outline_lacks_have_a_middle_nevertheless():
    latitude, longitude = outline.middle("MT")
    assert (round(latitude), round(longitude)) == (36, 14)
    assert outline.middle("ZZ") is None
