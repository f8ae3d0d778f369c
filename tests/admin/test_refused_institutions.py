"""Institutions and agreements: errors quote the bad value at its field, and no input is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from partners.models import Agreement, Institution, Stage
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import AgreementFactory, PartnerFactory, UnitFactory

PDF = b"%PDF-1.7\n" + b"0" * 100


@pytest.fixture
def institution(site):
    return PartnerFactory(name_de="Universität Malta", country="MT")


@pytest.fixture
def agreement(site):
    return AgreementFactory(name_de="Rahmen", ends_on="2029-12-31")


def refused(client, record, **values):
    """Submit the form with the values and return the rejected form, which keeps them all."""
    form = Form.open(client, admin_url("edit", record))
    for name, value in values.items():
        form[name] = value
    page = form.refused()
    for name, value in values.items():
        assert page[name] == str(value), f"{name} was lost"
    return page


@pytest.mark.parametrize(
    "website", ["javascript:alert(1)", "ftp://example.org", "https://u:p@example.org/", "data:text/html,x", "kein Web"]
)
def test_an_address_that_is_none(client, institution, website):
    page = refused(client, institution, website=website, region="Gozo")
    assert website in page.error_at("website")


def test_an_address_without_scheme_gets_one(client, institution):
    form = Form.open(client, admin_url("edit", institution))
    form["website"] = "www.um.edu.mt"
    assert form.publish().status_code == 302
    assert Institution.objects.get(pk=institution.pk).website == "https://www.um.edu.mt"


def test_a_swapped_pair(client, institution):
    page = refused(client, institution, latitude="14.48", longitude="35.9", street="Msida")
    assert "35.9" in page.error_at("latitude")


def test_a_wrong_check_digit_with_what_was_meant(client, institution):
    form = Form.open(client, admin_url("edit", institution))
    prefix = form.add("identifiers", scheme="ror", value="04mz5ra39")
    page = form.refused()
    assert "04mz5ra38" in page.error_at(f"{prefix}-value")
    assert page[f"{prefix}-value"] == "04mz5ra39"


def test_a_name_of_invisible_characters(client, institution):
    assert refused(client, institution, name_de="\u200b\u00a0").error_at("name_de")


def test_what_is_pasted_is_tidied(client, institution):
    form = Form.open(client, admin_url("edit", institution))
    form["name_de"] = "\u00a0Universita\u0308t Malta\u200b"
    assert form.publish().status_code == 302
    assert Institution.objects.get(pk=institution.pk).name_de == "Universität Malta"


@pytest.mark.parametrize("day", ["31.02.2024", "2024-13-01", "gestern", "0024-01-01", "20240-01-01"])
def test_a_day_that_no_calendar_has(client, agreement, day):
    page = refused(client, agreement, starts_on=day, reference="AZ 7")
    assert day in page.error_at("starts_on")


def test_an_end_before_the_start(client, agreement):
    page = refused(client, agreement, starts_on="2024-05-02", ends_on="2024-05-01")
    assert "01.05.2024" in page.error_at("ends_on")
    assert "02.05.2024" in page.error_at("ends_on")


def test_what_is_signed_needs_days_and_a_signature(client, site):
    draft = AgreementFactory(stage=Stage.AWAITING_SIGNATURE, starts_on=None, signed_on=None)
    page = refused(client, draft, stage=Stage.SIGNED)
    for name in ("starts_on", "ends_on", "signed_on"):
        assert page.error_at(name), name
    assert Agreement.objects.get(pk=draft.pk).stage == Stage.AWAITING_SIGNATURE


@pytest.mark.parametrize(("before", "after"), [("signed", "draft"), ("rejected", "signed"), ("draft", "terminated")])
def test_stages_follow_one_another(client, site, before, after):
    agreement = AgreementFactory(stage=before)
    assert refused(client, agreement, stage=after).error_at("stage")


def test_the_name_at_the_signature_is_kept(client, site):
    agreement = AgreementFactory(
        stage=Stage.AWAITING_SIGNATURE, ends_on="2029-12-31", partners=[PartnerFactory(name_de="So")]
    )
    form = Form.open(client, admin_url("edit", agreement))
    form["stage"] = Stage.SIGNED
    assert form.save().status_code == 302
    assert Agreement.objects.get(pk=agreement.pk).parties.get().name_at_signature == "So"


def upload(client, agreement, name, content):
    """Submit the form of an agreement with a file; return the response and the prefix of the file's form."""
    form = Form.open(client, admin_url("edit", agreement))
    prefix = form.add("documents", is_internal="on")
    data = {key: values for key, values in form.values.items() if values}
    data[f"{prefix}-file"] = SimpleUploadedFile(name, content, "application/pdf")
    response = client.post(form.url, data)
    return response, prefix


def test_a_pdf_is_kept(client, agreement):
    response, _prefix = upload(client, agreement, "Vertrag.pdf", PDF)
    assert response.status_code == 302
    document = agreement.documents.get()
    assert (document.file_name, document.is_internal) == ("Vertrag.pdf", True)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("vertrag.pdf", b"<html><script>alert(1)</script></html>", "vertrag.pdf"),
        ("vertrag.exe", PDF, "vertrag.exe"),
        ("vertrag.docx", PDF, "vertrag.docx"),
        ("vertrag.pdf", PDF + b"0" * 21_000_000, "21"),
    ],
    ids=["renamed", "program", "other kind", "21 MB"],
)
def test_a_file_that_is_not_what_it_says(client, agreement, name, content, words):
    response, prefix = upload(client, agreement, name, content)
    page = Form(client, "", response.content.decode())
    assert words in page.error_at(f"{prefix}-file")
    assert agreement.documents.count() == 0


def test_a_unit_editor_signs_nothing(site, staff):
    client = staff("unit-editor")
    user = client.session["_auth_user_id"]
    unit = UnitFactory()
    unit.editors.add(user)
    agreement = AgreementFactory(unit=unit, stage=Stage.AWAITING_SIGNATURE, ends_on="2029-12-31")
    assert refused(client, agreement, stage=Stage.SIGNED).error_at("stage")
    Agreement.objects.filter(pk=agreement.pk).update(stage=Stage.SIGNED)
    assert client.get(admin_url("edit", agreement)).status_code == 403
    assert client.get(admin_url("inspect", agreement)).status_code == 200
