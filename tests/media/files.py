"""Valid and invalid files for uploads."""

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.7\n%%EOF\n"
SECRET = "Zur Alten Eiche 5"  # metadata that a camera or a person may have added to an image
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
ORIENTATION, DESCRIPTION, GPS = 0x0112, 0x010E, 0x8825


def named(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(kind: str, *, size=(40, 20), orientation=1, secret=True, frames=1) -> bytes:
    """Return an image that is red at its left, with location and description metadata and a colour profile."""
    first = Image.new("RGB", size, "white")
    first.paste("red", (0, 0, size[0] // 4, size[1]))
    later_frames = [Image.new("RGB", size, colour) for colour in ("blue", "green", "black")[: frames - 1]]
    options = {"save_all": True, "append_images": later_frames, "duration": 100} if later_frames else {}
    if secret and kind in ("JPEG", "WEBP", "AVIF", "PNG"):
        options["exif"] = exif(orientation)
    if secret and kind == "GIF":
        options["comment"] = SECRET
    if secret and kind == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Comment", SECRET)
    if secret and kind in ("JPEG", "WEBP"):
        options["xmp"] = f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode()
    if kind != "GIF":
        options["icc_profile"] = PROFILE
    buffer = BytesIO()
    first.save(buffer, kind, **options)
    return buffer.getvalue()


def exif(orientation=1) -> bytes:
    data = Image.Exif()
    data[ORIENTATION], data[DESCRIPTION] = orientation, SECRET
    data.get_ifd(GPS)[2] = (51.0, 27.0, 46.0)
    return data.tobytes()


def bomb(width=30_000, height=30_000) -> bytes:
    """Return a PNG of a few bytes that would take gigabytes when decoded."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"\0")) + _chunk(b"IEND", b"")


def archive(**members) -> bytes:
    """Return a ZIP archive, as in `archive(**{"word/document.xml": b"…"})`."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def docx(**more) -> bytes:
    return archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", **more})


def odt(**more) -> bytes:
    content = b'<o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:scripts/></o:d>'
    return archive(**{"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content, **more})


def listener(prefix: str = "script") -> bytes:
    """Return the XML of a document that calls a program when it is opened; any prefix may stand for the namespace."""
    namespace = f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
    return f'<document {namespace}><{prefix}:event-listener {prefix}:event-name="dom:load"/></document>'.encode()


def large(content: bytes, megabytes: int) -> bytes:
    """Return the file padded with zero bytes to the given size."""
    return content + b"\0" * (megabytes * 1024 * 1024 - len(content))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
