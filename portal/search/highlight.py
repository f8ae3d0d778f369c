"""Marks what was sought in a text: the same spellings count as in searching, and nothing but `<mark>` is added."""

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from portal.search.normalise import CHUNK, characters, forms, plain

SHORTEST_STEM = 4  # letters that a sought word and a found one must share
LONGEST_ENDING = 3  # letters in which they may differ
_INSIDE = "*:_/·()’'\u00ad\u200b"  # stands within words: gender forms, apostrophes, soft hyphens


def highlighted(text: str, sought: set[str]) -> SafeString:
    """Return `text` as HTML, with the sought words in <mark>. `sought` comes from `Query.sought`."""
    if not sought:
        return conditional_escape(text)
    pieces, place = [], 0
    for start, end in _words(text):
        pieces.append(conditional_escape(text[place:start]))
        word = text[start:end]
        pieces.append(format_html("<mark>{}</mark>", word) if _is_sought(word, sought) else conditional_escape(word))
        place = end
    pieces.append(conditional_escape(text[place:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped


def _words(text: str):
    """Yield (start, end) of every run of letters, digits and what stands within words."""
    start = None
    for place, letter in enumerate(text):
        belongs = letter.isalnum() or (
            start is not None and letter in _INSIDE and text[place + 1 : place + 2].isalnum()
        )
        if belongs and start is None:
            start = place
        elif not belongs and start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(text)


def _is_sought(word: str, sought: set[str]) -> bool:
    for chunk in CHUNK.findall(plain(word)):
        if any(_meet(form, one) for form in forms(chunk) for one in sought):
            return True
        if sought.intersection(characters(chunk)):
            return True
    return False


def _meet(form: str, sought: str) -> bool:
    """Tell whether one is the other, or its beginning: an ending more or less makes no other word."""
    if form == sought:
        return True
    if len(sought) >= SHORTEST_STEM and form.startswith(sought):
        return True
    return len(form) >= SHORTEST_STEM and sought.startswith(form) and len(sought) - len(form) <= LONGEST_ENDING
