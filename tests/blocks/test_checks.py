"""Missing input is reported at its field, and the rest of the input is kept."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError

from portal.media.models import PortalImage
from portal.pages.models import ArticlePage
from tests.media import files

pytestmark = pytest.mark.django_db
BLOCKS = ArticlePage._meta.get_field("body").stream_block.child_blocks


def table(**changed):
    example = BLOCKS["table"].get_preview_value()
    for name, value in changed.items():
        setattr(example, name, value)
    return example


def picture(alternative_text="", *, decorative=False):
    file = ImageFile(BytesIO(files.picture("PNG", secret=False)), name="hof.png")
    image = PortalImage.objects.create(title="Hof", file=file)
    image.contextual_alt_text, image.decorative = alternative_text, decorative
    return {"image": image, "caption": "Unser Hof"}


# Blocks that choose library items, for which no example is stored.
CHOOSING = ("programs", "facts", "contacts", "certifications", "image", "gallery", "download")


@pytest.mark.parametrize("name", BLOCKS)
def test_the_example_of_a_block_is_a_good_one(name):
    if name not in CHOOSING:
        BLOCKS[name].clean(BLOCKS[name].get_preview_value())


def test_a_picture_needs_an_alternative_text():
    value = BLOCKS["image"].normalize(picture())
    with pytest.raises(StructBlockValidationError) as refused:
        BLOCKS["image"].clean(value)
    assert set(refused.value.block_errors["image"].block_errors) == {"alt_text"}
    assert value["caption"] == "Unser Hof"


def test_each_picture_of_a_gallery_needs_one():
    value = BLOCKS["gallery"].normalize({"heading": "Bilder", "pictures": [picture("Ein Hof."), picture()]})
    with pytest.raises(StructBlockValidationError) as refused:
        BLOCKS["gallery"].clean(value)
    assert list(refused.value.block_errors["pictures"].block_errors) == [1]


def test_a_picture_may_be_decorative_on_purpose():
    value = BLOCKS["image"].clean(BLOCKS["image"].normalize(picture(decorative=True)))
    assert value["image"].decorative


def columns(*headings):
    kind = BLOCKS["table"].child_blocks["text"]
    return [{"block": kind, "heading": heading} for heading in headings]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"caption": " "}, "caption"),
        ({"columns": []}, "at least one column"),
        ({"row_data": []}, "one row"),
        ({"columns": columns("Ort", "")}, "column needs a heading"),
        ({"row_data": [{"values": ["", "80"]}]}, "first cell"),
    ],
)
def test_a_table_that_could_not_be_read_aloud_is_refused(changed, message):
    with override("en"):
        with pytest.raises(ValidationError) as refused:
            BLOCKS["table"].clean(table(**changed))
        assert message in " ".join(str(text) for text in refused.value.non_block_errors)
