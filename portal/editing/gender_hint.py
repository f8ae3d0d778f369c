"""Where the German of a page or record carries signs for gender."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.models import Page

from portal.core.bilingual import GERMAN, bilingual_fields
from portal.core.gender_forms import find_gender_forms
from portal.core.models import Identified
from portal.core.pages import PublicPage
from portal.translation import texts


def places(instance: Model) -> list[tuple[str, list[str]]]:
    """Return (place, forms) for every German text with such forms, in the order of the form."""
    german = _german(instance)
    found = [(where, find_gender_forms(text)) for where, text in german.items()]
    return [(_name(instance, where), forms) for where, forms in found if forms]


def _german(instance: Model) -> dict[str, str]:
    if isinstance(instance, PublicPage):
        return texts.of_page(instance) if instance.locale.language_code == GERMAN else {}
    if isinstance(instance, Identified) and bilingual_fields(type(instance)):
        return texts.of_record(instance, GERMAN)
    return {}


def _name(instance: Model, where: str) -> str:
    """Return what the form calls the place of a text: "Summary (German)", "Criteria 2", "Body 3"."""
    name, _dot, rest = where.partition(".")
    if not rest:
        return capfirst(_field(instance, name if isinstance(instance, Page) else f"{name}_de"))
    child = rest.split(".")[0]
    is_block = not child.isdecimal()  # a block of the body is known by its id
    number = _block_number(getattr(instance, name), child) if is_block else int(child) + 1
    return _("%(label)s, number %(number)s") % {"label": capfirst(_field(instance, name)), "number": number}


def _field(instance: Model, name: str) -> str:
    try:
        field = instance._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return field.related_model._meta.verbose_name_plural if field.one_to_many else field.verbose_name


def _block_number(stream: StreamValue, key: str) -> int:
    keys = [block.id for block in stream]
    return next((number for number, id_ in enumerate(keys, 1) if id_ and key.startswith(id_)), 1)
