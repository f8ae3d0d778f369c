"""Whether the content of a document is of the type that its file extension claims."""

import codecs
import re
from typing import IO
from zipfile import BadZipFile, ZipFile

from portal.media.macros import has_programs

OFFICE_FOLDERS = {"docx": "word/", "pptx": "ppt/", "xlsx": "xl/"}
OPEN_DOCUMENTS = {"odp": "presentation", "ods": "spreadsheet", "odt": "text"}
TEXTS = {"csv", "ics", "txt"}
EXTENSIONS = sorted({"pdf", *OFFICE_FOLDERS, *OPEN_DOCUMENTS, *TEXTS})

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MIMETYPE_LENGTH = 100  # bytes that are read of the member "mimetype"
_PDF_WITHIN = 1024  # bytes, in which readers look for the beginning of a PDF: scanners write something before it


def matches_extension(extension: str, file: IO[bytes]) -> bool:
    """Tell whether the content of an open file fits its extension, one of EXTENSIONS."""
    file.seek(0)
    if extension == "pdf":
        return _is_pdf(file.read(_PDF_WITHIN))
    if extension in TEXTS:
        return _is_text(extension, file.read())
    try:
        with ZipFile(file) as archive:
            return _is_office_document(extension, archive)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return False


def _is_office_document(extension: str, archive: ZipFile) -> bool:
    """Tell whether an archive has the members of its format and no programs (macros); nothing large is kept."""
    names = archive.namelist()
    if not names or has_programs(archive):
        return False
    if extension in OFFICE_FOLDERS:
        return "[Content_Types].xml" in names and any(name.startswith(OFFICE_FOLDERS[extension]) for name in names)
    with archive.open("mimetype") if "mimetype" in names else archive.open(names[0]) as file:
        kind = f"application/vnd.oasis.opendocument.{OPEN_DOCUMENTS[extension]}"
        return file.read(_MIMETYPE_LENGTH).strip() == kind.encode()


def _is_pdf(head: bytes) -> bool:
    """Tell whether a PDF begins in the first bytes of a file, with nothing before it that a browser takes for HTML."""
    before, mark, _after = head.partition(b"%PDF-")
    return bool(mark) and b"<" not in before


def _is_text(extension: str, content: bytes) -> bool:
    """Tell whether the content is text that no browser would take for HTML, in any encoding that Excel saves."""
    try:
        text = _decoded(content).lstrip()
    except UnicodeDecodeError:
        return False
    if extension == "ics" and not text.startswith("BEGIN:VCALENDAR"):
        return False
    return not text.startswith("<") and not _UNPRINTABLE.search(text)


def _decoded(content: bytes) -> str:
    """Return text in UTF-16 if it begins with the mark of it, else in UTF-8, else in Windows-1252."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
