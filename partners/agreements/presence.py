"""What of an agreement one of its parties still has: one rule for the page of an institution, for lists and for counts.

An agreement counts for the institution that signed it, or for the one that this became part of (its owner). Present is
what is in force or has been signed for later. Who left while the others go on has nothing of it any more.
"""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import Coalesce, JSONObject

from partners.agreements.validity import NOW_IN_FORCE, Validity
from partners.models import Party

PRESENT = (*NOW_IN_FORCE, Validity.UPCOMING)


def has_left(left_on: date | None, day: date) -> bool:
    return bool(left_on and left_on < day)


def for_parties(found: Validity, left: list[date | None], day: date) -> Validity:
    """Return what an agreement of this validity is for those of its parties who left on these days, or have not."""
    is_over = found in NOW_IN_FORCE and all(has_left(one, day) for one in left)
    return Validity.EXPIRED if is_over else found


def with_owners(agreements, **of):
    """Annotate `owned`: the owner of each party, its country, and when the party left. `of` narrows the parties."""
    successor = "institution__successor"
    parties = Party.objects.filter(agreement=OuterRef("pk"), **of).order_by("pk")
    columns = {
        "owner": Coalesce(F(successor), F("institution")),
        "country": Coalesce(F(f"{successor}__country"), F("institution__country")),
        "left_on": F("left_on"),
    }
    return agreements.annotate(owned=ArraySubquery(parties.values(row=JSONObject(**columns))))


def by_owner(owned: list[dict]) -> dict[int, list[date | None]]:
    """Return for each owner when the parties that are its own left; see `with_owners`."""
    found: dict[int, list[date | None]] = {}
    for party in owned:
        left_on = party["left_on"]
        found.setdefault(party["owner"], []).append(date.fromisoformat(left_on) if left_on else None)
    return found
