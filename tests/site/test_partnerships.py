"""The public pages of institutions: complete, accurate, and without internal data."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client

from partners.models import (
    AgreementDocument,
    Answer,
    Condition,
    Contact,
    InstitutionIdentifier,
    InstitutionName,
    Party,
    Renewal,
    Stage,
)
from tests.benchmarks.volume.partners import make_partners
from tests.factories import AgreementFactory, ContactFactory, DueDiligenceFactory, PartnerFactory
from tests.site.walk import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
SECRET = "Geheimsache"
PAGE = "/de/partnerschaften/universitaet-malta/"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to("2026-11-10 12:00 +0100", tick=False)


@pytest.fixture
def malta():
    return PartnerFactory(name_de="Universität Malta", name_en="University of Malta", country="MT", city_de="Msida")


def text(path, **options):
    answer = Client().get(path, **options)
    assert answer.status_code == 200, path
    return BeautifulSoup(answer.content, "html.parser").main.get_text(" ", strip=True)


def test_every_partner_leads_to_whom_to_ask_here(malta, site):
    AgreementFactory(partners=[malta])
    index = site["partnerships", "de"]
    index.zero_results_contact = ContactFactory(name_de="Beratung zum Studium im Ausland")
    index.save()
    assert "Fragen Sie uns Beratung zum Studium im Ausland" in text(PAGE)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"ends_on": date(2029, 9, 30)}, "In Kraft bis 30. September 2029"),
        ({"ends_on": date(2027, 1, 31)}, "In Kraft bis 31. Januar 2027"),
        ({"ends_on": None}, "In Kraft, ohne festes Ende"),
        ({"starts_on": date(2027, 3, 1), "ends_on": date(2030, 1, 1)}, "In Kraft ab 1. März 2027"),
        ({"ends_on": date(2026, 9, 30)}, "Beendet am 30. September 2026"),
        ({"ends_on": date(2026, 9, 30), "renewal": Renewal.BY_AGREEMENT}, "Verlängerung läuft"),
        ({"ends_on": date(2025, 9, 30), "renewal": Renewal.AUTOMATIC, "renewal_months": 12}, "bis zur Kündigung"),
        (
            {"ends_on": date(2030, 9, 30), "stage": Stage.TERMINATED, "terminated_on": date(2026, 3, 31)},
            "Durch Kündigung beendet am 31. März 2026",
        ),
    ],
)
def test_an_agreement_is_said_in_honest_words(malta, columns, words):
    AgreementFactory(partners=[malta])
    AgreementFactory(name_de="Sonderfall", partners=[malta], **columns)
    assert words in text(PAGE)


def test_a_successor_signed_early_never_lets_the_partner_drop_out(malta, time_machine):
    old = AgreementFactory(partners=[malta], ends_on=date(2027, 3, 31))
    AgreementFactory(
        partners=[malta], predecessor=old, starts_on=date(2027, 1, 1), ends_on=date(2031, 12, 31), name_de="Nachfolge"
    )
    for moment in ("2026-12-31 23:59 +0100", "2027-01-01 00:01 +0100"):
        time_machine.move_to(moment, tick=False)
        assert "aktive Partnerschaft" in text(PAGE)


def test_who_leaves_a_multilateral_agreement_is_no_partner_by_it_any_more(malta):
    other = PartnerFactory(name_de="Universität Tartu")
    agreement = AgreementFactory(partners=[malta, other])
    Party.objects.filter(agreement=agreement, institution=malta).update(left_on=date(2024, 6, 30))
    assert "aktive Partnerschaft" not in text(PAGE)
    assert "Vertragspartei bis 30. Juni 2024" in text(PAGE)
    assert "aktive Partnerschaft" in text("/de/partnerschaften/universitaet-tartu/")
    assert "Universität Malta" not in text("/de/partnerschaften/universitaet-tartu/")


def test_the_page_holds_all_that_is_public(malta):
    AgreementFactory(name_de="Studierendentausch", partners=[malta], activities=["study"])
    InstitutionIdentifier.objects.create(institution=malta, scheme="ror", value="03a62bv60")
    InstitutionName.objects.create(institution=malta, value="L-Università ta' Malta", language="mt")
    malta.name_original, malta.original_lang = "L-Università ta' Malta", "mt"
    malta.disability_support, malta.inclusion_checked_on = Answer.YES, date(2026, 3, 1)
    malta.website = "https://www.um.edu.mt"
    malta.save()
    ContactFactory(name_de="Auslandsamt dort", unit=None, institution=malta, email="office@example.org")
    page = text(PAGE)
    for words in (
        "Universität Malta",
        "L-Università ta' Malta",
        "Msida, Malta",
        "03a62bv60",
        "Studierendentausch",
        "Studium",
        "www.um.edu.mt",
        "01.03.2026",
        "Auslandsamt dort",
    ):
        assert words in page, words


def test_not_yet_asked_is_not_no(malta):
    AgreementFactory(partners=[malta])
    assert "Das ist kein „Nein“" in text(PAGE)


def test_the_name_at_the_signature_is_said(malta):
    agreement = AgreementFactory(partners=[malta])
    Party.objects.filter(agreement=agreement).update(name_at_signature="Königliche Universität Malta")
    assert "Königliche Universität Malta" in text(PAGE)


# Nothing internal --------------------------------------------------------------------------------------------------


@pytest.fixture
def secrets(malta):
    """A public partner with internal data in every internal field, and a prospective partner."""
    signed = AgreementFactory(
        name_de="Öffentlich",
        partners=[malta],
        internal_note=SECRET,
        termination_reason=SECRET,
        reference=f"{SECRET}-7",
    )
    Party.objects.update(signatory=SECRET)
    Condition.objects.create(agreement=signed, activity="study")
    AgreementFactory(name_de=f"{SECRET} Entwurf", partners=[malta], stage=Stage.DRAFT)
    AgreementFactory(name_de=f"{SECRET} Verhandlung", partners=[malta], stage=Stage.NEGOTIATION)
    AgreementFactory(name_de=f"{SECRET} abgelehnt", partners=[malta], stage=Stage.REJECTED)
    hidden = PartnerFactory(name_de=f"{SECRET} Universität", country="MT")
    AgreementFactory(name_de=f"{SECRET} geplant", partners=[hidden], stage=Stage.AWAITING_SIGNATURE)
    AgreementFactory(name_de="Gemeinsam", partners=[malta])
    malta.internal_note, malta.parent = SECRET, hidden
    malta.save()
    columns = {"unit": None, "institution": malta, "email": "x@example.org"}
    ContactFactory(name_de=f"{SECRET} Person", person=SECRET, **columns)
    malta.inclusion_contact = Contact.objects.get(person=SECRET)
    malta.save()
    DueDiligenceFactory(institution=malta, note=SECRET, decision="refused", reviewed_on=date(2026, 1, 1))
    document = AgreementDocument(agreement=signed, title_de=f"{SECRET} Akte")
    document.file.save(f"{SECRET}.pdf", ContentFile(b"%PDF-1.7"), save=False)
    document.save()
    return {"hidden": hidden, "document": document}


def test_nothing_internal_is_in_any_public_answer(secrets):
    addresses = [
        "/de/",
        "/en/",
        "/de/partnerschaften/",
        "/en/partnerships/",
        PAGE,
        "/en/partnerships/university-of-malta/",
        "/sitemap.xml",
        "/robots.txt",
        "/de/gibt-es-nicht/",
    ]
    for address in addresses:
        answer = Client().get(address)
        response = f"{dict(answer.headers)} {answer.content.decode()}"
        assert SECRET.lower() not in response.lower(), address
        assert "Einwand" not in response


def test_a_prospective_partner_has_no_address(secrets):
    hidden = secrets["hidden"]
    for address in (f"/de/partnerschaften/{hidden.slug_de}/", f"/en/partnerships/{hidden.slug_de}/"):
        assert Client().get(address).status_code == 404


def test_a_partner_becomes_public_on_the_first_day_of_its_first_agreement(time_machine):
    new = PartnerFactory(name_de="Neue Hochschule")
    AgreementFactory(partners=[new], starts_on=date(2027, 1, 1), ends_on=date(2030, 1, 1))
    address = "/de/partnerschaften/neue-hochschule/"
    time_machine.move_to("2026-12-31 23:59 +0100", tick=False)
    assert Client().get(address).status_code == 404
    time_machine.move_to("2027-01-01 00:01 +0100", tick=False)
    assert Client().get(address).status_code == 200


# Documents ---------------------------------------------------------------------------------------------------------


def test_an_internal_document_is_not_there_for_visitors(secrets):
    document = secrets["document"]
    assert Client().get(f"/documents/agreements/{document.public_id}/").status_code == 404
    assert Client().get(f"/media/{document.file.name}").status_code == 404


def test_a_public_document_is_handed_out_to_be_saved(secrets):
    document = secrets["document"]
    AgreementDocument.objects.filter(pk=document.pk).update(is_internal=False)
    answer = Client().get(f"/documents/agreements/{document.public_id}/")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert "attachment" in answer["Content-Disposition"]
    assert "sandbox" in answer["Content-Security-Policy"]
    assert f"/documents/agreements/{document.public_id}/" in Client().get(PAGE).text


def test_a_document_is_public_only_while_its_agreement_is(secrets):
    document = secrets["document"]
    AgreementDocument.objects.filter(pk=document.pk).update(is_internal=False)
    type(document.agreement).objects.filter(pk=document.agreement_id).update(stage=Stage.NEGOTIATION)
    assert Client().get(f"/documents/agreements/{document.public_id}/").status_code == 404


def test_the_private_folder_is_not_in_the_public_one(settings, secrets):
    assert not secrets["document"].file.path.startswith(str(settings.MEDIA_ROOT))
    assert secrets["document"].file.url == secrets["document"].file_url, "the view that asks for the right"
    with pytest.raises(ValueError, match="no address"):
        secrets["document"].file.storage.url(secrets["document"].file.name)


# Numbers -----------------------------------------------------------------------------------------------------------


def test_many_partners_change_no_count(malta):
    make_partners(120, 120)
    AgreementFactory(partners=[malta], name_de="Die erste")
    addresses = ["/de/partnerschaften/", "/en/partnerships/?page=2", PAGE]
    baseline = {address: fetch(address).query_count for address in addresses for _ in range(2)}
    make_partners(60, 120)
    for number in range(12):
        AgreementFactory(partners=[malta, PartnerFactory()], name_de=f"Weitere {number}")
    assert {address: fetch(address).query_count for address in addresses} == baseline
    assert max(baseline.values()) <= 11
