"""What visitors read of an availability: one row for each case, in whole phrases.

Badges stand beside the name of a programme, sentences below them, headings above a day in large type. All places that
speak of an availability read them from here.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from babel.lists import format_list
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.core.language import formats
from portal.core.language.bilingual import reader_language, text
from programs.catalogue.state import State
from programs.models import Entry, LifeSituation

# Badges that would be false for everybody else where a period is for some only.
_BADGES_FOR_SOME: dict[State, Promise] = {
    State.OPEN: gettext_lazy("open for %(people)s"),
    State.ROLLING: gettext_lazy("at any time for %(people)s"),
    State.ON_REQUEST: gettext_lazy("on request for %(people)s"),
}
_SENTENCES: dict[State, Promise] = {
    State.CLOSING_SOON: gettext_lazy("until %(day)s, 23:59"),
    State.OPEN: gettext_lazy("until %(day)s"),
    State.ROLLING: gettext_lazy("until %(day)s"),
    State.ON_REQUEST: gettext_lazy("until %(day)s"),
    State.UPCOMING: gettext_lazy("opens on %(day)s"),
    State.REOPENS: gettext_lazy("opens again on %(day)s"),
    State.CLOSED: gettext_lazy("closed since %(day)s"),
}
_SENTENCES_FOR_SOME: dict[State, Promise] = {
    State.UPCOMING: gettext_lazy("opens for %(people)s on %(day)s"),
    State.REOPENS: gettext_lazy("opens again for %(people)s on %(day)s"),
}
_HEADINGS: dict[State, dict[str, Promise]] = {
    state: {Entry.APPLY: apply, Entry.REGISTER: register}
    for state, apply, register in (
        (State.CLOSING_SOON, gettext_lazy("Apply by"), gettext_lazy("Register by")),
        (State.OPEN, gettext_lazy("Apply by"), gettext_lazy("Register by")),
        (State.ROLLING, gettext_lazy("At any time until"), gettext_lazy("At any time until")),
        (State.ON_REQUEST, gettext_lazy("On request until"), gettext_lazy("On request until")),
        (State.UPCOMING, gettext_lazy("Opens on"), gettext_lazy("Opens on")),
        (State.REOPENS, gettext_lazy("Opens again on"), gettext_lazy("Opens again on")),
        (State.CLOSED, gettext_lazy("The last day was"), gettext_lazy("The last day was")),
    )
}


def badge(state: State, days_left: int | None, audience: Iterable[LifeSituation] = ()) -> str:
    """Return a few words for a badge: "open", "open for refugees", "3 days left", "last day"."""
    people = people_named(audience)
    if state == State.CLOSING_SOON and days_left is not None:
        return _days_left(days_left, people)
    if people and state in _BADGES_FOR_SOME:
        return _BADGES_FOR_SOME[state] % {"people": people}
    return str(state.label)


def sentence(state: State, on: date | None, days_left: int | None, audience: Iterable[LifeSituation] = ()) -> str:
    """Return the date in words, like "until 30 November 2026", or "" without a date."""
    if on is None or state not in _SENTENCES:
        return ""
    if days_left == 0 and state == State.CLOSING_SOON:
        return _("today until 23:59")
    first_day_without = on + timedelta(days=1) if state == State.CLOSED else on
    people = people_named(audience)
    words = _SENTENCES_FOR_SOME.get(state) if people else None
    return (words or _SENTENCES[state]) % {"day": formats.day_in_words(first_day_without), "people": people}


def heading(state: State, entry: str) -> str:
    """Return what stands above the day that matters, like "Apply by"; `entry` is one of `Entry`."""
    return str(_HEADINGS[state][entry])


def people_named(audience: Iterable[LifeSituation]) -> str:
    """Return whom a period is for, to go on after "for"; "" for everybody."""
    words = [text(situation, "people") for situation in audience]
    if not words:
        return ""
    if any(not word or word.is_fallback for word in words):
        return _("certain groups")
    return format_list([str(word) for word in words], locale=reader_language())


def _days_left(days: int, people: str) -> str:
    if days == 0:
        return _("last day for %(people)s") % {"people": people} if people else _("last day")
    if people:
        words = ngettext("%(days)s day left for %(people)s", "%(days)s days left for %(people)s", days)
        return words % {"days": days, "people": people}
    return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days}
