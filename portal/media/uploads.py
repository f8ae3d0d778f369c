"""Form fields that validate the content of an uploaded file, not only its name."""

import struct
import warnings
import zlib
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.forms.fields import FileField
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField

from portal.media.contents import EXTENSIONS, matches_extension
from portal.media.storage import refuse_lost

# The exceptions of Pillow for broken files, including those that are not documented.
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)


class CheckedImageField(WagtailImageField):
    """Checks the file size, and the number of pixels in the header, before the picture is decoded."""

    default_error_messages = {
        "too_many_pixels": _("This picture has more than %(megapixels)s million pixels. Please make it smaller first."),
    }

    def to_python(self, data: Any) -> File | None:
        refuse_lost(data)
        file = FileField.to_python(self, data)
        if file is None:
            return None
        self.check_image_file_size(file)
        self._check_header(file)
        file.seek(0)
        try:
            return super().to_python(data)
        except ValidationError:
            raise
        except BROKEN as error:
            raise self._error("invalid_image") from error

    def _check_header(self, file: File) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
                picture = Image.open(file)
            pixels = picture.width * picture.height * getattr(picture, "n_frames", 1)
        except Image.DecompressionBombError as error:
            raise self._too_many_pixels() from error
        except BROKEN as error:
            raise self._error("invalid_image") from error
        if pixels > self.max_image_pixels:
            raise self._too_many_pixels()

    def _too_many_pixels(self) -> ValidationError:
        return self._error("too_many_pixels", megapixels=self.max_image_pixels // 1_000_000)

    def _error(self, code: str, **values: Any) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=values or None)


class CheckedDocumentField(WagtailDocumentField):
    """Accepts files of EXTENSIONS whose content fits their extension."""

    default_error_messages = {
        "not_allowed": _("Files of this kind are not accepted. Possible are: %(kinds)s."),
        "disguised": _("The content of this file is not that of a .%(extension)s file, whatever its name says."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.widget.attrs.setdefault("accept", ",".join(f".{extension}" for extension in EXTENSIONS))

    def to_python(self, data: Any) -> File | None:
        refuse_lost(data)
        file = super().to_python(data)
        if file is None:
            return None
        extension = file.name.rpartition(".")[2].lower()
        if extension not in EXTENSIONS:
            kinds = ", ".join(EXTENSIONS).upper()
            raise ValidationError(self.error_messages["not_allowed"], code="not_allowed", params={"kinds": kinds})
        if not matches_extension(extension, file):
            params = {"extension": extension}
            raise ValidationError(self.error_messages["disguised"], code="disguised", params=params)
        file.seek(0)
        return file
