"""What tells certifications and their schemes apart."""

from collections.abc import Iterable
from typing import Any

from portal.core.language import formats
from portal.core.rights.descriptions import Description


class CertificationDescription(Description):
    related = ("holder_unit", "holder_institution")

    def parts(self, record: Any) -> Iterable[object]:
        since, until = formats.written(record.valid_from), formats.written(record.valid_until)
        period = f"{since}–{until}" if since or until else ""
        return record.holder_unit or record.holder_institution, record.get_status_display(), period


class SchemeDescription(Description):
    related = ("awarding_body",)

    def parts(self, record: Any) -> Iterable[object]:
        return record.awarding_body, record.get_theme_display()
