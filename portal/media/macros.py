"""Whether an office file carries programs: macros in Basic or another language, or handlers that call them."""

import re
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

# Members that hold programs, whatever the format.
PROGRAMS = re.compile(
    r"(^|/)(vbaproject\.bin|vbadata\.xml)$|\.(exe|js|dll|jar|py|bsh)$|^(basic|scripts)/|(^|/)activex/", re.IGNORECASE
)
SCRIPT_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:script:1.0"
OFFICE_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
# Elements of OpenDocument that run something. The empty element `office:scripts` stands in every file.
RUNNING = {f"{SCRIPT_NAMESPACE} event-listener", f"{OFFICE_NAMESPACE} script"}
OOXML_TYPES = "[Content_Types].xml"
MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject|activeX", re.IGNORECASE)
MOST_BYTES = 100_000_000  # of XML, unpacked: more is refused unread, for an archive of zeros is small
CHUNK = 65_536


class ProgramFoundError(Exception):
    """A program, or XML of which one cannot know."""


def has_programs(archive: ZipFile) -> bool:
    """Tell whether an office file carries programs, or more XML than can be read through."""
    if any(PROGRAMS.search(name) for name in archive.namelist()):
        return True
    if OOXML_TYPES in archive.namelist():
        return _declares_macros(archive)
    members = [member for member in archive.infolist() if member.filename.lower().endswith(".xml")]
    if sum(member.file_size for member in members) > MOST_BYTES:
        return True
    return any(_runs_something(archive, member.filename) for member in members)


def _declares_macros(archive: ZipFile) -> bool:
    with archive.open(OOXML_TYPES) as file:
        types = file.read(CHUNK * 16 + 1)
    return len(types) > CHUNK * 16 or bool(MACRO_TYPES.search(types))


def _runs_something(archive: ZipFile, name: str) -> bool:
    """Tell whether an XML member of an OpenDocument has an element that runs something, or a DOCTYPE."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = _refuse_running
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        with archive.open(name) as file:
            while chunk := file.read(CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except ProgramFoundError:
        return True
    except expat.ExpatError:
        return False  # no program reads it
    return False


def _refuse_running(name: str, attributes: dict[str, str]) -> None:
    if name in RUNNING:
        raise ProgramFoundError


def _refuse_doctype(*_declaration: Any) -> None:
    raise ProgramFoundError
