"""Drafts of institutions hear of a new name: published later, they would bring the old one back."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Revision

from partners.models import Institution, InstitutionName


def rename(institution: Institution, columns: dict, added: list[InstitutionName] = (), removed: list[int] = ()):
    """Write names into the newest version and into those that are scheduled; their other changes stay."""
    ahead = Q(pk=institution.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    content_type = ContentType.objects.get_for_model(Institution)
    versions = Revision.objects.filter(ahead, content_type=content_type, object_id=str(institution.pk))
    for version in versions.select_for_update():
        names = [name for name in version.content.get("names", []) if name["pk"] not in removed]
        names += [get_serializable_data_for_fields(name) for name in added]
        content = {**version.content, **columns, "names": names}
        Revision.objects.filter(pk=version.pk).update(content=content, object_str=str(institution))
