from typing import Any

from wagtail import blocks

from portal.core.language.choosing import LanguageChoice


class LanguageBlock(blocks.FieldBlock):
    """A language, chosen by its name; the value is its tag."""

    def __init__(self, required: bool = True, help_text: str | None = None, **options: Any) -> None:
        self.field = LanguageChoice(required=required, help_text=help_text)
        super().__init__(**options)

    class Meta:
        icon = "globe"
