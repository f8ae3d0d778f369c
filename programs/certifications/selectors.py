"""Every reading query about certifications: what is current, what was, and since when."""

from dataclasses import dataclass, field
from datetime import date

from partners.models import Unit
from portal.core.moment import today
from portal.core.related import fetch_related
from portal.core.visibility import public
from portal.translation.selectors import wanted_by_reader
from programs.certifications import data
from programs.certifications.status import CURRENT, CertificateStatus, begin, certificate_status, end
from programs.certifications.timeline import Timeline
from programs.models import Certification, CertificationScheme, Theme


@dataclass
class Holder:
    """What one holder has of one theme; `unit` is None for the university itself and for other institutions."""

    unit: Unit | None
    certifications: list[Certification] = field(default_factory=list)


@dataclass(frozen=True)
class ThemeGroup:
    theme: Theme
    holders: list[Holder]


@dataclass(frozen=True)
class Proof:
    """A scheme for the home page: its newest award, and the years of all of them, the oldest first."""

    scheme: CertificationScheme
    newest: Certification
    rounds: list[Certification]


def certifications(queryset=None) -> list[Certification]:
    """Return the public certifications with what a row shows, the newest first: one query."""
    found = fetch_related(
        public(Certification.objects.all() if queryset is None else queryset), *Certification.row_relations
    )
    return sorted(found, key=lambda one: (begin(one), one.sort_de), reverse=True)


def certification_list(day: date | None = None) -> dict:
    """Return what the page of all certifications shows on a day: an add-on stands with its award."""
    day = day or today()
    every = _with_status_on(certifications(), day)
    shown = _with_add_ons(every)
    context = {
        "day": day,
        "themes": _by_theme([one for one in shown if one.certificate_status in CURRENT]),
        "upcoming": [one for one in shown if one.certificate_status == CertificateStatus.UPCOMING],
        "earlier": [one for one in shown if one.certificate_status == CertificateStatus.EARLIER],
        "timeline": Timeline(every, day),
    }
    return {**context, "data": data.certifications(every, day), "linked_data": data.linked_certifications(every)}


def certification_page(certification: Certification) -> dict:
    """Return what the page of one certification shows."""
    day = today()
    _with_status_on([certification], day)
    add_ons = [one for one in certification.add_ons.all() if one.pk != certification.pk]
    context = {
        "certification": certification,
        "add_ons": _with_status_on(add_ons, day),
        "successors": certification.successors.all(),
        "translation": wanted_by_reader(certification),
    }
    linked_data = data.linked_certification(certification)
    return {**context, "data": data.certification(certification), "linked_data": linked_data}


def proofs(schemes: list[int]) -> list[Proof]:
    """Return the chosen schemes that anything public was awarded of, in the order chosen: one query."""
    rounds: dict[int, list] = {key: [] for key in schemes}
    for one in _with_status_on(certifications(Certification.objects.filter(scheme__in=schemes, award=None)), today()):
        rounds[one.scheme_id].append(one)
    return [Proof(found[0].scheme, found[0], found[::-1]) for found in rounds.values() if found]


def milestones():
    """Return the certifications that something comes next for, soonest first: for staff, whatever their status."""
    found = Certification.objects.exclude(next_milestone_on=None).order_by("next_milestone_on", "sort_de")
    return found.select_related("responsible_unit", "scheme")


def _with_status_on(found: list[Certification], day: date) -> list[Certification]:
    for one in found:
        one.certificate_status, one.begin, one.end = certificate_status(one, day), begin(one), end(one)
        one.unit = _unit(one)
        one.is_current = one.certificate_status in CURRENT
    return found


def _unit(certification) -> Unit | None:
    """Return the part of the university that holds it; the unit at the top stands for the university itself."""
    unit = certification.holder_unit
    return unit if unit and not unit.institution_id else None


def _with_add_ons(every: list[Certification]) -> list[Certification]:
    """Return all that stand for themselves, each with its add-ons in `shown_add_ons`."""
    awards = {one.pk: one for one in every}
    for one in every:
        one.shown_add_ons = []
    alone = [one for one in every if one.award_id not in awards]
    for one in every:
        if one.award_id in awards:
            awards[one.award_id].shown_add_ons.append(one)
    return alone


def _by_theme(current: list[Certification]) -> list[ThemeGroup]:
    groups = []
    for theme in Theme:
        holders: dict[int | None, Holder] = {None: Holder(None)}
        for one in current:
            if one.scheme.theme == theme:
                key = one.unit.pk if one.unit else None
                holders.setdefault(key, Holder(one.unit)).certifications.append(one)
        filled = [holder for holder in holders.values() if holder.certifications]
        groups += [ThemeGroup(theme, filled)] if filled else []
    return groups
