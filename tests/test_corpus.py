"""The made-up contest of the benchmarks: always the same, sound, and long enough to measure by."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks import corpus
from generator.project import load
from generator.publish import Request
from generator.publish.build import build


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_same_size_same_files(tmp_path: Path) -> None:
    first = contents(corpus.make(tmp_path / "a", 9))
    assert contents(corpus.make(tmp_path / "b", 9)) == first


def test_larger_contest_begins_with_the_smaller(tmp_path: Path) -> None:
    small = contents(corpus.make(tmp_path / "a", 5))
    large = contents(corpus.make(tmp_path / "b", 9))
    assert {path: large[path] for path in small} == small


def test_content_is_sound_and_realistic(tmp_path: Path) -> None:
    project = load(corpus.make(tmp_path, 40))
    assert project.report.to_text() == f"没有发现问题，共检查 {project.report.files} 个文件"
    assert project.catalog is not None
    lengths = [sum(map(len, text.parts())) for text in project.catalog.case_texts.values()]
    assert min(lengths) >= corpus.LENGTH
    assert len(list(tmp_path.rglob("cover.png"))) == 10


def test_a_contest_with_the_program_can_be_built(tmp_path: Path) -> None:
    contest = corpus.make(tmp_path / "contest", 3, Path(__file__).parents[1], pictures=False)
    built = build(Request(contest, contest / "site", date(2026, 9, 1), handbooks=False))
    assert built.published, built.report.to_text()
    assert {"bench/2026/cases/case-00002/index.html", "bench/search/manifest.js"} < built.published.files.keys()
    assert not [name for name in built.published.files if name.endswith(".webp")]
