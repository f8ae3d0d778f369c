"""Loads programmes with all their parts. Dates are relative to the first load, so that some are always open."""

from datetime import date, timedelta
from typing import Any

from partners.models import Contact, GuidingPrinciple, Institution, Unit
from portal.core.time.moment import today
from portal.demo.loading import matching
from portal.demo.loading.content import columns, files
from programs import models

TEXTS = ("name_*", "alternate_name_*", "slug_*", "summary_*", "description_*", "eligibility_*", "alert_*")
PLAIN = (
    "public_id",
    "status",
    "service_languages",
    "apply_url",
    "source_url",
    "assured_by",
    "easy_checked_by",
    "easy_summary_de",
)
CONCEPTS = {
    "kinds": models.Kind,
    "life_situations": models.LifeSituation,
    "phases": models.Phase,
    "levels": models.Level,
    "modes": models.Mode,
    "deliveries": models.Delivery,
}
PARTS = {
    "criteria": ("criterion", "operator", "value", "is_hard", "explanation_*"),
    "cost_options": ("amount", "currency", "note_*"),
    "required_documents": ("text_*",),
    "application_steps": ("text_*",),
    "teaching_languages": ("language", "level"),
    "places": ("name_*", "address", "latitude", "longitude", "accessibility_*"),
}


def load() -> int:
    """Create the missing programmes and return how many."""
    rows = files("programs")
    missing_rows = matching.missing(models.Program, rows)
    units = matching.by_key(Unit, "unit")
    created = {row["slug_de"]: _program(row, units[row["unit"]]) for row in missing_rows}
    programs = {program.slug_de: program for program in models.Program.objects.all()}
    for row in missing_rows:
        program = created[row["slug_de"]]
        program.related_programs.set([programs[slug] for slug in row.get("related", []) if slug in programs])
        program.save_revision().publish()
    return len(missing_rows)


def _program(row: dict, unit: Unit) -> models.Program:
    program = models.Program(
        **columns(row, *TEXTS, *PLAIN),
        live=False,  # until it has all its parts
        responsible_unit=unit,
        main_kind=models.Kind.objects.get(notation=row["main_kind"]),
        assured_on=_ago(row.get("assured_days_ago")),
        easy_checked_on=_ago(row.get("easy_checked_days_ago")),
        review_interval=row.get("review_interval_months", 12),
    )
    for name, concept in CONCEPTS.items():
        getattr(program, name).set(_concepts(concept, row.get(name, [])))
    _attach_parts(program, row)
    program.contacts.set([matching.by_key(Contact, "contact")[key] for key in row.get("contacts", [])])
    institutions = matching.by_key(Institution, "institution")
    program.partner_institutions.set([institutions[key] for key in row.get("partners", [])])
    principles = matching.by_key(GuidingPrinciple, "principle")
    program.principles.set([principles[key] for key in row.get("principles", [])])
    program.full_clean()
    program.save()
    return program


def _attach_parts(program: models.Program, row: dict) -> None:
    for name, fields in PARTS.items():
        model: Any = program._meta.get_field(name).related_model
        parts = [model(sort_order=place, **columns(part, *fields)) for place, part in enumerate(row.get(name, []))]
        getattr(program, name).set(parts)
    periods = [_period(part, place) for place, part in enumerate(row.get("enrolment_periods", []))]
    program.enrolment_periods.set(periods)


def _period(row: dict, place: int) -> models.EnrolmentPeriod:
    period = models.EnrolmentPeriod(
        sort_order=place,
        **columns(row, "kind", "note_*"),
        opens_on=_ahead(row.get("opens_in_days")),
        closes_on=_ahead(row.get("closes_in_days")),
        term=term(today(), row["semesters_ahead"]) if "semesters_ahead" in row else "",
    )
    period.life_situations.set(_concepts(models.LifeSituation, row.get("life_situations", [])))
    return period


def _concepts(model: Any, notations: list[str]) -> list:
    concepts = {concept.notation: concept for concept in model.objects.filter(notation__in=notations)}
    return [concepts[notation] for notation in notations]


def term(day: date, ahead: int = 0) -> str:
    """Return the term `ahead` semesters after that of `day`: "2027S" begins in April, "2026W" in October."""
    count = day.year * 2 + (0 if 4 <= day.month <= 9 else 1 if day.month >= 10 else -1) + ahead
    return f"{count // 2}{'SW'[count % 2]}"


def _ahead(days: int | None) -> date | None:
    return None if days is None else today() + timedelta(days=days)


def _ago(days: int | None) -> date | None:
    return None if days is None else today() - timedelta(days=days)
