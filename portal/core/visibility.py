"""What visitors may see. Lists, details, search, feeds, sitemap, API and export all ask here.

A model may narrow the rule with a class method `public_q()`; without one, an object with a draft state is public while
it is live and not past its expiry, whether or not the scheduler has come by.
"""

from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin


def public_q(model: type[Model]) -> Q:
    """Return the condition under which objects of `model` are public at this moment."""
    if hasattr(model, "public_q"):
        return model.public_q()
    return live_q()


def has_visibility(model: type[Model]) -> bool:
    """Tell whether objects of `model` can be hidden at all; a vocabulary or a child of a record cannot."""
    return hasattr(model, "public_q") or issubclass(model, DraftStateMixin)


def live_q() -> Q:
    """Return the condition for drafts: published, and not expired by the clock."""
    return Q(live=True) & (Q(expire_at=None) | Q(expire_at__gt=timezone.now()))


def public(queryset: QuerySet) -> QuerySet:
    """Leave only what visitors may see."""
    return queryset.filter(public_q(queryset.model))
