from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from atlas.portraits.addresses import root
from atlas.portraits.teaser import CityLink, city_links
from portal.core.blocks.examples import either


class AtlasValue(blocks.StructValue):
    @cached_property
    def cities(self) -> list[CityLink]:
        """Return the cities of the atlas: one query."""
        return city_links()

    @cached_property
    def all_url(self) -> str:
        """Return the address of the atlas, or "" if the reader's language has none."""
        return root()


class AtlasBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.CharBlock(label=_("Sentence beside it"), max_length=200, required=False)

    class Meta:
        icon = "site"
        label = _("Science atlas")
        template = "blocks/atlas.html"
        description = _("The cities of the science atlas, each with a link.")
        value_class = AtlasValue

    def get_preview_value(self) -> blocks.StructValue:
        value = self.normalize(
            {"heading": either("Wissenschaftsatlas", "Science atlas"), "text": either("Beispiel", "Sample")}
        )
        value.cities = [CityLink(name, "#") for name in ("Duisburg", "Essen", "Bochum", "Dortmund")]
        value.all_url = "#"
        return value
