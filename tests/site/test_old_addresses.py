"""Former addresses, and slugs of the other language, redirect to the current address."""

import pytest
from wagtail.models import Page

from portal.core import content_version
from programs.models import LifeSituation, Program

QUERY = "?situation=children&page=2&q=%C3%A4"


def moved_to(client, address):
    content_version.forget()
    response = client.get(address)
    assert response.status_code == 301, (address, response.status_code)
    return response["Location"]


@pytest.mark.parametrize(
    ("address", "proper"),
    [
        ("/en/angebote/", "/en/programmes/"),
        ("/de/programmes/", "/de/angebote/"),
        ("/en/impressum/", "/en/imprint/"),
        ("/en/chancengerechtigkeit/von-aussen-geprueft/", "/en/equal-opportunities/checked-from-outside/"),
        ("/en/angebote/anerkennungsberatung/", "/en/programmes/recognition-advice/"),
        ("/en/programmes/anerkennungsberatung/", "/en/programmes/recognition-advice/"),
        ("/de/angebote/recognition-advice/", "/de/angebote/anerkennungsberatung/"),
        ("/en/life-situations/studieren-mit-kindern/", "/en/life-situations/studying-with-children/"),
    ],
)
@pytest.mark.parametrize("query", ["", QUERY])
def test_a_slug_of_the_other_language_leads_to_the_proper_one(demo_content, client, address, proper, query):
    location = moved_to(client, address + query)
    while location != proper + query:  # first the slug of the list page, then that of the record
        location = moved_to(client, location)
    assert client.get(location).status_code == 200


def test_a_record_that_was_renamed_answers_at_its_old_address_in_both_languages(demo_content, client):
    program = Program.objects.get(slug_de="anerkennungsberatung")
    program.slug_de, program.slug_en = "zeugnisberatung", "certificate-advice"
    program.save()
    assert moved_to(client, f"/de/angebote/anerkennungsberatung/{QUERY}") == f"/de/angebote/zeugnisberatung/{QUERY}"
    assert (
        moved_to(client, f"/en/programmes/recognition-advice/{QUERY}") == f"/en/programmes/certificate-advice/{QUERY}"
    )
    assert moved_to(client, "/en/programmes/anerkennungsberatung/") == "/en/programmes/certificate-advice/"
    assert client.get("/en/programmes/certificate-advice/").status_code == 200


def test_a_life_situation_that_was_renamed_as_well(demo_content, client):
    situation = LifeSituation.objects.get(notation="children")
    old = situation.slug_de
    situation.slug_de = "mit-kindern"
    situation.save()
    assert moved_to(client, f"/de/lebenslagen/{old}/") == "/de/lebenslagen/mit-kindern/"


def test_an_old_address_that_a_new_record_has_taken_is_that_records(demo_content, client):
    program, other = Program.objects.filter(live=True).exclude(name_en="")[:2]
    old, program.slug_de = program.slug_de, "anders"
    program.save()
    other.slug_de = old
    other.save()
    content_version.forget()
    response = client.get(f"/de/angebote/{old}/")
    assert response.status_code == 200
    assert other.name_de in response.content.decode()


@pytest.fixture
def rename(demo_content, django_capture_on_commit_callbacks):
    """Return a function that changes the slug of an English page, as an editor would."""

    def published(slug, new):
        page = Page.objects.get(slug=slug, locale__language_code="en").specific
        page.slug = new
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return published


def test_a_page_that_was_renamed_answers_at_its_old_address(rename, client):
    rename("imprint", "about-us")
    assert moved_to(client, "/en/imprint/").endswith("/en/about-us/")
    assert client.get("/en/about-us/").status_code == 200


def test_a_list_that_was_renamed_takes_its_records_along(rename, client):
    rename("programmes", "offers")
    assert moved_to(client, "/en/programmes/").endswith("/en/offers/")
    assert moved_to(client, "/en/programmes/dimento/").endswith("/en/offers/dimento/")
    assert moved_to(client, "/en/angebote/dimento/").endswith("/en/offers/dimento/")


def test_a_record_that_is_gone_leads_nowhere(demo_content, client):
    program = Program.objects.get(slug_de="anerkennungsberatung")
    program.slug_de = "zeugnisberatung"
    program.save()
    program.unpublish()
    for address in ("/de/angebote/anerkennungsberatung/", "/en/programmes/anerkennungsberatung/"):
        assert client.get(address).status_code == 404


def test_without_the_english_home_page_nothing_is_shown_under_en(demo_content, client):
    Page.objects.get(slug="home", locale__language_code="en").unpublish()
    for address in ("/en/", "/en/programmes/", "/en/programmes/dimento/", "/en/start/", "/en/angebote/"):
        content_version.forget()
        response = client.get(address)
        assert response.status_code == 404, address
        assert '<html lang="en">' in response.content.decode()
        assert "Wie wird Bildung gerecht?" not in response.content.decode()
