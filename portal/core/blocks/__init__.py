"""The blocks that need no record: what they hold, what they look like, and an example of each."""

from portal.core.blocks.links import LinksBlock
from portal.core.blocks.picture import PictureBlock
from portal.core.blocks.prose import NoticeBlock, QuoteBlock, TextBlock

__all__ = ["LinksBlock", "NoticeBlock", "PictureBlock", "QuoteBlock", "TextBlock"]
