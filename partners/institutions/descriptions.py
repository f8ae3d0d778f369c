"""What tells institutions apart: place, partnership, and what became of them; and due-diligence reviews."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from partners.geography import countries
from partners.institutions.status import PartnerStatus, with_status
from partners.models import Institution
from portal.core.language.bilingual import reader_language
from portal.core.rights.descriptions import Description


class InstitutionDescription(Description):
    related = ("successor",)

    def prepare(self, objects: QuerySet) -> QuerySet:
        return with_status(super().prepare(objects))

    def parts(self, record: Any) -> Iterable[object]:
        status = getattr(record, "partner_status", "")
        place = countries.with_city(record, reader_language())
        return record.abbreviation, place, PartnerStatus(status).label if status else ""

    def became(self, record: Any) -> Institution | None:
        return record.successor if record.successor_id else None


class DueDiligenceDescription(Description):
    related = ("institution",)

    def parts(self, record: Any) -> Iterable[object]:
        return (record.get_decision_display(),)
