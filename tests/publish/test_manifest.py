"""A site described: the same site gives the same bytes, and a change is named."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from generator.publish import manifest
from generator.publish.manifest import Changes, Conditions, FileEntry, Manifest
from tests.publish import disk

CONDITIONS = Conditions(date(2026, 9, 1), "https://contest.example/", "0.1.0")


def test_files_with_size_and_hash(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("水", encoding="utf-8")
    (tmp_path / manifest.MARKER).write_text("of the build before")
    made = manifest.of(disk.files(tmp_path), CONDITIONS)
    assert made.files == {"a/index.html": FileEntry(3, hashlib.sha256("水".encode()).hexdigest())}
    assert json.loads(made.to_json()) == {
        "schema": "manifest/1",
        "generator": "0.1.0",
        "as_of": "2026-09-01",
        "site_url": "https://contest.example/",
        "handbooks": True,
        "program": "",
        "files": [{"path": "a/index.html", "size": 3, "sha256": made.files["a/index.html"].sha256}],
    }


def test_written_and_read_again(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text("b")
    (tmp_path / "a.html").write_text("a")
    made = manifest.of(disk.files(tmp_path), CONDITIONS)
    (tmp_path / manifest.MARKER).write_bytes(made.to_json())
    assert manifest.read(tmp_path) == made
    assert manifest.of(disk.files(tmp_path), CONDITIONS).to_json() == made.to_json()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"files": [1]}', '{"schema": "manifest/9", "files": []}'])
def test_unreadable_manifest_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / manifest.MARKER).write_text(text)
    assert manifest.read(tmp_path) == Manifest()


def test_changes() -> None:
    one, two = FileEntry(1, "1"), FileEntry(1, "2")
    before = Manifest({}, {"same": one, "other": one, "gone": one})
    after = Manifest({}, {"same": one, "other": two, "new": one})
    assert manifest.changes(before, after) == Changes(added=("new",), changed=("other",), removed=("gone",))
    assert manifest.changes(before, after)
    assert not manifest.changes(after, after)
