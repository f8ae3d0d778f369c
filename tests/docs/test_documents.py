"""Everything that the documentation names exists: links, images, commands, files, modules."""

import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import get_commands

from tests.docs import documents
from tests.processes import ROOT

TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
FILE = re.compile(r"[\w.-]+\.(?:py|md|toml|txt|lock|po|svg|css|html|json|yaml)|[\w.-]+/|[\w.-]+(?:/[\w.-]+)+/?")
MODULE = re.compile(r"(?:portal|partners|programs|tests|tools|wagtail)(?:\.\w+)+")
MADE_WHILE_RUNNING = ("var/", ".venv")

each_document = pytest.mark.parametrize("document", documents.DOCUMENTS, ids=documents.name)


@each_document
def test_links_lead_somewhere(document):
    broken = []
    for address in documents.links(document):
        path, _hash, anchor = unquote(address).partition("#")
        target = (document.parent / path).resolve() if path else document
        is_web = re.match(r"https?://", address)
        if not is_web and (not target.exists() or (anchor and anchor not in documents.anchors(target))):
            broken.append(address)
    assert broken == []


@each_document
def test_targets_of_make_exist(document):
    named = [
        targets for text in documents.commands(document) for targets in re.findall(r"^make ((?:[a-z-]+ ?)+)", text)
    ]
    assert {target for targets in named for target in targets.split()} <= TARGETS


def test_the_readme_lists_every_target():
    assert {f"make {target}" for target in TARGETS} <= set(documents.code(ROOT / "README.md"))


@each_document
def test_commands_of_manage_py_exist(document):
    named = [command for text in documents.commands(document) for command in re.findall(r"manage\.py (\w+)", text)]
    assert set(named) <= set(get_commands())


@each_document
def test_named_tests_exist(document):
    paths = [path for path in documents.tree() if re.match(r"tests/.*test_\w+\.py", path)]
    names = paths + [name for path in paths for name in re.findall(r"def (test_\w+)", (ROOT / path).read_text())]
    chosen = [choice for text in documents.commands(document) for choice in re.findall(r'PYTEST="-k ([\w ]+)"', text)]
    words = {word for choice in chosen for word in choice.split(" or ")}
    assert {word for word in words if not any(word in name for name in names)} == set()


@each_document
def test_files_and_folders_exist(document):
    named = [text for text in documents.code(document) if FILE.fullmatch(text) and "://" not in text]
    missing = [path for path in named if not path.startswith(MADE_WHILE_RUNNING) and not is_there(path.rstrip("/"))]
    assert missing == []


def is_there(path: str) -> bool:
    """Return whether a path exists, from the root or within some folder."""
    return (ROOT / path).exists() or any(entry.endswith(f"/{path}") for entry in documents.tree())


@each_document
def test_modules_and_what_they_hold_exist(document):
    named = [text for text in documents.code(document) if MODULE.fullmatch(text) and not FILE.fullmatch(text)]
    assert [path for path in named if not is_importable(path)] == []


def is_importable(path: str) -> bool:
    """Return whether a dotted path names a module or an attribute of one; settings modules are not imported."""
    module, _dot, attribute = path.rpartition(".")
    if is_module(path):
        return True
    return bool(module) and is_importable(module) and hasattr(import_module(module), attribute)


def is_module(path: str) -> bool:
    try:
        return find_spec(path) is not None
    except ModuleNotFoundError:  # the part before the last dot is not a package
        return False


def test_the_tree_in_the_readme_exists():
    fence = (ROOT / "README.md").read_text().split("## The tree")[1].split("```")[1]
    above: dict[int, Path] = {}
    for line in fence.strip().splitlines():
        depth, folder = (len(line) - len(line.lstrip())) // 2, line.split()[0]
        above[depth] = above.get(depth - 1, ROOT) / folder
        assert above[depth].is_dir(), line
