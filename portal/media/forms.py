"""What all forms for images and documents share: those of the library, the choosers and the upload of many at once."""

import errno
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.media.uploads import CheckedDocumentField, CheckedImageField

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class CheckedUploadMixin:
    """Stores the file as the last step of checking, so that a full disk is a message at the field, not an error page.

    Everything else that was filled in stays in the form.
    """

    file_field: type

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:  # not when many were uploaded, and now only their titles are asked
            plain = self.fields["file"]
            self.fields["file"] = self.file_field(label=plain.label, widget=plain.widget, required=plain.required)

    def _post_clean(self) -> None:
        super()._post_clean()
        if "file" in self.changed_data and not self.errors:
            self._store()

    def _store(self) -> None:
        file = self.instance.file
        try:
            file.save(file.name, file.file, save=False)
        except OSError as error:
            if error.errno not in FULL:
                raise
            message = _(
                "There is no room left on the server, so that this file could not be stored. "
                "Please tell whoever runs it."
            )
            self.add_error("file", ValidationError(message, code="no_room"))


class PortalImageForm(CheckedUploadMixin, BaseImageForm):
    file_field = CheckedImageField


class PortalDocumentForm(CheckedUploadMixin, BaseDocumentForm):
    file_field = CheckedDocumentField
