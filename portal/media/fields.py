"""A field that stores images without hidden data, whether they come from a form or from code."""

from django.core.files import File
from django.core.files.base import ContentFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from portal.media.cleaning import without_hidden_data


class CleanImageFieldFile(WagtailImageFieldFile):
    def save(self, name: str, content: File, save: bool = True) -> None:
        content.open()
        super().save(name, ContentFile(without_hidden_data(content.read()), name), save=save)


class CleanImageField(WagtailImageField):
    attr_class = CleanImageFieldFile
