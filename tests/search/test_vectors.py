"""The queries that a document's vector matches, and that the index alone can answer them."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from portal.core import content_version
from portal.search import selectors
from portal.search.models import CompoundWord, SearchDocument, SynonymGroup
from portal.search.query import parse
from portal.search.tsquery import matches
from portal.search.vectors import vector

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def words():
    CompoundWord.objects.create(parts="Turmfalken|kiste")
    SynonymGroup.objects.create(words=["Brutplatz", "nest box"])
    content_version.forget()


def document(title="", labels="", summary="", body="", language="de"):
    SearchDocument.objects.create(
        content_type=ContentType.objects.get_for_model(SearchDocument),
        object_id=SearchDocument.objects.count() + 1,
        language=language,
        title=title,
        summary=summary,
        labels=labels,
        vector=vector(title, labels, summary, body, language),
    )


def titles_found(q):
    return set(selectors.matching(parse(q), SearchDocument.objects.all()).values_list("title", flat=True))


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("in one", {"body": "Die Turmfalkenkiste hängt."}),
        ("side by side", {"body": "Eine Turmfalken-Kiste hängt."}),
        ("the other way round", {"body": "Eine Kiste für Turmfalken hängt."}),
        ("Turmfalken im Titel", {"summary": "Wir bauen mit euch Kisten."}),
        ("Kisten im Titel", {"labels": "Turmfalken"}),
    ],
)
def test_a_compound_is_found_in_its_parts(title, texts):
    document(title, **texts)
    assert titles_found("Turmfalkenkiste") == {title}


@pytest.mark.parametrize("texts", [{"body": "Turmfalken nisten. Auch eine Kiste ist da."}, {"summary": "Eine Kiste."}])
def test_parts_that_are_strewn_over_a_text_are_no_compound(texts):
    document("something else", **texts)
    assert titles_found("Turmfalkenkiste") == set()


def test_a_phrase_is_found_where_its_words_follow_one_another():
    document("in a row", body="A nest-box, or two nest boxes, a box for the nest.", language="en")
    document("apart", body="The nest lies in a box.", language="en")
    assert titles_found("Brutplatz") == titles_found("nest box") == {"in a row"}


@pytest.mark.parametrize("q", ["Turmfalkenkiste", "Brutplatz", "nest box", "Turmfalkenkiste Brutplatz"])
def test_the_index_answers_without_reading_what_it_drops(q):
    """A condition with weights or positions would make the database recheck every document with the words."""
    document("apart", summary="nest", body="Turmfalken nisten, eine Kiste fehlt. The box is new, and so is the nest.")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = SearchDocument.objects.filter(matches(parse(q).condition)).explain(analyze=True)
    assert "search_document_vector" in plan
    assert "Removed by Index Recheck" not in plan


def test_the_longest_word_is_no_hindrance():
    document("long", body=f"Ein {'x' * 3000} Wort und {'y' * 500} Ende")
    assert titles_found("Wort Ende") == {"long"}


def bytes_of_rows() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_size('search_searchdocument')")
        return cursor.fetchone()[0]


def test_what_is_long_lies_beside_its_row():
    """Scanning all hits reads every row; with the texts inline, that would be several times as many disk pages."""
    rows, before = 100, bytes_of_rows()
    for _number in range(rows):
        document("Turmfalken", " ".join(f"Wort{number}" for number in range(80)), "Ein Satz. " * 30, "Text " * 300)
    assert bytes_of_rows() - before < rows * 512
