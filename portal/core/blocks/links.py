from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructValue

from portal.core.addressing.tree import link_target
from portal.core.blocks.examples import either
from portal.core.blocks.record import PageKeyBlock
from portal.core.language.bilingual import reader_language


class LinkValue(blocks.StructValue):
    @property
    def href(self) -> str:
        """Return the address; empty where the page is not public."""
        return link_target(self["page"].pk)[0] if self["page"] else self["url"]

    @property
    def other_language(self) -> str:
        """Return the language of a linked page if it is not the reader's; empty otherwise."""
        code = link_target(self["page"].pk)[1] if self["page"] else ""
        return "" if code == reader_language() else code


class LinkBlock(blocks.StructBlock):
    page = PageKeyBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Address elsewhere"), required=False)
    text = blocks.CharBlock(label=_("Text"), max_length=120, help_text=_("Says where the link leads."))
    description = blocks.CharBlock(label=_("Description"), max_length=300, required=False)

    class Meta:
        value_class = LinkValue

    def clean(self, value: Any) -> StructValue:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = _("Choose a page or give an address, one of the two.")
            raise blocks.StructBlockValidationError({"url": ValidationError(message)})
        return cleaned


class LinksValue(blocks.StructValue):
    @property
    def shown(self) -> list[LinkValue]:
        """Return the links without those to pages that are not public or were deleted."""
        return [link for link in self["links"] if link.href]


class LinksBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "link"
        label = _("Links")
        template = "blocks/links.html"
        description = _("Where to read on, on this site or elsewhere.")
        value_class = LinksValue

    def get_preview_value(self) -> Any:
        link = {"page": None, "url": "https://www.example.org/", "text": either("Beispielseite", "Sample page")}
        link["description"] = either("Wohin der Weg führt.", "Where the way leads.")
        return self.normalize({"heading": either("Weiterlesen", "Read on"), "links": [link]})
