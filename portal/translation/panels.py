"""The panel of edit forms with the German texts and what changed in them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel, TabbedInterface
from wagtail.models import Page

from portal.core.admin.panels import bilingual_tabs
from portal.core.language.bilingual import ENGLISH, GERMAN
from portal.translation import selectors, texts
from portal.translation.models import Translation


class TranslationPanel(Panel):
    """Shows the German texts beside the English form, and their changes since the English was confirmed.

    For an English page these are the texts of the published German page, for a record those of the same draft.
    """

    def __init__(self, *, with_german: bool = True, **options: Any) -> None:
        """Show the German texts, unless the form has them beside the English ones already."""
        super().__init__(**{"heading": _("The German beside it"), **options})
        self.with_german = with_german

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "with_german": self.with_german}

    class BoundPanel(Panel.BoundPanel):
        template_name = "translation/panel.html"

        def is_shown(self) -> bool:
            instance = self.instance
            if isinstance(instance, Page):
                return bool(instance.pk and instance.locale.language_code == ENGLISH)
            return bool(instance.pk)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            translation = selectors.of_object(self.instance)
            return {
                **super().get_context_data(parent_context),
                "translation": translation,
                "german": self._german(translation),
                "changes": selectors.changes(translation) if translation else [],
            }

        def _german(self, translation: Translation | None) -> list[tuple[str, str]]:
            """Return (label of the field, text) for each German text; the label is empty for those of a page."""
            if not self.panel.with_german:
                return []
            if isinstance(self.instance, Page):
                return [("", german) for german in translation.german_texts.values()] if translation else []
            german = texts.of_record(self.instance, GERMAN)
            return [(texts.label(type(self.instance), where), text) for where, text in german.items() if text]


def record_form(fields: list[str], **options: Any) -> TabbedInterface:
    """Return the edit form of a record: `bilingual_tabs`, with the German and its changes below the English texts."""
    return bilingual_tabs(fields, beside_english=(TranslationPanel(),), **options)
