"""Several records of a list are published, checked, tagged or given to another unit at once, by those who may."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from partners.models import Agreement, Contact, Institution
from portal.core.time.moment import today
from programs.models import Certification, Program
from tests.admin.records import admin_url
from tests.factories import (
    AgreementFactory,
    CertificationFactory,
    ContactFactory,
    InstitutionFactory,
    ProgramFactory,
    TagFactory,
    UnitFactory,
)


def act(client, action, records, query="", **values):
    """Confirm an action on some records; return what is said afterwards."""
    model = records[0]._meta
    keys = query or "&".join(f"id={record.pk}" for record in records)
    address = f"/admin/bulk/{model.app_label}/{model.model_name}/{action}/?{keys}&next=/admin/"
    assert client.get(address).status_code == 200
    assert client.post(address, values).status_code == 302
    return BeautifulSoup(client.get("/admin/").content, "html.parser").select_one(".messages").get_text(" ", strip=True)


def draft(record, **columns):
    for name, value in columns.items():
        setattr(record, name, value)
    record.save_revision(clean=False)
    return record


class TestPublishing:
    def test_drafts_become_public_and_the_rest_stays(self, staff):
        changed = draft(ProgramFactory(name_de="Alt"), name_de="Neu")
        fresh, same = ProgramFactory(name_de="Erstmals", live=False), ProgramFactory(name_de="Gleich")
        said = act(staff("moderator"), "publish", [changed, fresh, same])
        assert "2 records were changed." in said
        assert set(Program.objects.filter(live=True).values_list("name_de", flat=True)) == {"Neu", "Erstmals", "Gleich"}

    def test_an_incomplete_draft_is_named_with_its_reason(self, staff):
        incomplete, complete = (
            draft(ProgramFactory(name_de="Halb", live=False), summary_de=""),
            ProgramFactory(live=False),
        )
        said = act(staff("moderator", "de"), "publish", [incomplete, complete])
        assert "„Halb“ bleibt, wie es ist." in said
        assert list(Program.objects.filter(live=True)) == [complete]

    def test_an_editor_does_not_publish(self, staff):
        program = draft(ProgramFactory(name_de="Alt"), name_de="Neu")
        client = staff("editor")
        client.post(f"/admin/bulk/programs/program/publish/?id={program.pk}")
        assert Program.objects.get().name_de == "Alt"


def test_marking_as_checked_publishes_nothing(staff):
    programs = [draft(ProgramFactory(name_de="Alt", assured_on=None), name_de="Neu"), ProgramFactory(assured_on=None)]
    act(staff("editor"), "checked", programs)
    assert set(Program.objects.values_list("assured_on", flat=True)) == {today()}
    assert Program.objects.filter(name_de="Alt").exists()


def test_all_means_what_the_list_shows(staff):
    never = [ProgramFactory(assured_on=None), ProgramFactory(assured_on=None)]
    long_ago, ended = ProgramFactory(assured_on=date(2020, 1, 1)), ProgramFactory(status="ended")
    act(staff("editor"), "checked", never, query="checked=never&id=all")
    assert set(Program.objects.filter(assured_on=today())) == set(never)
    act(staff("moderator"), "delete", never, query="checked=due&id=all")
    assert set(Program.objects.all()) == {*never, ended}
    assert long_ago not in Program.objects.all()


class TestUnit:
    @pytest.mark.parametrize(
        ("factory", "model", "field"),
        [
            (ProgramFactory, Program, "responsible_unit"),
            (CertificationFactory, Certification, "responsible_unit"),
            (ContactFactory, Contact, "unit"),
            (AgreementFactory, Agreement, "unit"),
        ],
    )
    def test_records_are_given_to_another_unit_in_drafts_too(self, staff, factory, model, field):
        records, unit = [factory(), factory()], UnitFactory(name_de="Neue Stelle")
        if model is Program:
            draft(records[0], name_de="Neu")
        client = staff("administrator")
        act(client, "change_unit", records, unit=unit.pk)
        assert {getattr(record, field) for record in model.objects.all()} == {unit}
        if model is Program:
            newest = model.objects.get(pk=records[0].pk).get_latest_revision_as_object()
            assert (newest.name_de, newest.responsible_unit) == ("Neu", unit)
        assert "Neue Stelle" in client.get(admin_url("history", records[1])).content.decode()

    def test_a_unit_editor_gives_only_what_is_own_and_only_to_an_own_unit(self, staff):
        own, second, foreign = UnitFactory(), UnitFactory(), UnitFactory()
        contacts = [ContactFactory(unit=own), ContactFactory(unit=foreign)]
        client = staff("unit editor", units=[own, second])
        act(client, "change_unit", contacts, unit=foreign.pk)
        assert [contact.unit for contact in Contact.objects.order_by("pk")] == [own, foreign]
        act(client, "change_unit", contacts, unit=second.pk)
        assert [contact.unit for contact in Contact.objects.order_by("pk")] == [second, foreign]

    def test_what_a_record_does_not_allow_is_said(self, staff):
        contact = ContactFactory(unit=None, institution=InstitutionFactory())
        said = act(staff("moderator"), "change_unit", [contact], unit=UnitFactory().pk)
        assert "one unit or to one institution" in said
        assert Contact.objects.get().unit is None


def test_tags_are_added_to_what_is_public_and_to_drafts(staff):
    first, second = TagFactory(), TagFactory()
    tagged = InstitutionFactory(name_de="Alt")
    tagged.tags.add(first)
    tagged.save()
    draft(tagged, name_de="Neu")
    client = staff("international office")
    act(client, "tag", [tagged, InstitutionFactory()], tags=[second.pk])
    stored = Institution.objects.get(pk=tagged.pk)
    assert (stored.name_de, set(stored.tags.all())) == ("Alt", {first, second})
    assert set(stored.get_latest_revision_as_object().tags.all()) == {first, second}


@pytest.mark.parametrize(
    ("group", "actions"),
    [
        ("moderator", ["publish", "checked", "change_unit", "delete"]),
        ("editor", ["checked"]),
        ("international office", []),
    ],
)
def test_a_list_offers_the_actions_that_one_has_a_right_to(staff, group, actions):
    page = BeautifulSoup(staff(group).get("/admin/snippets/programs/program/").content, "html.parser")
    offered = [button["href"].split("/")[-2] for button in page.select("[data-bulk-action-button]")]
    assert offered == actions
