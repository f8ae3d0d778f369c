"""Entities of rich text (links to pages and documents, pictures) whose attributes may be anything.

They are stored as `<a linktype="page" id="7">`. Wagtail expects a number that fits its column; whoever sends a form by
hand may store another. A key that is none becomes 0, which no object has: a broken link in the form, and none for
visitors.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from wagtail.rich_text import EntityHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal.core.parts import PASSED_ON

LARGEST = 2**31 - 1  # of the keys of pages; those of images and documents will not reach it either
EDITOR = "contentstate"  # Wagtail's name of the form in which the editor holds rich text
NOTHING = {"a": "<a>", "embed": ""}  # what stands for an entity that leads nowhere, by tag

logger = logging.getLogger(__name__)


def key_of(value: Any) -> int:
    """Return a primary key, or 0 for a text that is none."""
    text = str(value or "")
    is_key = text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST))
    return int(text) if is_key and int(text) <= LARGEST else 0


def check_entities(features: FeatureRegistry) -> None:
    """Let every registered handler of links and embeds see checked keys only, when pages are shown and in forms."""
    features.link_types = {name: _checked(handler, "a") for name, handler in features.link_types.items()}
    features.embed_types = {name: _checked(handler, "embed") for name, handler in features.embed_types.items()}
    for rule in features.converter_rules_by_converter.get(EDITOR, {}).values():
        for handler in rule.get("from_database_format", {}).values():
            if hasattr(handler, "entity_type") or hasattr(handler, "create_entity"):
                handler.handle_starttag = _with_checked_key(handler.handle_starttag)
        decorators = rule.get("to_database_format", {}).get("entity_decorators", {})
        decorators.update({name: _with_checked_props(decorator) for name, decorator in decorators.items()})


def _checked(handler: type[EntityHandler], tag: str) -> type[EntityHandler]:
    """Return a handler that replaces what the other cannot show by nothing, and keeps the rest."""

    class CheckedHandler(handler):
        @classmethod
        def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
            checked = [_attributes(attrs) for attrs in attrs_list]
            try:
                return handler.expand_db_attributes_many(checked)
            except PASSED_ON:
                raise
            except Exception:  # noqa: BLE001 - logged where it is found which one it is
                return [_shown(handler, attrs, tag) for attrs in checked]

        @classmethod
        def expand_db_attributes(cls, attrs: dict) -> str:
            return _shown(handler, _attributes(attrs), tag)

        @classmethod
        def extract_references(cls, attrs: dict) -> Iterator[tuple]:
            checked = _attributes(attrs)
            if checked["id"] != "0":
                yield from handler.extract_references(checked)

    return CheckedHandler


def _shown(handler: type[EntityHandler], attrs: dict, tag: str) -> str:
    try:
        return handler.expand_db_attributes(attrs)
    except PASSED_ON:
        raise
    except Exception:
        logger.exception("Rich text has an entity that cannot be shown")
        return NOTHING[tag]


def _attributes(attrs: dict[str, str]) -> dict[str, str]:
    return {**attrs, "id": str(key_of(attrs.get("id")))}


def _with_checked_key(handle: Callable[..., None]) -> Callable[..., None]:
    def handle_starttag(name: str, attrs: list[tuple[str, str]], *arguments: Any) -> None:
        values = dict(attrs)
        if "linktype" in values or "embedtype" in values:
            attrs = list(_attributes({"format": "", **values}).items())
        handle(name, attrs, *arguments)

    return handle_starttag


def _with_checked_props(decorate: Callable[[dict], Any]) -> Callable[[dict], Any]:
    def decorator(props: dict) -> Any:
        return decorate(props if props.get("id") is None else {**props, "id": key_of(props["id"])})

    return decorator
