"""Which rows visitors notice anything of.

Of most tables they notice every row; of pages and records with drafts, those that are live; of a model with a rule of
its own, those to which that applies; of a part, what they notice of its record. An app says in its module `visibility`
of which models visitors notice more than the public rows.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from modelcluster.fields import ParentalKey
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from portal.core.visibility import RULES as PUBLIC_RULES
from portal.core.visibility import Rule, has_visibility

APPS = {"atlas", "media", "pages", "partners", "programs", "search"}
WAGTAIL = {
    "wagtailcore.collectionviewrestriction",
    "wagtailcore.locale",
    "wagtailcore.page",
    "wagtailcore.pageviewrestriction",
    "wagtailcore.site",
    "wagtailredirects.redirect",
}
# For staff only, or derived: a rendition is made for the first reader who needs it, search documents after each commit.
UNSEEN = {"media.portalrendition", "partners.duediligence", "search.missedquery", "search.searchdocument"}
RULES: dict[type[Model], Rule] = {}  # where visitors notice more than what is public


def visible_rule(model: type[Model]) -> Callable[[Rule], Rule]:
    """Return a decorator: the function returns the condition for rows of `model` of which visitors notice something."""

    def register(rule: Rule) -> Rule:
        RULES[model] = rule
        return rule

    return register


def is_watched(model: type[Model]) -> bool:
    """Tell whether visitors may notice anything of a table."""
    label, app = model._meta.label_lower, model._meta.app_label
    return label in WAGTAIL or (app in APPS and label not in UNSEEN)


def is_noticed(instance: Model) -> bool:
    """Tell whether visitors notice anything of a row as it is in memory or as it is stored; one query at most."""
    return is_plainly_noticed(instance) or is_stored_noticed(instance)


def is_stored_noticed(instance: Model) -> bool:
    """Tell whether visitors notice anything of a row as it is stored; one query at most."""
    return instance.pk is not None and _are_noticed(type(instance)._base_manager.filter(pk=instance.pk))


def hold(instance: Model) -> None:
    """Lock the row that decides what visitors notice of another (its record, or itself) until the transaction ends.

    A transaction that is publishing it ends first: otherwise one of the two would hide what the other shows, and nobody
    would notice. Only within a transaction.
    """
    model, pk = type(instance), instance.pk
    while key := _key_of_record(model):
        pk = getattr(instance, key.attname) if isinstance(instance, model) else _value(model, pk, key.attname)
        model = key.related_model
    table: Any = Page if issubclass(model, Page) else model  # of a page, the row that is published
    if pk is not None:
        _value(table, pk, "pk", lock=True)


def _value(model: Any, pk: Any, column: str, *, lock: bool = False) -> Any:
    rows = model._base_manager.filter(pk=pk)
    if lock:
        rows = rows.select_for_update(of=("self",), no_key=True)
    return rows.values_list(column, flat=True).order_by().first()


def has_own_rule(model: type[Model]) -> bool:
    """Tell whether only the database can say what visitors notice of a row."""
    return model in RULES or model in PUBLIC_RULES or _key_of_record(model) is not None


def is_plainly_noticed(instance: Model) -> bool:
    """Tell whether visitors notice a row, as far as that can be told without a query."""
    model = type(instance)
    if isinstance(instance, (AbstractImage, AbstractDocument)):
        return instance.pk is not None  # no page shows a new file yet
    return not has_own_rule(model) and (not has_visibility(model) or getattr(instance, "live", False))


def _are_noticed(rows: QuerySet) -> bool:
    if key := _key_of_record(rows.model):
        return _are_noticed(key.related_model._base_manager.filter(pk__in=rows.values(key.attname)))
    return not has_visibility(rows.model) or rows.filter(_noticed_q(rows.model)).exists()


def _noticed_q(model: type[Model]) -> Q:
    """Return the condition for the noticed rows of a model with drafts or with a rule of its own.

    A hidden page is noticed where public pages lie below it: its slug is part of their addresses.
    """
    if issubclass(model, Page):
        return Q(Exists(Page.objects.filter(live=True, path__startswith=OuterRef("path"))))
    rule = RULES.get(model) or PUBLIC_RULES.get(model)
    return rule() if rule else Q(live=True)


def _key_of_record(model: type[Model]) -> ParentalKey | None:
    """Return the key that leads from a part to its record; None for a model that is no part."""
    return next((field for field in model._meta.concrete_fields if isinstance(field, ParentalKey)), None)
