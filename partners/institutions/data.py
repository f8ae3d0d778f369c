"""An institution as data: JSON in words of ours, JSON-LD in those of schema.org. Both from the context of its page."""

from partners import identifiers
from partners.identifiers import Scheme
from partners.models import Institution, InstitutionType, Precision
from portal.core.data import both, linked

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
}  # any other one is an Organization
REGISTERS = {
    Scheme.ROR: "https://ror.org/{}",
    Scheme.WIKIDATA: "https://www.wikidata.org/wiki/{}",
    Scheme.ISNI: "https://isni.org/isni/{}",
}  # where an identifier is an address


def institution(context: dict) -> dict:
    """Return what the page shows. Dates are days in Berlin; `until` is the last day that is known, inclusive."""
    found = context["institution"]
    return {
        **brief(found),
        "name_latin": found.name_latin,
        "abbreviation": found.abbreviation,
        "further_names": [
            {"value": name.value, "language": name.language, "kind": name.kind, "valid_until": name.valid_to}
            for name in context["further_names"]
        ],
        "partnership": context["partner_status"],
        "location": _location(found),
        "identifiers": {one.scheme: one.value for one in _current(found)},
        "description": both(found, "description"),
        "inclusion": _inclusion(found),
        "agreements": [_agreement(one) for one in (*context["agreements"], *context["ended_agreements"])],
    }


def brief(found: Institution) -> dict:
    """Return what a list says of it as well as its page."""
    return {
        "id": found.public_id,
        "name": both(found, "name"),
        "name_original": found.name_original,
        "name_original_language": found.original_lang,
        "type": found.institution_type,
        "country": found.country,
        "city": both(found, "city"),
        "website": found.website,
    }


def degrees(found: Institution) -> dict[str, float]:
    """Return where it is; empty where nobody has said so."""
    if found.latitude is None or found.longitude is None:
        return {}
    return {"latitude": float(found.latitude), "longitude": float(found.longitude)}


def linked_institution(context: dict):
    found = context["institution"]
    data = {
        "@type": TYPES.get(found.institution_type, "Organization"),
        "name": found.name,
        "alternateName": _other_names(context),
        "url": found.website,
        "sameAs": [REGISTERS[one.scheme].format(_bare(one)) for one in _current(found) if one.scheme in REGISTERS],
        "address": _without_empty(
            {
                "@type": "PostalAddress",
                "streetAddress": found.street,
                "postalCode": found.postal_code,
                "addressLocality": found.city,
                "addressRegion": found.region,
                "addressCountry": found.country,
            }
        ),
    }
    if found.precision == Precision.SITE and degrees(found):
        data["geo"] = {"@type": "GeoCoordinates", **degrees(found)}
    return linked(_without_empty(data))


def _other_names(context: dict) -> list[str]:
    """Return every name but the one that stands in the heading, in all languages and scripts."""
    found = context["institution"]
    own = (found.name_de, found.name_en, found.name_original, found.name_latin, found.abbreviation)
    every = dict.fromkeys([*own, *(name.value for name in context["further_names"])])
    return [name for name in every if name and name != found.name]


def _location(found: Institution) -> dict | None:
    point = degrees(found)
    return {**point, "precision": found.precision} if point else None


def _inclusion(found: Institution) -> dict:
    checked = found.inclusion_checked_on
    return {
        "disability_support": found.disability_support,
        "family_support": found.family_support,
        "equality_policy_url": found.equality_policy_url,
        "note": both(found, "inclusion_note"),
        "source": found.inclusion_source,
        "checked_on": checked.isoformat() if checked else None,
    }


def _agreement(entry) -> dict:
    agreement, last = entry.agreement, entry.agreement.last_day
    return {
        "name": both(agreement, "name"),
        "type": agreement.agreement_type.notation,
        "validity": entry.validity,
        "until": last.isoformat() if last else None,
        "subjects": [subject.code for subject in agreement.subjects.all()],
        "activities": agreement.activities,
        "summary": both(agreement, "summary"),
    }


def _current(found: Institution) -> list:
    return [one for one in found.identifiers.all() if not one.valid_to]


def _bare(identifier) -> str:
    return identifiers.normalized(identifier.scheme, identifier.value)


def _without_empty(data: dict) -> dict:
    return {key: value for key, value in data.items() if value}
