"""The address part of a record: one per language, never empty, never twice, and the old ones remembered."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from portal.core.bilingual import ENGLISH, GERMAN, LANGUAGES, is_empty
from portal.core.letters import slug_of
from portal.core.models.slug_history import SlugHistory

if TYPE_CHECKING:
    from portal.core.models.records import Record


def complete(record: "Record") -> None:
    """Fill in what the editor left empty. Without an English name there is no English address."""
    if is_empty(record.name_en):
        record.slug_en = ""
    elif not record.slug_en:
        record.slug_en = _free(record, "en", slug_of(record.name_en, record.public_id))
    if not record.slug_de:
        record.slug_de = _free(record, "de", slug_of(record.name_de, record.public_id))


def give_way(record: "Record") -> None:
    """Take the next free slug where another record has been faster: drafts reserve none, and no editor is there when
    the clock publishes them."""
    for language in reversed(LANGUAGES):
        slug = getattr(record, f"slug_{language}")
        if slug:
            setattr(record, f"slug_{language}", _free(record, language, slug))


def validate(record: "Record") -> None:
    """Raise a ValidationError at the field whose slug another record already answers at."""
    errors = {}
    for language in LANGUAGES:
        slug = getattr(record, f"slug_{language}")
        other = slug and taken(record, language, slug).first()
        if other:
            message = _("“%(slug)s” is already the address of “%(name)s”. Choose another one.")
            errors[f"slug_{language}"] = ValidationError(
                message, code="unique", params={"slug": slug, "name": other.name_de}
            )
    if errors:
        raise ValidationError(errors)


def taken(record: "Record", language: str, slug: str) -> "QuerySet[Record]":
    """Return the other records that answer at `slug` where `record` would, if that were its slug in `language`."""
    condition = answers_at(language, slug)
    if language == GERMAN and not record.slug_en:
        condition |= answers_at(ENGLISH, slug)
    return type(record)._default_manager.exclude(pk=record.pk).filter(condition)


def answers_at(language: str, slug: str) -> Q:
    """Return the condition for answering at `slug`: without an English slug, the German one serves under /en/ too."""
    if language == GERMAN:
        return Q(slug_de=slug)
    return Q(slug_en=slug) | Q(slug_en="", slug_de=slug)


def public_slugs(record: "Record") -> dict:
    """Return the slugs that visitors may know: those in the database, unless the record has never been public."""
    seen = Q(live=True) | Q(first_published_at__isnull=False)
    known = type(record)._default_manager.filter(seen, pk=record.pk)
    return known.values("slug_de", "slug_en").first() or {}


def remember_changes(record: "Record", before: dict) -> None:
    """Keep the former slugs of a saved record; `before` holds its `public_slugs` before that."""
    for language in LANGUAGES:
        old = before.get(f"slug_{language}")
        if old and old != getattr(record, f"slug_{language}"):
            SlugHistory.objects.remember(record, language, old)


def _free(record: "Record", language: str, slug: str) -> str:
    """Return `slug`, with a number behind it where others have it."""
    candidate, number = slug, 1
    while taken(record, language, candidate).exists():
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
