"""Records with everything in them that an editor can fill in, and what of a record is content."""

import re
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.http import urlencode

from programs.models import (
    ApplicationStep,
    CostOption,
    Criterion,
    Delivery,
    EnrolmentPeriod,
    Kind,
    Level,
    LifeSituation,
    Mode,
    Phase,
    Place,
    RequiredDocument,
    TeachingLanguage,
)
from tests.factories import ContactFactory, InstitutionFactory, LifeSituationFactory, ProgramFactory

CHANGES_WITH_EVERY_SAVE = {
    "pk",
    "program",
    "latest_revision",
    "live_revision",
    "first_published_at",
    "last_published_at",
    "has_unpublished_changes",
    "live",
    "go_live_at",
    "sort_order",
}
BLOCK_KEY = re.compile(r' data-block-key="\w+"')


def full_program():
    """Return a public programme with both languages, every kind of inline child and every relation."""
    program = ProgramFactory(
        **_both("name", "Mentoring für Anfänge", "Mentoring for beginnings"),
        **_both("alternate_name", "Anfangen", "Begin"),
        **_both("summary", "Kurz.", "Short."),
        **_both("description", "<p>Ausführlich.</p>", "<p>At length.</p>"),
        **_both("eligibility", "<p>Alle.</p>", "<p>All.</p>"),
        **_both("alert", "Achtung.", "Mind."),
        easy_summary_de="<p>Leicht.</p>",
        easy_checked_by="Prüfgruppe",
        easy_checked_on=date(2026, 5, 4),
        service_languages=["de", "tr"],
        apply_url="https://example.org/apply",
        source_url="https://example.org/source",
        assured_on=date(2026, 3, 2),
        assured_by="Stelle",
    )
    program.criteria.set([Criterion(criterion="age", operator="at-least", value="16", **_both("explanation"))])
    program.cost_options.set([CostOption(amount=Decimal("12.50"), **_both("note"))])
    program.required_documents.set([RequiredDocument(**_both("text"))])
    program.application_steps.set([ApplicationStep(**_both("text")), ApplicationStep(sort_order=1, **_both("text"))])
    program.teaching_languages.set([TeachingLanguage(language="de", level="B2")])
    program.places.set([_place()])
    program.enrolment_periods.set([_period()])
    for name, concept in {
        "kinds": Kind,
        "phases": Phase,
        "levels": Level,
        "modes": Mode,
        "deliveries": Delivery,
    }.items():
        getattr(program, name).add(*concept.objects.all()[:2])
    program.life_situations.set(LifeSituation.objects.all()[:3])
    program.contacts.set([ContactFactory(), ContactFactory()])
    program.partner_institutions.set([InstitutionFactory()])
    program.related_programs.set([ProgramFactory()])
    return _published(program)


def full_situation():
    """Return a public life situation with both languages."""
    situation = LifeSituationFactory(
        **_both("name", "Mit Enkeln", "With grandchildren"),
        **_both("sentence", "habe Enkel", "have grandchildren"),
        **_both("title", "Studieren mit Enkeln", "Studying with grandchildren"),
        **_both("summary"),
        **_both("introduction", "<p>Einleitung.</p>", "<p>Introduction.</p>"),
        synonyms_de=["Oma", "Opa"],
        synonyms_en=["granny"],
        assured_by="Stelle",
        is_sensitive=True,
        assured_on=date(2026, 3, 2),
    )
    return _published(situation)


def content(record) -> dict:
    """Return everything that an editor has put into a record, children and relations included."""
    return _content(record.serializable_data())


def stored(record) -> dict:
    """Return the content of the row that visitors see."""
    return content(type(record).objects.get(pk=record.pk))


def drafted(record) -> dict:
    """Return the content of the newest draft."""
    return content(type(record).objects.get(pk=record.pk).get_latest_revision_as_object())


def admin_url(view: str, record, *more, **query) -> str:
    """Return the address of one of the admin's views for a record or (for "add" and "list") its class."""
    options = record._meta
    keys = [record.pk, *more] if getattr(record, "pk", None) and not isinstance(record, type) else []
    address = reverse(f"wagtailsnippets_{options.app_label}_{options.model_name}:{view}", args=keys)
    return f"{address}?{urlencode(query)}" if query else address


def _content(data):
    if isinstance(data, dict):
        return {name: _content(value) for name, value in data.items() if name not in CHANGES_WITH_EVERY_SAVE}
    if isinstance(data, list):
        items = [_content(item) for item in data]
        return sorted(items) if all(isinstance(item, int) for item in items) else items
    return BLOCK_KEY.sub("", data) if isinstance(data, str) else data


def _published(record):
    record.save()
    record.save_revision().publish()
    return type(record).objects.get(pk=record.pk)


def _both(field: str, german: str = "Auf Deutsch", english: str = "In English") -> dict:
    return {f"{field}_de": german, f"{field}_en": english}


def _place() -> Place:
    point = {"latitude": Decimal("51.46300"), "longitude": Decimal("7.00400")}
    return Place(**_both("name"), address="Hof 1", **point, **_both("accessibility"))


def _period() -> EnrolmentPeriod:
    period = EnrolmentPeriod(term="2027S", opens_on=date(2027, 1, 1), closes_on=date(2027, 2, 28), **_both("note"))
    period.life_situations.set(LifeSituation.objects.all()[:2])
    return period
