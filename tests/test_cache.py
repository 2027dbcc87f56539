"""An entry of the cache is whole and sound, or as good as absent."""

from __future__ import annotations

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
