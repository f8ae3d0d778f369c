"""What tells programmes and concepts of vocabularies apart."""

from collections.abc import Iterable
from typing import Any

from portal.core.rights.descriptions import Description


class ProgramDescription(Description):
    related = ("responsible_unit",)

    def parts(self, record: Any) -> Iterable[object]:
        return record.responsible_unit, record.get_status_display()


class ConceptDescription(Description):
    def parts(self, record: Any) -> Iterable[object]:
        return (record.notation,)
