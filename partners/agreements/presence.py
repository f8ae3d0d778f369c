"""What an agreement is for one of its parties: the rule for the page of an institution, for lists and for counts.

An agreement counts for its owners: the institutions that signed it, or those that they were merged into. It is present
while it is in force or if it was signed for later. A party that left while the others continue has no part in it.
"""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import Coalesce, JSONObject

from partners.agreements.validity import NOW_IN_FORCE, Validity
from partners.models import Agreement, Party

PRESENT = (*NOW_IN_FORCE, Validity.UPCOMING)


def has_left(left_on: date | None, day: date) -> bool:
    """Tell whether a party whose last day is `left_on`, if it has one, is a party no longer on `day`."""
    return bool(left_on and left_on < day)


def validity_for_parties(validity: Validity, last_days: list[date | None], day: date) -> Validity:
    """Return the validity on `day` for some of the parties: EXPIRED once all of them have left an agreement in force.

    `validity` is that of the agreement itself, `last_days` the last day of each of these parties, None without one.
    """
    is_over = validity in NOW_IN_FORCE and all(has_left(left_on, day) for left_on in last_days)
    return Validity.EXPIRED if is_over else validity


def with_owners(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Annotate `owners`: a dictionary with "owner" (a key), "country" and "left_on" for each party."""
    successor = "institution__successor"
    parties = Party.objects.filter(agreement=OuterRef("pk")).order_by("pk")
    columns = {
        "owner": Coalesce(F(successor), F("institution")),
        "country": Coalesce(F(f"{successor}__country"), F("institution__country")),
        "left_on": F("left_on"),
    }
    return agreements.annotate(owners=ArraySubquery(parties.values(row=JSONObject(**columns))))


def last_days_by_owner(owners: list[dict]) -> dict[int, list[date | None]]:
    """Return by owner the last days of its parties, from what `with_owners` annotates; None for one that stays."""
    last_days: dict[int, list[date | None]] = {}
    for party in owners:
        left_on = party["left_on"]
        last_days.setdefault(party["owner"], []).append(date.fromisoformat(left_on) if left_on else None)
    return last_days
