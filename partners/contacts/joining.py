"""Joining two records of one unit."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from partners.models import Unit
from portal.core.joining import joins


def refuse(kept: Unit, duplicate: Unit) -> None:
    """Raise a ValidationError where one of two units is part of the other one: it would be part of itself."""
    if kept in duplicate.path() or duplicate in kept.path():
        raise ValidationError(_("One of them is part of the other one. Change that first."))


def register() -> None:
    joins.register(Unit, joins.Joinable(refuse))
