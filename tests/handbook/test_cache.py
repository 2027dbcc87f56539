"""Same input, same bytes; what has not changed is not laid out again; what has changed is."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.handbook.fabricated import book, build, case, photo, with_case

PROJECT = Path(__file__).parents[2]
RUN = """
import sys
from pathlib import Path
from tests.handbook.fabricated import book, build
from generator.handbook.book import Make
print(build(Path(sys.argv[1]), book(make=Make(sys.argv[2])))[0].pdf)
"""


@pytest.mark.parametrize("make", ["screen", "print"])
def test_two_runs_make_the_same_bytes(make, tmp_path, screen, printed):
    other = {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    environment = {**os.environ, **other, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", RUN, str(tmp_path), make]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).read_bytes() == {"screen": screen, "print": printed}[make].read_bytes()


def test_an_edited_book_equals_a_cold_one(tmp_path, tmp_path_factory):
    build(tmp_path, book())
    edited = with_case(book(), case(1, paragraphs=40))
    warm, renderer = build(tmp_path, edited)
    cold, _ = build(tmp_path_factory.mktemp("cold"), edited)
    assert warm.pdf.read_bytes() == cold.pdf.read_bytes()
    assert renderer.laid_out == 2, "the case, and the contents, whose numbers moved"


def test_nothing_is_laid_out_twice(press, screen):
    before = screen.stat().st_mtime_ns
    bound, renderer = build(press, book())
    assert renderer.laid_out == 0
    assert bound.pdf == screen
    assert screen.stat().st_mtime_ns == before


def test_a_changed_picture_is_noticed(tmp_path):
    unit = case(1, extra='<p><img alt="x" style="width: 20mm" src="file:content/p.jpg"></p>')
    photo(tmp_path / "content" / "p.jpg", 300, 300)
    first, _ = build(tmp_path, with_case(book(2), unit))
    photo(tmp_path / "content" / "p.jpg", 320, 320)
    second, renderer = build(tmp_path, with_case(book(2), unit))
    assert renderer.laid_out == 1
    assert first.pdf != second.pdf


def test_a_damaged_entry_is_made_again(tmp_path):
    build(tmp_path, book(2))
    entry = next((tmp_path / ".cache" / "handbook" / "units").rglob("*.unit"))
    entry.write_bytes(entry.read_bytes()[:-5])
    _, renderer = build(tmp_path, replace(book(2), date="2026-09-02"))
    assert renderer.laid_out == 1


def test_a_new_title_needs_no_layout(tmp_path):
    build(tmp_path, book(2))
    bound, renderer = build(tmp_path, replace(book(2), title="另一个书名"))
    assert renderer.laid_out == 0
    assert bound.pdf
