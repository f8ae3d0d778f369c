"""The addresses of records when editors create, change and remove slugs."""

from programs.models import Program
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.admin.test_german_only import new_program
from tests.factories import ENGLISH, ProgramFactory


def edited(client, program, **values):
    form = Form.open(client, admin_url("edit", program))
    for name, value in values.items():
        form[name] = value
    return form


def test_a_changed_slug_leaves_a_redirect(client):
    program = ProgramFactory(name_de="Anfang", **ENGLISH)
    edited(client, program, slug_de="beginn", slug_en="start").publish()
    moved = client.get("/de/angebote/anfang/")
    assert (moved.status_code, moved["Location"]) == (301, "/de/angebote/beginn/")
    moved = client.get("/en/programmes/mentoring-for-beginners/?from=mail")
    assert (moved.status_code, moved["Location"]) == (301, "/en/programmes/start/?from=mail")


def test_a_slug_changed_in_a_draft_moves_nothing_yet(client):
    program = ProgramFactory(name_de="Anfang")
    edited(client, program, slug_de="beginn").save()
    assert client.get("/de/angebote/anfang/").status_code == 200
    assert client.get("/de/angebote/beginn/").status_code == 404


def test_without_an_english_name_there_is_no_english_address(client):
    program = ProgramFactory(name_de="Anfang", **ENGLISH)
    edited(client, program, name_en="", summary_en="").publish()
    assert Program.objects.get(pk=program.pk).slug_en == ""
    assert client.get("/en/programmes/anfang/").status_code == 200
    moved = client.get("/en/programmes/mentoring-for-beginners/")
    assert (moved.status_code, moved["Location"]) == (301, "/en/programmes/anfang/")


def test_an_english_name_given_later_gets_its_address(client):
    program = ProgramFactory(name_de="Anfang")
    edited(client, program, name_en="Beginning").publish()
    assert Program.objects.get(pk=program.pk).slug_en == "beginning"
    moved = client.get("/en/programmes/anfang/")
    assert (moved.status_code, moved["Location"]) == (301, "/en/programmes/beginning/")


def test_two_of_the_same_name_get_two_addresses(client):
    ProgramFactory(name_de="Lernraum")
    assert new_program(client).publish().status_code == 302
    assert sorted(Program.objects.filter(name_de="Lernraum").values_list("slug_de", flat=True)) == [
        "lernraum",
        "lernraum-2",
    ]


def test_a_name_in_another_script_still_gives_an_address(client):
    form = new_program(client)
    form["name_de"] = "مشورة"
    assert form.publish().status_code == 302
    program = Program.objects.get(name_de="مشورة")
    assert program.slug_de == program.public_id


def test_an_address_that_was_free_when_scheduled_but_is_taken_now_stops_nothing(client):
    """Drafts reserve no address: if two want the same one, the later gets a number instead of an error page."""
    early, late = ProgramFactory(name_de="Früh"), ProgramFactory(name_de="Spät")
    edited(client, late, slug_de="gleich").save()
    edited(client, early, slug_de="gleich").publish()
    Program.objects.get(pk=late.pk).get_latest_revision().publish()
    assert Program.objects.get(pk=early.pk).slug_de == "gleich"
    assert Program.objects.get(pk=late.pk).slug_de == "gleich-2"


def test_a_german_only_record_leaves_others_their_english_address(client):
    """Under /en/ it would answer at its German slug, which is taken there."""
    ProgramFactory(name_de="Anfang", **{**ENGLISH, "name_en": "Lernraum"})
    assert new_program(client).publish().status_code == 302
    assert Program.objects.get(name_de="Lernraum").slug_de == "lernraum-2"


def test_a_record_that_loses_its_english_name_must_find_another_address(client):
    ProgramFactory(name_de="Anfang", **{**ENGLISH, "name_en": "Lernraum"})
    program = ProgramFactory(name_de="Lernraum", name_en="Learning space")
    assert edited(client, program, name_en="").refused().error_at("slug_de")
