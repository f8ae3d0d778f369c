"""What somebody may change, over all types: lists that mix them show each person their own work and nobody else's."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import get_snippet_models

from portal.core.models import Record
from portal.core.pages import PublicPage


def pages(user) -> QuerySet[Page]:
    """Return the pages that somebody may change; copies that follow another page are nobody's work."""
    return page_permission_policy.instances_user_has_permission_for(user, "change").filter(alias_of=None)


def records(user, model) -> QuerySet:
    """Return the objects of a type that somebody may change."""
    return policy_of(model).instances_user_has_any_permission_for(user, {"change"})


def policy_of(model) -> ModelPermissionPolicy:
    viewset = getattr(model, "snippet_viewset", None)
    return viewset.permission_policy if viewset else ModelPermissionPolicy(model)


def record_types() -> list[type]:
    """Return the record types with drafts and a date of checking."""
    return [model for model in get_snippet_models() if issubclass(model, Record)]


def changeable(user, models: list[type], key: str = "object_id", page_key: str = "pk") -> Q:
    """Return a condition on rows with a content type and the key of an object: whether somebody may change that.

    The rows may mean a page by another of its columns, `page_key`.
    """
    condition = Q(pk=None)
    for model in models:
        kind = Q(content_type=ContentType.objects.get_for_model(model))
        if not issubclass(model, Page):
            if not policy_of(model).user_has_permission(user, "change"):
                continue
            objects = records(user, model)
            condition |= kind if not objects.query.where else kind & Q(**{f"{key}__in": _keys(objects, "pk", key)})
    page_types = [model for model in models if issubclass(model, Page)]
    if page_types:
        kinds = ContentType.objects.get_for_models(*page_types).values()
        condition |= Q(content_type__in=kinds) & Q(**{f"{key}__in": _keys(pages(user), page_key, key)})
    return condition


def _keys(objects: QuerySet, column: str, key: str) -> QuerySet:
    """Return a column of keys, as texts where the rows hold them as texts."""
    found = objects.order_by()
    if key == "object_id":
        return found.values(column)
    return found.annotate(key_as_text=Cast(column, CharField())).values("key_as_text")


def edit_url(model, key) -> str:
    """Return the address of the form of a page or record."""
    if issubclass(model, (Page, PublicPage)):
        return reverse("wagtailadmin_pages:edit", args=[key])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[key])
