"""Fields that more than one app uses."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.forms import CheckboxSelectMultiple, TypedMultipleChoiceField
from wagtail.fields import StreamField

from portal.core.language import formats
from portal.core.time.edtf import validate_edtf


class WrittenDateField(models.CharField):
    """A date as exact as its source: a year, a month or a day, stored as 2015, 2015-10 or 2015-10-01 (EDTF, level 0).

    Saving anything else raises a ValidationError even where nobody validates, so that an import cannot store it.
    """

    default_validators = [validate_edtf]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": len("2015-10-01"), **options})

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **options: Any) -> None:
        """Add `get_…_display`, which lists of the admin show."""
        super().contribute_to_class(cls, name, *args, **options)
        setattr(cls, f"get_{name}_display", lambda record: formats.written(getattr(record, name)))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if value:
            validate_edtf(value)
        return value


class PlainStreamField(StreamField):
    """A StreamField whose block definitions stay out of migrations, where they would take tens of megabytes."""

    def deconstruct(self) -> tuple[str, str, list, dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


class ChoiceArrayField(ArrayField):
    """An array of choices, shown as checkboxes."""

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        options = {
            "form_class": TypedMultipleChoiceField,
            "choices": self.base_field.choices,
            "coerce": self.base_field.to_python,
            "widget": CheckboxSelectMultiple,
            **kwargs,
        }
        # ArrayField's own formfield insists on one text with commas; the grandparent lets the choices through.
        return super(ArrayField, self).formfield(**options)
