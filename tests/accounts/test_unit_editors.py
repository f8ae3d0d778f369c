"""Unit editors edit programmes and contacts of their own units and subunits, and cannot reach any others."""

import json

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from partners.models import Contact
from programs.models import Program
from tests.accounts.addresses import of_the_record
from tests.factories import AgreementFactory, ContactFactory, ProgramFactory, UnitFactory

pytestmark = pytest.mark.usefixtures("wagtails_indexes")
NOT_THEIRS_ANYWHERE = {"delete", "unpublish", "revisions_unschedule", "lock", "unlock"}


@pytest.fixture
def units(site):
    """The editor's own unit, a part of it, and another unit."""
    own_unit = UnitFactory(name_de="Familienservice")
    part = UnitFactory(name_de="Kita", parent=own_unit, institution=None)
    return {"own": own_unit, "part": part, "other": UnitFactory(name_de="Physik")}


@pytest.fixture
def client(units, as_member):
    return as_member("unit editor", units=[units["own"]])


@pytest.fixture
def programs(units):
    programs = {name: ProgramFactory(name_de=f"Angebot {name}", responsible_unit=unit) for name, unit in units.items()}
    for program in programs.values():
        program.save_revision()
    return programs


def listed(client, model, **query):
    return client.get(reverse(model.snippet_viewset.get_url_name("list")), query)


def post(client, program, **changes):
    """Save the form of a programme as a draft, as a browser would submit it."""
    address = reverse(Program.snippet_viewset.get_url_name("edit"), args=[program.pk])
    return client.post(address, {**form_of(program), **changes})


def form_of(program):
    parts = ["teaching_languages", "enrolment_periods", "criteria", "required_documents", "application_steps"]
    management = {
        f"{part}-{key}": value
        for part in [*parts, "cost_options", "places"]
        for key, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}.items()
    }
    texts = {"name_de": program.name_de, "slug_de": program.slug_de, "summary_de": program.summary_de}
    block = {"key": "a", "type": "unstyled", "depth": 0, "text": "Neu", "inlineStyleRanges": [], "entityRanges": []}
    description = json.dumps({"blocks": [block], "entityMap": {}})
    return {
        **management,
        **texts,
        "description_de": description,
        **dict.fromkeys(["description_en", "eligibility_de", "eligibility_en", "easy_summary_de"], "null"),
        "status": "active",
        "main_kind": program.main_kind_id,
        "responsible_unit": program.responsible_unit_id,
        "review_interval": 12,
        "action-edit": "1",
    }


@pytest.mark.parametrize("name", ["own", "part"])
def test_own_programmes_and_those_of_parts_of_the_unit_open(client, programs, name):
    for view, address in of_the_record(programs[name]).items():
        expected = {403} if view in NOT_THEIRS_ANYWHERE else {200, 302, 404, 405}
        assert client.get(address).status_code in expected, view


def test_another_units_programme_opens_at_no_address(client, programs):
    program = programs["other"]
    before = program.revisions.count()
    for view, address in of_the_record(program).items():
        assert client.get(address).status_code == 403, view
        assert client.post(address, {**form_of(program), "name_de": "Gekapert"}).status_code == 403, view
        assert client.delete(address).status_code in (403, 405), view
    program.refresh_from_db()
    assert program.name_de == "Angebot other"
    assert program.revisions.count() == before
    assert program.live
    assert not program.locked


def test_another_units_contact_opens_at_no_address(client, units):
    contact = ContactFactory(unit=units["other"])
    for view, address in of_the_record(contact).items():
        assert client.get(address).status_code == 403, view
        assert client.post(address, {"name_de": "Gekapert"}).status_code == 403, view
    assert Contact.objects.filter(name_de="Gekapert").count() == 0
    own_contact = ContactFactory(unit=units["part"])
    assert client.get(of_the_record(own_contact)["edit"]).status_code == 200


@pytest.mark.parametrize("query", [{}, {"q": "Angebot"}, {"status": "active"}, {"ordering": "-name_de"}])
def test_the_list_holds_the_own_ones_alone(client, programs, query):
    answer = listed(client, Program, **query)
    assert "Angebot own" in answer.text
    assert "Angebot part" in answer.text
    assert "Angebot other" not in answer.text


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_so_does_the_export(client, programs, form):
    view = listed(client, Program, export=form)
    content = b"".join(view)
    assert b"Angebot other" not in content
    if form == "csv":
        assert len(content.splitlines()) == 3  # a head and two programmes


def test_saving_an_own_programme_makes_a_draft(client, programs):
    answer = post(client, programs["own"], name_de="Neuer Name")
    assert answer.status_code == 302
    programs["own"].refresh_from_db()
    assert programs["own"].latest_revision.as_object().name_de == "Neuer Name"
    assert programs["own"].name_de == "Angebot own"


def test_publishing_is_not_for_unit_editors(client, programs):
    post(client, programs["own"], **{"name_de": "Neuer Name", "action-publish": "1"})
    programs["own"].refresh_from_db()
    assert programs["own"].name_de == "Angebot own"


@pytest.mark.parametrize("to", ["other", None])
def test_a_programme_cannot_be_given_to_another_unit(client, programs, units, to):
    before = programs["own"].revisions.count()
    answer = post(client, programs["own"], responsible_unit=units[to].pk if to else "")
    assert answer.status_code == 200
    assert "responsible_unit" in answer.context["form"].errors
    assert programs["own"].revisions.count() == before


def test_nor_made_for_one(client, programs, units):
    add = reverse(Program.snippet_viewset.get_url_name("add"))
    form = {
        **form_of(programs["own"]),
        "name_de": "Ein anderes",
        "slug_de": "neu",
        "responsible_unit": units["other"].pk,
    }
    assert "responsible_unit" in client.post(add, form).context["form"].errors
    assert client.post(add, {**form, "responsible_unit": units["own"].pk}).status_code == 302


def test_many_at_once_are_not_deleted_either(client, programs):
    for program in programs.values():
        client.post(f"/admin/bulk/programs/program/delete/?id={program.pk}")
    assert Program.objects.count() == 3


def test_a_foreign_editing_session_is_not_told(client, programs):
    ping = reverse("wagtailadmin_editing_sessions:ping", args=["programs", "program", programs["other"].pk, 1])
    assert client.post(ping).status_code == 404


def test_who_works_for_no_unit_has_no_programme(as_member, programs):
    client = as_member("unit editor")
    assert "Angebot o" not in listed(client, Program).text
    for program in programs.values():
        assert client.get(of_the_record(program)["edit"]).status_code == 403


def test_whoever_is_an_editor_as_well_reaches_all(member, programs, units, client):
    user = member("unit editor", units=[units["own"]])
    user.groups.add(Group.objects.get(name="editor"))
    browser = Client()
    browser.force_login(user)
    assert browser.get(of_the_record(programs["other"])["edit"]).status_code == 200


def test_the_history_of_the_whole_site_is_not_for_unit_editors(client, as_member):
    assert client.get(reverse("wagtailadmin_reports:site_history")).status_code == 403
    assert client.get(reverse("wagtailadmin_reports:site_history_results")).status_code == 403
    assert as_member("moderator").get(reverse("wagtailadmin_reports:site_history")).status_code == 200


def test_an_approval_of_another_programme_cannot_be_had_through_an_own_one(client, programs):
    """The address holds the keys of both the programme and the task state, which must belong together."""
    task = GroupApprovalTask.objects.create(name="Prüfen")
    task.groups.add(Group.objects.get(name="unit editor"))
    workflow = Workflow.objects.create(name="Prüfung")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowContentType.objects.update_or_create(
        content_type=ContentType.objects.get_for_model(Program), defaults={"workflow": workflow}
    )
    own_program, other_program = programs["own"], programs["other"]
    for program in (own_program, other_program):
        workflow.start(program, None)
    state = other_program.current_workflow_task_state
    address = reverse(
        Program.snippet_viewset.get_url_name("workflow_action"), args=[own_program.pk, "approve", state.pk]
    )
    assert client.post(address).status_code == 404
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_the_milestones_of_certifications_are_not_theirs(client):
    assert client.get(reverse("certification_milestones")).status_code in {302, 403}


def test_the_chooser_offers_the_own_agreements_alone(client, units):
    own_agreement, other_agreement = (
        AgreementFactory(name_de="Eigene", unit=units["part"]),
        AgreementFactory(name_de="Fremde"),
    )
    base = "/admin/snippets/choose/partners/agreement"
    for address in (f"{base}/", f"{base}/results/", f"{base}/results/?q=e"):
        page = client.get(address).text
        assert "Fremde" not in page, address
    assert "Eigene" in client.get(f"{base}/results/").text
    assert client.get(f"{base}/chosen/{own_agreement.pk}/").status_code == 200
    assert client.get(f"{base}/chosen/{other_agreement.pk}/").status_code == 404


def test_a_signed_agreement_can_be_read_and_not_written(client, units):
    signed = AgreementFactory(unit=units["own"])
    draft = AgreementFactory(unit=units["own"], stage="draft")
    assert client.get(of_the_record(signed)["inspect"]).status_code == 200
    assert client.get(of_the_record(draft)["edit"]).status_code == 200
    for view, address in of_the_record(signed).items():
        if view not in ("inspect", "copy", "renew", "undo"):
            assert client.get(address).status_code == 403, view
            assert client.post(address, {"name_de": "Gekapert"}).status_code == 403, view
    assert client.post(of_the_record(signed)["undo"]).status_code == 302  # there is nothing to take back
    signed.refresh_from_db()
    assert signed.name_de != "Gekapert"
    assert signed.stage == "signed"


def test_what_is_submitted_can_be_read_taken_back_and_not_written(client, units):
    submitted = AgreementFactory(unit=units["own"], stage="submitted")
    assert client.get(of_the_record(submitted)["inspect"]).status_code == 200
    for view in ("edit", "sign", "send_back", "submit", "delete"):
        assert client.post(of_the_record(submitted)[view], {"name_de": "Gekapert"}).status_code == 403, view


def test_another_units_agreement_opens_at_no_address(client, units):
    other = AgreementFactory(unit=units["other"], stage="draft")
    for view, address in of_the_record(other).items():
        assert client.get(address).status_code == 403, view
        assert client.post(address, {"name_de": "Gekapert"}).status_code == 403, view
    other.refresh_from_db()
    assert other.name_de != "Gekapert"
