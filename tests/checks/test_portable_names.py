"""Names of files that some systems do not know, or take for one. Git could not take them out there."""

from __future__ import annotations

import builtins
import io
import os
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.addresses import folded
from generator.project import load

EDITION = "content/alpha/2026"


def told(contest: Path) -> list[tuple[str, str]]:
    return [(each.code, each.at.path) for each in load(contest).report.errors]


@pytest.mark.parametrize(
    "path",
    [
        f"{EDITION}/a:b.txt",
        f"{EDITION}/drafts/con.docx",
        f"{EDITION}/notices/table?.png",
        f"{EDITION}/cases/night-bus/plan ",
        f"{EDITION}/_old/aux.md",
        "content/nul.yml",
        "branches/alpha/.end.",
    ],
)
def test_what_nobody_reads_has_a_name_that_windows_knows(contest: Path, path: str) -> None:
    """Git on Windows takes out nothing at all of a project with one such name."""
    (contest / path).parent.mkdir(exist_ok=True)
    (contest / path).write_bytes(b"")
    assert told(contest) == [("unsafe-path", path)]


@pytest.mark.parametrize(
    ("path", "twin"),
    [
        (f"{EDITION}/Edition.yml", f"{EDITION}/edition.yml"),
        (f"{EDITION}/Tracks/old.txt", f"{EDITION}/tracks"),
        ("content/Readme.txt", "content/readme.txt"),
    ],
)
def test_names_in_one_folder_differ_by_more_than_case(contest: Path, path: str, twin: str) -> None:
    """Of two such files Windows and macOS have one, and nobody knows which."""
    (contest / path).parent.mkdir(exist_ok=True)
    (contest / path).write_bytes(b"")
    if not (contest / twin).exists():
        (contest / twin).write_bytes(b"")
    assert told(contest) == [("address-collision", twin)]


@pytest.fixture
def without_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without upper and lower case: what is asked for is found under other letters, too."""

    def real(path: str | Path) -> str:
        """The path as it is on the disk."""
        head, name = os.path.split(os.fspath(path))
        if not name or os.path.lexists(path):
            return os.fspath(path)
        head = real(head)
        found = (each for each in listdir(head) if folded(each) == folded(name)) if isdir(head) else iter(())
        return f"{head}/{next(found, name)}"

    def given(path: Any) -> Any:
        return real(path) if isinstance(path, str | Path) else path

    listdir, isdir, stat, scandir, opened = os.listdir, os.path.isdir, os.stat, os.scandir, open
    monkeypatch.setattr(os, "stat", lambda path, **how: stat(given(path), **how))
    monkeypatch.setattr(os, "listdir", lambda path=".": listdir(real(path)))
    monkeypatch.setattr(os, "scandir", lambda path=".": scandir(real(path)))
    for module in (builtins, io):
        monkeypatch.setattr(module, "open", lambda path, *how, **more: opened(given(path), *how, **more))
    monkeypatch.setattr(os.path, "isfile", lambda path: Path(real(path)).is_file())
    monkeypatch.setattr(os.path, "isdir", lambda path: isdir(real(path)))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (f"{EDITION}/edition.yml", "Edition.yml"),
        (f"{EDITION}/timeline.yml", "timeline.YML"),
        (f"{EDITION}/cases/night-bus/index.md", "Index.md"),
        (f"{EDITION}/tracks", "Tracks"),
        ("content/contest.yml", "Contest.yml"),
    ],
)
@pytest.mark.parametrize("is_one", [True, False])
def test_names_are_told_alike_with_case_and_without(
    contest: Path, request: pytest.FixtureRequest, right: str, wrong: str, is_one: bool
) -> None:
    """Else an editor at Windows sees nothing wrong, and the pipeline refuses it."""
    (contest / right).rename((contest / right).with_name(wrong))
    if is_one:
        request.getfixturevalue("without_case")
    (found,) = load(contest).report.diagnostics
    assert found.message == f"“{wrong}”应当叫“{right.rpartition('/')[2]}”"


@pytest.mark.parametrize("is_one", [True, False])
def test_attachments_are_named_as_they_are(contest: Path, request: pytest.FixtureRequest, is_one: bool) -> None:
    edition = contest / EDITION / "edition.yml"
    listed = "attachments:\n  - title: 报名表\n    file: form.docx\n"
    edition.write_text(edition.read_text("utf-8") + listed, "utf-8")
    (edition.parent / "Form.docx").write_bytes(b"PK")
    if is_one:
        request.getfixturevalue("without_case")
    (found,) = load(contest).report.diagnostics
    assert (found.code, found.hint) == ("missing-attachment", "文件叫 Form.docx，大小写要一样：改成同一个名字")
