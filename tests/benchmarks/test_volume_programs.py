"""Invented programmes in bulk: they behave like real ones and are removed without a trace."""

import pytest
from django.http import QueryDict

from partners.models import Institution, Unit
from portal.search.models import SearchDocument
from portal.search.registry import get_document_type
from portal.search.writing import write
from programs.catalogue.finder import ProgramFinder
from programs.models import CostOption, EnrolmentPeriod, Place, Program
from tests.benchmarks.volume import programs
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db
COUNTED = (Program, Unit, Institution, EnrolmentPeriod, CostOption, Place, SearchDocument, Program.kinds.through)


def make(count):
    programs.make(count)


def rows():
    return {model: model.objects.count() for model in COUNTED}


@pytest.fixture(autouse=True)
def _few_texts(monkeypatch):
    monkeypatch.setattr(programs, "DIFFERENT", 5)
    monkeypatch.setattr(programs, "BATCH", 5)


def test_as_many_as_asked_for_and_no_more_the_second_time():
    make(7)
    make(12)
    make(12)
    assert Program.objects.count() == 12
    assert Program.objects.values("slug_de").distinct().count() == 12


def test_the_same_number_makes_the_same_programmes():
    make(8)
    columns = ("public_id", "name_de", "name_en", "summary_de")
    first = list(Program.objects.order_by("public_id").values_list(*columns))
    programs.remove()
    make(8)
    assert first == list(Program.objects.order_by("public_id").values_list(*columns))


def test_nothing_of_them_stays_and_nothing_else_goes(site):
    real = ProgramFactory(periods=[{"kind": "rolling"}])
    write(get_document_type("program"), [real.pk])
    before = rows()
    make(12)
    assert rows() != before
    programs.remove()
    assert rows() == before


def test_they_can_be_found_whether_their_document_was_written_or_copied(site):
    make(12)
    Program.objects.update(status="active")  # lists leave out what has ended
    for program in Program.objects.all():
        assert next(iter(ProgramFinder(QueryDict(f"q={program.name_de}"), "/").page)) == program


def test_a_copied_document_says_what_a_written_one_would(site):
    make(7)
    copied = list(SearchDocument.objects.order_by("object_id", "language").values("title", "labels", "folded", "key"))
    write(get_document_type("program"), Program.objects.values_list("pk", flat=True))
    assert copied == list(
        SearchDocument.objects.order_by("object_id", "language").values("title", "labels", "folded", "key")
    )


def test_each_says_that_it_is_invented():
    make(7)
    assert all("Erfunden" in program.description_de for program in Program.objects.all())
