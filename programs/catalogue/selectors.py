"""The queries for programmes and life situations. What visitors see is narrowed by `public`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from partners.networks import serving
from portal.core.language.bilingual import is_empty, reader_language
from portal.core.language.choices import language_names
from portal.core.pages.index_page import index_url
from portal.core.related import fetch_related
from portal.core.time.moment import today
from portal.core.visibility import public
from portal.translation.selectors import wanted_by_reader
from programs.catalogue.availability import Availability, availability, of_period
from programs.catalogue.availability_expressions import deadline
from programs.catalogue.facets import RELATIONS
from programs.models import CostOption, EnrolmentKind, EnrolmentPeriod, LifeSituation, Program, Status


@dataclass(frozen=True)
class Deadline:
    """The last or the first day on which one can apply for a programme."""

    program: Program
    availability: Availability

    @property
    def on(self) -> date | None:
        return self.availability.on

    @property
    def period(self) -> EnrolmentPeriod | None:
        return self.availability.period


def programs() -> QuerySet[Program]:
    """Return the public programmes that lists show: all but those that have ended."""
    return public(Program.objects.filter(Program.listed_q()))


def rows(queryset: QuerySet[Program]) -> list[Program]:
    """Return the programmes with everything that a row of a list shows: one query."""
    rows = fetch_related(queryset, *Program.row_relations)
    for program in rows:
        _add_row_attributes(program)
    return rows


def _add_row_attributes(program: Program) -> None:
    """Set `availability` and `is_free`."""
    program.availability = availability(program)
    program.is_free = is_free(program.cost_options.all())


def chosen_programs(keys: list[int]) -> list[Program]:
    """Return the public programmes with these primary keys, in the order of the keys, as `rows` does."""
    programs_by_key = {program.pk: program for program in rows(public(Program.objects.filter(pk__in=keys)))}
    return [programs_by_key[key] for key in keys if key in programs_by_key]


def first_programs(concepts: Mapping[str, Model], number: int) -> list[Program]:
    """Return up to `number` listed programmes that have all the concepts, which are by facet, as `rows` does."""
    matches = programs()
    for facet, concept in concepts.items():
        matches = matches.filter(**{RELATIONS[facet]: concept.pk})
    return rows(in_order(matches, "deadline")[:number])


def easy_programs() -> list[Program]:
    """Return the listed programmes with a summary in Leichte Sprache, sorted by their German names."""
    by_name = programs().order_by("sort_de", "pk")
    return [program for program in by_name if not is_empty(program.easy_summary_de)]


def in_order(queryset: QuerySet[Program], sort: str) -> QuerySet[Program]:
    """Sort by name, or by the next day on which enrolment closes or opens; programmes without one follow by name."""
    by_name = f"sort_{reader_language()}"
    if sort == "name":
        return queryset.order_by(by_name, "pk")
    return queryset.order_by(deadline(), by_name, "pk")


def situations() -> QuerySet[LifeSituation]:
    """Return the public life situations, each with `program_count`, its number of listed programmes."""
    listed = Q(programs__in=programs().values("pk"))
    count = Count("programs", filter=listed, distinct=True)
    return public(LifeSituation.objects.all()).annotate(program_count=count)


def deadlines(limit: int = 5) -> list[Deadline]:
    """Return the next days on which enrolment closes or opens, one for each programme, the soonest first."""
    day = today()
    ahead = Q(closes_on__gte=day) | Q(opens_on__gt=day)
    periods = EnrolmentPeriod.objects.filter(ahead, kind=EnrolmentKind.FIXED, program=OuterRef("pk"))
    soonest = periods.annotate(day=Coalesce("closes_on", "opens_on")).order_by("day").values("day")[:1]
    active = programs().filter(status=Status.ACTIVE).alias(next_day=Subquery(soonest)).exclude(next_day=None)
    candidates = rows(active.order_by("next_day", "sort_de")[: limit * 2])
    deadlines = [Deadline(program, program.availability) for program in candidates if program.availability.on]
    return sorted(deadlines, key=lambda deadline: deadline.on or date.max)[:limit]


def program_page(program: Program) -> dict[str, Any]:
    """Return the context of the page of a programme."""
    related = list(program.related_programs.all())
    for other in related:
        _add_row_attributes(other)
    return {
        "program": program,
        "availability": availability(program),
        "periods": [
            {"period": period, "availability": of_period(period)} for period in program.enrolment_periods.all()
        ],
        "criteria": program.criteria.all(),
        "costs": program.cost_options.all(),
        "is_free": is_free(program.cost_options.all()),
        "documents": program.required_documents.all(),
        "steps": program.application_steps.all(),
        "places": program.places.all(),
        "situations": program.life_situations.all(),
        "kinds": program.kinds.all(),
        "phases": program.phases.all(),
        "contacts": program.contacts.all(),
        "taught": program.teaching_languages.all(),
        "languages": language_names(program.service_languages),
        "related": related,
        "principles": program.principles.all(),
        "translation": wanted_by_reader(program),
    }


@serving.register
def serving_programs(keys: list[int]) -> dict[int, list[Model]]:
    """Return the listed programmes by the primary key of each guiding principle, sorted by name: one query."""
    serving = programs().filter(principles__in=keys).annotate(principle=F("principles__pk"))
    programs_by_principle: dict[int, list[Model]] = defaultdict(list)
    for program in serving.order_by(f"sort_{reader_language()}", "pk"):
        programs_by_principle[program.principle].append(program)
    return programs_by_principle


def is_free(costs: Iterable[CostOption]) -> bool | None:
    """Tell whether a programme is free of charge; None where its costs are unknown."""
    amounts = [cost.amount for cost in costs]
    return not any(amounts) if amounts else None


def situation_page(situation: LifeSituation) -> dict[str, Any]:
    """Return the context of the page of a life situation, which may be an unsaved one in a preview."""
    listed = programs().filter(life_situations__in=[situation.pk])
    finder_url = index_url(Program)
    return {
        "situation": situation,
        "programs": rows(in_order(listed, "deadline")),
        "finder_url": f"{finder_url}?situation={situation.notation}" if finder_url else "",
        "translation": wanted_by_reader(situation),
    }
