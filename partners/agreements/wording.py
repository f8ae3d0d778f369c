"""Agreements in honest words: what is in force until when, and what is not."""

from dataclasses import dataclass
from datetime import date
from math import ceil

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.agreements.presence import for_parties
from partners.agreements.validity import Validity
from partners.models import Agreement, Condition, Renewal
from portal.core import formats
from portal.core.moment import today

TONES = {
    Validity.IN_FORCE: "open",
    Validity.OPEN_ENDED: "open",
    Validity.EXPIRING: "soon",
    Validity.UPCOMING: "upcoming",
}


@dataclass(frozen=True)
class Said:
    """What readers are told of an agreement, as one institution has it."""

    validity: Validity
    sentence: str
    is_being_renewed: bool


def said(row: Agreement, left: list[date | None]) -> Said:
    """Return what to say of `row`, annotated by `with_validity` and `with_follower`; `left` as in `for_parties`."""
    found = Validity(row.validity_on_day)
    of_theirs = for_parties(found, left, today())
    if of_theirs != found:
        return Said(of_theirs, left_words(max(day for day in left if day)), is_being_renewed=False)
    words = sentence(row, found, row.last_day, row.superseded_from)
    return Said(found, words, is_being_renewed(row, found, row.has_follower))


def sentence(agreement: Agreement, found: Validity, last: date | None, superseded: date | None) -> str:
    """Return what holds on the day for which `found` was computed; `last` is the last day that is known."""
    if found == Validity.UPCOMING:
        return _("in force from %(day)s") % {"day": formats.day_in_words(agreement.starts_on)}
    if found == Validity.OPEN_ENDED:
        return _("in force, no fixed end")
    if found == Validity.SUPERSEDED:
        if superseded:
            return _("replaced by a newer agreement on %(day)s") % {"day": formats.day_in_words(superseded)}
        return _("replaced by a newer agreement")
    if last is None:
        return _("in force, goes on until notice is given")
    words = {
        Validity.IN_FORCE: _("in force until %(day)s"),
        Validity.EXPIRING: _("in force until %(day)s"),
        Validity.TERMINATED: _("ended by notice on %(day)s"),
        Validity.EXPIRED: _("ended on %(day)s"),
    }
    return words[found] % {"day": formats.day_in_words(last)}


def left_words(day: date) -> str:
    """Return what holds for who has left, while the others go on."""
    return _("party until %(day)s; the others go on") % {"day": formats.day_in_words(day)}


def is_being_renewed(agreement: Agreement, found: Validity, has_follower: bool) -> bool:
    """Tell whether readers should know that an end is not the end of it: a next one is under way."""
    return found in (Validity.EXPIRED, Validity.EXPIRING) and (
        has_follower or agreement.renewal == Renewal.BY_AGREEMENT
    )


def places(condition: Condition | None) -> str:
    """Return how many may go in a year, and for how long altogether; what is not stated is not zero."""
    persons, months = (condition.persons, condition.months) if condition else (None, None)
    if not persons and not months:
        return _("number not stated")
    parts = []
    if persons:
        message = ngettext("%(count)s place a year", "%(count)s places a year", persons)
        parts.append(message % {"count": persons})
    if months:
        message = ngettext("%(months)s month in all", "%(months)s months in all", ceil(months))
        parts.append(message % {"months": floatformat(months, -2)})
    return ", ".join(parts)
