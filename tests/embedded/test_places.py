"""Unusual paths, users and environment variables."""

import os
import pwd
import shutil
import tempfile
from pathlib import Path

import pytest

from portal.embedded_database.binaries import NOBODY
from tests.embedded.clients import server_process
from tests.processes import ROOT, processes_of

SOMEBODY = next(user.pw_uid for user in pwd.getpwall() if user.pw_uid not in (0, NOBODY))

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


def test_a_path_with_blanks(directory, start):
    assert start(directory.parent / "my own files" / "postgres").ready().ask("SELECT 1") == "1"


def test_a_path_of_150_characters(directory, start):
    missing = 150 - len(str(directory.parent)) - len("/") - len("/postgres")
    path = directory.parent / ("x" * missing) / "postgres"
    assert len(str(path)) == 150
    assert start(path).ready().ask("SELECT 1") == "1"


def test_variables_about_another_server_do_not_matter(used_directory, start):
    client = start(used_directory, environment={"PGPORT": "6543", "PGDATA": "/nowhere", "PGHOST": "elsewhere.invalid"})
    assert client.ready().ask("SELECT 1") == "1"


def test_another_folder_for_temporary_files_finds_the_same_server(used_directory, start, tmp_path):
    start(used_directory).ready().ask("CREATE TABLE note AS SELECT 'kept' AS text")
    other = start(used_directory, environment={"TMPDIR": str(tmp_path)})
    assert other.ready().ask("SELECT text FROM note") == "kept"


@only_root
def test_root_runs_the_server_as_a_user_without_rights(used_directory, start):
    start(used_directory).ready()
    assert Path(f"/proc/{server_process(used_directory)}").stat().st_uid == NOBODY


@only_root
def test_root_may_have_the_checkout_where_nobody_else_can_look(directory, start):
    secret = directory.parent / "secret"
    secret.mkdir(mode=0o700)
    assert start(secret / "postgres").ready().ask("SELECT 1") == "1"


@only_root
def test_an_ordinary_user(start):
    if not shutil.which("setpriv"):
        pytest.skip("setpriv is missing: no way to become an ordinary user")
    if not readable_by_all(ROOT):
        pytest.skip("the checkout lies where an ordinary user cannot read it")
    become = ("setpriv", f"--reuid={SOMEBODY}", f"--regid={SOMEBODY}", "--clear-groups", "--inh-caps=-all")
    with tempfile.TemporaryDirectory(prefix="portal-test-") as folder:
        os.chown(folder, SOMEBODY, SOMEBODY)
        client = start(Path(folder) / "postgres", prefix=become).ready()
        assert client.ask("SELECT 1") == "1"
        assert Path(f"/proc/{server_process(Path(folder) / 'postgres')}").stat().st_uid == SOMEBODY
        client.leave()
        assert processes_of(folder) == []


def readable_by_all(folder):
    return all(place.stat().st_mode & 0o005 == 0o005 for place in (folder, *folder.parents))
