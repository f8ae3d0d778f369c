"""Finds nouns with a gender sign in the German texts of a page or record."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.models import Page

from portal.core.language.bilingual import GERMAN, bilingual_fields
from portal.core.language.gender_forms import find_gender_forms
from portal.core.models import Identified
from portal.core.pages.public_page import PublicPage
from portal.translation import texts


def places(instance: Model) -> list[tuple[str, list[str]]]:
    """Return (label of the field, nouns) for each German text with such nouns, in the order of the form."""
    german = _german(instance)
    matches = {place: find_gender_forms(text) for place, text in german.items()}
    return [(_label(instance, place), forms) for place, forms in matches.items() if forms]


def _german(instance: Model) -> dict[str, str]:
    if isinstance(instance, PublicPage):
        return texts.of_page(instance) if instance.locale.language_code == GERMAN else {}
    if isinstance(instance, Identified) and bilingual_fields(type(instance)):
        return texts.of_record(instance, GERMAN)
    return {}


def _label(instance: Model, place: str) -> str:
    """Return the label of a text in the form: "Summary (German)", "Criteria, number 2", "Body, number 3"."""
    name, _dot, rest = place.partition(".")
    if not rest:
        return capfirst(_field_label(instance, name if isinstance(instance, Page) else f"{name}_de"))
    child = rest.split(".")[0]
    is_block = not child.isdecimal()  # the place of a block contains its id
    number = _block_number(getattr(instance, name), child) if is_block else int(child) + 1
    return _("%(label)s, number %(number)s") % {"label": capfirst(_field_label(instance, name)), "number": number}


def _field_label(instance: Model, name: str) -> str:
    try:
        field: Any = instance._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(field.related_model._meta.verbose_name_plural if field.one_to_many else field.verbose_name)


def _block_number(stream: StreamValue, key: str) -> int:
    """Return the position, from 1, of the block whose id `key` begins with."""
    numbers = (number for number, block in enumerate(stream, 1) if block.id and key.startswith(block.id))
    return next(numbers, 1)
