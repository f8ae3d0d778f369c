"""Scheduled content is published and withdrawn on time, and staff are told if the scheduler stops."""

import json
import os
import signal
import subprocess
import sys
import threading

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError, connection

from portal.core.visibility import public
from portal.editing import scheduler
from portal.editing.models import Heartbeat
from portal.editing.scheduler import State
from portal.pages.models import ArticlePage
from programs.models import Program
from tests.databases import with_database
from tests.editing.conftest import berlin
from tests.factories import ProgramFactory
from tests.processes import ROOT

NOON = berlin(2026, 11, 20, 12)


@pytest.fixture
def one_round(db):
    """Return a function that runs the scheduler's due jobs once."""
    return lambda: scheduler.run_due_jobs(threading.Event())


@pytest.mark.django_db
class TestPublishing:
    def test_a_record_comes_and_goes_at_its_time(self, one_round):
        with time_machine.travel(NOON, tick=False) as clock:
            program = ProgramFactory(live=False, summary_de="Geplant.")
            program.go_live_at, program.expire_at = berlin(2026, 11, 21, 9), berlin(2026, 11, 22, 18)
            program.save_revision().publish()
            seen = []
            for moment in [(20, 13), (21, 8, 59), (21, 9, 1), (22, 17, 59), (22, 18, 1)]:
                clock.move_to(berlin(2026, 11, *moment))
                one_round()
                seen.append(public(Program.objects.all()).exists())
        assert seen == [False, False, True, True, False]

    def test_a_page_keeps_its_old_words_until_the_new_ones_are_due(self, site, one_round):
        with time_machine.travel(NOON, tick=False) as clock:
            page = ArticlePage(title="Alt", slug="seite")
            site["home", "de"].add_child(instance=page)
            page.title, page.go_live_at = "Neu", berlin(2026, 11, 21, 9)
            page.save_revision().publish()
            one_round()
            assert ArticlePage.objects.get().title == "Alt"
            clock.move_to(berlin(2026, 11, 21, 9, 1))
            one_round()
            assert ArticlePage.objects.get().title == "Neu"

    def test_a_draft_with_a_date_is_never_published(self, one_round):
        with time_machine.travel(NOON, tick=False) as clock:
            program = ProgramFactory(live=False)
            program.go_live_at = berlin(2026, 11, 21, 9)
            program.save_revision()
            clock.move_to(berlin(2026, 11, 23))
            one_round()
        assert not Program.objects.get().live

    def test_a_job_that_fails_leaves_no_heartbeat_and_stops_no_other(self, one_round, monkeypatch):
        def broken(*_arguments):
            raise ValueError

        monkeypatch.setattr(scheduler, "call_command", broken)
        one_round()
        assert Heartbeat.last(scheduler.PUBLISHING) is None
        assert Heartbeat.last(scheduler.LINKS)


def checked_by(stops):
    def check_links(stop):
        stops.append(stop)

    return check_links


def test_links_are_checked_once_a_day_of_berlin(one_round, monkeypatch):
    checked = []
    monkeypatch.setattr(scheduler, "check_links", checked_by(checked))
    for moment in [(20, 12), (20, 23, 59), (21, 0, 1), (21, 12)]:
        with time_machine.travel(berlin(2026, 11, *moment), tick=False):
            one_round()
    assert len(checked) == 2


class TestSilence:
    @pytest.fixture(autouse=True)
    def last_beat(self, db):
        with time_machine.travel(NOON, tick=False):
            Heartbeat.beat(scheduler.PUBLISHING)

    @pytest.mark.parametrize("group", ["administrator", "moderator", "editor", "unit editor", "international office"])
    @pytest.mark.parametrize(("minutes", "is_said"), [(14, False), (16, True)])
    def test_all_staff_are_told_after_a_quarter_of_an_hour(self, staff, group, minutes, is_said):
        client = staff(group)
        with time_machine.travel(berlin(2026, 11, 20, 12, minutes), tick=False):
            page = client.get("/admin/").content.decode()
        assert ("data-scheduler-stopped" in page) == is_said
        assert ("The scheduler has not run" in page) == is_said

    @pytest.mark.parametrize(("minutes", "is_said"), [(14, False), (16, True)])
    def test_whoever_opens_something_with_a_schedule_is_told(self, staff, minutes, is_said):
        client = staff("editor")
        with time_machine.travel(NOON, tick=False):
            program = ProgramFactory(expire_at=berlin(2026, 12, 1))
        with time_machine.travel(berlin(2026, 11, 20, 12, minutes), tick=False):
            page = client.get(f"/admin/snippets/programs/program/edit/{program.pk}/").content.decode()
        assert ("The scheduler has not run" in page) == is_said

    def test_without_a_schedule_a_form_says_nothing(self, staff):
        program = ProgramFactory()
        page = staff("editor").get(f"/admin/snippets/programs/program/edit/{program.pk}/").content.decode()
        assert "The scheduler has not run" not in page

    def test_a_scheduler_that_has_never_run_is_one_that_does_not_run(self):
        Heartbeat.objects.all().delete()
        assert scheduler.has_stopped()


class TestOneAtATime:
    @pytest.fixture
    def locks(self, db):
        locks = [scheduler.SchedulerLock(), scheduler.SchedulerLock()]
        yield locks
        for lock in locks:
            lock.release()

    def test_the_second_waits_and_takes_over(self, locks):
        first, second = locks
        assert (first.acquire(), second.acquire(), first.acquire()) == (True, False, True)
        first.release()
        assert second.acquire()
        assert not first.acquire()

    def test_whoever_loses_the_connection_has_lost_the_turn(self, locks):
        first, second = locks
        assert first.acquire()
        with first._connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            process = cursor.fetchone()[0]
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [process])
        with pytest.raises(OperationalError):
            first.acquire()
        assert second.acquire()
        assert not first.acquire()


class Rounds(threading.Event):
    """Stop the scheduler after `count` pauses, which take no time."""

    def __init__(self, count):
        super().__init__()
        self.pauses, self.count = [], count

    def wait(self, timeout=None):
        self.pauses.append(timeout)
        if len(self.pauses) == self.count:
            self.set()
        return self.is_set()


def test_it_outlives_a_database_that_is_away_and_goes_on_when_it_is_back(db, monkeypatch, caplog):
    original_take, is_away = scheduler.SchedulerLock._take, iter([True, True, False])

    def take(turn):
        if next(is_away):
            raise OperationalError("connection refused")
        return original_take(turn)

    monkeypatch.setattr(scheduler.SchedulerLock, "_take", take)
    monkeypatch.setattr(scheduler.connection, "close", lambda: None)  # this test's own transaction
    rounds = Rounds(3)
    scheduler.run(60, rounds)
    assert rounds.pauses == [scheduler.RETRY_EVERY, scheduler.RETRY_EVERY, 60]
    assert caplog.messages == [State.WITHOUT_DATABASE.value]  # said once
    assert Heartbeat.last(scheduler.PUBLISHING)


@pytest.mark.django_db(transaction=True)
class TestProcess:
    @pytest.fixture
    def start(self, limited):
        started = []

        def start():
            address = with_database(os.environ["DATABASE_URL"], connection.settings_dict["NAME"])
            settings = {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "portal.settings.test", "LOG_LEVEL": "INFO"}
            command = [sys.executable, "manage.py", "run_scheduler", "--every", "0.1"]
            started.append(
                subprocess.Popen(command, env={**os.environ, **settings}, cwd=ROOT, stderr=subprocess.PIPE, text=True)
            )
            return started[-1]

        yield start
        for process in started:
            process.kill()
            process.wait()

    @staticmethod
    def next_state(process):
        """Wait for the next state that the process logs, and return it."""
        return scheduler.State(json.loads(process.stderr.readline())["message"])

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    def test_it_beats_and_ends_at_a_signal(self, start, number):
        process = start()
        assert self.next_state(process) == State.AT_WORK
        assert Heartbeat.last(scheduler.PUBLISHING)
        process.send_signal(number)
        assert process.wait(5) == 0

    def test_when_the_first_is_killed_the_second_goes_on(self, start):
        first = start()
        assert self.next_state(first) == State.AT_WORK
        second = start()
        assert self.next_state(second) == State.WAITING
        first.kill()
        assert self.next_state(second) == State.AT_WORK


def test_the_commands_are_there():
    with pytest.raises(SystemExit):
        call_command("run_scheduler", "--help")
