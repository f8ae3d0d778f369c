"""Units, institutions, contacts and facts: errors are shown at their fields, and no input is lost."""

import pytest

from partners.models import Contact, Fact, Institution, Unit
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import ContactFactory, FactFactory, InstitutionFactory, UnitFactory


@pytest.fixture
def edit(staff):
    return lambda record: Form.open(staff(), admin_url("edit", record))


def refused_at(form, name, **values):
    for field, value in values.items():
        form[field] = value
    answer = form.refused("")
    assert answer.error_at(name)
    assert answer.typed() == form.typed()


@pytest.mark.parametrize("phone", ["0201 183-0", "+49 201 1830", "+0123456789", "anrufen"])
def test_a_phone_number_is_international_and_without_blanks(edit, phone):
    refused_at(edit(ContactFactory()), "phone", phone=phone)


def test_a_contact_belongs_to_somebody(edit):
    refused_at(edit(ContactFactory()), "unit", unit="")


def test_a_contact_belongs_to_one_only(edit):
    refused_at(edit(ContactFactory()), "unit", institution=InstitutionFactory().pk)


def test_a_contact_can_be_reached(edit):
    refused_at(edit(ContactFactory()), "email", email="")


def test_a_unit_is_no_part_of_its_own_part(edit):
    root = UnitFactory()
    part = UnitFactory(institution=None, parent=root)
    refused_at(edit(root), "parent", institution="", parent=UnitFactory(institution=None, parent=part).pk)


def test_a_unit_is_no_part_of_itself(edit):
    unit = UnitFactory()
    refused_at(edit(unit), "parent", institution="", parent=unit.pk)


def test_a_unit_stands_somewhere(edit):
    refused_at(edit(UnitFactory()), "parent", institution="")


@pytest.mark.parametrize("country", ["Deutschland", "de", "D", "D1"])
def test_a_country_is_one_of_the_list(edit, country):
    form = edit(InstitutionFactory())
    form["country"] = country
    assert country in form.refused("").error_at("country")


@pytest.mark.parametrize("as_of", ["gestern", "2015-13", "31.02.2015", "2025-02-30"])
def test_the_date_of_a_fact_can_be_sorted(edit, as_of):
    refused_at(edit(FactFactory()), "as_of", as_of=as_of)


@pytest.mark.parametrize(
    ("model", "name"), [(Unit, "name_de"), (Institution, "name_de"), (Contact, "name_de"), (Fact, "statement_de")]
)
def test_german_is_required(staff, model, name):
    form = Form.open(staff(), admin_url("add", model))
    assert form.refused("").error_at(name)
    assert not model.objects.exists()
