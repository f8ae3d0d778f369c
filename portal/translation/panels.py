"""What stands in edit forms about translating: the German beside the English, and what changed in it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.models import Page

from portal.core.bilingual import ENGLISH
from portal.translation import selectors


class TranslationPanel(Panel):
    """Shown with whatever is written in English: on an English page the German text, on a record what changed in it."""

    def __init__(self, **options):
        super().__init__(**{"heading": _("The German beside it"), **options})

    class BoundPanel(Panel.BoundPanel):
        template_name = "translation/panel.html"

        def is_shown(self):
            instance = self.instance
            if isinstance(instance, Page):
                return bool(instance.pk and instance.locale.language_code == ENGLISH)
            return bool(instance.pk)

        def get_context_data(self, parent_context=None):
            translation = selectors.of_object(self.instance)
            is_page = isinstance(self.instance, Page)
            return {
                **super().get_context_data(parent_context),
                "translation": translation,
                "german": translation.german_texts.values() if translation and is_page else [],
                "changes": selectors.changes(translation) if translation and translation.confirmed_at else [],
            }
