"""System checks of rules for this project's models."""

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig, apps
from django.core import checks
from django.core.checks import CheckMessage
from django.db.models import CASCADE, ForeignKey, Model
from modelcluster.fields import ParentalKey
from modeltranslation.translator import translator

from portal.core.language.bilingual import LANGUAGES, bilingual_fields
from portal.core.models import Identified, Named, Record
from portal.core.pages.public_page import PublicPage


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
def check_named_models(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for each model with a name in two languages that no `translation.py` registers."""
    return [
        checks.Error(f"{model._meta.label} is not registered in translation.py", obj=model, id="portal.E004")
        for model in apps.get_models()
        if issubclass(model, Named) and "name" not in bilingual_fields(model)
    ]


@checks.register("portal")
def check_deletion(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for each key with which a record would be deleted although it is no child of the other."""
    return [
        checks.Error(f"{field} goes along when its {field.name} is deleted; protect it", obj=model, id="portal.E006")
        for model in apps.get_models()
        if issubclass(model, Identified)
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and not isinstance(field, ParentalKey)
        if field.remote_field.on_delete is CASCADE
    ]


@checks.register("portal")
def check_text_columns(app_configs: Iterable[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for each registered text without exactly two columns: the library works differently then."""
    return [
        checks.Error(f"{model._meta.label}.{name} is not two columns without NULL", obj=model, id="portal.E005")
        for model in translator.get_registered_models(abstract=False)
        for name in _registered_texts(model)
        if not _has_two_columns(model, name)
    ]


def _registered_texts(model: type[Model]) -> Iterable[str]:
    options: Any = translator.get_options_for_model(model)  # the library's metaclass adds `fields`
    return options.fields


def _has_two_columns(model: type[Model], name: str) -> bool:
    columns = {field.name: field for field in model._meta.local_concrete_fields}
    pair = [columns.get(f"{name}_{language}") for language in LANGUAGES]
    return name not in columns and all(column is not None and not column.null for column in pair)


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
