"""Keeps the documents in step with what readers can see: whenever something is saved, published, hidden or deleted."""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.signals import page_published, page_unpublished, published, unpublished

from portal.search.models import CompoundWord, SearchDocument, SynonymGroup
from portal.search.normalise import folded, words
from portal.search.registry import DocumentType, type_of, types
from portal.search.tsquery import TsQuery, all_of, any_of, exact, lexeme, matches
from portal.search.writing import write

_is_paused = ContextVar("search_tracking_is_paused", default=False)


@contextmanager
def paused():
    """Write nothing while much is loaded at once; `rebuild` does it afterwards, in batches."""
    before = _is_paused.set(True)
    try:
        yield
    finally:
        _is_paused.reset(before)


def watch():
    """Follow all that changes what can be found. Children are saved after their record, so wait for the commit."""
    for signal in (post_save, post_delete, published, unpublished, page_published, page_unpublished):
        signal.connect(_note)
    for signal in (post_save, pre_delete):  # before: afterwards nobody knows what it was attached to
        signal.connect(_note_dependents)
    for signal in (post_save, post_delete):
        signal.connect(_note_compound, sender=CompoundWord)
        signal.connect(_note_synonyms, sender=SynonymGroup)


def _note(sender, instance, **_signal):
    for document_type in types():
        if document_type.belongs(instance):
            _write_later(document_type, [instance.pk])


def _note_dependents(sender, instance, **_signal):
    for document_type in types():
        if lookup := document_type.depends_on.get(type(instance)):
            objects = document_type.model._default_manager.filter(**{lookup: instance.pk})
            _write_later(document_type, objects.order_by().values_list("pk", flat=True).distinct())


def _note_compound(sender, instance, **_signal):
    """Take apart anew a compound word in the texts that have it, and look again at those that have its parts."""
    parts = instance.parts.lower().split("|")
    whole = [lexeme(form, "*") for form in folded("".join(parts))]
    _note_having(any_of([*whole, all_of([exact(part) for part in parts])]))


def _note_synonyms(sender, instance, **_signal):
    """Look for new phrases in the texts that have all their words."""
    phrases = [found for member in instance.words if len(found := words(member)) > 1]
    _note_having(any_of([all_of([exact(word) for word in phrase]) for phrase in phrases]))


def _note_having(query: TsQuery):
    having = SearchDocument.objects.filter(matches(query)).values_list("kind", "object_id").distinct()
    for kind in {kind for kind, _key in having}:
        if document_type := type_of(kind):
            _write_later(document_type, {key for found, key in having if found == kind})


def _write_later(document_type: DocumentType, keys: Iterable[int]):
    """Write once the transaction is committed. A fault is logged, and spoils no editor's saving."""
    if _is_paused.get():
        return
    transaction.on_commit(partial(write, document_type, list(keys)), robust=True)
