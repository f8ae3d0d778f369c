"""What tells networks and guiding principles apart."""

from collections.abc import Iterable
from typing import Any

from portal.core.language import formats
from portal.core.rights.descriptions import Description


class NetworkDescription(Description):
    def parts(self, record: Any) -> Iterable[object]:
        return (formats.written(record.founded_on),)


class PrincipleDescription(Description):
    related = ("network",)

    def parts(self, record: Any) -> Iterable[object]:
        since, until = formats.written(record.valid_from), formats.written(record.valid_until)
        return record.network, f"{record.number}.{record.version}", f"{since}–{until}"
