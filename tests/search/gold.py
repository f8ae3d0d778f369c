"""The gold list: what readers type, and what must then stand among the first three results."""

import csv
import math
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("gold.tsv")
ADDRESSES = {"de": "/de/suche/", "en": "/en/search/"}


@dataclass(frozen=True)
class Row:
    query: str
    language: str
    expected: tuple[str, ...]  # last parts of addresses, the best first; one of them suffices


def rows() -> list[Row]:
    with FILE.open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(row["query"], row["language"], tuple(row["expected"].split(","))) for row in found]


def slugs(hits) -> list[str]:
    return [hit.url.rstrip("/").rsplit("/", 1)[-1] for hit in hits]


def ndcg(found: list[str], expected: tuple[str, ...], depth: int = 5) -> float:
    """Return the normalised discounted cumulative gain of the first `depth`, each expected one being worth the same."""
    left, gain = set(expected), 0.0
    for place, slug in enumerate(found[:depth]):
        if slug in left:
            left.discard(slug)
            gain += 1 / math.log2(place + 2)
    return gain / sum(1 / math.log2(place + 2) for place in range(min(depth, len(expected))))
