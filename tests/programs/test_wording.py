"""What visitors read of dates, row by row and written by hand: on 21 November 2026 at 10 am in Berlin."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils.translation import override

from programs.catalogue.availability import availability
from programs.models import Kind
from tests.factories import LifeSituationFactory, ProgramFactory

pytestmark = pytest.mark.django_db
REFUGEES = {"name_de": "Geflüchtet", "people_de": "Geflüchtete", "people_en": "refugees"}
PARENTS = {"name_de": "Mit Kindern", "people_de": "Eltern", "people_en": "parents"}
GERMAN_ONLY = {"name_de": "Im Ruhestand", "people_de": "Ältere", "people_en": ""}


def period(opens="", closes="", *, kind="fixed", only=()):
    days = {"opens_on": opens, "closes_on": closes}
    return {"kind": kind, "only": only, **{name: date.fromisoformat(day) for name, day in days.items() if day}}


# Periods; then badge, heading and sentence in German and in English.
ROWS = {
    "open": (
        [period("2026-10-01", "2026-12-31")],
        ("offen", "Bewerben bis", "bis 31. Dezember 2026"),
        ("open", "Apply by", "until 31 December 2026"),
    ),
    "open without end": ([period("2026-10-01")], ("offen", "", ""), ("open", "", "")),
    "open for some": (
        [period("2026-10-01", "2027-01-04", only=[REFUGEES])],
        ("offen für Geflüchtete", "Bewerben bis", "bis 4. Januar 2027"),
        ("open for refugees", "Apply by", "until 4 January 2027"),
    ),
    "open for two groups": (
        [period("2026-10-01", "2027-01-04", only=[REFUGEES, PARENTS])],
        ("offen für Geflüchtete und Eltern", "Bewerben bis", "bis 4. Januar 2027"),
        ("open for refugees and parents", "Apply by", "until 4 January 2027"),
    ),
    "open for a group that has no English name": (
        [period("2026-10-01", "2027-01-04", only=[GERMAN_ONLY])],
        ("offen für Ältere", "Bewerben bis", "bis 4. Januar 2027"),
        ("open for certain groups", "Apply by", "until 4 January 2027"),
    ),
    "a fortnight left": (
        [period("2026-10-01", "2026-12-05")],
        ("noch 14 Tage", "Bewerben bis", "bis 5. Dezember 2026, 23:59 Uhr"),
        ("14 days left", "Apply by", "until 5 December 2026, 23:59"),
    ),
    "tomorrow is the last day": (
        [period("2026-10-01", "2026-11-22")],
        ("noch 1 Tag", "Bewerben bis", "bis 22. November 2026, 23:59 Uhr"),
        ("1 day left", "Apply by", "until 22 November 2026, 23:59"),
    ),
    "the last day": (
        [period("2026-10-01", "2026-11-21")],
        ("letzter Tag", "Bewerben bis", "heute bis 23:59 Uhr"),
        ("last day", "Apply by", "today until 23:59"),
    ),
    "the last day for some": (
        [period("2026-10-01", "2026-11-21", only=[REFUGEES])],
        ("letzter Tag für Geflüchtete", "Bewerben bis", "heute bis 23:59 Uhr"),
        ("last day for refugees", "Apply by", "today until 23:59"),
    ),
    "few days left for some": (
        [period("2026-10-01", "2026-11-24", only=[REFUGEES])],
        ("noch 3 Tage für Geflüchtete", "Bewerben bis", "bis 24. November 2026, 23:59 Uhr"),
        ("3 days left for refugees", "Apply by", "until 24 November 2026, 23:59"),
    ),
    "rolling": ([period(kind="rolling")], ("jederzeit", "", ""), ("at any time", "", "")),
    "rolling with an end": (
        [period(closes="2026-12-31", kind="rolling")],
        ("jederzeit", "Jederzeit bis", "bis 31. Dezember 2026"),
        ("at any time", "At any time until", "until 31 December 2026"),
    ),
    "rolling for some": (
        [period(kind="rolling", only=[PARENTS])],
        ("jederzeit für Eltern", "", ""),
        ("at any time for parents", "", ""),
    ),
    "rolling, later": (
        [period("2027-04-01", kind="rolling")],
        ("noch nicht offen", "Öffnet am", "öffnet am 1. April 2027"),
        ("not open yet", "Opens on", "opens on 1 April 2027"),
    ),
    "on request": ([period(kind="on-request")], ("auf Anfrage", "", ""), ("on request", "", "")),
    "on request with an end": (
        [period(closes="2027-02-28", kind="on-request")],
        ("auf Anfrage", "Auf Anfrage bis", "bis 28. Februar 2027"),
        ("on request", "On request until", "until 28 February 2027"),
    ),
    "on request for some": (
        [period(kind="on-request", only=[REFUGEES])],
        ("auf Anfrage für Geflüchtete", "", ""),
        ("on request for refugees", "", ""),
    ),
    "upcoming": (
        [period("2027-05-01", "2027-07-15")],
        ("noch nicht offen", "Öffnet am", "öffnet am 1. Mai 2027"),
        ("not open yet", "Opens on", "opens on 1 May 2027"),
    ),
    "upcoming for some": (
        [period("2027-05-01", "2027-07-15", only=[REFUGEES])],
        ("noch nicht offen", "Öffnet am", "öffnet für Geflüchtete am 1. Mai 2027"),
        ("not open yet", "Opens on", "opens for refugees on 1 May 2027"),
    ),
    "opens tomorrow": (
        [period("2026-11-22", "2027-07-15")],
        ("noch nicht offen", "Öffnet am", "öffnet am 22. November 2026"),
        ("not open yet", "Opens on", "opens on 22 November 2026"),
    ),
    "opens again": (
        [period("2026-05-01", "2026-07-15"), period("2027-05-01", "2027-07-15")],
        ("geschlossen, öffnet wieder", "Öffnet wieder am", "öffnet wieder am 1. Mai 2027"),
        ("closed, opens again", "Opens again on", "opens again on 1 May 2027"),
    ),
    "opens again for some": (
        [period("2026-05-01", "2026-07-15"), period("2027-05-01", "2027-07-15", only=[PARENTS])],
        ("geschlossen, öffnet wieder", "Öffnet wieder am", "öffnet für Eltern wieder am 1. Mai 2027"),
        ("closed, opens again", "Opens again on", "opens again for parents on 1 May 2027"),
    ),
    "closed yesterday": (
        [period("2026-10-01", "2026-11-20")],
        ("geschlossen", "Der letzte Tag war", "geschlossen seit 21. November 2026"),
        ("closed", "The last day was", "closed since 21 November 2026"),
    ),
    "closed at the end of a year": (
        [period("2025-10-01", "2025-12-31")],
        ("geschlossen", "Der letzte Tag war", "geschlossen seit 1. Januar 2026"),
        ("closed", "The last day was", "closed since 1 January 2026"),
    ),
    "closed for some": (
        [period("2026-10-01", "2026-11-20", only=[REFUGEES])],
        ("geschlossen", "Der letzte Tag war", "geschlossen seit 21. November 2026"),
        ("closed", "The last day was", "closed since 21 November 2026"),
    ),
    "closed for all, open for some": (
        [period("2026-10-01", "2026-11-20"), period("2026-11-20", "2027-01-04", only=[REFUGEES])],
        ("offen für Geflüchtete", "Bewerben bis", "bis 4. Januar 2027"),
        ("open for refugees", "Apply by", "until 4 January 2027"),
    ),
    "no dates": ([], ("Termine unbekannt", "", ""), ("dates unknown", "", "")),
}


def program_with(periods, kind="scholarship", **columns):
    rows = [dict(row) for row in periods]
    for row in rows:
        row["life_situations"] = [LifeSituationFactory(**texts) for texts in row.pop("only")]
    return ProgramFactory(periods=rows, main_kind=Kind.objects.get(notation=kind), **columns)


def words(program, language):
    """Return badge, heading and sentence, as a page in the language shows them."""
    with time_machine.travel("2026-11-21T10:00:00+01:00", tick=False), override(language):
        result = availability(program)
        return (result.label, result.heading if result.on else "", result.sentence)


@pytest.mark.parametrize("case", ROWS)
def test_each_row_is_said_as_a_person_would_say_it(case):
    periods, german, english = ROWS[case]
    program = program_with(periods)
    assert (words(program, "de"), words(program, "en")) == (german, english)


@pytest.mark.parametrize(
    ("status", "german", "english"), [("paused", "pausiert", "paused"), ("ended", "beendet", "ended")]
)
def test_what_has_stopped_names_no_day(status, german, english):
    program = program_with(ROWS["open"][0], status=status)
    assert (words(program, "de"), words(program, "en")) == ((german, "", ""), (english, "", ""))


def test_where_nobody_applies_one_registers():
    program = program_with(ROWS["open"][0], "childcare")
    assert words(program, "de")[1] == "Anmelden bis"
    assert words(program, "en")[1] == "Register by"


@pytest.mark.parametrize(
    ("case", "button", "link"),
    [
        ("open", "Apply", ""),
        ("the last day", "Apply", ""),
        ("rolling", "Apply", ""),
        ("on request", "Apply", ""),
        ("no dates", "Apply", ""),
        ("upcoming", "", "See the page for applying"),
        ("opens again", "", "See the page for applying"),
        ("closed yesterday", "", ""),
    ],
)
def test_the_button_for_applying_stands_only_where_one_can(case, button, link, rendered_when):
    page = rendered_when(program_with(ROWS[case][0], apply_url="https://example.org/apply"))
    assert [element.get_text(strip=True) for element in page.select(".button")] == [button] * bool(button)
    assert [element.get_text(strip=True) for element in page.select(".more")] == [link] * bool(link)


@pytest.fixture
def rendered_when():
    """Return a function that returns the part of a programme's English page that shows the day that matters."""

    def render(program):
        with time_machine.travel("2026-11-21T10:00:00+01:00", tick=False), override("en"):
            context = {"program": program, "availability": availability(program)}
            return BeautifulSoup(render_to_string("programs/program_when.html", context), "html5lib")

    return render
