"""The German and the English of a page or record, passage by passage."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.text import capfirst
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.translation import texts
from portal.translation.blocks import paired, raw_blocks
from portal.translation.passages import Passage


class PagePair:
    """A German page and its English one; without an English one, all English texts are empty."""

    def __init__(self, german: Page, english: Page | None) -> None:
        self.german, self.english = german, english
        self._streams: dict[Any, list[dict]] = {}
        self.passages = [*self._fields(), *self._blocks()]

    def store(self) -> None:
        """Put what was written in blocks into the English page, and leave out new blocks without a text."""
        for passage in self.passages:
            for block in passage.within:
                block.remove_if_empty()
        for field, blocks in self._streams.items():
            setattr(self.english, field.name, field.to_python(blocks))

    def _fields(self) -> Iterator[Passage]:
        for name in texts.PAGE_FIELDS:
            field: Any = self.german._meta.get_field(name)
            holder = {name: ""} if self.english is None else self.english
            german = getattr(self.german, name)
            make_field = partial(_form_field, field)
            yield Passage(name, "", capfirst(str(field.verbose_name)), german, holder, name, make_field)

    def _blocks(self) -> Iterator[Passage]:
        for field in texts.stream_fields(self.german):
            self._streams[field] = raw_blocks(field.value_from_object(self.english)) if self.english else []
            german = raw_blocks(field.value_from_object(self.german))
            yield from paired(field.stream_block, german, self._streams[field], field.name)


class RecordPair:
    """A record, whose texts are in two columns each."""

    def __init__(self, record: Model, *, for_writing: bool = False) -> None:
        self.passages = list(_columns(record, for_writing=for_writing))

    def store(self) -> None:
        """Do nothing: the passages are columns of the record."""


def _columns(record: Any, place: str = "", heading: str = "", *, for_writing: bool) -> Iterator[Passage]:
    """Yield the passages of a record and of its children; for writing, of the children that are saved with it."""
    for name in texts.translated(type(record)):
        column: Any = record._meta.get_field(f"{name}_en")
        label = capfirst(str(column.translated_field.verbose_name))
        german, is_rich = getattr(record, f"{name}_de"), isinstance(column.translated_field, RichTextField)
        make_field = partial(_form_field, column)
        yield Passage(f"{place}{name}", heading, label, german, record, column.name, make_field, is_rich)
    for relation in texts.child_relations(type(record)):
        manager = getattr(record, relation)
        for number, child in enumerate(manager.get_object_list() if for_writing else manager.all()):
            name = " › ".join(filter(None, [heading, f"{capfirst(str(child._meta.verbose_name))} {number + 1}"]))
            yield from _columns(child, f"{place}{relation}.{number}.", name, for_writing=for_writing)


def _form_field(column: Any) -> forms.Field:
    return formfield_for_dbfield(column)
