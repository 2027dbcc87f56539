"""Records of sound files are kept by their bytes; what comes back is what was decoded, and faults are found again."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from generator import project
from generator.content import documents
from generator.content.kept import KeptRecords
from generator.diagnostics import Report
from generator.machine.store import FILE, Store

ROOT = Path(__file__).parents[1]
KINDS = ("cases", "tracks", "notices", "pages")


@pytest.mark.parametrize("name", ["minimal", "real"])
def test_what_is_kept_is_what_was_decoded(name: str, contest: Path, tmp_path: Path) -> None:
    root = ROOT if name == "real" else contest
    store = Store(tmp_path)
    first = project.load(root, KeptRecords(store))
    store.flush()
    again = project.load(root, KeptRecords(Store(tmp_path)))
    assert first.catalog
    assert again.catalog
    sound = [document for document in again.catalog.sources.values() if document.sound]
    assert len(sound) > 3
    assert again.report == first.report
    for kind in KINDS:
        before, after = getattr(first.catalog, kind), getattr(again.catalog, kind)
        assert after == before
        assert list(after) == list(before)
        assert [each.model_fields_set for each in after.values()] == [each.model_fields_set for each in before.values()]
    for kept in sound:
        read = documents.parse(kept.path, (root / kept.path).read_bytes(), Report())
        assert read
        assert (kept.path, kept.data, kept.body) == (read.path, read.data, read.body)
        assert (kept.body_line, kept.marks, kept.plain) == (read.body_line, read.marks, read.plain)


def test_a_file_is_new_once(contest: Path, tmp_path: Path) -> None:
    kept = KeptRecords(Store(tmp_path))
    first, again = (project.load(contest, kept).catalog for _ in range(2))
    assert first
    assert again
    told = {part for text in first.case_texts.values() for part in text.parts() if part}
    assert told
    assert all(first.sources["case", case].sound for case in first.cases)
    assert told <= set(first.texts(new=True))
    assert told.isdisjoint(again.texts(new=True))


def test_faults_are_found_every_time(contest: Path, tmp_path: Path) -> None:
    case = next((contest / "content").glob("*/*/cases/*/index.md"))
    case.write_text(case.read_text("utf-8") + "\n手机 13800138000，见[^1]。\n", "utf-8")
    kept = KeptRecords(Store(tmp_path))
    reports = [project.load(contest, kept).report for _ in range(3)]
    assert {"private-data", "footnote"} <= {found.code for found in reports[0].diagnostics}
    assert reports[0] == reports[1] == reports[2]


def test_a_sound_file_is_judged_by_its_bytes_its_name_and_its_surroundings(contest: Path, tmp_path: Path) -> None:
    kept = KeptRecords(Store(tmp_path))
    project.load(contest, kept)
    case = next((contest / "content").glob("*/*/cases/*/index.md"))
    (case.parent / "13800138000.png").write_bytes(b"no picture")
    shutil.copytree(case.parent, case.parent.with_name("another"))
    codes = [(found.code, found.at.path) for found in project.load(contest, kept).report.diagnostics]
    assert ("unreferenced-image", (case.parent / "13800138000.png").relative_to(contest).as_posix()) in codes
    assert "private-data" in dict(codes)
    assert "repeated-project" in dict(codes)


@pytest.mark.parametrize("damage", [b"", b"{", b'{"title": 3}', b"null"])
def test_what_is_damaged_is_decoded_again(damage: bytes, contest: Path, tmp_path: Path) -> None:
    first = project.load(contest).catalog
    kept = KeptRecords(Store(tmp_path))
    assert first
    assert kept.store
    for document in first.sources.values():
        kept.store.put(kept.key(document.path, (contest / document.path).read_bytes()), damage)
    kept.store.flush()
    again = project.load(contest, KeptRecords(Store(tmp_path))).catalog
    assert again
    assert again.cases == first.cases
    assert (tmp_path / FILE).exists()


def test_files_are_read_again_only_after_a_change(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sets the times of a file back cannot hide that it was written, nor that another is in its place."""
    kept, case = KeptRecords(), next((contest / "content").glob("*/*/cases/*/index.md"))
    read: list[str] = []
    original = documents.read
    monkeypatch.setattr(
        documents, "read", lambda root, name, report: (read.append(name), original(root, name, report))[1]
    )

    def loaded() -> list[str]:
        read.clear()
        report = project.load(contest, kept).report
        assert report.files == files
        return [name for name in read if name.endswith(".md")]

    files = project.load(contest, KeptRecords()).report.files
    time.sleep(0.1)  # what has just been written may be written again within a tick of the clock
    assert len(loaded()) > 5
    assert loaded() == []
    facts, name = case.stat(), case.relative_to(contest).as_posix()
    for change in (_written, _replaced):
        change(case)
        os.utime(case, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        assert loaded() == [name]
        time.sleep(0.1)
        loaded()
        assert loaded() == []


def _written(case: Path) -> None:
    case.write_bytes(case.read_bytes())


def _replaced(case: Path) -> None:
    other = case.with_name("other")
    other.write_bytes(case.read_bytes())
    other.replace(case)
