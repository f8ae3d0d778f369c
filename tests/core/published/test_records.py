"""Editors' actions on records with drafts, and whether they move the content version."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone

from partners.models import Unit
from portal.editing.assurance import mark_as_checked
from programs.models import CostOption, LifeSituation, Mode, Place, Program
from tests.core.published.cached_data import programmes
from tests.factories import CertificationFactory, LifeSituationFactory, ProgramFactory, UnitFactory

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)
PERIODS = [{"closes_on": timezone.now().date() + timedelta(days=90)}]


def program(**columns) -> Program:
    instance = ProgramFactory(periods=PERIODS, **columns)
    instance.places.set([Place(name_de="Campus")])
    instance.save()
    return reload(instance)


hidden = partial(program, live=False)


def reload(record):
    return type(record).objects.get(pk=record.pk)


def drafted(record, **columns):
    """Change a record as the edit form does: the row of a hidden record is saved as well."""
    record = reload(record)
    for name, value in {"name_de": "Neu", **columns}.items():
        setattr(record, name, value)
    if not record.live:
        record.save()
    return record.save_revision()


def saved_along(record):
    drafted(record, name_de="Neuer")
    reload(record).save_revision(overwrite_revision=reload(record).latest_revision)


def published(record):
    drafted(record).publish()


def scheduled(record):
    drafted(record, go_live_at=timezone.now() + SOON).publish()


def waiting(**columns) -> Program:
    instance = program(**columns)
    scheduled(instance)
    return reload(instance)


def later(record):
    """Run the scheduler two hours later."""
    with time_machine.travel(timezone.now() + 2 * SOON):
        call_command("publish_scheduled")


def locked(record):
    record.locked, record.locked_at = True, timezone.now()
    record.save(update_fields=["locked", "locked_by", "locked_at"])


def made_in_the_admin(situation):
    """Create a record as the form does: hidden, with its parts and relations."""
    hidden(life_situations=[situation], responsible_unit=Unit.objects.get()).save_revision()


def named_in(record):
    record.modes.add(Mode.objects.first())
    record.save()


def named_from(record):
    Mode.objects.first().programs.add(record)


def with_cost(record):
    CostOption.objects.create(program=record, amount=5)


def beside_a_hidden_one() -> Program:
    hidden(name_de="Versteckt")
    return program()


def given_to_it(record):
    place = record.places.get()
    place.program = Program.objects.get(name_de="Versteckt")
    place.save()


def with_a_unit() -> LifeSituation:
    UnitFactory()
    return LifeSituationFactory()


def deleted(record):
    record.delete()


def checked(record):
    mark_as_checked(type(record), record.pk, get_user_model().objects.create_user("jemand"))


def status(name):
    return lambda record: drafted(record, status=name).publish()


planned = partial(CertificationFactory, status="planned")

UNNOTICED = {
    "a draft": (program, drafted),
    "saved along while writing": (program, saved_along),
    "a new one, hidden": (with_a_unit, made_in_the_admin),
    "a draft of a hidden one": (hidden, drafted),
    "scheduled, not public yet": (hidden, scheduled),
    "scheduled, public meanwhile as it was": (program, scheduled),
    "locked": (program, locked),
    "a relation of a hidden one": (hidden, named_in),
    "a part of a hidden one": (hidden, with_cost),
    "a hidden one is found to be correct": (hidden, checked),
    "a hidden one is deleted": (hidden, deleted),
    "a certificate that is only planned": (planned, published),
}
NOTICED = {
    "made at once": (UnitFactory, lambda unit: ProgramFactory(responsible_unit=unit)),
    "published for the first time": (hidden, published),
    "published": (program, published),
    "unpublished": (program, lambda record: record.unpublish()),
    "published by the clock": (partial(waiting, live=False), later),
    "a new version by the clock": (waiting, later),
    "expired by the clock": (partial(program, expire_at=timezone.now() + SOON), later),
    "found to be correct": (program, checked),
    "deleted": (program, deleted),
    "a relation": (program, named_in),
    "a relation from its other side": (program, named_from),
    "a part": (program, with_cost),
    "a part is given to a hidden one": (beside_a_hidden_one, given_to_it),
    "a part is deleted": (program, lambda record: record.places.get().delete()),
    "a certificate": (CertificationFactory, published),
    "a certificate is awarded": (planned, status("held")),
    "a certificate was a mistake": (CertificationFactory, status("not-awarded")),
}


@pytest.mark.parametrize(("factory", "change"), UNNOTICED.values(), ids=UNNOTICED)
def test_what_visitors_do_not_notice(stands_still, factory, change):
    record = factory()
    assert stands_still(lambda: change(record), programmes)


@pytest.mark.parametrize(("factory", "change"), NOTICED.values(), ids=NOTICED)
def test_what_visitors_notice(moves, factory, change):
    record = factory()
    assert moves(lambda: change(record)) == 1
