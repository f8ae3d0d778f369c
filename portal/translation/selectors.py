"""Every reading query of this app."""

from difflib import SequenceMatcher
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Model, Q, QuerySet, When
from wagtail.models import Page

from portal.core.language.bilingual import ENGLISH, GERMAN, bilingual_fields, is_empty, reader_language
from portal.core.models import Identified, Named
from portal.core.pages.public_page import PublicPage
from portal.core.rights import scope
from portal.translation.models import STATE, State, Translation
from portal.translation.pairs import PagePair, RecordPair
from portal.translation.plain import plain

ATTENTION = [State.MISSING, State.OUTDATED]

# Words of two texts together: more are compared without words that are frequent, and still more not one by one.
EXACTLY_COMPARED, MOST_COMPARED = 400, 4000


def translations() -> QuerySet[Translation]:
    """Return all translations with their `current_state`.

    Those that are missing or outdated come first, ordered by the number of requests and then by the age of the German.
    """
    is_current = Case(When(current_state__in=ATTENTION, then=0), default=1)
    return (
        Translation.objects.annotate(current_state=STATE)
        .select_related("content_type", "confirmed_by")
        .order_by(is_current, "-requests", "german_changed_at", "title", "pk")
    )


def waiting() -> QuerySet[Translation]:
    """Return the translations that are missing or outdated."""
    return translations().filter(Q(current_state__in=ATTENTION))  # in Q, as mypy does not see what is annotated


def tracked_models() -> list[type]:
    """Return the types of records that have texts in two languages."""
    return [model for model in apps.get_models() if issubclass(model, Identified) and bilingual_fields(model)]


def changeable_by(user: AbstractUser | AnonymousUser) -> Q:
    """Return the condition for translations of pages and records that the user may change."""
    pages = [model for model in apps.get_models() if issubclass(model, PublicPage)]
    return scope.changeable(user, [*tracked_models(), *pages], "key", "translation_key")


def of_object(instance: Model) -> Translation | None:
    """Return the translation of a record, or of the pair that a page belongs to."""
    key = instance.translation_key if isinstance(instance, Page) else instance.pk
    content_type = ContentType.objects.get_for_model(instance)
    return translations().filter(content_type=content_type, key=str(key)).first()


def wanted(instance: Model) -> Translation | None:
    """Return the translation of a page or record if readers may request it: while it is missing or outdated."""
    translation = of_object(instance)
    return translation if translation and translation.state in ATTENTION else None


def wanted_by_reader(record: Named) -> Translation | None:
    """Return the translation of a record if the reader sees its German for want of English and may request it."""
    is_fallback = reader_language() == ENGLISH and is_empty(record.name_en)
    return wanted(record) if is_fallback else None


def pages_of(translation: Translation) -> dict[str, Page]:
    """Return the pages of a pair by language, including drafts; empty for a record."""
    model: Any = translation.content_type.model_class()
    if not issubclass(model, PublicPage):
        return {}
    pair = Page.objects.filter(translation_key=translation.key, alias_of=None).select_related("locale")
    return {page.locale.language_code: page for page in pair}


def record_of(translation: Translation) -> Any:
    """Return the record, or None if it was deleted or this is a pair of pages."""
    model: Any = translation.content_type.model_class()
    return None if issubclass(model, PublicPage) else model._default_manager.filter(pk=translation.key).first()


def published_pair(translation: Translation) -> PagePair | RecordPair | None:
    """Return the passages as readers see them, or None if the record was deleted."""
    pages = {language: page.specific for language, page in pages_of(translation).items() if page.live}
    if GERMAN in pages:
        return PagePair(pages[GERMAN], pages.get(ENGLISH))
    record = record_of(translation)
    return None if record is None else RecordPair(record)


def same_texts(translation: Translation) -> list[str]:
    """Return the German texts that readers of the English see word for word."""
    pair = published_pair(translation)
    return sorted({plain(passage.german) for passage in pair.passages if passage.is_german}) if pair else []


def changes(translation: Translation) -> list[dict]:
    """Return the German texts that changed since the English was confirmed, as differences by word.

    Each is {"where": …, "words": [(kind, text), …]} with the kinds "same", "gone" and "new". There are none as long as
    no English was confirmed: then all of the German is to be read.
    """
    if not translation.confirmed_at:
        return []
    before, now = translation.confirmed_texts, translation.german_texts
    changed = [where for where in {**before, **now} if before.get(where, "") != now.get(where, "")]
    return [{"where": where, "words": word_diff(before.get(where, ""), now.get(where, ""))} for where in changed]


def word_diff(before: str, now: str) -> list[tuple[str, str]]:
    """Return [(kind, text)] in reading order, with the kinds "same", "gone" and "new"."""
    old, new = before.split(), now.split()
    begin = _common(old, new)
    end = _common(old[begin:][::-1], new[begin:][::-1])
    parts = [("same", old[:begin])]
    parts += _differences(old[begin : len(old) - end], new[begin : len(new) - end])
    parts += [("same", old[len(old) - end :])]
    return [(kind, " ".join(words)) for kind, words in _merged(parts)]


def _common(first: list[str], second: list[str]) -> int:
    """Return with how many same words two lists begin."""
    pairs = zip(first, second, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def _differences(old: list[str], new: list[str]) -> list[tuple[str, list[str]]]:
    """Compare words one by one, or as a whole where that would take long.

    SequenceMatcher takes time in proportion to the third power of a text that repeats a few words.
    """
    if len(old) + len(new) > MOST_COMPARED:
        return [("gone", old), ("new", new)]
    is_long = len(old) + len(new) > EXACTLY_COMPARED
    parts: list[tuple[str, list[str]]] = []
    for step, begin, end, new_begin, new_end in SequenceMatcher(None, old, new, autojunk=is_long).get_opcodes():
        if step == "equal":
            parts.append(("same", old[begin:end]))
        else:
            parts += [("gone", old[begin:end]), ("new", new[new_begin:new_end])]
    return parts


def _merged(parts: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """Return the parts that have words, neighbours of one kind as one."""
    merged: list[tuple[str, list[str]]] = []
    for kind, words in parts:
        if merged and words and merged[-1][0] == kind:
            merged[-1] = (kind, merged[-1][1] + words)
        elif words:
            merged.append((kind, words))
    return merged
