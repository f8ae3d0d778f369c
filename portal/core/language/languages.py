"""The languages of the world by BCP 47 tag, named as the Unicode CLDR names them.

Besides the languages of the CLDR there are the two scripts of Chinese, and German Sign Language, of which the CLDR does
not know the name yet.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.functional import Promise, lazystr
from django.utils.translation import gettext_lazy as _

from portal.core.language.bilingual import GERMAN, LANGUAGES, reader_language
from portal.core.language.letters import slug_of, sort_key

CEFR_LEVELS = [(level, level) for level in ("A1", "A2", "B1", "B2", "C1", "C2")]
MAX_LENGTH = 12  # characters of a tag

NO_LANGUAGES = {"mul", "root", "und", "zxx"}
WITH_SCRIPT = ("zh_Hans", "zh_Hant")
WITHOUT_NAME = {"gsg": {"de": "Deutsche Gebärdensprache", "en": "German Sign Language"}}
MOST_SUGGESTIONS = 3
_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")


@cache
def names(language: str) -> dict[str, str]:
    """Return the names of all languages by tag, in the alphabetical order of `language`."""
    cldr = Locale(language).languages
    known = {tag.replace("_", "-"): cldr[tag] for tag in (*_tags(), *WITH_SCRIPT)}
    known |= {tag: by_language[language] for tag, by_language in WITHOUT_NAME.items()}
    return dict(sorted(known.items(), key=lambda item: sort_key(item[1])))


def name(tag: str, language: str | None = None) -> str:
    """Return the name of a language, by default in the reader's language; for what is no tag the text itself."""
    language = language or reader_language()
    return names(language).get(tag) or _name_with_script(tag, language) or tag


def names_of(tags: Iterable[str]) -> list[str]:
    """Return the names of languages in the reader's language."""
    return [name(tag) for tag in tags]


def lazy_name(tag: str) -> Promise:
    """Return the name of a language in the language of whoever reads it."""
    return lazystr(_Named(tag))


def tag_of(text: str) -> str:
    """Return the tag of the language that a text names in German or English, or a tag that was typed as such.

    Case and accents do not matter. Raises a ValidationError with similar names for what names no language.
    """
    for key in _keys(text):
        if key in _tags_by_key():
            return _tags_by_key()[key]
    if is_tag(text):
        return text
    raise _unknown(text)


def is_tag(text: str) -> bool:
    """Tell whether a text is a tag of a language that has a name, also with a script or a region: "sr-Latn"."""
    match = _TAG.fullmatch(text)
    return match is not None and (text in names("en") or match["language"] in names("en"))


def validate_tag(value: str) -> None:
    """Raise a ValidationError for anything but a tag, as `is_tag` has it."""
    if not is_tag(value):
        raise _unknown(value)


class _Named:
    """A tag that becomes a name when it is printed."""

    def __init__(self, tag: str) -> None:
        self.tag = tag

    def __str__(self) -> str:
        return name(self.tag)


def _name_with_script(tag: str, language: str) -> str:
    if not is_tag(tag):
        return ""
    return Locale.parse(tag, sep="-").get_display_name(language) or ""


def _tags() -> set[str]:
    """Return the tags of languages that have a name in each language of the site, without scripts and regions."""
    named = [set(Locale(language).languages) for language in LANGUAGES]
    return {tag for tag in set.intersection(*named) - NO_LANGUAGES if "_" not in tag}


@cache
def _tags_by_key() -> dict[str, str]:
    """Return the tags by what may be typed for them: names first, as “Ga” is the name of one and the tag of another."""
    keys: dict[str, str] = {}
    for language in LANGUAGES:
        for tag, name_of_tag in names(language).items():
            keys |= dict.fromkeys(_keys(name_of_tag), tag)
    tags = {sort_key(tag): tag for tag in names(GERMAN)}
    return {**tags, **keys}


def _keys(text: str) -> Iterator[str]:
    """Yield the forms in which a name is looked up: without accents, and with umlauts written out."""
    yield sort_key(text)
    yield slug_of(text, fallback="").replace("-", " ")


def _unknown(text: str) -> ValidationError:
    similar = _similar(text)
    if not similar:
        message = _("“%(value)s” is not a language that we know. Write its name, for instance “%(example)s”.")
        return ValidationError(message, code="language", params={"value": text, "example": name("fr")})
    message = _("“%(value)s” is not a language that we know. Did you mean %(meant)s?")
    return ValidationError(message, code="language", params={"value": text, "meant": ", ".join(similar)})


def _similar(text: str) -> list[str]:
    """Return the names in the reader's language of languages whose names begin like the text, or are like it."""
    key, tags = sort_key(text), _tags_by_key()
    if not key:
        return []
    beginning = sorted((written for written in tags if written.startswith(key)), key=len)
    like = [*beginning, *difflib.get_close_matches(key, tags, MOST_SUGGESTIONS, cutoff=0.7)]
    return list(dict.fromkeys(name(tags[written]) for written in like))[:MOST_SUGGESTIONS]
