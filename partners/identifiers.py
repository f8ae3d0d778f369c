"""Identifiers of institutions: their patterns and check digits, and suggestions for mistyped ones.

Sources: ROR (ror.readme.io, "ROR identifier pattern"), ISNI (ISO 27729), PIC and OID (European Commission), Erasmus
code (Erasmus Charter for Higher Education), SCHAC (schacHomeOrganization, RFC 4514 names).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from stdnum import isni

from portal.core.language.bilingual import LANGUAGES

MOST_SUGGESTIONS = 20  # one symbol off leaves 16 or 17 of an ISNI, and fewer of a ROR
ROR_SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: without i, l, o and u
ROR_MISREAD = str.maketrans("ilou", "110v")
ISNI_SYMBOLS = "0123456789"
_ADDRESS = re.compile(r"^https?://[^/]+/(?:wiki/|entity/|isni/)?", re.IGNORECASE)
_BLANK = re.compile(r"[\s\u00a0\u200b\u202f\ufeff]+")


class Scheme(models.TextChoices):
    ROR = "ror", "ROR"
    ISNI = "isni", "ISNI"
    WIKIDATA = "wikidata", "Wikidata"
    ERASMUS = "erasmus", gettext_lazy("Erasmus code")
    PIC = "pic", "PIC"
    OID = "oid", "OID"
    SCHAC = "schac", "SCHAC"


@dataclass(frozen=True)
class Pattern:
    expression: str
    example: str
    folds_to: str = ""  # "upper" or "lower"


PATTERNS: dict[str, Pattern] = {
    Scheme.ROR: Pattern(r"0[0-9a-hjkmnp-tv-z]{6}\d{2}", "04mz5ra38", "lower"),
    Scheme.ISNI: Pattern(r"\d{15}[\dX]", "0000 0001 2187 5445", "upper"),
    Scheme.WIKIDATA: Pattern(r"Q[1-9]\d*", "Q42", "upper"),
    Scheme.ERASMUS: Pattern(r"[A-Z]{1,3}[A-ZÀ-Ž'.-]+\d{2,3}", "D  ESSEN04", "upper"),
    Scheme.PIC: Pattern(r"\d{9}", "999880657"),
    Scheme.OID: Pattern(r"E\d{8}", "E10209382", "upper"),
    Scheme.SCHAC: Pattern(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", "uni-due.de", "lower"),
}


# The addresses under which registers show an institution; the first one is that of linked data.
ADDRESSES: dict[str, tuple[str, ...]] = {
    Scheme.ROR: ("https://ror.org/{}",),
    Scheme.WIKIDATA: ("https://www.wikidata.org/wiki/{}", "https://www.wikidata.org/entity/{}"),
    Scheme.ISNI: ("https://isni.org/isni/{}",),
}


def normalized(scheme: str, value: str) -> str:
    """Return the form in which equal identifiers compare equal: without URL prefix, spaces (NBSP included) and case."""
    bare = _BLANK.sub("", _ADDRESS.sub("", value.strip()) if scheme != Scheme.SCHAC else value)
    if scheme == Scheme.ISNI:
        bare = bare.replace("-", "")
    if scheme == Scheme.PIC:
        bare = bare.removesuffix(".0")  # added by spreadsheets that read it as a number
    return getattr(bare, PATTERNS[scheme].folds_to)() if PATTERNS[scheme].folds_to else bare


def spellings(scheme: str, value: str) -> list[str]:
    """Return an identifier as people write it: alone, behind the name of its scheme, and as an address."""
    forms = list(dict.fromkeys([value, normalized(scheme, value)]))
    labels = {_label(scheme, language) for language in LANGUAGES}
    named = [f"{label} {form}" for label in sorted(labels) for form in forms]
    return [*forms, *named, *(address.format(forms[-1]) for address in ADDRESSES.get(scheme, ()))]


def _label(scheme: str, language: str) -> str:
    with override(language):
        return str(Scheme(scheme).label)


def check(scheme: str, value: str) -> str:
    """Return the normalised identifier, or raise a ValidationError that explains how to correct the value."""
    bare, pattern = normalized(scheme, value), PATTERNS[scheme]
    params: dict[str, str | Promise] = {"value": value, "scheme": Scheme(scheme).label, "example": pattern.example}
    if not re.fullmatch(pattern.expression, bare):
        corrected = suggestions(scheme, bare.translate(ROR_MISREAD)) if scheme == Scheme.ROR else []
        if not corrected:
            message = _("“%(value)s” is not written like %(scheme)s. Write it like “%(example)s”.")
            raise ValidationError(message, code="pattern", params=params)
        raise _wrong_check_digits(params, corrected)
    if not has_right_check(scheme, bare):
        raise _wrong_check_digits(params, suggestions(scheme, bare))
    return bare


def has_right_check(scheme: str, bare: str) -> bool:
    """Tell whether the check digits of a normalised identifier are right. Schemes without any always pass."""
    if scheme == Scheme.ROR:
        return bare[-2:] == ror_check(bare[1:-2])
    return isni.is_valid(bare) if scheme == Scheme.ISNI else True


def ror_check(symbols: str) -> str:
    """Return the two check digits for the six symbols of a ROR identifier (ISO/IEC 7064, MOD 97-10)."""
    number = 0
    for symbol in symbols:
        number = number * len(ROR_SYMBOLS) + ROR_SYMBOLS.index(symbol)
    return f"{98 - number * 100 % 97:02d}"


def suggestions(scheme: str, bare: str) -> list[str]:
    """Return valid identifiers that differ from `bare` in one symbol or in the order of two neighbouring symbols.

    The most likely come first: other check digits, then swapped neighbours, then any other symbol.
    """
    if not re.fullmatch(PATTERNS[scheme].expression, bare):
        return []
    if has_right_check(scheme, bare):
        return [_written(scheme, bare)]
    alphabet = ROR_SYMBOLS if scheme == Scheme.ROR else ISNI_SYMBOLS
    variants = dict.fromkeys([*_other_checks(scheme, bare), *_swapped(bare), *_one_off(bare, alphabet)])
    valid = [
        variant
        for variant in variants
        if re.fullmatch(PATTERNS[scheme].expression, variant) and has_right_check(scheme, variant)
    ]
    return [_written(scheme, variant) for variant in valid[:MOST_SUGGESTIONS]]


def _other_checks(scheme: str, bare: str) -> list[str]:
    if scheme == Scheme.ROR:
        return [f"{bare[:-2]}{ror_check(bare[1:-2])}"]
    return [f"{bare[:-1]}{digit}" for digit in f"{ISNI_SYMBOLS}X"]


def _swapped(bare: str) -> list[str]:
    return [f"{bare[:at]}{bare[at + 1]}{bare[at]}{bare[at + 2 :]}" for at in range(len(bare) - 1)]


def _one_off(bare: str, alphabet: str) -> list[str]:
    return [f"{bare[:at]}{symbol}{bare[at + 1 :]}" for at in range(len(bare)) for symbol in alphabet]


def _written(scheme: str, bare: str) -> str:
    return isni.format(bare) if scheme == Scheme.ISNI else bare


def _wrong_check_digits(params: Mapping[str, str | Promise], corrected: list[str]) -> ValidationError:
    if not corrected:
        message = _("The check digits of “%(value)s” are wrong: at least one character is. Copy it once more.")
        return ValidationError(message, code="check", params=dict(params))
    message = _("The check digits of “%(value)s” are wrong: at least one character is. Did you mean %(meant)s?")
    meant = ", ".join(f"“{identifier}”" for identifier in corrected)
    return ValidationError(message, code="check", params={**params, "meant": meant})
