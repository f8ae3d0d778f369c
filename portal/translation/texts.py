"""The texts of a page or record in one language that are to be translated, as {place: text}.

Only words count: another image or link, or a moved block, does not change them.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.blocks import Block
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from portal.core.language.bilingual import bilingual_fields, is_empty

NOT_TRANSLATED = {"slug", "sort", "synonyms"}
PAGE_FIELDS = ("title", "lede", "search_description")


def of_record(record: Model, language: str) -> dict[str, str]:
    """Return the texts of a record and of its children in one language, including empty ones.

    A place is a field, or "relation.number.field" for one of a child.
    """
    texts = _columns(record, language)
    for relation in child_relations(type(record)):
        for place, child in enumerate(getattr(record, relation).all()):
            texts |= {f"{relation}.{place}.{name}": value for name, value in _columns(child, language).items()}
    return texts


def child_relations(model: type[Model]) -> list[str]:
    """Return the names of the relations to children that have texts."""
    relations = get_all_child_relations(model)
    return [relation.get_accessor_name() for relation in relations if bilingual_fields(relation.related_model)]


def of_page(page: Page) -> dict[str, str]:
    """Return the texts of a page. The place of a block contains its id, so that moving it changes nothing."""
    texts = {name: _plain(getattr(page, name, "")) for name in PAGE_FIELDS}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for block in field.value_from_object(page):
                texts |= {
                    f"{field.name}.{block.id}{path}": text for path, text in _block_texts(block.block, block.value)
                }
    return {where: text for where, text in texts.items() if text}


def label(model: Any, where: str) -> str:
    """Return the label in the form of the German field at a place that `of_record` returns."""
    if "." in where:
        relation, _place, where = where.split(".")
        model = model._meta.get_field(relation).related_model
    return capfirst(model._meta.get_field(f"{where}_de").verbose_name)


def fingerprint(texts: dict[str, str]) -> str:
    """Return a hash of the texts: 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(texts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def missing(german: dict[str, str], english: dict[str, str]) -> int:
    """Return the number of German texts of a record that have no English."""
    return sum(bool(text) and not english.get(where) for where, text in german.items())


def _columns(record: Model, language: str) -> dict[str, str]:
    fields = [field for field in bilingual_fields(type(record)) if field not in NOT_TRANSLATED]
    return {field: _plain(getattr(record, f"{field}_{language}")) for field in fields}


def _block_texts(block: Block, value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path, text) for each text of a block, except those of images."""
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            if name != "image":
                yield from _block_texts(child, value.get(name), f"{path}.{name}")
    elif isinstance(block, blocks.ListBlock):
        for place, item in enumerate(value):
            yield from _block_texts(block.child_block, item, f"{path}.{place}")
    elif isinstance(block, TypedTableBlock):
        yield from _table_texts(value, path)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock) and value:
        yield path, _plain(getattr(value, "source", value))


def _table_texts(table: TypedTable, path: str) -> Iterator[tuple[str, str]]:
    cells = {
        f"{row}.{place}": cell for row, line in enumerate(table.row_data) for place, cell in enumerate(line["values"])
    }
    headings = {f"heading.{place}": column["heading"] for place, column in enumerate(table.columns)}
    for where, text in {"caption": table.caption, **headings, **cells}.items():
        if text:
            yield f"{path}.{where}", _plain(text)


def _plain(value: Any) -> str:
    """Return a text without mark-up and with single spaces."""
    text = str(value or "")
    return "" if is_empty(text) else " ".join(get_text_for_indexing(text).split())
