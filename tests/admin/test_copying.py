"""A copy holds neither what is unique nor what shows a record to visitors, whatever its type; the original stays."""

from datetime import date

from django.db.models import UniqueConstraint
from modelcluster.models import get_all_child_relations
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import get_snippet_models

from partners.models import Agreement, Condition, Contact, Institution, Party, Unit
from portal.core.models.copies import copy_of, not_copied
from portal.core.visibility import has_visibility, public
from tests.accounts.addresses import record_of
from tests.admin.forms import Form
from tests.admin.records import admin_url, full_program
from tests.factories import AgreementFactory, ContactFactory, InstitutionFactory, UnitFactory

MODELS = [model for model in get_snippet_models() if model.snippet_viewset.copy_view_enabled]
SHOWS_TO_VISITORS = {
    Agreement: {"stage"},
    Contact: {"publication_basis"},
    Institution: {"has_other_role", "cooperation_without_agreement"},
}


def unique_columns(model):
    """Return a group of columns for each constraint: a copy must differ in one of each group."""
    constraints = [constraint for constraint in model._meta.constraints if isinstance(constraint, UniqueConstraint)]
    parts = [set(constraint.fields) or {"slug_de"} for constraint in constraints]
    return [{field.name} for field in model._meta.concrete_fields if field.unique] + parts


def test_no_type_copies_what_is_unique(site):
    for model in MODELS:
        record = record_of(model)
        copy = copy_of(record)
        assert copy.pk is None
        for columns in unique_columns(model):
            assert any(
                getattr(copy, name) in (None, "") or getattr(copy, name) != getattr(record, name) for name in columns
            ), (model, columns)
        for relation in get_all_child_relations(model):
            everywhere = [c for c in unique_columns(relation.related_model) if relation.field.name not in c]
            own = [columns - {"id"} for columns in everywhere]
            assert not any(own) or relation.get_accessor_name() in not_copied(model), (model, own)


def test_no_type_copies_what_shows_a_record_to_visitors(site):
    for model in MODELS:
        assert SHOWS_TO_VISITORS.get(model, set()) <= not_copied(model)
        copy = copy_of(record_of(model))
        if has_visibility(model) and not hasattr(model, "live") and model is not Contact:
            model._base_manager.bulk_create([copy])
            assert not public(model._default_manager.filter(public_id=copy.public_id)).exists(), model


def test_the_form_of_a_copy_makes_a_new_record_wherever_it_is_posted(client, site):
    signed = AgreementFactory(
        name_de="Austausch", reference="AZ 1", ends_on=date(2029, 12, 31), confirmed_on=date(2026, 1, 1)
    )
    signed.parties.update(signed_on=date(2019, 9, 1), signatory="Ada Lovelace", name_at_signature="Früher")
    Condition.objects.create(agreement=signed, persons=3, sort_order=0)
    form = Form.open(client, admin_url("copy", signed))
    assert (form["stage"], form["reference"], form["signed_on"], form["confirmed_on"]) == ("draft", "", "", "")
    assert (form["parties-0-signatory"], form["conditions-0-persons"], form["documents-TOTAL_FORMS"]) == ("", "3", "0")
    for address in (admin_url("copy", signed), admin_url("add", Agreement)):
        form.url = address
        answer = form.save()
        assert answer.status_code == 302, address
    signed.refresh_from_db()
    assert (signed.stage, signed.reference) == ("signed", "AZ 1")
    copies = Agreement.objects.exclude(pk=signed.pk)
    assert [(copy.stage, copy.parties.count(), copy.conditions.count()) for copy in copies] == [("draft", 1, 1)] * 2
    assert Party.objects.get(agreement=signed).signatory == "Ada Lovelace"


def test_a_copy_of_a_programme_is_a_draft_that_nobody_has_checked(client):
    program = full_program()
    type(program).objects.update(easy_checked_by="Büro", easy_checked_on=date(2026, 1, 1), assured_by="Amt")
    copy = copy_of(type(program).objects.get(pk=program.pk))
    assert (copy.easy_checked_by, copy.easy_checked_on, copy.assured_by, copy.slug_de) == ("", None, "", "")
    assert [step.text_de for step in copy.application_steps.all()] == [
        step.text_de for step in program.application_steps.all()
    ]
    before = ModelLogEntry.objects.count()
    assert client.get(admin_url("copy", program)).status_code == 200
    assert ModelLogEntry.objects.count() == before


def test_a_copied_unit_has_no_editors_and_a_copied_contact_no_basis(client, site, staff):
    unit = UnitFactory()
    assert "editors" in not_copied(Unit)
    contact = ContactFactory(unit=unit, person="Ada", publication_basis="Einwilligung", last_confirmed_on="2026-01-01")
    form = Form.open(client, admin_url("copy", contact))
    assert (form["person"], form["publication_basis"], form["last_confirmed_on"]) == ("Ada", "", "")
    institution = InstitutionFactory(has_other_role=True)
    assert "has_other_role" not in Form.open(client, admin_url("copy", institution)).typed()


def test_a_new_child_can_name_a_record(client, site):
    agreement, partner = AgreementFactory(), InstitutionFactory()
    form = Form.open(client, admin_url("edit", agreement))
    form.add("parties", institution=partner.pk)
    assert form.save().status_code == 302
    assert agreement.parties.filter(institution=partner).exists()
