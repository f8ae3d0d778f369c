"""Contacts past the day on which they were to be deleted: gone, and nothing that is kept beside them remembers them.

A contact has no drafts. But the log names it, the index of references and that of the search know it, a translation
keeps its texts to compare, and drafts of other records may hold its key.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from partners.models import Contact
from portal.core.moment import today
from portal.translation.models import Translation


@transaction.atomic
def purge_expired_contacts() -> int:
    """Remove every contact whose last day has passed in Berlin, and return how many those were."""
    keys = list(Contact.objects.filter(delete_after__lt=today()).values_list("pk", flat=True))
    for contact in Contact.objects.filter(pk__in=keys):
        contact.delete()
    _remove_traces([str(key) for key in keys])
    return len(keys)


def _remove_traces(keys: list[str]):
    kind = ContentType.objects.get_for_model(Contact)
    ModelLogEntry.objects.filter(content_type=kind, object_id__in=keys).delete()
    ReferenceIndex.objects.filter(content_type=kind, object_id__in=keys).delete()
    ReferenceIndex.objects.filter(to_content_type=kind, to_object_id__in=keys).delete()
    Translation.objects.filter(content_type=kind, key__in=keys).delete()
    Revision.objects.filter(content_type=kind, object_id__in=keys).delete()
    _remove_from_drafts(keys)
    _remove_from_search(kind, keys)


def _remove_from_drafts(keys: list[str]):
    """Take the keys out of the versions of records that name contacts in a list or as one."""
    gone = {int(key) for key in keys}
    for relation in Contact._meta.related_objects:
        field = relation.field
        kind = ContentType.objects.get_for_model(relation.related_model)
        for version in Revision.objects.filter(content_type=kind, content__has_key=field.name).iterator():
            value = version.content[field.name]
            named = set(value) if isinstance(value, list) else {value}
            if named & gone:
                kept = [key for key in value if key not in gone] if isinstance(value, list) else None
                Revision.objects.filter(pk=version.pk).update(content={**version.content, field.name: kept})


def _remove_from_search(kind, keys: list[str]):
    """Wagtail's index has a row for each object; deleting one by one takes it away, this makes sure."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM wagtailsearch_indexentry WHERE content_type_id = %s AND object_id = ANY(%s)", [kind.pk, keys]
        )
