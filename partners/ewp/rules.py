"""What Erasmus Without Paper asks of an agreement (Interinstitutional Agreements API, version 7).

Each rule stands here once, as a condition of the database, for the page of one agreement and for lists of many. One
with `is_required` comes from the schema of the API or from its text; without, the API only recommends it. Nothing of
this keeps anybody from saving.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.identifiers import Scheme
from partners.models import (
    STAFF_ACTIVITIES,
    STUDENT_ACTIVITIES,
    Activity,
    Condition,
    InstitutionIdentifier,
    Party,
    SubjectField,
)

EXCHANGED = (*STUDENT_ACTIVITIES, *STAFF_ACTIVITIES)
NEEDS_LANGUAGE = (Activity.STUDY, Activity.DOCTORAL, Activity.TEACHING)  # a doctorate is study at level 8
OWN, PARTNER = "own:", "partner:"  # before fields in the form of one of the institutions


@dataclass(frozen=True)
class Rule:
    """`lacks` holds for what does not meet the rule; `field` is the one to fill in, `remedy` says with what."""

    label: Promise
    remedy: Promise
    field: str
    lacks: Q
    is_required: bool = True


_PARTIES = Party.objects.filter(agreement=OuterRef("pk"), left_on=None).order_by("pk")
_SCHAC = InstitutionIdentifier.objects.filter(scheme=Scheme.SCHAC, valid_to=None)
_OWN = _SCHAC.filter(institution__units__parent=None, institution__units__isnull=False)
_PARTNERS = _SCHAC.filter(institution=OuterRef("institution"))

AGREEMENT_RULES: dict[str, Rule] = {
    "partner": Rule(
        _("One partner"),
        _("Such an agreement has exactly one partner. Make one agreement for each."),
        "parties-FORMS",
        ~Q(Exists(_PARTIES)) | Q(Exists(_PARTIES[1:2])),
    ),
    "partner_schac": Rule(
        _("SCHAC code of the partner"),
        _("Add the SCHAC code to the identifiers of the partner: it is how its systems are found."),
        f"{PARTNER}identifiers",
        Q(Exists(_PARTIES.filter(~Exists(_PARTNERS)))),
    ),
    "own_schac": Rule(
        _("Our SCHAC code"),
        _("Add the SCHAC code to the identifiers of our own university."),
        f"{OWN}identifiers",
        ~Q(Exists(_OWN)),
    ),
    "reference": Rule(
        _("Our number of the agreement"),
        _("Give it a number, by which the partner finds it."),
        "reference",
        Q(reference=""),
    ),
    "conditions": Rule(
        _("Conditions"),
        _("Say who may go: add at least one condition for students or staff."),
        "conditions-FORMS",
        ~Q(Exists(Condition.objects.filter(agreement=OuterRef("pk"), activity__in=EXCHANGED))),
    ),
    "agreement_code": Rule(
        _("The partner’s number of the agreement"),
        _("Ask the partner under which number it keeps the agreement."),
        "parties-0-agreement_code",
        Q(Exists(_PARTIES.filter(agreement_code=""))),
        is_required=False,
    ),
    "signatory": Rule(
        _("Who signs for the partner"),
        _("Say who signs, or has signed, for the partner."),
        "parties-0-signatory",
        Q(Exists(_PARTIES.filter(signatory=""))),
        is_required=False,
    ),
}

_STUDENTS, _STAFF = Q(activity__in=STUDENT_ACTIVITIES), Q(activity__in=STAFF_ACTIVITIES)
_OFFICIAL_NAMES = [Q(subject_clarification__iexact=F(f"subject__name_{code}")) for code in ("de", "en")]

# `languages_as_text` is annotated by `partners.ewp.selectors`.
CONDITION_RULES: dict[str, Rule] = {
    "activity": Rule(
        _("What for"),
        _("Erasmus Without Paper knows study, traineeship, teaching and staff training; this is not sent."),
        "activity",
        ~Q(activity__in=EXCHANGED),
        is_required=False,
    ),
    "persons": Rule(
        _("Persons per year"),
        _("Say how many may go in a year at most."),
        "persons",
        Q(persons=None) | Q(persons=0),
    ),
    "years": Rule(
        _("Academic years"),
        _("Say for which academic years this holds: the first and the last one."),
        "first_year",
        Q(first_year=None) | Q(last_year=None),
    ),
    "order_of_years": Rule(
        _("Order of the years"),
        _("The last academic year lies before the first one. Correct one of them."),
        "last_year",
        Q(last_year__lt=F("first_year")),
    ),
    "languages": Rule(
        _("Language to be known"),
        _("Name at least one language: for study and for teaching it is asked for."),
        "languages",
        Q(activity__in=NEEDS_LANGUAGE, languages=[]),
    ),
    "language_subjects": Rule(
        _("Subjects of the languages"),
        _("A language is named for a field of two or three digits. Take the field with four digits."),
        "languages",
        Q(languages_as_text__regex=r'"subject": "\d{2,3}"'),
    ),
    "subject": Rule(
        _("Field of study with four digits"),
        _("Choose the field with four digits: broader ones are refused."),
        "subject-chooser",
        Q(subject__isnull=False) & ~Q(subject__code__regex=rf"^\d{{{SubjectField.DETAILED}}}$"),
    ),
    "subject_clarification": Rule(
        _("Note on the field"),
        _("The note repeats the name of the field. Leave it empty, or say what the name does not."),
        "subject_clarification",
        reduce(or_, _OFFICIAL_NAMES),
    ),
    "months": Rule(
        _("Months of the students"),
        _("Students stay for months: write more than 0, and leave the days empty."),
        "months",
        _STUDENTS & (Q(months=0) | Q(days__isnull=False)),
    ),
    "days": Rule(
        _("Days of the staff"),
        _("Staff stay for days: write more than 0, and leave the months empty."),
        "days",
        _STAFF & (Q(days=0) | Q(months__isnull=False)),
    ),
    "duration": Rule(
        _("How long in all"),
        _("Say how many months or days a year all of them stay together."),
        "months",
        (_STUDENTS & Q(months=None)) | (_STAFF & Q(days=None)),
        is_required=False,
    ),
    "blended": Rule(
        _("Blended for students only"),
        _("Only students stay in a blended way. Take the tick away."),
        "blended",
        _STAFF & Q(blended=True),
    ),
}
