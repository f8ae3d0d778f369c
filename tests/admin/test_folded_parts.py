"""The folded parts of a programme's form: nothing is lost in them, and they open where something was refused."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from partners.models import Institution
from programs.models import EnrolmentPeriod, LifeSituation, TeachingLanguage
from tests import wagtail_indexes
from tests.admin.forms import Form
from tests.admin.records import admin_url, drafted, full_program, stored
from tests.factories import InstitutionFactory, ProgramFactory


@pytest.fixture
def program(site):
    return full_program()


def open_parts(form):
    return [part.h2.get_text(strip=True) for part in form.soup.select("details[open]")]


def test_saving_the_form_untouched_loses_nothing(client, program):
    before = stored(program)
    Form.open(client, admin_url("edit", program)).publish()
    assert stored(program) == before


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("slug_de", "kein gutes Wort", "Texte"),
        ("teaching_languages-0-language", "xx", "Wer und was"),
        ("criteria-0-value", "alt", "Bewerbung"),
        ("places-0-latitude", "100", "Wo"),
        ("review_interval", "99", "Geprüft"),
    ],
)
def test_a_part_opens_where_something_was_refused(client, program, name, value, part):
    form = Form.open(client, admin_url("edit", program))
    assert open_parts(form) == []
    form[name] = value
    refused = form.refused()
    assert open_parts(refused) == [part]
    assert refused.soup.select_one("details[open] .error-message")


def test_codes_are_chosen_in_words_and_none_is_dropped(client, program):
    TeachingLanguage.objects.filter(program=program).update(level="B2")
    EnrolmentPeriod.objects.filter(program=program).update(term="2019W")
    program.criteria.update(criterion="enrolled", value="ude,anders")
    form = Form.open(client, admin_url("edit", program))
    options = {option["value"]: option.get_text() for option in form.soup.select("option[value]")}
    assert options["B2"].startswith("B2: ")
    assert options["2027S"] == "Sommersemester 2027"
    assert options["2019W"] == "Wintersemester 2019/20"
    assert form["criteria-0-value"] == "Universität Duisburg-Essen, anders"
    form.publish()
    assert program.criteria.get().value == "ude,anders"
    assert program.enrolment_periods.get().term == "2019W"
    form = Form.open(client, admin_url("edit", program))
    form["criteria-0-value"] = "Ruhr University Bochum, abitur"
    form.publish()
    assert program.criteria.get().value == "rub,abitur"


def test_a_new_period_can_be_for_some_life_situations_only(client, program):
    situation = LifeSituation.objects.last()
    form = Form.open(client, admin_url("edit", program))
    prefix = form.add("enrolment_periods", kind="rolling", life_situations=[situation.pk])
    form.save()
    assert prefix
    draft = type(program).objects.get(pk=program.pk).get_latest_revision_as_object()
    assert [list(period.life_situations.all()) for period in draft.enrolment_periods.all()][-1] == [situation]


def test_what_a_period_is_for_is_named(client, program):
    situation = program.enrolment_periods.get().life_situations.first()
    form = Form.open(client, admin_url("edit", program))
    box = form.soup.select_one(f'[name="enrolment_periods-0-life_situations"][value="{situation.pk}"]')
    assert box.find_parent("label").get_text(strip=True) == situation.name_de


def suggestions(client, model, words):
    name = model.snippet_viewset.chooser_viewset.get_url_name("suggestions")
    answer = client.get(reverse(name), {"q": words})
    return [record["name"] for record in answer.json()["records"]] if answer.status_code == 200 else answer.status_code


def test_records_are_found_by_their_names(staff, site):
    with wagtail_indexes.kept():
        kyoto = InstitutionFactory(name_de="Universität Kyoto", name_en="Kyoto University")
        ProgramFactory(name_de="Kyoto-Stipendium")
    assert suggestions(staff("editor"), Institution, "kyo") == [str(kyoto)]
    assert suggestions(staff("editor"), Institution, "osaka") == []


def test_a_chosen_record_that_is_not_for_the_account_stays(staff, program):
    before = stored(program)["contacts"]
    form = Form.open(staff("editor"), admin_url("edit", program))
    form.save()
    assert drafted(program)["contacts"] == before


def test_the_page_keeps_what_was_typed_with_blanks(client, program):
    form = Form.open(client, admin_url("edit", program))
    form["summary_de"] = "x" * 300
    form["alert_de"] = "erste\n   <zweite Zeile"
    page = BeautifulSoup(form.refused().html, "html.parser")
    assert "<zweite Zeile" in page.select_one("#id_alert_de").get_text()
