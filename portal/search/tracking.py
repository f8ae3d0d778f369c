"""Updates search documents whenever an object is saved, published, unpublished or deleted."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.signals import page_published, page_unpublished, published, unpublished

from portal.core import follow_ups
from portal.search.models import CompoundWord, SearchDocument, SynonymGroup
from portal.search.normalise import folded, words
from portal.search.registry import DocumentType, document_types
from portal.search.tsquery import TsQuery, all_of, any_of, exact, lexeme, matches
from portal.search.writing import FOLLOW_UP

_is_paused = ContextVar("search_tracking_is_paused", default=False)


@contextmanager
def paused() -> Iterator[None]:
    """Write no documents inside, for loading in bulk; call `writing.rebuild` afterwards."""
    token = _is_paused.set(True)
    try:
        yield
    finally:
        _is_paused.reset(token)


def is_paused() -> bool:
    return _is_paused.get()


def connect_signals() -> None:
    """Connect the handlers. They write on commit, because children are saved after their record."""
    for signal in (post_save, post_delete, published, unpublished, page_published, page_unpublished):
        signal.connect(_update_object)
    for signal in (post_save, pre_delete):  # after the deletion, the relations would be gone
        signal.connect(_update_dependents)
    for signal in (post_save, post_delete):
        signal.connect(_update_compound, sender=CompoundWord)
        signal.connect(_update_synonyms, sender=SynonymGroup)


def _update_object(sender: type[Model], instance: Model, **_signal: Any) -> None:
    for document_type in document_types():
        if document_type.covers(instance):
            _write_on_commit(document_type, [instance.pk])


def _update_dependents(sender: type[Model], instance: Model, **_signal: Any) -> None:
    for document_type in document_types():
        if lookup := document_type.depends_on.get(type(instance)):
            objects = document_type.model._default_manager.filter(**{lookup: instance.pk})
            _write_on_commit(document_type, objects.order_by().values_list("pk", flat=True).distinct())


def _update_compound(sender: type[Model], instance: CompoundWord, **_signal: Any) -> None:
    """Rewrite the documents with a compound word, which has to be split again, and those with all its parts."""
    parts = instance.parts.lower().split("|")
    whole = [lexeme(form, "*") for form in folded("".join(parts))]
    _update_matching(any_of([*whole, all_of([exact(part) for part in parts])]))


def _update_synonyms(sender: type[Model], instance: SynonymGroup, **_signal: Any) -> None:
    """Rewrite the documents with all words of a phrase, which may now be found as that phrase."""
    phrases = [phrase for member in instance.words if len(phrase := words(member)) > 1]
    _update_matching(any_of([all_of([exact(word) for word in phrase]) for phrase in phrases]))


def _update_matching(query: TsQuery) -> None:
    rows = SearchDocument.objects.filter(matches(query)).values_list("kind", "object_id").distinct()
    for document_type in document_types():
        if keys := {key for kind, key in rows if kind == document_type.kind}:
            _write_on_commit(document_type, keys)


def _write_on_commit(document_type: DocumentType, keys: Iterable[int]) -> None:
    """Write once the transaction is committed. A failure is repeated and does not undo the editor's save."""
    if not is_paused():
        follow_ups.after_commit(FOLLOW_UP, document_type.kind, keys)
