"""Whatever stands in a content file, reading it gives a record or a diagnostic, never an exception."""

from __future__ import annotations

import shutil
import string
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.project import Project, load
from generator.text import markdown, scan

MINIMAL = Path(__file__).parent / "fixtures" / "minimal"
FILES = sorted(
    path.relative_to(MINIMAL).as_posix()
    for path in MINIMAL.rglob("*")
    if path.suffix in (".yml", ".md", ".png", ".jpg")
)
SYNTAX = "-:：,，[]{}&*!|>'\"%@`#?~\t\n \\<>()/0129eE.+年月日甲record:truenull\ufeff\u3000\x85\u2028\x00"

often = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def contest() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(MINIMAL, Path(folder) / "contest"))


def load_with(contest: Path, name: str, raw: bytes) -> Project:
    """Load the contest with one file replaced, then put the file back."""
    path = contest / name
    original = path.read_bytes()
    path.write_bytes(raw)
    try:
        return load(contest)
    finally:
        path.write_bytes(original)


def nothing_is_lost(project: Project) -> None:
    """A file without a record has at least one error, so that nothing disappears silently."""
    told = {found.at.path for found in project.report.errors}
    if project.catalog is None:
        assert told
        return
    for (kind, key), document in project.catalog.sources.items():
        if project.catalog.is_broken(kind, key):
            assert document.path in told
    project.report.to_text()
    project.report.to_json()


@often
@given(name=st.sampled_from(FILES), raw=st.binary(max_size=300))
def test_random_bytes(contest: Path, name: str, raw: bytes) -> None:
    nothing_is_lost(load_with(contest, name, raw))


@often
@given(name=st.sampled_from(FILES), data=st.data())
def test_damaged_files(contest: Path, name: str, data: st.DataObject) -> None:
    original = (contest / name).read_bytes()
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, min(len(original), start + 40)))
    patch = data.draw(st.text(st.sampled_from(SYNTAX), max_size=12))
    nothing_is_lost(load_with(contest, name, original[:start] + patch.encode() + original[end:]))


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.sampled_from(SYNTAX + string.ascii_letters), max_size=20),
    st.sampled_from(
        ["2026-02-30", "!!timestamp 甲", "!!bool 甲", "!!null 甲", "!甲 乙", "&a", "*a", "010", "12:30", "<<"]
    ),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(scalars, inner, max_size=3)),
    max_leaves=6,
)


@often
@given(name=st.sampled_from([name for name in FILES if name.endswith((".yml", ".md"))]), data=st.data())
def test_values_of_any_shape(contest: Path, name: str, data: st.DataObject) -> None:
    lines = (contest / name).read_text(encoding="utf-8").split("\n")
    place = data.draw(st.integers(0, len(lines) - 1))
    key = lines[place].partition(":")[0]
    lines[place] = f"{key}: {data.draw(values)}"
    nothing_is_lost(load_with(contest, name, "\n".join(lines).encode(errors="replace")))


@often
@given(text=st.text(st.sampled_from(SYNTAX + string.ascii_letters), max_size=200))
def test_markdown_of_any_kind(text: str) -> None:
    prose = scan.prose(text)
    assert len(prose) == len(text)
    for reference in [*scan.links(prose), *scan.images(prose)]:
        assert 0 <= reference.offset <= len(text)
    for table in scan.tables(prose):
        assert table.header
    markdown.anchors(text)
