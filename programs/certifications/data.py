"""Certifications as data: JSON with keys of our own, JSON-LD with the terms of schema.org."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from partners.models import Institution, Unit
from portal.core.data import json_ld
from portal.core.language.bilingual import texts_by_language
from programs.certifications.status import NEVER
from programs.models import Certification


def certifications_data(certifications: Iterable[Certification], day: date) -> dict[str, Any]:
    """Return the data of certifications that have their `certificate_status` on a day."""
    rows = [certification_data(certification) for certification in certifications]
    return {"as_of": day.isoformat(), "certifications": rows}


def certification_data(certification: Certification) -> dict[str, Any]:
    """Return the public data of a certification, without the fields that are for staff only."""
    scheme, holder = certification.scheme, _holder(certification)
    return {
        "id": certification.public_id,
        "name": texts_by_language(certification, "name"),
        "summary": texts_by_language(certification, "summary"),
        "scheme": {
            "id": scheme.public_id,
            "name": texts_by_language(scheme, "name"),
            "kind": scheme.kind,
            "theme": scheme.theme,
            "awarding_body": texts_by_language(scheme.awarding_body, "name") if scheme.awarding_body else {},
            "does_not_certify": texts_by_language(scheme, "limits"),
        },
        "holder": texts_by_language(holder, "name") if holder else {},
        "add_on_to": certification.award.public_id if certification.award else None,
        "level": texts_by_language(certification, "level"),
        "round": texts_by_language(certification, "round"),
        "decided_on": certification.decided_on,
        "valid_from": certification.valid_from,
        "valid_until": certification.valid_until,
        "extended_until": certification.extended_until,
        "standing": str(certification.certificate_status.value),
        "source": texts_by_language(certification, "source"),
        "proof": certification.report_url,
    }


def certifications_json_ld(certifications: Iterable[Certification]) -> SafeString:
    """Return the JSON-LD of several certifications."""
    return json_ld({"@graph": [_properties(certification) for certification in certifications]})


def certification_json_ld(certification: Certification) -> SafeString:
    """Return the JSON-LD of a certification."""
    return json_ld(_properties(certification))


def _properties(certification: Certification) -> dict[str, Any]:
    body, holder = certification.scheme.awarding_body, _holder(certification)
    properties = {
        "@type": "Certification",
        "name": certification.name,
        "description": certification.summary,
        "issuedBy": {"@type": "Organization", "name": body.name} if body else None,
        "about": {"@type": "Organization", "name": holder.name} if holder else None,
        "validFrom": certification.begin,
        "expires": certification.end if certification.end != NEVER else "",
        "certificationStatus": f"Certification{'Active' if certification.is_current else 'Inactive'}",
        "url": certification.report_url,
    }
    return {name: value for name, value in properties.items() if value}


def _holder(certification: Certification) -> Unit | Institution | None:
    return certification.holder_unit or certification.holder_institution
