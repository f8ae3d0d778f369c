"""Which records of the files are there already: recognised by their `public_id`."""

from django.db.models import Model

from portal.demo.loading.content import rows


def missing(model: type[Model], all_rows: list[dict]) -> list[dict]:
    """Return the rows whose record is not there."""
    present = set(model.objects.values_list("public_id", flat=True))
    return [row for row in all_rows if row["public_id"] not in present]


def by_key(model: type[Model], name: str) -> dict[str, object]:
    """Return the records that are there, by the key that the files use for them."""
    keys = {row["public_id"]: row["key"] for row in rows(name)}
    return {keys[record.public_id]: record for record in model.objects.filter(public_id__in=keys)}
