"""Certifications as visitors see them."""

import json

import pytest
import time_machine

from portal.translation.tracking import update_record
from programs.models import Certification, CertificationStatus, SchemeKind
from tests.site.walk import fetch

LIST = {"de": "/de/zertifikate/", "en": "/en/certifications/"}
SECRET = ("HR Excellence in Research (Beispiel", "zweites Audit", "Fairtrade-University 2019")


def words(element):
    return " ".join(element.get_text(" ", strip=True).split())


def test_the_demonstration_has_every_kind_and_at_least_ten(demo_content):
    assert Certification.objects.count() >= 10
    assert set(Certification.objects.values_list("scheme__kind", flat=True)) == set(SchemeKind)


@pytest.mark.parametrize("language", ["de", "en"])
def test_current_ones_stand_by_theme_with_proof_and_what_they_do_not_certify(demo_content, language):
    certifications = fetch(LIST[language]).soup.select("section[aria-labelledby^=theme] .certification")
    assert len(certifications) >= 8
    labels = {"de": ("Nachweis", "Was es nicht bescheinigt"), "en": ("Proof", "What it does not certify")}[language]
    for certification in certifications:
        terms = {words(term): words(term.find_next_sibling("dd")) for term in certification.select("dt")}
        assert all(terms[label] for label in labels), words(certification)


def test_the_drawing_has_a_bar_and_the_table_a_row_for_each(demo_content):
    page = fetch(LIST["de"]).soup
    bars, rows = page.select("rect.timeline__bar"), page.select(".table tbody tr")
    assert len(bars) == len(rows) == len(json.loads(fetch(f"{LIST['de']}?format=json").body)["certifications"])
    for bar in bars:
        assert 0 <= int(bar["x"]) < int(bar["x"]) + int(bar["width"]) <= 1006


def test_earlier_ones_are_folded(demo_content):
    folded = fetch(LIST["de"]).soup.select_one("section[aria-labelledby=earlier] details")
    assert not folded.has_attr("open")
    assert "TOTAL E-QUALITY 2007–2009" in words(folded)


def test_an_add_on_stands_with_its_award(demo_content):
    award = fetch(LIST["de"]).soup.find("a", string="TOTAL E-QUALITY 2019–2021").find_parent("article")
    assert "Preis für Nachhaltigkeit 2019" in words(award.select_one(".certification__add-ons"))


def test_what_a_faculty_holds_stands_under_the_faculty(demo_content):
    title = fetch(LIST["de"]).soup.select_one(".certifications__unit")
    assert "Ingenieurwissenschaften" in words(title)
    assert "Fairtrade" in words(title.find_next_sibling("ul"))


def test_plans_applications_and_refusals_are_nowhere(demo_content):
    hidden = Certification.objects.filter(status__in=["planned", "applied", "not-awarded"])
    assert hidden.count() == 3
    for certification in hidden:
        assert fetch(f"{LIST['de']}{certification.slug_de}/").status == 404
    for address in ("/de/", LIST["de"], f"{LIST['de']}?as_of=2019-06-01", f"{LIST['de']}?format=json", "/sitemap.xml"):
        body = fetch(address).body
        assert not [name for name in SECRET if name in body], address
        assert not [hit.slug_de for hit in hidden if f"/{hit.slug_de}/" in body], address


def test_what_is_for_staff_stays_with_staff(demo_content):
    award = Certification.objects.get(slug_de="total-e-quality-2025-2027")
    assert award.next_milestone_de
    for address in (LIST["de"], f"{LIST['de']}{award.slug_de}/", f"{LIST['de']}{award.slug_de}/?format=json"):
        assert award.next_milestone_de not in fetch(address).body


def test_it_moves_to_the_earlier_ones_by_itself(demo_content):
    Certification.objects.filter(slug_de="total-e-quality-2025-2027").update(valid_until="2027-12-31")
    for moment, place in {
        "2027-12-31T23:59:00+01:00": "theme-equality",
        "2028-01-01T00:00:00+01:00": "earlier",
    }.items():
        with time_machine.travel(moment, tick=False):
            section = fetch(LIST["de"]).soup.find("section", attrs={"aria-labelledby": place})
        assert "TOTAL E-QUALITY 2025–2027" in words(section), moment


def test_another_day_shows_what_was_valid_then(demo_content):
    current = fetch(f"{LIST['de']}?as_of=2015-06-01").soup.select("section[aria-labelledby^=theme] h3")
    names = {words(heading) for heading in current}
    assert {
        "TOTAL E-QUALITY 2013–2015",
        "Vielfalt gestalten in NRW 2014",
        "audit familiengerechte hochschule 2014",
    } <= names


def test_the_strip_on_the_home_page_shows_the_newest_and_all_years(demo_content):
    strip = fetch("/de/").soup.select_one(".proofs")
    assert words(strip.h3) == "TOTAL E-QUALITY"
    years = [words(item) for item in strip.select_one(".rounds").select("li")]
    assert years == ["2007", "2010", "2013", "2016", "2019", "2022", "2025 (gilt heute)"]


def test_what_is_taken_down_leaves_the_strip_too(demo_content):
    Certification.objects.filter(slug_de="total-e-quality-2025-2027").update(live=False)
    assert "2025 (" not in words(fetch("/de/").soup.select_one(".proofs .rounds"))


def test_linked_data_says_until_when_and_is_no_programme(demo_content):
    page = fetch(f"{LIST['en']}total-e-quality-2025-2027/").soup
    linked_data = json.loads(page.find("script", type="application/ld+json").string)
    assert (linked_data["@type"], linked_data["validFrom"], linked_data["expires"]) == (
        "Certification",
        "2025-01-01",
        "2027-12-31",
    )
    assert linked_data["certificationStatus"] == "CertificationActive"


def test_every_status_is_either_awarded_or_hidden():
    from programs.models.certification import AWARDED

    assert set(CertificationStatus) - set(AWARDED) == {"planned", "applied", "not-awarded"}


def test_one_without_english_is_shown_in_german_says_so_and_may_be_asked_for(demo_content):
    certification = Certification.objects.get(slug_de="genderpreis-geschlechtergerechte-hochschule-2009")
    certification.name_en = certification.slug_en = ""
    certification.save()
    update_record(Certification, certification.pk)
    page = fetch(f"{LIST['en']}{certification.slug_de}/")
    assert page.soup.h1.span["lang"] == "de"
    assert page.soup.select_one("form.request")
    assert page.alternates == {}
    assert page.canonical.endswith(f"{LIST['de']}{certification.slug_de}/")
    assert len(page.queries) <= 12
