"""Which objects are public. Lists, details, search, feeds, sitemap, API and export all use this rule.

A model may replace the rule with a class method `public_q()`. Without one, an object with a draft state is public while
it is live and has not expired, whether or not the scheduler has unpublished it yet.
"""

from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin


def public_q(model: type[Model]) -> Q:
    """Return the condition for objects of `model` that are public at this moment."""
    if hasattr(model, "public_q"):
        return model.public_q()
    return live_q()


def has_visibility(model: type[Model]) -> bool:
    """Tell whether objects of `model` can be hidden; vocabularies and children of a record cannot."""
    return hasattr(model, "public_q") or issubclass(model, DraftStateMixin)


def live_q() -> Q:
    """Return the condition for objects with a draft state: published, and not expired."""
    return Q(live=True) & (Q(expire_at=None) | Q(expire_at__gt=timezone.now()))


def public(queryset: QuerySet) -> QuerySet:
    """Return the public objects of a queryset."""
    return queryset.filter(public_q(queryset.model))
