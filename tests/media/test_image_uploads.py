"""Every rejected image gets a message at its field, whichever form it was uploaded with."""

import errno

import pytest
from django.core.files.storage import FileSystemStorage

from portal.media.models import PortalImage
from tests.media import files

BAD = {
    "a renamed web page": ("harmless.png", files.HTML),
    "a drawing with script": ("drawing.svg", files.SVG),
    "a drawing under another name": ("drawing.png", files.SVG),
    "a JPEG that says it is a PNG": ("photo.png", files.picture("JPEG")),
    "a picture bomb": ("bomb.png", files.bomb()),
    "a bomb that Pillow itself would let through": ("bomb.png", files.bomb(8_000, 8_000)),
    "half a picture": ("half.png", files.picture("PNG")[:-60]),
    "nothing but a header": ("head.png", files.bomb(20, 20)),
    "an empty file": ("empty.png", b""),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_picture_is_refused_at_the_field(staff, upload_image, what):
    result = upload_image(staff(), files.named(*BAD[what]))
    assert not result.is_accepted
    assert result.errors
    assert not PortalImage.objects.exists()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_every_kind_of_picture_is_accepted(staff, upload_image, kind):
    name = {"JPEG": "bild.jpg"}.get(kind, f"bild.{kind.lower()}")
    assert upload_image(staff(), files.named(name, files.picture(kind))).is_accepted
    image = PortalImage.objects.get()
    assert (image.width, image.height) == (40, 20)
    assert image.file_size == image.file.size
    assert image.get_rendition("width-20|format-webp").width == 20


def test_21_megabytes_are_too_much_and_20_are_not(staff, upload_image):
    client, photo = staff(), files.picture("JPEG")
    result = upload_image(client, files.named("gross.jpg", files.large(photo, 21)))
    assert not result.is_accepted
    assert "20" in result.errors
    assert upload_image(client, files.named("passt.jpg", files.large(photo, 20))).is_accepted


@pytest.mark.parametrize(
    ("language", "words"), [("en", "more than 50 million pixels"), ("de", "mehr als 50 Millionen Pixel")]
)
def test_the_message_is_in_the_editor_s_language_and_the_rest_is_kept(staff, language, words):
    from tests.media.conftest import IMAGE_WAYS

    result = IMAGE_WAYS["library"](staff(language), files.named("bomb.png", files.bomb()), title="Unser Campus")
    assert words in result.errors
    assert result.title == "Unser Campus"


def test_a_full_disk_is_a_message_at_the_field(staff, upload_image, monkeypatch):
    def no_room(self, name, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", no_room)
    result = upload_image(staff(), files.named("bild.png", files.picture("PNG")))
    assert not result.is_accepted
    assert "no room left" in result.errors
    assert not PortalImage.objects.exists()


def test_the_fallback_of_what_may_be_transparent_is_transparent(staff, upload_image):
    upload_image(staff(), files.named("bild.png", files.picture("PNG")))
    assert PortalImage.objects.get().has_transparency
