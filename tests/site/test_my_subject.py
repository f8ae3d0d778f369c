"""“My subject”: destinations for a student of a field at a level in an academic year, and unstated conditions."""

from datetime import date

import pytest
import time_machine

from partners.institutions import lifecycle
from partners.models import Condition, Party, Stage, SubjectField
from portal.pages.models import MySubjectPage
from tests.factories import AgreementFactory, ContactFactory, PartnerFactory
from tests.index_pages import index_pages
from tests.site.walk import fetch

PAGE, ENGLISH = "/de/partnerschaften/mein-fach/", "/en/partnerships/my-subject/"
QUERY = "?field=0613&level=6&year=2026"
NOW = "2026-11-10 12:00 +0100"


@time_machine.travel(NOW, tick=False)
def save_page():
    """Save the page in both languages, with the office to contact when there are no results."""
    site = index_pages()
    contact = ContactFactory(name_de="Beratung zum Studium im Ausland")
    page = None
    for language, title in {"de": "Mein Fach", "en": "My subject"}.items():
        index = site["partnerships", language]
        page = MySubjectPage(
            title=title,
            locale=index.locale,
            zero_results_contact=contact,
            **({"translation_key": page.translation_key} if page else {}),
        )
        index.add_child(instance=page)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site"), pytest.mark.saved_once(by=save_page)]


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


def field(code):
    return SubjectField.objects.get(code=code)


def offer(name, subject="0613", levels=(6,), **options):
    """Return an agreement with a partner and one condition; `agreement` takes a dictionary of its columns."""
    columns = options.pop("agreement", {})
    fields = options.pop("fields", ())
    partner = options.pop("partner", None) or PartnerFactory(name_de=name)
    agreement = AgreementFactory(partners=[partner], name_de=f"Vereinbarung mit {name}", **columns)
    agreement.subjects.set([field(code) for code in fields])
    agreement.save()
    subject = field(subject) if subject else None
    Condition.objects.create(agreement=agreement, subject=subject, eqf_levels=list(levels), **options)
    return agreement


def soup(query=QUERY, path=PAGE):
    answer = fetch(f"{path}{query}")
    assert answer.status == 200
    return answer.soup


def words(query=QUERY, path=PAGE):
    return " ".join(soup(query, path).main.get_text(" ", strip=True).split())


def names(query=QUERY, path=PAGE):
    """Return the names of the partners in order, without the section of less certain ones."""
    main = soup(query, path).main
    for less_sure in main.select(".less-sure"):
        less_sure.decompose()
    return [link.get_text() for link in main.select(".destination h3 a")]


def less_sure(query=QUERY):
    return soup(query).select_one(".less-sure").get_text(" ", strip=True)


def test_nothing_is_listed_before_somebody_asks():
    offer("Universität Tartu")
    assert names("") == []
    assert "Tartu" not in words("")


def test_partners_of_the_field_and_level_with_places_and_language():
    offer("Universität Tartu", languages=[{"language": "en", "level": "B2"}], persons=3, months=15)
    offer("Universität Zürich", levels=(7,))
    offer("Universität Padua", subject="0533")
    text = words()
    assert names() == ["Universität Tartu"]
    for phrase in ("3 Plätze im Jahr, zusammen 15 Monate", "Englisch B2", "Bachelor", "das ganze Studienjahr"):
        assert phrase in text
    assert names("?field=0613&level=7&year=2026") == ["Universität Zürich"]


@pytest.mark.parametrize(("query", "is_named"), [("", False), (QUERY, True), ("?field=0421&level=6", True)])
def test_whom_to_ask_is_named_with_and_without_results(query, is_named):
    offer("Universität Tartu")
    assert ("Beratung zum Studium im Ausland" in words(query)) == is_named


def test_what_is_not_stated_is_not_called_none():
    offer("Universität Tartu", levels=())
    text = words()
    assert "keine angegeben; das heißt nicht, dass keine verlangt wird" in text
    assert "Anzahl nicht angegeben" in text
    assert "ohne Angabe der Stufe" in text
    offer("Universität Lyon", languages=[{"language": "fr"}])
    assert "Französisch (Niveau nicht angegeben)" in words()


@pytest.mark.parametrize(
    "options",
    [
        {"direction": "incoming"},
        {"activity": "teaching"},
        {"agreement": {"stage": Stage.NEGOTIATION}},
        {"agreement": {"ends_on": date(2026, 9, 30)}},
        {"agreement": {"starts_on": date(2027, 10, 1), "ends_on": date(2030, 1, 1)}},
    ],
    ids=["from them to us", "teaching", "not signed", "ended before the year", "begins after it"],
)
def test_what_leads_nobody_abroad_in_that_year_is_not_listed(options):
    offer("Universität Tartu", **options)
    assert "Tartu" not in words()


@pytest.mark.parametrize(
    ("columns", "phrase"),
    [
        ({"ends_on": date(2027, 3, 31)}, "nur bis 31. März 2027"),
        ({"ends_on": date(2027, 9, 30)}, "das ganze Studienjahr"),
        ({"ends_on": date(2026, 10, 1)}, "nur bis 1. Oktober 2026"),
        (
            {"ends_on": date(2030, 1, 1), "stage": Stage.TERMINATED, "terminated_on": date(2027, 1, 31)},
            "nur bis 31. Januar",
        ),
    ],
)
def test_a_year_that_is_covered_in_part_says_which_part(columns, phrase):
    offer("Universität Tartu", agreement=columns)
    assert phrase in words()


def test_a_year_that_begins_without_an_agreement_says_from_when_on():
    partner = PartnerFactory(name_de="Universität Tartu")
    AgreementFactory(partners=[partner], name_de="Rahmen")
    columns = {"starts_on": date(2027, 2, 1), "ends_on": date(2027, 6, 30)}
    offer("Tartu", partner=partner, agreement=columns)
    assert "nur vom 1. Februar 2027 bis zum 30. Juni 2027" in words()


def test_a_successor_takes_over_within_the_year():
    old = offer("Universität Tartu", agreement={"ends_on": date(2028, 1, 1)})
    [party] = old.parties.all()
    AgreementFactory(
        partners=[party.institution], predecessor=old, starts_on=date(2027, 4, 1), ends_on=date(2031, 3, 31)
    )
    assert "nur bis 31. März 2027" in words()


def test_who_leaves_offers_nothing_from_then_on():
    agreement = offer("Universität Tartu")
    Party.objects.filter(agreement=agreement).update(left_on=date(2026, 12, 31))
    assert "nur bis 31. Dezember 2026" in words()
    Party.objects.filter(agreement=agreement).update(left_on=date(2026, 9, 30))
    assert "Tartu" not in words()


def test_broader_agreements_stand_apart_and_say_what_they_are_for():
    offer("Universität Tartu", subject="061")
    offer("Universität Lund", subject="0610")
    offer("Universität Bergen", subject=None, fields=["06"])
    offer("Universität Oslo", subject=None)
    offer("Universität Rom", subject=None, fields=["0714"])
    assert names() == []
    section = less_sure()
    broader, any_field = section.split("Für alle Fächer vereinbart")
    assert all(name in broader for name in ("Tartu", "Lund", "Bergen"))
    assert "Informatik und Kommunikationstechnologie (06)" in broader
    assert "Oslo" in any_field
    assert "Rom" not in section


def test_who_asks_for_a_group_of_subjects_sees_all_of_them():
    offer("Universität Tartu", subject="0613")
    assert names("?field=061&level=6&year=2026") == ["Universität Tartu"]


def test_agreements_without_conditions_are_counted_and_say_no_more():
    partner = PartnerFactory(name_de="Universität Wuhan")
    AgreementFactory(partners=[partner], activities=["study"], name_de="Rahmen")
    AgreementFactory(partners=[PartnerFactory(name_de="Institut")], activities=["research"])
    assert names() == []
    assert "1 weiterer Partner, bei dem keine Bedingungen genannt sind" in less_sure()
    assert "Institut" not in words()


def test_nothing_found_shows_what_comes_close_and_whom_to_ask():
    offer("Universität Tartu", subject="0612", levels=(6,))
    offer("Universität Lund", subject="0613", levels=(7,))
    page = soup()
    near = {item.a.get_text(): item.a["href"] for item in page.select(".ways li")}
    assert near["Master"] == "?field=0613&level=7&year=2026#results"
    assert near["061 Informatik und Kommunikationstechnologie"] == "?field=061&level=6&year=2026#results"
    assert "Beratung zum Studium im Ausland" in words()
    assert names(near["Master"].removesuffix("#results")) == ["Universität Lund"]


def test_what_one_institution_took_over_from_another_is_its_own():
    old, new = PartnerFactory(name_de="Alte Hochschule"), PartnerFactory(name_de="Neue Hochschule")
    offer("Alte Hochschule", partner=old)
    lifecycle.merge(old, new, date(2026, 1, 1))
    assert names() == ["Neue Hochschule"]


def test_who_only_might_become_a_partner_is_not_named():
    offer("Universität Tartu", agreement={"starts_on": date(2027, 1, 1), "ends_on": date(2030, 1, 1)})
    assert "Tartu" not in words()


@pytest.mark.parametrize(
    "query",
    [
        "?field=9999",
        "?field=%00",
        "?field=0613&level=5",
        "?field=0613&year=1999",
        "?field=" + "x" * 10_000,
        "?field=%ED%A0%80",
        "?field=0613&level=six&year=%3Cscript%3E",
        "?field=06'13",
    ],
)
@pytest.mark.parametrize("path", [PAGE, ENGLISH])
def test_what_is_not_understood_is_left_out_and_said(path, query):
    answer = fetch(f"{path}{query}")
    assert answer.status == 200
    assert answer.soup.select_one(".notice")
    assert "<script>" not in answer.body.replace('<script type="application', "")
    assert "\x00" not in answer.body


def test_the_language_switch_keeps_what_was_asked():
    offer("Universität Tartu")
    link = soup().select_one('.utility__language a[hreflang="en"]')
    assert link["href"] == f"{ENGLISH}{QUERY}"
    assert names(QUERY, ENGLISH) == ["Universität Tartu"]


def test_lists_of_one_subject_are_not_for_search_engines_and_the_page_is():
    assert fetch(PAGE).soup.find("meta", attrs={"name": "robots"}) is None
    assert fetch(f"{PAGE}{QUERY}").soup.find("meta", attrs={"name": "robots"})["content"] == "noindex,follow"
    assert fetch(f"{PAGE}?field=0613").canonical.endswith(f"{PAGE}?field=0613&level=6&year=2026")


def test_the_list_of_partners_and_each_partner_lead_there():
    offer("Universität Tartu")
    for path in ("/de/partnerschaften/", "/de/partnerschaften/universitaet-tartu/"):
        assert fetch(path).soup.select_one(f'main a[href="{PAGE}"]')


@pytest.mark.parametrize("subject", ["0613", "0714"], ids=["something is found", "nothing is"])
def test_more_partners_ask_no_more_questions(subject):
    def query_count():
        fetch(f"{PAGE}{QUERY}")  # fills the caches
        return fetch(f"{PAGE}{QUERY}").query_count

    offer("Universität Tartu", subject=subject)
    offer("Universität Lund", subject="0612")
    baseline = query_count()
    for number in range(40):
        offer(f"Weitere {number}", subject=subject if number % 2 else "0612")
    assert query_count() == baseline <= 11
