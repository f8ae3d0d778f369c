"""The reading queries of “my subject”: which agreements might send students somewhere, and to whom."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from partners.agreements.validity import with_validity
from partners.models import Activity, Agreement, Condition, Direction, Institution, SubjectField
from portal.core.related import fetch_related
from portal.core.visibility import public

OF_STUDENTS = (Activity.STUDY, Activity.TRAINEESHIP, Activity.DOCTORAL)
NAMED = ("public_id", "name_de", "name_en", "slug_de", "slug_en", "sort_de", "sort_en", "country", "city_de", "city_en")


def subject_fields() -> list[SubjectField]:
    """Return all fields of study, by code."""
    return list(SubjectField.objects.order_by("code"))


def agreements_for_students(broad: str, first: date, last: date) -> list[Agreement]:
    """Return the public agreements that may hold between two days and send students of a broad field abroad.

    With what they say of it: conditions, fields, parties, and what takes their place.
    """
    conditions = Condition.objects.filter(
        agreement=OuterRef("pk"), direction=Direction.OUTGOING, activity__in=OF_STUDENTS
    )
    fields = SubjectField.objects.filter(agreements=OuterRef("pk"))
    is_of_field = ~Exists(fields) | Exists(fields.filter(code__startswith=broad))
    says_so = Exists(conditions.filter(subject__code__startswith=broad))
    says_less = (Exists(conditions.filter(subject=None)) | is_silent(conditions)) & is_of_field
    found = with_validity(public(Agreement.objects.filter(says_so | says_less)), first)
    found = found.filter(Q(last_day=None) | Q(last_day__gte=first), starts_on__lte=last)
    found = found.filter(Q(superseded_from=None) | Q(superseded_from__gt=first))
    return fetch_related(found.order_by("pk"), "subjects", "successors", "conditions__subject", "parties", "unit")


def is_silent(conditions) -> Q:
    """Return the condition for agreements that name an activity of students and say no more of it."""
    return Q(activities__overlap=list(OF_STUDENTS)) & ~Exists(conditions)


def destinations(keys: Iterable[int]) -> dict[int, Institution]:
    """Return the public institutions by the keys of those that signed: the one that took another in stands for it."""
    keys = set(keys)
    current = dict.fromkeys(keys) | dict(
        Institution.objects.filter(pk__in=keys, successor__isnull=False).values_list("pk", "successor")
    )
    wanted = {current[key] or key for key in keys}
    found = {one.pk: one for one in public(Institution.objects.filter(pk__in=wanted)).only(*NAMED)}
    return {key: found[current[key] or key] for key in keys if (current[key] or key) in found}
