"""House rules as system checks: what a reviewer would otherwise have to remember."""

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig, apps
from django.core import checks
from django.core.checks import CheckMessage

from portal.core.models import Record
from portal.core.pages import PublicPage


@checks.register("portal")
def bilingual_pairs_are_whole(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find a `_de` column without its `_en`, unless the model says in `german_only` that it is meant so."""
    return [
        checks.Error(f"{model._meta.label}.{field.name} has no English column", obj=model, id="portal.E001")
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.name.endswith("_de")
        and not hasattr(model, f"{field.name.removesuffix('_de')}_en")
        and field.name not in getattr(model, "german_only", ())
    ]


@checks.register("portal")
def records_name_their_template(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find a record type that could be published but not shown."""
    return [
        checks.Error(f"{model._meta.label} has no public template", obj=model, id="portal.E002")
        for model in apps.get_models()
        if issubclass(model, Record) and not getattr(model, "template", "")
    ]


@checks.register("portal")
def pages_name_their_place(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Find a page type that could stand anywhere in the tree."""
    return [
        checks.Error(f"{model._meta.label} does not say which parents it may have", obj=model, id="portal.E003")
        for model in apps.get_models()
        if issubclass(model, PublicPage) and "parent_page_types" not in vars(model)
    ]
