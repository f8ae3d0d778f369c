from wagtail.snippets.blocks import SnippetChooserBlock


class RecordChooserBlock(SnippetChooserBlock):
    """A chooser for blocks that read their records themselves, once for all: it asks no query when a page is shown.

    Until somebody looks closer, what is chosen has nothing but its key.
    """

    def to_python(self, value):
        return None if value is None else self.model_class.from_db(None, [self.model_class._meta.pk.attname], [value])

    def bulk_to_python(self, values):
        return [self.to_python(value) for value in values]

    def get_form_state(self, value):
        """Return what the form shows; what has been deleted meanwhile is an empty choice."""
        return super().get_form_state(value.pk if value else None)
