"""Days typed key by key, with the calendar open, under both interface languages: nothing replaces what was typed."""

from datetime import date, datetime

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from partners.models import Contact
from portal.core.time.moment import BERLIN
from programs.models import Program
from tests.admin.records import admin_url
from tests.chromium import Visit, follow

WORDS = {
    "de": {
        "day": "31. Dezember 2026",
        "shown": "31.12.2026",
        "moment": "31. Dezember 2030, 14 Uhr",
        "moment_shown": "31.12.2030, 14:00 Uhr",
        "readings": ("03.04.2026", "04.03.2026"),
        "schedule": "Zeitplan festlegen",
    },
    "en": {
        "day": "31 December 2026",
        "shown": "31 December 2026",
        "moment": "31 December 2030, 2 pm",
        "moment_shown": "31 December 2030, 14:00",
        "readings": ("3 April 2026", "4 March 2026"),
        "schedule": "Set schedule",
    },
}


@pytest.fixture(params=["de", "en"])
def language(request):
    return request.param


@pytest.fixture
def tab(browser, editable_demo_server, language):
    """A tab in which the administrator is logged in, with an interface in one of the languages."""
    administrator = get_user_model().objects.get(username="administrator")
    UserProfile.objects.update_or_create(user=administrator, defaults={"preferred_language": language})
    client = Client()
    client.force_login(administrator)
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": editable_demo_server}
    visit = Visit(browser, editable_demo_server)
    visit.context.add_cookies([session])
    with visit as page:
        yield page


def type_and_leave(field, text):
    """Replace the value as a person does: click, wait for the calendar, empty the field, press each key, press Tab."""
    field.click()
    expect(field.page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    field.press("ControlOrMeta+a")
    field.press("Delete")
    field.press_sequentially(text, delay=30)
    field.press("Tab")
    expect(field).not_to_be_focused()
    expect(field.page.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)
    expect(field).to_have_value(text)


def test_what_is_typed_stays_is_understood_and_is_shown_as_the_reader_writes_it(tab, language):
    words = WORDS[language]
    contact = Contact.objects.order_by("pk").first()
    tab.goto(admin_url("edit", contact))
    day = tab.locator("#id_last_confirmed_on")
    save = tab.locator('[data-edit-form] footer button[type="submit"]').first

    type_and_leave(day, "03/04/2026")
    follow(save)
    expect(day).to_have_value("03/04/2026")
    error = tab.locator("#panel-child-last_confirmed_on-errors, [id$=last_confirmed_on-errors]").first
    for reading in words["readings"]:
        expect(error).to_contain_text(reading)

    type_and_leave(day, words["day"])
    follow(save)
    assert Contact.objects.get(pk=contact.pk).last_confirmed_on == date(2026, 12, 31)
    tab.goto(admin_url("edit", contact))
    expect(day).to_have_value(words["shown"])

    day.click()  # a day is also chosen in the calendar, which opens where the field is and writes the same form
    tab.locator('.xdsoft_datetimepicker:visible td[data-date="30"][data-month="11"][data-year="2026"]').click()
    expect(day).to_have_value(words["shown"].replace("31", "30", 1))

    tab.goto("/admin/partnerships/on/")
    type_and_leave(tab.locator("#id_day"), "31.12.26")
    follow(tab.locator(".report-day button"))
    expect(tab.locator("[data-report]")).to_be_visible()
    expect(tab.locator("#id_day")).to_have_value("31.12.26")


def test_a_moment_typed_in_the_schedule_dialog(tab, language):
    words = WORDS[language]
    program = Program.objects.order_by("pk").first()
    tab.goto(admin_url("edit", program))
    tab.get_by_role("button", name="Status").first.click()
    tab.get_by_role("button", name=words["schedule"]).click()
    dialog = tab.locator("#schedule-publishing-dialog")
    type_and_leave(dialog.locator("#id_expire_at"), words["moment"])
    follow(dialog.locator('button[type="submit"]'))
    draft = Program.objects.get(pk=program.pk).get_latest_revision_as_object()
    assert draft.expire_at == datetime(2030, 12, 31, 14, tzinfo=BERLIN)
    expect(tab.locator("body")).to_contain_text(words["moment_shown"])
