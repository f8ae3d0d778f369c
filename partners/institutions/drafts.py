"""Renaming in the drafts of an institution, which would otherwise bring back the old name when published."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Revision

from partners.models import Institution, InstitutionName


def rename(
    institution: Institution, columns: dict, added: Sequence[InstitutionName] = (), removed: Sequence[int] = ()
) -> None:
    """Write names into the latest revision and the scheduled ones; their other changes stay.

    `columns` are values of the institution; `added` and `removed` are further names, the latter by key.
    """
    is_pending = Q(pk=institution.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    content_type = ContentType.objects.get_for_model(Institution)
    revisions = Revision.objects.filter(is_pending, content_type=content_type, object_id=str(institution.pk))
    for revision in revisions.select_for_update():
        names = [name for name in revision.content.get("names", []) if name["pk"] not in removed]
        names += [get_serializable_data_for_fields(name) for name in added]
        content = {**revision.content, **columns, "names": names}
        Revision.objects.filter(pk=revision.pk).update(content=content, object_str=str(institution))
