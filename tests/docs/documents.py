"""The documentation as the tests read it: links, code and sections of every Markdown file."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.processes import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FOLDERS = ("portal", "partners", "programs", "templates", "static", "locale", "tests", "tools", "docs")


def name(document: Path) -> str:
    return str(document.relative_to(ROOT))


@cache
def tokens(document: Path) -> list[Token]:
    """Return the blocks of a document, and after each block the pieces of its text."""
    blocks = MarkdownIt("commonmark").enable("table").parse(document.read_text())
    return [token for block in blocks for token in (block, *(block.children or ()))]


def links(document: Path) -> list[str]:
    """Return where links and pictures lead."""
    found = [token.attrs.get("href") or token.attrs.get("src") for token in tokens(document)]
    return [str(address) for address in found if address]


def code(document: Path) -> list[str]:
    """Return what stands in backticks."""
    return [token.content for token in tokens(document) if token.type == "code_inline"]


def commands(document: Path) -> list[str]:
    """Return what stands in backticks and each line of the blocks of code."""
    fences = [token.content for token in tokens(document) if token.type == "fence"]
    return [*code(document), *(line for fence in fences for line in fence.splitlines())]


def blocks(document: Path) -> Iterator[Token]:
    """Yield paragraphs, headings and cells: what holds text."""
    return (token for token in tokens(document) if token.type == "inline")


def anchors(document: Path) -> set[str]:
    """Return the anchors that GitHub makes of the headings."""
    every = tokens(document)
    titles = [every[at + 1] for at, token in enumerate(every) if token.type == "heading_open"]
    plain = ["".join(child.content for child in title.children or ()) for title in titles]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in plain}


def sections(document: Path) -> dict[str, list[Token]]:
    """Return the texts below each heading of the second level."""
    every, found, current = tokens(document), {}, ""
    for at, token in enumerate(every):
        if token.type == "heading_open" and token.tag == "h2":
            current = every[at + 1].content
            found[current] = []
        elif token.type == "inline" and current and every[at - 1].type != "heading_open":
            found[current].append(token)
    return found


@cache
def tree() -> frozenset[str]:
    """Return every file and folder of the project, relative to it; folders without a slash at the end."""
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return frozenset(str(path.relative_to(ROOT)) for path in [*ROOT.iterdir(), *below])
