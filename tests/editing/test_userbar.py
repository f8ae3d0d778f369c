"""Staff see Wagtail's userbar with its accessibility checker; visitors see neither bar nor cookie."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from partners.models import Network
from portal.core.pages.index_page import record_url
from portal.core.rights.scope import record_types
from portal.pages.models import ArticlePage, GuidingPrincipleIndexPage, NetworkPage
from tests import factories
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import ProgramFactory


@pytest.fixture
def page(site):
    page = ArticlePage(title="Anfang", slug="anfang")
    site["home", "de"].add_child(instance=page)
    return page


def bar(answer):
    return BeautifulSoup(answer.content, "html.parser").select_one("#wagtail-userbar-template")


@pytest.mark.parametrize("group", ["administrator", "moderator", "editor", "unit editor"])
def test_staff_see_it(staff, page, group):
    answer = staff(group).get(page.get_url())
    assert "axe" in str(bar(answer))


RECORDS = [
    factories.CertificationFactory,
    factories.GuidingPrincipleFactory,
    factories.InstitutionFactory,
    factories.LifeSituationFactory,
    factories.NetworkFactory,
    factories.ProgramFactory,
]


@pytest.fixture
def addresses(site):
    """Return a function that returns the public addresses of a record in both languages."""

    def addresses_of(record):
        network = record if isinstance(record, Network) else getattr(record, "network", None)
        if network is None:
            return [record_url(record, language) for language in ("de", "en")]
        page = NetworkPage(title="Netz", slug="netz", network=network)
        site["home", "de"].add_child(instance=page)
        if record is network:
            return [page.get_url()]
        page.add_child(instance=GuidingPrincipleIndexPage(title="Leitsätze", slug="leitsaetze"))
        return [record_url(record, "de")]

    return addresses_of


@pytest.mark.parametrize("factory", RECORDS)
def test_on_the_page_of_a_record_it_opens_the_form_of_that_record(staff, addresses, factory):
    record = factory(name_en="Name")
    form, administrator, reader = admin_url("edit", record), staff("administrator", "de"), staff("due-diligence reader")
    for address in addresses(record):
        links = [link["href"] for link in bar(administrator.get(address)).select("a")]
        assert form in links
        assert any("/admin/pages/" in link for link in links) == isinstance(record, Network)
        assert "/edit/" not in str(bar(reader.get(address)))
    assert administrator.get(form).status_code == 200


def test_a_unit_editor_opens_only_the_forms_of_the_own_unit(staff, site):
    own, foreign = ProgramFactory(), ProgramFactory()
    client = staff("unit editor", units=[own.responsible_unit])
    assert admin_url("edit", own) in str(bar(client.get(record_url(own, "de"))))
    assert "/edit/" not in str(bar(client.get(record_url(foreign, "de"))))


def test_all_types_with_a_public_page_were_asked():
    asked = {factory._meta.model for factory in RECORDS}
    assert asked == set(record_types())


def test_a_visitor_does_not(page):
    answer = Client().get(page.get_url())
    assert bar(answer) is None
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_nor_does_somebody_whose_session_is_over(page):
    client = Client()
    client.cookies["sessionid"] = "over"
    assert bar(client.get(page.get_url())) is None


def test_it_needs_no_script_or_style_in_the_page_itself(staff, page):
    answer = staff("editor").get(page.get_url())
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    soup = BeautifulSoup(answer.content, "html.parser")
    scripts = [script for script in soup.select("script") if not script.get("src")]
    assert all(script.get("type") == "application/json" for script in scripts)
    assert not soup.select("style, [style], [onclick], [onload]")


@pytest.mark.parametrize("mode", ["de", "en"])
def test_a_preview_of_a_record_brings_the_checker(staff, mode):
    program = ProgramFactory(name_en="Begin")
    program.save_revision()
    url = admin_url("preview_on_edit", program)
    client = staff("editor")
    form = Form.open(client, admin_url("edit", program))
    form.url = url
    assert form.post().json()["is_valid"]
    answer = client.get(url, {"mode": mode, "in_preview_panel": "true"})
    assert "axe" in str(bar(answer))


def test_a_page_that_is_missing_has_none(staff):
    assert bar(staff("editor").get("/de/gibt-es-nicht/")) is None
