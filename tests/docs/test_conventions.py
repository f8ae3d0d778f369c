"""The documentation's conventions: structure, measured numbers, size, and agreement with the code."""

import re
import tomllib
from datetime import timedelta
from importlib import import_module

import pytest

from tests.docs import documents
from tests.processes import ROOT

DOCS = ROOT / "docs"
DECISIONS = sorted(path for path in (DOCS / "decisions").glob("*.md") if path.name != "README.md")
HANDBOOKS = [DOCS / "handbook" / f"{language}.md" for language in ("de", "en")]
OTHERS = [path for path in documents.DOCUMENTS if path not in HANDBOOKS]
PARTS = ["Context.", "Decision.", "Consequence.", "Measured."]
COMMAND = re.compile(r"(make|manage\.py|python|pytest) ?")
MEASURED = re.compile(r"\d[\d.,]* ?(ms|s|seconds|minutes|kB|MB|%|queries|requests)\b")
LARGEST = 1_500_000  # bytes; part of every clone
LONGEST_README = 130  # lines


@pytest.mark.parametrize("document", DECISIONS, ids=documents.name)
def test_each_decision_has_its_parts(document):
    for title, texts in documents.sections(document).items():
        labels = [re.match(r"\*\*(.+?)\*\*", text.content) for text in texts]
        assert [label[1] for label in labels if label] == PARTS, title


def test_each_topic_of_decisions_is_listed():
    assert {path.name for path in DECISIONS} <= set(documents.links(DOCS / "decisions" / "README.md"))


@pytest.mark.parametrize(
    "document", [path for path in documents.DOCUMENTS if path not in HANDBOOKS], ids=documents.name
)
def test_a_measured_number_stands_beside_its_command(document):
    bare = []
    for block in documents.blocks(document):
        words = "".join(child.content for child in block.children if child.type == "text")
        inline_code = [child.content for child in block.children if child.type == "code_inline"]
        if MEASURED.search(words) and not any(COMMAND.match(text) for text in inline_code):
            bare.append(words)
    assert bare == []


@pytest.mark.parametrize("handbook", HANDBOOKS, ids=documents.name)
def test_the_deadlines_of_the_handbook_are_those_of_the_program(handbook):
    *_others, texts = documents.sections(handbook).values()
    cells = [text.content for text in texts]
    named = [index for index, cell in enumerate(cells) if re.fullmatch(r"`[\w.]+`", cell)]
    assert named
    for index in named:
        module, _dot, constant = cells[index].strip("`").rpartition(".")
        written = [int(number) for number in re.findall(r"\d+", cells[index - 1])]
        assert written == numbers(getattr(import_module(module), constant)), cells[index]


def numbers(value) -> list[int]:
    """Return the numbers of a constant; a timedelta in minutes."""
    if isinstance(value, timedelta):
        return [int(value.total_seconds()) // 60]
    return [value] if isinstance(value, int) else list(value)


def test_both_handbooks_have_the_same_parts_and_pictures():
    german, english = ([*documents.links(handbook)] for handbook in HANDBOOKS)
    pictures = [[link.rpartition("/")[2] for link in links if "/pictures/" in link] for links in (german, english)]
    assert pictures[0] == pictures[1]
    assert len(documents.sections(HANDBOOKS[0])) == len(documents.sections(HANDBOOKS[1]))


def test_every_picture_is_shown():
    used = {(path.parent / link).resolve() for path in documents.DOCUMENTS for link in documents.links(path)}
    assert {path for path in (DOCS / "pictures").rglob("*.*") if path.resolve() not in used} == set()


def test_the_configuration_names_every_variable():
    sources = [*(ROOT / "portal" / "settings").glob("*.py"), *(ROOT / "portal" / "embedded_database").glob("*.py")]
    pattern = r"""(?:\benv\.\w+\(|environ(?:\.\w+\(|\[))\s*["']([A-Z_]+)["']"""
    read = {variable for path in sources for variable in re.findall(pattern, path.read_text())}
    table = set(re.findall(r"^\| `([A-Z_]+)` \|", (DOCS / "configuration.md").read_text(), re.MULTILINE))
    assert table == {*read, "DJANGO_SETTINGS_MODULE"}


def test_the_drawing_names_every_layer():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["name"] == "Imports point one way")
    drawing = (DOCS / "pictures" / "architecture.svg").read_text()
    named = [app.strip() for layer in layers for app in layer.split(":")]
    assert [app for app in named if f">{app}</text>" not in drawing] == []


def test_the_hooks_call_the_gates_of_make_lint():
    hooks, makefile = ((ROOT / file).read_text() for file in (".pre-commit-config.yaml", "Makefile"))
    entries = [entry.replace(" --force-exclude", "") for entry in re.findall(r"entry: (.+)", hooks)]
    assert [entry for entry in entries if entry != "make lint" and entry not in makefile] == []
    assert "://" not in hooks


def test_the_documentation_is_small():
    assert sum(path.stat().st_size for path in DOCS.rglob("*") if path.is_file()) < LARGEST
    assert len((ROOT / "README.md").read_text().splitlines()) <= LONGEST_README
