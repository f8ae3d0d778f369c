"""Loads networks with their members, dates and committees, and guiding principles."""

from datetime import timedelta

from partners import models
from portal.core.models import Record
from portal.core.time.moment import today
from portal.demo.loading import matching
from portal.demo.loading.content import columns, rows

TEXTS = ("name_*", "slug_*", "summary_*", "mission_*", "guarantors_*", "legal_form_*", "predecessor_*")
SOURCED = ("source_*", "source_url")


def load() -> int:
    """Create the missing networks and return how many."""
    missing_rows = matching.missing(models.Network, rows("network"))
    institutions = matching.by_key(models.Institution, "institution")
    for row in missing_rows:
        network = models.Network(
            **columns(row, "public_id", *TEXTS, "founded_on", "website", "assured_by"),
            assured_on=today() - timedelta(days=row["assured_days_ago"]),
        )
        facts = matching.by_key(models.Fact, "fact")
        network.facts.set([facts[key] for key in row["facts"]])
        profiles = enumerate(row["profiles"])
        network.profiles.set([models.Profile(sort_order=place, **profile) for place, profile in profiles])
        network.dates.set(
            [
                models.NetworkDate(sort_order=place, **columns(date_row, "on", "text_*", *SOURCED))
                for place, date_row in enumerate(row["dates"])
            ]
        )
        network.memberships.set(_membership(part, place, institutions) for place, part in enumerate(row["memberships"]))
        network.committees.set(_committee(part, place, institutions) for place, part in enumerate(row["committees"]))
        _publish(network)
    return len(missing_rows)


def load_principles() -> int:
    """Create the missing guiding principles and return how many."""
    missing_rows = matching.missing(models.GuidingPrinciple, rows("principle"))
    networks = matching.by_key(models.Network, "network")
    names = ("public_id", "number", "name_*", "text_*", "valid_from", *SOURCED)
    for row in missing_rows:
        _publish(models.GuidingPrinciple(network=networks[row["network"]], **columns(row, *names)))
    return len(missing_rows)


def _membership(row: dict, place: int, institutions: dict) -> models.Membership:
    return models.Membership(
        sort_order=place,
        institution=institutions[row["institution"]],
        successor=institutions.get(row.get("successor")),
        **columns(row, "name_*", "kind", "since", "until", "note_*", *SOURCED),
    )


def _committee(row: dict, place: int, institutions: dict) -> models.Committee:
    committee = models.Committee(sort_order=place, **columns(row, "name_*", "mandate_*"))
    committee.seats.set(
        [
            models.Seat(sort_order=number, institution=institutions[seat["institution"]], **columns(seat, "office_*"))
            for number, seat in enumerate(row["seats"])
        ]
    )
    return committee


def _publish(record: Record) -> None:
    record.full_clean()
    record.save()
    record.save_revision().publish()
