"""The blocks that need no record: their fields, templates and an example of each."""

from portal.core.blocks.download import DownloadBlock
from portal.core.blocks.links import LinksBlock
from portal.core.blocks.picture import GalleryBlock, PictureBlock
from portal.core.blocks.prose import NoticeBlock, QuoteBlock, TextBlock
from portal.core.blocks.record import RecordChooserBlock
from portal.core.blocks.structure import AccordionBlock, StepsBlock
from portal.core.blocks.table import TableBlock
from portal.core.blocks.video import VideoBlock

__all__ = [
    "AccordionBlock",
    "DownloadBlock",
    "GalleryBlock",
    "LinksBlock",
    "NoticeBlock",
    "PictureBlock",
    "QuoteBlock",
    "RecordChooserBlock",
    "StepsBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]
