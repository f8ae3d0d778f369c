"""The search of the admin over records of every type: what the user may read, grouped by type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchRank
from django.db.models import CharField, Count, F, Model, Q, QuerySet, Window
from django.db.models.functions import Cast, RowNumber
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.search.index import get_indexed_models
from wagtail.search.models import IndexEntry

from portal.core.rights.choosable import READING, User, may_read_all
from portal.core.rights.choosers import shown_name
from portal.core.rights.descriptions import described, description_of
from portal.core.rights.scope import policy_of
from portal.search import folding
from portal.search.backend import COLUMN, as_tsquery, found_by

LINES = 8  # of each type
# Types without a viewset of ours: the addresses of their lists and forms.
ADDRESSES = {
    get_user_model(): ("wagtailusers_users:index", "wagtailusers_users:edit"),
    get_image_model(): ("wagtailimages:index", "wagtailimages:edit"),
    get_document_model(): ("wagtaildocs:index", "wagtaildocs:edit"),
    Page: ("wagtailadmin_pages:search", "wagtailadmin_pages:edit"),
}


@dataclass(frozen=True)
class Line:
    name: str
    url: str
    description: str


@dataclass(frozen=True)
class Group:
    """What was found of one type: the best lines, how many there are in all, and the address of the list of all."""

    label: str
    lines: list[Line]
    count: int
    url: str


def find(user: User, text: str) -> list[Group]:
    """Return what is found, the type with the best line first: one query, and some for each type that is found."""
    query = folding.query(text)
    if not query:
        return []
    kinds: dict[type[Model], list[dict]] = {}
    for entry in _entries(user, query):
        model: Any = ContentType.objects.get_for_id(entry["content_type"]).model_class()
        kinds.setdefault(Page if issubclass(model, Page) else model, []).append(entry)
    return [_group(user, model, entries, text) for model, entries in kinds.items()]


def _entries(user: User, query: str) -> QuerySet:
    """Return the best entries of each type, as dictionaries with its number of entries."""
    readable = Q(pk=None)
    for model in get_indexed_models():
        if not issubclass(model, Page):
            readable |= _readable_q(user, model)
    kind: dict[str, Any] = {"partition_by": F("content_type")}
    entries = IndexEntry.objects.filter(readable | _pages_q(user), found_by(query))
    rank = SearchRank(F(COLUMN), as_tsquery(query))
    entries = entries.annotate(rank=rank, total=Window(Count("pk"), **kind))
    place = Window(RowNumber(), **kind, order_by=[F("rank").desc(), F("object_id")])
    ranked = entries.annotate(place=place).filter(place__lte=LINES).order_by("-rank", "content_type", "place")
    return ranked.values("content_type", "object_id", "total")


def _readable_q(user: User, model: type[Model]) -> Q:
    """Return the condition for entries of a type with forms in the admin that the user may read."""
    policy, actions = policy_of(model), {*READING, "choose"}
    if _form_name(model) is None or not policy.user_has_any_permission(user, actions):
        return Q(pk=None)
    is_type = Q(content_type=ContentType.objects.get_for_model(model))
    if hasattr(model, "snippet_viewset") and may_read_all(user, model):
        return is_type
    return is_type & Q(object_id__in=_keys(policy.instances_user_has_any_permission_for(user, actions)))


def _pages_q(user: User) -> Q:
    if not page_permission_policy.user_has_any_permission(user, {"add", "change", "publish", "lock", "unlock"}):
        return Q(pk=None)
    types = [model for model in get_indexed_models() if issubclass(model, Page)]
    kinds = ContentType.objects.get_for_models(*types).values()
    return Q(content_type__in=kinds, object_id__in=_keys(page_permission_policy.explorable_instances(user)))


def _keys(objects: QuerySet) -> QuerySet:
    """Return the keys of objects as the index stores them."""
    return objects.order_by().annotate(key_as_text=Cast("pk", CharField())).values("key_as_text")


def _group(user: User, model: type[Model], entries: list[dict], text: str) -> Group:
    totals = {entry["content_type"]: entry["total"] for entry in entries}
    keys = [int(entry["object_id"]) for entry in entries][:LINES]
    records = description_of(model).prepare(model._default_manager.filter(pk__in=keys)).in_bulk()
    lines = [_line(user, records[key]) for key in keys if key in records]
    url = f"{_list_url(model)}?{urlencode({'q': text})}"
    return Group(capfirst(str(model._meta.verbose_name_plural)), lines, sum(totals.values()), url)


def _line(user: User, record: Any) -> Line:
    if isinstance(record, Page):
        parts = (record.get_admin_display_title(), f"/{record.locale.language_code}/ · {record.status_string}")
        return Line(parts[0], _url(user, record), parts[1])
    return Line(shown_name(user, record), _url(user, record), described(record) or " · ".join(_texts(record)))


def _texts(record: Any) -> Iterator[str]:
    """Yield what a file is described by: its name, unless that is its title."""
    name = getattr(record, "filename", "") or getattr(record, "email", "")
    if name and name != str(record):
        yield name


def _url(user: User, record: Model) -> str:
    """Return the address of the form of a record, or of its page for those who may only read it."""
    viewset = getattr(record, "snippet_viewset", None)
    if viewset and not policy_of(type(record)).user_has_permission_for_instance(user, "change", record):
        return reverse(viewset.get_url_name("inspect"), args=[record.pk])
    if isinstance(record, Page) and not record.permissions_for_user(user).can_edit():
        return reverse("wagtailadmin_explore", args=[record.pk])
    return reverse(_form_name(type(record)) or "", args=[record.pk])


def _list_url(model: Any) -> str:
    viewset = getattr(model, "snippet_viewset", None)
    return reverse(viewset.get_url_name("list") if viewset else ADDRESSES[_kind(model)][0])


def _form_name(model: Any) -> str | None:
    """Return the name of the address of the form of a type; None for one that has none here."""
    viewset = getattr(model, "snippet_viewset", None)
    if viewset:
        return viewset.get_url_name("edit")
    return ADDRESSES[_kind(model)][1] if _kind(model) in ADDRESSES else None


def _kind(model: type[Model]) -> type[Model]:
    return Page if issubclass(model, Page) else model
