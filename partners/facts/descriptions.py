"""What tells facts apart: their figure, date and source."""

from collections.abc import Iterable
from typing import Any

from portal.core.language import formats
from portal.core.rights.descriptions import Description


class FactDescription(Description):
    def parts(self, record: Any) -> Iterable[object]:
        return record.value_de, formats.written(record.as_of), record.source_de
