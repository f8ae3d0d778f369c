"""Text in parts: an accordion, and numbered steps."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks.examples import either, rich
from portal.core.language.richtext import PASSAGE_FEATURES


class AccordionItemBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question or title"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Text"), features=PASSAGE_FEATURES)


class AccordionBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    parts = blocks.ListBlock(AccordionItemBlock(), label=_("Parts"), min_num=1, max_num=30)

    class Meta:
        icon = "list-ul"
        label = _("Questions and answers")
        template = "blocks/accordion.html"
        description = _("Titles that open on demand. What everybody needs does not belong in here.")

    def get_preview_value(self) -> Any:
        first = {
            "question": either("Was kostet die Beratung?", "What does advice cost?"),
            "answer": rich("Nichts.", "Nothing."),
        }
        second = {
            "question": either("Muss ich meinen Namen sagen?", "Do I have to give my name?"),
            "answer": rich("Nein, das müssen Sie nicht.", "No, there is no need to."),
        }
        heading = either("Häufig gefragt", "Often asked")
        return self.normalize({"heading": heading, "parts": [first, second]})


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = blocks.RichTextBlock(label=_("Text"), features=PASSAGE_FEATURES, required=False)


class StepsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=20)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"
        description = _("What to do, one after the other, counted.")

    def get_preview_value(self) -> Any:
        first = {
            "title": either("Fragen", "Ask"),
            "text": rich("Rufen Sie an oder schreiben Sie.", "Ring up or write."),
        }
        second = {"title": either("Vorbeikommen", "Come by"), "text": rich("Ohne Termin.", "No appointment needed.")}
        return self.normalize({"heading": either("So geht es", "How it works"), "steps": [first, second]})
