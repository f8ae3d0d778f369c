"""An expired contact leaves no trace: in no table, no history and no index."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from partners.models import Contact
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import ContactFactory, PartnerFactory, ProgramFactory

NAME, MAIL = "Zarathustra Quandt", "zarathustra@example.org"
LEFT_OUT = {"django_session"}


@pytest.fixture
def contact(client, site, django_capture_on_commit_callbacks):
    """A person stored wherever possible: edited, translated, and named by a record, its draft and its version."""
    with django_capture_on_commit_callbacks(execute=True):
        contact_record = ContactFactory(
            name_de=NAME, person=NAME, email=MAIL, publication_basis=f"Einwilligung von {NAME}"
        )
        program = ProgramFactory()
        program.contacts.set([contact_record])
        program.save()
        program.save_revision().publish()
        program.save_revision()
        partner = PartnerFactory(inclusion_contact=contact_record)
        partner.save_revision().publish()
        form = Form.open(client, admin_url("edit", contact_record))
        form["hours_de"] = "montags"
        form["delete_after"] = "2026-11-09"
        assert form.save().status_code == 302
    return contact_record


def where(words):
    """Return the tables that contain the words anywhere."""
    tables = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            if table not in LEFT_OUT:
                cursor.execute(f'SELECT count(*) FROM "{table}" AS t WHERE t::text ILIKE %s', [f"%{words}%"])
                tables += [table] if cursor.fetchone()[0] else []
    return tables


def purge(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        call_command("purge_expired_contacts", verbosity=0)


def test_a_purged_contact_is_nowhere(contact, client, time_machine, django_capture_on_commit_callbacks):
    time_machine.move_to("2026-11-10 00:30 +0100", tick=False)
    assert len(where(NAME)) > 1
    purge(django_capture_on_commit_callbacks)
    assert where(NAME) == where(MAIL) == where("zarathustra") == []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM wagtailcore_revision WHERE content::text LIKE %s", [f'%"contacts": [{contact.pk}]%']
        )
        assert cursor.fetchone()[0] == 0
    for record in ("program", "institution"):
        assert (
            client.get(f"/admin/snippets/{'programs' if record == 'program' else 'partners'}/{record}/").status_code
            == 200
        )


def test_until_its_day_is_over_it_stays(contact, time_machine, django_capture_on_commit_callbacks):
    time_machine.move_to("2026-11-09 23:30 +0100", tick=False)
    purge(django_capture_on_commit_callbacks)
    assert Contact.objects.filter(pk=contact.pk).exists()


def test_one_without_a_day_stays(site, django_capture_on_commit_callbacks):
    undated = ContactFactory(delete_after=None)
    ContactFactory(delete_after=date(2020, 1, 1))
    purge(django_capture_on_commit_callbacks)
    assert list(Contact.objects.all()) == [undated]


def test_the_history_of_a_contact_names_fields_and_not_what_they_said(client, contact):
    form = Form.open(client, admin_url("edit", contact))
    form["person"] = "Jemand anders"
    assert form.save().status_code == 302
    history = client.get(admin_url("history", contact)).text
    body = history[history.index("<main") :]
    assert "Jemand anders" not in body
    assert "Person" in body
