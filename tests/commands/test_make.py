"""The output of make in a fresh clone, and what it installs."""

import re
import shutil
import stat
import subprocess
import sys

import pytest

from tests.commands.checkouts import clean_environment
from tests.processes import ROOT
from tools import install

pytestmark = pytest.mark.usefixtures("limited")


def test_make_alone_lists_the_commands():
    output = subprocess.check_output(["make"], cwd=ROOT, env=clean_environment(), text=True)
    for command in ("demo", "demo-reset", "test", "test-fast", "test-long", "lint", "messages", "lock"):
        assert f"  make {command} " in output


@pytest.fixture
def bare_clone(tmp_path):
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    for name in ("Makefile", "requirements.lock"):
        shutil.copy2(ROOT / name, tmp_path / name)
    return tmp_path


def prerequisites(clone, **variables):
    command = ["make", ".venv/installed", *(f"{name}={value}" for name, value in variables.items())]
    return subprocess.run(command, cwd=clone, env=clean_environment(), capture_output=True, text=True)


def test_without_python_there_is_one_clear_sentence(bare_clone):
    answer = prerequisites(bare_clone, PYTHON="python-that-is-not-there")
    assert answer.returncode != 0
    assert answer.stderr.startswith("Python 3.11 or newer is needed, and there is no python-that-is-not-there.\n")


def test_a_python_without_venv_is_told_what_to_install(bare_clone):
    python = bare_clone / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{WITHOUT_VENV}" "$@"\n')
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    answer = prerequisites(bare_clone, PYTHON=python)
    assert answer.returncode != 0
    assert answer.stderr.startswith("Python's module venv is missing.")
    assert not (bare_clone / ".venv").exists()


WITHOUT_VENV = "import runpy, sys; sys.modules['ensurepip'] = None; runpy.run_path(sys.argv[1], run_name='__main__')"


def test_an_old_python_is_told_which_one_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed, and this is 3\.9\."):
        install.check_python()


def test_the_demo_installs_the_same_versions_as_the_tests_and_none_of_their_tools():
    demo, everything = packages("requirements.lock"), packages("requirements-dev.lock")
    assert demo < everything
    assert not {name for name, _version in demo} & {"playwright", "pytest", "ruff", "uv"}


def packages(lock):
    """Return (name, version) of all packages in a lock file."""
    return set(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))
