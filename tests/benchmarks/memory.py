"""`python -m tests.benchmarks.memory`: the memory of one process over many mixed requests; ends with 1 if it grows.

Visitors and an administrator ask for pages, lists with odd filters, searches, data and addresses that do not exist.
Memory is that of the process (resident set), from Linux.
"""

import argparse
import gc
import logging
import os
import random
import sys
from pathlib import Path
from urllib.parse import quote

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")
WARM_SHARE = 4  # growth counts from the first quarter of the requests on: 5,000 of 20,000
MOST_GROWTH = 0.05
STEPS = 20  # lines of the report
LISTS = ("/de/angebote/", "/en/programmes/", "/de/partnerschaften/", "/en/partnerships/", "/de/suche/", "/en/search/")
OFFICE = ("/admin/", "/admin/snippets/programs/program/", "/admin/snippets/partners/agreement/", "/admin/jobs/")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--requests", type=int, default=20_000)
    total = arguments.parse_args().requests
    django.setup()
    logging.disable(logging.WARNING)
    from tests.benchmarks.__main__ import own_database

    with own_database():
        sizes = list(measured(total))
    warm, last = sizes[len(sizes) // WARM_SHARE - 1], sizes[-1]
    growth = last / warm - 1
    print(f"after {total // WARM_SHARE}: {warm:.1f} MB, after {total}: {last:.1f} MB, growth {growth:+.1%}")
    return int(growth > MOST_GROWTH)


def measured(total: int):
    """Make the requests; yield the memory in MB after each part of them, and print it."""
    from tests.benchmarks.measuring import WORDS
    from tests.faults.requests import Asker
    from tests.faults.test_broken_records_fuzz import public_addresses

    draw, known, words = random.Random(0), public_addresses(), [*WORDS["de"], *WORDS["en"]]  # noqa: S311
    visitor, office = Asker(), Asker("administrator")
    for number in range(1, total + 1):
        kind = draw.random()
        if kind < 0.05:
            office.ask("get", draw.choice(OFFICE))
        elif kind < 0.4:
            visitor.ask("get", f"{draw.choice(LISTS)}?q={quote(draw.choice(words))}{draw.randrange(10_000)}")
        elif kind < 0.45:
            visitor.ask("get", f"/de/{draw.randrange(10**9)}/")
        else:
            visitor.ask("get", draw.choice(known) + draw.choice(["", "?format=json", f"?page={draw.randrange(9)}"]))
        if number % (total // STEPS) == 0:
            gc.collect()
            yield (size := memory())
            print(f"{number:>8} {size:>8.1f} MB", flush=True)


def memory() -> float:
    """Return the memory of this process in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_SIZE / 1e6


if __name__ == "__main__":
    sys.exit(main())
