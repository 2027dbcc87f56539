"""Every mistake that the program knows, made in the fabricated contest: the exact text that an editor reads.

A folder `fixtures/mistakes/<code>` or `<code>__<variant>` holds the files that differ from `fixtures/minimal`;
`delete.txt` lists those to remove, `expected.txt` is the report.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.diagnostics.codes import BUILT, CODES
from generator.project import load

MISTAKES = Path(__file__).parent / "fixtures" / "mistakes"
FOLDERS = sorted(path for path in MISTAKES.iterdir() if path.is_dir())
FOREIGN = (
    "Traceback",
    "None",
    "NoneType",
    "dict",
    "tuple",
    "pydantic",
    "Input should",
    "yaml.",
    "datetime",
    "{'",
)
"""Words of the program that no editor should read."""


def make(mistake: Path, contest: Path) -> None:
    """Lay the mistake over the contest."""
    deleted = mistake / "delete.txt"
    for name in deleted.read_text(encoding="utf-8").split() if deleted.exists() else ():
        path = contest / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for part in ("content", "branches"):
        if (mistake / part).is_dir():
            shutil.copytree(mistake / part, contest / part, dirs_exist_ok=True)


@pytest.mark.parametrize("mistake", FOLDERS, ids=lambda path: path.name)
def test_report_is_what_the_editor_expects(mistake: Path, contest: Path, regen: bool) -> None:
    make(mistake, contest)
    report = load(contest).report
    told = report.to_text() + "\n"
    expected = mistake / "expected.txt"
    if regen:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    code = mistake.name.partition("__")[0]
    assert code in {found.code for found in report.diagnostics}


def test_every_code_has_a_mistake() -> None:
    assert {folder.name.partition("__")[0] for folder in FOLDERS} == set(CODES) - BUILT


def test_minimal_is_clean(minimal: Path) -> None:
    project = load(minimal)
    assert project.report.to_text() == f"没有发现问题，共检查 {project.report.files} 个文件"


@pytest.mark.parametrize("mistake", FOLDERS, ids=lambda path: path.name)
def test_messages_speak_the_editors_language(mistake: Path) -> None:
    told = (mistake / "expected.txt").read_text(encoding="utf-8")
    for foreign in FOREIGN:
        assert foreign not in told
