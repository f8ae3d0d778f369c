"""What follows a commit and fails is logged, shown to staff and repeated; the change itself is saved and answered."""

import threading
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction
from django.utils import timezone

from partners.models import Network
from portal.core import follow_ups
from portal.core.models import FollowUp
from portal.editing import scheduler
from portal.editing.models import Heartbeat
from portal.pages.models import NetworkPage
from portal.search import writing
from portal.search.models import SearchDocument
from portal.translation.models import Translation
from tests.factories import NetworkFactory, ProgramFactory

pytestmark = pytest.mark.django_db


def break_search(condition="false"):
    """Let PostgreSQL refuse to write search documents unless the condition holds."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE search_searchdocument ADD CONSTRAINT broken CHECK ({condition}) NOT VALID")


def mend_search():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_searchdocument DROP CONSTRAINT broken")


@pytest.fixture
def network_page(site, committed):
    with committed():
        page = NetworkPage(title="Netz", network=NetworkFactory())
        return site["home", "de"].add_child(instance=page)


class TestOneChange:
    def test_unpublishing_a_network_is_answered_and_done_though_the_search_fails(
        self, staff, committed, network_page, caplog
    ):
        client = staff()
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE search_searchdocument RENAME TO lost")
        with committed():
            response = client.post(f"/admin/snippets/partners/network/unpublish/{network_page.network_id}/")
        assert response.status_code == 302
        assert not Network.objects.get().live
        page = FollowUp.objects.get(name="search", subject="page")
        assert (page.key, page.error) == (str(network_page.pk), "ProgrammingError")
        assert f"search of page {network_page.pk} failed" in caplog.text

    def test_staff_see_it_until_it_has_been_repeated(self, staff, committed):
        break_search()
        with committed():
            program = ProgramFactory(name_de="Lotsendienst")
        Heartbeat.beat(scheduler.PUBLISHING)
        client = staff("editor")
        assert "data-jobs-failed" in panel(client)
        page = client.get("/admin/jobs/").content.decode()
        assert f"programme {program.pk}" in page
        assert "CheckViolation" not in page  # names what is saved
        assert "IntegrityError" in page
        mend_search()
        FollowUp.objects.update(tried_at=timezone.now() - timedelta(minutes=2))
        scheduler.run_due_jobs(stopped())
        assert SearchDocument.objects.filter(title="Lotsendienst").exists()
        assert not FollowUp.objects.exists()
        assert "data-jobs-failed" not in panel(client)

    def test_the_pauses_between_attempts_grow(self, committed):
        break_search()
        with committed():
            ProgramFactory()
        attempts = []
        for minutes in (0, 2, 1, 2):  # due after 1 and after 2 minutes
            FollowUp.objects.update(tried_at=timezone.now() - timedelta(minutes=minutes))
            follow_ups.repeat()
            attempts.append(FollowUp.objects.get(name="search", subject="program").attempts)
        assert attempts == [1, 2, 2, 3]

    def test_the_state_of_a_translation_is_kept_alike(self, committed, monkeypatch):
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE translation_translation ADD CONSTRAINT broken CHECK (false) NOT VALID")
        with committed():
            program = ProgramFactory()
        assert FollowUp.objects.get(name="translation", subject="programs.Program").key == str(program.pk)
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE translation_translation DROP CONSTRAINT broken")
        FollowUp.objects.update(tried_at=timezone.now() - timedelta(minutes=2))
        follow_ups.repeat()
        assert Translation.objects.filter(key=str(program.pk)).exists()


class TestOthers:
    def test_one_object_that_fails_leaves_no_other_behind(self, committed):
        programs = [ProgramFactory() for _time in range(3)]
        break_search(f"object_id <> {programs[1].pk}")
        writing.rebuild()
        found = set(SearchDocument.objects.filter(kind="program").values_list("object_id", flat=True))
        assert found == {programs[0].pk, programs[2].pk}
        assert [row.key for row in FollowUp.objects.filter(subject="program")] == [str(programs[1].pk)]

    def test_a_call_of_a_package_that_fails_stops_no_other(self, committed, caplog):
        called = []
        with committed(), transaction.atomic():
            transaction.on_commit(partial(int, "no number"))  # has no name for the log
            transaction.on_commit(lambda: called.append(1))
        assert called == [1]
        assert "no number" in caplog.text

    def test_an_object_that_is_saved_five_times_is_written_once(self, committed, monkeypatch):
        written = []
        program = ProgramFactory()
        monkeypatch.setitem(follow_ups._runners, "search", lambda kind, keys: written.append((kind, keys)) or 0)
        with committed(), transaction.atomic():
            for _time in range(5):
                program.save()
        assert written.count(("program", [str(program.pk)])) == 1


def panel(client):
    return client.get("/admin/").content.decode()


def stopped():
    """Return an event that lets the jobs of every minute run, and no daily one."""
    stop = threading.Event()
    stop.set()
    return stop
