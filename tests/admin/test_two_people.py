"""When two people save the same record, the second sees both versions and no input is lost."""

import pytest

from partners.models import Agreement, Institution
from portal.core.drafts.conflicts import ConflictEditView
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import AgreementFactory, PartnerFactory

RECORDS = {
    "with drafts": (lambda: PartnerFactory(name_de="Alt", region=""), Institution, "region"),
    "without": (lambda: AgreementFactory(name_de="Alt", ends_on="2029-12-31"), Agreement, "reference"),
}


@pytest.fixture(params=RECORDS)
def record(request, site):
    make, model, name = RECORDS[request.param]
    instance = make()
    if model is Institution:
        instance.save_revision().publish()
    return instance, model, name


def newest(model, key):
    instance = model.objects.get(pk=key)
    return instance.get_latest_revision_as_object() if model is Institution else instance


def test_the_second_sees_both_versions(client, staff, record):
    instance, model, name = record
    mine, theirs = (Form.open(who, admin_url("edit", instance)) for who in (client, staff("international-office")))
    theirs[name] = "Von nebenan"
    assert theirs.save().status_code == 302
    mine[name] = "Von mir"
    page = mine.refused("")
    conflict = page.soup.select_one("[data-conflict]").get_text(" ", strip=True)
    assert "Von nebenan" in conflict
    assert "Von mir" in conflict
    assert page[name] == "Von mir"
    assert getattr(newest(model, instance.pk), name) == "Von nebenan"
    assert page.save().status_code == 302  # the second submission overwrites on purpose
    assert getattr(newest(model, instance.pk), name) == "Von mir"


def test_a_mistake_in_the_form_hides_no_conflict(client, staff, record):
    instance, _model, name = record
    mine, theirs = (Form.open(who, admin_url("edit", instance)) for who in (client, staff("international-office")))
    theirs[name] = "Von nebenan"
    theirs.save()
    mine[name], mine["name_de"] = "Von mir", ""
    page = mine.refused("")
    assert page.soup.select_one("[data-conflict]")
    page["name_de"] = "Neu"
    assert page.save().status_code == 302


def test_one_person_alone_sees_nothing_of_it(client, record):
    instance, model, name = record
    for value in ("Eins", "Zwei"):
        form = Form.open(client, admin_url("edit", instance))
        form[name] = value
        assert form.save().status_code == 302
    assert getattr(newest(model, instance.pk), name) == "Zwei"


def test_the_history_keeps_old_and_new_value(client, site):
    agreement = AgreementFactory(name_de="Alt", ends_on="2029-12-31", reference="AZ 1")
    form = Form.open(client, admin_url("edit", agreement))
    form["reference"], form["ends_on"] = "AZ 2", "2030-12-31"
    form["parties-0-signatory"] = "Ada Lovelace"
    assert form.save().status_code == 302
    history = client.get(admin_url("history", agreement)).text
    for words in ("AZ 1 → AZ 2", "31.12.2029 → 31.12.2030"):
        assert words in history, words
    assert "Lovelace" not in history


def test_whoever_comes_between_check_and_saving_is_noticed(client, site, monkeypatch):
    agreement = AgreementFactory(name_de="Alt", ends_on="2029-12-31")
    form = Form.open(client, admin_url("edit", agreement))
    form["reference"] = "Von mir"
    check = ConflictEditView.is_valid

    def checked_and_overtaken(view, form):
        is_valid = check(view, form)
        Agreement.objects.filter(pk=agreement.pk).update(reference="Von nebenan", version=99)
        return is_valid

    with monkeypatch.context() as patched:
        patched.setattr(ConflictEditView, "is_valid", checked_and_overtaken)
        page = form.refused("")
    assert "Von nebenan" in page.soup.select_one("[data-conflict]").get_text()
    assert Agreement.objects.get(pk=agreement.pk).reference == "Von nebenan"
    assert page.save().status_code == 302
