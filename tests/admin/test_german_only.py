"""A record saved without English texts is complete, even if the editor's interface is English."""

from programs.models import LifeSituation, Program
from tests.admin.conftest import in_both_interfaces
from tests.admin.forms import Form, rich_text
from tests.admin.records import admin_url
from tests.factories import UnitFactory


def new_program(client):
    form = Form.open(client, admin_url("add", Program))
    form["name_de"], form["summary_de"] = "Lernraum", "Ein Raum zum Lernen."
    form["description_de"], form["description_en"] = rich_text("Täglich offen."), rich_text("")
    form["responsible_unit"] = UnitFactory().pk
    form["main_kind"] = form.soup.select_one('[name="main_kind"] option[value]:not([value=""])')["value"]
    return form


@in_both_interfaces
def test_a_german_programme_has_no_english_at_all(either):
    assert new_program(either).publish().status_code == 302
    program = Program.objects.get(name_de="Lernraum")
    english = {field.name for field in Program._meta.fields if field.name.endswith("_en")} - {"sort_en"}
    assert {name: getattr(program, name) for name in english} == dict.fromkeys(english, "")
    assert (program.slug_de, program.sort_en) == ("lernraum", "lernraum")


def test_an_empty_paragraph_is_no_description(client):
    """That is what the rich-text editor submits after a click into the empty field."""
    form = new_program(client)
    form["description_de"] = rich_text("")
    assert form.refused().error_at("description_de")


def test_it_is_read_under_both_languages(client):
    new_program(client).publish()
    german, english = client.get("/de/angebote/lernraum/"), client.get("/en/programmes/lernraum/")
    assert (german.status_code, english.status_code) == (200, 200)
    assert b'lang="de"' in english.content


@in_both_interfaces
def test_a_german_life_situation_is_whole_too(either):
    form = Form.open(either, admin_url("add", LifeSituation))
    form["name_de"], form["notation"], form["sentence_de"] = "Mit Hund", "dog", "habe einen Hund"
    form["title_de"] = "Studieren mit Hund"
    assert form.publish().status_code == 302
    situation = LifeSituation.objects.get(notation="dog")
    assert (situation.slug_de, situation.slug_en, situation.sentence_en) == ("mit-hund", "", "")


def test_even_a_draft_has_a_german_name(client):
    form = new_program(client)
    form["name_de"] = ""
    assert form.refused("").error_at("name_de")
    assert not Program.objects.filter(summary_de="Ein Raum zum Lernen.").exists()


def test_a_draft_may_wait_for_its_summary(client):
    form = new_program(client)
    form["summary_de"] = ""
    assert form.save().status_code == 302
    assert not Program.objects.get(name_de="Lernraum").live
