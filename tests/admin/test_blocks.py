"""The blocks of a page: each has a preview, and each reports missing input at its field."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.pages.blocks import BodyBlock
from portal.pages.models import ArticlePage
from tests.admin.pages import add_url, all_blocks, created, items, picture, sent

BLOCKS = BodyBlock().child_blocks


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_a_preview(client, site, name):
    block = ArticlePage._meta.get_field("body").stream_block.child_blocks[name]
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    assert BeautifulSoup(response.content, "html.parser").body


def errors(client, site, name, value):
    """Publish an article with one invalid block; return the errors of that block."""
    response = client.post(add_url(site["home", "de"]), {**sent(all_blocks(**{name: value})), "action-publish": "1"})
    assert response.status_code == 200
    assert not ArticlePage.objects.exists()
    position = [block for block, _value in all_blocks()].index(name)
    (error,) = response.context["form"].errors.as_data()["body"]
    return error.block_errors[position]


def image(**values):
    return {"image": {"image": picture().pk, "alt_text": "", "decorative": "", **values}, "caption": ""}


def test_a_picture_needs_words(client, site):
    error = errors(client, site, "image", image())
    assert "alt_text" in str(error.as_json_data())


def test_unless_it_is_decorative(client, site):
    created(client, site["home", "de"], all_blocks(image=image(decorative="on")))
    page = BeautifulSoup(client.get("/de/beitrag/").content, "html.parser")
    assert page.select_one("main img")["alt"] == ""


@pytest.mark.parametrize("both", [True, False])
def test_a_link_leads_to_one_place(client, site, both):
    page, url = (site["home", "de"].pk, "https://example.org") if both else ("", "")
    value = {"heading": "Weiter", "links": items({"page": page, "url": url, "text": "Dorthin"})}
    error = errors(client, site, "links", value)
    assert set(error.block_errors["links"].block_errors[0].block_errors) == {"url"}


def test_a_link_to_a_page(client, site):
    value = {"heading": "Weiter", "links": items({"page": site["programs", "de"].pk, "url": "", "text": "Dorthin"})}
    created(client, site["home", "de"], all_blocks(links=value))
    assert 'href="/de/angebote/"' in client.get("/de/beitrag/").content.decode()


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("quote", {"text": "Gesagtes.", "source": ""}, "source"),
        ("notice", {"heading": "", "text": "null"}, "heading"),
        ("programs", {"heading": "", "chosen": items()}, "heading"),
        ("facts", {"heading": "Zahlen", "chosen": items("")}, "chosen"),
    ],
)
def test_what_is_missing_is_named(client, site, name, value, field):
    assert field in errors(client, site, name, value).block_errors


def test_a_programme_that_is_gone_leaves_no_hole(client, site):
    from programs.models import Program

    created(client, site["home", "de"])
    Program.objects.update(live=False)
    assert client.get("/de/beitrag/").status_code == 200
    Program.objects.all().delete()
    assert client.get("/de/beitrag/").status_code == 200
    assert client.get(add_url(site["home", "de"])).status_code == 200
