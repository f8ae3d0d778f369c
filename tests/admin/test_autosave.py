"""Autosave posts the form in the background and gets JSON back; nothing is lost on the way."""

import pytest

from programs.models import LifeSituation
from tests.admin.forms import Form
from tests.admin.records import admin_url, drafted, full_program, full_situation, stored
from tests.factories import ProgramFactory

JSON = {"headers": {"accept": "application/json"}}


@pytest.fixture(params=[full_program, full_situation], ids=["programme", "life-situation"])
def record(request, site):
    return request.param()


def test_all_of_the_record_is_in_the_draft_that_is_saved_along(either, record):
    before = stored(record)
    form = Form.open(either, admin_url("edit", record))
    for summary in ("Ein", "Ein Satz", "Ein Satz."):
        form["summary_de"] = summary
        answer = form.post(**JSON).json()
        assert answer["success"], answer
        form["overwrite_revision_id"] = [answer["revision_id"]]
    assert drafted(record) == before | {"summary_de": "Ein Satz."}
    assert stored(record) == before


def test_writing_on_makes_one_version_not_many(client, record):
    form = Form.open(client, admin_url("edit", record))
    versions = record.revisions.count()
    for summary in ("Ein", "Ein Satz", "Ein Satz."):
        form["summary_de"] = summary
        form["overwrite_revision_id"] = [form.post(**JSON).json()["revision_id"]]
    assert record.revisions.count() == versions + 1


def test_two_people_do_not_overwrite_each_other(client, staff, record):
    mine, theirs = (
        Form.open(client, admin_url("edit", record)),
        Form.open(staff("moderator"), admin_url("edit", record)),
    )
    theirs["summary_de"] = "Von nebenan."
    assert theirs.post(**JSON).json()["success"]
    mine["summary_de"] = "Von mir."
    answer = mine.post(**JSON)
    assert (answer.status_code, answer.json()["error_code"]) == (409, "invalid_revision")
    assert drafted(record)["summary_de"] == "Von nebenan."


def test_what_was_saved_along_is_ones_own(client, record):
    """The answer brings the version that the next save from the same form has to know."""
    form = Form.open(client, admin_url("edit", record))
    form["summary_de"] = "Ein Satz."
    answer = form.post(**JSON).json()
    for name, value in answer["field_updates"].items():
        if name in form.values:
            form[name] = value
    assert form.publish().status_code == 302
    assert stored(record)["summary_de"] == "Ein Satz."


def test_a_version_that_became_public_is_not_written_over(client, record):
    form = Form.open(client, admin_url("edit", record))
    form["summary_de"] = "Öffentlich."
    saved_along = form.post(**JSON).json()["revision_id"]
    record.revisions.get(pk=saved_along).publish()
    form["summary_de"], form["overwrite_revision_id"] = "Weiter getippt.", [saved_along]
    assert form.post(**JSON).json()["revision_id"] != saved_along
    assert record.revisions.get(pk=saved_along).content["summary_de"] == "Öffentlich."
    assert stored(record)["summary_de"] == "Öffentlich."


def test_what_cannot_be_saved_yet_is_no_server_error(client, site):
    """A period that is still being entered has no dates yet."""
    program = ProgramFactory()
    form = Form.open(client, admin_url("edit", program))
    form.add("enrolment_periods", note_de="Bald")
    answer = form.post(**JSON)
    assert (answer.status_code, answer.json()["error_code"]) == (400, "validation_error")


def test_a_new_record_is_saved_as_soon_as_it_can_be(client, site):
    form = Form.open(client, admin_url("add", LifeSituation))
    assert form.post(**JSON).json()["error_code"] == "validation_error"
    form["name_de"], form["notation"], form["sentence_de"] = "Mit Hund", "dog", "habe einen Hund"
    answer = form.post(**JSON).json()
    assert answer["success"]
    assert client.get(answer["hydrate_url"]).status_code == 200
    saved = LifeSituation.objects.get(pk=answer["pk"])
    assert (saved.name_de, saved.name_en, saved.live) == ("Mit Hund", "", False)


def test_a_name_being_typed_leaves_no_former_addresses(client, site):
    """Nobody could visit the draft, so only its final name matters."""
    form = Form.open(client, admin_url("add", LifeSituation))
    form["name_de"], form["notation"] = "Mi", "dog"
    answer = form.post(**JSON).json()
    form.url = answer["url"]
    form["name_de"] = "Mit Hund"
    form["overwrite_revision_id"] = [answer["revision_id"]]
    assert form.post(**JSON).json()["success"]
    assert LifeSituation.objects.get(pk=answer["pk"]).slug_de == "mit-hund"
    assert client.get("/de/lebenslagen/mi/").status_code == 404
    LifeSituation.objects.get(pk=answer["pk"]).get_latest_revision().publish()
    assert client.get("/de/lebenslagen/mit-hund/").status_code == 200
    assert client.get("/de/lebenslagen/mi/").status_code == 404
