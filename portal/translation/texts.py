"""The texts of a page or record in one language that are to be translated, as {place: text}.

Only words count: another image or link, or a moved block, does not change them.
"""

import hashlib
import json
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.core.language.bilingual import bilingual_fields
from portal.translation.blocks import paired, raw_blocks
from portal.translation.plain import plain

NOT_TRANSLATED = {"slug", "sort", "synonyms"}
PAGE_FIELDS = ("title", "lede", "seo_title", "search_description")


def of_record(record: Model, language: str, place: str = "") -> dict[str, str]:
    """Return the texts of a record and of its children in one language, including empty ones.

    A place is a field, or "relation.number.field" for one of a child, and so on for the children of children.
    """
    texts = {f"{place}{name}": plain(getattr(record, f"{name}_{language}")) for name in translated(type(record))}
    for relation in child_relations(type(record)):
        for number, child in enumerate(getattr(record, relation).all()):
            texts |= of_record(child, language, f"{place}{relation}.{number}.")
    return texts


def translated(model: type[Model]) -> list[str]:
    """Return the names of the texts that are to be translated, without their endings."""
    return [field for field in bilingual_fields(model) if field not in NOT_TRANSLATED]


def child_relations(model: type[Model]) -> list[str]:
    """Return the names of the relations to children that have texts."""
    relations = get_all_child_relations(model)
    return [relation.get_accessor_name() for relation in relations if bilingual_fields(relation.related_model)]


def prefetched_relations(model: Any) -> list[str]:
    """Return the relations to children that have texts, and to theirs, for `prefetch_related`."""
    names = []
    for relation in child_relations(model):
        names.append(relation)
        below = prefetched_relations(model._meta.get_field(relation).related_model)
        names += [f"{relation}__{name}" for name in below]
    return names


def of_page(page: Page) -> dict[str, str]:
    """Return the texts of a page. The place of a block contains its id, so that moving it changes nothing."""
    texts = {name: plain(getattr(page, name, "")) for name in PAGE_FIELDS}
    for field in stream_fields(page):
        blocks = raw_blocks(field.value_from_object(page))
        texts |= {
            passage.place: plain(passage.english) for passage in paired(field.stream_block, [], blocks, field.name)
        }
    return {where: text for where, text in texts.items() if text}


def stream_fields(page: Page) -> list[StreamField]:
    """Return the fields of a page that are made of blocks."""
    return [field for field in page._meta.get_fields() if isinstance(field, StreamField)]


def label(model: Any, where: str) -> str:
    """Return the label in the form of the German field at a place that `of_record` returns."""
    *relations, name = where.split(".")
    for relation in relations[::2]:
        model = model._meta.get_field(relation).related_model
    return capfirst(model._meta.get_field(f"{name}_de").verbose_name)


def fingerprint(texts: dict[str, str]) -> str:
    """Return a hash of the texts: 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(texts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
