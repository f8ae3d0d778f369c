"""What became of an institution that was merged or closed, in words for staff."""

from django.utils.translation import gettext as _

from partners.models import EventKind, Institution
from portal.core.language import formats

ENDS = (EventKind.MERGED, EventKind.CLOSED)


def fate(institution: Institution) -> str:
    """Return what became of an institution, and when; empty where it goes on. One query."""
    event = institution.events.filter(kind__in=ENDS).order_by("on", "pk").last()
    if institution.successor_id:
        values = {"name": institution.successor, "day": formats.day(event.on) if event else ""}
        return _("Became part of “%(name)s” on %(day)s.") % values if event else became_part_of(institution)
    return _("Was closed on %(day)s.") % {"day": formats.day(event.on)} if event else ""


def became_part_of(institution: Institution) -> str:
    """Return what became of a merged institution without the day: for lists, which have its successor at hand."""
    return _("became part of “%(name)s”") % {"name": institution.successor}
