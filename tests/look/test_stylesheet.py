"""The style sheet is delivered in one request, with all colours from one file."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from portal.chrome.finders import JoinedStylesheetFinder, joined
from tests.look.tokens import CSS, TOKENS

RAW_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|color)\(", re.IGNORECASE)
PARTS = sorted(CSS.rglob("*.css"))
WORDS = re.compile(r":[^;{]*\b(?:black|white|red|green|blue|gray|grey|orange|yellow)\b")


def test_all_parts_are_delivered_as_one():
    css = finders.find("css/site.css")
    with open(css, encoding="utf-8") as file:
        delivered = file.read()
    assert all(part.read_text(encoding="utf-8") in delivered for part in PARTS)


def test_the_order_of_the_layers_comes_before_everything_else():
    first_rule = re.sub(r"/\*.*?\*/", "", joined(CSS), flags=re.DOTALL).lstrip()
    assert first_rule.startswith("@layer tokens, base, layout, components, chrome, print;")


def test_an_edited_part_is_delivered_at_once(tmp_path, settings):
    (tmp_path / "css").mkdir()
    part = tmp_path / "css" / "tokens.css"
    settings.STATICFILES_DIRS, settings.STYLESHEET_ROOT = [tmp_path], tmp_path / "joined"
    finder = JoinedStylesheetFinder()
    for text in ("a {}", "b {}"):
        part.write_text(text)
        with open(finder.find("css/site.css"), encoding="utf-8") as file:
            assert file.read() == text


def test_it_is_small():
    assert len(gzip.compress(joined(CSS).encode())) <= 15_000


@pytest.mark.parametrize("part", [part for part in PARTS if part != TOKENS], ids=lambda part: part.stem)
def test_raw_colours_stand_among_the_tokens_only(part):
    css = re.sub(r"/\*.*?\*/", "", part.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not RAW_COLOUR.search(css)
    assert not WORDS.search(css)


def test_every_token_that_is_used_is_defined():
    used = set(re.findall(r"var\(--([\w-]+)[,)]", joined(CSS)))
    defined = set(re.findall(r"--([\w-]+):", joined(CSS)))
    assert used <= defined


def test_every_rule_stands_in_a_layer():
    for part in PARTS:
        outside = re.sub(r"/\*.*?\*/", "", part.read_text(encoding="utf-8"), flags=re.DOTALL)
        for line in outside.splitlines():
            assert not line or line[0] in " }" or line.startswith("@layer"), f"{part.name}: {line}"


def test_the_icon_repeats_only_colours_of_the_tokens():
    icon = CSS.parent / "icons" / "weave.svg"
    used, defined = (set(re.findall(r"#[0-9a-f]{6}", file.read_text(encoding="utf-8"))) for file in (icon, TOKENS))
    assert used
    assert used <= defined
