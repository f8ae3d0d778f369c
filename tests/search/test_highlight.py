from hypothesis import given
from hypothesis import strategies as st

from portal.search.highlight import highlighted
from portal.search.normalise import forms


def marked(text, *sought):
    return highlighted(text, {form for word in sought for form in forms(word)})


def test_what_was_sought_is_marked_however_it_is_spelt():
    assert marked("Hilfe für Köln", "koeln") == "Hilfe für <mark>Köln</mark>"
    assert marked("Für Wissenschaftler:innen!", "wissenschaftlerin") == "Für <mark>Wissenschaftler:innen</mark>!"
    assert marked("Kinder und Kinderzimmer", "kinder") == "<mark>Kinder</mark> und <mark>Kinderzimmer</mark>"
    assert marked("Kin\u00adder", "kinder") == "<mark>Kin\u00adder</mark>"


def test_short_words_are_not_marked_inside_others():
    assert marked("Das Abitur ab heute", "ab") == "Das Abitur <mark>ab</mark> heute"


def test_markup_is_escaped_first():
    text = '<script>alert("kinder")</script>'
    assert marked(text, "kinder", "script") == (
        "&lt;<mark>script</mark>&gt;alert(&quot;<mark>kinder</mark>&quot;)&lt;/<mark>script</mark>&gt;"
    )


def test_without_a_query_nothing_is_marked():
    assert highlighted("A & B", set()) == "A &amp; B"


@given(st.text(max_size=80), st.sets(st.text("abcdefgh<>&", min_size=1, max_size=6)))
def test_no_markup_but_ours_whatever_the_text(text, sought):
    from django.utils.html import escape

    html = highlighted(text, sought)
    assert html.replace("<mark>", "").replace("</mark>", "") == escape(text)
