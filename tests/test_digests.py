"""Digests are the same in every process, whatever the seed of hashes, and in no two processes for other values."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.machine import digests, program, signs
from generator.model import Branch, Sector
from generator.project import load

ROOT = Path(__file__).parents[1]
_CODE = """
import sys
from pathlib import Path
from generator import project, search
from generator.machine import digests, program, signs
catalog = project.load(Path(sys.argv[1])).catalog
cover = lambda case: None
print(digests.of(catalog.cases, catalog.editions), *(draft.key for draft in search.drafts(catalog, "alpha", cover)))
"""


def test_the_same_in_every_process(minimal: Path) -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _CODE, str(minimal)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
    assert len(told.pop().split()) > 20


def test_other_values_have_other_digests(minimal: Path) -> None:
    catalog = load(minimal).catalog
    assert catalog
    case = next(iter(catalog.cases.values()))
    other = case.model_copy(update={"title": "别的"})
    branch = next(iter(catalog.branches.values()))
    assert isinstance(branch, Branch)
    values = [
        case,
        other,
        branch,
        (case, other),
        (other, case),
        [case, other],
        "a",
        b"a",
        1,
        "1",
        None,
        (),
        {"a": case},
    ]
    assert len({digests.of(value) for value in values}) == len(values)
    assert digests.of(case) == digests.of(case.model_copy()) == digests.of(case, known={})
    with pytest.raises((TypeError, AttributeError)):
        digests.of(lambda: 1)


def test_a_record_that_is_gone_is_not_mistaken_for_the_next_one_in_its_place() -> None:
    known: digests.Known = {}
    assert len({digests.of(Sector(id=f"{year}", name="年"), known=known) for year in range(2000, 2100)}) == 100


def test_files_are_read_again_only_when_they_may_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text("one", "utf-8")
    monkeypatch.setattr(signs, "latest", lambda: 2**63)  # as if a while had passed
    before = program.folder(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", lambda *_: pytest.fail("read again"))
        assert program.folder(tmp_path) == before
    (tmp_path / "a.html").write_text("two", "utf-8")
    assert program.folder(tmp_path) != before
    monkeypatch.setattr(signs, "latest", lambda: 0)  # as where the system does not tell
    now = program.folder(tmp_path)
    monkeypatch.setattr(program, "_read", {f"{tmp_path}/a.html": (None, "old")})
    assert program.folder(tmp_path) == now
