"""Previews show the draft in both languages as visitors will see it, with the public CSP and the right `lang`."""

import pytest
from bs4 import BeautifulSoup

from partners.models import GuidingPrinciple, Institution, Network
from programs.models import Certification, LifeSituation, Program
from tests.admin.forms import Form, rich_text
from tests.admin.records import (
    admin_url,
    full_certification,
    full_network,
    full_principle,
    full_program,
    full_situation,
)
from tests.admin.test_german_only import new_program
from tests.factories import AgreementFactory, PartnerFactory

SHOWN = {
    Program: "summary",
    LifeSituation: "title",
    Network: "summary",
    GuidingPrinciple: "text",
    Certification: "summary",
}  # the text at the top of the page
TYPED = {"de": "Eben erst getippt.", "en": "Typed just now."}


MADE = [full_program, full_situation, full_network, full_principle, full_certification]


@pytest.fixture(params=MADE, ids=["programme", "life-situation", "network", "principle", "certification"])
def record(request, site):
    return request.param()


def preview_page(client, address, language):
    """Assert that the preview is a public page in that language, and return it parsed."""
    response = client.get(address, {"mode": language})
    assert response.status_code == 200
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'self'" in policy
    page = BeautifulSoup(response.content, "html.parser")
    assert page.html["lang"] == language
    assert not page.select('script:not([src], [type="application/ld+json"]), style, [style]')
    return page


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_typed_but_not_saved(either, record, language):
    form = Form.open(either, admin_url("edit", record))
    for code, text in TYPED.items():
        form[f"{SHOWN[type(record)]}_{code}"] = text
    form.url = admin_url("preview_on_edit", record)
    assert form.post().json() == {"is_valid": True, "is_available": True}
    page = preview_page(either, form.url, language)
    assert TYPED[language] in page.main.get_text()


def test_english_missing_is_shown_in_german_and_says_so(client, record):
    form = Form.open(client, admin_url("edit", record))
    field = SHOWN[type(record)]
    form["name_en"], form[f"{field}_en"], form[f"{field}_de"] = "", "", TYPED["de"]
    form.url = admin_url("preview_on_edit", record)
    form.post()
    page = preview_page(client, form.url, "en")
    assert TYPED["de"] in " ".join(element.get_text() for element in page.select('main [lang="de"]'))


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_new_programme_that_is_not_saved_yet(client, language):
    form = new_program(client)
    form["name_en"], form["summary_en"] = "Study space", TYPED["en"]
    form.add("enrolment_periods", opens_on="2020-01-01", note_de="Bald", note_en="Soon")
    form.url = admin_url("preview_on_add", Program)
    assert form.post().json()["is_available"]
    assert {"de": "Lernraum", "en": "Study space"}[language] in preview_page(client, form.url, language).h1.get_text()
    assert not Program.objects.filter(name_de="Lernraum").exists()


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_new_life_situation_that_is_not_saved_yet(client, language):
    form = Form.open(client, admin_url("add", LifeSituation))
    form["name_de"], form["notation"], form["title_de"] = "Mit Hund", "dog", "Studieren mit Hund"
    form["introduction_de"] = rich_text(TYPED["de"])
    form.url = admin_url("preview_on_add", LifeSituation)
    assert form.post().json()["is_available"]
    assert TYPED["de"] in preview_page(client, form.url, language).main.get_text()


def test_a_form_with_hardly_anything_in_it_previews_or_says_that_it_cannot(client, site):
    form = Form.open(client, admin_url("add", Program))
    form.url = admin_url("preview_on_add", Program)
    assert form.post().json() == {"is_valid": False, "is_available": False}
    assert client.get(form.url, {"mode": "de"}).status_code == 200


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_older_version(client, record, language):
    address = admin_url("revisions_view", record, record.latest_revision.pk)
    assert preview_page(client, address, language).select_one("h1")


def test_another_language_is_german(client, record):
    response = client.get(admin_url("preview_on_edit", record), {"mode": "fr"})
    assert b'<html lang="de"' in response.content


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_institution_also_before_it_is_there(client, site, language):
    partner = PartnerFactory(name_de="Alt", name_en="Old")
    AgreementFactory(name_de="Rahmen", partners=[partner])
    for view, record in (("edit", partner), ("add", Institution)):
        form = Form.open(client, admin_url(view, record))
        form["name_de"], form["name_en"], form["country"] = TYPED["de"], TYPED["en"], "MT"
        form.url = admin_url(f"preview_on_{view}", record)
        assert form.post().json()["is_available"]
        page = preview_page(client, form.url, language)
        assert TYPED[language] in page.h1.get_text()
        assert ("Rahmen" in page.main.get_text()) is (view == "edit")
