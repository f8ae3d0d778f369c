"""Who belongs to a network on a day: one rule, in Python and in SQL. A test holds the two equal."""

from datetime import date

from django.db.models import Q

from portal.core.spells import covers, covers_q


def is_member(membership, day: date) -> bool:
    """Tell whether a membership, or a seat, holds on a day; ends are as exact as their sources."""
    return covers(membership.since, membership.until, day)


def member_q(day: date) -> Q:
    """Return the same rule as a condition for a query."""
    return covers_q("since", "until", day)
