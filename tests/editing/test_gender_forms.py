"""Gender-inclusive forms with a sign: found in all German texts, reported to the editor, never blocking."""

import pytest
from wagtail.rich_text import RichText

from portal.core.language.gender_forms import find_gender_forms
from portal.pages.models import ArticlePage
from programs.models import Program
from tests.admin.forms import Form, rich_text
from tests.admin.records import admin_url, full_program
from tests.factories import ProgramFactory

FORMS = [
    *("Student*innen", "Student:innen", "Student_innen", "Student/innen", "Student/-innen", "StudentInnen"),
    *("Student(innen)", "Student·innen"),
]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_found(form):
    assert find_gender_forms(f"Für {form}, die fragen.") == [form]


@pytest.mark.parametrize(
    "form", ["Kund:in", "Kund*in", "Kund(in)", "jede:r", "der*die", "Erstakademiker*innen-Treffen"]
)
def test_single_persons_articles_and_compounds_are_found(form):
    assert find_gender_forms(form)


@pytest.mark.parametrize(
    "text",
    [
        "Studierende",
        "Studentinnen und Studenten",
        "um 10:30 Uhr: innen im Haus",
        "LinkedIn und Berlin",
        "innen/außen",
        "https://example.org/Was/in/Student*innen",
        "frau*in@example.org",
        "A/B und C:D",
        "",
    ],
)
def test_neutral_words_pairs_times_and_addresses_are_left_alone(text):
    assert find_gender_forms(text) == []


@pytest.mark.parametrize(
    ("language", "words"), [("en", "neutral word or a spelled-out pair"), ("de", "Studentinnen und Studenten")]
)
def test_saving_a_record_names_the_places_and_saves(staff, language, words):
    client = staff(language=language)
    program = full_program()
    form = Form.open(client, admin_url("edit", program))
    form["summary_de"] = "Für Student*innen."
    form["description_de"] = rich_text("Alle Lehrer:innen.")
    form["criteria-0-explanation_de"] = "Nur KundInnen."
    form["summary_en"] = "For Student*innen."
    page = form.post(follow=True).content.decode()
    assert words in page
    for form_found in ("Student*innen", "Lehrer:innen", "KundInnen"):
        assert page.count(form_found) > 0
    draft = Program.objects.get(pk=program.pk).get_latest_revision_as_object()
    assert draft.summary_de == "Für Student*innen."


def test_the_hint_says_where(staff):
    form = Form.open(staff(), admin_url("edit", full_program()))
    form["criteria-0-explanation_de"] = "Nur KundInnen."
    form["summary_de"] = "Für Student*innen."
    messages = Form.open(form.client, form.post()["Location"]).messages()
    assert "Summary (German): Student*innen" in messages
    assert "Criteria, number 1: KundInnen" in messages


def test_without_such_forms_nothing_is_said(staff):
    form = Form.open(staff(), admin_url("edit", ProgramFactory()))
    assert "spelled-out" not in form.post(follow=True).content.decode()


def test_saving_by_itself_says_nothing_yet(staff):
    form = Form.open(staff(), admin_url("edit", ProgramFactory()))
    form["summary_de"] = "Für Student*innen."
    assert form.post(headers={"accept": "application/json"}).json()["success"]
    assert "spelled-out" not in Form.open(form.client, form.url).messages()


class TestPages:
    @pytest.fixture
    def german(self, site):
        text = RichText("<p>Für Student*innen.</p>")
        page = ArticlePage(
            title="Anfang", slug="anfang", body=[("quote", {"text": "So.", "source": "X"}), ("text", text)]
        )
        site["home", "de"].add_child(instance=page)
        return page

    def test_the_block_is_named_by_its_number(self, german):
        from portal.editing.gender_hint import places

        assert [forms for _place, forms in places(german)] == [["Student*innen"]]
        assert "2" in places(german)[0][0]

    def test_an_english_page_may_quote_them(self, german, site):
        from portal.editing.gender_hint import places

        assert places(german.copy_for_translation(site["home", "en"].locale)) == []
