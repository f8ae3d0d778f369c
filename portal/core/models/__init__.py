from portal.core.models.follow_up import FollowUp
from portal.core.models.identity import Identified, Named, label_of
from portal.core.models.join import Join
from portal.core.models.records import Record
from portal.core.models.slug_history import SlugHistory

__all__ = ["FollowUp", "Identified", "Join", "Named", "Record", "SlugHistory", "label_of"]
