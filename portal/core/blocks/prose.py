from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks.examples import either, rich
from portal.core.language.richtext import ARTICLE_FEATURES, PLAIN_FEATURES


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"features": ARTICLE_FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"
        description = _("Running text with headings, lists and links.")

    def get_preview_value(self) -> Any:
        return rich("Wer studiert, fragt. Wer fragt, bekommt Antworten.", "To study is to ask. Who asks gets answers.")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Text"), max_length=500)
    source = blocks.CharBlock(label=_("Source"), max_length=200, help_text=_("Where the words come from."))

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("Somebody’s words, with their source.")

    def get_preview_value(self) -> Any:
        words = either("Bildung ist kein Erbstück.", "Education is no heirloom.")
        return self.normalize({"text": words, "source": either("Leitgedanke (Beispiel)", "Guiding thought (sample)")})


class NoticeBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=PLAIN_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Notice")
        template = "blocks/notice.html"
        description = _("A remark that must not be overlooked.")

    def get_preview_value(self) -> Any:
        text = rich("Beratung kostet nichts.", "Advice costs nothing.")
        return self.normalize({"heading": either("Gut zu wissen", "Good to know"), "text": text})
