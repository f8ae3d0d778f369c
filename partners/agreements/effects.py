"""What a step does, in sentences: above all what readers will see of the agreement."""

from collections.abc import Iterable
from copy import copy
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.agreements.step_log import RENEWED, SIGNED, last_step
from partners.agreements.undoing import before, successor_of
from partners.agreements.validity import last_day, period_ends_on, superseded_on, validity
from partners.agreements.wording import sentence
from partners.models import Agreement, Institution, Stage
from portal.core.language import formats
from portal.core.visibility import public

DAY = timedelta(days=1)


def changed(agreement: Agreement, **values: Any) -> Agreement:
    """Return a copy in memory with other values; those that are missing yet stay as they are."""
    other = copy(agreement)
    for name, value in values.items():
        setattr(other, name, value)
    return other


def readers_see(agreement: Agreement, day: date | None = None) -> str:
    """Return a sentence with what the pages of the parties say about an agreement, by default today."""
    if not agreement.is_binding:
        return _("Readers see nothing of it.")
    shown = [institution for institution in _institutions(agreement) if institution.live]
    if not shown:
        return _("Readers see it once the page of a partner is published.")
    words = sentence(agreement, validity(agreement, day), last_day(agreement), superseded_on(agreement))
    values = {"partners": _names(shown), "sentence": words}
    if day is None:
        return _("On the page of %(partners)s, readers see: “%(sentence)s”.") % values
    return _("From %(day)s on, they see: “%(sentence)s”.") % {**values, "day": formats.day_in_words(day)}


def of_submitting(agreement: Agreement) -> list[str]:
    return [
        _("The international office finds it on its start page. Until it comes back, you can read but not change it."),
        _("Nothing changes for readers: they see nothing of a draft."),
    ]


def of_sending_back(agreement: Agreement) -> list[str]:
    unit = _("“%(unit)s” finds your comment on its start page and can change the draft again.")
    return [unit % {"unit": agreement.unit}, _("Nothing changes for readers: they see nothing of a draft.")]


def of_signing(agreement: Agreement, term: dict[str, Any]) -> list[str]:
    signed = changed(agreement, **term, stage=Stage.SIGNED)
    if not signed.is_binding:
        return [_("Readers see it as soon as it has a first day.")]
    sentences = [readers_see(signed), *_new_partners(signed)]
    if signed.predecessor_id and signed.starts_on:
        words = _("On %(day)s it takes the place of “%(name)s”, which is in force until then.")
        sentences.append(words % {"day": formats.day_in_words(signed.starts_on), "name": signed.predecessor})
    return [*sentences, _("From then on only the international office changes it; its unit can read it.")]


def of_terminating(agreement: Agreement, terminated_on: date | None) -> list[str]:
    if terminated_on is None:
        return [_("Say which day is the last one, and you see here what readers will be told.")]
    ended = changed(agreement, stage=Stage.TERMINATED, terminated_on=terminated_on)
    return [
        readers_see(ended),
        *([] if last_day(ended) != terminated_on else [readers_see(ended, terminated_on + DAY)]),
    ]


def of_confirming(agreement: Agreement) -> list[str]:
    end = period_ends_on(agreement)
    words = _("It leaves the list of what is to be confirmed. Its present period ends on %(day)s.")
    return [*([words % {"day": formats.day_in_words(end)}] if end else []), readers_see(agreement)]


def of_renewing(agreement: Agreement, term: dict[str, Any]) -> list[str]:
    count = agreement.conditions.count()
    words = ngettext(
        "A new draft takes over the parties, the texts and %(count)s condition.",
        "A new draft takes over the parties, the texts and %(count)s conditions.",
        count,
    )
    sentences = [words % {"count": count}, _("Stage, signatures, reference and files are not copied.")]
    end, start = period_ends_on(agreement), term.get("starts_on")
    if end and start and start > end + DAY:
        gap = {"first": formats.day_in_words(end + DAY), "last": formats.day_in_words(start - DAY)}
        sentences.append(_("From %(first)s to %(last)s nothing would be in force.") % gap)
    return [*sentences, _("Readers see nothing of the new one while it is a draft.")]


def of_undoing(agreement: Agreement) -> list[str]:
    """Return what taking back the last step does; empty where there is none."""
    entry = last_step(agreement)
    if entry is None:
        return []
    taken = _("Taken back: %(step)s, %(moment)s.") % {
        "step": entry.message,
        "moment": formats.moment(entry.timestamp),
    }
    if entry.action == RENEWED:
        successor = successor_of(entry)
        return [taken, *([_("The draft “%(name)s” is deleted.") % {"name": successor}] if successor else [])]
    document = [_("The document that was added with it is deleted.")] if entry.data.get("document") else []
    earlier = before(copy(agreement), entry)
    return [taken, *document, readers_see(earlier)] if entry.action == SIGNED else [taken, readers_see(earlier)]


def _institutions(agreement: Agreement) -> list[Institution]:
    return [party.institution for party in agreement.parties.select_related("institution")]


def _new_partners(agreement: Agreement) -> list[str]:
    """Return a sentence about the institutions that become public with the agreement."""
    institutions = _institutions(agreement)
    keys = [institution.pk for institution in institutions]
    shown = set(public(Institution.objects.filter(pk__in=keys)).values_list("pk", flat=True))
    new = [institution for institution in institutions if institution.live and institution.pk not in shown]
    if not new or agreement.starts_on is None:
        return []
    words = _("Readers find %(names)s among the partners from %(day)s on.")
    return [words % {"names": _names(new), "day": formats.day_in_words(agreement.starts_on)}]


def _names(institutions: Iterable[Institution]) -> str:
    return ", ".join(str(institution.name) for institution in institutions)
