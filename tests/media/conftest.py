"""Uploading as staff, through each of the available forms."""

import json
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection
from wagtail.users.models import UserProfile


@dataclass
class Upload:
    """The result of an upload: the errors at the file field, and the title in the returned form."""

    is_accepted: bool
    errors: str = ""
    title: str = ""


@pytest.fixture
def staff(db):
    """Return a function that returns an administrator's client with a German or English interface."""

    def logged_in(language="en"):
        user = get_user_model().objects.create_superuser(f"uploader-{language}", "up@example.org", "password of tests")
        UserProfile.objects.create(user=user, preferred_language=language)
        client = Client()
        client.force_login(user)
        return client

    return logged_in


def by_form(address, prefix=""):
    """Return a function that uploads through the form of the library or of a chooser."""

    def upload(client, file, **fields):
        data = {"title": "Ein Titel", "collection": Collection.get_first_root_node().pk, **fields, "file": file}
        response = client.post(reverse(address), {f"{prefix}{name}": value for name, value in data.items()})
        return _from_form(response, prefix)

    return upload


def many_at_once(address):
    def upload(client, file, **fields):
        data = {"title": "Ein Titel", "collection": Collection.get_first_root_node().pk, "files[]": file, **fields}
        answer = client.post(reverse(address), data, headers={"X-Requested-With": "XMLHttpRequest"}).json()
        return Upload(answer["success"], answer.get("error_message", ""))

    return upload


def _from_form(response, prefix):
    if response.status_code == 302:
        return Upload(is_accepted=True)
    text = response.content.decode()
    if response.headers["Content-Type"].startswith("application/json"):
        answer = json.loads(text)
        if answer["step"] != "reshow_creation_form":
            return Upload(is_accepted=True)
        text = answer["htmlFragment"]
    page = BeautifulSoup(text, "html.parser")
    field = page.select_one(f'[name="{prefix}file"]').find_parent(class_="w-field__wrapper")
    errors = field.select_one(".w-field__errors")
    return Upload(
        is_accepted=False,
        errors=errors.get_text(" ", strip=True) if errors else "",
        title=page.select_one(f'[name="{prefix}title"]').get("value", ""),
    )


IMAGE_WAYS = {
    "library": by_form("wagtailimages:add"),
    "chooser": by_form("wagtailimages_chooser:create", "image-chooser-upload-"),
    "many": many_at_once("wagtailimages:add_multiple"),
}
DOCUMENT_WAYS = {
    "library": by_form("wagtaildocs:add"),
    "chooser": by_form("wagtaildocs_chooser:create", "document-chooser-upload-"),
    "many": many_at_once("wagtaildocs:add_multiple"),
}


@pytest.fixture(params=IMAGE_WAYS)
def upload_image(request):
    return IMAGE_WAYS[request.param]


@pytest.fixture(params=DOCUMENT_WAYS)
def upload_document(request):
    return DOCUMENT_WAYS[request.param]
