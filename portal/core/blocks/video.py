from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks.examples import either
from portal.core.blocks.language import LanguageBlock
from portal.core.language import languages


class VideoValue(blocks.StructValue):
    @property
    def language_name(self) -> str:
        """Return the name of the spoken language, in the reader's language."""
        return languages.name(self["language"])


class VideoBlock(blocks.StructBlock):
    """A link to a video elsewhere. Nothing is embedded, so no third party learns who reads the page."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    title = blocks.CharBlock(label=_("Title of the video"), max_length=200)
    url = blocks.URLBlock(label=_("Address"), help_text=_("The page on which the video is shown."))
    minutes = blocks.IntegerBlock(label=_("Length in minutes"), min_value=1, max_value=600)
    language = LanguageBlock(label=_("Language"), default="de")
    has_captions = blocks.BooleanBlock(label=_("Has captions"), required=False)
    has_sign_language = blocks.BooleanBlock(label=_("Is interpreted in sign language"), required=False)

    class Meta:
        icon = "media"
        label = _("Link to a video")
        template = "blocks/video.html"
        description = _("A video elsewhere, with its length, its language and what makes it accessible.")
        value_class = VideoValue

    def get_preview_value(self) -> Any:
        example = {
            "heading": either("Im Film", "On film"),
            "title": either("Ein Tag auf dem Campus (Beispiel)", "A day on campus (sample)"),
            "url": "https://www.example.org/film",
            "minutes": 4,
            "language": "de",
            "has_captions": True,
            "has_sign_language": True,
        }
        return self.normalize(example)
