"""{% weave program.public_id strands=4 columns=4 %}: the cover of a record, drawn from its identifier."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from portal.core import weave as braid

register = template.Library()


@register.simple_tag
def weave(identifier: str, strands: int = 5, columns: int = 24, *, gather: bool = False, lit: int = 0) -> SafeString:
    """Return decorative SVG, hidden from assistive technology; see `portal.core.weave.weave` for the meanings."""
    return mark_safe(braid.weave(str(identifier), strands, columns, lit, gather))  # noqa: S308 - made of numbers only
