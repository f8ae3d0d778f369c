"""The texts of the blocks of two pages, paired block by block: by their ids, and the others by type and order.

A copy of a page keeps the ids of its blocks. Blocks that were written by hand have others.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks import Block, StreamValue
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from portal.translation.passages import NewBlock, Passage

TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
Labels = tuple[str, ...]


def raw_blocks(stream: StreamValue) -> list[dict]:
    """Return the blocks of a page as they are stored."""
    return [
        {"type": child.block_type, "value": child.block.get_prep_value(child.value), "id": child.id} for child in stream
    ]


def paired(block: Block, german: list[dict], english: list[dict], place: str) -> Iterator[Passage]:
    """Yield the passages of two lists of stored blocks in the order of the English; `english` holds what is written.

    German blocks without an English one are put in between, empty; `remove_if_empty` of what they are `within` takes
    them out again.
    """
    for number, (german_item, item, new) in enumerate(_aligned(german, english)):
        child = block.child_blocks.get(item["type"])
        if child is not None:
            walk = _Walk(heading=str(child.label), new=new)
            key = f"{place}.{item.get('id') or number}"
            yield from walk.texts(child, german_item and german_item["value"], item, "value", key, ())


class _Walk:
    """The walk through one block of the page and its German counterpart."""

    def __init__(self, heading: str, new: list[NewBlock]) -> None:
        self.heading, self.new = heading, new

    def texts(self, block: Block, german: Any, holder: Any, name: Any, place: str, labels: Labels) -> Iterator[Passage]:
        """Yield the passages of the value that `holder` has under `name`."""
        value = holder[name]
        if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
            yield from self._struct(block, german, value, place, labels)
        elif isinstance(block, blocks.ListBlock) and isinstance(value, list):
            yield from self._items(block, german, value, place, labels)
        elif isinstance(block, TypedTableBlock) and isinstance(value, dict):
            yield from self._table(block, german, value, place, labels)
        elif isinstance(block, TEXT_BLOCKS):
            yield self._passage(block, german, holder, name, place, labels)

    def _struct(self, block: Any, german: Any, value: dict, place: str, labels: Labels) -> Iterator[Passage]:
        for name, child in block.child_blocks.items():
            value.setdefault(name, None)
            german_value = german.get(name) if isinstance(german, dict) else None
            yield from self.texts(child, german_value, value, name, f"{place}.{name}", (*labels, str(child.label)))

    def _items(self, block: Any, german: Any, value: list, place: str, labels: Labels) -> Iterator[Passage]:
        german_items = german if isinstance(german, list) else []
        for number, (german_item, item, new) in enumerate(_aligned(german_items, value)):
            walk = _Walk(self.heading, [*self.new, *new])
            item_labels = (*labels[:-1], f"{labels[-1] if labels else ''} {number + 1}".strip())
            german_value = german_item and german_item["value"]
            yield from walk.texts(block.child_block, german_value, item, "value", f"{place}.{number}", item_labels)

    def _table(self, block: Any, german: Any, table: dict, place: str, labels: Labels) -> Iterator[Passage]:
        for cell in _cells(block, table, german if isinstance(german, dict) else {}):
            below, cell_labels = f"{place}.{cell.place}", (*labels, cell.label)
            yield self._passage(cell.block, cell.german, cell.holder, cell.name, below, cell_labels)

    def _passage(self, block: Any, german: Any, holder: Any, name: Any, place: str, labels: Labels) -> Passage:
        if self.new:
            holder[name] = ""  # what was taken from the German is not an English text
        label = " › ".join(labels) or self.heading
        is_rich = isinstance(block, blocks.RichTextBlock)
        return Passage(place, self.heading, label, german, holder, name, partial(_field, block), is_rich, self.new)


@dataclass(frozen=True)
class _Cell:
    """A text of a table: `holder` has it under `name`."""

    place: str
    label: str
    block: Any
    german: Any
    holder: Any
    name: Any


def _cells(block: Any, table: dict, german: dict) -> Iterator[_Cell]:
    """Yield the caption, the headings and the cells of a table with those of the German one at the same places."""
    line = blocks.CharBlock(required=False)
    yield _Cell("caption", _("Caption"), line, german.get("caption"), table, "caption")
    for number, column in enumerate(table["columns"]):
        label, heading = _("Heading of column %(column)s"), _at(german.get("columns"), number, "heading")
        yield _Cell(f"heading.{number}", label % {"column": number + 1}, line, heading, column, "heading")
    kinds = [block.child_blocks.get(column["type"]) for column in table["columns"]]
    for row, values in enumerate(line["values"] for line in table["rows"]):
        german_values = _at(german.get("rows"), row, "values") or []
        for column, kind in enumerate(kinds[: len(values)]):
            if isinstance(kind, TEXT_BLOCKS):
                label = _("Row %(row)s, column %(column)s") % {"row": row + 1, "column": column + 1}
                german_cell = german_values[column] if column < len(german_values) else None
                yield _Cell(f"{row}.{column}", label, kind, german_cell, values, column)


def _field(block: Any) -> forms.Field:
    return deepcopy(block.field)


def _at(items: Any, number: int, name: str) -> Any:
    """Return what an item of a stored list has under a name, or None if there is no such item."""
    return items[number].get(name) if isinstance(items, list) and number < len(items) else None


def _aligned(german: list[dict], english: list[dict]) -> list[tuple[dict | None, dict, list[NewBlock]]]:
    """Return (German item or None, English item, [the new block]) in the order of the English.

    Adds to `english` an item for each German one that has none, behind the counterpart of the one before it.
    """
    partners = _partners(german, english)
    counterparts = {id(english[theirs]): german[ours] for ours, theirs in partners.items()}
    position, new = 0, {}
    places = {ours: english[theirs] for ours, theirs in partners.items()}
    for ours, item in enumerate(german):
        if ours not in places:
            places[ours] = copy = deepcopy(item)
            english.insert(position, copy)
            counterparts[id(copy)], new[id(copy)] = item, [NewBlock(english, copy)]
        position = next(at for at, other in enumerate(english) if other is places[ours]) + 1
    return [(counterparts.get(id(item)), item, new.get(id(item), [])) for item in english]


def _partners(german: list[dict], english: list[dict]) -> dict[int, int]:
    """Return {position of a German item: position of its English counterpart}."""
    by_id = {item["id"]: place for place, item in enumerate(english) if item.get("id")}
    partners = {ours: by_id[item["id"]] for ours, item in enumerate(german) if item.get("id") in by_id}
    ours = [place for place in range(len(german)) if place not in partners]
    theirs = [place for place in range(len(english)) if place not in partners.values()]
    kinds = [german[place]["type"] for place in ours], [english[place]["type"] for place in theirs]
    for begin, other, length in SequenceMatcher(None, *kinds, autojunk=False).get_matching_blocks():
        partners.update(zip(ours[begin : begin + length], theirs[other : other + length], strict=True))
    return partners
