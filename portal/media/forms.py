"""The base forms for images and documents, in the library, in choosers and in the upload of several files."""

from typing import Any

from wagtail.admin.forms.collections import BaseCollectionMemberForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.core.drafts.versions import ChecksumForm
from portal.media.storage import DISK_FULL, no_room
from portal.media.uploads import CheckedDocumentField, CheckedImageField


class CheckedUploadForm(ChecksumForm, BaseCollectionMemberForm):
    """Stores the file as the last step of validation: a full disk is an error of the field and not an error page."""

    file_field: type

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:  # absent in the form for the titles of several uploaded files
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
            if error.errno not in DISK_FULL:
                raise
            self.add_error("file", no_room())


class PortalImageForm(CheckedUploadForm, BaseImageForm):
    file_field = CheckedImageField


class PortalDocumentForm(CheckedUploadForm, BaseDocumentForm):
    file_field = CheckedDocumentField
