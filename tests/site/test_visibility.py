"""Hidden content appears nowhere: in no list, address, teaser or count."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from wagtail.models import Page

from portal.core.time.moment import today
from programs.models import LifeSituation, Program
from tests.factories import ProgramFactory
from tests.site.walk import fetch, onward

NAME = "Ganz geheimes Angebot"


def hour(number):
    return timezone.now() + dt.timedelta(hours=number)


HIDDEN = {
    "a draft": lambda: {"live": False, "has_unpublished_changes": True},
    "scheduled": lambda: {"live": False, "go_live_at": hour(1)},
    "expired, and not yet taken down": lambda: {"live": True, "expire_at": hour(-1)},
    "expired": lambda: {"live": False, "expired": True, "expire_at": hour(-1)},
}


@pytest.fixture
def program(demo_content):
    """A programme that would come first in every list, related to another one and chosen for an article."""
    secret = ProgramFactory(
        name_de=NAME,
        name_en="A very secret programme",
        slug_de="ganz-geheim",
        slug_en="very-secret",
        life_situations=[LifeSituation.objects.get(notation="children")],
        periods=[{"opens_on": today(), "closes_on": today()}],
    )
    other = Program.objects.get(slug_de="dimento")
    other.related_programs.add(secret)
    other.save()
    article = Page.objects.get(slug="weltweit").specific
    article.body.append(("programs", {"heading": "Dazu", "chosen": [secret]}))
    article.save()
    return secret


PLACES = [
    *("/de/", "/de/angebote/", "/de/angebote/?situation=children&sort=name", "/de/lebenslagen/studieren-mit-kindern/"),
    *("/de/angebote/dimento/", "/de/weltweit/", "/sitemap.xml"),
]


def shows(address):
    body = fetch(address).body
    return NAME in body or "ganz-geheim" in body


def test_while_it_is_public_it_is_everywhere(program):
    assert {place for place in PLACES if not shows(place)} == set()
    assert fetch("/de/angebote/ganz-geheim/").status == 200


@pytest.mark.parametrize("columns", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_it_is_nowhere(program, columns):
    Program.objects.filter(pk=program.pk).update(**columns())
    assert {place for place in PLACES if shows(place)} == set()
    for address in ("/de/angebote/ganz-geheim/", "/en/programmes/very-secret/", "/en/programmes/ganz-geheim/"):
        assert fetch(address).status == 404, address
    assert f"{NAME}" not in fetch("/de/angebote/ganz-geheim/").body


def test_hidden_it_is_not_counted(program):
    def counts():
        index, home = fetch("/de/angebote/").soup, fetch("/de/").soup
        box = index.select_one('input[value="children"]').find_parent("label")
        link = home.select_one('a[href="/de/lebenslagen/studieren-mit-kindern/"]').find_parent("li")
        return [int(re.search(r"\d+", text.get_text())[0]) for text in (index.h1, box, link.select_one(".number"))]

    before = counts()
    Program.objects.filter(pk=program.pk).update(expire_at=hour(-1))
    assert counts() == [count - 1 for count in before]


def test_a_programme_that_has_ended_is_public_but_in_no_list_unless_asked_for(program):
    Program.objects.filter(pk=program.pk).update(status="ended")
    assert {place for place in PLACES if shows(place)} == {"/de/angebote/dimento/", "/de/weltweit/", "/sitemap.xml"}
    assert shows("/de/angebote/?availability=ended")
    assert "beendet" in fetch("/de/angebote/ganz-geheim/").soup.select_one(".badge").get_text()


def test_a_programme_that_pauses_is_listed_and_never_open(program):
    Program.objects.filter(pk=program.pk).update(status="paused")
    offer = fetch("/de/angebote/?sort=name").soup.find("a", href="/de/angebote/ganz-geheim/").find_parent("article")
    assert "pausiert" in offer.select_one(".badge").get_text()
    assert not shows("/de/")  # there is no next deadline


def test_a_hidden_life_situation_is_nowhere_either(demo_content):
    LifeSituation.objects.filter(notation="children").update(live=False)
    for address in ("/de/", "/de/lebenslagen/", "/de/angebote/", "/de/angebote/familienservice/", "/sitemap.xml"):
        assert "studieren-mit-kindern" not in fetch(address).body, address
        assert 'value="children"' not in fetch(address).body, address
    assert fetch("/de/lebenslagen/studieren-mit-kindern/").status == 404
    assert 'class="notice"' in fetch("/de/angebote/?situation=children").body


@pytest.mark.parametrize(
    "hide", [{"live": False}, {"live": True, "expire_at": hour(-1)}], ids=["unpublished", "expired"]
)
def test_without_its_list_a_record_has_no_address_in_that_language(demo_content, hide):
    Page.objects.filter(slug="programmes").update(**hide)
    for address in ("/en/programmes/", "/en/programmes/dimento/", "/en/angebote/dimento/"):
        assert fetch(address).status == 404, address
    german = fetch("/de/angebote/dimento/")
    assert german.status == 200
    assert german.alternates == {}
    assert "/en/programmes/" not in fetch("/sitemap.xml").body
    for address in ("/en/", "/en/life-situations/studying-with-children/", "/de/angebote/dimento/"):
        assert "/en/programmes/" not in fetch(address).body, address


def test_nothing_links_into_a_language_whose_home_page_is_hidden(demo_content):
    Page.objects.filter(slug="home", locale__language_code="en").update(live=False)
    linking = {
        address: wrong
        for address in ("/de/", "/de/impressum/", "/de/angebote/", "/de/angebote/dimento/", "/sitemap.xml")
        if (wrong := [link for link in onward(fetch(address)) if link.startswith("/en/")])
    }
    assert linking == {}
