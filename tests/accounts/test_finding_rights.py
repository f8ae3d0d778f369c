"""The search over everything finds what the searcher may read, and nothing else."""

import pytest
from django.urls import reverse

from partners.models import Institution, Unit
from tests.admin.records import admin_url
from tests.admin.test_finding import names, save_records

pytestmark = [pytest.mark.saved_once(by=save_records), pytest.mark.usefixtures("site")]


def test_nobody_finds_what_is_not_for_them(as_member):
    physics = Unit.objects.get(abbreviation="PHY")
    stranger, editor = as_member("unit editor"), as_member("unit editor", units=[physics])
    assert names(stranger, "mentoring") == set()
    assert names(editor, "mentoring") == {"Mentoring für Erstsemester"}
    assert names(editor, "austausch") == {"Austausch (ABK/2024-17)"}
    reader = as_member("due-diligence reader")
    assert "Prüfung: Universität Kyōto" in names(reader, "kyoto")
    assert names(as_member("editor"), "noriko") == set()
    assert names(as_member("moderator"), "cerna") == set()


def test_who_may_only_read_is_led_to_the_record_and_not_to_its_form(as_member):
    answer = as_member("due-diligence reader").get(reverse("find"), {"q": "kyoto"}).text
    assert admin_url("inspect", Institution.objects.get(name_latin="Kyōto Daigaku")) in answer


def test_a_chooser_offers_another_one_only_to_those_who_may_create_it(as_member):
    html = as_member("due-diligence reader").get("/admin/snippets/choose/partners/institution/").json()["html"]
    assert "Create another" not in html
    assert "Neu anlegen" not in html
