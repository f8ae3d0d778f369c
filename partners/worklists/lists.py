"""What waits for the office: each list with its rule, its order and the note beside each line.

A list is a part of one union, with the same columns as all others.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    DateField,
    ExpressionWrapper,
    F,
    Q,
    TextField,
    Value,
    Window,
)
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from partners.agreements import renewal
from partners.agreements.completeness import agreement_lacks, incomplete_agreement
from partners.agreements.permissions import agreement_policy
from partners.contacts.permissions import contact_policy
from partners.institutions.completeness import INSTITUTION, incomplete_institution
from partners.models import Agreement, Contact, Institution
from portal.core import formats
from portal.core.days import add_months
from portal.core.moment import today

LINES = 5
CONFIRM_CONTACTS_AFTER = 12  # months
COLUMNS = ("row_list", "row_key", "row_title", "row_day", "row_end", "row_a", "row_b", "row_c", "row_count")


@dataclass(frozen=True)
class Line:
    title: str
    url: str
    note: str


@dataclass(frozen=True)
class Worklist:
    """One list. `find` takes a user and returns what waits, in its order, or None where that is not for them.

    `columns` are what a note needs: `day` and `end` (dates), `a`, `b` and `c` (conditions).
    """

    key: str
    model: type
    heading: Promise
    nothing: Promise
    find: Callable
    note: Callable
    query: str = ""  # of the list that shows all
    columns: Callable = dict

    def rows(self, user):
        """Return the first rows, as a part of the union."""
        found = self.find(user)
        if found is None:
            return None
        own = self.columns()
        columns = {
            "row_list": Value(self.key, CharField()),
            "row_key": F("pk"),
            "row_title": Cast("name_de", TextField()),
            "row_day": Cast(own.get("day", Value(None)), DateField()),
            "row_end": Cast(own.get("end", Value(None)), DateField()),
            **{f"row_{name}": _truth(own.get(name, Q(pk=None))) for name in "abc"},
            "row_count": Window(Count("pk")),
        }
        return found.annotate(**columns).values_list(*COLUMNS)[:LINES]

    def line(self, row) -> Line:
        return Line(row.title, _url(self.model, "edit", row.key), str(self.note(row)))

    @property
    def all_url(self) -> str:
        return _url(self.model, "list") + self.query


def _agreements(user):
    return agreement_policy().instances_user_has_any_permission_for(user, {"add", "change"})


def _institutions(user, condition: Q):
    if not user.has_perm("partners.change_institution"):
        return None
    return Institution.objects.filter(condition, successor=None).order_by("sort_de", "pk")


def _contacts(user):
    due = Q(last_confirmed_on=None) | Q(last_confirmed_on__lt=add_months(today(), -CONFIRM_CONTACTS_AFTER))
    kept = Q(delete_after=None) | Q(delete_after__gte=today())
    found = contact_policy().instances_user_has_any_permission_for(user, {"add", "change"}).filter(due & kept)
    return found.exclude(institution=None).order_by("last_confirmed_on", "sort_de", "pk")


def _truth(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, BooleanField())


def _lacking(names) -> Callable:
    """Return a note that names what a row lacks, of the three things that it can."""

    def note(row) -> str:
        return ", ".join(str(name) for name, lacks in zip(names, (row.a, row.b, row.c), strict=True) if lacks)

    return note


def _lacks(conditions: dict) -> dict:
    return dict(zip("abc", conditions.values(), strict=True))


def _ending_note(row) -> str:
    days = (row.end - today()).days
    if days == 0:
        return gettext("ends today")
    words = ngettext("in %(days)d day, on %(day)s", "in %(days)d days, on %(day)s", days)
    return words % {"days": days, "day": formats.day(row.end)}


def _horizon_note(row) -> str:
    words = gettext("to be talked about since %(day)s; ends on %(end)s")
    return words % {"day": formats.day(row.day), "end": formats.day(row.end)}


def _contact_note(row) -> str:
    if row.day is None:
        return gettext("never confirmed")
    return gettext("last confirmed on %(day)s") % {"day": formats.day(row.day)}


def _url(model, view: str, *keys) -> str:
    return reverse(f"wagtailsnippets_partners_{model._meta.model_name}:{view}", args=keys)


LISTS = [
    Worklist(
        "ending",
        Agreement,
        _("Ending soon"),
        _("Nothing ends within six months without a successor."),
        lambda user: renewal.ending_soon(_agreements(user)),
        _ending_note,
        "?validity=expiring",
        lambda: {"end": F("period_end")},
    ),
    Worklist(
        "horizon",
        Agreement,
        _("Time to talk about what follows"),
        _("It is early enough for everything that ends."),
        lambda user: renewal.horizon(_agreements(user)),
        _horizon_note,
        "?ending=12",
        lambda: {"day": F("talk_from"), "end": F("period_end")},
    ),
    Worklist(
        "to-confirm",
        Agreement,
        _("Gone on by themselves, to be confirmed"),
        _("Everything that went on by itself was confirmed."),
        lambda user: renewal.to_confirm(_agreements(user)),
        lambda row: gettext("since %(day)s") % {"day": formats.day(row.day)},
        "?validity=in-force",
        lambda: {"day": F("renewed_on")},
    ),
    Worklist(
        "incomplete-agreements",
        Agreement,
        _("Incomplete agreements"),
        _("Every signed agreement is complete."),
        lambda user: _agreements(user).filter(incomplete_agreement()).order_by("sort_de", "pk"),
        _lacking(agreement_lacks()),
        "?incomplete=on",
        lambda: _lacks(agreement_lacks()),
    ),
    Worklist(
        "incomplete-institutions",
        Institution,
        _("Incomplete institutions"),
        _("Every institution is complete."),
        lambda user: _institutions(user, incomplete_institution()),
        _lacking(INSTITUTION),
        "?incomplete=on",
        lambda: _lacks(INSTITUTION),
    ),
    Worklist(
        "untranslated",
        Institution,
        _("Institutions without an English name"),
        _("Every institution has an English name."),
        lambda user: _institutions(user, Q(name_en="")),
        lambda row: gettext("missing"),
        "?english=missing",
    ),
    Worklist(
        "contacts",
        Contact,
        _("Contacts to be confirmed"),
        _("Every contact was confirmed within a year."),
        _contacts,
        _contact_note,
        columns=lambda: {"day": F("last_confirmed_on")},
    ),
]
