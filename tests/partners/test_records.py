import pytest
from django.core.exceptions import ValidationError

from partners.models import Contact, Fact, Unit
from tests.factories import ContactFactory, InstitutionFactory, UnitFactory

pytestmark = pytest.mark.django_db


def errors_of(record):
    with pytest.raises(ValidationError) as error:
        record.full_clean()
    return set(error.value.message_dict)


def test_a_unit_knows_the_way_up_to_the_university():
    university = UnitFactory(name_de="Universität")
    faculty = Unit.objects.create(name_de="Fakultät", parent=university)
    institute = Unit.objects.create(name_de="Institut", parent=faculty)
    assert institute.path() == [university, faculty, institute]


def test_a_unit_cannot_be_part_of_itself():
    university = UnitFactory()
    faculty = Unit.objects.create(name_de="Fakultät", parent=university)
    university.parent, university.institution = faculty, None
    assert errors_of(university) == {"parent"}


def test_only_the_unit_at_the_top_names_its_institution():
    assert "parent" in errors_of(Unit(name_de="Nirgends"))
    assert "parent" in errors_of(Unit(name_de="Beides", parent=UnitFactory(), institution=InstitutionFactory()))


def test_a_contact_belongs_somewhere_and_can_be_reached():
    assert "unit" in errors_of(Contact(name_de="Büro", email="a@example.org"))
    assert "email" in errors_of(Contact(name_de="Büro", unit=UnitFactory()))
    assert "phone" in errors_of(Contact(name_de="Büro", unit=UnitFactory(), phone="0201 123"))


@pytest.mark.parametrize("as_of", ["2015", "2015-10", "2015-10-01"])
def test_a_fact_may_be_as_exact_as_its_source(as_of):
    Fact(statement_de="Zwei Standorte", source_de="Liste", as_of=as_of).full_clean()


@pytest.mark.parametrize("as_of", ["15", "2015-13", "2015-00", "01.10.2015", "2015-10-32"])
def test_a_date_of_no_calendar_is_refused(as_of):
    assert errors_of(Fact(statement_de="Zwei Standorte", source_de="Liste", as_of=as_of)) == {"as_of"}


def test_a_fact_without_source_is_refused():
    assert errors_of(Fact(statement_de="Zwei Standorte")) == {"source_de"}


def test_contacts_of_the_same_name_are_told_apart_without_a_query_each(db, django_assert_num_queries):
    ContactFactory(name_de="Sprechstunde", unit=UnitFactory(name_de="Familienservice", abbreviation="FamS"))
    ContactFactory(name_de="Sprechstunde", unit=UnitFactory(name_de="Gleichstellung"))
    ContactFactory(name_de="Sprechstunde", unit=None, institution=InstitutionFactory(name_de="Hochschule Süd"))
    ContactFactory(name_de="Beratung", unit=UnitFactory(name_de="Beratung"))
    with django_assert_num_queries(1):
        names = {str(contact) for contact in Contact.objects.all()}
    of_same_name = {"Sprechstunde (FamS)", "Sprechstunde (Gleichstellung)", "Sprechstunde (Hochschule Süd)"}
    assert names == {*of_same_name, "Beratung"}  # an owner that is called the same tells nothing apart
