"""A field for an academic year: stored as the calendar year in which it begins, written and read like 2026/27."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from portal.core.time.academic_year import AcademicYear, typed


class AcademicYearChoice(forms.CharField):
    """An academic year as people write it; the clean value is the year in which it begins, or None."""

    def __init__(self, **options: Any) -> None:
        bounds = {"min_value", "max_value"}  # which a number would have
        super().__init__(**{name: value for name, value in options.items() if name not in bounds})
        self.widget.attrs.setdefault("placeholder", "2026/27")

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return typed(text).begins_in if text else None

    def prepare_value(self, value: Any) -> Any:
        return str(AcademicYear(value)) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True


class AcademicYearField(models.PositiveSmallIntegerField):
    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **options: Any) -> None:
        """Add `get_…_display`, which lists and histories show."""
        super().contribute_to_class(cls, name, *args, **options)
        setattr(cls, f"get_{name}_display", lambda record: year_in_words(getattr(record, name)))

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        return super().formfield(*args, **{"form_class": AcademicYearChoice, **kwargs})


def year_in_words(begins_in: int | None) -> str:
    """Return "2026/27" for 2026, and nothing for None."""
    return str(AcademicYear(begins_in)) if begins_in else ""
