"""Invented contents of blocks in previews and on the specimen page, in the reader's language; never stored."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.rich_text import RichText

from portal.core.language.bilingual import GERMAN, reader_language


def either(german: str, english: str) -> str:
    """Return the text in the reader's language."""
    return german if reader_language() == GERMAN else english


def rich(german: str, english: str) -> RichText:
    """Return a paragraph of rich text in the reader's language."""
    return RichText(f"<p>{either(german, english)}</p>")


class DrawnRendition:
    """A drawing (SVG) in place of every rendition of an image."""

    width, height = 640, 200

    def __init__(self, alt: str) -> None:
        self.alt = alt
        self.url = static("icons/example.svg")

    def img_tag(self, attributes: dict[str, str] | None = None) -> SafeString:
        extra = mark_safe("".join(format_html(' {}="{}"', *pair) for pair in (attributes or {}).items()))  # noqa: S308
        tag = '<img src="{}" width="{}" height="{}" alt="{}"{}>'
        return format_html(tag, self.url, self.width, self.height, self.alt, extra)


def image() -> AbstractImage:
    """Return an unsaved image."""
    picture = get_image_model()(title="example", credit_de="Beispiel", credit_en="Sample", licence="CC BY 4.0")
    picture.file.name = "example.svg"
    picture.contextual_alt_text = either("Sechs verwobene Bänder.", "Six interwoven ribbons.")
    picture.get_renditions = lambda *specs: {"example": DrawnRendition(picture.contextual_alt_text)}
    return picture


def document() -> AbstractDocument:
    """Return an unsaved document."""
    leaflet = get_document_model()(title="Merkblatt (Beispiel)", title_en="Leaflet (sample)", file_size=1_234_567)
    leaflet.pk, leaflet.file.name = 0, "documents/merkblatt.pdf"
    return leaflet
