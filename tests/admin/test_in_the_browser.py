"""What only a browser shows: errors in another tab, long checklists, and autosave."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from partners.models import Agreement
from programs.models import Program
from tests.admin.records import admin_url
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
    return Program.objects.exclude(name_en="").first()


def test_an_error_in_another_tab_is_announced(tab, program):
    tab.goto(admin_url("edit", program))
    tab.locator("#id_summary_de").fill("")
    tab.get_by_role("tab", name=re.compile("Englisch")).click()
    tab.locator("#id_summary_en").fill("Typed just now.")
    tab.get_by_role("button", name="Mehr Aktionen").click()
    tab.locator('[name="action-publish"]').click()
    german = tab.get_by_role("tab", name=re.compile("Deutsch.*1 Fehler", re.DOTALL))
    german.wait_for()
    assert tab.locator("#id_summary_en").input_value() == "Typed just now."
    german.click()
    assert tab.locator("#panel-child-deutsch-summary_de-errors, [id$=summary_de-errors]").first.inner_text().strip()


def test_a_long_list_is_narrowed_by_typing(tab, program):
    tab.goto(admin_url("edit", program))
    tab.get_by_role("tab", name=re.compile("Wo, ")).click()
    choices = tab.locator("[data-long-checklist]", has=tab.locator('[name="related_programs"]'))
    rows = choices.locator("label")
    row_count = rows.count()
    choices.locator("input[type=search]").fill("teilzeit")
    visible = [row.inner_text() for row in rows.all() if row.is_visible()]
    assert 0 < len(visible) < row_count
    ticked = {row.inner_text() for row in choices.locator("label:has(:checked)").all()}
    assert {text for text in visible if "teilzeit" not in text.lower()} <= ticked
    assert any("teilzeit" in text.lower() for text in visible)


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
