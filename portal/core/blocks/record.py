"""Choosers whose values are objects with nothing but a key: a selector or the page tree reads the rest, all at once."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.utils.functional import cached_property
from wagtail.blocks import ChooserBlock, PageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.core.rights.choosers import RecordChooser


class KeyOnlyChooserBlock(ChooserBlock):
    """Makes values of a key alone; their other fields are deferred, so showing a page costs no query for each."""

    def to_python(self, value: int | None) -> Model | None:
        return None if value is None else self.model_class.from_db(None, [self.model_class._meta.pk.attname], [value])

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Model | None]:
        return [self.to_python(value) for value in values]

    def get_form_state(self, value: Model | None) -> Any:
        """Return the value for the form; an object that was deleted meanwhile is an empty choice."""
        return super().get_form_state(value.pk if value else None)


class TranslatedChooserBlock(SnippetChooserBlock):
    """Chooses a record; its button speaks the language of the request."""

    @cached_property
    def widget(self) -> RecordChooser:
        viewset = self.target_model.snippet_viewset
        self.set_meta_options({"icon": viewset.icon})
        return RecordChooser(self.target_model, icon=viewset.icon)


class RecordChooserBlock(KeyOnlyChooserBlock, TranslatedChooserBlock):
    """Chooses a record, which a selector reads."""


class PageKeyBlock(KeyOnlyChooserBlock, PageChooserBlock):
    """Chooses a page, whose address the page tree knows."""
