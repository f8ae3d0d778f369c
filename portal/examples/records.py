"""Invented records for the specimen page and for previews. They are never saved."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace as Example
from typing import Any

from django.db.models import Model
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Contact, Fact, Unit
from portal.core.language.bilingual import text
from portal.finder.parts import Choice
from programs.catalogue.availability import Availability
from programs.catalogue.state import State
from programs.models import (
    CostOption,
    Criterion,
    EnrolmentPeriod,
    Kind,
    LifeSituation,
    Phase,
    Place,
    Program,
)


def example(model: type[Model], *, columns: dict[str, Any] | None = None, **texts: tuple[str, str]) -> Any:
    """Return an unsaved record: example(Kind, name=("Beratung", "Advice")); English "" falls back to German."""
    german = {f"{field}_de": pair[0] for field, pair in texts.items()}
    english = {f"{field}_en": pair[1] for field, pair in texts.items()}
    return model(**german, **english, **(columns or {}))


def life_situations() -> list[LifeSituation]:
    situations = [
        example(
            LifeSituation,
            name=("Erste oder Erster in der Familie", "First in the family to study"),
            sentence=("studiere als Erste oder Erster in meiner Familie", "am the first in my family to study"),
            people=("Erste in der Familie", "first-generation students"),
            slug=("als-erste", "first-in-the-family"),
        ),
        example(
            LifeSituation,
            name=("Mit Kindern", "With children"),
            sentence=("habe Kinder", "have children"),
            people=("Eltern", "parents"),
        ),
        example(LifeSituation, name=("Mit Pflegeaufgaben", ""), sentence=("pflege Angehörige", "")),
    ]
    for situation, count in zip(situations, (14, 1, 0), strict=True):
        situation.program_count = count
    return situations


def period(**columns: Any) -> EnrolmentPeriod:
    enrolment_period = example(
        EnrolmentPeriod, note=("Für das Sommersemester", "For the summer semester"), columns=columns
    )
    enrolment_period.life_situations = life_situations()[:1]
    return enrolment_period


def availabilities() -> list[Availability]:
    """Return an availability for each variant of the badge."""
    return [
        Availability(State.CLOSING_SOON, date(2027, 11, 30), 9, period(closes_on=date(2027, 11, 30))),
        Availability(State.OPEN, date(2028, 1, 15), 55),
        Availability(State.ROLLING),
        Availability(State.UPCOMING, date(2028, 5, 3), 164),
        Availability(State.CLOSED, date(2027, 3, 1)),
    ]


def kinds() -> list[Kind]:
    return [example(Kind, name=("Mentoring", "Mentoring")), example(Kind, name=("Stipendium", "Scholarship"))]


def place() -> Place:
    return example(
        Place,
        name=("Campus Essen", "Essen campus"),
        accessibility=("Stufenfrei, Aufzug bis zur Tür", ""),
        columns={"address": "Beispielweg 1, 45141 Essen"},
    )


def programs() -> list[Program]:
    """Return a programme in both languages, and one in German only."""
    tandem = example(
        Program,
        name=("Beispiel-Tandem", "Sample Tandem"),
        summary=("Zwei Menschen, ein Jahr, ein Termin im Monat.", "Two people, one year, one day a month."),
        columns={"assured_by": _("Sample office"), "assured_on": date(2027, 10, 12), "public_id": "tandem00"},
    )
    exam = example(
        Program,
        name=("Prüfungen unter fairen Bedingungen", ""),
        summary=("Mehr Zeit, ein eigener Raum, eine andere Form.", ""),
        columns={"public_id": "exam0000"},
    )
    for program, availability in zip((tandem, exam), availabilities()[:2], strict=True):
        program.availability, program.is_free = availability, program is tandem
        program.kinds, program.places, program.service_languages = kinds(), [place()], ["de", "en"]
        program.phases = [example(Phase, name=("Schule", "School"))]
        program.responsible_unit = unit()
    return [tandem, exam]


def easy_program() -> Program:
    text = "<p>Zwei Menschen treffen sich.</p><p>Einmal im Monat.</p><p>Ein Jahr lang.</p>"
    columns = {"easy_summary_de": text, "easy_checked_by": _("Sample office"), "easy_checked_on": date(2027, 10, 12)}
    return example(Program, name=("Beispiel-Tandem", "Sample Tandem"), columns=columns)


def unit() -> Unit:
    return example(Unit, name=("Beispielstelle Vielfalt", "Sample Diversity Office"))


def contact() -> Contact:
    columns = {"unit": unit(), "email": "beratung@example.org", "phone": "+4920155501234"}
    hours = ("montags, 10–12 Uhr", "Mondays, 10 am to noon")
    return example(Contact, name=("Sprechstunde (Beispiel)", "Advice (sample)"), hours=hours, columns=columns)


def fact() -> Fact:
    return example(
        Fact,
        statement=("So viele Kooperationen zählt die Beispielhochschule.", "So says the sample university."),
        value=("> 400", "> 400"),
        unit=("Kooperationen aller Art", "co-operations of every kind"),
        source=("Beispielbericht", "Sample report"),
        columns={"as_of": "2024"},
    )


def disputed_fact() -> Fact:
    """Return a fact that another source contradicts."""
    disputed, other = fact(), fact()
    other.value_de = other.value_en = "387"
    other.source_de, other.source_en, other.as_of = "Andere Zählung (Beispiel)", "Another count (sample)", "2025"
    disputed.others = [other]
    return disputed


def steps(model: type[Model]) -> list[Any]:
    return [
        example(model, text=("Sprechen Sie mit einer Lehrkraft, der Sie vertrauen.", "Talk to a teacher you trust.")),
        example(model, text=("Füllen Sie den Antrag aus.", "")),
    ]


def criteria() -> list[Criterion]:
    school = ("Sie besuchen die Oberstufe.", "You attend the upper years of a school.")
    curious = ("Sie sind neugierig auf das Studium.", "You are curious about studying.")
    return [
        example(Criterion, explanation=school, columns={"is_hard": True}),
        example(Criterion, explanation=curious, columns={"is_hard": False}),
    ]


def choices() -> list[Choice]:
    """Return a ticked choice, one that is not ticked, and one without programmes."""
    return [
        Choice(
            value=f"sample-{situation.program_count}",
            label=text(situation, "name"),
            count=situation.program_count,
            word=ngettext("programme", "programmes", situation.program_count),
            is_checked=situation.program_count > 1,
        )
        for situation in life_situations()
    ]


def deadlines() -> list[Example]:
    availability = availabilities()[0]
    return [Example(program=program, on=date(2027, 11, 30), availability=availability) for program in programs()]


def periods() -> list[Example]:
    autumn = period(opens_on=date(2027, 10, 1), closes_on=date(2027, 11, 30))
    return [Example(period=autumn, availability=availability) for availability in availabilities()[:2]]


def costs() -> list[CostOption]:
    return [example(CostOption, note=("im Semester", "a semester"), columns={"amount": Decimal("1234.50")})]


def hits() -> list[Example]:
    """Return a result in the reader's language, and a German one for an English reader."""
    title = mark_safe("<mark>Beispiel</mark>-Tandem")
    sample = {
        "title": title,
        "summary": "Zwei Menschen, ein Jahr.",
        "url": "#",
        "kind": _("Programmes"),
        "language": "de",
    }
    return [
        Example(**sample, is_foreign=False, lang_attribute=""),
        Example(**sample, is_foreign=True, lang_attribute=mark_safe(' lang="de"')),
    ]


def result_kinds() -> list[Example]:
    return [
        Example(label=_("Everything"), url="#", count=15, is_current=True),
        Example(label=_("Programmes"), url="#", count=14, is_current=False),
    ]
