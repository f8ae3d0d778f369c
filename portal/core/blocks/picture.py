from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from portal.core.blocks import examples
from portal.core.blocks.examples import either
from portal.core.language.bilingual import Text


class PictureValue(blocks.StructValue):
    @property
    def credit(self) -> Text:
        return self["image"].credit


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

    def get_preview_value(self) -> Any:
        return self.normalize({"image": examples.image(), "caption": either("Ein Gewebe.", "A fabric.")})


class GalleryValue(blocks.StructValue):
    @property
    def shown(self) -> list[PictureValue]:
        """Return the pictures whose image still exists, with their renditions prefetched in one query."""
        shown = [picture for picture in self["pictures"] if picture["image"]]
        stored = [picture["image"] for picture in shown if picture["image"].pk]
        sizes = get_image_model().get_rendition_model().objects.all()
        prefetch_related_objects(stored, Prefetch("renditions", queryset=sizes, to_attr="prefetched_renditions"))
        return shown


class GalleryBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=12)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"
        description = _("Several pictures side by side, each with its description.")
        value_class = GalleryValue

    def get_preview_value(self) -> Any:
        pictures = [
            {"image": examples.image(), "caption": caption} for caption in (either("Ein Gewebe.", "A fabric."), "")
        ]
        return self.normalize({"heading": either("Bilder", "Pictures"), "pictures": pictures})
