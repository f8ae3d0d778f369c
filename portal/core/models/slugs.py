"""The slugs of a record: one per language, never empty, unique among its type; former ones are remembered."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from portal.core.language.bilingual import ENGLISH, GERMAN, LANGUAGES, is_empty
from portal.core.language.letters import numbered, slug_of
from portal.core.models.slug_history import SlugHistory

if TYPE_CHECKING:
    from portal.core.models.records import Record

COLUMNS = ("slug_de", "slug_en")


def fill_in(record: "Record") -> None:
    """Make the slugs that the editor left empty from the names. Without an English name there is no English slug."""
    if is_empty(record.name_en):
        record.slug_en = ""
    elif not record.slug_en:
        record.slug_en = _free_slug(record, "en", slug_of(record.name_en, record.public_id))
    if not record.slug_de:
        record.slug_de = _free_slug(record, "de", slug_of(record.name_de, record.public_id))


def make_unique(record: "Record") -> None:
    """Number the slugs that another record has taken meanwhile: drafts reserve none, and a scheduled draft is
    published without an editor who could choose another."""
    for language in reversed(LANGUAGES):
        slug = getattr(record, f"slug_{language}")
        if slug:
            setattr(record, f"slug_{language}", _free_slug(record, language, slug))


def validate(record: "Record") -> None:
    """Raise a ValidationError for each slug that another record has."""
    errors = {}
    for language in LANGUAGES:
        slug = getattr(record, f"slug_{language}")
        other = slug and others_at(record, language, slug).first()
        if other:
            message = _("“%(slug)s” is already the address of “%(name)s”. Choose another one.")
            errors[f"slug_{language}"] = ValidationError(
                message, code="unique", params={"slug": slug, "name": other.name_de}
            )
    if errors:
        raise ValidationError(errors)


def others_at(record: "Record", language: str, slug: str) -> "QuerySet[Record]":
    """Return the other records whose address would be that of `record`, if `slug` were its slug in `language`."""
    condition = answers_at(language, slug)
    if language == GERMAN and not record.slug_en:
        condition |= answers_at(ENGLISH, slug)
    return type(record)._default_manager.exclude(pk=record.pk).filter(condition)


def answers_at(language: str, slug: str) -> Q:
    """Return the condition for records at `slug`: one without an English slug has its German one under /en/ too."""
    if language == GERMAN:
        return Q(slug_de=slug)
    return Q(slug_en=slug) | Q(slug_en="", slug_de=slug)


def public_slugs(record: "Record") -> dict[str, str]:
    """Return the stored slugs {"slug_de": …, "slug_en": …} of a record that is or was public; empty for any other."""
    was_public = Q(live=True) | Q(first_published_at__isnull=False)
    stored = type(record)._default_manager.filter(was_public, pk=record.pk)
    return stored.values(*COLUMNS).first() or {}


def remember_former(record: "Record", former: dict[str, str]) -> None:
    """Store the former slugs of a saved record; `former` are its `public_slugs` before it was saved."""
    for language in LANGUAGES:
        slug = former.get(f"slug_{language}")
        if slug and slug != getattr(record, f"slug_{language}"):
            SlugHistory.objects.remember(record, language, slug)


def _free_slug(record: "Record", language: str, slug: str) -> str:
    """Return `slug`, followed by the lowest number that makes it unique."""
    field: Any = record._meta.get_field(f"slug_{language}")
    candidates = numbered(slug, field.max_length)
    return next(candidate for candidate in candidates if not others_at(record, language, candidate).exists())
