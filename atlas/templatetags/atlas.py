"""Ways from other pages into the atlas."""

from django import template

from atlas.models import ResearchInstitution
from atlas.portraits.addresses import INSTITUTION, url
from partners.models import Institution
from portal.core import content_version

register = template.Library()


@register.simple_tag
def research_url(institution: Institution) -> str:
    """Return the path of an institution's page in the atlas, or "" where it has none."""
    key = content_version.memo("atlas-of-institutions", _keys).get(institution.pk)
    return url(INSTITUTION, key) if key else ""


def _keys() -> dict[int, int]:
    linked = ResearchInstitution.objects.exclude(institution=None).order_by()
    return dict(linked.values_list("institution_id", "pk"))
