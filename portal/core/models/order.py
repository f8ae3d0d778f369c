"""Refusing what ends before it begins, with both days in the message."""

from datetime import date
from typing import TYPE_CHECKING, cast

from django.core.exceptions import ValidationError
from django.db.models import Field, Model
from django.utils.translation import gettext_lazy as _

from portal.core.language import formats
from portal.core.time.edtf import is_before

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def order_errors(record: Model, *pairs: tuple[str, str]) -> dict[str, ValidationError]:
    """Return the error at each field whose day lies before that of another one; `pairs` name (earlier, later)."""
    errors: dict[str, ValidationError] = {}
    for earlier, later in pairs:
        label = cast(Field, record._meta.get_field(earlier)).verbose_name
        error = order_error(getattr(record, earlier), getattr(record, later), label)
        if error and later not in errors:
            errors[later] = error
    return errors


def order_error(earlier: date | str | None, later: date | str | None, label: "StrOrPromise") -> ValidationError | None:
    """Return an error if `later` lies before `earlier`, whose field is called `label`; an empty one is no mistake.

    Both are days, or dates that are a year, a month or a day, compared at the precision that both have.
    """
    first, last = _text(earlier), _text(later)
    if not is_before(last, first):
        return None
    message = _("%(later)s lies before %(earlier)s (“%(label)s”). Correct one of them.")
    params = {"later": formats.written(last), "earlier": formats.written(first), "label": label}
    return ValidationError(message, code="order", params=params)


def _text(value: date | str | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""
