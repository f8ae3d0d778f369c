"""German nouns and articles with a gender sign ("Student*innen", "jede:r"), which the house style avoids.

Screen readers stumble over them. The hint for editors finds them; the search takes them for plain words by rules of
its own (`portal.search.normalise`).
"""

import re

# A star, colon, underscore, middle dot, slash (with or without a hyphen) or bracket before the ending, or a capital I.
_SIGN = r"(?:[*:_·•]|/-?)"
_ENDING = rf"(?:{_SIGN}(?:innen|in)|\((?:innen|in)\)|(?<=[a-zäöüß])Innen)"
# From the beginning of a word on and within bounds: else the time would grow with the square of a word's length.
_NOUN = rf"(?<![^\W\d_])[^\W\d_]{{0,60}}[A-ZÄÖÜ][^\W\d_]{{1,60}}?{_ENDING}(?![^\W\d_])"
_ARTICLE = r"\b[^\W\d_]{2,}[*:_](?:r|e|er|n|en|s|m|die|der|das|den|dem)(?![^\W\d_])"

ADDRESS = re.compile(r"(?<!\S)\S+?(?:://|@)\S+")
FORM = re.compile(rf"{_NOUN}|{_ARTICLE}")


def find_gender_forms(text: str) -> list[str]:
    """Return the forms with a gender sign in a plain text, each once, in their order."""
    return list(dict.fromkeys(match.group(0) for match in FORM.finditer(ADDRESS.sub(" ", text))))
