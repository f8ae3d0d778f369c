"""A secret of this machine is created once and readable only by its owner."""

import stat

from portal.settings.kept_secret import kept_secret


def test_the_same_at_every_start(tmp_path):
    assert kept_secret(tmp_path / "var" / "key") == kept_secret(tmp_path / "var" / "key")


def test_another_one_on_another_machine(tmp_path):
    assert kept_secret(tmp_path / "one") != kept_secret(tmp_path / "other")


def test_only_its_owner_can_read_it(tmp_path):
    kept_secret(tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["key"]
