"""Agreements in honest words: what is in force until when, and what is not."""

from datetime import date
from math import ceil

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Agreement, Condition, Renewal
from partners.validity import Validity
from portal.core import formats

TONES = {
    Validity.IN_FORCE: "open",
    Validity.OPEN_ENDED: "open",
    Validity.EXPIRING: "soon",
    Validity.UPCOMING: "upcoming",
}


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


def left(day: date) -> str:
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
        message = ngettext("%(months)s month of all together", "%(months)s months of all together", ceil(months))
        parts.append(message % {"months": floatformat(months, -2)})
    return ", ".join(parts)
