import pytest
from django.utils.translation import override

from partners.models import Fact
from portal.core.language.bilingual import bilingual_fields, is_empty, is_translated, text, texts_by_language
from tests.factories import ENGLISH, ProgramFactory


@pytest.mark.parametrize(
    "value", ["", " ", "\n\t", "\u00a0", "\u200b", "<p></p>", "<p>&nbsp;</p>", "<p><br/></p>", None]
)
def test_nothing_but_white_space_and_empty_elements_is_empty(value):
    assert is_empty(value)


@pytest.mark.parametrize("value", ["0", "–", "<p>x</p>", '<embed embedtype="image" id="1"/>', "<hr/>"])
def test_whatever_a_reader_would_see_is_not_empty(value):
    assert not is_empty(value)


def test_a_german_reader_gets_german():
    fact = Fact(statement_de="Zwei Standorte", statement_en="Two campuses")
    statement = text(fact, "statement", "de")
    assert (str(statement), statement.language, statement.is_fallback) == ("Zwei Standorte", "de", False)


def test_missing_english_falls_back_and_says_so():
    fact = Fact(statement_de="Zwei Standorte", statement_en=" ")
    statement = text(fact, "statement", "en")
    assert (str(statement), statement.language, statement.is_fallback) == ("Zwei Standorte", "de", True)
    assert statement.lang_attribute == ' lang="de"'


def test_where_both_are_empty_there_is_no_fallback_to_announce():
    value = text(Fact(value_de="", value_en=""), "value", "en")
    assert not value
    assert value.lang_attribute == ""


def test_texts_by_language_leave_out_what_a_reader_would_not_see():
    fact = Fact(statement_de="Zwei Standorte", statement_en="\u00a0", value_de="2", value_en="two")
    assert texts_by_language(fact, "statement") == {"de": "Zwei Standorte"}
    assert list(texts_by_language(fact, "value").items()) == [("de", "2"), ("en", "two")]


def test_the_page_decides_the_language_where_none_is_named():
    fact = Fact(statement_de="Zwei Standorte", statement_en="Two campuses")
    with override("en"):
        assert str(text(fact, "statement")) == "Two campuses"


def test_a_text_is_escaped_when_printed():
    assert text(Fact(statement_de="<b>"), "statement", "de").__html__() == "&lt;b&gt;"


def test_there_is_no_bare_column_that_could_follow_the_active_language():
    fields = {field.name for field in Fact._meta.get_fields()}
    assert {"statement_de", "statement_en"} <= fields
    assert not {"statement", "value", "source"} & fields
    assert "statement" in bilingual_fields(Fact)


@pytest.mark.django_db
def test_a_record_is_translated_when_no_german_text_stands_alone():
    program = ProgramFactory(**ENGLISH)
    assert is_translated(program)
    program.eligibility_de = "<p>Alle.</p>"
    assert not is_translated(program)
    program.eligibility_en = "<p>Everybody.</p>"
    assert is_translated(program)
