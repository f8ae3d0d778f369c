"""Compiles and checks the German message catalogue.

`compile` writes the .mo file that Django reads. `check` exits with a list of problems: messages that are missing in the
catalogue or in the code, empty, fuzzy, or with other placeholders than the English. `check` and `make messages` need
GNU gettext, which extracts the messages from the code; `compile` does not.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/de/LC_MESSAGES/django.po")
SOURCES = ("portal", "partners", "programs", "atlas", "templates")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def compile_catalogue(root: Path = ROOT) -> None:
    """Write the .mo file beside the catalogue, atomically, if it is missing or older."""
    source = root / CATALOGUE
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(draft))
    draft.replace(target)


def problems(catalogue: polib.POFile, extracted: Iterable[polib.POEntry]) -> Iterator[str]:
    """Yield a sentence for each problem of a catalogue; `extracted` are the messages in the code."""
    entries = {key(entry): entry for entry in catalogue if not entry.obsolete}
    keys_in_code = {key(entry) for entry in extracted}
    for missing in sorted(keys_in_code - entries.keys()):
        yield f"not in the catalogue: {missing[1]!r}"
    for stale in sorted(entries.keys() - keys_in_code):
        yield f"no longer in the code: {stale[1]!r}"
    for entry in entries.values():
        yield from entry_problems(entry)
    if catalogue.obsolete_entries():
        yield f"{len(catalogue.obsolete_entries())} obsolete entries are still kept"


def key(entry: polib.POEntry) -> tuple[str, str, str]:
    """Return (context, message, plural), which identify an entry."""
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural)


def entry_problems(entry: polib.POEntry) -> Iterator[str]:
    """Yield a sentence for each problem of one entry."""
    texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
    if not all(text.strip() for text in texts):
        yield f"not translated: {entry.msgid!r}"
    elif entry.fuzzy:
        yield f"fuzzy: {entry.msgid!r}"
    else:
        expected = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        has_unknown = any(set(PLACEHOLDER.findall(text)) - expected for text in texts)
        if has_unknown or expected - set(PLACEHOLDER.findall(texts[-1])):
            yield f"other placeholders than the English: {entry.msgid!r}"


def syntax_errors(file: Path) -> Iterator[str]:
    """Yield the errors that gettext finds in a catalogue; polib tolerates some of them."""
    command = ["msgfmt", "--output-file", os.devnull, str(file)]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    yield from result.stderr.splitlines() if result.returncode else []


def extract(root: Path = ROOT) -> list[polib.POEntry]:
    """Return the messages in the code, extracted from a copy of the source tree."""
    if not shutil.which("xgettext"):
        sys.exit("GNU gettext is missing: on Debian and Ubuntu, apt install gettext")
    with tempfile.TemporaryDirectory() as copy:
        for name in SOURCES:
            shutil.copytree(root / name, Path(copy) / name, ignore=shutil.ignore_patterns("__pycache__", "migrations"))
        (Path(copy) / "locale").mkdir()
        command = [sys.executable, "-m", "django", "makemessages", "--locale", "de", "--keep-pot", "--verbosity", "0"]
        environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(command, cwd=copy, env=environment, check=True)
        return list(polib.pofile(str(Path(copy) / "locale" / "django.pot")))


def main(task: str) -> None:
    """Run one of the two tasks; `check` exits with the problems, if there are any."""
    if task == "compile":
        compile_catalogue()
        return
    messages = [*problems(polib.pofile(str(ROOT / CATALOGUE)), extract()), *syntax_errors(ROOT / CATALOGUE)]
    if messages:
        sys.exit("\n".join([*messages, f"{CATALOGUE}: {len(messages)} problems. Run `make messages`, then translate."]))


if __name__ == "__main__":
    main(*sys.argv[1:])
