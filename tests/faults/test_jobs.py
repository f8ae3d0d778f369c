"""A job of the scheduler that fails stops no other, and staff see which one failed and when each last ran."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import Error, connection, transaction
from wagtail.rich_text import RichText

from partners.contacts.purging import purge_expired_contacts
from partners.models import Contact
from portal.editing import scheduler
from portal.editing.links.checking import check_links
from portal.editing.models import Heartbeat, LinkCheck
from portal.pages.models import ArticlePage
from programs.models import Program
from tests.editing.conftest import berlin
from tests.factories import ContactFactory, ProgramFactory

pytestmark = pytest.mark.django_db
ODD_LINKS = ["http://[", "http://[::1", "//[x", "http://a:99999999/", "/de/\x01", "http://\u2100.example/", "/%zz?%"]
ODD_KEYS = ["", "x", "1.5", "-1", "9" * 12, "9" * 5000, "٣", "1' OR 1=1"]


@pytest.fixture
def page(site):
    """A public page with links that nothing can follow, and one good link."""
    links = "".join(f'<a href="{link}">x</a>' for link in [*ODD_LINKS, "/de/"])
    entities = "".join(f'<a linktype="{kind}" id="{key}">x</a>' for key in ODD_KEYS for kind in ("page", "document"))
    page = ArticlePage(title="Seite", body=[("text", RichText(f"<p>{links}{entities}</p>"))])
    site["home", "de"].add_child(instance=page)
    return page


def test_a_link_that_is_none_is_broken_and_others_are_checked(page):
    ProgramFactory(apply_url="http://[", name_de="Angebot")
    check_links()
    results = dict(LinkCheck.objects.values_list("address", "status"))
    assert results["/de/"] == LinkCheck.Status.OK
    assert results["http://["] == LinkCheck.Status.BROKEN
    assert results["page:0"] == LinkCheck.Status.BROKEN
    assert set(LinkCheck.objects.filter(address="http://[").values_list("title", flat=True)) == {"Seite", "Angebot"}


def test_a_record_whose_links_cannot_be_read_keeps_no_other_from_it(page, caplog):
    ProgramFactory(name_de="Heil", apply_url="https://example.org/")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pages_articlepage SET body = %s", ['[{"type": "text", "value": 7, "id": "x"}]'])
    check_links()
    assert LinkCheck.objects.filter(title="Heil").exists()


class TestDailyJobs:
    @pytest.fixture
    def broken_reminders(self, monkeypatch):
        """Let the reminders fail in the database, on a connection that goes on working."""

        def divide():
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")

        monkeypatch.setattr(scheduler, "send_reminders", divide)

    def test_a_fault_in_the_database_that_is_there_stops_no_other_job(self, broken_reminders):
        scheduler.run_due_jobs(threading.Event())
        assert Heartbeat.objects.get(name=scheduler.REMINDERS).error == "DataError"
        assert Heartbeat.last(scheduler.PURGING)
        assert Heartbeat.last(scheduler.LINKS)

    def test_staff_see_which_one_failed_and_when_each_last_ran(self, staff, broken_reminders):
        client = staff("editor", "en")
        with time_machine.travel(berlin(2026, 11, 20, 12), tick=False):
            scheduler.run_due_jobs(threading.Event())
            assert "Sending reminders" in client.get("/admin/").content.decode()
            page = client.get("/admin/jobs/").content.decode()
        assert page.count("data-failed") == 1
        assert "failed (DataError)" in page
        assert page.count("20 November 2026, 12:00") == 13  # six successes, seven attempts

    def test_one_that_has_not_run_since_yesterday_is_overdue(self, staff):
        with time_machine.travel(berlin(2026, 11, 20, 12), tick=False):
            scheduler.run_due_jobs(threading.Event())
        with time_machine.travel(berlin(2026, 11, 21, 15), tick=False):
            Heartbeat.beat(scheduler.PUBLISHING)
            page = staff("editor", "de").get("/admin/").content.decode()
        assert "Links prüfen" in page

    def test_it_is_tried_again_after_a_quarter_of_an_hour_and_not_every_minute(self, broken_reminders):
        tried = []
        with time_machine.travel(berlin(2026, 11, 20, 12), tick=False) as clock:
            for minutes in (0, 1, 14, 16):
                clock.move_to(berlin(2026, 11, 20, 12, minutes))
                scheduler.run_due_jobs(threading.Event())
                tried.append(Heartbeat.objects.get(name=scheduler.REMINDERS).tried_at)
        assert [moment - tried[0] for moment in tried] == [timedelta(minutes=m) for m in (0, 0, 0, 16)]


class TestWithinAJob:
    def test_a_record_that_cannot_be_published_keeps_no_other_from_it(self, staff):
        programs = [ProgramFactory(live=False, name_de=name) for name in ("Erstes", "Zweites", "Drittes")]
        with time_machine.travel(berlin(2026, 11, 20, 12), tick=False) as clock:
            for minutes, program in enumerate(programs):
                program.go_live_at = berlin(2026, 11, 20, 13, minutes)
                program.save_revision().publish()
            refuse("UPDATE", "programs_program", f"NEW.live AND NEW.id = {programs[0].pk}")
            clock.move_to(berlin(2026, 11, 20, 14))
            scheduler.run_due_jobs(threading.Event())
            assert set(Program.objects.filter(live=True).values_list("name_de", flat=True)) == {"Zweites", "Drittes"}
            assert "Publishing and ending" in staff("editor", "en").get("/admin/").content.decode()
            assert not scheduler.has_stopped()

    def test_a_contact_that_cannot_be_deleted_keeps_no_other_from_it(self):
        contacts = [ContactFactory(person="Kim Beispiel", delete_after="2026-01-01") for _time in range(3)]
        refuse("DELETE", "partners_contact", f"OLD.id = {contacts[0].pk}")
        with pytest.raises(Error):
            purge_expired_contacts()
        assert list(Contact.objects.values_list("pk", flat=True)) == [contacts[0].pk]


def refuse(action, table, condition):
    """Let PostgreSQL refuse to write the rows of a table for which a condition holds."""
    function = "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END'"
    trigger = f"BEFORE {action} ON {table} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION refuse()"
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {function}; CREATE TRIGGER refused {trigger}")
