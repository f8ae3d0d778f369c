"""Former addresses of records: leading them to another record, and restoring them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from portal.core.models import Record, SlugHistory, slugs


def _addresses(record: Record) -> QuerySet[SlugHistory]:
    content_type = ContentType.objects.get_for_model(type(record))
    return SlugHistory.objects.filter(content_type=content_type, object_id=record.pk)


def former_keys(record: Record) -> set[int]:
    """Return the keys of the former addresses of a record."""
    return set(_addresses(record).values_list("pk", flat=True))


def redirect(record: Record, into: Record) -> dict[str, int | None]:
    """Make every present and former address of a record lead to another one of its type.

    Return what `restore` needs: for the key of each address the record that it led to before, None without one.
    """
    previous: dict[str, int | None] = {str(key): record.pk for key in former_keys(record)}
    _addresses(record).update(object_id=into.pk)
    for language, slug in slugs.public_slugs(record).items():
        code = language.removeprefix("slug_")
        if slug and SlugHistory.objects.find(type(record), code, slug) is None:
            SlugHistory.objects.remember(into, code, slug)
            previous[str(_addresses(into).get(language=code, slug=slug).pk)] = None
    return previous


def restore(previous: dict[str | int, int | None]) -> None:
    """Make addresses lead again to the records in `previous` (see `redirect`); those with None are deleted."""
    for key, record in previous.items():
        if record is None:
            SlugHistory.objects.filter(pk=key).delete()
        else:
            SlugHistory.objects.filter(pk=key).update(object_id=record)
