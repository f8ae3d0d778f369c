"""The indices of diversity: check values, bounds, and the same numbers as a second calculation."""

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.diversity import indices
from atlas.fields.distances import distance
from tests.atlas import reference

ABOUT = 1e-9
amounts = st.lists(st.integers(0, 500).map(lambda number: number / 4), min_size=1, max_size=12)
some = amounts.filter(any)
tables = (
    st.integers(1, 8)
    .flatmap(
        lambda width: st.lists(st.lists(st.integers(0, 60), min_size=width, max_size=width), min_size=1, max_size=5)
    )
    .filter(lambda table: any(map(any, table)))
)


def communities(table):
    return [dict(enumerate(row)) for row in table]


@pytest.mark.parametrize(
    ("values", "shannon", "effective", "evenness", "gini_simpson"),
    [
        ([10, 10, 10, 10], 1.3863, 4.000, 1, 0.75),
        ([37, 1, 1, 1], 0.3488, 1.417, 0.2516, 0.1425),
        ([5], 0, 1, None, 0),
        ([0, 0, 0], None, None, None, None),
        ([], None, None, None, None),
    ],
)
def test_check_values(values, shannon, effective, evenness, gini_simpson):
    assert indices.shannon(values) == pytest.approx(shannon, abs=5e-5)
    assert indices.effective_number(values) == pytest.approx(effective, abs=5e-4)
    assert indices.evenness(values) == pytest.approx(evenness, abs=5e-5)
    assert indices.gini_simpson(values) == pytest.approx(gini_simpson, abs=5e-5)


def test_a_single_field_has_no_negative_zero():
    assert str(indices.shannon([3])) == "0.0"


def test_rao_stirling_of_three_thirds():
    far = {frozenset("ab"): 1.0, frozenset("ac"): 0.5, frozenset("bc"): 0.5}
    thirds = dict.fromkeys("abc", 7)
    assert indices.rao_stirling(thirds, lambda i, j: far[frozenset((i, j))]) == pytest.approx(0.4444, abs=5e-5)
    assert indices.rao_stirling({"a": 0}, lambda i, j: 1.0) is None


@pytest.mark.parametrize("wrong", [[-1, 2], [float("nan")], [float("inf"), 1]])
def test_amounts_below_zero_or_without_end_are_refused(wrong):
    with pytest.raises(ValueError, match="not negative"):
        indices.shannon(wrong)


@given(some)
def test_indices_lie_in_their_bounds(values):
    kinds = indices.richness(values)
    assert 0 <= indices.shannon(values) <= log(kinds) + ABOUT
    assert 1 - ABOUT <= indices.effective_number(values) <= kinds + ABOUT
    assert 0 <= indices.gini_simpson(values) <= 1 - 1 / kinds + ABOUT
    assert (indices.evenness(values) is None) == (kinds < 2)
    assert 0 <= (indices.evenness(values) or 0) <= 1


@given(some, st.randoms())
def test_the_order_and_empty_fields_change_nothing(values, random):
    mixed = [*values, 0, 0]
    random.shuffle(mixed)
    for index in (indices.richness, indices.shannon, indices.evenness, indices.gini_simpson):
        assert index(mixed) == pytest.approx(index(values))


@given(some, st.integers(2, 5))
def test_each_field_split_in_equal_parts_multiplies_the_effective_number(values, parts):
    split = [value / parts for value in values for _part in range(parts)]
    assert indices.effective_number(split) == pytest.approx(parts * indices.effective_number(values))
    assert indices.richness(split) == parts * indices.richness(values)


@given(some)
def test_a_second_calculation_agrees(values):
    assert indices.effective_number(values) == pytest.approx(reference.hill([values], 1))
    assert indices.gini_simpson(values) == pytest.approx(1 - 1 / reference.hill([values], 2), abs=ABOUT)
    assert indices.richness(values) == pytest.approx(reference.hill([values], 0))


@given(tables)
def test_within_between_and_together(table):
    result = indices.partition(communities(table))
    assert (result.alpha, result.gamma) == pytest.approx((reference.alpha(table), reference.hill(table, 1)))
    assert result.gamma >= result.alpha
    assert 1 <= result.beta <= sum(map(any, table)) + ABOUT
    assert indices.partition(communities(table[::-1])).alpha == pytest.approx(result.alpha)


def test_places_with_nothing_in_common_are_as_many_communities():
    result = indices.partition([{"a": 4, "b": 4}, {"c": 4, "d": 4}])
    assert (result.alpha, result.beta, result.gamma) == pytest.approx((2, 2, 4))
    assert indices.partition([{"a": 0}]) is None


def test_what_a_place_adds_and_what_it_has_alone():
    places = {"west": {"a": 4, "b": 4}, "east": {"a": 4, "c": 0}, "north": {}}
    added = indices.added_by(places)
    whole = exp(indices.shannon([8, 4]))
    assert added["west"] == pytest.approx(whole - 1)
    assert added["east"] == pytest.approx(whole - 2)
    assert added["north"] == pytest.approx(0)
    assert indices.added_by({"alone": {"a": 1}}) == {"alone": None}
    assert indices.only_in(places) == {"west": ["b"], "east": [], "north": []}


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.integers(1, 40)), min_size=1, max_size=10))
def test_distances_of_the_tree(fields):
    parents = {str(number): parent for number, (parent, _amount) in enumerate(fields)}
    values = {str(number): amount for number, (_parent, amount) in enumerate(fields)}
    spread = indices.rao_stirling(values, lambda i, j: distance(i, j, parents))
    matrix = reference.tree_distances([parent for parent, _amount in fields])
    assert spread == pytest.approx(reference.rao(list(values.values()), matrix), abs=ABOUT)
    assert 0 <= spread <= indices.gini_simpson(values.values()) + ABOUT


def test_fields_of_the_first_level_are_equally_far_apart_and_of_two_levels_not_at_all():
    assert distance("a", "b", {}) == 1
    assert distance("a", "a", {}) == 0
    with pytest.raises(ValueError, match="different levels"):
        distance("a1", "a", {"a1": "a"})
