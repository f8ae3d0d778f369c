"""The queries of an institution's page. Whatever visitors may see is filtered by `public`."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise

from partners.agreements.presence import PRESENT
from partners.agreements.validity import NOW_IN_FORCE
from partners.geography import countries
from partners.institutions import data
from partners.institutions.public_agreements import PublicAgreement, public_agreements
from partners.institutions.status import PartnerStatus, with_status
from partners.maps.part_map import part_map
from partners.models import (
    Activity,
    Contact,
    Institution,
    InstitutionEvent,
    InstitutionName,
)
from portal.core.language.bilingual import reader_language
from portal.core.models import Named
from portal.core.related import fetch_related
from portal.core.visibility import public
from portal.translation.selectors import wanted_by_reader


def institution_page(institution: Institution) -> dict[str, Any]:
    """Return the context of an institution's page. An unsaved institution has nothing but its own columns."""
    merged = fetch_related(Institution.objects.filter(successor=institution.pk), "names") if institution.pk else []
    agreements = public_agreements(institution, merged) if institution.pk else []
    present = [entry for entry in agreements if entry.validity in PRESENT]
    context = {
        "institution": institution,
        "country": countries.name(institution.country),
        "partner_status": _partner_status(institution, agreements),
        "agreements": present,
        "ended_agreements": [entry for entry in agreements if entry not in present],
        "units": _distinct(entry.agreement.unit for entry in present),
        "subjects": _distinct(subject for entry in present for subject in entry.agreement.subjects.all()),
        "activities": _activities(present),
        "events": _events([institution, *merged]),
        "further_names": _further_names(institution, merged),
        "contacts": _contacts(institution),
        "where": part_map(institution),
        "translation": wanted_by_reader(institution),
    }
    return {**context, "data": data.institution(context), "linked_data": data.institution_json_ld(context)}


def _contacts(institution: Institution) -> list[Contact]:
    """Return the public contacts; in the preview of a draft they are not prefetched."""
    if "contacts" in getattr(institution, "_prefetched_objects_cache", {}):
        return list(institution.contacts.all())
    return list(public(Contact.objects.filter(institution=institution.pk))) if institution.pk else []


def _partner_status(institution: Institution, agreements: list[PublicAgreement]) -> PartnerStatus:
    """Return the status on the page. An agreement in force settles it; the query took half of the page's time."""
    if any(entry.validity in NOW_IN_FORCE for entry in agreements):
        return PartnerStatus.ACTIVE
    stored = with_status(Institution.objects.filter(pk=institution.pk))
    return PartnerStatus(stored.values_list("partner_status", flat=True).first() or PartnerStatus.PROSPECTIVE)


def _distinct(records: Iterable[Named | None]) -> list[Named]:
    """Return the records without duplicates, sorted by their names in the reader's language."""
    records_by_key = {record.pk: record for record in records if record}
    return sorted(records_by_key.values(), key=lambda record: getattr(record, f"sort_{reader_language()}"))


def _activities(agreements: list[PublicAgreement]) -> list[Promise]:
    used = {activity for entry in agreements for activity in entry.agreement.activities}
    return [activity.label for activity in Activity if activity in used]


def _events(institutions: list[Institution]) -> list[InstitutionEvent]:
    """Return the events of an institution and of those merged into it, the latest first."""
    keys = [institution.pk for institution in institutions if institution.pk]
    events = InstitutionEvent.objects.filter(institution__in=keys).select_related("institution", "other")
    return list(events.order_by("-on", "-pk")) if keys else []


def _further_names(institution: Institution, merged: list[Institution]) -> list[InstitutionName]:
    """Return the further names of an institution, and all names of those merged into it."""
    names = list(institution.names.all())
    for member in merged:
        names += [InstitutionName(value=value, language=language) for language, value in _present_names(member).items()]
        names += member.names.all()
    return names


def _present_names(institution: Institution) -> dict[str, str]:
    names = {"de": institution.name_de, "en": institution.name_en}
    return {language: value for language, value in names.items() if value}
