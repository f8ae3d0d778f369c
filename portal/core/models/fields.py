"""Fields that more than one app uses."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.forms import CheckboxSelectMultiple, TypedMultipleChoiceField
from wagtail.fields import StreamField


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
