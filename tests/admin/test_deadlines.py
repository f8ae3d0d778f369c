"""Changing a deadline without the form: on one page, with the sentences that visitors will read."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from programs.models import Program
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import LifeSituationFactory, ProgramFactory, UnitFactory

NOW = "2026-11-10 12:00 +0100"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def moderator(staff):
    return staff("moderator", "en")


@pytest.fixture
def program(site):
    periods = [{"opens_on": date(2026, 10, 1), "closes_on": date(2026, 11, 15)}]
    return ProgramFactory(name_de="Mentoring", name_en="Mentoring", periods=periods)


def days(program):
    program = Program.objects.get(pk=program.pk)
    return [(period.opens_on, period.closes_on) for period in program.enrolment_periods.all()]


def change(client, program, **values):
    """Change days of the first period on the page; return the answer."""
    form = Form.open(client, admin_url("deadlines", program))
    key = next(name for name in form.values if name.startswith("closes_on_")).rpartition("_")[2]
    for name, value in values.items():
        form[f"{name}_{key}"] = value
    return form.save()


def test_the_deadline_is_public_at_once_and_can_be_taken_back(moderator, program):
    answer = change(moderator, program, closes_on="31. Dezember 2026")
    assert answer.status_code == 302
    assert days(program) == [(date(2026, 10, 1), date(2026, 12, 31))]
    assert Program.objects.get(pk=program.pk).latest_revision_id == Program.objects.get(pk=program.pk).live_revision_id
    listed = moderator.get(answer["Location"]).content.decode()
    assert admin_url("undo_deadlines", program) in listed
    undo = Form.open(moderator, admin_url("undo_deadlines", program))
    assert "bis 15. November 2026" in undo.soup.select_one("main").get_text(" ", strip=True)
    assert undo.save().status_code == 302
    assert days(program) == [(date(2026, 10, 1), date(2026, 11, 15))]
    answer = moderator.get(admin_url("undo_deadlines", program), follow=True)
    assert "nothing to take back" in answer.content.decode()


def test_the_sentences_are_those_that_visitors_read(moderator, program):
    address = admin_url("deadlines", program)
    form = Form.open(moderator, address)
    key = next(name for name in form.values if name.startswith("closes_on_")).rpartition("_")[2]
    sent = {f"opens_on_{key}": "1.10.2026", f"closes_on_{key}": "31.12.2026", "show": "1"}
    words = moderator.post(address, sent, headers={"x-requested-with": "XMLHttpRequest"}).content.decode()
    assert "until 31 December 2026" in words
    assert "bis 31. Dezember 2026" in words
    assert "<main" not in words
    whole = moderator.post(address, sent).content.decode()
    assert "until 31 December 2026" in whole
    assert "<main" in whole
    assert days(program) == [(date(2026, 10, 1), date(2026, 11, 15))]
    moderator.post(address, {name: value for name, value in sent.items() if name != "show"})
    public = moderator.get(f"/en/programmes/{program.slug_en}/").content.decode()
    assert "until 31 December 2026" in public


def test_a_draft_on_it_keeps_its_texts_and_gets_the_new_day(moderator, program):
    draft = Program.objects.get(pk=program.pk)
    draft.summary_de = "Noch nicht öffentlich."
    draft.save_revision()
    change(moderator, program, closes_on="31.12.2026")
    stored = Program.objects.get(pk=program.pk)
    assert (stored.summary_de, stored.has_unpublished_changes) == ("Kurz gesagt.", True)
    newest = stored.get_latest_revision_as_object()
    assert newest.summary_de == "Noch nicht öffentlich."
    assert [period.closes_on for period in newest.enrolment_periods.all()] == [date(2026, 12, 31)]
    newest.get_latest_revision().publish()
    assert days(program) == [(date(2026, 10, 1), date(2026, 12, 31))]


def test_an_open_form_notices_the_change(moderator, staff, program):
    program.save_revision().publish()
    form = Form.open(staff("editor", "en"), admin_url("edit", program))
    change(moderator, program, closes_on="31.12.2026")
    assert form.refused("").soup.select_one("[data-conflict]")


def test_a_first_deadline_can_be_added_and_taken_back(moderator, site):
    program = ProgramFactory()
    change(moderator, program, closes_on="31.12.2026")
    assert days(program) == [(None, date(2026, 12, 31))]
    Form.open(moderator, admin_url("undo_deadlines", program)).save()
    assert days(program) == []


def test_several_periods_are_told_apart_and_refused_at_their_fields(moderator, site):
    situation = LifeSituationFactory(name_de="Mit Kind", name_en="With children")
    program = ProgramFactory(
        periods=[{"closes_on": date(2026, 11, 15), "term": "2027S"}, {"closes_on": date(2027, 1, 15)}]
    )
    first, second = program.enrolment_periods.all()
    second.life_situations.set([situation])
    second.save()
    form = Form.open(moderator, admin_url("deadlines", program))
    legends = [legend.get_text() for legend in form.soup.select("legend")]
    assert ["summer semester 2027" in legends[0], "With children" in legends[1]] == [True, True]
    form[f"opens_on_{first.pk}"] = "1.12.2026"
    form[f"closes_on_{second.pk}"] = ""
    refused = form.refused("")
    assert "1 December 2026" in refused.error_at(f"closes_on_{first.pk}")
    assert refused.error_at(f"closes_on_{second.pk}")
    assert refused[f"opens_on_{first.pk}"] == "1.12.2026"


def test_whoever_may_not_publish_submits_the_change(staff, program):
    unit, client = UnitFactory(), staff("unit-editor", "en")
    unit.editors.add(client.session["_auth_user_id"])
    Program.objects.update(responsible_unit=unit)
    words = BeautifulSoup(client.get(admin_url("deadlines", program)).content, "html.parser").get_text(" ", strip=True)
    assert "once it is approved" in words
    assert change(client, program, closes_on="31.12.2026").status_code == 302
    stored = Program.objects.get(pk=program.pk)
    assert days(program) == [(date(2026, 10, 1), date(2026, 11, 15))]
    assert stored.workflow_in_progress
    answer = client.get(admin_url("deadlines", program), follow=True)
    assert "waits for approval" in answer.content.decode()


def test_it_is_offered_in_list_form_and_bar_to_those_who_may_change(moderator, staff, program):
    address = admin_url("deadlines", program)
    for place in (admin_url("list", Program), admin_url("edit", program), f"/de/angebote/{program.slug_de}/"):
        assert address in moderator.get(place).content.decode(), place
    office = staff("international-office", "en")
    for place in (admin_url("list", Program), admin_url("inspect", program), f"/de/angebote/{program.slug_de}/"):
        assert address not in office.get(place).content.decode(), place
    assert office.get(address).status_code == 403
