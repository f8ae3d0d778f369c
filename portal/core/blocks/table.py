from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock, TypedTableBlockValidationError

from portal.core.blocks.examples import either


class TableBlock(TypedTableBlock):
    """A table with a caption, a title for each column and, in its first column, one for each row."""

    text = blocks.CharBlock(label=_("Text"), max_length=500, required=False)
    figure = blocks.CharBlock(label=_("Figure"), max_length=40, required=False)

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        description = _("Figures or texts to be compared. The first column says what each row is about.")

    def clean(self, value: Any) -> TypedTable:
        table = super().clean(value)
        if not self.is_deferred_validation and (problems := list(_problems(table))):
            raise TypedTableBlockValidationError(non_block_errors=[ValidationError(text) for text in problems])
        return table

    def get_preview_value(self) -> Any:
        columns = [
            {"type": "text", "heading": either("Ort", "Place")},
            {"type": "figure", "heading": either("Plätze (Beispiel)", "Places (sample)")},
        ]
        rows = [{"values": ["Duisburg", "80"]}, {"values": ["Essen", "120"]}]
        caption = either("Plätze in der Betreuung", "Places in child care")
        return self.normalize({"columns": columns, "rows": rows, "caption": caption})


def _problems(table: TypedTable) -> Iterator[str]:
    """Yield what keeps a table from being understood when it is read aloud."""
    if not table.caption.strip():
        yield gettext("The table needs a caption.")
    if not table.columns or not table.row_data:
        yield gettext("The table needs at least one column and one row.")
    if any(not column["heading"].strip() for column in table.columns):
        yield gettext("Each column needs a heading.")
    if table.columns and any(not row["values"][0].strip() for row in table.row_data):
        yield gettext("The first cell of each row says what the row is about, and cannot be empty.")
