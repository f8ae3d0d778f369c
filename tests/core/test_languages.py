"""Languages are those of the CLDR; people write them in words and never see a tag."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partners.models.language_skill_forms import LanguageSkillsChoice
from partners.models.language_skills import skills_of, validate_skills
from portal.core.language import languages
from portal.core.language.choosing import LanguageChoice, LanguagesChoice
from portal.core.time.academic_year import typed

FORMER = ["de", "en", "ar", "es", "fa", "fr", "gsg", "pl", "ru", "tr", "uk", "zh"]


def refusal(action, *arguments):
    with pytest.raises(ValidationError) as error:
        action(*arguments)
    return " ".join(error.value.messages)


def test_every_language_that_could_be_chosen_before_still_has_a_name():
    for language in ("de", "en"):
        assert set(FORMER) <= set(languages.names(language))
    assert len(languages.names("de")) > 500


def test_names_are_in_the_readers_language():
    with override("de"):
        assert languages.names_of(["mt", "gsg", "zh-Hans"]) == [
            "Maltesisch",
            "Deutsche Gebärdensprache",
            "Chinesisch (vereinfacht)",
        ]
    with override("en"):
        assert languages.names_of(["mt", "gsg"]) == ["Maltese", "German Sign Language"]
        assert languages.name("no language") == "no language"


def test_each_name_is_read_as_the_language_that_it_names():
    for language in ("de", "en"):
        misread = [
            name
            for name in languages.names(language).values()
            if languages.name(languages.tag_of(name), language) != name
        ]
        assert misread == []


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("Türkisch", "tr"),
        ("tuerkisch", "tr"),
        ("turkisch", "tr"),
        ("TURKISH", "tr"),
        (" maltesisch ", "mt"),
        ("de", "de"),
        ("sr-Latn", "sr-Latn"),
        ("Deutsche Gebärdensprache", "gsg"),
    ],
)
def test_a_language_is_written_as_people_write_it(written, tag):
    assert LanguageChoice().clean(written) == tag


def test_what_is_no_language_is_refused_with_what_was_meant():
    with override("de"):
        assert "Meinten Sie Französisch" in refusal(LanguageChoice().clean, "Französich")
        assert "Maltesisch" in refusal(LanguageChoice().clean, "Malt")
        assert "„Französisch“" in refusal(LanguageChoice().clean, "qqq xyz")  # as an example
    assert refusal(languages.validate_tag, "deutsch")


def test_several_languages_stand_between_commas():
    field = LanguagesChoice(required=False)
    with override("de"):
        assert field.clean("Deutsch, Arabisch; deutsch,") == ["de", "ar"]
        assert field.prepare_value(["de", "ar"]) == "Deutsch, Arabisch"
        assert field.prepare_value(field.bound_data("Deutsch, Arabsch", [])) == "Deutsch, Arabsch"
        assert field.clean("") == []
    assert not field.has_changed(["de"], "Deutsch")


def test_languages_of_a_condition_have_level_and_subject():
    field = LanguageSkillsChoice(required=False)
    rows = [
        {"language": "Italienisch", "level": "B1", "subject": "0533", "clarification": "Astronomie"},
        {"language": "Englisch", "level": "", "subject": "", "clarification": ""},
        {"language": "", "level": "", "subject": "", "clarification": ""},
    ]
    with override("de"):
        stored = field.clean(rows)
        assert stored == [
            {"language": "it", "level": "B1", "subject": "0533", "clarification": "Astronomie"},
            {"language": "en"},
        ]
        assert [skill.in_full for skill in skills_of(stored)] == ["Italienisch B1 (0533, Astronomie)", "Englisch"]
        assert "Niveau" in refusal(field.clean, [{**rows[2], "level": "B2"}])
        assert "ISCED" in refusal(field.clean, [{**rows[1], "subject": "Physik"}])
    assert not field.has_changed(stored, rows)


@pytest.mark.parametrize("broken", [None, {}, [None], [{"level": "B2"}], [{"language": "en", "level": "B9"}], "en"])
def test_nothing_else_is_stored_and_nothing_else_is_read(broken):
    refusal(validate_skills, broken)
    assert all(skill.language for skill in skills_of(broken))


def test_an_academic_year_is_written_in_any_usual_way():
    for written in ("2026/27", "2026/2027", "2026-27", "2026", " 2026 / 27 "):
        assert typed(written).begins_in == 2026
    assert "2026/27" in refusal(typed, "2026/28")
    assert refusal(typed, "WS 26")
