from portal.core.models.identity import Identified, Named
from portal.core.models.records import Record
from portal.core.models.slug_history import SlugHistory

__all__ = ["Identified", "Named", "Record", "SlugHistory"]
