"""When two people save the same thing, the second sees both versions and no input is lost."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.snippets.models import get_snippet_models
from wagtail.test.utils.form_data import nested_form_data, streamfield

from partners.models import Agreement, Contact, Fact, Institution
from portal.core.drafts.versions import ChecksumForm, DraftForm
from portal.media.models import PortalImage
from portal.pages.models import ArticlePage
from programs.models import Kind
from tests.admin.forms import Form, rich_text
from tests.admin.pages import picture
from tests.admin.records import admin_url
from tests.factories import AgreementFactory, ContactFactory, FactFactory, PartnerFactory


@dataclass(frozen=True)
class Case:
    """Something that two people edit: both type into `field`, and `required` must not be empty."""

    make: Any
    model: Any
    field: str
    required: str = "name_de"

    def newest(self, instance):
        stored = self.model.objects.get(pk=instance.pk)
        has_drafts = self.model in (Institution, ArticlePage)
        return getattr(stored.get_latest_revision_as_object() if has_drafts else stored, self.field)


def public_partner(site):
    partner = PartnerFactory(name_de="Alt", region="")
    partner.save_revision().publish()
    return partner


def page(site):
    article = ArticlePage(title="Alt", slug="alt", lede="Alt.")
    site["home", "de"].add_child(instance=article)
    return article


CASES = {
    "with drafts": Case(public_partner, Institution, "region"),
    "agreement": Case(lambda site: AgreementFactory(name_de="Alt", ends_on="2029-12-31"), Agreement, "reference"),
    "contact": Case(lambda site: ContactFactory(name_de="Alt"), Contact, "hours_de"),
    "fact": Case(lambda site: FactFactory(), Fact, "unit_de", required="source_de"),
    "term": Case(lambda site: Kind.objects.first(), Kind, "name_en"),
    "picture": Case(lambda site: picture(), PortalImage, "credit_de", required="title"),
    "page": Case(page, ArticlePage, "lede", required="title"),
}


@pytest.fixture(params=CASES)
def case(request):
    return CASES[request.param]


@pytest.fixture
def instance(case, site):
    return case.make(site)


@pytest.fixture
def url(case, instance):
    addresses = {ArticlePage: f"/admin/pages/{instance.pk}/edit/", PortalImage: f"/admin/images/{instance.pk}/"}
    return addresses.get(case.model) or admin_url("edit", instance)


@pytest.fixture
def colleague(db):
    client = Client()
    client.force_login(get_user_model().objects.create(username="Kim", is_superuser=True))
    return client


def opened(client, url):
    form = Form.open(client, url)
    if "/pages/" in url:
        form["body-count"] = ["0"]  # set by a script in the browser
    return form


def test_the_second_sees_both_versions(client, colleague, case, instance, url):
    mine, theirs = (opened(who, url) for who in (client, colleague))
    theirs[case.field] = "Von nebenan"
    assert theirs.save().status_code == 302
    mine[case.field] = "Von mir"
    conflicting = mine.refused("")
    table = conflicting.soup.select_one("[data-conflict]")
    assert "Von nebenan" in table.get_text(" ", strip=True)
    assert "Von mir" in table.get_text(" ", strip=True)
    assert "Kim" in conflicting.messages()
    assert conflicting[case.field] == "Von mir"
    assert not conflicting.soup.select_one('form[data-controller*="w-autosave"]')
    assert case.newest(instance) == "Von nebenan"
    if case.model is ArticlePage:
        conflicting["body-count"] = ["0"]
    assert conflicting.save().status_code == 302  # the second submission overwrites on purpose
    assert case.newest(instance) == "Von mir"


@pytest.mark.parametrize("case", [CASES["with drafts"], CASES["agreement"]], ids=["with drafts", "without"])
def test_a_mistake_in_the_form_hides_no_conflict(client, colleague, case, instance, url):
    mine, theirs = (opened(who, url) for who in (client, colleague))
    theirs[case.field] = "Von nebenan"
    theirs.save()
    mine[case.field], mine[case.required] = "Von mir", ""
    conflicting = mine.refused("")
    assert conflicting.soup.select_one("[data-conflict]")
    conflicting[case.required] = "Neu"
    assert conflicting.save().status_code == 302


def test_one_person_alone_sees_nothing_of_it(client, case, instance, url):
    for value in ("Eins", "Zwei"):
        form = opened(client, url)
        form[case.field] = value
        assert form.save().status_code == 302
    assert case.newest(instance) == "Zwei"


def test_a_changed_child_is_a_conflict_too(client, colleague, site):
    url = admin_url("edit", AgreementFactory(name_de="Alt", ends_on="2029-12-31"))
    mine, theirs = (Form.open(who, url) for who in (client, colleague))
    theirs["parties-0-signatory"] = "Ada Lovelace"
    assert theirs.save().status_code == 302
    mine["reference"] = "Von mir"
    assert "Kim" in mine.refused("").messages()


def test_a_day_of_checking_is_none(client, site):
    """What the form does not show is not overwritten by it, and is no reason to ask."""
    contact = ContactFactory(name_de="Alt")
    form = Form.open(client, admin_url("edit", contact))
    Contact.objects.filter(pk=contact.pk).update(sort_de="anders")
    form["hours_de"] = "9 bis 12"
    assert form.save().status_code == 302


def test_of_long_texts_the_place_that_differs_is_shown(client, colleague, site):
    article = page(site)
    url = f"/admin/pages/{article.pk}/edit/"
    mine, theirs = (opened(who, url) for who in (client, colleague))
    long = "Wort für Wort dasselbe. " * 30
    for form, end in ((theirs, "Ende eins."), (mine, "Ende zwei.")):
        form["search_description"] = long + end
        answer = form.save()
    table = Form(client, url, answer.content.decode()).soup.select_one("[data-conflict]").get_text(" ")
    assert "Ende eins." in table
    assert "Ende zwei." in table


def test_a_body_counts_as_text(client, colleague, site):
    article = page(site)
    url = f"/admin/pages/{article.pk}/edit/"
    mine, theirs = (opened(who, url) for who in (client, colleague))
    body = nested_form_data({"body": streamfield([("text", rich_text("Von nebenan."))])})
    theirs.values |= {name: [str(value)] for name, value in body.items()}
    assert theirs.save().status_code == 302
    mine["title"] = "Von mir"
    assert "Von nebenan." in mine.refused("").soup.select_one("[data-conflict]").get_text(" ")


def test_every_form_of_a_record_knows_its_version():
    for model in get_snippet_models():
        form_class = model.snippet_viewset.get_edit_handler().get_form_class()
        assert issubclass(form_class, (ChecksumForm, DraftForm)), model


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
