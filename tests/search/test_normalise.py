"""Texts and queries are normalised in the same way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.normalise import chunks, folded, forms, plain, without_feminine_ending, words

ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=300)


@pytest.mark.parametrize(
    "written",
    [
        "Erstakademiker*innen",
        "Erstakademiker:innen",
        "Erstakademiker_innen",
        "Erstakademiker/innen",
        "Erstakademiker/-innen",
        "Erstakademiker(innen)",
        "ErstakademikerInnen",
        "Erstakademiker·innen",
    ],
)
def test_gender_forms_are_plain_words(written):
    assert plain(written) == "erstakademikerinnen"


@pytest.mark.parametrize("written", ["Student*in", "Student:in", "Student/in", "Student(in)", "StudentIn"])
def test_so_are_those_of_one_person(written):
    assert plain(written) == "studentin"


@pytest.mark.parametrize(
    ("word", "without"),
    [
        ("wissenschaftlerinnen", "wissenschaftler"),
        ("studentin", "student"),
        ("stipendiatin", "stipendiat"),
        ("schülerin", "schüler"),
        ("medizin", "medizin"),
        ("termin", "termin"),
        ("berlin", "berlin"),
        ("verein", "verein"),
        ("innen", "innen"),
    ],
)
def test_feminine_endings_go_and_other_words_stay(word, without):
    assert without_feminine_ending(word) == without


@pytest.mark.parametrize(
    ("word", "both"),
    [
        ("köln", ("koeln", "koln")),
        ("koeln", ("koeln",)),
        ("größe", ("groesse", "grosse")),
        ("łódź", ("lodz",)),
        ("北京", ("beijing",)),
    ],
)
def test_words_are_folded_twice(word, both):
    assert folded(word) == both


def test_umlauts_as_letter_and_mark_are_the_same():
    assert plain("Fo\u0308rderung") == plain("Förderung")


def test_what_nobody_sees_is_gone():
    assert words("Kin\u00adder\u200bbe\u2060treuung") == ["kinderbetreuung"]
    assert words("Kin\u200dder\x00ko\ud800treuung") == ["kinder", "ko", "treuung"]


def test_hyphens_keep_the_parts_together_and_stop_words_go():
    assert chunks("die Teilzeit-Studiengänge für master’s students") == [
        ("teilzeit", "studiengänge"),
        ("masters",),
        ("students",),
    ]
    assert words("und oder die fuer FÜR the of") == []


@given(ANYTHING)
def test_nothing_but_letters_and_digits_is_left(text):
    for word in words(text):
        for form in forms(word):
            assert form.isascii()
            assert form.isalnum()


@given(ANYTHING)
def test_normalising_twice_changes_nothing(text):
    assert plain(plain(text)) == plain(text)
