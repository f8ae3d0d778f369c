"""Eighteen, twelve, six and three months before the next milestone, its office is to hear of it."""

from datetime import date

import pytest

from programs.reminders import due, months_before
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


def months_on(day):
    return [reminder.months_ahead for reminder in due(day)]


def test_each_reminder_is_due_on_its_day(certification):
    assert months_on(date(2026, 6, 29)) == []
    expected = {date(2026, 6, 30): 18, date(2026, 12, 31): 12, date(2027, 6, 30): 6, date(2027, 9, 30): 3}
    for day, months in expected.items():
        (reminder,) = due(day)
        assert (reminder.months_ahead, reminder.due_on, reminder.is_overdue(day)) == (months, day, False)


def test_a_missed_day_is_made_up_for_with_the_same_key(certification):
    (in_time,), (late,) = due(date(2026, 12, 31)), due(date(2027, 1, 8))
    assert in_time.key == late.key
    assert late.is_overdue(date(2027, 1, 8))
    assert late.key != next(due(date(2027, 7, 1))).key


def test_a_milestone_that_has_passed_reminds_nobody(certification):
    assert months_on(MILESTONE) == [3]
    assert months_on(date(2028, 1, 1)) == []


def test_it_goes_to_the_mailbox_of_the_office_and_to_no_person(certification):
    (reminder,) = due(date(2026, 12, 31))
    assert reminder.office.name_de == "Büro für Gleichstellung"
    assert reminder.addresses == ("buero@example.org",)


@pytest.mark.parametrize("status", ["planned", "applied"])
def test_plans_and_applications_have_milestones_too(status):
    CertificationFactory(status=status, next_milestone_on=MILESTONE)
    assert months_on(date(2026, 12, 31)) == [12]


@pytest.mark.parametrize("columns", [{"status": "withdrawn"}, {"status": "not-awarded"}, {"live": False}])
def test_what_is_over_or_a_mere_draft_has_none(columns):
    CertificationFactory(next_milestone_on=MILESTONE, **columns)
    assert months_on(date(2026, 12, 31)) == []


def test_many_ask_two_questions(django_assert_num_queries):
    for _number in range(8):
        CertificationFactory(next_milestone_on=MILESTONE)
    with django_assert_num_queries(2):
        assert len(list(due(date(2026, 12, 31)))) == 8


def test_a_day_that_the_month_does_not_have_is_its_last_one():
    assert months_before(date(2027, 8, 31), 6) == date(2027, 2, 28)
    assert months_before(date(2028, 8, 31), 18) == date(2027, 2, 28)
