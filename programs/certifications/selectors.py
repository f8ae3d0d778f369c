"""The queries for certifications: current, upcoming and earlier ones."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from partners.models import Unit
from portal.core.related import fetch_related
from portal.core.time.moment import today
from portal.core.visibility import public
from portal.translation.selectors import wanted_by_reader
from programs.certifications import data
from programs.certifications.status import CURRENT, CertificateStatus, begin, certificate_status, end
from programs.certifications.timeline import Timeline
from programs.models import Certification, CertificationScheme, Theme


@dataclass
class Holder:
    """The certifications of one holder; `unit` is None for the university as a whole and for other institutions."""

    unit: Unit | None
    certifications: list[Certification] = field(default_factory=list)


@dataclass(frozen=True)
class ThemeGroup:
    """The holders of current certifications of one theme."""

    theme: Theme
    holders: list[Holder]


@dataclass(frozen=True)
class Proof:
    """A scheme for the home page, with its newest award and all awards, the oldest first."""

    scheme: CertificationScheme
    newest: Certification
    rounds: list[Certification]


def certifications(queryset: QuerySet[Certification] | None = None) -> list[Certification]:
    """Return the public certifications of a queryset, by default all, the newest first: one query."""
    records = public(Certification.objects.all() if queryset is None else queryset)
    rows = fetch_related(records, *Certification.row_relations)
    return sorted(rows, key=lambda certification: (begin(certification), certification.sort_de), reverse=True)


def certification_list(day: date | None = None) -> dict[str, Any]:
    """Return the context of the list of certifications on a day. Add-ons are listed with their award."""
    day = day or today()
    all_certifications = _with_status_on(certifications(), day)
    awards = _with_add_ons(all_certifications)
    context = {
        "day": day,
        "themes": _by_theme(_having_status(awards, *CURRENT)),
        "upcoming": _having_status(awards, CertificateStatus.UPCOMING),
        "earlier": _having_status(awards, CertificateStatus.EARLIER),
        "timeline": Timeline(all_certifications, day),
    }
    linked_data = data.certifications_json_ld(all_certifications)
    return {**context, "data": data.certifications_data(all_certifications, day), "linked_data": linked_data}


def certification_page(certification: Certification) -> dict[str, Any]:
    """Return the context of the page of a certification."""
    day = today()
    _with_status_on([certification], day)
    add_ons = [add_on for add_on in certification.add_ons.all() if add_on.pk != certification.pk]
    context = {
        "certification": certification,
        "add_ons": _with_status_on(add_ons, day),
        "successors": certification.successors.all(),
        "translation": wanted_by_reader(certification),
    }
    linked_data = data.certification_json_ld(certification)
    return {**context, "data": data.certification_data(certification), "linked_data": linked_data}


def proofs(schemes: list[int]) -> list[Proof]:
    """Return the schemes with these primary keys that have a public award, in the order of the keys: one query."""
    awards = certifications(Certification.objects.filter(scheme__in=schemes, award=None))
    rounds_by_scheme: dict[int, list[Certification]] = {key: [] for key in schemes}
    for award in _with_status_on(awards, today()):
        rounds_by_scheme[award.scheme_id].append(award)
    return [Proof(rounds[0].scheme, rounds[0], rounds[::-1]) for rounds in rounds_by_scheme.values() if rounds]


def milestones() -> QuerySet[Certification]:
    """Return the certifications with a next milestone, the soonest first: for staff, whatever their status."""
    with_milestone = Certification.objects.exclude(next_milestone_on=None)
    return with_milestone.order_by("next_milestone_on", "sort_de").select_related("responsible_unit", "scheme")


def _with_status_on(certifications: list[Certification], day: date) -> list[Certification]:
    """Set `certificate_status`, `begin`, `end`, `unit` and `is_current` on each certification."""
    for certification in certifications:
        certification.certificate_status = certificate_status(certification, day)
        certification.begin, certification.end = begin(certification), end(certification)
        certification.unit = _unit(certification)
        certification.is_current = certification.certificate_status in CURRENT
    return certifications


def _having_status(certifications: Iterable[Certification], *statuses: CertificateStatus) -> list[Certification]:
    return [certification for certification in certifications if certification.certificate_status in statuses]


def _unit(certification: Certification) -> Unit | None:
    """Return the unit that holds it, or None where that is the root unit, which stands for the whole university."""
    unit = certification.holder_unit
    return unit if unit and not unit.institution_id else None


def _with_add_ons(certifications: list[Certification]) -> list[Certification]:
    """Return the certifications that are no add-on to another one, each with its add-ons in `shown_add_ons`."""
    by_key = {certification.pk: certification for certification in certifications}
    for certification in certifications:
        certification.shown_add_ons = []
    awards = [certification for certification in certifications if certification.award_id not in by_key]
    for certification in certifications:
        if certification.award_id in by_key:
            by_key[certification.award_id].shown_add_ons.append(certification)
    return awards


def _by_theme(certifications: list[Certification]) -> list[ThemeGroup]:
    """Return the themes in their order, with the university as a whole as the first holder of each."""
    groups = []
    for theme in Theme:
        holders: dict[int | None, Holder] = {None: Holder(None)}
        for certification in certifications:
            if certification.scheme.theme == theme:
                key = certification.unit.pk if certification.unit else None
                holders.setdefault(key, Holder(certification.unit)).certifications.append(certification)
        filled = [holder for holder in holders.values() if holder.certifications]
        groups += [ThemeGroup(theme, filled)] if filled else []
    return groups
