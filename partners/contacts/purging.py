"""Deleting contacts whose day of deletion has passed, with all data that refers to them.

A contact has no drafts. But there are entries in the log, in Wagtail's reference index and in the search index, a
translation keeps its texts for comparison, and drafts of other records may contain its key.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from partners.models import Contact
from portal.core.one_by_one import OneByOne
from portal.core.time.moment import today
from portal.translation.models import Translation


def purge_expired_contacts() -> int:
    """Delete every contact whose day of deletion has passed in Berlin, and return their number.

    One that cannot be deleted keeps no other; its error is raised at the end.
    """
    work, contacts = OneByOne(), list(Contact.objects.filter(delete_after__lt=today()))
    for contact in contacts:
        with work.piece(f"Deleting contact {contact.pk}"):
            key = str(contact.pk)
            contact.delete()
            _remove_traces([key])
    work.end()
    return len(contacts)


def _remove_traces(keys: list[str]) -> None:
    content_type = ContentType.objects.get_for_model(Contact)
    ModelLogEntry.objects.filter(content_type=content_type, object_id__in=keys).delete()
    ReferenceIndex.objects.filter(content_type=content_type, object_id__in=keys).delete()
    ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id__in=keys).delete()
    Translation.objects.filter(content_type=content_type, key__in=keys).delete()
    Revision.objects.filter(content_type=content_type, object_id__in=keys).delete()
    _remove_from_drafts(keys)
    _remove_from_search(content_type, keys)


def _remove_from_drafts(keys: list[str]) -> None:
    """Remove the keys from the revisions of records that refer to one or several contacts."""
    deleted = {int(key) for key in keys}
    for relation in Contact._meta.related_objects:
        field = relation.field
        content_type = ContentType.objects.get_for_model(field.model)
        for revision in Revision.objects.filter(content_type=content_type, content__has_key=field.name).iterator():
            value = revision.content[field.name]
            referenced = set(value) if isinstance(value, list) else {value}
            if referenced & deleted:
                remaining = [key for key in value if key not in deleted] if isinstance(value, list) else None
                Revision.objects.filter(pk=revision.pk).update(content={**revision.content, field.name: remaining})


def _remove_from_search(content_type: ContentType, keys: list[str]) -> None:
    """Delete the rows of Wagtail's search index in case its signal handlers have left any."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM wagtailsearch_indexentry WHERE content_type_id = %s AND object_id = ANY(%s)",
            [content_type.pk, keys],
        )
