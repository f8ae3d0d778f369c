"""Records with every field filled in that editors can fill in, and the parts of a record that count as content."""

import re
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.http import urlencode

from partners.models import Committee, Membership, NetworkDate, Profile, Seat
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
from tests import wagtail_indexes
from tests.factories import (
    CertificationFactory,
    ContactFactory,
    FactFactory,
    GuidingPrincipleFactory,
    InstitutionFactory,
    LifeSituationFactory,
    NetworkFactory,
    ProgramFactory,
)

CHANGES_WITH_EVERY_SAVE = {
    "pk",
    "program",
    "network",
    "committee",
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


@wagtail_indexes.left_out()
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
    program.principles.set([GuidingPrincipleFactory()])
    program.related_programs.set([ProgramFactory()])
    return _published(program)


@wagtail_indexes.left_out()
def full_situation():
    """Return a public life situation with both languages."""
    situation = LifeSituationFactory(
        **_both("name", "Mit Enkeln", "With grandchildren"),
        **_both("sentence", "habe Enkel", "have grandchildren"),
        **_both("people", "Großeltern", "grandparents"),
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


@wagtail_indexes.left_out()
def full_network():
    """Return a public network with both languages, every kind of inline child and every relation."""
    sourced = {**_both("source"), "source_url": "https://example.org/source"}
    network = NetworkFactory(
        **_both("name", "Verbund", "Alliance"),
        **_both("summary"),
        **_both("mission", "<p>Ziele.</p>", "<p>Aims.</p>"),
        **_both("guarantors", "<p>Bürgen.</p>", "<p>Guarantors.</p>"),
        **_both("legal_form"),
        **_both("predecessor"),
        founded_on="2024-06-17",
        website="https://example.org/",
        assured_on=date(2026, 3, 2),
        assured_by="Stelle",
    )
    membership = Membership(
        institution=InstitutionFactory(),
        successor=InstitutionFactory(),
        **_both("name"),
        **_both("note"),
        since="2009",
        until="2024-12-31",
        **sourced,
    )
    network.memberships.set([membership])
    network.dates.set([NetworkDate(on="1998", **_both("text"), **sourced)])
    network.committees.set([_committee()])
    network.profiles.set([Profile(name="Instagram", url="https://example.org/insta")])
    network.facts.set([FactFactory()])
    return _published(network)


@wagtail_indexes.left_out()
def full_principle():
    """Return a public guiding principle with both languages."""
    principle = GuidingPrincipleFactory(
        **_both("name", "Offene Türen", "Open doors"),
        **_both("text"),
        **_both("official_text", "<p>Amtlich.</p>", "<p>Official.</p>"),
        **_both("source"),
        source_url="https://example.org/source",
        valid_until="2030",
        assured_on=date(2026, 3, 2),
        assured_by="Stelle",
    )
    return _published(principle)


@wagtail_indexes.left_out()
def full_certification():
    """Return a public certification with both languages and every relation."""
    award = CertificationFactory()
    certification = CertificationFactory(
        **_both("name", "Zusatzpreis", "Additional prize"),
        **_both("summary"),
        **_both("level"),
        **_both("round"),
        **_both("source"),
        **_both("extension_reason"),
        **_both("next_milestone"),
        award=award,
        predecessor=award,
        decided_on="2020-02",
        valid_until="2025",
        extended_until="2099-06",
        ended_on="2099-05",
        next_milestone_on=date(2027, 3, 2),
        report_url="https://example.org/report",
        assured_on=date(2026, 3, 2),
        assured_by="Stelle",
    )
    return _published(certification)


def content(record) -> dict:
    """Return everything that an editor has entered in a record, including children and relations."""
    return _content(record.serializable_data())


def stored(record) -> dict:
    """Return the content of the published row."""
    return content(type(record).objects.get(pk=record.pk))


def drafted(record) -> dict:
    """Return the content of the latest draft."""
    return content(type(record).objects.get(pk=record.pk).get_latest_revision_as_object())


def admin_url(view: str, record, *more, **query) -> str:
    """Return the address of an admin view for a record or (for "add" and "list") its class."""
    options = record._meta
    keys = [record.pk, *more] if getattr(record, "pk", None) and not isinstance(record, type) else []
    address = reverse(f"wagtailsnippets_{options.app_label}_{options.model_name}:{view}", args=keys)
    return f"{address}?{urlencode(query)}" if query else address


def _committee():
    committee = Committee(**_both("name"), **_both("mandate"))
    seats = [Seat(institution=InstitutionFactory(), contact=ContactFactory(), **_both("office")) for _n in range(2)]
    for position, seat in enumerate(seats):
        seat.sort_order, seat.since, seat.until = position, "2024", "2030"
    committee.seats.set(seats)
    return committee


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
