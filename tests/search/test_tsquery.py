"""Queries contain no redundant terms, since each term costs an index lookup."""

import pytest
from django.db import connection

from portal.search.tsquery import adjacent, any_of, exact, lexeme, loose, phrase

pytestmark = pytest.mark.django_db


def written(query) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({query.sql})::text", query.parameters)
        return cursor.fetchone()[0]


def test_an_alternative_of_an_alternative_stands_there_once():
    assert written(any_of([any_of([lexeme("kurs"), lexeme("hilfe")]), lexeme("kurs")])) == "'kurs' | 'hilfe'"


def test_a_beginning_covers_the_words_that_begin_so():
    words = [lexeme("kurse"), lexeme("kurs", "*"), lexeme("kursen", "*"), lexeme("kurs", "A"), lexeme("konkurs")]
    assert written(any_of(words)) == "'kurs':* | 'konkurs'"


def test_it_covers_no_stem_that_is_shorter():
    assert written(any_of([exact("kurs"), lexeme("kurs", "*")])) == "'kur' | 'kur' | 'kurs':*"


def test_phrases_have_places_for_ranking_and_a_lexeme_for_finding():
    assert written(phrase(("child", "care"), "A")) == "'child':A <-> 'care':A"
    assert written(adjacent(("child", "care", "fund"))) == "'^child care' & '^care fund'"


def test_a_word_that_nobody_can_spell_is_nowhere():
    assert written(any_of([])) == written(loose("")) == ""
