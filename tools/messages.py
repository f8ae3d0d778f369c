"""The German message catalogue: compiled without gettext, and checked to be complete.

`compile` writes the .mo file that Django reads. `check` ends with a list of what is wrong: messages that stand in
the code but not in the catalogue or the other way round, empty, fuzzy, or with other placeholders than the English.
Only `check` and `make messages` need GNU gettext, to find the messages in the code.
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
SOURCES = ("portal", "partners", "programs", "templates")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def compile_catalogue(root: Path = ROOT) -> None:
    """Write the .mo file beside the catalogue, in one step, if it is missing or older."""
    source = root / CATALOGUE
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(draft))
    draft.replace(target)


def problems(catalogue: polib.POFile, extracted: Iterable[polib.POEntry]) -> Iterator[str]:
    """Yield one sentence for everything wrong with a polib catalogue; `extracted` is what stands in the code."""
    known = {key(entry): entry for entry in catalogue if not entry.obsolete}
    wanted = {key(entry) for entry in extracted}
    for missing in sorted(wanted - known.keys()):
        yield f"not in the catalogue: {missing[1]!r}"
    for stale in sorted(known.keys() - wanted):
        yield f"no longer in the code: {stale[1]!r}"
    for entry in known.values():
        yield from faults(entry)
    if catalogue.obsolete_entries():
        yield f"{len(catalogue.obsolete_entries())} obsolete entries are still kept"


def key(entry: polib.POEntry) -> tuple[str, str, str]:
    """Context and message, with its plural: what makes an entry its own."""
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural)


def faults(entry: polib.POEntry) -> Iterator[str]:
    """Yield what is wrong with one entry."""
    texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
    if not all(text.strip() for text in texts):
        yield f"not translated: {entry.msgid!r}"
    elif entry.fuzzy:
        yield f"fuzzy: {entry.msgid!r}"
    else:
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        if any(set(PLACEHOLDER.findall(text)) - wanted for text in texts) or wanted - set(
            PLACEHOLDER.findall(texts[-1])
        ):
            yield f"other placeholders than the English: {entry.msgid!r}"


def unreadable(file: Path) -> Iterator[str]:
    """Yield what gettext cannot read of a catalogue, where polib is more patient."""
    command = ["msgfmt", "--output-file", os.devnull, str(file)]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    yield from result.stderr.splitlines() if result.returncode else []


def extract(root: Path = ROOT) -> list[polib.POEntry]:
    """Return the messages that stand in the code, as polib entries. The tree itself is not touched."""
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
    """Do one of the two tasks."""
    if task == "compile":
        compile_catalogue()
        return
    found = [*problems(polib.pofile(str(ROOT / CATALOGUE)), extract()), *unreadable(ROOT / CATALOGUE)]
    if found:
        sys.exit("\n".join([*found, f"{CATALOGUE}: {len(found)} problems. Run `make messages`, then translate."]))


if __name__ == "__main__":
    main(*sys.argv[1:])
