"""House rules as system checks: what a reviewer would otherwise have to remember."""

from django.apps import apps
from django.core import checks
from django.db.models import Model
from modeltranslation.translator import translator

from portal.core.bilingual import LANGUAGES, bilingual_fields
from portal.core.models import Named, Record
from portal.core.pages import PublicPage


@checks.register("portal")
def bilingual_pairs_are_whole(app_configs, **kwargs):
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
def named_models_are_registered(app_configs, **kwargs):
    """Find a model that inherits a name in two languages and is missing in the `translation.py` of its app."""
    return [
        checks.Error(f"{model._meta.label} is not registered in translation.py", obj=model, id="portal.E004")
        for model in apps.get_models()
        if issubclass(model, Named) and "name" not in bilingual_fields(model)
    ]


@checks.register("portal")
def registered_texts_are_two_columns(app_configs, **kwargs):
    """Find a registered text that has not exactly its two columns, both without NULL: the library has changed then."""
    return [
        checks.Error(f"{model._meta.label}.{name} is not two columns without NULL", obj=model, id="portal.E005")
        for model in translator.get_registered_models(abstract=False)
        for name in translator.get_options_for_model(model).fields
        if not _is_two_columns(model, name)
    ]


def _is_two_columns(model: type[Model], name: str) -> bool:
    columns = {field.name: field for field in model._meta.local_concrete_fields}
    pair = [columns.get(f"{name}_{language}") for language in LANGUAGES]
    return name not in columns and all(column is not None and not column.null for column in pair)


@checks.register("portal")
def records_name_their_template(app_configs, **kwargs):
    """Find a record type that could be published but not shown."""
    return [
        checks.Error(f"{model._meta.label} has no public template", obj=model, id="portal.E002")
        for model in apps.get_models()
        if issubclass(model, Record) and not getattr(model, "template", "")
    ]


@checks.register("portal")
def pages_name_their_place(app_configs, **kwargs):
    """Find a page type that could stand anywhere in the tree."""
    return [
        checks.Error(f"{model._meta.label} does not say which parents it may have", obj=model, id="portal.E003")
        for model in apps.get_models()
        if issubclass(model, PublicPage) and "parent_page_types" not in vars(model)
    ]
