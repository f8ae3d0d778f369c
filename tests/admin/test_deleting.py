"""Records in use cannot be deleted, and the page says why; unused ones can."""

from datetime import date

import pytest
from django.db.models import ProtectedError
from wagtail.models import ReferenceIndex

from partners.models import Contact, Institution, InstitutionEvent, Unit
from programs.models import Kind, LifeSituation, Program
from tests.admin.forms import Form
from tests.admin.records import admin_url, full_program
from tests.factories import (
    AgreementFactory,
    ContactFactory,
    DueDiligenceFactory,
    InstitutionFactory,
    LifeSituationFactory,
    ProgramFactory,
    UnitFactory,
)

pytestmark = pytest.mark.usefixtures("wagtails_indexes")


@pytest.fixture
def program(site):
    return full_program()


def refused(client, record):
    """Open the confirmation page, then try to delete anyway, as a stale tab would."""
    page = client.get(admin_url("delete", record)).content.decode()
    assert "kann nicht gelöscht werden, solange" in page
    assert client.post(admin_url("delete", record)).status_code in {302, 403}
    assert type(record).objects.filter(pk=record.pk).exists()


def test_the_unit_of_a_programme(client, program):
    refused(client, program.responsible_unit)


def test_a_unit_with_parts(client, site):
    unit = UnitFactory()
    UnitFactory(institution=None, parent=unit)
    refused(client, unit)


def test_an_institution_with_units(client, site):
    unit = UnitFactory(name_de="Fakultät für Physik")
    for send, status in ((client.get, 200), (client.post, 403)):
        answer = send(admin_url("delete", unit.institution))
        assert answer.status_code == status
        assert "Fakultät für Physik" in answer.text
    assert Institution.objects.filter(pk=unit.institution.pk).exists()


def test_an_institution_with_a_review_a_contact_or_a_history(client, staff, site):
    """None of these is deleted along; who may not read a review learns that something is there, and not what."""
    review = DueDiligenceFactory(institution=InstitutionFactory(), decision="refused", reviewed_on="2026-01-01")
    contact = ContactFactory(unit=None, institution=review.institution, name_de="Sprechstunde")
    event = InstitutionEvent.objects.create(institution=review.institution, kind="closed", on=date(2026, 1, 1))
    address = admin_url("delete", review.institution)
    page = client.get(address).text
    for text in (str(review), str(contact), str(event)):
        assert text in page
    assert "Einwände" not in page
    as_moderator = staff("moderator").get(address).text
    assert str(review) not in as_moderator
    assert "1, was Ihr Konto nicht sehen darf" in as_moderator
    for delete in (address, f"/admin/bulk/partners/institution/delete/?id={review.institution_id}"):
        client.post(delete)
        assert Institution.objects.filter(pk=review.institution_id).exists()
    with pytest.raises(ProtectedError):
        review.institution.delete()


def test_what_is_deleted_with_an_agreement_is_said(client, site):
    page = client.get(admin_url("delete", AgreementFactory())).text
    assert "Vertragsparteien: 1" in page


def test_the_main_kind_of_a_programme(client, program):
    refused(client, program.main_kind)


def test_what_wagtail_does_not_know_to_be_in_use(client, program):
    """Rows written by a migration or an import are not in Wagtail's index of references."""
    ReferenceIndex.objects.all().delete()
    answer = client.post(admin_url("delete", program.main_kind), follow=True)
    assert "noch verwendet" in answer.content.decode() or "still in use" in answer.content.decode()
    assert Kind.objects.filter(pk=program.main_kind_id).exists()


def test_a_contact_of_a_programme_goes_away_from_it(client, program):
    """Personal data must be deleted immediately and for good, so nothing may block it."""
    contact = program.contacts.first()
    assert client.post(admin_url("delete", contact), {"is-dispensable": "on"}).status_code == 302
    assert contact not in Program.objects.get(pk=program.pk).contacts.all()
    assert client.get("/de/angebote/mentoring-fuer-anfaenge/").status_code == 200


@pytest.mark.parametrize("name", ["life_situations", "related_programs", "phases", "contacts", "principles"])
def test_what_stands_in_a_programme_is_counted_and_goes_only_with_a_tick(client, program, name):
    record = getattr(program, name).last()
    program.summary_de = "Neu."
    program.save()
    assert ReferenceIndex.get_grouped_references_to(record).count() >= 1
    assert str(program) in client.get(admin_url("usage", record)).text
    page = client.get(admin_url("delete", record)).text
    assert f"Angebot: <strong>{program}</strong>" in page
    for send in ({}, {"next": "/admin/"}):
        assert client.post(admin_url("delete", record), send).status_code == 302
    label = f"{record._meta.app_label}/{record._meta.model_name}"
    client.post(f"/admin/bulk/{label}/delete/?id={record.pk}")
    assert type(record).objects.filter(pk=record.pk).exists()
    client.post(admin_url("delete", record), {"is-dispensable": "on"})
    assert not type(record).objects.filter(pk=record.pk).exists()


def test_a_life_situation_counts_the_programmes_that_it_stands_in(client, site):
    situation = LifeSituationFactory()
    programs = [ProgramFactory(life_situations=[situation]) for _ in range(6)]
    assert ReferenceIndex.get_grouped_references_to(situation).count() == 6
    programs[0].life_situations.clear()
    programs[0].save()
    assert ReferenceIndex.get_grouped_references_to(situation).count() == 5


@pytest.mark.parametrize(
    ("factory", "model"), [(UnitFactory, Unit), (InstitutionFactory, Institution), (ContactFactory, Contact)]
)
def test_what_nothing_hangs_on(client, factory, model):
    record = factory()
    assert client.get(admin_url("delete", record)).status_code == 200
    assert client.post(admin_url("delete", record)).status_code == 302
    assert not model.objects.filter(pk=record.pk).exists()


def test_several_at_once_are_refused_too(client, program):
    """The list allows bulk deletion; deleting a record in use must not end in an error page."""
    unit, address = program.responsible_unit, "/admin/bulk/partners/unit/delete/"
    query = f"?id={unit.pk}&next={admin_url('list', Unit)}"
    assert client.get(f"{address}{query}").status_code == 200
    assert client.post(f"{address}{query}").status_code < 500
    assert Unit.objects.filter(pk=unit.pk).exists()


@pytest.mark.parametrize("name", ["life_situations", "related_programs", "phases", "partner_institutions"])
def test_a_draft_that_names_something_deleted_can_be_edited_on(client, program, name):
    related = getattr(program, name).first()
    type(related).objects.filter(pk=related.pk).delete()
    form = Form.open(client, admin_url("edit", program))
    assert form.publish().status_code == 302
    assert related not in getattr(Program.objects.get(pk=program.pk), name).all()


def test_a_situation_deleted_while_a_draft_aims_a_period_at_it(client, program):
    situation = program.enrolment_periods.first().life_situations.first()
    LifeSituation.objects.filter(pk=situation.pk).delete()
    assert Form.open(client, admin_url("edit", program)).publish().status_code == 302
    assert Program.objects.get(pk=program.pk).enrolment_periods.first().life_situations.count() == 1


@pytest.mark.parametrize("name", ["main_kind", "responsible_unit"])
def test_what_only_a_draft_names_may_go_and_the_draft_asks_for_another(client, program, name):
    spare = UnitFactory() if name == "responsible_unit" else Kind.objects.create(name_de="Neu", notation="new")
    form = Form.open(client, admin_url("edit", program))
    form[name] = spare.pk
    form.save()
    type(spare).objects.filter(pk=spare.pk).delete()
    form = Form.open(client, admin_url("edit", program))
    assert form.refused().error_at(name)
    assert client.get(admin_url("list", Program)).status_code == 200
    assert client.get(admin_url("history", program)).status_code == 200


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Zuerst ändern oder löschen"), ("en", "Change or delete them first")]
)
def test_the_refusal_names_what_hangs_on_a_unit(staff, site, language, words):
    unit = UnitFactory(name_de="Familienservice")
    ContactFactory(name_de="Sprechstunde", unit=unit)
    UnitFactory(name_de="Kita", parent=unit, institution=None)
    client = staff(language=language)
    page = client.get(admin_url("delete", unit)).content.decode()
    assert "Sprechstunde" in page
    assert "Kita" in page
    assert words in page
    assert 'class="button serious"' not in page
    answer = client.post(admin_url("delete", unit), follow=True).content.decode()
    assert {"de": "noch verwendet", "en": "still in use"}[language] in answer
    assert Contact.objects.filter(unit=unit).exists()


def test_a_long_list_of_what_hangs_on_it_is_cut(client, site):
    unit = UnitFactory()
    ContactFactory.create_batch(23, unit=unit)
    page = client.get(admin_url("delete", unit)).content.decode()
    assert page.count("<li>Kontakt: ") == 20
    assert "und 3 weitere" in page
