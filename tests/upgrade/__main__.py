"""Writes `last_release.sql.xz`: the database of the demonstration as the present migrations make it.

Run at a release (`python -m tests.upgrade`), after which `test_upgrade.py` starts from it. What can be made anew from
the rest (search documents, indexes, logs) is left out.
"""

import lzma
import os
import subprocess
from pathlib import Path

DERIVED = (
    "search_searchdocument",
    "wagtailsearch_indexentry",
    "wagtailcore_referenceindex",
    "django_session",
    "axes_*",
)
LOGS = ("wagtailcore_modellogentry", "wagtailcore_pagelogentry")
OPTIONS = ("--no-owner", "--no-privileges", "--no-comments", "--inserts", "--rows-per-insert=1000")
FILE = Path(__file__).with_name("last_release.sql.xz")


def dump(address: str) -> str:
    """Return the SQL that makes the database at this address, without comments and commands of psql."""
    left_out = [f"--exclude-table-data={table}" for table in (*DERIVED, *LOGS)]
    command = ["pg_dump", address, *OPTIONS, *left_out]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return "\n".join(line for line in lines if line and not line.startswith(("--", "\\")))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    import django

    django.setup()
    from tests.databases import ready_template, with_database

    address = with_database(os.environ["DATABASE_URL"], ready_template("demo"))
    FILE.write_bytes(lzma.compress(dump(address).encode(), preset=9))


if __name__ == "__main__":
    main()
