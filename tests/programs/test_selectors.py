"""Lists of programmes on 21 November 2026."""

from datetime import date

import pytest
import time_machine
from django.http import QueryDict
from django.utils.translation import override

from programs.catalogue import selectors
from programs.catalogue.finder import ProgramFinder
from programs.models import LifeSituation, Program
from tests.factories import ENGLISH, LifeSituationFactory, ProgramFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]


@pytest.fixture
def november():
    with time_machine.travel("2026-11-21T10:00:00+01:00", tick=False):
        yield


def find(query=""):
    return ProgramFinder(QueryDict(query), "/de/angebote/")


def names(programs):
    return [program.name_de for program in programs]


def test_what_closes_first_comes_first_then_what_opens_then_the_rest_by_name():
    ProgramFactory(name_de="Zuletzt", periods=[{"kind": "rolling"}])
    ProgramFactory(name_de="Ärztlich", periods=[])
    ProgramFactory(name_de="Öffnet", periods=[{"opens_on": date(2026, 12, 1)}])
    ProgramFactory(name_de="Später", periods=[{"closes_on": date(2027, 1, 31)}])
    ProgramFactory(name_de="Bald", periods=[{"closes_on": date(2026, 11, 30)}])
    ProgramFactory(name_de="Pause", status="paused", periods=[{"closes_on": date(2026, 11, 22)}])
    assert names(find().page) == ["Bald", "Später", "Öffnet", "Ärztlich", "Pause", "Zuletzt"]
    assert names(find("sort=name").page) == ["Ärztlich", "Bald", "Öffnet", "Pause", "Später", "Zuletzt"]


def test_english_readers_get_english_order_with_german_names_in_their_place():
    ProgramFactory(name_de="Aal", **{**ENGLISH, "name_en": "Zebra"})
    ProgramFactory(name_de="Mitte")
    with override("en"):
        assert names(find("sort=name").page) == ["Mitte", "Aal"]


def test_one_match_within_a_facet_and_all_between_them():
    children, caring = LifeSituationFactory(notation="kids"), LifeSituationFactory(notation="care")
    ProgramFactory(name_de="A", life_situations=[children], kinds=["mentoring"])
    ProgramFactory(name_de="B", life_situations=[caring], kinds=["mentoring"])
    ProgramFactory(name_de="C", life_situations=[children, caring], kinds=["scholarship"])
    assert names(find("situation=kids").page) == ["A", "C"]
    assert names(find("situation=kids&situation=care").page) == ["C", "A", "B"]  # what applies most comes first
    assert names(find("situation=kids&situation=care&kind=mentoring").page) == ["A", "B"]
    assert names(find("situation=kids&kind=childcare").page) == []


def test_a_count_says_what_ticking_would_give():
    children, caring = LifeSituationFactory(notation="kids"), LifeSituationFactory(notation="care")
    ProgramFactory(life_situations=[children], kinds=["mentoring"])
    ProgramFactory(life_situations=[children, caring], kinds=["scholarship"])
    ProgramFactory(life_situations=[children], status="ended")
    situations, kinds, *_others = find("situation=care").facets
    counts = {choice.value: choice.count for choice in [*situations.choices, *kinds.choices]}
    assert (counts["kids"], counts["care"]) == (2, 1)  # not narrowed by the facet's own choice
    assert (counts["scholarship"], counts["mentoring"]) == (1, 0)
    mentoring = next(choice for choice in kinds.choices if choice.value == "mentoring")
    assert mentoring.is_disabled


def test_what_has_ended_is_counted_apart_and_listed_on_request():
    ProgramFactory(name_de="Heute")
    ProgramFactory(name_de="Früher", status="ended")
    assert names(find().page) == ["Heute"]
    assert find().ended_count == 1
    assert names(find("availability=ended").page) == ["Früher"]


def test_a_page_past_the_end_is_the_last_one_and_says_so():
    for _number in range(ProgramFinder.per_page + 1):
        ProgramFactory()
    finder = find("page=7")
    assert (finder.page.number, len(finder.page.object_list), len(finder.notices)) == (2, 1, 1)
    assert finder.canonical_query == "?page=2"
    assert find("page=2").notices == []


def test_deadlines_name_each_programme_once_soonest_first():
    ProgramFactory(
        name_de="Zwei Fristen", periods=[{"closes_on": date(2026, 12, 24)}, {"closes_on": date(2026, 11, 25)}]
    )
    ProgramFactory(name_de="Öffnet", periods=[{"opens_on": date(2026, 12, 1), "closes_on": date(2027, 2, 1)}])
    ProgramFactory(name_de="Vorbei", periods=[{"closes_on": date(2026, 11, 20)}])
    ProgramFactory(name_de="Immer", periods=[{"kind": "rolling"}])
    ProgramFactory(name_de="Pause", status="paused", periods=[{"closes_on": date(2026, 11, 22)}])
    deadlines = [(deadline.program.name_de, deadline.on) for deadline in selectors.deadlines()]
    assert deadlines == [("Zwei Fristen", date(2026, 11, 25)), ("Öffnet", date(2026, 12, 1))]


def test_a_life_situation_counts_what_its_page_lists():
    situation = LifeSituationFactory()
    ProgramFactory(life_situations=[situation])
    ProgramFactory(life_situations=[situation], live=False)
    ProgramFactory(life_situations=[situation], status="ended")
    counted = next(candidate for candidate in selectors.situations() if candidate == situation)
    listed = selectors.situation_page(LifeSituation.objects.get(pk=situation.pk))["programs"]
    assert counted.program_count == len(listed) == 1


def test_chosen_programmes_keep_their_order_and_drop_what_is_hidden():
    first, hidden, last = ProgramFactory(), ProgramFactory(live=False), ProgramFactory()
    assert selectors.chosen_programs([last.pk, hidden.pk, first.pk]) == [last, first]


def test_start_values_are_there_after_the_migrations_and_are_not_made_twice():
    from programs import models, start_values

    assert {concept.notation for concept in models.Mode.objects.all()} == {
        "full-time",
        "part-time",
        "block",
        "self-paced",
    }
    before = LifeSituation.objects.count()
    start_values.load(lambda name: getattr(models, name))
    assert LifeSituation.objects.count() == before == 15
    assert Program.objects.count() == 0
