"""Every component documents its inputs, has example data, and renders in both languages."""

import re

import html5lib
import pytest
from django.template.loader import get_template
from django.utils.translation import override

from portal.pages.blocks import BodyBlock
from portal.specimen import components, examples

pytestmark = pytest.mark.django_db


def test_every_component_has_an_example_and_every_example_a_component():
    assert set(components.names()) == set(examples.EXAMPLES)


@pytest.mark.parametrize("name", sorted(examples.EXAMPLES))
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_component_renders_valid_html_from_its_example_data(name, language):
    with override(language):
        component = components.component(name)
    assert component.inputs
    for html in component.examples:
        assert not re.search(r"\{[{%]|None\b", html)
        html5lib.HTMLParser(strict=True).parseFragment(html)


@pytest.mark.parametrize("name", ["name", "offer", "related", "sentence", "steps", "labels"])
def test_german_words_on_an_english_page_say_so(name):
    with override("en"):
        html = "".join(components.component(name).examples)
    assert 'lang="de"' in html
    with override("de"):
        html = "".join(components.component(name).examples)
    assert "lang=" not in html


def test_a_name_that_exists_in_german_only_is_followed_by_these_words():
    with override("en"):
        translated, german = components.component("name").examples
    assert "in German only" not in translated
    assert re.search(r'lang="de">Prüfungen unter fairen Bedingungen</a>\s*<span[^>]*>in German only', german)


def test_a_component_without_a_comment_is_refused(settings, tmp_path):
    (tmp_path / "components").mkdir()
    for name in ("badge", "bare"):
        (tmp_path / "components" / f"{name}.html").write_text("<p></p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    with pytest.raises(ValueError, match="names its inputs"):
        components.component("bare")


def test_templates_stay_small():
    folder = components.folder().parent
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in folder.rglob("*.html")}
    assert {path.name: size for path, size in sizes.items() if size > 80} == {}
    assert get_template("base.html")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_block_is_shown_with_its_example(language):
    with override(language):
        blocks = components.blocks()
    assert {block.name for block in blocks} == set(BodyBlock().child_blocks)
    for block in blocks:
        assert block.inputs
        assert all(html.strip() for html in block.examples)
