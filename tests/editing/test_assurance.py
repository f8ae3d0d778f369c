"""The note "Checked by … on …": when a check is due again, and confirming with one click."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from portal.core.admin.assurance import overdue_q
from portal.core.time.days import add_months
from portal.editing.assurance import mark_as_checked
from programs.models import Program
from tests.editing.conftest import berlin
from tests.factories import ProgramFactory, UnitFactory

TODAY = date(2026, 11, 20)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.fixture
def record(db):
    return ProgramFactory()


def wants_checking(record, assured, months, today):
    programs = Program.objects.filter(pk=record.pk)
    programs.update(assured_on=assured, review_interval=months)
    return programs.filter(overdue_q(today)).exists()


@pytest.mark.parametrize(
    ("assured", "months", "due"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2025, 11, 20), 12, date(2026, 11, 20)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_the_last_day_of_a_check(record, assured, months, due):
    assert not wants_checking(record, assured, months, due)
    assert wants_checking(record, assured, months, due + timedelta(days=1))


def test_what_nobody_ever_checked_wants_checking(record):
    assert wants_checking(record, None, 12, TODAY)


@given(assured=days, months=st.integers(1, 60), near=st.integers(-2, 2))
def test_the_database_counts_months_as_all_else_does(record, assured, months, near):
    due = add_months(assured, months)
    assert wants_checking(record, assured, months, due + timedelta(days=near)) == (near > 0)


@pytest.fixture
def program(db):
    with time_machine.travel(berlin(2026, 11, 1, 12), tick=False):
        program = ProgramFactory(
            assured_on=date(2025, 1, 1), responsible_unit=UnitFactory(name_de="Familienservice"), summary_de="Alt."
        )
        program.save_revision().publish()
        return program


class TestOneClick:
    def press(self, client, record):
        kind = ContentType.objects.get_for_model(record).pk
        url = reverse("editing_still_correct", args=[kind, record.pk])
        with time_machine.travel(berlin(2026, 11, 20, 12), tick=False):
            return client.post(url, {"next": "/admin/waiting/checks/"})

    def test_it_says_who_and_when(self, staff, program):
        answer = self.press(staff("editor"), program)
        assert (answer.status_code, answer["Location"]) == (302, "/admin/waiting/checks/")
        program.refresh_from_db()
        assert (program.assured_on, program.assured_by) == (TODAY, "Familienservice")
        assert program.get_latest_revision_as_object().assured_on == TODAY
        assert ModelLogEntry.objects.filter(action="editing.still_correct").get().user.username == "editor at work"

    def test_a_draft_in_progress_stays_a_draft_and_keeps_the_day_when_it_is_published(self, staff, program):
        program.summary_de = "Neu."
        draft = program.save_revision()
        self.press(staff("editor"), program)
        program.refresh_from_db()
        assert (program.summary_de, program.assured_on, program.has_unpublished_changes) == ("Alt.", TODAY, True)
        assert program.latest_revision == draft
        program.latest_revision.publish()
        program.refresh_from_db()
        assert (program.summary_de, program.assured_on) == ("Neu.", TODAY)

    def test_a_scheduled_version_does_not_bring_the_old_day_back(self, staff, program):
        with time_machine.travel(berlin(2026, 11, 1, 12), tick=False):
            program.go_live_at = berlin(2026, 12, 1)
            scheduled = program.save_revision()
            scheduled.publish()
        program.refresh_from_db()
        program.go_live_at = None
        program.save_revision()
        self.press(staff("moderator"), program)
        scheduled.refresh_from_db()
        assert scheduled.as_object().assured_on == TODAY

    @pytest.mark.parametrize("group", ["unit editor", "international office", "due-diligence reader"])
    def test_whoever_may_not_change_it_cannot(self, staff, program, group):
        answer = self.press(staff(group), program)
        assert answer.status_code in {302, 403}
        program.refresh_from_db()
        assert program.assured_on == date(2025, 1, 1)

    def test_a_unit_editor_can_for_the_own_unit(self, staff, program):
        self.press(staff("unit editor", units=[program.responsible_unit]), program)
        program.refresh_from_db()
        assert program.assured_on == TODAY

    @pytest.mark.parametrize("path", ["/admin/still-correct/99999/1/", "/admin/still-correct/1/1/"])
    def test_what_is_no_record_is_not_found(self, staff, path):
        assert staff("moderator").post(path).status_code == 404

    def test_a_visit_alone_changes_nothing(self, staff, program):
        url = reverse("editing_still_correct", args=[ContentType.objects.get_for_model(program).pk, program.pk])
        assert staff("moderator").get(url).status_code == 405


def test_the_office_that_stands_there_is_kept_where_no_unit_answers(db):
    from tests.factories import LifeSituationFactory

    situation = LifeSituationFactory(assured_by="Gleichstellung")
    assert mark_as_checked(type(situation), situation.pk, None).assured_by == "Gleichstellung"
