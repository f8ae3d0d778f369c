from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks.examples import either
from portal.core.blocks.record import RecordChooserBlock
from portal.core.pages.index_page import index_url
from portal.examples import certifications
from programs.certifications.selectors import Proof, proofs
from programs.models import Certification


class CertificationsValue(blocks.StructValue):
    @cached_property
    def proofs(self) -> list[Proof]:
        """Return the chosen schemes with their public awards: one query."""
        return proofs([scheme.pk for scheme in self["chosen"] if scheme])

    @cached_property
    def all_url(self) -> str:
        """Return the address of the list of certifications, or "" if the reader's language has none."""
        return index_url(Certification)


class CertificationsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.CharBlock(label=_("Sentence beside it"), max_length=200, required=False)
    chosen = blocks.ListBlock(
        RecordChooserBlock("programs.CertificationScheme"), label=_("Certification schemes"), min_num=1, max_num=6
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Certifications")
        template = "blocks/certifications.html"
        description = _("Schemes with the newest award of each and the years of all. What is not public is left out.")
        value_class = CertificationsValue

    def get_preview_value(self) -> blocks.StructValue:
        words = {"heading": either("Von außen geprüft", "Checked from outside"), "text": either("Beispiel", "Sample")}
        value = self.normalize({**words, "chosen": []})
        value.proofs, value.all_url = certifications.proofs(), "#"
        return value
