"""The words under which staff find a record, and the query for what they type: folded as in the public search.

Staff look for a record that they know, so every word counts, also a stop word, and its first letters will do. A number
is found however it is divided: `0000 0001 2187 5445` is also indexed, and looked for, as one word.
"""

from collections.abc import Iterable

from portal.search.normalise import all_chunks, cjk_syllables, cjk_tokens, forms

ADDRESS_WORDS = frozenset({"http", "https", "www"})  # before an identifier that is written as an address
LONGEST_NUMBER = 60  # letters and digits
NAMES, RELATED = "A", "D"  # weights: the names of a record itself, and what is found through others


def vector(texts: Iterable[tuple[str, str]]) -> str:
    """Return texts with their weights as a tsvector in SQL's notation; empty where they hold no word."""
    weights: dict[str, str] = {}
    for text, weight in texts:
        for word in indexed_words(text):
            weights[word] = min(weight, weights.get(word, weight))
    return " ".join(f"{word}:1{weight}" for word, weight in sorted(weights.items()))


def indexed_words(text: str) -> set[str]:
    """Return the spellings of all words of a text, in ASCII."""
    chunks = all_chunks(text)
    words = {spelling for parts in chunks for part in parts for spelling in _spellings(part)}
    words |= {spelling for parts in chunks if len(parts) > 1 for spelling in forms("".join(parts))}
    return words | set(_as_one(chunks))


def query(text: str) -> str:
    """Return what was typed as a tsquery in SQL's notation; empty where it holds no word."""
    chunks = all_chunks(text)
    chunks = [parts for parts in chunks if not ADDRESS_WORDS.issuperset(parts)] or chunks
    words = [condition for parts in chunks if (condition := _parts_query(parts))]
    alternatives = [_all(words), *(f"{number}:*" for number in _as_one(chunks))] if words else []
    return _any(alternatives)


def _spellings(word: str) -> Iterable[str]:
    return (*forms(word), *cjk_tokens(word), *cjk_syllables(word))


def _as_one(chunks: list[tuple[str, ...]]) -> list[str]:
    """Return the spellings of a number that is written in several words, as one word."""
    whole = "".join(part for parts in chunks for part in parts)
    has_digits = any(letter.isdigit() for letter in whole)
    is_divided = len(chunks) > 1 or any(len(parts) > 1 for parts in chunks)
    return list(forms(whole)) if has_digits and is_divided and len(whole) <= LONGEST_NUMBER else []


def _parts_query(parts: tuple[str, ...]) -> str:
    conditions = [condition for part in parts if (condition := _word_query(part))]
    joined = [f"{form}:*" for form in forms("".join(parts))] if len(parts) > 1 else []
    return _any([_all(conditions), *joined]) if conditions else ""


def _word_query(word: str) -> str:
    if tokens := cjk_tokens(word):
        return _all(tokens)
    return _any([f"{form}:*" for form in forms(word)])


def _all(conditions: list[str]) -> str:
    return f"({' & '.join(conditions)})" if len(conditions) > 1 else "".join(conditions)


def _any(conditions: list[str]) -> str:
    return f"({' | '.join(dict.fromkeys(conditions))})" if len(conditions) > 1 else "".join(conditions)
