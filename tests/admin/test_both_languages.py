"""Both languages of a record survive every editing action, whatever the interface language."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from tests.admin.forms import Form
from tests.admin.records import (
    admin_url,
    content,
    drafted,
    full_certification,
    full_network,
    full_principle,
    full_program,
    full_situation,
    stored,
)

MADE = {
    "programme": full_program,
    "life-situation": full_situation,
    "network": full_network,
    "principle": full_principle,
    "certification": full_certification,
}
NEW = "Neu gefasst."

# Fields that are set elsewhere, and fields that are mutually exclusive with one that the example fills.
EMPTY = {"expire_at", "locked_at", "locked_by", "document", "holder_institution"}


@pytest.fixture(params=MADE.values(), ids=MADE.keys())
def record(request, site):
    return request.param()


def field_of(record):
    """Return the name of the field that the tests change."""
    return "summary_de" if hasattr(record, "summary_de") else "text_de"


def changed(form):
    form["summary_de" if "summary_de" in form.values else "text_de"] = NEW
    return form


def test_nothing_of_the_example_is_empty(record):
    """Otherwise the tests below would not notice the loss of a field."""
    assert {name for name, value in _leaves(stored(record)) if value in ("", None, [])} <= EMPTY


def test_the_form_holds_everything_so_publishing_it_unchanged_changes_nothing(either, record):
    before = stored(record)
    assert Form.open(either, admin_url("edit", record)).publish().status_code == 302
    assert stored(record) == before


def test_a_draft_keeps_all_and_leaves_visitors_what_they_had(either, record):
    before = stored(record)
    assert changed(Form.open(either, admin_url("edit", record))).save().status_code == 302
    assert stored(record) == before
    assert drafted(record) == before | {field_of(record): NEW}


def test_publishing_a_draft_keeps_all(either, record):
    before = stored(record)
    changed(Form.open(either, admin_url("edit", record))).save()
    Form.open(either, admin_url("edit", record)).publish()
    assert stored(record) == before | {field_of(record): NEW}


def test_unpublishing_keeps_all_for_later(either, record):
    before = stored(record)
    assert either.post(admin_url("unpublish", record)).status_code == 302
    assert not type(record).objects.get(pk=record.pk).live
    assert stored(record) == before
    Form.open(either, admin_url("edit", record)).publish()
    assert type(record).objects.get(pk=record.pk).live
    assert stored(record) == before


def test_a_draft_goes_public_at_its_hour(either, record):
    before = stored(record)
    hour = timezone.now() + timedelta(days=1)
    form = changed(Form.open(either, admin_url("edit", record)))
    form["go_live_at"] = [timezone.localtime(hour).strftime("%Y-%m-%d %H:%M")]
    assert form.publish().status_code == 302
    assert stored(record) == before
    with time_machine.travel(hour + timedelta(minutes=2)):
        call_command("publish_scheduled", verbosity=0)
    assert stored(record) == before | {field_of(record): NEW}


def test_going_back_to_an_older_version_brings_all_of_it_back(either, record):
    before, revision = stored(record), record.latest_revision
    changed(Form.open(either, admin_url("edit", record))).publish()
    assert Form.open(either, admin_url("revisions_revert", record, revision.pk)).publish().status_code == 302
    assert stored(record) == before
    assert content(record.revisions.latest("pk").as_object()) == before


def _leaves(data):
    """Yield (name, value) of a record and of all its children."""
    for name, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for child in value:
                yield from _leaves(child)
        else:
            yield name, value
