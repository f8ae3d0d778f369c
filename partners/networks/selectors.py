"""The queries of networks and guiding principles. Whatever visitors may see is filtered by `public`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.html import strip_tags

from partners.facts.selectors import with_other_sources
from partners.models import Committee, GuidingPrinciple, MemberKind, Membership, Network, NetworkDate, Seat
from partners.networks import data, serving
from portal.core.language.bilingual import Text, text
from portal.core.language.letters import sort_key
from portal.core.related import fetch_related
from portal.core.time.edtf import covers, covers_q, last_day
from portal.core.time.moment import today
from portal.core.visibility import public
from portal.translation.selectors import wanted_by_reader


@dataclass(frozen=True)
class MemberGroup:
    """The members of one kind on a day."""

    kind: MemberKind
    members: list[Membership]


def network(key: int | None) -> Network | None:
    """Return the network with all relations that its page shows, or None if it is not public: one query."""
    if key is None:
        return None
    return next(iter(fetch_related(public(Network.objects.filter(pk=key)), *Network.page_relations)), None)


def network_page(record: Network, day: date | None = None) -> dict[str, Any]:
    """Return the context of a network's page for a day, by default today in Berlin."""
    day = day or today()
    memberships = _labelled_memberships(record)
    members = [membership for membership in memberships if _is_valid_on(membership, day)]
    context = {
        "network": record,
        "day": day,
        "groups": _by_kind(members),
        "members": members,
        "universities": sum(membership.kind == MemberKind.UNIVERSITY for membership in members),
        "former_members": [member for member in memberships if _is_over(member, day)],
        "dates": record.dates.all(),
        "committees": [_with_seats(committee, day) for committee in record.committees.all()],
        "profiles": record.profiles.all(),
        "figures": with_other_sources(list(record.facts.all())),
        "principles": principles_on(day, network=record.pk),
    }
    return {**context, "data": data.network(context), "linked_data": data.network_json_ld(context)}


def _named_memberships(record: Network) -> list[Membership]:
    """Return the memberships without those of hidden or deleted institutions, unless they have a name of their own."""
    return [membership for membership in record.memberships.all() if membership.name_de or membership.institution]


def _labelled_memberships(record: Network) -> list[Membership]:
    """Return the memberships with their names as `label`, sorted by them."""
    memberships = _named_memberships(record)
    for membership in memberships:
        membership.label = name_of(membership)
    return sorted(memberships, key=lambda membership: sort_key(str(membership.label)))


def words_of_network(record: Network, language: str) -> list[str]:
    """Return all texts of a network in one language, for the search, with the names of present and former members."""
    memberships = _named_memberships(record)
    texts = [getattr(record, f"{field}_{language}") for field in ("summary", "mission", "guarantors", "predecessor")]
    texts += [str(name_of(membership, language)) for membership in memberships]
    texts += [getattr(membership, f"note_{language}") for membership in memberships]
    texts += [getattr(date, f"text_{language}") for date in record.dates.all()]
    texts += [getattr(committee, f"name_{language}") for committee in record.committees.all()]
    return [strip_tags(text) for text in texts if text]


def name_of(membership: Membership, language: str | None = None) -> Text:
    """Return the name of a member: that of the membership if it has one, or else that of the institution."""
    return text(membership if membership.name_de else membership.institution, "name", language)


def principles_on(day: date, **network: Any) -> list[GuidingPrinciple]:
    """Return the public guiding principles valid on a day, by number, each in its newest version: one query.

    `network` is a lookup that selects the network, such as `network=1`.
    """
    valid = public(GuidingPrinciple.objects.filter(covers_q("valid_from", "valid_until", day), **network))
    return _newest_versions(valid.select_related("network").order_by("number", "version"))


def principle_list(day: date, **network: Any) -> dict[str, Any]:
    """Return the context of the page of all guiding principles for a day; `network` as in `principles_on`."""
    principles = with_served_by(principles_on(day, **network))
    as_data = {"as_of": day.isoformat(), "principles": [data.principle(principle) for principle in principles]}
    return {"principles": principles, "dates": _dates(principles), "day": day, "data": as_data}


def _dates(principles: list[GuidingPrinciple]) -> list[NetworkDate]:
    return list(principles[0].network.dates.all()) if principles else []


def with_served_by(principles: list[GuidingPrinciple]) -> list[GuidingPrinciple]:
    """Return the principles, each with `served_by`: the public records that serve it."""
    records = serving.records_by_principle(principles)
    for principle in principles:
        principle.served_by = records.get(principle.pk, [])
    return principles


def principle_page(principle: GuidingPrinciple) -> dict[str, Any]:
    """Return the context of the page of a guiding principle, in any of its versions."""
    same_network = public(GuidingPrinciple.objects.filter(network=principle.network_id))
    versions = list(same_network.order_by("number", "version"))
    with_served_by([principle])
    context = {
        "principle": principle,
        "principles": _newest_versions(versions),
        "translation": wanted_by_reader(principle),
        "versions": [other for other in versions if other.number == principle.number and other.pk != principle.pk],
    }
    return {**context, "data": data.principle(principle), "linked_data": data.principle_json_ld(principle)}


def _newest_versions(versions: Iterable[GuidingPrinciple]) -> list[GuidingPrinciple]:
    """Return the last of the versions of each number; they are sorted by number and version."""
    return list({version.number: version for version in versions}.values())


def _by_kind(members: list[Membership]) -> list[MemberGroup]:
    groups = [MemberGroup(kind, [member for member in members if member.kind == kind]) for kind in MemberKind]
    return [group for group in groups if group.members]


def _is_valid_on(record: Membership | Seat, day: date) -> bool:
    """Tell whether a membership or a seat is valid on a day; its dates may be years or months."""
    return covers(record.since, record.until, day)


def _is_over(membership: Membership, day: date) -> bool:
    """Tell whether a membership has ended before a day; an end that is no date is compared as a text."""
    try:
        return bool(membership.until) and last_day(membership.until) < day
    except ValueError:
        return membership.until < day.isoformat()


def _with_seats(committee: Committee, day: date) -> Committee:
    """Return the committee with `seats_on_day`: the seats valid on a day."""
    committee.seats_on_day = [seat for seat in committee.seats.all() if _is_valid_on(seat, day)]
    return committee
