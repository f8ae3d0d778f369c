"""Which records a user may choose in a form, and whose names the form may show."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model, Q, QuerySet
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin
from wagtail.snippets.models import get_snippet_models

from portal.core.rights.policies import OwnedPermissionPolicy
from portal.core.rights.scope import policy_of
from portal.core.visibility import has_visibility, live_q, public_q

READING = ("add", "change", "delete", "view")
WRITING = ("add", "change")

User = AbstractUser | AnonymousUser


def choosable(user: User | None, objects: QuerySet) -> QuerySet:
    """Return the objects of a query that the user may choose.

    These are the ones that the user may read. Whoever may read none of the type, but writes records that refer to it,
    may choose what is published.
    """
    model = objects.model
    if user is None:
        return objects.none()
    if may_read_some(user, model):
        return objects if may_read_all(user, model) else objects.filter(pk__in=_readable(user, model))
    return objects.filter(_offered_q(model)) if _may_refer_to(user, model) else objects.none()


def may_choose(user: User, model: type[Model]) -> bool:
    """Tell whether the user may choose any objects of a type."""
    return may_read_some(user, model) or _may_refer_to(user, model)


def may_name(user: User | None, record: Model) -> bool:
    """Tell whether a form may show the user the name of a record."""
    if user is not None and may_read_all(user, type(record)):
        return True
    return choosable(user, type(record)._base_manager.filter(pk=record.pk)).exists()


def readable_of(user: User, records: Iterable[Model]) -> list[Model]:
    """Return those of some records, of any types, that the user may read."""
    return [record for record in records if _may_read(user, record)]


def may_read_some(user: User, model: type[Model]) -> bool:
    """Tell whether the user has a permission on the type, if only for records of some owners."""
    return policy_of(model).user_has_any_permission(user, READING)


def may_read_all(user: User, model: type[Model]) -> bool:
    """Tell whether the user may read every object of the type."""
    policy = policy_of(model)
    if isinstance(policy, OwnedPermissionPolicy):
        return policy.reaches_all(user, "view")
    return policy.user_has_any_permission(user, READING)


def _readable(user: User, model: type[Model]) -> QuerySet:
    return policy_of(model).instances_user_has_any_permission_for(user, READING).order_by().values("pk")


def _may_read(user: User, record: Model) -> bool:
    """Tell whether the user may read a record. A model without rights of its own names whose count in `rights_of`."""
    if name := getattr(record, "rights_of", ""):
        return _may_read(user, getattr(record, name))
    return policy_of(type(record)).user_has_any_permission_for_instance(user, READING, record)


def _offered_q(model: type[Model]) -> Q:
    """Return the condition for what is published. Institutions may be so without being public: future partners."""
    if issubclass(model, DraftStateMixin):
        return live_q()
    return public_q(model) if has_visibility(model) else Q()


def _may_refer_to(user: User, model: type[Model]) -> bool:
    return any(policy_of(source).user_has_any_permission(user, WRITING) for source in referring_types(model))


@cache
def referring_types(model: type[Model]) -> frozenset[type[Model]]:
    """Return the other types of snippets that refer to a type, themselves or in their children."""
    relations: list[Any] = [field for field in model._meta.get_fields(include_hidden=True) if field.auto_created]
    sources = {_record_type(field.related_model) for field in relations if field.is_relation and not field.concrete}
    return frozenset(sources & set(get_snippet_models()) - {model})


def _record_type(model: type[Model]) -> type[Model]:
    """Return the type of the record to which children of this type belong, or the type itself."""
    parents: list[Any] = [field.related_model for field in model._meta.get_fields() if isinstance(field, ParentalKey)]
    return _record_type(parents[0]) if parents else model
