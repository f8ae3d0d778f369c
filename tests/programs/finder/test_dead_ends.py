"""Suggestions when nothing matches."""

import pytest

from partners.models import Contact
from tests.factories import ContactFactory, ProgramFactory
from tests.programs.finder.asking import PATH, find

pytestmark = pytest.mark.django_db


def test_each_filter_says_what_is_left_without_it(texts):
    finder = find("kind=childcare&availability=unknown&q=Panik")
    drops = {str(drop.label).split(":")[0]: (drop.count, drop.url) for drop in finder.no_results.removable_filters}
    assert finder.count == 0
    assert drops == {"Art des Angebots": (1, f"{PATH}?availability=unknown&q=Panik")}  # the others lead to nothing


def test_the_filter_whose_removal_brings_most_results_comes_first(texts):
    drops = find("kind=mentoring&q=Prüfungsangst").no_results.removable_filters
    assert [drop.count for drop in drops] == [2, 1]
    for drop in drops:
        assert find(drop.url.partition("?")[2]).count == drop.count


def test_near_are_values_of_the_same_facet_that_have_results(texts):
    near = {way.url: way.count for way in find("kind=childcare").no_results.close_values}
    assert near[f"{PATH}?kind=mentoring"] == 2
    for url, count in near.items():
        assert find(url.partition("?")[2]).count == count


@pytest.mark.parametrize("typed", ["Kinderbetreung", "kita", "chidcare"])
def test_near_is_a_concept_that_a_misspelt_text_may_have_meant(texts, typed):
    ProgramFactory(name_de="Hort", kinds=["childcare"])
    assert f"{PATH}?kind=childcare" in [way.url for way in find(f"q={typed}").no_results.close_values]


def test_a_list_with_results_has_no_dead_end(texts):
    assert find().no_results is None


def test_the_office_to_ask_is_named_where_nothing_matches_and_only_there(client, site):
    ProgramFactory()
    page = site["programs", "de"]
    page.zero_results_contact = ContactFactory(name_de="Offene Sprechstunde")
    page.save()
    assert "Offene Sprechstunde" in client.get(f"{PATH}?kind=childcare").content.decode()
    assert "Offene Sprechstunde" not in client.get(PATH).content.decode()


def test_an_office_that_may_not_be_named_is_not(client, site):
    page = site["programs", "de"]
    page.zero_results_contact = ContactFactory(name_de="Offene Sprechstunde", person="Erika Muster")
    page.save()
    body = client.get(f"{PATH}?kind=childcare").content.decode()
    assert "Offene Sprechstunde" not in body
    assert "Erika Muster" not in body
    Contact.objects.all().delete()
    assert client.get(f"{PATH}?kind=childcare").status_code == 200
