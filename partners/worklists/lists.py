"""The worklists of the international office: what each holds, and where the whole list is."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.agreements import renewal
from partners.agreements.completeness import agreement_lacks, incomplete_agreement
from partners.agreements.permissions import agreement_policy
from partners.contacts.permissions import contact_policy
from partners.institutions.completeness import INSTITUTION, incomplete_institution
from partners.models import Agreement, Contact, DueDiligence, Institution, Stage
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


def _submitted(user: User | AnonymousUser) -> QuerySet[Agreement] | None:
    """Return what units have submitted, for the office, the oldest first."""
    if not agreement_policy().reaches_all(user):
        return None
    return Agreement.objects.filter(stage=Stage.SUBMITTED).order_by("submitted_on", "pk")


def _returned(user: User | AnonymousUser) -> QuerySet[Agreement] | None:
    """Return what the office has returned, for the units themselves."""
    if agreement_policy().reaches_all(user):
        return None
    return _agreements(user).filter(stage=Stage.DRAFT).exclude(office_comment="").order_by("sort_de", "pk")


def _reviews(user: User | AnonymousUser) -> QuerySet[DueDiligence] | None:
    """Return the due-diligence reviews that are overdue, for all who may read them, the longest overdue first."""
    if not scope.policy_of(DueDiligence).user_has_any_permission(user, {"add", "change", "view"}):
        return None
    return DueDiligence.objects.filter(next_review_on__lt=today()).order_by("next_review_on", "pk")


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
    """Return the worklists that concern a user: reviews for who reads them, all for who may write agreements."""
    may_write = agreement_policy().user_has_any_permission(user, ["add", "change"])
    work = OfficeWork(user, PARTS if may_write else [REVIEWS])
    concerned = {part.key for part in work.concerned_parts}
    worklists = [worklist for worklist in WORKLISTS if worklist.key in concerned]
    return (work, worklists) if worklists else None


def _page(user: User | AnonymousUser, model: Any, key: int) -> str:
    """Return the address on which a record is read and from which it is acted on."""
    return scope.read_url(model, key)


def _form_or_page(user: User | AnonymousUser, model: Any, key: int) -> str:
    """Return the address of the form for those who may change every record of the type, else where it is read."""
    may_edit = user.has_perm(f"partners.change_{model._meta.model_name}")
    return scope.edit_url(model, key) if may_edit else _page(user, model, key)


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


SUBMITTED = Part(
    "submitted",
    Agreement,
    _submitted,
    notes.submitted,
    lambda: {"day": F("submitted_on"), "text": F("unit__name_de")},
    get_url=_page,
)
RETURNED = Part("returned", Agreement, _returned, notes.returned, lambda: {"text": F("office_comment")})
REVIEWS = Part(
    "reviews",
    DueDiligence,
    _reviews,
    notes.review_due,
    lambda: {"day": F("next_review_on")},
    title="institution__name_de",
    get_url=_form_or_page,
)
ENDING = Part(
    "ending",
    Agreement,
    lambda user: renewal.ending_soon(_agreements(user)),
    notes.ending,
    lambda: {"end": F("period_end")},
    get_url=_form_or_page,
)
TALKS_DUE = Part(
    "talks-due",
    Agreement,
    lambda user: renewal.talks_due(_agreements(user)),
    notes.talks_due,
    lambda: {"day": F("talk_from"), "end": F("period_end")},
    get_url=_form_or_page,
)
TO_CONFIRM = Part(
    "to-confirm",
    Agreement,
    lambda user: renewal.to_confirm(_agreements(user)),
    notes.renewed,
    lambda: {"day": F("renewed_on")},
    get_url=_form_or_page,
)
INCOMPLETE_AGREEMENTS = Part(
    "incomplete-agreements",
    Agreement,
    lambda user: _agreements(user).filter(incomplete_agreement()).order_by("sort_de", "pk"),
    notes.missing_parts(agreement_lacks()),
    lambda: notes.condition_columns(agreement_lacks()),
    get_url=_form_or_page,
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

PARTS = [
    *(SUBMITTED, RETURNED, ENDING, TALKS_DUE, TO_CONFIRM, REVIEWS),
    *(INCOMPLETE_AGREEMENTS, INCOMPLETE_INSTITUTIONS, UNTRANSLATED, CONTACTS),
]
WORKLISTS = [
    _worklist(SUBMITTED, _("Submitted by units"), _("No draft waits for you."), "?stage=submitted", Urgency.NOW),
    _worklist(RETURNED, _("Returned to you"), _("Nothing was returned to you."), "?stage=draft", Urgency.NOW),
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
        REVIEWS,
        _("Due diligence that is overdue"),
        _("Every review is in time."),
        "?ordering=next_review_on",
        Urgency.NOW,
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
