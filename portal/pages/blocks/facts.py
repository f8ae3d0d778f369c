from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from partners.facts.selectors import chosen_facts
from partners.models import Fact
from portal.core.blocks.examples import either
from portal.core.blocks.record import RecordChooserBlock
from portal.examples import records


class FactsValue(blocks.StructValue):
    @cached_property
    def facts(self) -> list[Fact]:
        """Return the chosen facts, in the chosen order, with contradicting facts from other sources: one query."""
        return chosen_facts([fact.pk for fact in self["chosen"] if fact])


class FactsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    chosen = blocks.ListBlock(RecordChooserBlock("partners.Fact"), label=_("Facts"), min_num=1, max_num=6)

    class Meta:
        icon = "info-circle"
        label = _("Facts")
        template = "blocks/facts.html"
        description = _("Figures with their date and source.")
        value_class = FactsValue

    def get_preview_value(self) -> blocks.StructValue:
        value = self.normalize({"heading": either("In Zahlen", "In figures"), "chosen": []})
        value.facts = [records.fact(), records.disputed_fact()]
        return value
