"""The blocks that show records, and the body block that offers all blocks."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks import (
    AccordionBlock,
    DownloadBlock,
    GalleryBlock,
    LinksBlock,
    NoticeBlock,
    PictureBlock,
    QuoteBlock,
    StepsBlock,
    TableBlock,
    TextBlock,
    VideoBlock,
)
from portal.pages.blocks.atlas import AtlasBlock
from portal.pages.blocks.certifications import CertificationsBlock
from portal.pages.blocks.contact import ContactsBlock
from portal.pages.blocks.facts import FactsBlock
from portal.pages.blocks.principles import PrinciplesBlock
from portal.pages.blocks.programs import ProgramListBlock, ProgramsBlock

WORDS, MEDIA, RECORDS = _("Words"), _("Pictures and files"), _("From the records")


class BodyBlock(blocks.StreamBlock):
    text = TextBlock(group=WORDS)
    quote = QuoteBlock(group=WORDS)
    notice = NoticeBlock(group=WORDS)
    accordion = AccordionBlock(group=WORDS)
    steps = StepsBlock(group=WORDS)
    table = TableBlock(group=WORDS)
    links = LinksBlock(group=WORDS)
    image = PictureBlock(group=MEDIA)
    gallery = GalleryBlock(group=MEDIA)
    video = VideoBlock(group=MEDIA)
    download = DownloadBlock(group=MEDIA)
    programs = ProgramsBlock(group=RECORDS)
    program_list = ProgramListBlock(group=RECORDS)
    facts = FactsBlock(group=RECORDS)
    contacts = ContactsBlock(group=RECORDS)
    certifications = CertificationsBlock(group=RECORDS)
    principles = PrinciplesBlock(group=RECORDS)
    atlas = AtlasBlock(group=RECORDS)
