"""The worklists of the international office: what each holds, and where the whole list is."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.agreements import renewal
from partners.agreements.completeness import agreement_lacks, incomplete_agreement
from partners.agreements.permissions import agreement_policy
from partners.contacts.permissions import contact_policy
from partners.institutions.completeness import INSTITUTION, incomplete_institution
from partners.models import Agreement, Contact, Institution
from partners.worklists import notes
from partners.worklists.queries import OfficeWork, Part
from portal.accounts.models import User
from portal.core.admin.worklists import Urgency, Worklist
from portal.core.rights import scope
from portal.core.time.days import add_months
from portal.core.time.moment import today

CONFIRM_CONTACTS_AFTER = 12  # months


def _agreements(user: User | AnonymousUser) -> QuerySet[Agreement]:
    return agreement_policy().instances_user_has_any_permission_for(user, {"add", "change"})


def _institutions(user: User | AnonymousUser, condition: Q) -> QuerySet[Institution] | None:
    if not user.has_perm("partners.change_institution"):
        return None
    return Institution.objects.filter(condition, successor=None).order_by("sort_de", "pk")


def _contacts(user: User | AnonymousUser) -> QuerySet[Contact]:
    due = Q(last_confirmed_on=None) | Q(last_confirmed_on__lt=add_months(today(), -CONFIRM_CONTACTS_AFTER))
    contacts = contact_policy().instances_user_has_any_permission_for(user, {"add", "change"})
    of_institutions = contacts.filter(Contact.unexpired_q(), due).exclude(institution=None)
    return of_institutions.order_by("last_confirmed_on", "sort_de", "pk")


def office_worklists(user: User | AnonymousUser) -> tuple[OfficeWork, list[Worklist]] | None:
    """Return the worklists for those who may write agreements, else None."""
    may_write = agreement_policy().user_has_any_permission(user, ["add", "change"])
    return (OfficeWork(user, PARTS), WORKLISTS) if may_write else None


def _worklist(
    part: Part, heading: Promise, empty: Promise, query: str = "", urgency: Urgency = Urgency.LATER
) -> Worklist:
    """Return the worklist of a part; `query` narrows the list of all its records to the same ones."""
    return Worklist(
        part.key,
        heading,
        empty,
        find=lambda work, limit: work.lines(part),
        get_url=lambda worklist: f"{scope.list_url(part.model)}{query}",
        urgency=urgency,
    )


ENDING = Part(
    "ending",
    Agreement,
    lambda user: renewal.ending_soon(_agreements(user)),
    notes.ending,
    lambda: {"end": F("period_end")},
)
TALKS_DUE = Part(
    "talks-due",
    Agreement,
    lambda user: renewal.talks_due(_agreements(user)),
    notes.talks_due,
    lambda: {"day": F("talk_from"), "end": F("period_end")},
)
TO_CONFIRM = Part(
    "to-confirm",
    Agreement,
    lambda user: renewal.to_confirm(_agreements(user)),
    notes.renewed,
    lambda: {"day": F("renewed_on")},
)
INCOMPLETE_AGREEMENTS = Part(
    "incomplete-agreements",
    Agreement,
    lambda user: _agreements(user).filter(incomplete_agreement()).order_by("sort_de", "pk"),
    notes.missing_parts(agreement_lacks()),
    lambda: notes.condition_columns(agreement_lacks()),
)
INCOMPLETE_INSTITUTIONS = Part(
    "incomplete-institutions",
    Institution,
    lambda user: _institutions(user, incomplete_institution()),
    notes.missing_parts(INSTITUTION),
    lambda: notes.condition_columns(INSTITUTION),
)
UNTRANSLATED = Part("untranslated", Institution, lambda user: _institutions(user, Q(name_en="")), notes.untranslated)
CONTACTS = Part("contacts", Contact, _contacts, notes.last_confirmed, lambda: {"day": F("last_confirmed_on")})

PARTS = [ENDING, TALKS_DUE, TO_CONFIRM, INCOMPLETE_AGREEMENTS, INCOMPLETE_INSTITUTIONS, UNTRANSLATED, CONTACTS]
WORKLISTS = [
    _worklist(
        ENDING,
        _("Ending soon"),
        _("Nothing ends within six months without a successor."),
        "?validity=expiring",
        Urgency.NOW,
    ),
    _worklist(
        TALKS_DUE,
        _("Time to talk about what follows"),
        _("It is early enough for everything that ends."),
        "?ending=12",
        Urgency.SOON,
    ),
    _worklist(
        TO_CONFIRM,
        _("Gone on by themselves, to be confirmed"),
        _("Everything that went on by itself was confirmed."),
        "?validity=in-force",
        Urgency.SOON,
    ),
    _worklist(
        INCOMPLETE_AGREEMENTS, _("Incomplete agreements"), _("Every signed agreement is complete."), "?incomplete=on"
    ),
    _worklist(
        INCOMPLETE_INSTITUTIONS, _("Incomplete institutions"), _("Every institution is complete."), "?incomplete=on"
    ),
    _worklist(
        UNTRANSLATED,
        _("Institutions without an English name"),
        _("Every institution has an English name."),
        "?english=missing",
    ),
    _worklist(CONTACTS, _("Contacts to be confirmed"), _("Every contact was confirmed within a year.")),
]
