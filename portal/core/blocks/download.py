from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from portal.core.blocks import examples
from portal.core.blocks.examples import either


class DownloadBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    documents = blocks.ListBlock(DocumentChooserBlock(), label=_("Documents"), min_num=1, max_num=20)

    class Meta:
        icon = "download"
        label = _("Downloads")
        template = "blocks/download.html"
        description = _("Documents to take along. Their kind and size are said beside each.")

    def get_preview_value(self) -> Any:
        return self.normalize({"heading": either("Zum Mitnehmen", "To take along"), "documents": [examples.document()]})
