"""An article with every type of block, as an editor's browser submits it."""

from io import BytesIO

from django.core.files.images import ImageFile
from django.urls import reverse
from PIL import Image
from wagtail.test.utils.form_data import nested_form_data, streamfield

from portal.media.models import PortalImage
from portal.pages.models import ArticlePage
from tests.admin.forms import rich_text
from tests.factories import FactFactory, ProgramFactory


def picture() -> PortalImage:
    file = BytesIO()
    Image.new("RGB", (40, 30)).save(file, "PNG")
    file.seek(0)
    return PortalImage.objects.create(title="Bild", file=ImageFile(file, name="bild.png"), credit_de="Werkstatt")


def all_blocks(**changed) -> list[tuple[str, object]]:
    """Return the submitted value of one block of each type; `changed` overrides values by block name."""
    values = {
        "text": rich_text("Laufender Text."),
        "quote": {"text": "Gesagtes.", "source": "Jemand"},
        "notice": {"heading": "Hinweis", "text": rich_text("Bitte beachten.")},
        "image": {
            "image": {"image": picture().pk, "alt_text": "Ein graues Bild", "decorative": ""},
            "caption": "Darunter",
        },
        "links": {"heading": "Weiter", "links": items({"page": "", "url": "https://example.org", "text": "Dorthin"})},
        "programs": {"heading": "Angebote", "chosen": items(ProgramFactory().pk)},
        "facts": {"heading": "Zahlen", "chosen": items(FactFactory().pk)},
    }
    return list((values | changed).items())


def items(*values):
    """Return the submitted value of a list block."""
    rows = {str(number): {"value": value, "order": number, "deleted": ""} for number, value in enumerate(values)}
    rows = {
        key: {**row, "value": {"description": "", **row["value"]}} if isinstance(row["value"], dict) else row
        for key, row in rows.items()
    }
    return {"count": len(values), **rows}


def sent(blocks, title="Beitrag", **fields) -> dict:
    """Return the form data of a page as it is posted."""
    return nested_form_data(
        {
            "title": title,
            "slug": "beitrag",
            "lede": "Vorweg.",
            "body": streamfield(blocks),
            "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
            "comments-MIN_NUM_FORMS": 0,
            "comments-MAX_NUM_FORMS": "",
            **fields,
        }
    )


def add_url(parent) -> str:
    return reverse("wagtailadmin_pages:add", args=["pages", "articlepage", parent.pk])


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def texts(page) -> list:
    """Return the content of the blocks without their generated identifiers."""
    return [_without_ids(block["value"]) for block in page.body.get_prep_value()]


def created(client, parent, blocks=None, **fields) -> ArticlePage:
    """Create an article in the admin, publish it and return it."""
    response = client.post(add_url(parent), {**sent(blocks or all_blocks(), **fields), "action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    return ArticlePage.objects.latest("pk")


def _without_ids(value):
    if isinstance(value, dict):
        return {name: _without_ids(part) for name, part in value.items() if name != "id"}
    return [_without_ids(part) for part in value] if isinstance(value, list) else value
