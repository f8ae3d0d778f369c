"""Hidden content appears nowhere: in no list, address, teaser or count."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from wagtail.models import Page

from portal.core import content_version
from portal.core.time.moment import today
from programs.models import LifeSituation, Program
from tests.factories import ProgramFactory
from tests.site.walk import fetch, onward, request

NAME = "Ganz geheimes Angebot"


def hour(number):
    return timezone.now() + dt.timedelta(hours=number)


VISIBLE = {"live": True, "has_unpublished_changes": False, "go_live_at": None, "expire_at": None, "expired": False}
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


def shown_on(*addresses):
    """Return those of the addresses that show the programme, after a restart."""
    content_version.forget()
    bodies = {address: request(address).body for address in addresses}
    return {address for address, body in bodies.items() if NAME in body or "ganz-geheim" in body}


def test_while_it_is_public_it_is_everywhere(program):
    assert shown_on(*PLACES) == set(PLACES)
    assert fetch("/de/angebote/ganz-geheim/").status == 200


def test_hidden_it_is_nowhere(program):
    for reason, columns in HIDDEN.items():
        Program.objects.filter(pk=program.pk).update(**VISIBLE | columns())
        assert shown_on(*PLACES) == set(), reason
        for address in ("/de/angebote/ganz-geheim/", "/en/programmes/very-secret/", "/en/programmes/ganz-geheim/"):
            answer = request(address)
            assert answer.status == 404, (reason, address)
            assert NAME not in answer.body, (reason, address)


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
    assert shown_on(*PLACES) == {"/de/angebote/dimento/", "/de/weltweit/", "/sitemap.xml"}
    assert shown_on("/de/angebote/?availability=ended")
    assert "beendet" in fetch("/de/angebote/ganz-geheim/").soup.select_one(".badge").get_text()


def test_a_programme_that_pauses_is_listed_and_never_open(program):
    Program.objects.filter(pk=program.pk).update(status="paused")
    offer = fetch("/de/angebote/?sort=name").soup.find("a", href="/de/angebote/ganz-geheim/").find_parent("article")
    assert "pausiert" in offer.select_one(".badge").get_text()
    assert not shown_on("/de/")  # there is no next deadline


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
