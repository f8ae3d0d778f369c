"""Staff see Wagtail's userbar with its accessibility checker; visitors see neither bar nor cookie."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from portal.pages.models import ArticlePage
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
