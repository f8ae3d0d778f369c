"""Marks the words of a query in a text. The same spellings match as in the search; only `<mark>` is added."""

from collections.abc import Iterator

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from portal.search.normalise import CHUNK, cjk_tokens, forms, plain

SHORTEST_STEM = 4  # letters that a word of the query and a word of the text must share
LONGEST_ENDING = 3  # letters by which they may differ
_INSIDE = "*:_/·()’'\u00ad\u200b"  # stands within words: gender forms, apostrophes, soft hyphens


def highlighted(text: str, query_forms: set[str]) -> SafeString:
    """Return `text` as HTML, with the words of the query in <mark>; `query_forms` is `Query.highlight_forms`."""
    if not query_forms:
        return conditional_escape(text)
    pieces, position = [], 0
    for start, end in _words(text):
        pieces.append(conditional_escape(text[position:start]))
        word = text[start:end]
        is_match = _is_match(word, query_forms)
        pieces.append(format_html("<mark>{}</mark>", word) if is_match else conditional_escape(word))
        position = end
    pieces.append(conditional_escape(text[position:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every run of letters, digits and characters that stand within words."""
    start = None
    for position, letter in enumerate(text):
        belongs = letter.isalnum() or (
            start is not None and letter in _INSIDE and text[position + 1 : position + 2].isalnum()
        )
        if belongs and start is None:
            start = position
        elif not belongs and start is not None:
            yield start, position
            start = None
    if start is not None:
        yield start, len(text)


def _is_match(word: str, query_forms: set[str]) -> bool:
    for chunk in CHUNK.findall(plain(word)):
        if any(_is_inflection(form, query_form) for form in forms(chunk) for query_form in query_forms):
            return True
        if query_forms.intersection(cjk_tokens(chunk)):
            return True
    return False


def _is_inflection(form: str, query_form: str) -> bool:
    """Tell whether two spellings are equal, or one begins with the other and differs by an ending at most."""
    if form == query_form:
        return True
    if len(query_form) >= SHORTEST_STEM and form.startswith(query_form):
        return True
    is_shorter = len(form) >= SHORTEST_STEM and query_form.startswith(form)
    return is_shorter and len(query_form) - len(form) <= LONGEST_ENDING
