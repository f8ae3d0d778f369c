"""Choosers for blocks that read what is chosen themselves, once for all: they ask no query when a page is shown."""

from wagtail.blocks import PageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class KeyOnly:
    """Until somebody looks closer, what is chosen has nothing but its key."""

    def to_python(self, value):
        return None if value is None else self.model_class.from_db(None, [self.model_class._meta.pk.attname], [value])

    def bulk_to_python(self, values):
        return [self.to_python(value) for value in values]

    def get_form_state(self, value):
        """Return what the form shows; what has been deleted meanwhile is an empty choice."""
        return super().get_form_state(value.pk if value else None)


class RecordChooserBlock(KeyOnly, SnippetChooserBlock):
    """For records that a selector reads."""


class PageKeyBlock(KeyOnly, PageChooserBlock):
    """For pages whose address the tree knows."""
