"""Keeps one Translation for each published page and record, whenever one of them is saved.

Publishing changed English confirms it: whoever does so has the German before their eyes. Publishing changed German
alone makes the English outdated; taking the change back makes it current again.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, published, unpublished

from portal.core.bilingual import bilingual_fields
from portal.core.models import Identified
from portal.core.pages import PublicPage
from portal.core.visibility import has_visibility, public
from portal.translation import selectors, texts
from portal.translation.models import Translation

_is_paused = ContextVar("translation_tracking_is_paused", default=False)


def watch():
    """Follow all that changes what readers see. Children are saved after their record, so wait for the commit."""
    for signal in (post_save, post_delete, published, unpublished, page_published, page_unpublished):
        signal.connect(_note)


@contextmanager
def paused():
    """Compare nothing while much is loaded at once; `rebuild` does it afterwards, once for each."""
    before = _is_paused.set(True)
    try:
        yield
    finally:
        _is_paused.reset(before)


def _note(sender, instance, **_signal):
    if _is_paused.get():
        return
    if isinstance(instance, PublicPage):
        transaction.on_commit(lambda: update_page(type(instance), instance.translation_key))
    elif isinstance(instance, Identified) and bilingual_fields(type(instance)):
        transaction.on_commit(lambda: update_record(type(instance), instance.pk))


def update_record(model, pk):
    """Compare the two languages of a record as they are published now."""
    records = model._default_manager.filter(pk=pk)
    record = (public(records) if has_visibility(model) else records).first()
    if record is None:
        _forget(model, pk)
        return
    german, english = (texts.of_record(record, language) for language in ("de", "en"))
    columns = {"title": str(record), "owner": getattr(record, "owner_name", "")}
    _update(model, pk, german, english, missing=texts.missing(german, english), **columns)


def update_page(model, translation_key):
    """Compare the German page of a pair with its English one, if that is published."""
    pair = public(model.objects.filter(translation_key=translation_key, alias_of=None)).select_related("locale")
    pages = {page.locale.language_code: page for page in pair}
    if "de" not in pages or model.german_only:
        _forget(model, translation_key)
        return
    german = texts.of_page(pages["de"])
    english = texts.of_page(pages["en"]) if "en" in pages else {}
    missing = 0 if "en" in pages else len(german)
    _update(model, translation_key, german, english, missing=missing, title=pages["de"].title)


def _update(model, key, german, english, *, missing, **columns):
    content_type = ContentType.objects.get_for_model(model)
    with transaction.atomic():
        found = Translation.objects.select_for_update().filter(content_type=content_type, key=str(key)).first()
        translation = found or Translation(content_type=content_type, key=str(key))
        german_hash, english_hash = texts.fingerprint(german), texts.fingerprint(english)
        if translation.german_hash != german_hash:
            translation.german_changed_at = timezone.now()
        has_new_english = translation.english_hash != english_hash
        for name, value in columns.items():
            setattr(translation, name, value[:300])
        translation.missing = missing
        translation.german_texts, translation.german_hash = german, german_hash
        translation.english_hash = english_hash
        translation.is_identical = not missing and sorted(german.values()) == sorted(english.values())
        if has_new_english and not missing:
            translation.confirm()
        translation.save()


def _forget(model, key):
    content_type = ContentType.objects.get_for_model(model)
    Translation.objects.filter(content_type=content_type, key=str(key)).delete()


def rebuild() -> int:
    """Compare everything anew and return how many pages and records there are."""
    count = 0
    for model in selectors.tracked_models():
        for pk in model._default_manager.values_list("pk", flat=True):
            update_record(model, pk)
            count += 1
    for key, content_type_id in Page.objects.filter(alias_of=None).values_list("translation_key", "content_type"):
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model and issubclass(model, PublicPage):
            update_page(model, key)
            count += 1
    return count
