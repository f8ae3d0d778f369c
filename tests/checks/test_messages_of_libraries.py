"""The German of libraries: whole, with Sie, and without sentences that break on the name of a type.

Where a library has no such German, `locale/libraries` has it.
"""

import re
from functools import cache
from pathlib import Path

import allauth
import django
import modelcluster
import polib
import pytest
import wagtail
from django.apps import apps
from django.utils.translation.trans_real import DjangoTranslation

from tools.messages import CATALOGUE, LIBRARIES, ROOT, entry_problems, syntax_errors

INFORMAL = re.compile(
    r"\b(?:[Dd]u|[Dd]ein(?:e[mnrs]?)?|[Dd]ir|[Dd]ich|bist|hast|kannst|musst|möchtest)\b"
    r"|(?:^|[.!?:] |[Bb]itte )(?:[Gg]ib|[Ff]üge|[Ww]ähle|[Ll]ass|[Kk]licke|[Bb]estätige|[Mm]elde|[Vv]ersuche)\b"
)
BESIDE_A_TYPE = re.compile(r"%\(model_name\)s[“”\"]?-Objekt")
# Parts of allauth that are off, forms of Django's own admin, and what only programs read.
NOT_USED = ("socialaccount/", "templates/socialaccount/", "idp/", "templates/idp/", "contrib/auth/", "taggit/")
IN_CODE_ONLY = {'You do not have permission to publish pages at "%(page_title)s"'}  # Wagtail collects it not


@cache
def entries(language: str) -> list[polib.POEntry]:
    """Return the messages of the libraries whose apps are installed, in their catalogue of a language."""
    folders = {Path(app.path) for app in apps.get_app_configs()} | {Path(wagtail.__file__).parent}
    folders |= {Path(module.__file__).parent for module in (allauth, modelcluster)} | {
        Path(django.__file__).parent / "conf"
    }
    folders = {folder for folder in folders if "site-packages" in folder.parts}
    files = [folder / "locale" / language / "LC_MESSAGES" / "django.po" for folder in folders]
    return [entry for file in files if file.exists() for entry in polib.pofile(str(file)) if _is_used(entry)]


def _is_used(entry: polib.POEntry) -> bool:
    places = [place for place, _line in entry.occurrences]
    return not entry.obsolete and not (places and all(place.startswith(NOT_USED) for place in places))


@cache
def german() -> DjangoTranslation:
    return DjangoTranslation("de")


def texts(entry: polib.POEntry) -> list[str]:
    """Return the German that staff read for a message, in its singular and plural."""
    prefix = f"{entry.msgctxt}\x04" if entry.msgctxt else ""
    if entry.msgid_plural:
        return [german().ngettext(prefix + entry.msgid, entry.msgid_plural, number) for number in (1, 2)]
    return [german().gettext(prefix + entry.msgid)]


def is_known(entry: polib.POEntry) -> bool:
    return all(text not in (entry.msgid, entry.msgid_plural) for text in texts(entry))


def test_no_message_of_a_library_is_without_german():
    translated = {entry.msgid for entry in entries("de") if entry.translated()}
    assert [entry.msgid for entry in entries("en") if entry.msgid not in translated and not is_known(entry)] == []


def test_staff_are_addressed_with_sie():
    found = {text for entry in entries("de") if entry.occurrences or is_of_wagtail(entry) for text in texts(entry)}
    assert sorted(text for text in found if INFORMAL.search(text)) == []


def is_of_wagtail(entry: polib.POEntry) -> bool:
    """Wagtail's catalogues say of no message where it stands; of the others, such messages are no longer in use."""
    return entry.msgid in {other.msgid for other in _of_wagtail()}


@cache
def _of_wagtail() -> list[polib.POEntry]:
    files = Path(wagtail.__file__).parent.glob("**/locale/de/LC_MESSAGES/django.po")
    return [entry for file in files for entry in polib.pofile(str(file))]


def test_no_sentence_breaks_on_the_name_of_a_type():
    found = {text for entry in entries("de") for text in texts(entry)}
    assert sorted(text for text in found if BESIDE_A_TYPE.search(text)) == []


def test_a_time_ago_is_a_sentence():
    assert (
        german().gettext("%(time_period)s ago")
        % {"time_period": german().ngettext("%(num)d month", "%(num)d months", 3) % {"num": 3}}
        == "vor 3 Monaten"
    )


@pytest.fixture(scope="module")
def ours():
    return polib.pofile(str(ROOT / LIBRARIES))


def test_our_german_is_whole_and_used(ours):
    known = {entry.msgid for language in ("de", "en") for entry in entries(language)} | IN_CODE_ONLY
    own = {entry.msgid for entry in polib.pofile(str(ROOT / CATALOGUE))}
    problems = [problem for entry in ours for problem in entry_problems(entry) if "placeholders" not in problem]
    assert problems == []
    assert list(syntax_errors(ROOT / LIBRARIES)) == []
    assert [entry.msgid for entry in ours if entry.msgid not in known] == []  # the library has another wording now
    assert [entry.msgid for entry in ours if entry.msgid in own] == []  # and would not be seen
