"""A search text narrows the list and is highlighted in the results."""

import pytest

from programs.models import Program
from tests.factories import ProgramFactory
from tests.finder.lists import counts, names
from tests.programs.finder.asking import find, searchable

pytestmark = pytest.mark.django_db


def test_a_text_narrows_and_what_fits_best_comes_first(texts):
    assert names(find("q=Panik"))[0] == "Schreibwerkstatt"
    finder = find("q=Pr%C3%BCfung")
    assert sorted(names(finder)) == ["Prüfungsangst bewältigen", "Schreibwerkstatt"]
    assert [sort.value for sort in finder.sorts if sort.is_current] == ["relevance"]
    assert names(find("q=Pr%C3%BCfung&sort=name")) == ["Prüfungsangst bewältigen", "Schreibwerkstatt"]


def test_counts_and_facets_go_with_a_text(texts):
    assert counts(find("q=Pr%C3%BCfung"), "kind") == {"counselling": 2, "mentoring": 1, "networking": 1}
    assert names(find("q=Pr%C3%BCfung&kind=mentoring")) == ["Schreibwerkstatt"]


def test_what_was_sought_is_marked_in_names_and_nothing_else_is(texts):
    ProgramFactory(name_de="<b>Prüfung</b> & mehr")
    searchable()
    marked = {str(program.marked_name) for program in find("q=pruefung").page}
    assert "&lt;b&gt;<mark>Prüfung</mark>&lt;/b&gt; &amp; mehr" in marked


def test_a_draft_is_not_found_even_where_its_text_still_is(texts):
    Program.objects.filter(name_de="Schreibwerkstatt").update(live=False)
    assert names(find("q=Panik")) == []


def test_a_text_without_a_word_finds_nothing_and_says_why(texts):
    for text in ("und+oder+die", "%28%28%28", "%25", "%F0%9F%92%A9"):
        finder = find(f"q={text}")
        assert (finder.count, len(finder.notices), len(finder.chips)) == (0, 1, 1), text
        assert [drop.count for drop in finder.no_results.removable_filters] == [3]
