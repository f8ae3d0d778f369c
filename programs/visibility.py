"""What visitors may see of certifications. Programmes and life situations are public while they are live."""

from django.db.models import Q

from portal.core.visibility import live_q, public_rule
from programs.models import Certification
from programs.models.certification import AWARDED


@public_rule(Certification)
def public_certifications() -> Q:
    """Return the condition for public certifications: published and awarded, without plans and applications."""
    return live_q() & Q(status__in=AWARDED)
