"""Choices: languages by BCP 47 tag, and the levels of the Common European Framework of Reference (CEFR)."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LANGUAGE_NAMES = [
    ("de", _("German")),
    ("en", _("English")),
    ("ar", _("Arabic")),
    ("es", _("Spanish")),
    ("fa", _("Persian")),
    ("fr", _("French")),
    ("gsg", _("German Sign Language")),
    ("pl", _("Polish")),
    ("ru", _("Russian")),
    ("tr", _("Turkish")),
    ("uk", _("Ukrainian")),
    ("zh", _("Chinese")),
]
CEFR_LEVELS = [(level, level) for level in ("A1", "A2", "B1", "B2", "C1", "C2")]
CEFR_WORDS = {
    "A1": _("first words"),
    "A2": _("basic knowledge"),
    "B1": _("everyday conversation"),
    "B2": _("independent use"),
    "C1": _("fluent, in studies and at work"),
    "C2": _("almost like a first language"),
}


def language_names(codes: Iterable[str]) -> list[Promise | str]:
    """Return the names of languages in the reader's language; for an unknown tag the tag itself."""
    names = dict(LANGUAGE_NAMES)
    return [names.get(code, code) for code in codes]
