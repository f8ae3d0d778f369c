"""Children and concepts fetched in one query: the same objects as the ORM fetches one relation at a time."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db.models import Q, TextField
from django.forms.models import model_to_dict

from portal.core import visibility
from portal.core.related import fetch_related
from portal.core.time.moment import BERLIN
from programs.models import CostOption, Place, Program
from tests.factories import ContactFactory, LifeSituationFactory, ProgramFactory

pytestmark = pytest.mark.django_db
RELATIONS = Program.page_relations


@pytest.fixture
def program():
    program = ProgramFactory(
        periods=[
            {
                "opens_on": date(2026, 10, 1),
                "closes_on": date(2026, 11, 30),
                "life_situations": [LifeSituationFactory()],
            }
        ],
        life_situations=[LifeSituationFactory(), LifeSituationFactory()],
        kinds=["mentoring", "scholarship"],
        service_languages=["de", "gsg"],
    )
    program.cost_options.set([CostOption(amount=Decimal("12.50"), note_de="je Semester")])
    program.places.set([Place(name_de="Essen", latitude=Decimal("51.46300"), longitude=Decimal("7.00400"))])
    program.contacts.set([ContactFactory()])
    program.related_programs.set([ProgramFactory(periods=[{"kind": "rolling"}], service_languages=["en"])])
    program.save()
    return program


def test_fetched_objects_are_those_of_the_orm(program):
    (fetched,) = fetch_related(Program.objects.filter(pk=program.pk), *RELATIONS)
    plain = Program.objects.get(pk=program.pk)
    for name in {path.split("__")[0] for path in RELATIONS}:
        assert values(fetched, name) == values(plain, name), name
    (period,), (plain_period,) = fetched.enrolment_periods.all(), plain.enrolment_periods.all()
    assert list(period.life_situations.all()) == list(plain_period.life_situations.all())
    assert period.program is fetched


def values(program, name):
    """Return the columns of the related objects that both ways load; long texts of non-children are deferred."""
    return [
        {
            field: value
            for field, value in model_to_dict(instance, fields=_columns(instance)).items()
            if field not in instance.get_deferred_fields()
        }
        | {"pk": instance.pk}
        for instance in _objects(getattr(program, name))
    ]


def _objects(related):
    """Return the objects of a relation to one or to several."""
    return related.all() if hasattr(related, "all") else [related]


def _columns(instance):
    return [field.name for field in instance._meta.concrete_fields if not isinstance(field, TextField)]


def test_any_number_of_rows_and_relations_takes_one_query(program, django_assert_num_queries):
    for _number in range(5):
        ProgramFactory(periods=[{"kind": "rolling"}], life_situations=[LifeSituationFactory()])
    with django_assert_num_queries(1):
        for fetched in fetch_related(Program.objects.all(), *RELATIONS):
            for path in RELATIONS:
                related = getattr(fetched, path.split("__")[0])
                assert all(instance.pk for instance in _objects(related))
            for other in fetched.related_programs.all():
                assert other.main_kind.name_de
                assert list(other.enrolment_periods.all())


def test_what_visitors_may_not_see_is_left_out(program):
    program.life_situations.all()[0].unpublish()
    contact = program.contacts.all()[0]
    contact.person, contact.publication_basis = "Erika Muster", ""
    contact.save()
    (fetched,) = fetch_related(Program.objects.filter(pk=program.pk), *RELATIONS)
    assert len(fetched.life_situations.all()) == 1
    assert list(fetched.contacts.all()) == []


def test_the_moment_is_that_of_reading_and_not_that_of_making_the_query(program):
    end = datetime(2026, 11, 30, 12, 0, tzinfo=BERLIN)
    situation = program.life_situations.all()[0]
    type(situation).objects.filter(pk=situation.pk).update(expire_at=end)
    contact = program.contacts.all()[0]
    type(contact).objects.filter(pk=contact.pk).update(delete_after=date(2026, 11, 30))
    seen = [_seen_at(program, end + timedelta(hours=hours)) for hours in (-1, 1, 12)]
    assert seen == [(2, 1), (1, 1), (1, 0)]


def _seen_at(program, moment) -> tuple[int, int]:
    with time_machine.travel(moment, tick=False):
        (fetched,) = fetch_related(Program.objects.filter(pk=program.pk), *RELATIONS)
    return len(fetched.life_situations.all()), len(fetched.contacts.all())


def test_a_rule_about_another_day_than_today_is_refused(program, monkeypatch):
    tomorrow = datetime.now(BERLIN).date() + timedelta(days=1)
    contact = type(program.contacts.all()[0])
    monkeypatch.setitem(visibility.RULES, contact, lambda: Q(delete_after__gte=tomorrow))
    with pytest.raises(ValueError, match="cannot be cached"):
        fetch_related(Program.objects.all(), "contacts")


def test_saving_a_fetched_object_takes_nothing_away(program):
    hidden = program.life_situations.all()[0]
    hidden.unpublish()
    (fetched,) = fetch_related(Program.objects.filter(pk=program.pk), *RELATIONS)
    fetched.save()
    assert hidden in Program.objects.get(pk=program.pk).life_situations.all()
