"""What tells agreements apart: partners, unit, validity and dates."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from partners.agreements.validity import Validity
from partners.agreements.validity_sql import with_validity
from partners.models import Party
from portal.core.language import formats
from portal.core.rights.descriptions import Description


class AgreementDescription(Description):
    related = ("unit",)

    def prepare(self, objects: QuerySet) -> QuerySet:
        parties = Party.objects.select_related("institution")
        return with_validity(super().prepare(objects)).prefetch_related(Prefetch("parties", parties))

    def parts(self, record: Any) -> Iterable[object]:
        partners = ", ".join(party.institution.name_de for party in record.parties.all())
        status = getattr(record, "validity_on_day", "")
        validity = Validity(status).label if status else record.get_stage_display()
        return partners, record.unit.abbreviation or record.unit.name_de, validity, dates(record)


def dates(record: Any) -> str:
    """Return the first and the last day of an agreement, as far as there are any."""
    first, last = (formats.day(day) if day else "" for day in (record.starts_on, record.ends_on))
    return f"{first}–{last}" if first or last else ""
