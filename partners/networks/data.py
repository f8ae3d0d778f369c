"""Networks and guiding principles as data: JSON in words of ours, JSON-LD in those of schema.org."""

from portal.core.data import both, linked


def network(context: dict) -> dict:
    """Return a network on a day."""
    found = context["network"]
    return {
        "id": found.public_id,
        "name": both(found, "name"),
        "summary": both(found, "summary"),
        "founded_on": found.founded_on,
        "website": found.website,
        "as_of": context["day"].isoformat(),
        "universities": context["universities"],
        "members": [_member(one) for one in context["members"]],
        "former_members": [_member(one) for one in context["left"]],
        "dates": [{"on": one.on, "text": both(one, "text"), "source": both(one, "source")} for one in context["dates"]],
        "figures": [_figure(one) for one in context["figures"]],
        "principles": [principle(one) for one in context["principles"]],
    }


def principle(found) -> dict:
    return {
        "id": found.public_id,
        "number": found.number,
        "version": found.version,
        "name": both(found, "name"),
        "text": both(found, "text"),
        "valid_from": found.valid_from,
        "valid_until": found.valid_until,
        "source": both(found, "source"),
        "served_by": [{"id": one.public_id, "name": both(one, "name")} for one in getattr(found, "served_by", [])],
    }


def linked_network(context: dict):
    found = context["network"]
    return linked(
        {
            "@type": "Organization",
            "name": found.name,
            "description": found.summary,
            "foundingDate": found.founded_on,
            "url": found.website,
            "sameAs": [profile.url for profile in context["profiles"]],
            "member": [{"@type": "Organization", "name": str(one.label)} for one in context["members"]],
        }
    )


def linked_principle(found):
    return linked(
        {
            "@type": "CreativeWork",
            "name": found.name,
            "text": found.text,
            "position": found.number,
            "version": found.version,
            "datePublished": found.valid_from,
            "inLanguage": found.text.language,
        }
    )


def _member(membership) -> dict:
    named = membership if membership.name_de else membership.institution
    successor = membership.successor
    return {
        "name": both(named, "name"),
        "kind": membership.kind,
        "role": membership.role,
        "since": membership.since,
        "until": membership.until,
        "became_part_of": both(successor, "name") if successor else {},
        "source": both(membership, "source"),
    }


def _figure(fact) -> dict:
    texts = {name: both(fact, name) for name in ("statement", "value", "unit", "source", "as_of_note")}
    return {**texts, "as_of": fact.as_of, "others": [_figure(other) for other in getattr(fact, "others", [])]}
