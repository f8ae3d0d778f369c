"""Which objects are public. Lists, details, search, feeds, sitemap, API and export all use this rule.

An object with a draft state is public while it is live and has not expired, whether or not the scheduler has
unpublished it yet. An app replaces this rule for its models in its module `visibility`, which is imported at start.
"""

from collections.abc import Callable

from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin

Rule = Callable[[], Q]

RULES: dict[type[Model], Rule] = {}


def public_rule(model: type[Model]) -> Callable[[Rule], Rule]:
    """Return a decorator: the function returns the condition for public objects of `model` at the present moment."""

    def register(rule: Rule) -> Rule:
        RULES[model] = rule
        return rule

    return register


def public_q(model: type[Model]) -> Q:
    """Return the condition for objects of `model` that are public at this moment."""
    return RULES[model]() if model in RULES else live_q()


def has_visibility(model: type[Model]) -> bool:
    """Tell whether objects of `model` can be hidden; vocabularies and children of a record cannot."""
    return model in RULES or issubclass(model, DraftStateMixin)


def live_q() -> Q:
    """Return the condition for objects with a draft state: published, and not expired."""
    return Q(live=True) & (Q(expire_at=None) | Q(expire_at__gt=timezone.now()))


def public(queryset: QuerySet) -> QuerySet:
    """Return the public objects of a queryset."""
    return queryset.filter(public_q(queryset.model))
