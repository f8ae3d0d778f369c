"""Fields of models for languages: stored as tags of BCP 47, written and read as names."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.language import languages
from portal.core.language.choosing import LanguageChoice, LanguagesChoice


class LanguageField(models.CharField):
    """The tag of one language."""

    default_validators = [languages.validate_tag]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": languages.MAX_LENGTH, **options})

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **options: Any) -> None:
        """Add `get_…_display`, as fields with choices have it."""
        super().contribute_to_class(cls, name, *args, **options)
        setattr(cls, f"get_{name}_display", lambda record: languages.name(getattr(record, name)))

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        return super().formfield(*args, **{"form_class": LanguageChoice, **kwargs})


class LanguagesField(ArrayField):
    """The tags of several languages."""

    def __init__(self, base_field: models.Field | None = None, **options: Any) -> None:
        super().__init__(base_field or LanguageField(), **{"default": list, "blank": True, **options})

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **options: Any) -> None:
        """Add `get_…_display`, as fields with choices have it."""
        super().contribute_to_class(cls, name, *args, **options)
        setattr(cls, f"get_{name}_display", lambda record: ", ".join(languages.names_of(getattr(record, name))))

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        options = {
            "form_class": LanguagesChoice,
            "help_text": _("With commas between them: German, Arabic."),
            **{name: value for name, value in kwargs.items() if value},
        }
        # ArrayField's own formfield insists on its own field; the grandparent lets ours through.
        return super(ArrayField, self).formfield(*args, **options)
