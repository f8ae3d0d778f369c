"""What is cached, for how long, and which queries remain."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from portal.core import content_version
from portal.core.time.moment import BERLIN, today
from programs.catalogue.finder import ProgramFinder
from programs.catalogue.selectors import in_order, programs
from programs.models import CostOption
from tests.factories import LifeSituationFactory, ProgramFactory
from tests.finder.lists import counts, names
from tests.programs.finder.asking import find, searchable

pytestmark = pytest.mark.django_db


def test_a_list_is_counted_and_turned_without_asking(django_assert_num_queries):
    keys = sorted(ProgramFactory(name_de=f"A{number:02}").pk for number in range(ProgramFinder.per_page + 5))
    find("sort=name")
    with django_assert_num_queries(0):
        first, last, beyond = (find(f"sort=name&page={number}").summary for number in (1, 2, 99))
    assert [*first.keys, *last.keys] == keys
    assert beyond.keys == last.keys
    assert {first.total, last.total, beyond.total} == {len(keys)}


def test_what_expires_by_the_clock_leaves_the_list_at_that_moment():
    end = dt.datetime(2026, 10, 5, 12, tzinfo=BERLIN)
    with time_machine.travel(end - dt.timedelta(seconds=1), tick=False) as clock:
        ProgramFactory(name_de="A", expire_at=end)
        ProgramFactory(name_de="B", expire_at=end + dt.timedelta(days=1))
        assert (find().count, names(find())) == (2, ["A", "B"])
        clock.shift(1)
        assert (find().count, names(find())) == (1, ["B"])


@pytest.mark.parametrize("language", ["de", "en"])
def test_lists_in_memory_are_in_the_order_that_the_database_gives(language):
    day = today()
    for number, (opens, closes) in enumerate([(None, 3), (None, 1), (5, 9), (2, 9), (-9, -5), (None, None), (-1, 40)]):
        period = {"opens_on": opens and day + dt.timedelta(opens), "closes_on": closes and day + dt.timedelta(closes)}
        ProgramFactory(name_de=f"A{9 - number}", name_en=f"B{number}", periods=[period])
    ProgramFactory(name_de="Ä", status="paused")
    with override(language):
        for sort in ("deadline", "name"):
            assert find(f"sort={sort}").summary.keys == [program.pk for program in in_order(programs(), sort)]


def test_a_passing_midnight_moves_a_programme_from_one_count_to_the_next():
    ProgramFactory(periods=[{"closes_on": dt.date(2026, 10, 25)}])
    with time_machine.travel("2026-10-25T23:59:59+01:00", tick=False):
        assert counts(find(), "availability") == {"closing-soon": 1}
    with time_machine.travel("2026-10-26T00:00:00+01:00", tick=False):
        assert counts(find(), "availability") == {"closed": 1}


def query_counts_of(query):
    """Return the numbers of queries for showing a list with empty caches, and for showing it again."""
    content_version.forget()
    numbers = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert find(query).page.object_list
        # Without the query for the content version, which is due once a second.
        numbers.append(len([entry for entry in queries if "content_version" not in entry["sql"]]))
    return numbers


@pytest.mark.parametrize(
    "query", ["", "situation=so", "situation=so&availability=unknown", "situation=so&cost=free&q=Angebot&sort=name"]
)
def test_questions_to_the_database_do_not_grow_with_the_rows(query):
    situation, query_counts = LifeSituationFactory(notation="so"), []
    for number in (1, ProgramFinder.per_page + 5):
        for program in [ProgramFactory(life_situations=[situation]) for _number in range(number)]:
            program.cost_options.set([CostOption(amount=0)])
            program.save()
        searchable()
        query_counts.append(query_counts_of(query))
    assert query_counts[0] == query_counts[1]
    assert query_counts[0][0] <= 12
    assert query_counts[0][1] <= 6
