"""The gold list: queries of readers, and what must be among the first three results."""

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
    expected: tuple[str, ...]  # slugs, best first; any one of them suffices


def rows() -> list[Row]:
    with FILE.open(encoding="utf-8", newline="") as file:
        records = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(row["query"], row["language"], tuple(row["expected"].split(","))) for row in records]


def slugs(hits) -> list[str]:
    return [hit.url.rstrip("/").rsplit("/", 1)[-1] for hit in hits]


def ndcg(results: list[str], expected: tuple[str, ...], depth: int = 5) -> float:
    """Return the normalised discounted cumulative gain of the first `depth` results; expected ones count equally."""
    remaining, gain = set(expected), 0.0
    for rank, slug in enumerate(results[:depth]):
        if slug in remaining:
            remaining.discard(slug)
            gain += 1 / math.log2(rank + 2)
    return gain / sum(1 / math.log2(rank + 2) for rank in range(min(depth, len(expected))))
