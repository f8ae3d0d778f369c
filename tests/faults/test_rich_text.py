"""Rich text with keys that somebody made up ends neither the public page nor the form."""

import json

import pytest
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText, expand_db_html

from portal.core.language.richtext import ARTICLE_FEATURES
from portal.pages.models import ArticlePage
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db
ODD_KEYS = ["", "x", "1.5", "-1", "9" * 12, "9" * 30, "9" * 5000, "٣", "1 OR 1=1"]
LINKS = "".join(f'<a linktype="{kind}" id="{key}">Wort</a> ' for kind in ("page", "document") for key in ODD_KEYS)
EMBEDS = "".join(f'<embed embedtype="image" id="{key}" format="left" alt="x"/>' for key in ODD_KEYS)
WITHOUT = '<a linktype="page">Wort</a><embed embedtype="image"/><embed embedtype="media"/><embed embedtype="x" id="1"/>'
SOURCE = f"<p>Davor {LINKS}</p>{EMBEDS}<p>{WITHOUT} Danach</p>"


@pytest.fixture
def page(site, wagtails_indexes):
    page = ArticlePage(title="Seite", body=[("text", RichText(SOURCE))])
    return site["home", "de"].add_child(instance=page)


def test_visitors_read_the_words_without_the_links(page):
    html = Client().get(page.get_url()).content.decode()
    assert "Davor" in html
    assert "Danach" in html
    assert html.count("Wort</a>") == 2 * len(ODD_KEYS) + 1
    assert 'linktype="' not in html


def test_a_good_link_stays_beside_odd_ones(page):
    html = expand_db_html(f'{LINKS}<a linktype="page" id="{page.pk}">gut</a>')
    assert f'<a href="{page.get_url()}">gut' in html


def test_the_forms_open_and_save(page, staff):
    client = staff("administrator")
    program = ProgramFactory(description_de=SOURCE)
    for address in (f"/admin/pages/{page.pk}/edit/", f"/admin/snippets/programs/program/edit/{program.pk}/"):
        assert client.get(address).status_code == 200
    program.save_revision().publish()
    assert ReferenceIndex.get_references_for_object(program).count() < len(ODD_KEYS)


def test_what_a_form_sends_is_stored_as_a_link_that_leads_nowhere():
    block = {"key": "a", "text": "Wort", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    for kind in ("LINK", "DOCUMENT"):
        for key in [*ODD_KEYS, [], {"a": 1}, True]:
            entity = {"type": kind, "mutability": "MUTABLE", "data": {"id": key, "url": "/"}}
            ranges = [{"offset": 0, "length": 4, "key": 0}]
            state = {"blocks": [{**block, "entityRanges": ranges}], "entityMap": {"0": entity}}
            html = ContentstateConverter(ARTICLE_FEATURES).to_database_format(json.dumps(state))
            assert 'id="0"' in html, (kind, key)
