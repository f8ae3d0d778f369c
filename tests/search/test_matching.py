"""The search as a service for filtered lists."""

import pytest
from django.utils.translation import override

from portal.core.visibility import public
from portal.search.selectors import matching_ids
from programs.models import Program

pytestmark = pytest.mark.usefixtures("demo_content")


def programs(q, language="de"):
    match = matching_ids(Program, q, language)
    matches = public(Program.objects.filter(pk__in=match.ids)).annotate(rank=match.rank)
    return [program.slug_de for program in matches.order_by("-rank", "pk")]


def test_programmes_come_by_rank():
    assert programs("Kinderbetreuung")[0] == "kitas-am-campus"
    assert programs("child care", "en")[0] == "kitas-am-campus"


def test_what_is_written_in_the_readers_language_comes_first():
    last = programs("Zertifikat", "en")[-1]
    assert last == "zertifikat-diversity-und-gender"
    assert programs("Zertifikat", "de")[0] == last


@pytest.mark.parametrize("q", ["und", "(((", "\ud800\x00", "💥", ""])
def test_nothing_to_search_for_is_never_everything(q):
    with override("en"):
        match = matching_ids(Program, q, "en")
    assert not Program.objects.filter(pk__in=match.ids).exists()
    assert "no word to search for" in match.notices[0]


def test_a_long_query_says_what_was_cut():
    assert len(matching_ids(Program, "Kinder " * 100, "de").notices) == 2
