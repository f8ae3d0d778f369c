"""Certifications and networks in the admin: errors are shown at their fields, and milestones are listed."""

from datetime import date

import pytest
from django.urls import reverse

from partners.models import Fact
from portal.pages.models import ArticlePage
from programs.models import Certification, CertificationScheme
from tests.admin.forms import Form
from tests.admin.records import admin_url, full_network
from tests.factories import CertificationFactory, CertificationSchemeFactory, FactFactory

MILESTONES = "certification_milestones"


def test_a_second_current_one_is_refused_at_its_field_and_says_which_is_in_the_way(client):
    first = CertificationFactory(name_de="Siegel von 2020")
    second = CertificationFactory(
        scheme=first.scheme, holder_unit=first.holder_unit, status="applied", name_de="Siegel von 2026"
    )
    form = Form.open(client, admin_url("edit", second))
    form["status"] = "held"
    assert "Siegel von 2020" in form.refused().error_at("valid_from")
    form["award"] = first.pk
    assert form.publish().status_code == 302
    assert Certification.objects.get(pk=second.pk).status == "held"


@pytest.mark.parametrize("written", ["31.02.2027", "2027-02-30", "bald"])
def test_a_date_that_is_none_is_named(client, written):
    certification = CertificationFactory()
    form = Form.open(client, admin_url("edit", certification))
    form["valid_until"] = written
    assert written in form.refused().error_at("valid_until")


def test_a_figure_without_source_is_refused(client):
    form = Form.open(client, admin_url("edit", FactFactory()))
    form["source_de"] = "  "
    assert form.refused("").error_at("source_de")
    assert not Fact.objects.filter(source_de="").exists()


def test_a_membership_without_source_is_refused_and_the_rest_is_kept(client):
    form = Form.open(client, admin_url("edit", full_network()))
    form["memberships-0-source_de"], form["summary_de"] = "", "Neu gefasst."
    refused = form.refused()
    assert refused.error_at("memberships-0-source_de")
    assert refused["summary_de"] == "Neu gefasst."


def test_a_seat_more_in_a_committee(client):
    network = full_network()
    form = Form.open(client, admin_url("edit", network))
    assert int(form["committees-0-seats-TOTAL_FORMS"]) == 2
    form["committees-0-seats-0-office_de"] = "Oberbürgermeisteramt"
    assert form.publish().status_code == 302
    offices = [seat.office_de for seat in type(network).objects.get(pk=network.pk).committees.get().seats.all()]
    assert offices == ["Oberbürgermeisteramt", "Auf Deutsch"]


def test_the_milestones_stand_by_day_whatever_their_status(client):
    CertificationFactory(next_milestone_on=date(2030, 5, 1), name_de="Später", next_milestone_de="Bericht")
    CertificationFactory(next_milestone_on=date(2020, 5, 1), name_de="Früher", status="applied")
    CertificationFactory(name_de="Ohne")
    page = client.get(reverse(MILESTONES)).text
    assert page.index("Früher") < page.index("Später")
    assert "überfällig" in page
    assert "Bericht" in page
    assert "Ohne" not in page


def test_the_milestones_cost_the_same_however_many_there_are(client, django_assert_max_num_queries):
    for number in range(20):
        CertificationFactory(next_milestone_on=date(2030, 5, 1 + number))
    client.get(reverse(MILESTONES))
    with django_assert_max_num_queries(15):
        client.get(reverse(MILESTONES))


def test_editors_see_the_milestones_and_others_do_not(staff):
    assert staff("editor").get(reverse(MILESTONES)).status_code == 200


@pytest.mark.usefixtures("wagtails_indexes")
@pytest.mark.parametrize("model", [Certification, CertificationScheme])
def test_the_lists_show_and_find_them(client, model):
    record = (
        CertificationFactory() if model is Certification else CertificationSchemeFactory(name_de="Siegel der Stadt")
    )
    assert record.name_de in client.get(admin_url("list", model), {"q": record.name_de.split()[0]}).text


def test_a_chooser_in_a_page_shows_what_is_chosen_and_a_gap_for_what_is_gone(site):
    scheme, gone = CertificationSchemeFactory(name_de="Siegel der Stadt"), CertificationSchemeFactory()
    block = ArticlePage._meta.get_field("body").stream_block.child_blocks["certifications"]
    value = block.to_python({"heading": "Geprüft", "chosen": [scheme.pk, gone.pk]})
    gone.delete()
    present, missing = block.get_form_state(value)["chosen"]
    assert present["value"]["string"] == "Siegel der Stadt"
    assert missing["value"] is None
