"""Profile pictures of staff are checked and cleaned as every other picture."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from wagtail.users.models import UserProfile

from tests.media import files

ACCOUNT = "/admin/account/"


def error_of(response):
    """Return the message beside the field, for a form that was not saved."""
    page = BeautifulSoup(response.content, "html5lib")
    return page.select_one(".w-avatar-panel").parent.select_one("[role=alert]").get_text()


def save_avatar(client, content, name="ich.jpg"):
    """Press "save" on the page of one's own settings, with all that it shows, and return the response."""
    page = BeautifulSoup(client.get(ACCOUNT).content, "html5lib")
    form = page.select_one("form[enctype]")
    values = {field["name"]: field.get("value", "") for field in form.select("input[name]:not([type=checkbox])")}
    for choice in form.select("select[name]"):
        values[choice["name"]] = choice.select_one("[selected]")["value"]
    values |= {"name_email-first_name": "Ada", "name_email-last_name": "Lovelace"}
    return client.post(ACCOUNT, values | {"avatar-avatar": files.named(name, content)})


@pytest.mark.parametrize("size", [(40, 20), (900, 450)], ids=["small", "large"])
def test_an_avatar_is_upright_and_tells_no_place(staff, size):
    response = save_avatar(staff(), files.picture("JPEG", size=size, orientation=6))
    assert response.status_code == 302
    stored = UserProfile.objects.get().avatar.read()
    picture = Image.open(BytesIO(stored))
    assert files.SECRET.encode() not in stored
    assert not picture.getexif()
    assert picture.height > picture.width


@pytest.mark.parametrize("content", [files.HTML, files.picture("JPEG")[:-200]], ids=["a web page", "a cut picture"])
def test_what_is_no_picture_is_refused_beside_the_field(staff, content):
    assert "kein Bild" in error_of(save_avatar(staff("de"), content))
    assert not UserProfile.objects.get().avatar


def test_a_picture_that_would_fill_the_memory_is_refused(staff):
    assert "million pixels" in error_of(save_avatar(staff(), files.bomb(), "ich.png"))
