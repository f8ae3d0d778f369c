"""Networks and guiding principles as JSON (our own format) and as JSON-LD (schema.org)."""

from typing import Any

from django.utils.safestring import SafeString

from partners.models import Fact, GuidingPrinciple, Membership, NetworkDate
from portal.core.data import json_ld
from portal.core.language.bilingual import text, texts_by_language


def network(context: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON of a network's page, for the day that the page shows."""
    record = context["network"]
    return {
        "id": record.public_id,
        "name": texts_by_language(record, "name"),
        "summary": texts_by_language(record, "summary"),
        "founded_on": record.founded_on,
        "website": record.website,
        "as_of": context["day"].isoformat(),
        "universities": context["universities"],
        "members": [_member(membership) for membership in context["members"]],
        "former_members": [_member(membership) for membership in context["former_members"]],
        "dates": [_date(date) for date in context["dates"]],
        "figures": [_figure(fact) for fact in context["figures"]],
        "principles": [principle(record) for record in context["principles"]],
    }


def principle(record: GuidingPrinciple) -> dict[str, Any]:
    """Return the JSON of a guiding principle, with the records that serve it if they were attached."""
    return {
        "id": record.public_id,
        "number": record.number,
        "version": record.version,
        "name": texts_by_language(record, "name"),
        "text": texts_by_language(record, "text"),
        "valid_from": record.valid_from,
        "valid_until": record.valid_until,
        "source": texts_by_language(record, "source"),
        "served_by": [
            {"id": serving.public_id, "name": texts_by_language(serving, "name")}
            for serving in getattr(record, "served_by", [])
        ],
    }


def network_json_ld(context: dict[str, Any]) -> SafeString:
    """Return the JSON-LD of a network's page."""
    record = context["network"]
    return json_ld(
        {
            "@type": "Organization",
            "name": record.name,
            "description": record.summary,
            "foundingDate": record.founded_on,
            "url": record.website,
            "sameAs": [profile.url for profile in context["profiles"]],
            "member": [{"@type": "Organization", "name": str(member.label)} for member in context["members"]],
        }
    )


def principle_json_ld(record: GuidingPrinciple) -> SafeString:
    """Return the JSON-LD of a guiding principle's page."""
    return json_ld(
        {
            "@type": "CreativeWork",
            "name": record.name,
            "text": record.text,
            "position": record.number,
            "version": record.version,
            "datePublished": record.valid_from,
            "inLanguage": text(record, "text").language,
        }
    )


def _date(date: NetworkDate) -> dict[str, Any]:
    return {"on": date.on, "text": texts_by_language(date, "text"), "source": texts_by_language(date, "source")}


def _member(membership: Membership) -> dict[str, Any]:
    named = membership if membership.name_de else membership.institution
    successor = membership.successor
    return {
        "name": texts_by_language(named, "name"),
        "kind": membership.kind,
        "role": membership.role,
        "since": membership.since,
        "until": membership.until,
        "became_part_of": texts_by_language(successor, "name") if successor else {},
        "source": texts_by_language(membership, "source"),
    }


def _figure(fact: Fact) -> dict[str, Any]:
    texts = {name: texts_by_language(fact, name) for name in ("statement", "value", "unit", "source", "as_of_note")}
    return {**texts, "as_of": fact.as_of, "others": [_figure(other) for other in getattr(fact, "others", [])]}
