"""Matches rows of the content files with existing records, by their `public_id`."""

from typing import Any

from portal.core.models import Identified
from portal.demo.loading import content


def missing(model: type[Identified], rows: list[dict]) -> list[dict]:
    """Return the rows without a record."""
    existing = set(model._default_manager.values_list("public_id", flat=True))
    return [row for row in rows if row["public_id"] not in existing]


def by_key(model: type[Identified], name: str) -> dict[str, Any]:
    """Return the existing records by their keys in the file `<name>s.toml`."""
    keys = {row["public_id"]: row["key"] for row in content.rows(name)}
    return {keys[record.public_id]: record for record in model._default_manager.filter(public_id__in=keys)}
