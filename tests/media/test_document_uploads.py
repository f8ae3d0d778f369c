"""Documents are checked by their content and never served as a page of this site."""

import errno

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import Client

from portal.media.models import PortalDocument
from tests.media import files

BAD = {
    "a renamed web page": ("formular.pdf", files.HTML),
    "a web page": ("seite.html", files.HTML),
    "a drawing": ("bild.svg", files.SVG),
    "a drawing that says it is text": ("bild.txt", files.SVG),
    "a web page behind blanks": ("notiz.txt", b"\n\n  " + files.HTML),
    "a program": ("werkzeug.exe", b"MZ"),
    "a program that says it is text": ("notiz.txt", b"MZ\x00\x01\x02"),
    "an archive that says it is a letter": ("brief.docx", files.archive(**{"a.txt": b"a"})),
    "a letter with macros": ("brief.docx", files.docx(**{"word/vbaProject.bin": b"x"})),
    "a letter whose type allows macros": (
        "brief.docx",
        files.docx(**{"[Content_Types].xml": b"<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"}),
    ),
    "an open letter with a library of Basic": ("brief.odt", files.odt(**{"Basic/Standard/Module1.xml": b"<module/>"})),
    "an open letter with a script": ("brief.odt", files.odt(**{"Scripts/python/a.py": b"print()"})),
    "an open letter that runs something when opened": ("brief.odt", files.odt(**{"content.xml": files.listener()})),
    "an open letter that does so under another prefix": (
        "brief.odt",
        files.odt(**{"styles.xml": files.listener("x")}),
    ),
    "an open letter with a document type": (
        "brief.odt",
        files.odt(**{"content.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}),
    ),
    "no archive at all": ("brief.docx", b"PK\x03\x04 and then nothing"),
    "an empty archive": ("brief.odt", files.archive()),
    "a sheet that says it is text": (
        "brief.odt",
        files.archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    ),
    "a web page in UTF-16": ("liste.csv", files.HTML.decode().encode("utf-16")),
    "a web page before the PDF": ("formular.pdf", files.HTML + files.PDF),
    "a PDF that begins too late": ("formular.pdf", b"%" * 1024 + files.PDF),
    "no calendar": ("termine.ics", b"Termine"),
    "an empty file": ("leer.pdf", b""),
}
GOOD = {
    "merkblatt.pdf": files.PDF,
    "brief.docx": files.docx(),
    "brief.odt": files.odt(),
    "notiz.txt": "Größe & Maß".encode(),
    "mit-zeichen.txt": b"\xef\xbb\xbfBOM",
    "liste.csv": b"a;b\n1;2\n",
    "aus-excel.csv": "Größe;Preis\n1;5 €\n".encode("cp1252"),
    "unicode-aus-excel.csv": "Größe\tPreis\n1\t5 €\n".encode("utf-16"),
    "vom-scanner.pdf": b"\r\n\x1b%-12345X@PJL\r\n" + files.PDF,
    "termine.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_not_what_it_says_is_refused_at_the_field(staff, upload_document, what):
    result = upload_document(staff(), files.named(*BAD[what]))
    assert not result.is_accepted
    assert result.errors
    assert not PortalDocument.objects.exists()


@pytest.mark.parametrize("name", GOOD)
def test_what_is_what_it_says_is_kept(staff, upload_document, name):
    assert upload_document(staff(), files.named(name, GOOD[name])).is_accepted
    assert PortalDocument.objects.get().file_size == len(GOOD[name])


def test_21_megabytes_are_too_much(staff, upload_document):
    assert not upload_document(staff(), files.named("gross.pdf", files.large(files.PDF, 21))).is_accepted


def test_the_message_is_in_the_editor_s_language_and_the_rest_is_kept(staff):
    from tests.media.conftest import DOCUMENT_WAYS

    result = DOCUMENT_WAYS["library"](staff("de"), files.named("formular.pdf", files.HTML), title="Antrag")
    assert "nicht der einer .pdf-Datei" in result.errors
    assert result.title == "Antrag"


def test_a_full_disk_is_a_message_at_the_field(staff, upload_document, monkeypatch):
    def no_room(self, name, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", no_room)
    assert "no room left" in upload_document(staff(), files.named("notiz.txt", b"Text")).errors


def stored(name, content=b"Text"):
    return PortalDocument.objects.create(title=name, file=ContentFile(content, name=name))


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "manner"), [("notiz.txt", "attachment"), ("merkblatt.pdf", "inline")])
def test_a_browser_may_show_a_pdf_and_has_to_save_the_rest(name, manner):
    response = Client().get(stored(name, files.PDF).url)
    assert response.headers["Content-Disposition"].startswith(manner)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "Content-Encoding" not in response.headers
    assert ("sandbox" in response.headers["Content-Security-Policy"]) == (manner == "attachment")


@pytest.mark.django_db
def test_a_page_that_got_in_past_all_forms_would_still_be_no_page():
    response = Client().get(stored("seite.html", files.HTML).url)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_document_has_no_second_address():
    document = stored("notiz.txt")
    assert Client().get(f"/media/{document.file.name}").status_code == 404
