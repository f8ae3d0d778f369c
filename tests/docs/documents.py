"""Links, code and sections of the Markdown documentation, for the tests."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.processes import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FOLDERS = ("portal", "partners", "programs", "atlas", "templates", "static", "locale", "tests", "tools", "docs")


def name(document: Path) -> str:
    return str(document.relative_to(ROOT))


@cache
def tokens(document: Path) -> list[Token]:
    """Return the block tokens of a document, each followed by its inline tokens."""
    blocks = MarkdownIt("commonmark").enable("table").parse(document.read_text())
    return [token for block in blocks for token in (block, *(block.children or ()))]


def links(document: Path) -> list[str]:
    """Return the targets of links and images."""
    targets = [token.attrs.get("href") or token.attrs.get("src") for token in tokens(document)]
    return [str(address) for address in targets if address]


def code(document: Path) -> list[str]:
    """Return the inline code."""
    return [token.content for token in tokens(document) if token.type == "code_inline"]


def commands(document: Path) -> list[str]:
    """Return the inline code and each line of the code blocks."""
    fences = [token.content for token in tokens(document) if token.type == "fence"]
    return [*code(document), *(line for fence in fences for line in fence.splitlines())]


def blocks(document: Path) -> Iterator[Token]:
    """Yield the tokens that hold text: paragraphs, headings and cells."""
    return (token for token in tokens(document) if token.type == "inline")


def anchors(document: Path) -> set[str]:
    """Return the anchors that GitHub generates from the headings."""
    all_tokens = tokens(document)
    titles = [all_tokens[index + 1] for index, token in enumerate(all_tokens) if token.type == "heading_open"]
    plain = ["".join(child.content for child in title.children or ()) for title in titles]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in plain}


def sections(document: Path) -> dict[str, list[Token]]:
    """Return the text tokens below each second-level heading."""
    all_tokens, texts, current = tokens(document), {}, ""
    for index, token in enumerate(all_tokens):
        if token.type == "heading_open" and token.tag == "h2":
            current = all_tokens[index + 1].content
            texts[current] = []
        elif token.type == "inline" and current and all_tokens[index - 1].type != "heading_open":
            texts[current].append(token)
    return texts


@cache
def tree() -> frozenset[str]:
    """Return every file and folder of the project, relative to it; folders without a slash at the end."""
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return frozenset(str(path.relative_to(ROOT)) for path in [*ROOT.iterdir(), *below])
