"""An entry of the cache is whole and sound, or as good as absent."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.machine import cache
from tests.damage import DAMAGES


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    path = tmp_path / ".cache" / "handbook" / "units" / "ab" / "abc.unit"
    cache.write(path, b"pages")
    return path


def test_what_was_written_is_read(entry: Path) -> None:
    assert cache.read(entry) == b"pages"
    assert [path.name for path in entry.parent.iterdir()] == ["abc.unit"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_and_mended(entry: Path, damage: str) -> None:
    DAMAGES[damage](entry)
    assert cache.read(entry) is None
    cache.write(entry, b"again")
    assert cache.read(entry) == b"again"


def test_absent(tmp_path: Path) -> None:
    assert cache.read(tmp_path / "none") is None


@pytest.mark.parametrize("blocked", [".cache", ".cache/handbook", ".cache/handbook/units", ".cache/handbook/units/ab"])
def test_a_file_where_a_folder_belongs(tmp_path: Path, blocked: str) -> None:
    (tmp_path / blocked).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / blocked).write_text("in the way")
    entry = tmp_path / ".cache" / "handbook" / "units" / "ab" / "abc.unit"
    cache.write(entry, b"pages")
    assert cache.read(entry) == b"pages"


def test_a_full_disk_leaves_the_old_entry_and_nothing_else(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        self.touch()
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="space"):
            cache.write(entry, b"again")
    assert cache.read(entry) == b"pages"
    assert [path.name for path in entry.parent.iterdir()] == ["abc.unit"]


def test_a_project_that_can_only_be_read_is_built_with_a_cache_elsewhere(contest: Path, tmp_path: Path) -> None:
    """Nothing is left in the project; in the folder that is named the cache has one of its own."""
    before = sorted(contest.rglob("*"))
    command = [sys.executable, "-c", "from generator.commands.cli import main; main()", "build", "--no-handbooks"]
    where = ["--root", str(contest), "--out", str(tmp_path / "site")]
    named = {**os.environ, "PORTAL_CACHE": str(tmp_path / "kept")}
    subprocess.run([*command, *where], check=True, env=named, capture_output=True)
    assert sorted(contest.rglob("*")) == before
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["portal-cache"]
    assert (tmp_path / "site" / "manifest.json").is_file()


def test_what_windows_does_not_let_be_replaced_is_the_same_already(
    entry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Processes of a first build make the same at the same time, and one reads it while another writes."""

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", held)
    cache.write(entry, b"pages")
    with pytest.raises(PermissionError):
        cache.write(entry, b"others")
    assert [path.name for path in entry.parent.iterdir()] == ["abc.unit"]
