"""Text and controls have enough contrast, in light and dark, on every background (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest

from tests.look.tokens import GROUNDS, SCHEMES, colours, contrast

TEXT, INTERFACE = 4.5, 3
PLAIN_TEXT = ("ink", "ink-soft", "link", "link-active", "accent-ink")
BADGES = ("open", "soon", "later", "shut")


def everywhere(test):
    return pytest.mark.parametrize("ground", GROUNDS)(pytest.mark.parametrize("scheme", SCHEMES)(test))


@everywhere
@pytest.mark.parametrize("text", PLAIN_TEXT)
def test_text_on_its_ground(scheme, ground, text):
    tokens = colours(scheme, ground)
    assert contrast(tokens[text], tokens["ground"]) >= TEXT


@everywhere
def test_the_words_of_a_button(scheme, ground):
    tokens = colours(scheme, ground)
    assert contrast(tokens["paper"], tokens["link"]) >= TEXT
    assert contrast(tokens["on-accent"], tokens["accent"]) >= TEXT


@everywhere
def test_marked_words_and_what_says_in_german_only(scheme, ground):
    tokens = colours(scheme, ground)
    assert contrast(tokens["paper"], tokens["ink"]) >= TEXT
    if ground != "deep":
        assert contrast(tokens["ink"], tokens["mark"]) >= TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("badge", BADGES)
def test_the_words_of_a_badge(scheme, badge):
    tokens = colours(scheme, "paper")
    assert contrast(tokens[badge], tokens[f"{badge}-ground"]) >= TEXT


@everywhere
@pytest.mark.parametrize("edge", ["edge", "focus"])
def test_the_edges_of_controls_and_the_ring_of_the_focus(scheme, ground, edge):
    tokens = colours(scheme, ground)
    assert contrast(tokens[edge], tokens["ground"]) >= INTERFACE


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("line", range(1, 7))
def test_thin_lines_that_mean_something(scheme, line):
    tokens = colours(scheme, "paper")
    assert contrast(tokens[f"line-{line}"], tokens["paper"]) >= INTERFACE


def test_the_contrast_of_black_on_white_is_the_largest_there_is():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)
