"""An institution as JSON (our own format) and as JSON-LD (schema.org), both made from the context of its page."""

from django.utils.safestring import SafeString

from partners import identifiers
from partners.geography import coordinates
from partners.institutions.public_agreements import PublicAgreement
from partners.models import Institution, InstitutionIdentifier, InstitutionType, Precision
from portal.core.data import json_ld
from portal.core.language.bilingual import texts_by_language

TYPES = {
    InstitutionType.UNIVERSITY: "CollegeOrUniversity",
    InstitutionType.APPLIED_SCIENCES: "CollegeOrUniversity",
    InstitutionType.ARTS: "CollegeOrUniversity",
    InstitutionType.TEACHER_TRAINING: "CollegeOrUniversity",
    InstitutionType.RESEARCH_INSTITUTE: "ResearchOrganization",
    InstitutionType.PUBLIC_BODY: "GovernmentOrganization",
    InstitutionType.NGO: "NGO",
    InstitutionType.NETWORK: "Consortium",
    InstitutionType.SCHOOL: "School",
}  # others are an Organization


def institution(context: dict) -> dict:
    """Return the JSON of the page. Dates are days in Berlin; `until` is the last day as far as known, inclusive."""
    record = context["institution"]
    return {
        **brief(record),
        "name_latin": record.name_latin,
        "abbreviation": record.abbreviation,
        "further_names": [
            {"value": name.value, "language": name.language, "kind": name.kind, "valid_until": name.valid_to}
            for name in context["further_names"]
        ],
        "partnership": context["partner_status"],
        "location": _location(record),
        "identifiers": {identifier.scheme: identifier.value for identifier in _current_identifiers(record)},
        "description": texts_by_language(record, "description"),
        "inclusion": _inclusion(record),
        "agreements": [_agreement(entry) for entry in (*context["agreements"], *context["ended_agreements"])],
    }


def brief(record: Institution) -> dict:
    """Return the part of the JSON that lists of institutions have as well."""
    return {
        "id": record.public_id,
        "name": texts_by_language(record, "name"),
        "name_original": record.name_original,
        "name_original_language": record.original_lang,
        "type": record.institution_type,
        "country": record.country,
        "city": texts_by_language(record, "city"),
        "website": record.website,
    }


def institution_json_ld(context: dict) -> SafeString:
    """Return the JSON-LD of the page; what is unknown is left out."""
    record = context["institution"]
    data = {
        "@type": TYPES.get(record.institution_type, "Organization"),
        "name": record.name,
        "alternateName": _other_names(context),
        "url": record.website,
        "sameAs": _register_urls(record),
        "address": _without_empty(
            {
                "@type": "PostalAddress",
                "streetAddress": record.street,
                "postalCode": record.postal_code,
                "addressLocality": record.city,
                "addressRegion": record.region,
                "addressCountry": record.country,
            }
        ),
    }
    point = coordinates.point(record)
    if record.precision == Precision.SITE and point:
        data["geo"] = {"@type": "GeoCoordinates", **point._asdict()}
    return json_ld(_without_empty(data))


def _other_names(context: dict) -> list[str]:
    """Return all names except the one in the heading, in all languages and scripts."""
    record = context["institution"]
    own_names = (record.name_de, record.name_en, record.name_original, record.name_latin, record.abbreviation)
    names = dict.fromkeys([*own_names, *(name.value for name in context["further_names"])])
    return [name for name in names if name and name != record.name]


def _location(record: Institution) -> dict | None:
    point = coordinates.point(record)
    return {**point._asdict(), "precision": record.precision} if point else None


def _inclusion(record: Institution) -> dict:
    checked_on = record.inclusion_checked_on
    return {
        "disability_support": record.disability_support,
        "family_support": record.family_support,
        "equality_policy_url": record.equality_policy_url,
        "note": texts_by_language(record, "inclusion_note"),
        "source": record.inclusion_source,
        "checked_on": checked_on.isoformat() if checked_on else None,
    }


def _agreement(entry: PublicAgreement) -> dict:
    agreement, last = entry.agreement, entry.agreement.last_day
    return {
        "name": texts_by_language(agreement, "name"),
        "type": agreement.agreement_type.notation,
        "validity": entry.validity,
        "until": last.isoformat() if last else None,
        "subjects": [subject.code for subject in agreement.subjects.all()],
        "activities": agreement.activities,
        "summary": texts_by_language(agreement, "summary"),
    }


def _current_identifiers(record: Institution) -> list[InstitutionIdentifier]:
    return [identifier for identifier in record.identifiers.all() if not identifier.valid_to]


def _register_urls(record: Institution) -> list[str]:
    return [
        identifiers.ADDRESSES[identifier.scheme][0].format(identifiers.normalized(identifier.scheme, identifier.value))
        for identifier in _current_identifiers(record)
        if identifier.scheme in identifiers.ADDRESSES
    ]


def _without_empty(data: dict) -> dict:
    return {key: value for key, value in data.items() if value}
