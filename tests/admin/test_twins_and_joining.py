"""What is entered a second time is pointed out before it is saved; two records are joined after a preview."""

import pytest
from bs4 import BeautifulSoup

from partners.models import Institution, Party, Unit
from portal.core.models import Join
from tests.admin.conftest import in_both_interfaces
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import AgreementFactory, DueDiligenceFactory, PartnerFactory, ProgramFactory, UnitFactory

pytestmark = pytest.mark.usefixtures("wagtails_indexes")


@pytest.fixture
def kyoto(site):
    return PartnerFactory(name_de="Universität Kyōto", name_en="Kyoto University", country="JP", city_de="Kyōto")


def type_in(client, name, country):
    form = Form.open(client, admin_url("add", Institution))
    form["name_de"], form["country"] = name, country
    return form


@in_both_interfaces
@pytest.mark.parametrize("name", ["Universität Kyoto", "Kyoto Universitaet", "KYOTO UNIVERSITY"])
def test_a_twin_is_pointed_out_and_saved_all_the_same(either, interface, kyoto, name):
    form = type_in(either, name, "JP")
    told = form.refused("")
    message = BeautifulSoup(told.html, "html.parser").select_one(".messages")
    assert message.select_one(f'a[href="{admin_url("edit", kyoto)}"]').get_text() == "Universität Kyōto"
    assert {"de": "nichts gespeichert", "en": "Nothing was saved"}[interface] in message.get_text()
    assert Institution.objects.count() == 1
    assert told["name_de"] == name
    box = message.select_one("input[type=checkbox][form=w-editor-form]")
    told.values[box["name"]] = [box["value"]]
    assert told.save().status_code == 302
    assert Institution.objects.filter(name_de=name).count() == 1


@pytest.mark.parametrize(
    ("name", "country"),
    [("Universität Kyoto", "US"), ("Universität Kyoto Süd", "JP"), ("Universität", "JP"), ("京都", "JP")],
)
def test_another_name_or_another_country_is_no_twin(client, kyoto, name, country):
    assert type_in(client, name, country).save().status_code == 302


def test_saving_by_itself_asks_nothing_and_a_public_record_only_for_a_new_name(client, kyoto):
    form = type_in(client, "Universität Kyoto", "JP")
    assert form.post(headers={"accept": "application/json"}).json()["success"]
    form = Form.open(client, admin_url("edit", Institution.objects.latest("pk")))
    assert "schon vorhanden" in form.refused("").messages()
    other = PartnerFactory(name_de="Anders", country="JP", first_published_at="2026-01-01T00:00Z")
    form = Form.open(client, admin_url("edit", other))
    assert form.save().status_code == 302
    form = Form.open(client, admin_url("edit", other))
    form["name_de"] = "Kyoto Universität"
    assert "schon vorhanden" in form.refused("").messages()


def test_units_have_twins_below_the_same_unit_only(client, site):
    root = UnitFactory()
    physics = UnitFactory(name_de="Physik", parent=root, institution=None)
    form = Form.open(client, admin_url("add", Unit))
    form["name_de"], form["parent"] = "physik", root.pk
    assert "schon vorhanden" in form.refused("").messages()
    form["parent"] = physics.pk
    assert form.save().status_code == 302


@in_both_interfaces
def test_joining_shows_first_what_it_does_and_is_undone(either, interface, kyoto):
    duplicate = PartnerFactory(name_de="Uni Kyoto", country="JP", website="https://kyoto.example")
    agreement = AgreementFactory(partners=[duplicate])
    ProgramFactory(name_de="Austausch").partner_institutions.through.objects.create(
        program=ProgramFactory(name_de="Winterschule"), institution=duplicate
    )
    assert admin_url("join", kyoto) in either.get(admin_url("edit", kyoto)).text
    preview = either.get(admin_url("join", kyoto), {"duplicate": duplicate.pk}).text
    for text in (str(agreement), "Winterschule", "https://kyoto.example", "Uni Kyoto"):
        assert text in preview
    assert {"de": "Zusammenlegen", "en": "Join them"}[interface] in preview
    assert Party.objects.get().institution == duplicate
    page = either.post(admin_url("join", kyoto), {"duplicate": duplicate.pk}, follow=True).text
    assert Party.objects.get().institution == kyoto
    assert {"de": "Rückgängig: Uni Kyoto", "en": "Undo: Uni Kyoto"}[interface] in page
    history = {"de": "„Uni Kyoto“ wurde hierher übernommen", "en": "“Uni Kyoto” was joined into it"}[interface]
    assert history in either.get(admin_url("history", kyoto)).text
    either.post(f"{admin_url('join', kyoto)}undo/{Join.objects.get().pk}/")
    assert Party.objects.get().institution.name_de == "Uni Kyoto"


def test_joining_is_for_those_who_may_delete_both(staff, client, kyoto):
    duplicate = PartnerFactory(name_de="Uni Kyoto")
    DueDiligenceFactory(institution=duplicate)
    editor = staff("editor")
    assert admin_url("join", kyoto) not in editor.get(admin_url("edit", kyoto)).text
    assert editor.post(admin_url("join", kyoto), {"duplicate": duplicate.pk}).status_code == 403
    assert (
        "Prüfung: Uni Kyoto" not in staff("moderator").get(admin_url("join", kyoto), {"duplicate": duplicate.pk}).text
    )
    for data in ({}, {"duplicate": ""}, {"duplicate": kyoto.pk}, {"duplicate": "x"}, {"duplicate": 0}):
        assert client.post(admin_url("join", kyoto), data).status_code < 500
        assert client.get(admin_url("join", kyoto), data).status_code < 500
    assert client.get(f"{admin_url('join', kyoto)}undo/1/").status_code == 404
    assert Institution.objects.count() == 2
