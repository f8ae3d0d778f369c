"""Files that are whole or not there: neither a full disk nor a process that is killed leaves half of one.

A file is written under another name in the folder `INCOMING` of its storage, and moved to its place when complete. Form
fields do the first as the last step of validation (`stored_for_now`): a full disk is an error of the field. What was
not moved by the end of the request is deleted.
"""

import errno
import os
import tempfile
import threading
import unicodedata
import weakref
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.core.signals import request_finished
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

INCOMING = ".incoming"  # in the folder of each storage
DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


_incoming = threading.local()  # `files`: what this thread has received in the present request


class IncomingFile(UploadedFile):
    """A complete copy of a file in the folder `INCOMING`.

    It is deleted at the end of the request, or with this object, unless it was moved away. Raises OSError where there
    is no room for it; nothing is left then.
    """

    def __init__(self, file: File, location: str | os.PathLike[str]) -> None:
        folder = Path(location) / INCOMING
        folder.mkdir(parents=True, exist_ok=True)
        handle, self._path = tempfile.mkstemp(dir=folder)
        copy = os.fdopen(handle, "w+b")
        self._end = weakref.finalize(self, _end, copy, self._path)
        vars(_incoming).setdefault("files", []).append(self._end)
        try:
            for chunk in file.chunks():
                copy.write(chunk if isinstance(chunk, bytes) else chunk.encode())
            copy.flush()
            os.fsync(copy.fileno())  # some file systems notice only now that they are full
        except BaseException:
            self._end()
            raise
        copy.seek(0)
        kind, size = getattr(file, "content_type", None), os.fstat(copy.fileno()).st_size
        super().__init__(copy, file.name or Path(self._path).name, kind, size)

    def temporary_file_path(self) -> str:
        """Return the path of the copy: where a file has one, Django moves it instead of copying its content."""
        return self._path


def _end(copy: IO[bytes], path: str) -> None:
    with suppress(OSError):  # what could not be written cannot be flushed
        copy.close()
    Path(path).unlink(missing_ok=True)


@receiver(request_finished)
def _end_all(**_signal: Any) -> None:
    """Delete what this thread has received and not stored; a form and its files may live on for a while."""
    for end in vars(_incoming).pop("files", []):
        end()


class WholeFileStorage(FileSystemStorage):
    """Stores each file by moving a complete copy of it to its place, under a name in composed letters."""

    def get_valid_name(self, name: str) -> str:
        return super().get_valid_name(unicodedata.normalize("NFC", name))

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return a free name. The database composes names, so that one that is not would lead to no file."""
        return super().get_available_name(unicodedata.normalize("NFC", str(name)), max_length)

    def _save(self, name: str, content: File) -> str:
        is_complete = isinstance(content, IncomingFile) and Path(content.temporary_file_path()).exists()
        whole = content if is_complete else IncomingFile(content, self.location)
        return super()._save(name, whole)  # type: ignore[misc]  # the stubs do not know it


class CarefulUploadHandler(TemporaryFileUploadHandler):
    """Receives large files in the folder for temporary files; one for which there is no room is marked `is_lost`."""

    file: Any

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        try:
            if not getattr(self.file, "is_lost", False):
                super().receive_data_chunk(raw_data, start)
        except OSError as error:
            if error.errno not in DISK_FULL:
                raise
            self.file.is_lost = True

    def file_complete(self, file_size: int) -> Any:
        if not getattr(self.file, "is_lost", False):
            return super().file_complete(file_size)
        self.file.seek(0)
        self.file.size = file_size
        return self.file


def refuse_lost(file: Any) -> None:
    """Raise ValidationError for an uploaded file for which there was no room while it was received."""
    if getattr(file, "is_lost", False):
        raise no_room()


def stored_for_now(file: File, location: str | os.PathLike[str]) -> IncomingFile:
    """Return a complete copy of an uploaded file, to be moved to its place; raises ValidationError without room."""
    try:
        return IncomingFile(file, location)
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        raise no_room() from error


def no_room() -> ValidationError:
    """Return the error of a field whose file cannot be stored."""
    message = _(
        "There is no room left on the server, so that this file could not be stored. Please tell whoever runs it."
    )
    return ValidationError(message, code="no_room")
