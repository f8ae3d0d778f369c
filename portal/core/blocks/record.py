"""Choosers for blocks that read what is chosen themselves, once for all: they ask no query when a page is shown."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from wagtail.blocks import PageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class KeyOnly:
    """Until somebody looks closer, what is chosen has nothing but its key."""

    def to_python(self, value: int | None) -> Model | None:
        return None if value is None else self.model_class.from_db(None, [self.model_class._meta.pk.attname], [value])

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Model | None]:
        return [self.to_python(value) for value in values]

    def get_form_state(self, value: Model | None) -> Any:
        """Return what the form shows; what has been deleted meanwhile is an empty choice."""
        return super().get_form_state(value.pk if value else None)


class RecordChooserBlock(KeyOnly, SnippetChooserBlock):
    """For records that a selector reads."""


class PageKeyBlock(KeyOnly, PageChooserBlock):
    """For pages whose address the tree knows."""
