from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from partners.models import GuidingPrinciple
from partners.networks.selectors import principles_on
from portal.core.blocks.examples import either
from portal.core.blocks.record import RecordChooserBlock
from portal.core.pages.index_page import index_url
from portal.core.time.moment import today
from portal.examples import certifications


class PrinciplesValue(blocks.StructValue):
    @cached_property
    def principles(self) -> list[GuidingPrinciple]:
        """Return the present guiding principles of the network: one query."""
        return principles_on(today(), network=self["network"].pk) if self["network"] else []

    @cached_property
    def all_url(self) -> str:
        """Return the address of the list of guiding principles, or "" if the reader's language has none."""
        return index_url(GuidingPrinciple)


class PrinciplesBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.CharBlock(label=_("Sentence beside it"), max_length=200, required=False)
    network = RecordChooserBlock("partners.Network", label=_("Network"), required=False)

    class Meta:
        icon = "list-ol"
        label = _("Guiding principles")
        template = "blocks/principles.html"
        description = _("The guiding principles of a network, each with a link.")
        value_class = PrinciplesValue

    def get_preview_value(self) -> blocks.StructValue:
        words = {"heading": either("Sechs Leitideen", "Six principles"), "text": either("Beispiel", "Sample")}
        value = self.normalize({**words, "network": None})
        value.principles, value.all_url = certifications.principles(), "#"
        return value
