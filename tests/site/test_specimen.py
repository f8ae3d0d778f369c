"""The specimen page shows every component in both languages, to staff only."""

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model

from portal.specimen.components import names

PATHS = ["/de/specimen/", "/en/specimen/"]


@pytest.mark.parametrize("path", PATHS)
def test_a_visitor_is_asked_to_log_in(demo_content, client, path):
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
    assert not response.cookies


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("username", ["administrator", "moderator", "editor"])
def test_staff_see_every_component_in_the_language_of_the_path(demo_content, client, path, username):
    client.force_login(get_user_model().objects.get(username=username))
    response = client.get(path)
    html = response.content.decode()
    page = BeautifulSoup(html, "html.parser")
    assert response.status_code == 200
    assert page.html["lang"] == path[1:3]
    assert {heading.get_text() for heading in page.select(".specimen__name")} >= set(names())
    html5lib.HTMLParser(strict=True).parse(html)


def test_nobody_finds_it_by_a_link(walk):
    assert {answer.address for answer in walk.answers.values() if "specimen" in answer.body} == set()
