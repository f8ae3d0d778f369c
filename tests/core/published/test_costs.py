"""The number of queries that it takes to find out whether visitors notice a change."""

import pytest

from portal.core.content_version import visible_rows
from programs.models import Kind
from tests.core.published import test_pages as pages
from tests.core.published import test_records as records
from tests.factories import AgreementFactory, ContactFactory

pytestmark = pytest.mark.django_db


def private():
    return ContactFactory(person="Kim Beispiel")


def planned():
    return AgreementFactory(stage="draft")


def saved(row):
    row.save()


CASES = {
    "a word of a vocabulary": (Kind.objects.first, saved, 0),
    "a draft of a page": (pages.published, pages.drafted, 0),
    "a page": (pages.published, pages.published_anew, 0),
    "a draft of a hidden page": (pages.hidden, pages.drafted, 1),
    "a page becomes hidden": (pages.article, lambda page: page.unpublish(), 1),
    "a draft of a record": (records.program, records.drafted, 0),
    "a record": (records.program, records.published, 0),
    "a draft of a hidden record": (records.hidden, records.drafted, 1),
    "a new part of a hidden record": (records.hidden, records.with_cost, 1),
    "an old part of a hidden record": (records.hidden, lambda record: record.places.get().save(), 2),
    "a public contact": (ContactFactory, saved, 1),
    "a private contact": (private, saved, 2),
    "a signed agreement": (AgreementFactory, saved, 1),
    "a planned agreement": (planned, saved, 2),
}


@pytest.mark.parametrize(("factory", "change", "times"), CASES.values(), ids=CASES)
def test_how_often_a_write_asks(moves, monkeypatch, factory, change, times):
    row, queried, is_stored_noticed = factory(), [], visible_rows.is_stored_noticed
    row = type(row).objects.get(pk=row.pk)
    monkeypatch.setattr(
        visible_rows,
        "is_stored_noticed",
        lambda instance: (instance.pk and queried.append(instance)) or is_stored_noticed(instance),
    )
    moves(lambda: change(row))
    assert len(queried) == times, queried
