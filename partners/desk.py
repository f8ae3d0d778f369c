"""What waits for the office, on the start page of the admin: the first lines of each list, and how many there are."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, Q, Window
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from partners import renewal
from partners.completeness import incomplete_agreement, incomplete_institution, missing_in, missing_of
from partners.models import Agreement, Contact, Institution
from partners.permissions import agreement_policy, contact_policy
from portal.core import formats
from portal.core.days import add_months
from portal.core.moment import today

LINES = 5
CONFIRM_CONTACTS_AFTER = 12  # months


@dataclass(frozen=True)
class Line:
    title: str
    url: str
    note: str


@dataclass(frozen=True)
class Waiting:
    """One list. `find` takes a user and returns what waits; `line` makes a line of a row; `all_url` leads to all."""

    key: str
    heading: Promise
    nothing: Promise
    find: Callable
    line: Callable
    all_url: Callable


class DeskPanel(Component):
    """Shown to who may write agreements; each list asks one question of the database."""

    name = "partnerships"
    order = 15
    template_name = "partners/admin/desk.html"

    def __init__(self, user):
        self.user = user

    @property
    def is_shown(self) -> bool:
        return agreement_policy().user_has_any_permission(self.user, ["add", "change"])

    def get_context_data(self, parent_context):
        return {"lists": [self._list(one) for one in LISTS]}

    def _list(self, one: Waiting) -> dict:
        rows = one.find(self.user)
        first = list(rows.annotate(how_many=Window(Count("pk")))[:LINES]) if rows is not None else []
        count = first[0].how_many if first else 0
        return {"list": one, "url": one.all_url(), "lines": [one.line(row) for row in first], "count": count}


def _agreements(user):
    found = agreement_policy().instances_user_has_any_permission_for(user, {"add", "change"})
    return found.select_related("agreement_type")


def _institutions(user):
    if not user.has_perm("partners.change_institution"):
        return None
    return Institution.objects.filter(successor=None).order_by("sort_de", "pk")


def _contacts(user):
    due = Q(last_confirmed_on=None) | Q(last_confirmed_on__lt=add_months(today(), -CONFIRM_CONTACTS_AFTER))
    kept = Q(delete_after=None) | Q(delete_after__gte=today())
    found = contact_policy().instances_user_has_any_permission_for(user, {"add", "change"}).filter(due & kept)
    return found.exclude(institution=None).order_by("last_confirmed_on", "sort_de", "pk")


def _incomplete_agreements(user):
    keys = Agreement.objects.order_by().filter(incomplete_agreement()).values("pk")
    return _agreements(user).filter(pk__in=keys).prefetch_related("parties", "subjects").order_by("sort_de", "pk")


def _narrowed(user, condition):
    found = _institutions(user)
    return None if found is None else found.filter(condition)


def _agreement_line(note_of):
    return lambda row: Line(str(row), _url(Agreement, "edit", row.pk), note_of(row))


def _ending_note(row) -> str:
    days = (row.period_end - today()).days
    words = ngettext("in %(days)d day, on %(day)s", "in %(days)d days, on %(day)s", days)
    return words % {"days": days, "day": formats.day(row.period_end)}


def _horizon_note(row) -> str:
    words = gettext("to be talked about since %(day)s; ends on %(end)s")
    return words % {"day": formats.day(row.talk_from), "end": formats.day(row.period_end)}


def _contact_note(row) -> str:
    if row.last_confirmed_on is None:
        return gettext("never confirmed")
    return gettext("last confirmed on %(day)s") % {"day": formats.day(row.last_confirmed_on)}


def _url(model, view: str, *keys, query: str = "") -> str:
    return reverse(f"wagtailsnippets_partners_{model._meta.model_name}:{view}", args=keys) + query


LISTS = [
    Waiting(
        "ending",
        _("Ending soon"),
        _("Nothing ends within six months without a successor."),
        lambda user: renewal.ending_soon(_agreements(user)),
        _agreement_line(_ending_note),
        lambda: _url(Agreement, "list", query="?validity=expiring"),
    ),
    Waiting(
        "horizon",
        _("Time to talk about what follows"),
        _("It is early enough for everything that ends."),
        lambda user: renewal.horizon(_agreements(user)),
        _agreement_line(_horizon_note),
        lambda: _url(Agreement, "list", query="?ending=12"),
    ),
    Waiting(
        "to-confirm",
        _("Gone on by themselves, to be confirmed"),
        _("Everything that went on by itself was confirmed."),
        lambda user: renewal.to_confirm(_agreements(user)),
        _agreement_line(lambda row: gettext("since %(day)s") % {"day": formats.day(row.renewed_on)}),
        lambda: _url(Agreement, "list", query="?validity=in-force"),
    ),
    Waiting(
        "incomplete-agreements",
        _("Incomplete agreements"),
        _("Every signed agreement is complete."),
        _incomplete_agreements,
        _agreement_line(lambda row: ", ".join(missing_of(row))),
        lambda: _url(Agreement, "list", query="?incomplete=on"),
    ),
    Waiting(
        "incomplete-institutions",
        _("Incomplete institutions"),
        _("Every institution is complete."),
        lambda user: _narrowed(user, incomplete_institution()),
        lambda row: Line(str(row), _url(Institution, "edit", row.pk), ", ".join(missing_in(row))),
        lambda: _url(Institution, "list", query="?incomplete=on"),
    ),
    Waiting(
        "untranslated",
        _("Institutions without an English name"),
        _("Every institution has an English name."),
        lambda user: _narrowed(user, Q(name_en="")),
        lambda row: Line(str(row), _url(Institution, "edit", row.pk), gettext("missing")),
        lambda: _url(Institution, "list", query="?english=missing"),
    ),
    Waiting(
        "contacts",
        _("Contacts to be confirmed"),
        _("Every contact was confirmed within a year."),
        _contacts,
        lambda row: Line(str(row), _url(Contact, "edit", row.pk), _contact_note(row)),
        lambda: _url(Contact, "list"),
    ),
]
