"""The blocks that show records, and the body of a page made of all blocks."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.core.blocks import LinksBlock, NoticeBlock, PictureBlock, QuoteBlock, TextBlock
from programs.selectors import chosen_programs


class ProgramsValue(blocks.StructValue):
    @property
    def programs(self):
        """Return the chosen programmes that are public, in the order chosen: one query."""
        return chosen_programs([program.pk for program in self["chosen"] if program])


class ProgramsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    chosen = blocks.ListBlock(SnippetChooserBlock("programs.Program"), label=_("Programmes"), min_num=1, max_num=12)

    class Meta:
        icon = "doc-full"
        label = _("Programmes")
        template = "blocks/programs.html"
        description = _("A few programmes, each with its present availability.")
        value_class = ProgramsValue


class FactsValue(blocks.StructValue):
    @property
    def facts(self):
        return [fact for fact in self["chosen"] if fact]


class FactsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    chosen = blocks.ListBlock(SnippetChooserBlock("partners.Fact"), label=_("Facts"), min_num=1, max_num=6)

    class Meta:
        icon = "info-circle"
        label = _("Facts")
        template = "blocks/facts.html"
        description = _("Figures with their date and source.")
        value_class = FactsValue


class BodyBlock(blocks.StreamBlock):
    text = TextBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    image = PictureBlock()
    links = LinksBlock()
    programs = ProgramsBlock()
    facts = FactsBlock()
