"""Fields that more than one app uses."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.forms import CheckboxSelectMultiple, TypedMultipleChoiceField
from wagtail.fields import StreamField

from portal.core import parts
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

    def to_python(self, value: Any) -> Any:
        """Return the blocks, without what is stored among them or in their place and is no block; it is logged."""
        if isinstance(value, (list, int, float, dict)):
            blocks = [item for item in value if _may_be_block(item)] if isinstance(value, list) else []
            if blocks != value:
                parts.leave_out(TypeError("something that is no block"), str(self))
            value = blocks
        return super().to_python(value)

    def deconstruct(self) -> tuple[str, str, list, dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


def _may_be_block(item: Any) -> bool:
    """Tell whether Wagtail takes an item of a list for a block: a dictionary with its type and value, or a pair."""
    if isinstance(item, dict):
        return {"type", "value"} <= item.keys()
    return isinstance(item, (tuple, list)) and len(item) == 2


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
