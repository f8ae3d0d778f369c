"""What editors are shown of queries without results, and what is never stored."""

import pytest

from portal.search import missed
from portal.search.models import MissedQuery
from portal.search.query import parse

pytestmark = pytest.mark.usefixtures("demo_content")


def stored_queries():
    return list(MissedQuery.objects.values_list("query", "language", "count"))


def test_a_query_without_results_is_counted_by_day_and_language(client):
    for q in ("Raumschiff", "raumschiff!", "RAUMSCHIFF"):
        client.get("/de/suche/", {"q": q})
    client.get("/en/search/", {"q": "raumschiff"})
    assert sorted(stored_queries()) == [("raumschiff", "de", 3), ("raumschiff", "en", 1)]


@pytest.mark.parametrize("query", ["q=Kita", "q=", "q=und", "q=Kita&kind=nothing", "q=Impressum&kind=program"])
def test_what_finds_something_or_asks_nothing_is_not_kept(client, query):
    client.get(f"/de/suche/?{query}")
    assert stored_queries() == []


@pytest.mark.parametrize(
    "q",
    [
        "erika.muster@example.org",
        "Erika Mustermann",
        "Mustermann, Erika",
        "wohnt Erika Mustermann hier",
        "frau mustermann",
        "Dr. Mustermann",
        "0201 183 12345",
        "matrikel 3012345",
        "+49 201 18 30",
        "https://example.org/raumschiff",
        "raumschiff " * 10,
        "x" * 120,
    ],
)
def test_what_may_name_somebody_is_dropped(q):
    assert not missed.remember(parse(q), "de")
    assert stored_queries() == []


def test_one_unknown_word_among_known_ones_is_no_name():
    assert missed.remember(parse("Stipendium Raumschiff"), "de")


def test_a_machine_cannot_fill_the_table(monkeypatch):
    monkeypatch.setattr(missed, "MOST_A_DAY", 3)
    for number in range(10):
        missed.remember(parse(f"raumschiff{number}"), "de")
    assert len(stored_queries()) == 3


@pytest.fixture
def administrator(client, django_user_model):
    client.force_login(django_user_model.objects.get(username="administrator"))
    return client


def test_staff_read_it_and_take_it_along_without_live_formulas(administrator, client):
    MissedQuery.objects.create(query="=HYPERLINK(1)", language="de", day="2026-11-21", count=7)
    MissedQuery.objects.create(query="raumschiff", language="en", day="2026-11-20")
    rows = list(administrator.get("/admin/missed-queries/").context["object_list"])
    assert [row.query for row in rows] == ["=HYPERLINK(1)", "raumschiff"]
    narrowed = administrator.get("/admin/missed-queries/", {"language": "en"}).context["object_list"]
    assert [row.query for row in narrowed] == ["raumschiff"]
    text = b"".join(administrator.get("/admin/missed-queries/", {"export": "csv"}).streaming_content).decode()
    assert "'=HYPERLINK" in text


def test_visitors_do_not(client):
    assert client.get("/admin/missed-queries/").status_code == 302


@pytest.mark.parametrize("model", ["synonymgroup", "compoundword"])
def test_words_are_edited_in_the_admin(administrator, model):
    listing = administrator.get(f"/admin/snippets/search/{model}/")
    assert listing.status_code == 200
    assert administrator.get(f"/admin/snippets/search/{model}/add/").status_code == 200


def test_a_word_saved_in_the_admin_takes_effect(administrator, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = administrator.post(
            "/admin/snippets/search/synonymgroup/add/", {"words": "Raumschiff, Familienservice"}
        )
    assert answer.status_code == 302
    hits = client.get("/de/suche/?q=Raumschiff").context["results"].hits
    assert any("/familienservice/" in hit.url for hit in hits)


def test_one_word_alone_is_refused(administrator):
    answer = administrator.post("/admin/snippets/search/synonymgroup/add/", {"words": "Raumschiff"})
    assert answer.status_code == 200
    assert "words" in answer.context["form"].errors


@pytest.mark.parametrize("parts", ["Kinder", "Kinder|", "Kin der|betreuung", "<b>|betreuung", "ab|betreuung"])
def test_a_compound_needs_its_seam(administrator, parts):
    answer = administrator.post("/admin/snippets/search/compoundword/add/", {"parts": parts})
    assert "parts" in answer.context["form"].errors
