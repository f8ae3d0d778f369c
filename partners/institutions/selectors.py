"""Every reading query of the page of an institution. What visitors get goes through `public`."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from partners.agreements import wording
from partners.agreements.presence import PRESENT, has_left
from partners.agreements.validity import Validity, with_validity
from partners.geography import countries
from partners.institutions import data
from partners.institutions.status import PartnerStatus, with_status
from partners.maps.part_map import part_map
from partners.models import (
    Activity,
    Agreement,
    Contact,
    Institution,
    InstitutionEvent,
    InstitutionName,
    Party,
    Stage,
)
from portal.core.bilingual import reader_language
from portal.core.moment import today
from portal.core.related import fetch_related
from portal.core.visibility import public
from portal.translation.selectors import wanted_by_reader


@dataclass(frozen=True)
class PublicAgreement:
    """An agreement as visitors read about it: nothing of what is internal."""

    agreement: Agreement
    validity: Validity
    sentence: str
    is_being_renewed: bool
    parties: list[str]  # the other ones, under the names that they bore when they signed
    signed_as: str  # where the institution was called otherwise then
    documents: list

    @property
    def label(self) -> str:
        return self.validity.label

    @property
    def tone(self) -> str:
        """Return the name of the badge's look; the word and the shape say the same."""
        return wording.TONES.get(self.validity, "shut")


def institution_page(institution: Institution) -> dict:
    """Return what the page of one institution shows besides its own columns; of an unsaved one, only those."""
    taken_in = fetch_related(Institution.objects.filter(successor=institution.pk), "names") if institution.pk else []
    agreements = _public_agreements(institution, taken_in) if institution.pk else []
    present = [one for one in agreements if one.validity in PRESENT]
    context = {
        "institution": institution,
        "country": countries.name(institution.country),
        "partner_status": _partner_status(institution),
        "agreements": present,
        "ended_agreements": [one for one in agreements if one not in present],
        "units": _distinct(one.agreement.unit for one in present),
        "subjects": _distinct(subject for one in present for subject in one.agreement.subjects.all()),
        "activities": _activities(present),
        "events": _events([institution, *taken_in]),
        "further_names": _further_names(institution, taken_in),
        "contacts": _contacts(institution),
        "where": part_map(institution),
        "translation": wanted_by_reader(institution),
    }
    return {**context, "data": data.institution(context), "linked_data": data.linked_institution(context)}


def _contacts(institution: Institution) -> list[Contact]:
    """Return the public contacts; those of a draft that is looked at are not at hand yet."""
    if "contacts" in getattr(institution, "_prefetched_objects_cache", {}):
        return list(institution.contacts.all())
    return list(public(Contact.objects.filter(institution=institution.pk))) if institution.pk else []


def _partner_status(institution: Institution) -> PartnerStatus:
    found = with_status(Institution.objects.filter(pk=institution.pk)).values_list("partner_status", flat=True).first()
    return PartnerStatus(found or PartnerStatus.PROSPECTIVE)


def _public_agreements(institution: Institution, taken_in: list[Institution]) -> list[PublicAgreement]:
    """Return what it signed, or what those signed that became part of it, the newest first."""
    own = {institution.pk, *(one.pk for one in taken_in)}
    keys = Agreement.objects.order_by().filter(parties__institution__in=own).values("pk")
    found = with_follower(with_validity(public(Agreement.objects.filter(pk__in=keys))))
    rows = fetch_related(
        found.order_by("-starts_on", "pk"), "agreement_type", "unit", "subjects", "parties__institution", "documents"
    )
    present_names = {institution.name_de, institution.name_en, institution.name_original, ""}
    return [_public_agreement(row, own, present_names) for row in rows]


def with_follower(agreements):
    """Annotate `has_follower`: whether a next agreement is under way."""
    stages = [Stage.NEGOTIATION, Stage.AWAITING_SIGNATURE, Stage.SIGNED]
    return agreements.annotate(
        has_follower=Exists(Agreement.objects.filter(predecessor=OuterRef("pk"), stage__in=stages))
    )


def _public_agreement(row: Agreement, own: set[int], present_names: set[str]) -> PublicAgreement:
    parties = list(row.parties.all())
    mine = [party for party in parties if party.institution_id in own]
    others = [party for party in parties if party not in mine and not has_left(party.left_on, today())]
    said = wording.said(row, [party.left_on for party in mine])
    return PublicAgreement(
        row,
        said.validity,
        said.sentence,
        said.is_being_renewed,
        [name for party in others if (name := _name_of(party))],
        ", ".join(sorted({party.name_at_signature for party in mine} - present_names)),
        [document for document in row.documents.all() if not document.is_internal],
    )


def _name_of(party: Party) -> str:
    """Return the name at the signature, or today's; empty where readers may not see the institution."""
    seen = Party.institution.is_cached(party) and party._state.fields_cache["institution"]
    return party.name_at_signature or str(seen or "")


def _distinct(records) -> list:
    """Return each of the records once, in the order of their names in the reader's language."""
    found = {record.pk: record for record in records if record}
    return sorted(found.values(), key=lambda record: getattr(record, f"sort_{reader_language()}"))


def _activities(agreements: list[PublicAgreement]) -> list[str]:
    used = {activity for one in agreements for activity in one.agreement.activities}
    return [activity.label for activity in Activity if activity in used]


def _events(institutions: list[Institution]) -> list[InstitutionEvent]:
    """Return what happened to an institution and to those that became part of it, the newest first."""
    keys = [institution.pk for institution in institutions if institution.pk]
    events = InstitutionEvent.objects.filter(institution__in=keys).select_related("institution", "other")
    return list(events.order_by("-on", "-pk")) if keys else []


def _further_names(institution: Institution, taken_in: list[Institution]) -> list[InstitutionName]:
    """Return the further names of it, and all names of those that became part of it."""
    names = list(institution.names.all())
    for one in taken_in:
        names += [InstitutionName(value=value, language=language) for language, value in _present_names(one).items()]
        names += one.names.all()
    return names


def _present_names(institution: Institution) -> dict[str, str]:
    both = {"de": institution.name_de, "en": institution.name_en}
    return {language: value for language, value in both.items() if value}
