"""The queries of “my subject”: agreements under which students can go abroad, and their partners."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from partners.agreements.validity_sql import with_validity
from partners.models import STUDENT_ACTIVITIES, Agreement, Condition, Direction, Institution, SubjectField
from portal.core.related import fetch_related
from portal.core.visibility import public

COLUMNS = (
    "public_id",
    "name_de",
    "name_en",
    "slug_de",
    "slug_en",
    "sort_de",
    "sort_en",
    "country",
    "city_de",
    "city_en",
)


def subject_fields() -> list[SubjectField]:
    """Return all fields of study, by code."""
    return list(SubjectField.objects.order_by("code"))


def agreements_for_students(broad: str, first: date, last: date) -> list[Agreement]:
    """Return the public agreements in force between two days under which students of a broad field may go abroad.

    They are candidates: whether they suit a field and level is decided by `partners.abroad.mobility`. Their
    conditions, fields, parties, units and successors are prefetched.
    """
    conditions = Condition.objects.filter(
        agreement=OuterRef("pk"), direction=Direction.OUTGOING, activity__in=STUDENT_ACTIVITIES
    )
    fields = SubjectField.objects.filter(agreements=OuterRef("pk"))
    is_for_field = ~Exists(fields) | Exists(fields.filter(code__startswith=broad))
    has_condition_for_field = Exists(conditions.filter(subject__code__startswith=broad))
    has_general_condition = Exists(conditions.filter(subject=None)) | _lacks_conditions(conditions)
    agreements = Agreement.objects.filter(has_condition_for_field | (has_general_condition & is_for_field))
    agreements = with_validity(public(agreements), first)
    agreements = agreements.filter(Q(last_day=None) | Q(last_day__gte=first), starts_on__lte=last)
    agreements = agreements.filter(Q(superseded_from=None) | Q(superseded_from__gt=first))
    return fetch_related(agreements.order_by("pk"), "subjects", "successors", "conditions__subject", "parties", "unit")


def _lacks_conditions(conditions: QuerySet[Condition]) -> Q:
    """Return the condition for agreements that name an activity of students, but have no conditions for it."""
    return Q(activities__overlap=list(STUDENT_ACTIVITIES)) & Q(~Exists(conditions))


def destinations(keys: Iterable[int]) -> dict[int, Institution]:
    """Return the public institutions by the keys of the parties: for a merged one the institution it is part of now."""
    keys = set(keys)
    current = {key: key for key in keys} | dict(
        Institution.objects.filter(pk__in=keys, successor__isnull=False).values_list("pk", "successor")
    )
    institutions = public(Institution.objects.filter(pk__in=set(current.values()))).only(*COLUMNS).in_bulk()
    return {key: institutions[current[key]] for key in keys if current[key] in institutions}
