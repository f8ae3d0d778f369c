"""`make bench`: response times and query counts of pages, with few records and with many.

Everything is measured in one process, through the whole Django stack, on a separate database. The numbers are for
comparison; no test asserts a time.
"""

import argparse
import json
import os
import platform
import sys
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
RESULT = Path("var/bench.json")
MOST_PARTNERS = 5_000


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", default="1000,10000,100000", help="numbers of programmes, with commas")
    arguments.add_argument("--partners", default="1000,20000", help="numbers of partners, with commas")
    arguments.add_argument("--times", type=int, default=60, help="requests for each line")
    options = arguments.parse_args()
    django.setup()
    from tests.benchmarks.measuring import directory, measured, pages

    lines = []
    with own_database() as version:
        for rows in numbers(options.rows):
            grow(rows)
            lines += print_lines(measured(rows, pages(options.times), options.times))
        for partners in numbers(options.partners):
            grow(0, partners)
            lines += print_lines(measured(partners, directory(options.times), options.times))
    keep(lines, version)


def numbers(written: str) -> list[int]:
    return sorted({int(number) for number in written.split(",") if number})


def print_lines(lines) -> list[dict]:
    """Print each line as soon as it is measured; return all lines."""
    printed = []
    for line in lines:
        printed.append(line)
        print("{rows:>8}  {page:<44} {p50:>8.1f} {p95:>8.1f} {queries:>8}".format(**line), flush=True)
    return printed


@contextmanager
def own_database():
    """Yield the server version; the database is a copy of the demo content, dropped at the end."""
    from django.db import connection

    from tests.databases import Copy, connected_to

    copy = Copy("demo")
    try:
        with connected_to(copy.name):
            connection.ensure_connection()
            version = f"{connection.pg_version // 10_000}.{connection.pg_version % 10_000}"
            print(
                f"PostgreSQL {version}, Python {platform.python_version()}, {os.cpu_count()} processors; milliseconds"
            )
            print(f"{'rows':>8}  {'page':<44} {'p50':>8} {'p95':>8} {'queries':>8}", flush=True)
            yield version
    finally:
        copy.drop()


def grow(rows: int, partners: int = 0):
    """Increase the number of programmes to `rows`, or the number of partners to `partners`.

    Runs VACUUM ANALYZE afterwards, as autovacuum would. With programmes, partners grow as well, up to the number that
    the office's lists must cope with; each has two and a half agreements on average.
    """
    from django.db import connection

    from portal.core import content_version
    from programs.models import Program
    from tests.benchmarks import volume

    start, existing = perf_counter(), Program.objects.exclude(public_id__startswith="v0l").count()
    partners = partners or min(rows // 2, MOST_PARTNERS)
    volume.programs.make(max(0, rows - existing))
    volume.partners.make(partners)
    content_version.forget()  # bulk inserts send no signal
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(f"{rows or partners:>8}  (made in {perf_counter() - start:.0f} s)", file=sys.stderr)


def keep(lines, version: str):
    RESULT.parent.mkdir(exist_ok=True)
    about = {"postgresql": version, "python": platform.python_version(), "processors": os.cpu_count()}
    RESULT.write_text(json.dumps({**about, "unit": "ms", "lines": lines}, indent=2) + "\n", encoding="utf-8")
    print(f"Written to {RESULT}")


if __name__ == "__main__":
    main()
