"""Former addresses of institutions: redirecting them when institutions are merged, and restoring them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from partners.models import Institution
from portal.core.models import SlugHistory, slugs


def _addresses(institution: Institution) -> QuerySet[SlugHistory]:
    content_type = ContentType.objects.get_for_model(Institution)
    return SlugHistory.objects.filter(content_type=content_type, object_id=institution.pk)


def former_keys(institution: Institution) -> set[int]:
    """Return the keys of the former addresses of an institution."""
    return set(_addresses(institution).values_list("pk", flat=True))


def redirect(institution: Institution, into: Institution) -> dict[str, int | None]:
    """Make every present and former address of an institution lead to another one.

    Return what `restore` needs: for the key of each address the institution that it led to before, None without one.
    """
    previous: dict[str, int | None] = {str(key): institution.pk for key in former_keys(institution)}
    _addresses(institution).update(object_id=into.pk)
    for language, slug in slugs.public_slugs(institution).items():
        code = language.removeprefix("slug_")
        if slug and SlugHistory.objects.find(Institution, code, slug) is None:
            SlugHistory.objects.remember(into, code, slug)
            previous[str(_addresses(into).get(language=code, slug=slug).pk)] = None
    return previous


def restore(previous: dict[str | int, int | None]) -> None:
    """Make addresses lead again to the institutions in `previous` (see `redirect`); those with None are deleted."""
    for key, institution in previous.items():
        if institution is None:
            SlugHistory.objects.filter(pk=key).delete()
        else:
            SlugHistory.objects.filter(pk=key).update(object_id=institution)
