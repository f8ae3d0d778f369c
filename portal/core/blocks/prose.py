from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from portal.core.richtext import ARTICLE_FEATURES, PLAIN_FEATURES


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **options):
        super().__init__(**{"features": ARTICLE_FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"
        description = _("Running text with headings, lists and links.")
        preview_value = RichText("<h2>Studieren</h2><p>Wer studiert, fragt. Wer fragt, bekommt Antworten.</p>")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Text"), max_length=500)
    source = blocks.CharBlock(label=_("Source"), max_length=200, help_text=_("Where the words come from."))

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("Somebody’s words, with their source.")
        preview_value = {"text": "Bildung ist kein Erbstück.", "source": "Leitgedanke"}


class NoticeBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=PLAIN_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Notice")
        template = "blocks/notice.html"
        description = _("A remark that must not be overlooked.")
        preview_value = {"heading": "Gut zu wissen", "text": RichText("<p>Beratung kostet nichts.</p>")}
