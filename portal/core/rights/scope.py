"""The pages and records that a user may change, for lists over several types."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as documents_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as images_policy
from wagtail.models import Collection, Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import collection_permission_policy, page_permission_policy
from wagtail.snippets.models import get_snippet_models

from portal.core.models import Record
from portal.core.pages.public_page import PublicPage


def pages(user: AbstractUser | AnonymousUser) -> QuerySet[Page]:
    """Return the pages that the user may change, without aliases, which cannot be edited."""
    return page_permission_policy.instances_user_has_permission_for(user, "change").filter(alias_of=None)


def records(user: AbstractUser | AnonymousUser, model: type[Model]) -> QuerySet:
    """Return the objects of a type that the user may change."""
    return policy_of(model).instances_user_has_any_permission_for(user, {"change"})


def may_change(user: AbstractUser | AnonymousUser, record: Model) -> bool:
    """Tell whether the user may change this very page or record."""
    return policy_of(type(record)).user_has_permission_for_instance(user, "change", record)


def policy_of(model: type[Model]) -> BasePermissionPolicy:
    """Return the permission policy of a type: that of its viewset or of Wagtail, or else Django's permissions."""
    if viewset := getattr(model, "snippet_viewset", None):
        return viewset.permission_policy
    if issubclass(model, Page):
        return page_permission_policy
    by_collections = {get_image_model(): images_policy, get_document_model(): documents_policy}
    return {**by_collections, Collection: collection_permission_policy}.get(model) or ModelPermissionPolicy(model)


def record_types() -> list[type[Record]]:
    """Return the types of snippets that are records, with drafts and a day of checking."""
    return [model for model in get_snippet_models() if issubclass(model, Record)]


def changeable(
    user: AbstractUser | AnonymousUser, models: list[type[Model]], key: str = "object_id", page_key: str = "pk"
) -> Q:
    """Return the condition for rows about pages and records that the user may change.

    The rows name their object by a content type and the column `key`. For pages, that holds the value of `page_key`.
    """
    condition = Q(pk=None)
    for model in models:
        is_type = Q(content_type=ContentType.objects.get_for_model(model))
        if not issubclass(model, Page):
            if not policy_of(model).user_has_permission(user, "change"):
                continue
            objects = records(user, model)
            is_changeable = Q(**{f"{key}__in": _keys(objects, "pk", key)}) if objects.query.where else Q()
            condition |= is_type & is_changeable
    page_types = [model for model in models if issubclass(model, Page)]
    if page_types:
        content_types = ContentType.objects.get_for_models(*page_types).values()
        condition |= Q(content_type__in=content_types) & Q(**{f"{key}__in": _keys(pages(user), page_key, key)})
    return condition


def _keys(objects: QuerySet, column: str, key: str) -> QuerySet:
    """Return one column of some objects, as texts unless it is compared with the integers of `object_id`."""
    objects = objects.order_by()
    if key == "object_id":
        return objects.values(column)
    return objects.annotate(key_as_text=Cast(column, CharField())).values("key_as_text")


def list_url(model: Any) -> str:
    """Return the address of the list of all records of a type."""
    return reverse(model.snippet_viewset.get_url_name("list"))


def edit_url(model: Any, key: int) -> str:
    """Return the address of the form of a page or record."""
    if issubclass(model, (Page, PublicPage)):
        return reverse("wagtailadmin_pages:edit", args=[key])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[key])


def read_url(model: Any, key: int) -> str:
    """Return the address of the page on which a record is read."""
    return reverse(model.snippet_viewset.get_url_name("inspect"), args=[key])
