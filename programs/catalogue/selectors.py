"""Every reading query of this app. What visitors get goes through `public` first."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from partners.networks import serving
from portal.core.bilingual import ENGLISH, is_empty, reader_language
from portal.core.indexes import index_url
from portal.core.languages import LANGUAGE_NAMES
from portal.core.moment import today
from portal.core.related import fetch_related
from portal.core.visibility import public
from portal.translation.selectors import wanted
from programs.catalogue import availability_sql
from programs.catalogue.availability import Availability, availability, of_period
from programs.catalogue.facets import RELATIONS
from programs.models import EnrolmentKind, EnrolmentPeriod, LifeSituation, Program, Status


@dataclass(frozen=True)
class Deadline:
    """A day by which, or from which, one can apply."""

    program: Program
    availability: Availability

    @property
    def on(self):
        return self.availability.on

    @property
    def period(self):
        return self.availability.period


def programs():
    """Return the public programmes that lists show."""
    return public(Program.objects.filter(Program.listed_q()))


def rows(queryset) -> list[Program]:
    """Return the programmes with what one row of a list shows, availability included: one query."""
    found = fetch_related(queryset, *Program.row_relations)
    for program in found:
        _complete_row(program)
    return found


def _complete_row(program: Program):
    """Attach what a row shows and no column holds."""
    program.availability = availability(program)
    program.is_free = is_free(program.cost_options.all())


def chosen_programs(keys: list[int]) -> list[Program]:
    """Return those of the programmes that are public, in the order of `keys`."""
    found = {program.pk: program for program in rows(public(Program.objects.filter(pk__in=keys)))}
    return [found[key] for key in keys if key in found]


def first_programs(concepts: dict, number: int) -> list[Program]:
    """Return up to `number` listed programmes that have all of some concepts, which are given by facet."""
    found = programs()
    for facet, concept in concepts.items():
        found = found.filter(**{RELATIONS[facet]: concept.pk})
    return rows(in_order(found, "deadline")[:number])


def easy_programs() -> list[Program]:
    """Return the listed programmes with a summary in Leichte Sprache, by their German names."""
    return [one for one in programs().order_by("sort_de", "pk") if not is_empty(one.easy_summary_de)]


def in_order(queryset, sort: str):
    """Sort by name, or by the next day on which something closes or opens; what has no such day follows by name."""
    by_name = f"sort_{reader_language()}"
    if sort == "name":
        return queryset.order_by(by_name, "pk")
    return queryset.order_by(availability_sql.Deadline(), by_name, "pk")


def situations():
    """Return the public life situations, each with the number of listed programmes."""
    listed = Q(programs__in=programs().values("pk"))
    count = Count("programs", filter=listed, distinct=True)
    return public(LifeSituation.objects.all()).annotate(program_count=count)


def deadlines(limit: int = 5) -> list[Deadline]:
    """Return the next days on which something closes or opens, one for each programme, soonest first."""
    day = today()
    ahead = Q(closes_on__gte=day) | Q(opens_on__gt=day)
    periods = EnrolmentPeriod.objects.filter(ahead, kind=EnrolmentKind.FIXED, program=OuterRef("pk"))
    soonest = periods.annotate(day=Coalesce("closes_on", "opens_on")).order_by("day").values("day")[:1]
    active = programs().filter(status=Status.ACTIVE).alias(next_day=Subquery(soonest)).exclude(next_day=None)
    candidates = rows(active.order_by("next_day", "sort_de")[: limit * 2])
    found = [Deadline(program, program.availability) for program in candidates if program.availability.on]
    return sorted(found, key=lambda one: one.on)[:limit]


def program_page(program: Program) -> dict:
    """Return what the page of one programme shows besides its own columns."""
    related = list(program.related_programs.all())
    for other in related:
        _complete_row(other)
    return {
        "program": program,
        "availability": availability(program),
        "periods": [{"period": one, "availability": of_period(one)} for one in program.enrolment_periods.all()],
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
        "languages": [dict(LANGUAGE_NAMES)[code] for code in program.service_languages],
        "related": related,
        "principles": program.principles.all(),
        "translation": _wanted_translation(program),
    }


def _wanted_translation(record):
    """Return the translation that readers may ask for where a record is shown by fallback, else None."""
    is_fallback = reader_language() == ENGLISH and is_empty(record.name_en)
    return wanted(record) if is_fallback else None


@serving.register
def serving_programs(keys) -> dict[int, list[Program]]:
    """Return the listed programmes that serve each of some guiding principles, by name: one query."""
    found = programs().filter(principles__in=keys).annotate(principle=F("principles__pk"))
    served = defaultdict(list)
    for program in found.order_by(f"sort_{reader_language()}", "pk"):
        served[program.principle].append(program)
    return served


def is_free(costs) -> bool | None:
    """Tell whether a programme costs nothing; None where nobody has said."""
    amounts = [cost.amount for cost in costs]
    return not any(amounts) if amounts else None


def situation_page(situation: LifeSituation) -> dict:
    """Return what the page of one life situation shows, also of one that is previewed before it is saved."""
    listed = programs().filter(life_situations__in=[situation.pk])
    finder_url = index_url(Program)
    return {
        "situation": situation,
        "programs": rows(in_order(listed, "deadline")),
        "finder_url": f"{finder_url}?situation={situation.notation}" if finder_url else "",
        "translation": _wanted_translation(situation),
    }
