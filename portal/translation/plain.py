from typing import Any

from wagtail.rich_text import get_text_for_indexing

from portal.core.language.bilingual import is_empty


def plain(value: Any) -> str:
    """Return a text without mark-up and with single spaces."""
    text = str(value or "")
    return "" if is_empty(text) else " ".join(get_text_for_indexing(text).split())
