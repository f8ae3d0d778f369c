"""Writes search documents, replacing earlier ones. Safe to repeat, and safe while other processes write."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Exists, Model, OuterRef

from portal.core import follow_ups, locks
from portal.search.models import SearchDocument
from portal.search.normalise import folded_text
from portal.search.registry import DocumentType, Entry, document_types, get_document_type
from portal.search.vectors import vector

FOLLOW_UP = "search"  # the name of this work for `follow_ups`
BATCH = 200  # objects
UPDATED_FIELDS = ["key", "kind", "title", "summary", "labels", "folded", "priority", "vector"]

Progress = Callable[[int, int], None]  # called with the number of objects done and the total


def no_progress(_done: int, _total: int) -> None:
    """Report nothing."""


def write(document_type: DocumentType, keys: Iterable[int]) -> int:
    """Write the documents of the objects with these primary keys as they are public now; return their number."""
    ordered, count = sorted(keys), 0
    for start in range(0, len(ordered), BATCH):
        count += _write_batch(document_type, ordered[start : start + BATCH])
    return count


def write_again(kind: str, keys: list[str]) -> int:
    """Write the documents of these objects; return their number. For `follow_ups`, which knows objects by names."""
    return write(get_document_type(kind), map(int, keys))


follow_ups.register(FOLLOW_UP, write_again)


def _write_each(document_type: DocumentType, keys: Iterable[int]) -> int:
    """Write documents and return their number; an object that fails is left out, and tried again later."""
    ordered = sorted(keys)
    batches = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    return sum(follow_ups.attempt(FOLLOW_UP, document_type.kind, batch) for batch in batches)


@transaction.atomic
def _write_batch(document_type: DocumentType, keys: list[int]) -> int:
    _lock(document_type, keys)  # before reading: else an older state could be written after a newer one
    documents = [
        _document(document_type, instance, language, entry)
        for instance in document_type.load(keys)
        for language, entry in document_type.entries(instance).items()
    ]
    existing = SearchDocument.objects.filter(content_type=document_type.content_type, object_id__in=keys)
    written = {(document.object_id, document.language) for document in documents}
    rows = existing.values_list("pk", "object_id", "language")
    obsolete = [pk for pk, key, language in rows if (key, language) not in written]
    SearchDocument.objects.filter(pk__in=obsolete).delete()
    SearchDocument.objects.bulk_create(
        documents,
        update_conflicts=True,
        unique_fields=["content_type", "object_id", "language"],
        update_fields=UPDATED_FIELDS,
    )
    return len(documents)


def _document(document_type: DocumentType, instance: Model, language: str, entry: Entry) -> SearchDocument:
    names = "\n".join(entry.names)
    labels = "\n".join(dict.fromkeys(label for label in (*entry.names, *entry.labels) if label))
    return SearchDocument(
        content_type=document_type.content_type,
        object_id=instance.pk,
        language=language,
        key=document_type.identity(instance),
        kind=document_type.kind,
        title=entry.title[:300],
        summary=entry.summary,
        labels=labels,
        folded=folded_text(f"{entry.title}\n{labels}"),
        priority=entry.priority,
        vector=vector(f"{entry.title}\n{names}", labels, entry.summary, entry.body, language),
    )


def _lock(document_type: DocumentType, keys: list[int]) -> None:
    """Wait until no other process writes documents of these objects; lock them until the transaction ends."""
    first = locks.SEARCH_OBJECTS + document_type.content_type.pk
    locks.hold_until_commit((first, key % 2**31) for key in keys)


def rebuild(progress: Progress = no_progress) -> int:
    """Write all documents again and delete those whose object is no longer public; return the number written.

    Readers can search meanwhile. A second rebuild at the same time waits for the first.
    """
    with locks.held(locks.SEARCH_REBUILD):
        return _rebuild(progress)


def _rebuild(progress: Progress) -> int:
    keys_by_type = {
        document_type: list(document_type.visible().order_by("pk").values_list("pk", flat=True))
        for document_type in document_types()
    }
    total, done, count = sum(map(len, keys_by_type.values())), 0, 0
    for document_type, keys in keys_by_type.items():
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            count += _write_each(document_type, batch)
            done += len(batch)
            progress(done, total)
    _delete_orphans()
    return count


def write_missing() -> int:
    """Write the documents of public objects that have none; return their number.

    Some objects become public by the date alone and not by a save, like a partner when its first agreement begins.
    Objects without an entry in any language are tried again each time.
    """
    count = 0
    for document_type in document_types():
        documents = SearchDocument.objects.filter(content_type=document_type.content_type, object_id=OuterRef("pk"))
        missing = document_type.visible().exclude(Exists(documents))
        count += _write_each(document_type, missing.values_list("pk", flat=True))
    return count


def _delete_orphans() -> None:
    """Delete the documents of types that are no longer registered, and of objects that are no longer public."""
    kinds = [document_type.kind for document_type in document_types()]
    SearchDocument.objects.exclude(kind__in=kinds).delete()
    for document_type in document_types():
        documents = SearchDocument.objects.filter(kind=document_type.kind)
        hidden = documents.exclude(object_id__in=document_type.visible().order_by().values("pk"))
        _write_each(document_type, set(hidden.values_list("object_id", flat=True)))
