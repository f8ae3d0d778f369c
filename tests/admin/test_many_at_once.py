"""Publishing several pages at once and uploading an image, through the browser."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect
from wagtail.models import Page

from portal.media.models import PortalImage
from tests.chromium import Visit, follow
from tests.media.files import picture


@pytest.fixture
def tab(browser, editable_demo_server):
    """A tab in which the administrator is logged in."""
    client = Client()
    client.force_login(get_user_model().objects.get(username="administrator"))
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": editable_demo_server}
    visit = Visit(browser, editable_demo_server, viewport={"width": 1280, "height": 900})
    visit.context.add_cookies([session])
    with visit as page:
        yield page


def test_several_pages_are_published_at_once(tab):
    parent = Page.objects.get(slug="chancengerechtigkeit")
    pages = list(parent.get_children().specific()[:2])
    for page in pages:
        page.unpublish()
    tab.goto(f"/admin/pages/{parent.pk}/")
    for page in pages:
        tab.locator(f'[data-bulk-action-checkbox][data-object-id="{page.pk}"]').check()
    follow(tab.get_by_role("link", name="Veröffentlichen"))
    follow(tab.get_by_role("button", name="Ja, veröffentlichen"))
    expect(tab.locator(".messages")).to_contain_text("2 Seiten")
    assert Page.objects.filter(pk__in=[page.pk for page in pages], live=True).count() == 2


def test_a_picture_is_uploaded_and_described_in_both_languages(tab):
    tab.goto("/admin/images/add/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Neu: Bild")
    tab.locator('input[type="file"]').set_input_files(
        [{"name": "hof.png", "mimeType": "image/png", "buffer": picture("PNG")}]
    )
    tab.get_by_label("Titel (Deutsch)").fill("Hof")
    tab.get_by_label("Titel (Englisch)").fill("Courtyard")
    follow(tab.get_by_role("button", name="Hochladen"))
    expect(tab.locator(".messages")).to_contain_text("Hof")
    image = PortalImage.objects.latest("pk")
    assert (image.title, image.title_en) == ("Hof", "Courtyard")


def test_what_waits_can_be_read_on_a_phone(tab):
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto("/admin/")
    title = tab.locator(".worklist-lines td.title").first
    expect(title).to_be_visible()
    assert title.bounding_box()["width"] > 200
    tab.context.clear_cookies()
    tab.goto("/admin/password_reset/")
    button = tab.get_by_role("button", name="Passwort zurücksetzen")
    assert button.evaluate("element => element.scrollWidth <= element.clientWidth")
