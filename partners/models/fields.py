"""A field type of this app: a web address."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

_is_address = URLValidator(schemes=["http", "https"])


def validate_website(value: str) -> None:
    """Raise a ValidationError for anything but an http(s) URL, and for a URL with a user name or password."""
    try:
        _is_address(value)
    except ValidationError as error:
        message = _("“%(value)s” is not the address of a website. Write it like “https://www.example.org”.")
        raise ValidationError(message, code="website", params={"value": value}) from error
    if "@" in value.split("/")[2]:
        message = _("“%(value)s” holds a user name or password. Leave out what stands before the “@”.")
        raise ValidationError(message, code="credentials", params={"value": value})


class WebsiteField(models.URLField):
    """A URL of a website; https is assumed where the scheme is missing."""

    default_validators = [validate_website]

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        invalid = _("“%(value)s” is not the address of a website. Write it like “https://www.example.org”.")
        options = {**kwargs, "assume_scheme": "https", "error_messages": {"invalid": invalid}}
        field = super().formfield(*args, **options)
        if field:
            field.validators = list(self.validators)  # the form field's own validators accept more schemes
        return field
