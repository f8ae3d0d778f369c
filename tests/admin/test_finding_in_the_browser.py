"""Finding, entering a second time and joining, as a person does it: key by key, under both interface languages."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from partners.models import Institution
from tests.admin.records import admin_url
from tests.browser.axe import violations
from tests.chromium import Visit, follow

WORDS = {
    "de": {"found": "Einrichtungen", "again": "Noch ist nichts gespeichert", "show": "Zeigen, was übergeht"},
    "en": {"found": "Institutions", "again": "Nothing was saved yet", "show": "Show what would move"},
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


def test_what_was_entered_twice_is_found_pointed_out_and_joined(tab, language):
    words, malta = WORDS[language], Institution.objects.get(slug_de="universitaet-malta")
    find(tab, words, malta)
    enter_again(tab, words, malta)
    join_and_undo(tab, words, malta)


def find(tab, words, malta):
    tab.goto("/admin/")
    search = tab.get_by_role("main").get_by_role("searchbox")
    search.press_sequentially("malta universitaet", delay=20)
    with tab.expect_navigation():
        search.press("Enter")
    group = tab.locator("[data-found]", has=tab.get_by_role("heading", name=re.compile(words["found"])))
    expect(group.get_by_role("link", name=malta.name_de)).to_have_attribute("href", admin_url("edit", malta))
    assert violations(tab) == []


def enter_again(tab, words, malta):
    tab.goto(admin_url("add", Institution))
    tab.locator("#id_name_de").press_sequentially("Universitaet Malta", delay=20)
    tab.get_by_role("tab", name=re.compile("Wo|Where")).click()
    tab.locator("#id_country").select_option("MT")
    save = tab.locator('[data-edit-form] footer button[type="submit"]').first
    follow(save)
    message = tab.locator(".messages")
    expect(message).to_contain_text(words["again"])
    expect(message.get_by_role("link", name=malta.name_de)).to_be_visible()
    message.get_by_role("checkbox").check()
    follow(save)


def join_and_undo(tab, words, malta):
    duplicate = Institution.objects.get(name_de="Universitaet Malta")
    tab.goto(admin_url("join", malta))
    tab.locator("[data-chooser-action-choose]").first.click()
    modal = tab.locator(".modal-dialog")
    modal.locator("#id_q").press_sequentially("universitaet malta", delay=20)
    expect(modal.get_by_role("link", name=malta.name_de)).to_have_count(1)
    modal.get_by_role("link", name="Universitaet Malta").click()
    follow(tab.get_by_role("button", name=words["show"]))
    expect(tab.locator("[data-preview]")).to_contain_text("Universitaet Malta")
    assert violations(tab) == []
    follow(tab.locator("[data-preview] button"))
    assert not Institution.objects.filter(pk=duplicate.pk).exists()
    assert malta.names.filter(value="Universitaet Malta").exists()
    follow(tab.locator('form[action*="/undo/"] button'))
    assert Institution.objects.filter(pk=duplicate.pk).exists()
    assert not malta.names.filter(value="Universitaet Malta").exists()
