"""The responsible office is reminded 18, 12, 6 and 3 months before the next milestone of a certification."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command

from programs.certifications.reminders import milestones
from tests.factories import CertificationFactory, ContactFactory, UnitFactory

pytestmark = pytest.mark.django_db
MILESTONE = date(2027, 12, 31)


@pytest.fixture
def certification():
    office = UnitFactory(name_de="Büro für Gleichstellung")
    ContactFactory(unit=office, email="beratung@example.org")
    ContactFactory(unit=office, email="buero@example.org", role="office")
    ContactFactory(unit=office, email="person@example.org", role="office", person="Erika Beispiel")
    return CertificationFactory(responsible_unit=office, next_milestone_on=MILESTONE)


@pytest.fixture
def mails_on(time_machine, mailoutbox):
    """Return a function that sends the reminders due at noon on a day and returns the mails."""

    def sent(day):
        time_machine.move_to(f"{day} 12:00 +0100", tick=False)
        mailoutbox.clear()
        call_command("send_reminders", verbosity=0)
        return list(mailoutbox)

    return sent


@pytest.mark.parametrize("day", ["2026-06-30", "2026-12-31", "2027-06-30", "2027-09-30"])
def test_each_reminder_goes_out_on_its_day_to_the_mailbox_of_the_office(certification, mails_on, day):
    (mail,) = mails_on(day)
    assert mail.to == ["buero@example.org"]
    assert str(certification) in mail.body
    assert f"/admin/snippets/programs/certification/edit/{certification.pk}/" in mail.body
    assert mails_on(day) == []


def test_before_the_first_day_nobody_is_told(certification, mails_on):
    assert mails_on("2026-06-29") == []


def test_after_an_outage_there_is_one_mail_that_counts_from_its_own_day(certification, mails_on):
    (mail,) = mails_on("2027-01-08")
    assert "fällig in 357 Tagen, am 31.12.2027" in mail.body
    assert mails_on("2027-01-09") == []
    assert len(mails_on("2027-06-30")) == 1


def test_a_milestone_that_has_passed_reminds_nobody(certification, mails_on):
    assert mails_on("2028-01-01") == []


def test_an_office_without_a_mailbox_leaves_it_to_those_who_edit_certificates(mails_on):
    editor = get_user_model().objects.create_user("zert", "zert@example.org", "correct horse")
    editor.groups.add(Group.objects.get(name="certification editor"))
    CertificationFactory(next_milestone_on=MILESTONE)
    (mail,) = mails_on("2026-12-31")
    assert mail.to == ["zert@example.org"]


@pytest.mark.parametrize("status", ["planned", "applied"])
def test_plans_and_applications_have_milestones_too(status):
    CertificationFactory(status=status, next_milestone_on=MILESTONE)
    assert len(list(milestones(date(2026, 12, 31)))) == 1


@pytest.mark.parametrize("columns", [{"status": "withdrawn"}, {"status": "not-awarded"}, {"live": False}])
def test_what_is_over_or_a_mere_draft_has_none(columns):
    CertificationFactory(next_milestone_on=MILESTONE, **columns)
    assert list(milestones(date(2026, 12, 31))) == []


def test_many_ask_two_questions(django_assert_num_queries):
    for _number in range(8):
        CertificationFactory(next_milestone_on=MILESTONE)
    with django_assert_num_queries(2):
        assert len(list(milestones(date(2026, 12, 31)))) == 8
