from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from portal.core.bilingual import Text, text


class PictureValue(blocks.StructValue):
    @property
    def credit(self) -> Text:
        return text(self["image"], "credit")


class PictureBlock(blocks.StructBlock):
    """A picture with an alternative text in the language of the page, or marked as decorative."""

    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=300, required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/image.html"
        description = _("A picture with its description, a caption and a credit.")
        value_class = PictureValue
