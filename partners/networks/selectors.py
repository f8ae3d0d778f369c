"""Every reading query of networks and guiding principles. What visitors get goes through `public` first."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import strip_tags

from partners.facts.selectors import with_other_sources
from partners.models import GuidingPrinciple, MemberKind, Membership, Network
from partners.networks import data, serving
from portal.core.bilingual import Text, text
from portal.core.edtf import covers, covers_q, last_day
from portal.core.letters import sort_key
from portal.core.moment import today
from portal.core.related import fetch_related
from portal.core.visibility import public
from portal.translation.selectors import wanted_by_reader


@dataclass(frozen=True)
class MemberGroup:
    """The members of one kind on a day."""

    kind: MemberKind
    members: list[Membership]


def network(key) -> Network | None:
    """Return the public network with all that its page shows: one query."""
    return next(iter(fetch_related(public(Network.objects.filter(pk=key)), *Network.page_relations)), None)


def network_page(found: Network, day: date | None = None) -> dict:
    """Return what the page of a network shows on a day."""
    day = day or today()
    # An institution may be hidden, or be no more; the name under which it belonged stays.
    named = [one for one in found.memberships.all() if one.name_de or one.institution]
    memberships = sorted(named, key=lambda one: sort_key(str(name_of(one))))
    for one in memberships:
        one.label = name_of(one)
    members = [one for one in memberships if _holds(one, day)]
    context = {
        "network": found,
        "day": day,
        "groups": _by_kind(members),
        "members": members,
        "universities": sum(one.kind == MemberKind.UNIVERSITY for one in members),
        "left": [one for one in memberships if one.until and last_day(one.until) < day],
        "dates": found.dates.all(),
        "committees": [_with_seats(committee, day) for committee in found.committees.all()],
        "profiles": found.profiles.all(),
        "figures": with_other_sources(list(found.facts.all())),
        "principles": principles_on(day, network=found.pk),
    }
    return {**context, "data": data.network(context), "linked_data": data.linked_network(context)}


def words_of_network(found: Network, language: str) -> list[str]:
    """Return all texts of a network in one language, with the names of all who belong or ever belonged."""
    memberships = [one for one in found.memberships.all() if one.name_de or one.institution]
    texts = [getattr(found, f"{field}_{language}") for field in ("summary", "mission", "guarantors", "predecessor")]
    texts += [str(name_of(one, language)) for one in memberships]
    texts += [getattr(one, f"note_{language}") for one in memberships]
    texts += [getattr(one, f"text_{language}") for one in found.dates.all()]
    texts += [getattr(one, f"name_{language}") for one in found.committees.all()]
    return [strip_tags(text) for text in texts if text]


def name_of(membership: Membership, language: str | None = None) -> Text:
    """Return the name under which somebody belongs, or belonged: it outlives the institution."""
    return text(membership if membership.name_de else membership.institution, "name", language)


def principles_on(day: date, **network) -> list[GuidingPrinciple]:
    """Return the guiding principles that hold on a day, in their order, each in its newest version: one query."""
    found = public(GuidingPrinciple.objects.filter(covers_q("valid_from", "valid_until", day), **network))
    newest = {one.number: one for one in found.select_related("network").order_by("number", "version")}
    return list(newest.values())


def principle_list(day: date, **network) -> dict:
    """Return what the page of all guiding principles of a network shows on a day."""
    principles = with_what_serves(principles_on(day, **network))
    listed = {"as_of": day.isoformat(), "principles": [data.principle(one) for one in principles]}
    return {"principles": principles, "dates": _dates(principles), "day": day, "data": listed}


def _dates(principles: list[GuidingPrinciple]) -> list:
    return list(principles[0].network.dates.all()) if principles else []


def with_what_serves(principles: list[GuidingPrinciple]) -> list[GuidingPrinciple]:
    """Return the principles, each with `served_by`: the public records that serve it."""
    found = serving.served(principles)
    for one in principles:
        one.served_by = found.get(one.pk, [])
    return principles


def principle_page(principle: GuidingPrinciple) -> dict:
    """Return what the page of one guiding principle shows, whichever version it is."""
    same_network = public(GuidingPrinciple.objects.filter(network=principle.network_id))
    every = list(same_network.order_by("number", "version"))
    with_what_serves([principle])
    context = {
        "principle": principle,
        "principles": list({one.number: one for one in every}.values()),
        "translation": wanted_by_reader(principle),
        "versions": [one for one in every if one.number == principle.number and one.pk != principle.pk],
    }
    return {**context, "data": data.principle(principle), "linked_data": data.linked_principle(principle)}


def _by_kind(members: list[Membership]) -> list[MemberGroup]:
    groups = [MemberGroup(kind, [one for one in members if one.kind == kind]) for kind in MemberKind]
    return [group for group in groups if group.members]


def _holds(membership, day: date) -> bool:
    """Tell whether a membership, or a seat, holds on a day; ends are as exact as their sources."""
    return covers(membership.since, membership.until, day)


def _with_seats(committee, day: date):
    """Attach the seats of a day, each with its person only where that contact may be shown."""
    committee.seats_then = [seat for seat in committee.seats.all() if _holds(seat, day)]
    return committee
