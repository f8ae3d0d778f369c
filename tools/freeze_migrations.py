"""Writes down the checksums of new migrations. A migration must not change once it may have run somewhere.

Run without arguments after making a migration; `tests/checks/test_migrations.py` fails until then, and fails for ever
where a migration that is written down was changed or removed.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKSUMS = ROOT / "tests" / "checks" / "migrations.sha256"
APPS = ("portal", "partners", "programs", "atlas")


def present() -> dict[str, str]:
    """Return the checksum of each migration by its path."""
    files = [file for app in APPS for file in (ROOT / app).glob("**/migrations/[0-9]*.py")]
    return {str(file.relative_to(ROOT)): hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(files)}


def frozen() -> dict[str, str]:
    """Return the checksums that are written down, by path."""
    lines = CHECKSUMS.read_text().splitlines() if CHECKSUMS.exists() else []
    return {path: checksum for checksum, _sign, path in (line.partition("  ") for line in lines)}


def problems(now: dict[str, str], before: dict[str, str]) -> Iterator[str]:
    """Yield a sentence for each migration that is not as it was written down."""
    for path, checksum in before.items():
        if path not in now:
            yield f"{path} was removed"
        elif now[path] != checksum:
            yield f"{path} was changed: write a new migration instead"
    for path in now.keys() - before.keys():
        yield f"{path} is new: run tools/freeze_migrations.py"


def main() -> None:
    """Add the new migrations, and leave the lines of all others alone."""
    checksums = {**present(), **frozen()}
    CHECKSUMS.write_text("".join(f"{checksum}  {path}\n" for path, checksum in sorted(checksums.items())))


if __name__ == "__main__":
    main()
