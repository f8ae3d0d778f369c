"""UniverCity Bochum as visitors see it."""

import json
import re

import pytest
import time_machine
from django.db.models import Q

from partners.models import Fact, GuidingPrinciple, Institution, Network
from portal.core import visibility
from portal.pages.models import NetworkPage
from programs.models import Program
from tests.site.walk import fetch

NETWORK, PRINCIPLES = "/de/univercity-bochum/", "/de/univercity-bochum/leitideen/"
PRINCIPLE = f"{PRINCIPLES}den-wandel-der-gesellschaft-annehmen/"


def data(address):
    return json.loads(fetch(f"{address}{'&' if '?' in address else '?'}format=json").body)


def words(element):
    return " ".join(element.get_text(" ", strip=True).split())


@pytest.mark.parametrize(
    ("day", "universities", "members"),
    [("1999-01-01", 4, 5), ("2020-01-01", 7, 12), ("2024-12-31", 7, 12), ("2025-01-01", 6, 11)],
)
def test_how_many_belonged_on_a_day(demo_content, day, universities, members):
    network_data = data(f"{NETWORK}?as_of={day}")
    assert (network_data["universities"], len(network_data["members"]), network_data["as_of"]) == (
        universities,
        members,
        day,
    )
    assert fetch(f"{NETWORK}?as_of={day}").soup.select_one(".figure__value").get_text() == str(universities)


def test_today_is_the_day_in_berlin(demo_content):
    with time_machine.travel("2024-12-31T23:30:00+00:00", tick=False):  # 1 January in Berlin
        assert data(NETWORK)["universities"] == 6


def test_the_merged_university_is_found_by_its_old_name_and_says_what_became_of_it(demo_content):
    page = fetch(NETWORK).soup
    former = page.find(id="left").find_next("ul")
    assert "Hochschule für Gesundheit" in words(former)
    assert "Ging auf in: Hochschule Bochum" in words(former)
    (gone,) = data(NETWORK)["former_members"]
    assert (gone["name"]["de"], gone["became_part_of"]["de"]) == ("Hochschule für Gesundheit", "Hochschule Bochum")


@pytest.mark.parametrize("path", [NETWORK, PRINCIPLES, "/de/zertifikate/"])
@pytest.mark.parametrize("value", ["abc", "0001-01-01", "9999-12-31", "2020-02-30", "%00", "1" * 3000])
def test_what_is_no_day_gets_a_notice_and_the_state_of_today(demo_content, path, value):
    answer = fetch(f"{path}?as_of={value}")
    assert answer.status == 200
    assert answer.soup.select_one(".notice") is not None
    assert answer.canonical.endswith(path)


def test_a_day_is_kept_when_the_language_changes(demo_content):
    switch = fetch(f"{NETWORK}?as_of=2020-01-01").soup.select_one(".utility__language a")
    assert switch["href"] == "/en/univercity-bochum/?as_of=2020-01-01"


def test_figures_show_their_source_and_who_disagrees(demo_content):
    figures = fetch(NETWORK).soup.select(".figures .figure")
    assert len(figures) == 3
    assert all("Quelle:" in words(figure) for figure in figures)
    assert "Andere Quellen sagen" in words(figures[0])
    assert "56.000" in words(figures[0])
    assert "47.000" in words(figures[0])


def test_history_committee_and_instagram_stand_there_plainly(demo_content):
    page = fetch("/en/univercity-bochum/").soup
    assert [date.time["datetime"] for date in page.select(".dates li")] == [
        "1998", "2009", "2011-11-25", "2017-12-08", "2024-06-17", "2025-01-01",
    ]  # fmt: skip
    assert "Steering committee" in words(page)
    assert page.find("a", string="Instagram")["href"].startswith("https://www.instagram.com/")
    assert "guarantors" in words(page)


def test_every_principle_has_an_anchor_and_a_page_that_name_what_serves_it(demo_content):
    page = fetch(PRINCIPLES).soup
    for number, principle in enumerate(GuidingPrinciple.objects.order_by("number"), start=1):
        serving = {program.name_de for program in principle.programs.all()}
        assert serving, number
        for section in (page.find(id=f"principle-{number}"), fetch(f"{PRINCIPLES}{principle.slug_de}/").soup.main):
            assert {link.get_text() for link in section.select(".serves a")} == serving
            assert words(section).count(principle.text_de) == 1
            assert principle.source_de in words(section)
        lit = page.find(id=f"principle-{number}").select_one(".weave")
        assert len({path["class"][0] for path in lit.select("path")} - {"gap", "ink-0"}) == 1


def test_a_programme_names_its_principles(demo_content):
    page = fetch("/de/angebote/talentscouting-ude/").soup
    names = [link.get_text() for link in page.select('.facts a[href*="/leitideen/"]')]
    assert names == ["Den Wandel der Gesellschaft annehmen", "Eine Stadt mit Lust am Versuch, und ein Zuhause"]


def test_a_hidden_programme_serves_nothing(demo_content):
    Program.objects.filter(slug_de="chance-hoch-2").update(live=False)
    for address in (PRINCIPLES, PRINCIPLE, f"{PRINCIPLE}?format=json"):
        assert "Chance hoch 2" not in fetch(address).body, address


def test_an_older_version_keeps_its_address_and_leads_to_the_new_one(demo_content):
    old = GuidingPrinciple.objects.get(number=3)
    GuidingPrinciple.objects.filter(pk=old.pk).update(valid_until="2017-12-07")
    new = GuidingPrinciple.objects.create(
        network=old.network, number=3, version=2, name_de="Neu gefasst", text_de="Neu.", valid_from="2017-12-08",
        source_de="Liste",
    )  # fmt: skip
    assert "Neu gefasst" in fetch(PRINCIPLES).body
    assert old.name_de not in words(fetch(PRINCIPLES).soup.find(id="principle-3"))
    assert old.name_de in fetch(f"{PRINCIPLES}?as_of=2015-01-01").body
    page = fetch(PRINCIPLE)
    assert page.status == 200
    assert page.soup.select_one(f'.terms a[href="{PRINCIPLES}{new.slug_de}/"]')


def test_a_principle_without_english_is_shown_in_german_and_says_so(demo_content):
    GuidingPrinciple.objects.filter(number=3).update(name_en="", text_en="", slug_en="")
    page = fetch("/en/univercity-bochum/guiding-principles/").soup.find(id="principle-3")
    assert page.select_one('.principle__text [lang="de"]')
    assert fetch("/en/univercity-bochum/guiding-principles/den-wandel-der-gesellschaft-annehmen/").status == 200


@pytest.mark.parametrize("path", [NETWORK, PRINCIPLES, PRINCIPLE])
def test_data_is_linked_and_says_what_the_page_says(demo_content, path):
    page = fetch(path)
    link = page.soup.find("link", type="application/json")
    assert page.absolute(link["href"]).endswith(f"{path}?format=json")
    assert fetch(f"{path}?format=json").headers["Content-Type"] == "application/json"


def test_linked_data_cannot_leave_its_element(demo_content):
    Network.objects.update(summary_de="</script><script>alert(1)</script> & mehr")
    page = fetch(NETWORK)
    (script,) = page.soup.select("script")
    assert json.loads(script.string)["description"] == "</script><script>alert(1)</script> & mehr"
    assert "<script>alert" not in page.body


def test_a_network_that_is_not_public_has_no_page(demo_content):
    Network.objects.update(live=False)
    assert fetch(NETWORK).status == 404
    assert fetch(f"{NETWORK}?format=json").status == 404


def test_no_figure_is_without_a_source(demo_content):
    assert not [fact for fact in Fact.objects.all() if not re.search(r"\S", fact.source_de)]


def test_the_search_finds_the_merged_university_by_its_old_name(demo_content):
    words_of_page = NetworkPage.objects.get(locale__language_code="de").words_for_search()
    assert "Hochschule für Gesundheit" in words_of_page
    assert "wurde sie durch Gesetz Teil der Hochschule Bochum" in words_of_page
    assert "<p>" not in words_of_page


def test_an_institution_that_is_hidden_or_gone_leaves_the_name_under_which_it_belonged(demo_content, monkeypatch):
    hidden = Institution.objects.get(name_de="Hochschule für Gesundheit")
    monkeypatch.setitem(visibility.RULES, Institution, lambda: ~Q(pk=hidden.pk))
    assert data(f"{NETWORK}?as_of=2020-01-01")["universities"] == 7
    assert "Hochschule für Gesundheit" in words(fetch(NETWORK).soup.find(id="left").find_next("ul"))
