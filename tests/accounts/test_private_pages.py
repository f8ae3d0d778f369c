"""Pages that ask for a log-in or a password: they say so, and nothing else tells of them."""

from urllib.parse import quote

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from portal.core import content_version
from portal.pages.models import ArticlePage
from portal.search.selectors import visible_documents
from tests.factories import ProgramFactory

TITLE, WORDS = "Vertraulich zq1qz", "Nur für Eingeweihte zq2qz"
PATH = "/de/vertraulich/"


@pytest.fixture
def page(site):
    page = ArticlePage(
        title=TITLE, slug="vertraulich", lede=WORDS, show_in_menus=True, locale=site["home", "de"].locale
    )
    site["home", "de"].add_child(instance=page)
    return page


@pytest.fixture
def restrict(page):
    """Return a function that restricts a page, by default the one with the secret."""

    def to(kind, target=None, groups=(), **columns):
        restriction = PageViewRestriction.objects.create(page=target or page, restriction_type=kind, **columns)
        restriction.groups.set(Group.objects.filter(name__in=groups))
        content_version.forget()  # as the next transaction would

    return to


def tells(answer):
    return "zq1qz" in answer.text or "zq2qz" in answer.text


@pytest.mark.parametrize("query", ["", "?format=json"])
@pytest.mark.parametrize("kind", ["login", "groups"])
def test_it_leads_to_the_log_in(restrict, client, kind, query):
    restrict(kind, groups=["editor"])
    answer = client.get(PATH + query)
    assert answer.status_code == 302
    assert answer["Location"] == f"/account/login/?next={quote(PATH + query)}"
    assert "no-cache" in answer["Cache-Control"]


def test_whoever_is_logged_in_reads_it_if_it_is_for_them(restrict, as_member):
    restrict("groups", groups=["editor"])
    answer = as_member("editor").get(PATH)
    assert tells(answer)
    assert "private" in answer["Cache-Control"]
    refused = as_member("moderator").get(PATH)  # a log-in would lead back here, without end
    assert refused.status_code == 403
    assert not tells(refused)


def test_the_password_opens_it(restrict, client):
    restrict("password", password="Sesam")
    form = client.get(PATH)
    assert form.status_code == 200
    assert "fragt nach einem Passwort" in form.text
    assert not tells(form)
    address = form.context["action_url"]
    assert not tells(client.get(address))
    assert "zq1qz" not in client.post(address, {"password": "falsch", "return_url": PATH}).text
    assert client.post(address, {"password": "Sesam", "return_url": PATH})["Location"] == PATH
    assert tells(client.get(PATH))
    assert not tells(Client().get(PATH))


def test_nothing_else_tells_of_it(restrict, client):
    places = ["/de/", "/en/", "/sitemap.xml", "/de/nirgends/", "/de/angebote/?format=json"]
    assert any("vertraulich" in client.get(place).text for place in places)  # as long as it is public
    restrict("login")
    for place in places:
        assert "vertraulich" not in client.get(place).text, place
        assert not tells(client.get(place)), place
    assert "zq1qz" not in {document.title for document in visible_documents()}


def test_what_lies_below_is_as_private(restrict, site, client):
    program = ProgramFactory(name_de="Angebot zq1qz", slug_de="geheim")
    restrict("login", target=site["programs", "de"])
    restrict("login", target=site["programs", "en"])
    assert client.get("/de/angebote/geheim/")["Location"].startswith("/account/login/")
    assert "geheim" not in client.get("/sitemap.xml").text
    assert not visible_documents().filter(object_id=program.pk, kind="program").exists()


def test_a_whole_language_may_be_private(restrict, site, client):
    restrict("login", target=site["home", "de"])
    assert client.get("/de/")["Location"].startswith("/account/login/")
    assert client.get("/de/angebote/")["Location"].startswith("/account/login/")
    assert client.get("/en/").status_code == 200
    assert "/de/" not in client.get("/sitemap.xml").text


def test_wagtails_own_log_in_leads_to_ours(site, client):
    assert client.get("/de/_util/login/?next=/de/")["Location"] == "/account/login/?next=/de/"
