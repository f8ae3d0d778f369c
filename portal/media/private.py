"""Files that require a permission: stored outside the public media, and validated by content and size."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.db.models.fields.files import FieldFile
from django.forms import ClearableFileInput, FileField
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.deconstruct import deconstructible
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from portal.core.language import formats
from portal.media.contents import matches_extension
from portal.media.storage import IncomingFile, WholeFileStorage, refuse_lost, stored_for_now

EXTENSIONS = ("pdf", "docx")
MAX_BYTES = 20_000_000


@deconstructible
class PrivateStorage(WholeFileStorage):
    """A folder that no web server serves; its files have no URL."""

    def __init__(self) -> None:
        super().__init__(base_url=None)

    @property
    def base_location(self) -> Path:
        return settings.PRIVATE_ROOT

    @property
    def location(self) -> str:
        return str(settings.PRIVATE_ROOT)

    def url(self, name: str | None) -> str:
        raise ValueError("A private file has no address of its own.")


class PrivateFieldFile(FieldFile):
    """The file of a record that has `file_url`, `file_name` as it was uploaded, and `uploaded_at`."""

    @property
    def url(self) -> str:
        """Return the address of the view that serves the file to those who may read it, as forms link to it."""
        instance: Any = self.instance
        return instance.file_url


class PrivateFileInput(ClearableFileInput):
    """Shows the file that is there by the name it was uploaded with, its size and day, and takes another for it."""

    template_name = "media/private_file_input.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attributes"] = flatatt(context["widget"]["attrs"])
        if self.is_initial(value):
            context["widget"]["file"] = {
                "name": value.instance.file_name,
                "size": value.size if value.storage.exists(value.name) else None,
                "uploaded_at": value.instance.uploaded_at,
            }
        return context

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        """Render with the templates of the site, which the renderer of forms does not know."""
        return render_to_string(template_name, context)


class CheckedFormField(FileField):
    """Accepts a PDF or DOCX up to MAX_BYTES whose content fits its extension, if there is room to store it."""

    widget = PrivateFileInput
    default_error_messages = {
        "not_allowed": _("“%(name)s” is neither a PDF nor a DOCX. Save it as one of them."),
        "disguised": _("The content of “%(name)s” is not that of a .%(extension)s file, whatever its name says."),
        "too_large": _("“%(name)s” has %(size)s, and %(most)s are possible. Make it smaller, or split it."),
    }

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the file, copied already to where it will be stored: a full disk is an error of this field."""
        file = super().clean(data, initial)
        if isinstance(file, UploadedFile) and not isinstance(file, IncomingFile):
            return stored_for_now(file, settings.PRIVATE_ROOT)
        return file

    def to_python(self, data: Any) -> File | None:
        refuse_lost(data)
        file = super().to_python(data)
        if file is None:
            return None
        extension = (file.name or "").rpartition(".")[2].lower()
        values = {"name": file.name, "extension": extension}
        if extension not in EXTENSIONS:
            raise self._error("not_allowed", **values)
        if file.size > MAX_BYTES:
            sizes = {"size": formats.file_size(file.size), "most": formats.file_size(MAX_BYTES)}
            raise self._error("too_large", **values, **sizes)
        if not matches_extension(extension, file):
            raise self._error("disguised", **values)
        file.seek(0)
        return file

    def _error(self, code: str, **values: Any) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=values)


class CheckedFileField(models.FileField):
    """A file in the private storage, validated in every form. Its model names its address in `file_url`."""

    attr_class = PrivateFieldFile

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["storage"] = PrivateStorage()
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("storage", None)
        return name, path, args, kwargs

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": CheckedFormField, **kwargs})
