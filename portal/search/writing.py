"""Writes the documents of objects, replacing what was there: safe to repeat, and while others write."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from portal.core import locks
from portal.search.models import SearchDocument
from portal.search.normalise import folded_text
from portal.search.registry import DocumentType, Entry, types
from portal.search.vectors import vector

BATCH = 200  # objects
UPDATED = ["key", "kind", "title", "summary", "labels", "folded", "priority", "vector"]


def write(document_type: DocumentType, keys) -> int:
    """Write the documents of some objects as they are published now; return how many documents there are."""
    keys, count = sorted(keys), 0
    for start in range(0, len(keys), BATCH):
        count += _write_batch(document_type, keys[start : start + BATCH])
    return count


@transaction.atomic
def _write_batch(document_type, keys) -> int:
    _lock(document_type, keys)  # whoever reads an object writes it before somebody else reads it anew
    documents = [
        _document(document_type, instance, language, entry)
        for instance in document_type.load(keys)
        for language, entry in document_type.entries(instance).items()
    ]
    there = SearchDocument.objects.filter(content_type=document_type.content_type, object_id__in=keys)
    written = {(one.object_id, one.language) for one in documents}
    gone = [pk for pk, *which in there.values_list("pk", "object_id", "language") if tuple(which) not in written]
    SearchDocument.objects.filter(pk__in=gone).delete()
    SearchDocument.objects.bulk_create(
        documents,
        update_conflicts=True,
        unique_fields=["content_type", "object_id", "language"],
        update_fields=UPDATED,
    )
    return len(documents)


def _document(document_type, instance, language: str, entry: Entry) -> SearchDocument:
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


def _lock(document_type, keys):
    """Wait until nobody else writes documents of these objects; until the end of the transaction."""
    first = locks.SEARCH_OBJECTS + document_type.content_type.pk
    locks.hold_until_commit((first, key % 2**31) for key in keys)


def rebuild(progress=lambda done, total: None) -> int:
    """Write all documents anew and remove those of which nothing is left; return how many there are.

    Readers find what is there all the while. A second one at the same time waits for the first.
    """
    with locks.held(locks.SEARCH_REBUILD):
        return _rebuild(progress)


def _rebuild(progress) -> int:
    work = [(one, list(one.visible().order_by("pk").values_list("pk", flat=True))) for one in types()]
    total, done, count = sum(len(keys) for _type, keys in work), 0, 0
    for document_type, keys in work:
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            count += write(document_type, batch)
            done += len(batch)
            progress(done, total)
    _remove_orphans()
    return count


def write_missing() -> int:
    """Write the documents of what can be seen and has none; return how many there are.

    Some things become public by the clock alone, as a partner does when its first agreement begins: nobody saves them
    then. A thing that nothing can be found of in any language is tried again each time.
    """
    count = 0
    for document_type in types():
        documents = SearchDocument.objects.filter(content_type=document_type.content_type, object_id=OuterRef("pk"))
        count += write(document_type, document_type.visible().exclude(Exists(documents)).values_list("pk", flat=True))
    return count


def _remove_orphans():
    """Remove documents of types that are no more, and of objects that are not public any longer."""
    kinds = [one.kind for one in types()]
    SearchDocument.objects.exclude(kind__in=kinds).delete()
    for one in types():
        documents = SearchDocument.objects.filter(kind=one.kind)
        hidden = documents.exclude(object_id__in=one.visible().order_by().values("pk"))
        write(one, set(hidden.values_list("object_id", flat=True)))
