"""Former addresses of institutions: whom they lead to when one becomes part of another, and back again."""

from django.contrib.contenttypes.models import ContentType

from partners.models import Institution
from portal.core import slugs
from portal.core.models import SlugHistory


def _addresses(institution: Institution):
    content_type = ContentType.objects.get_for_model(Institution)
    return SlugHistory.objects.filter(content_type=content_type, object_id=institution.pk)


def of(institution: Institution) -> set[int]:
    """Return the keys of the former addresses of an institution."""
    return set(_addresses(institution).values_list("pk", flat=True))


def lead_to(institution: Institution, into: Institution) -> dict:
    """Let every address that the institution has or had lead to the other one."""
    made: dict[str, int | None] = {}
    for key in of(institution):
        made[str(key)] = institution.pk
    _addresses(institution).update(object_id=into.pk)
    for language, slug in slugs.public_slugs(institution).items():
        code = language.removeprefix("slug_")
        if slug and SlugHistory.objects.find(Institution, code, slug) is None:
            SlugHistory.objects.remember(into, code, slug)
            made[str(_addresses(into).get(language=code, slug=slug).pk)] = None  # it led nowhere before
    return made


def give_back(made: dict):
    """Give addresses back to whom they led to before; those that led nowhere are gone."""
    for key, owner in made.items():
        if owner is None:
            SlugHistory.objects.filter(pk=key).delete()
        else:
            SlugHistory.objects.filter(pk=key).update(object_id=owner)
