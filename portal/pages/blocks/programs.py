from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks.examples import either
from portal.core.blocks.record import TranslatedChooserBlock
from portal.core.pages.index_page import index_url
from portal.examples import records
from programs.catalogue import selectors
from programs.models import Program
from programs.models.vocabulary import Notated


class ProgramsValue(blocks.StructValue):
    @cached_property
    def programs(self) -> list[Program]:
        """Return the chosen programmes that are public, in the chosen order: one query."""
        return selectors.chosen_programs([program.pk for program in self["chosen"] if program])


class ProgramsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    chosen = blocks.ListBlock(TranslatedChooserBlock("programs.Program"), label=_("Programmes"), min_num=1, max_num=12)

    class Meta:
        icon = "doc-full"
        label = _("Programmes")
        template = "blocks/programs.html"
        description = _("A few programmes, each with its present availability.")
        value_class = ProgramsValue

    def get_preview_value(self) -> blocks.StructValue:
        value = self.normalize({"heading": either("Passt dazu", "Goes well with this"), "chosen": []})
        value.programs = records.programs()
        return value


class ProgramListValue(blocks.StructValue):
    @cached_property
    def programs(self) -> list[Program]:
        """Return the first programmes that match, those with the next deadline first: one query."""
        return selectors.first_programs(self._concepts, self["number"])

    @cached_property
    def finder_url(self) -> str:
        """Return the address of the list of all that match, or "" if the reader's language has no list."""
        url = index_url(Program)
        parameters = {facet: concept.notation for facet, concept in self._concepts.items()}
        return f"{url}?{urlencode(parameters)}".rstrip("?") if url else ""

    @property
    def _concepts(self) -> dict[str, Notated]:
        """Return the chosen concepts by facet of the finder."""
        return {facet: self[facet] for facet in ("situation", "kind") if self[facet]}


class ProgramListBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    situation = TranslatedChooserBlock("programs.LifeSituation", label=_("Life situation"), required=False)
    kind = TranslatedChooserBlock("programs.Kind", label=_("Kind of offer"), required=False)
    number = blocks.IntegerBlock(
        label=_("How many at most"), default=5, min_value=1, max_value=12, help_text=_("A link leads to all of them.")
    )

    class Meta:
        icon = "search"
        label = _("Programmes by filter")
        template = "blocks/program_list.html"
        description = _("The programmes that match at the moment; what is added later appears by itself.")
        value_class = ProgramListValue

    def get_preview_value(self) -> blocks.StructValue:
        example = {"heading": either("Mit Kindern", "With children"), "situation": None, "kind": None, "number": 5}
        value = self.normalize(example)
        value.programs, value.finder_url = records.programs(), "#"
        return value
