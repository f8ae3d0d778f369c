"""Which objects are public. Lists, details, search, feeds, sitemap, API and export all use this rule.

An object with a draft state is public while it is live and has not expired, whether or not the scheduler has
unpublished it yet. An app replaces this rule for its models in its module `visibility`, which is imported at start.
"""

from collections.abc import Callable

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, PageViewRestriction

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
    rules = (RULES[ancestor] for ancestor in model.__mro__ if ancestor in RULES)
    return next(rules, live_q)()


def has_visibility(model: type[Model]) -> bool:
    """Tell whether objects of `model` can be hidden; vocabularies and children of a record cannot."""
    return model in RULES or issubclass(model, DraftStateMixin)


def live_q() -> Q:
    """Return the condition for objects with a draft state: published, and not expired."""
    return Q(live=True) & (Q(expire_at=None) | Q(expire_at__gt=timezone.now()))


@public_rule(Page)
def public_pages() -> Q:
    """Return the condition for public pages: neither they nor a page above them ask for a log-in or a password."""
    begins_path = Substr(OuterRef("path"), 1, Length("page__path"))
    return live_q() & ~Q(Exists(PageViewRestriction.objects.filter(page__path=begins_path)))


def public(queryset: QuerySet) -> QuerySet:
    """Return the public objects of a queryset."""
    return queryset.filter(public_q(queryset.model))
