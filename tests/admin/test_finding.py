"""Staff find any record that they may read, however they write its name, number, person or file."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from partners.institutions import lifecycle
from partners.models import AgreementDocument, Institution, InstitutionIdentifier, InstitutionName, Party
from portal.core.time.moment import today
from portal.media.models import PortalImage
from programs.models import Program
from tests.admin.conftest import in_both_interfaces
from tests.admin.records import admin_url
from tests.factories import (
    AgreementFactory,
    CertificationFactory,
    ContactFactory,
    DueDiligenceFactory,
    FactFactory,
    GuidingPrincipleFactory,
    InstitutionFactory,
    NetworkFactory,
    PartnerFactory,
    ProgramFactory,
    TagFactory,
    UnitFactory,
)
from tests.index_pages import index_pages


def save_records():
    kyoto = PartnerFactory(
        name_de="Universität Kyōto", name_original="京都大学", name_latin="Kyōto Daigaku", country="JP", city_de="Kyōto"
    )
    InstitutionName.objects.create(institution=kyoto, value="Kaiserliche Universität", kind="former")
    for scheme, value in {
        "ror": "04mz5ra38",
        "isni": "0000 0001 2187 5445",
        "erasmus": "D  ESSEN04",
        "pic": "999880657",
        "schac": "kyoto-u.ac.jp",
        "wikidata": "Q336264",
    }.items():
        InstitutionIdentifier.objects.create(institution=kyoto, scheme=scheme, value=value)
    unit = UnitFactory(name_de="Fakultät für Physik", abbreviation="PHY", institution=InstitutionFactory())
    agreement = AgreementFactory(name_de="Austausch", reference="ABK/2024-17", partners=[kyoto], unit=unit)
    Party.objects.filter(agreement=agreement).update(signatory="Noriko Ōe")
    AgreementDocument.objects.create(agreement=agreement, file_name="Vertrag_Endfassung.pdf", title_de="Urschrift")
    ContactFactory(name_de="Anlaufstelle", person="Jürgen Größ", unit=unit)
    DueDiligenceFactory(institution=kyoto)
    FactFactory(statement_de="Vierzehn Mensen", source_de="Jahresbericht")
    network = NetworkFactory(name_de="Ruhrverbund", memberships=[{"institution": kyoto, "since": "2010"}])
    GuidingPrincipleFactory(name_de="Offenheit", network=network)
    program = ProgramFactory(name_de="Mentoring für Erstsemester", alternate_name_en="Freshers", responsible_unit=unit)
    program.name_de = "Tandem für Erstsemester"
    program.save_revision()
    CertificationFactory(name_de="Audit familiengerecht", holder_unit=unit, responsible_unit=unit)
    TagFactory(name_de="Übersee")
    PortalImage.objects.create(title="Blick", credit_de="Foto Müller", file=get_test_image_file("campus_luftbild.png"))
    get_user_model().objects.create_user("jdoe", first_name="Žofie", last_name="Černá")
    home = index_pages()["home", "de"]
    home.add_child(instance=type(home)(title="Prüfungsämter", slug="pruefung", locale=home.locale))
    call_command("wagtail_update_index", verbosity=0)


pytestmark = pytest.mark.saved_once(by=save_records)


def names(client, text):
    """Return the names of what is found."""
    page = BeautifulSoup(client.get(reverse("find"), {"q": text}).content, "html.parser")
    return {link.get_text() for link in page.select("[data-found] li a")}


@pytest.mark.parametrize(
    "text",
    [
        *("Universität Kyoto", "UNIVERSITAET KYŌTO", "kyoto universitat", "京都大学", "京都", "kyoto daigaku", "Kyo"),
        *(
            "Kaiserliche",
            "Japan Kyoto",
            "04mz5ra38",
            "https://ror.org/04mz5ra38/",
            "ror.org/04mz5ra38",
            "ROR 04MZ5RA38",
        ),
        *(
            "ISNI 0000 0001 2187 5445",
            "0000000121875445",
            "0000-0001-2187-5445",
            "https://isni.org/isni/0000000121875445",
        ),
        *("D ESSEN04", "D  ESSEN04", "dessen04", "Erasmus-Code D ESSEN04", "Erasmus code: D  ESSEN04"),
        *("PIC 999880657", "999 880 657", "kyoto-u.ac.jp", "Q336264", "http://www.wikidata.org/entity/Q336264"),
    ],
)
def test_an_institution_by_all_its_names_and_identifiers(client, text):
    assert "Universität Kyōto" in names(client, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ABK/2024-17", "Austausch (ABK/2024-17)"),
        ("abk 2024", "Austausch (ABK/2024-17)"),
        ("noriko oe", "Austausch (ABK/2024-17)"),
        ("Vertrag_Endfassung.pdf", "Austausch (ABK/2024-17)"),
        ("kaiserliche", "Austausch (ABK/2024-17)"),
        ("Groess", "Anlaufstelle (PHY)"),
        ("jurgen gross", "Anlaufstelle (PHY)"),
        ("sprechstunde@example.org", "Anlaufstelle (PHY)"),
        ("phy", "Fakultät für Physik"),
        ("Mensen", "Vierzehn Mensen"),
        ("ruhrverb", "Ruhrverbund"),
        ("offen", "Offenheit"),
        ("freshers", "Mentoring für Erstsemester"),
        ("tandem", "Mentoring für Erstsemester"),
        ("familiengerecht", "Audit familiengerecht"),
        ("ubersee", "Übersee"),
        ("campus_luftbild", "Blick"),
        ("mueller", "Blick"),
        ("cerna", "jdoe"),
        ("prufungsamter", "Prüfungsämter"),
    ],
)
def test_every_other_type(client, text, name):
    assert name in names(client, text)


@in_both_interfaces
def test_a_line_says_enough_to_choose_and_leads_to_the_form(either, interface):
    page = BeautifulSoup(either.get(reverse("find"), {"q": "kyoto"}).content, "html.parser")
    line = page.select_one(f'a[href="{admin_url("edit", Institution.objects.get(name_latin="Kyōto Daigaku"))}"]').parent
    assert {"de": "Kyōto, Japan · aktive Partnerschaft", "en": "Kyōto, Japan · active partner"}[
        interface
    ] in line.get_text()
    nothing = either.get(reverse("find"), {"q": "gibtesnicht"}).text
    assert {"de": "findet sich nichts", "en": "Nothing is found"}[interface] in nothing


@pytest.mark.parametrize("text", ["", " ", "!?", "' | :*", "\\", "a" * 500, "0" * 500])
def test_odd_words_break_nothing(client, text):
    assert client.get(reverse("find"), {"q": text}).status_code == 200
    assert client.get(admin_url("list", Program) + "results/", {"q": text}).status_code == 200


def test_the_page_takes_few_queries(client, django_assert_max_num_queries):
    client.get(reverse("find"), {"q": "kyoto"})
    with django_assert_max_num_queries(32):
        client.get(reverse("find"), {"q": "kyoto"})


def test_lists_and_choosers_find_as_much(client):
    listed = client.get(admin_url("list", Institution) + "results/", {"q": "isni 0000000121875445"}).text
    assert "Universität Kyōto" in listed
    chosen = client.get("/admin/snippets/choose/partners/institution/results/", {"q": "kaiserliche universitat"}).text
    assert "Universität Kyōto" in chosen
    assert "Kyōto, Japan · aktive Partnerschaft" in chosen
    assert "jdoe" in client.get("/admin/users/results/", {"q": "cerna"}).text


@in_both_interfaces
def test_a_chooser_offers_the_way_to_create_another(either, interface):
    words = {"de": "Neu anlegen: Einrichtung", "en": "Create another: institution"}
    assert words[interface] in either.get("/admin/snippets/choose/partners/institution/").json()["html"]


def test_a_chooser_says_what_became_of_a_merged_institution(client):
    old, new = PartnerFactory(name_de="Alte Schule"), PartnerFactory(name_de="Neue Schule")
    lifecycle.merge(old, new, today())
    name = "Alte Schule (heute Teil von Neue Schule)"
    assert name in client.get("/admin/snippets/choose/partners/institution/").json()["html"]
    chosen = client.get(f"/admin/snippets/choose/partners/institution/chosen/{old.pk}/").json()
    assert chosen["result"]["string"] == name


def test_a_new_name_of_a_partner_is_found_at_its_agreements(client, django_capture_on_commit_callbacks):
    kyoto = Institution.objects.get(name_latin="Kyōto Daigaku")
    with django_capture_on_commit_callbacks(execute=True):
        name = InstitutionName.objects.create(institution=kyoto, value="Kyodai")
        kyoto.save()
    assert {"Universität Kyōto", "Austausch (ABK/2024-17)"} <= names(client, "kyodai")
    with django_capture_on_commit_callbacks(execute=True):
        name.delete()
    assert "Universität Kyōto" not in names(client, "kyodai")


@in_both_interfaces
def test_the_sidebar_and_the_start_page_search_everything(either):
    start = BeautifulSoup(either.get("/admin/").content, "html.parser")
    assert start.select_one('main form[role="search"]')["action"] == reverse("find")
    assert f'"wagtail.sidebar.SearchModule", "_args": ["{reverse("find")}"]' in str(start).replace("&quot;", '"')
