"""What readers are told about agreements: what is in force until when, and what has ended."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Protocol

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.agreements.presence import validity_for_parties
from partners.agreements.validity import Validity
from partners.models import Condition, Renewal
from portal.core.language import formats
from portal.core.time.moment import today

TONES = {
    Validity.IN_FORCE: "open",
    Validity.OPEN_ENDED: "open",
    Validity.EXPIRING: "soon",
    Validity.UPCOMING: "upcoming",
}


class DatedRow(Protocol):
    """An agreement, or a row with the same columns."""

    @property
    def starts_on(self) -> date | None: ...

    @property
    def renewal(self) -> str: ...


class StatusRow(DatedRow, Protocol):
    """The same, with the annotations of `with_validity` and `with_negotiated_successor`."""

    @property
    def validity_on_day(self) -> str: ...

    @property
    def last_day(self) -> date | None: ...

    @property
    def superseded_from(self) -> date | None: ...

    @property
    def has_negotiated_successor(self) -> bool: ...


@dataclass(frozen=True)
class AgreementStatus:
    """What readers are told about an agreement, from the point of view of one institution."""

    validity: Validity
    sentence: str
    is_being_renewed: bool


def agreement_status(row: StatusRow, last_days: list[date | None]) -> AgreementStatus:
    """Return the status for some of the parties; `last_days` are theirs, as in `validity_for_parties`."""
    validity = Validity(row.validity_on_day)
    for_parties = validity_for_parties(validity, last_days, today())
    if for_parties != validity:
        return AgreementStatus(for_parties, left_on_sentence(max(filter(None, last_days))), is_being_renewed=False)
    words = sentence(row, validity, row.last_day, row.superseded_from)
    return AgreementStatus(validity, words, is_being_renewed(row, validity, row.has_negotiated_successor))


def sentence(agreement: DatedRow, validity: Validity, last: date | None, superseded: date | None) -> str:
    """Return the validity in words; `last` is the last day as far as known, `superseded` a successor's first day."""
    if validity == Validity.UPCOMING and agreement.starts_on:
        return _("in force from %(day)s") % {"day": formats.day_in_words(agreement.starts_on)}
    if validity == Validity.OPEN_ENDED:
        return _("in force, no fixed end")
    if validity == Validity.SUPERSEDED:
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
    return words[validity] % {"day": formats.day_in_words(last)}


def left_on_sentence(day: date) -> str:
    """Return what to say about a party whose last day was `day`, while the agreement continues for the others."""
    return _("party until %(day)s; the others go on") % {"day": formats.day_in_words(day)}


def is_being_renewed(agreement: DatedRow, validity: Validity, has_negotiated_successor: bool) -> bool:
    """Tell whether to add that a renewal is in progress: the agreement has ended or ends soon, but may continue."""
    return validity in (Validity.EXPIRED, Validity.EXPIRING) and (
        has_negotiated_successor or agreement.renewal == Renewal.BY_AGREEMENT
    )


def places(condition: Condition | None) -> str:
    """Return the number of places a year and the months of all together, or that they are not stated."""
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
