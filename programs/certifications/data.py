"""Certifications as data: JSON in words of ours, JSON-LD in those of schema.org. A certificate is not a programme."""

from datetime import date

from portal.core.data import both, linked


def certifications(every: list, day: date) -> dict:
    return {"as_of": day.isoformat(), "certifications": [certification(one) for one in every]}


def certification(one) -> dict:
    """Return a public certification; what is for staff only is not in it."""
    scheme = one.scheme
    return {
        "id": one.public_id,
        "name": both(one, "name"),
        "summary": both(one, "summary"),
        "scheme": {
            "id": scheme.public_id,
            "name": both(scheme, "name"),
            "kind": scheme.kind,
            "theme": scheme.theme,
            "awarding_body": both(scheme.awarding_body, "name") if scheme.awarding_body else {},
            "does_not_certify": both(scheme, "limits"),
        },
        "holder": both(_holder(one), "name") if _holder(one) else {},
        "add_on_to": one.award.public_id if one.award else None,
        "level": both(one, "level"),
        "round": both(one, "round"),
        "decided_on": one.decided_on,
        "valid_from": one.valid_from,
        "valid_until": one.valid_until,
        "extended_until": one.extended_until,
        "standing": str(one.certificate_status.value),
        "source": both(one, "source"),
        "proof": one.report_url,
    }


def linked_certifications(every: list):
    return linked({"@graph": [_linked(one) for one in every]})


def linked_certification(one):
    return linked(_linked(one))


def _linked(one) -> dict:
    body, holder = one.scheme.awarding_body, _holder(one)
    known = {
        "@type": "Certification",
        "name": one.name,
        "description": one.summary,
        "issuedBy": {"@type": "Organization", "name": body.name} if body else None,
        "about": {"@type": "Organization", "name": holder.name} if holder else None,
        "validFrom": one.begin,
        "expires": one.end if one.end != "0001" else "",
        "certificationStatus": f"Certification{'Active' if one.is_current else 'Inactive'}",
        "url": one.report_url,
    }
    return {name: value for name, value in known.items() if value}


def _holder(one):
    return one.holder_unit or one.holder_institution
