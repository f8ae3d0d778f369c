"""What only a browser shows: errors out of sight, forms filled in by keyboard, printing, and autosave."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from partners.models import Agreement, Institution
from programs.models import Program
from tests.admin.records import admin_url
from tests.browser.axe import violations
from tests.chromium import Visit

pytestmark = pytest.mark.usefixtures("editable_demo_server")


@pytest.fixture
def tab(browser, editable_demo_server):
    """A tab in which the administrator is logged in."""
    client = Client()
    client.force_login(get_user_model().objects.get(username="administrator"))
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": editable_demo_server}
    visit = Visit(browser, editable_demo_server)
    visit.context.add_cookies([session])
    with visit as page:
        yield page


@pytest.fixture
def program():
    return Program.objects.exclude(name_en="").exclude(enrolment_periods=None).first()


@pytest.fixture
def institution():
    return Institution.objects.filter(parties__agreement__stage="signed").first()


def test_an_error_in_another_tab_is_announced(tab, institution):
    tab.goto(admin_url("edit", institution))
    tab.locator("#id_name_de").fill("")
    tab.get_by_role("tab", name=re.compile("Englisch")).click()
    tab.locator("#id_city_en").fill("Typed just now.")
    tab.get_by_role("button", name="Mehr Aktionen").click()
    tab.locator('[name="action-publish"]').click()
    german = tab.get_by_role("tab", name=re.compile("Deutsch.*1 Fehler", re.DOTALL))
    german.wait_for()
    assert tab.locator("#id_city_en").input_value() == "Typed just now."
    german.click()
    assert tab.locator("#id_name_de-errors").inner_text().strip()


def test_a_programme_is_filled_in_by_keyboard(tab, program):
    """A deadline in words, a record found by its name, and an error in a part that was folded again."""
    tab.goto(admin_url("edit", program))
    tab.wait_for_function("window.wagtail.app.queryController('record-picker')")
    typed(tab, "#id_name_de", "End", " plus")
    typed(tab, "#id_enrolment_periods-0-term", "Home", "Wintersemester 2027")
    applying, relations = tab.locator("#panel-child-bewerbung"), tab.locator("#panel-child-gehort_zu")
    relations.locator("summary").press("Enter")
    find_and_add(tab, relations, "related_programs", "Familienserv")
    applying.locator("summary").press("Enter")
    typed(tab, "#id_apply_url", "Control+a", "kein Link")
    applying.locator("summary").press("Enter")
    assert applying.get_attribute("open") is None
    save(tab)
    assert applying.get_attribute("open") is not None
    assert tab.locator("#id_apply_url-errors").is_visible()
    typed(tab, "#id_apply_url", "Control+a", "https://example.org/")
    save(tab)
    draft = Program.objects.get(pk=program.pk).get_latest_revision_as_object()
    assert draft.name_de.endswith(" plus")
    assert draft.apply_url == "https://example.org/"
    assert draft.enrolment_periods.first().term == "2027W"
    assert any("Familienserv" in related.name_de for related in draft.related_programs.all())
    for relation in ("criteria", "contacts", "life_situations", "application_steps"):
        assert getattr(draft, relation).count() == getattr(program, relation).count()


def typed(tab, field, key, text):
    tab.locator(field).focus()
    tab.keyboard.press(key)
    tab.keyboard.type(text)


def find_and_add(tab, part, name, words):
    before = part.locator(f'[name="{name}"]:checked').count()
    part.locator(f'[data-record-picker-name-value="{name}"] [role="combobox"]').focus()
    tab.keyboard.type(words, delay=40)
    expect(part.get_by_role("option").first).to_be_visible()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(part.locator(f'[name="{name}"]:checked')).to_have_count(before + 1)


def save(tab):
    with tab.expect_navigation():
        tab.get_by_role("button", name="Entwurf speichern").press("Enter")


def test_a_dossier_can_be_read_by_everybody_and_printed(tab, institution):
    tab.goto(reverse("partners_dossier", args=[institution.pk]))
    assert violations(tab) == []
    tab.emulate_media(media="print")
    assert not tab.locator(".sidebar").is_visible()
    assert tab.get_by_role("heading", name="Vereinbarungen").is_visible()


def test_what_is_written_is_saved_along(tab, program):
    tab.goto(admin_url("edit", program))
    with tab.expect_response(lambda answer: answer.request.method == "POST" and "/edit/" in answer.url) as saved:
        # At typing speed: Wagtail compares with the state of the form just after loading.
        tab.locator("#id_summary_de").press_sequentially("Eben erst getippt. ", delay=120)
    assert saved.value.json()["success"]
    now = Program.objects.get(pk=program.pk)
    draft = now.get_latest_revision_as_object()
    assert draft.summary_de.startswith("Eben")
    assert draft.summary_de.endswith(program.summary_de)
    assert (draft.name_en, now.summary_de) == (program.name_en, program.summary_de)


@pytest.mark.parametrize("path", ["snippets/partners/institution/", "snippets/partners/agreement/", "translations/"])
def test_lists_show_every_column_on_a_desk_and_titles_are_readable(tab, path):
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(f"/admin/{path}")
    table = tab.locator("table.listing")
    place = table.locator("xpath=..").bounding_box()
    assert table.bounding_box()["width"] <= place["width"]
    assert table.locator("tbody td.title").first.bounding_box()["width"] > 200


def test_on_a_telephone_the_last_columns_of_a_list_can_be_reached(tab):
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto("/admin/snippets/partners/agreement/")
    place = tab.locator("table.listing").locator("xpath=..")
    assert place.evaluate("place => place.scrollWidth > place.clientWidth")
    assert place.evaluate("place => getComputedStyle(place).overflowX") == "auto"


def test_a_date_beside_a_long_choice_is_shown_whole(tab):
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(admin_url("edit", Agreement.objects.first()))
    choice, day = (tab.locator(name).bounding_box() for name in ("#id_unit", "#id_signed_on"))
    assert day["width"] > 160
    assert choice["x"] + choice["width"] <= day["x"]  # nor does the choice run under it
