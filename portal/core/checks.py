"""System checks of rules for this project's models."""

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig, apps
from django.core import checks
from django.core.checks import CheckMessage

from portal.core.models import Record
from portal.core.pages import PublicPage


@checks.register("portal")
def check_bilingual_pairs(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for each `_de` column without its `_en`, unless the model names it in `german_only`."""
    return [
        checks.Error(f"{model._meta.label}.{field.name} has no English column", obj=model, id="portal.E001")
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.name.endswith("_de")
        and not hasattr(model, f"{field.name.removesuffix('_de')}_en")
        and field.name not in getattr(model, "german_only", ())
    ]


@checks.register("portal")
def check_record_templates(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for each record type without a template of its public page."""
    return [
        checks.Error(f"{model._meta.label} has no public template", obj=model, id="portal.E002")
        for model in apps.get_models()
        if issubclass(model, Record) and not getattr(model, "template", "")
    ]


@checks.register("portal")
def check_parent_page_types(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for each page type that may be placed anywhere in the tree."""
    return [
        checks.Error(f"{model._meta.label} does not say which parents it may have", obj=model, id="portal.E003")
        for model in apps.get_models()
        if issubclass(model, PublicPage) and "parent_page_types" not in vars(model)
    ]
