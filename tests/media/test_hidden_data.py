"""Metadata is removed from images, while what they show stays the same."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from portal.media.cleaning import without_hidden_data
from portal.media.models import PortalImage
from tests.media import files

KINDS = ["JPEG", "PNG", "WEBP", "AVIF", "GIF"]


def opened(content):
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("kind", KINDS)
def test_place_description_and_comments_are_gone(kind):
    before = files.picture(kind)
    assert files.SECRET.encode() in before
    after = without_hidden_data(before)
    assert files.SECRET.encode() not in after
    assert not dict(opened(after).getexif())
    assert not opened(after).getexif().get_ifd(files.GPS)
    assert opened(after).format == kind


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_colour_profile_stays(kind):
    assert opened(without_hidden_data(files.picture(kind))).info["icc_profile"] == files.PROFILE


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_without_hidden_data_stays_as_it_is(kind):
    content = files.picture(kind, secret=False)
    assert without_hidden_data(content) == content


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_twice_changes_nothing_more(kind):
    cleaned = without_hidden_data(files.picture(kind))
    assert without_hidden_data(cleaned) == cleaned


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_a_moving_picture_still_moves(kind):
    before = files.picture(kind, frames=4)
    after = without_hidden_data(before)
    assert files.SECRET.encode() not in after
    assert opened(after).n_frames == opened(before).n_frames == 4


def test_a_picture_taken_upright_is_turned_for_good():
    after = opened(without_hidden_data(files.picture("JPEG", orientation=6)))
    assert after.size == (20, 40)
    red, _green, blue = after.convert("RGB").getpixel((10, 2))  # what was at the left is now at the top
    assert red > 200
    assert blue < 100


@pytest.mark.django_db
def test_it_is_so_for_pictures_that_come_by_no_form():
    content = files.picture("JPEG", orientation=6)
    image = PortalImage.objects.create(title="Hof", file=ImageFile(BytesIO(content), name="hof.jpg"))
    image.refresh_from_db()
    assert (image.width, image.height) == (20, 40)
    with image.file.open() as file:
        assert files.SECRET.encode() not in file.read()


@given(st.binary(max_size=200))
def test_rubbish_is_an_error_that_uploads_expect(content):
    with pytest.raises(OSError):  # noqa: PT011 - whatever Pillow says
        without_hidden_data(content)
