"""Keeps a Translation for each published page and record up to date.

Publishing changed English confirms it, since its editor has the German in view. Publishing changed German alone makes
the English outdated; undoing the change makes it current again.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, published, unpublished

from portal.core import follow_ups
from portal.core.language.bilingual import bilingual_fields
from portal.core.models import Identified
from portal.core.pages.public_page import PublicPage
from portal.core.visibility import has_visibility, public
from portal.translation import selectors, texts
from portal.translation.models import Translation
from portal.translation.pairs import PagePair, RecordPair
from portal.translation.passages import Passage, untranslated

logger = logging.getLogger(__name__)
FOLLOW_UP = "translation"  # the name of this work for `follow_ups`
BATCH = 200  # records
_is_paused = ContextVar("translation_tracking_is_paused", default=False)


def connect_signals() -> None:
    """Update translations after every save, deletion and publication."""
    for signal in (post_save, post_delete, published, unpublished, page_published, page_unpublished):
        signal.connect(_update_after_commit)


@contextmanager
def paused() -> Iterator[None]:
    """Update no translations during a bulk load; `rebuild` has to be called afterwards."""
    token = _is_paused.set(True)
    try:
        yield
    finally:
        _is_paused.reset(token)


def _update_after_commit(sender: type[Model], instance: Model, **_signal: Any) -> None:
    """Update the translation of an object after the commit: children are saved after their record."""
    if _is_paused.get():
        return
    label = type(instance)._meta.label
    if isinstance(instance, PublicPage):
        follow_ups.after_commit(FOLLOW_UP, label, [instance.translation_key])
    elif isinstance(instance, Identified) and bilingual_fields(type(instance)):
        follow_ups.after_commit(FOLLOW_UP, label, [instance.pk])


def update(label: str, keys: list[str]) -> int:
    """Update the translations of pages (by translation key) or records of a model and return their number."""
    model = apps.get_model(label)
    for key in keys:
        if issubclass(model, PublicPage):
            update_page(model, key)
        else:
            update_record(model, int(key))
    return len(keys)


follow_ups.register(FOLLOW_UP, update)


def update_record(model: type[Model], pk: int) -> None:
    """Update the translation of a record from its published state, or delete it if the record is not public."""
    record = _public_records(model).filter(pk=pk).first()
    if record is None:
        _delete(model, pk)
    else:
        _update(model, pk, **_texts_of_record(record))


def update_page(model: type[PublicPage], translation_key: UUID | str) -> None:
    """Update the translation of a pair from its published pages, or delete it if the German page is not public."""
    pair = public(model.objects.filter(translation_key=translation_key, alias_of=None)).select_related("locale")
    pages = {page.locale.language_code: page for page in pair}
    if "de" not in pages or model.german_only:
        _delete(model, translation_key)
        return
    german, title = texts.of_page(pages["de"]), pages["de"].title
    if "en" in pages:
        english, passages = texts.of_page(pages["en"]), PagePair(pages["de"], pages["en"]).passages
    else:
        english, passages = {}, PagePair(pages["de"], None).passages
    _update(model, translation_key, german=german, english=english, passages=passages, title=title)


def _public_records(model: type[Model]) -> QuerySet:
    records = model._default_manager.all()
    return public(records) if has_visibility(model) else records


def _texts_of_record(record: Model) -> dict:
    german, english = (texts.of_record(record, language) for language in ("de", "en"))
    columns = {"title": str(record), "owner": getattr(record, "owner_name", "")}
    return {"german": german, "english": english, "passages": RecordPair(record).passages, **columns}


def _update(model: type[Model], key: Any, **values: Any) -> None:
    content_type = ContentType.objects.get_for_model(model)
    with transaction.atomic():
        rows = Translation.objects.select_for_update().filter(content_type=content_type, key=str(key))
        translation = rows.first() or Translation(content_type=content_type, key=str(key))
        _compare(translation, **values)
        translation.save()


def _compare(
    translation: Translation,
    german: dict[str, str],
    english: dict[str, str],
    *,
    passages: list[Passage],
    **columns: str,
) -> None:
    german_hash, english_hash = texts.fingerprint(german), texts.fingerprint(english)
    if translation.german_hash != german_hash:
        translation.german_changed_at = timezone.now()
    has_new_english = translation.english_hash != english_hash
    for name, value in columns.items():
        setattr(translation, name, value[:300])
    translation.missing = missing = len(untranslated(passages, translation.same_texts))
    translation.german_texts, translation.german_hash = german, german_hash
    translation.english_hash = english_hash
    translation.is_identical = sorted(filter(None, german.values())) == sorted(filter(None, english.values()))
    if has_new_english and not missing:
        translation.confirm()


def _delete(model: type[Model], key: Any) -> None:
    content_type = ContentType.objects.get_for_model(model)
    Translation.objects.filter(content_type=content_type, key=str(key)).delete()


def confirm_same(translation: Translation, same_texts: list[str], user: Any = None) -> bool:
    """Store which German texts hold in English too, and confirm the English if nothing is missing then.

    Return whether it is confirmed.
    """
    translation.same_texts = same_texts
    translation.save(update_fields=["same_texts"])
    update(apps.get_model(*translation.content_type.natural_key())._meta.label, [translation.key])
    current = Translation.objects.filter(pk=translation.pk).first()
    if current is None or current.missing:
        return False
    current.confirm(user)
    current.save()
    return True


def rebuild() -> int:
    """Update the translations of all pages and records and return their number."""
    count = sum(_rebuild_records(model) for model in selectors.tracked_models())
    for key, content_type_id in Page.objects.filter(alias_of=None).values_list("translation_key", "content_type"):
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model and issubclass(model, PublicPage):
            count += follow_ups.attempt(FOLLOW_UP, model._meta.label, [key])
    return count


def _rebuild_records(model: type[Model]) -> int:
    keys = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        try:
            _rebuild_batch(model, batch)
        except Exception:
            logger.exception("Some of %d translations of %s failed: each is tried alone", len(batch), model._meta.label)
            for key in batch:
                follow_ups.attempt(FOLLOW_UP, model._meta.label, [key])
    return len(keys)


@transaction.atomic
def _rebuild_batch(model: type[Model], keys: list[int]) -> None:
    """Update the translations of some records; new ones, which after a load are all, take few queries."""
    content_type, created = ContentType.objects.get_for_model(model), []
    rows = Translation.objects.filter(content_type=content_type, key__in=[str(key) for key in keys])
    existing = {translation.key: translation for translation in rows.select_for_update()}
    for record in _public_records(model).filter(pk__in=keys).prefetch_related(*texts.prefetched_relations(model)):
        if translation := existing.pop(str(record.pk), None):
            _compare(translation, **_texts_of_record(record))
            translation.save()
        else:
            created.append(Translation(content_type=content_type, key=str(record.pk)))
            _compare(created[-1], **_texts_of_record(record))
    Translation.objects.bulk_create(created, ignore_conflicts=True)  # a save has created it meanwhile
    rows.filter(key__in=existing).delete()
