"""What tells contacts and units apart."""

from collections.abc import Iterable
from typing import Any

from portal.core.rights.descriptions import Description


class UnitDescription(Description):
    related = ("parent", "institution")

    def parts(self, record: Any) -> Iterable[object]:
        return record.abbreviation, record.parent or record.institution


class ContactDescription(Description):
    related = ("unit", "institution")

    def parts(self, record: Any) -> Iterable[object]:
        return record.get_role_display(), record.unit or record.institution, record.email or record.phone
