"""Collects the links in public pages and records: in rich text, in blocks and in URL fields."""

import html
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import InterfaceError, OperationalError, models
from django.db.models import Field, Model
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.blocks import Block
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from portal.core.models import Identified
from portal.core.pages.public_page import PublicPage
from portal.core.rich_text import key_of
from portal.core.visibility import has_visibility, public

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Link:
    """A link in a field of a page or record, to an address or to the primary key of a page or document."""

    content_type: ContentType
    object_id: int
    title: str
    place: str
    address: str = ""
    page: int | None = None
    document: int | None = None


def all_links() -> Iterator[Link]:
    """Yield every link in public pages and records, once for each field."""
    page_type = ContentType.objects.get_for_model(Page)
    pages: Any = public(Page.objects.filter(alias_of=None))
    for page in pages.specific(defer=False).iterator(chunk_size=100):
        if isinstance(page, PublicPage):
            yield from _readable_links(page, page_type)
    for model in record_models():
        records = model._default_manager.all()
        for record in public(records) if has_visibility(model) else records:
            yield from _readable_links(record, ContentType.objects.get_for_model(model))


def record_models() -> list[type[Model]]:
    """Return the types of records with fields that may contain links."""
    return [model for model in apps.get_models() if issubclass(model, Identified) and _fields(model)]


def _readable_links(instance: Model, content_type: ContentType) -> list[Link]:
    """Return the links in an object; none, with an entry in the log, if it cannot be read."""
    try:
        title = instance.title if isinstance(instance, Page) else str(instance)
        return list(_links_in(instance, content_type, title))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("The links of %s %s cannot be read", instance._meta.label, instance.pk)
        return []


def _links_in(instance: Model, content_type: ContentType, title: str) -> Iterator[Link]:
    """Yield the links in the fields of an object and of its children, each once."""
    holders = [("", instance)]
    for relation in get_all_child_relations(type(instance)):
        if _fields(relation.related_model):
            name = relation.get_accessor_name()
            holders += [(f"{name}.", child) for child in getattr(instance, name).all()]
    seen = set()
    for prefix, holder in holders:
        for field in _fields(type(holder)):
            for target in _targets(field, field.value_from_object(holder)):
                link = Link(content_type, instance.pk, title[:300], prefix + field.name, **target)
                if link not in seen:
                    seen.add(link)
                    yield link


def _fields(model: type[Model]) -> list[models.Field]:
    return [
        field for field in model._meta.get_fields() if isinstance(field, (RichTextField, StreamField, models.URLField))
    ]


def _targets(field: Field, value: Any) -> Iterator[dict]:
    """Yield the targets in a value: {"address": …}, {"page": key} or {"document": key}."""
    if isinstance(field, models.URLField):
        yield from _address(value)
    elif isinstance(field, RichTextField):
        yield from _in_html(value)
    else:
        for child in value or []:
            yield from _in_block(child.block, child.value)


def _in_block(block: Block, value: Any) -> Iterator[dict]:
    if not value:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield from _in_html(value.source)
    elif isinstance(block, blocks.URLBlock):
        yield from _address(value)
    elif isinstance(block, blocks.PageChooserBlock):
        yield {"page": value.pk}
    elif isinstance(block, DocumentChooserBlock):
        yield {"document": value.pk}
    for child, child_value in _children(block, value):
        yield from _in_block(child, child_value)


def _children(block: Block, value: Any) -> list[tuple]:
    """Return (block, value) for each child of a block."""
    if isinstance(block, ImageBlock):  # its value is the image itself, which has no links
        return []
    if isinstance(block, blocks.StructBlock):
        return [(child, value.get(name)) for name, child in block.child_blocks.items()]
    if isinstance(block, blocks.ListBlock):
        return [(block.child_block, item) for item in value]
    if isinstance(block, blocks.StreamBlock):
        return [(child.block, child.value) for child in value]
    return []


def _address(value: str | None) -> Iterator[dict]:
    address = html.unescape(value or "").strip()
    if address and not address.startswith(("#", "mailto:", "tel:")):
        yield {"address": address}


class _Anchors(HTMLParser):
    """Collects the links in stored rich text, in which links to pages and documents have their keys."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[dict] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        kind, key = values.get("linktype"), values.get("id") or ""
        if tag != "a":
            return
        if kind in {"page", "document"}:
            self.targets.append({kind: key_of(key)})  # 0, which leads nowhere, for what is no key
        else:
            self.targets.extend(_address(values.get("href")))


def _in_html(source: str | None) -> list[dict]:
    anchors = _Anchors()
    anchors.feed(source or "")
    return anchors.targets
