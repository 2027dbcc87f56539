"""Same input, same bytes; what has not changed is not laid out again; what has changed is; what is not used goes."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator import project
from generator.handbook import making
from generator.handbook.book import Book, Bookmark, LateUnit, Unit
from generator.handbook.layout import renderer as unit_renderer
from generator.handbook.layout.cache_files import CACHE
from generator.handbook.layout.cache_files import unit as unit_entry
from generator.handbook.layout.pool import Pool
from generator.handbook.layout.renderer import UnitRenderer
from generator.handbook.printing import books
from generator.machine import cache
from generator.papers import Make, Paper
from generator.site.facts import site
from tests.damage import DAMAGES
from tests.handbook.fabricated import book, build, case, close, photo, with_case

PROJECT = Path(__file__).parents[2]
GENERATOR = PROJECT / "generator"
COLD = """
import sys
from pathlib import Path
from tests.damage import DAMAGES
from tests.handbook.fabricated import book, build, case, close, with_case
from generator.papers import Make
root = Path(sys.argv[1])
for made in (with_case(book(), case(1, paragraphs=40)), book(make=Make.PRINT)):
    print(build(root, made)[0].pdf)
close(root)
"""


# Bytes


def test_an_edited_book_equals_a_cold_one_of_another_machine(press, printed, tmp_path):
    """In another place, time zone and locale, with another hash seed, and with nothing in the cache."""
    warm, laid_out = build(press, with_case(book(), case(1, paragraphs=40)))
    assert laid_out == 2, "the case, and the contents, whose numbers moved"
    other = {"PYTHONHASHSEED": "7", "TZ": "America/New_York", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    environment = {**os.environ, **other, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", COLD, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    cold = [Path(line).read_bytes() for line in done.stdout.split()]
    assert [len(each) for each in cold] == [warm.pdf.stat().st_size, printed.stat().st_size]
    assert cold == [warm.pdf.read_bytes(), printed.read_bytes()]


# What is laid out again


def test_nothing_is_laid_out_twice(press, screen):
    written = screen.stat().st_ino
    bound, laid_out = build(press, book(), [f"demo/2026/{number}" for number in range(4)])
    assert laid_out == 0
    assert bound.pdf == screen
    assert screen.stat().st_ino == written


def test_a_book_is_checked_again_for_other_cases(press, screen):
    bound, laid_out = build(press, book(), ["demo/2026/0"])
    assert laid_out == 0
    assert {each.code for each in bound.problems} == {"print-check"}
    assert bound.pdf is None


def test_a_changed_picture_is_noticed(press, screen):
    unit = case(1, extra='<p><img alt="x" style="width: 20mm" src="file:content/changed.jpg"></p>')
    photo(press / "content" / "changed.jpg", 300, 300)
    first, _ = build(press, with_case(book(2), unit))
    photo(press / "content" / "changed.jpg", 320, 320)
    second, laid_out = build(press, with_case(book(2), unit))
    assert laid_out == 1
    assert first.pdf != second.pdf


def test_a_damaged_entry_is_made_again(press, screen):
    made = book()
    unit = next(part for part in made.parts if part.id == "case-3")
    build(press, made)
    entry = unit_entry(press, UnitRenderer(press, Pool(press)).key(made, unit))
    entry.write_bytes(entry.read_bytes()[:-5])
    _, laid_out = build(press, replace(made, date="2026-09-02"))
    assert laid_out == 1


def test_whatever_is_damaged_in_the_cache_the_book_is_the_same(press, printed, tmp_path):
    """Units, fonts, finished books, covers, what is remembered of them: every file at once."""
    sound, cover = printed.read_bytes(), printed.with_suffix(".png").read_bytes()
    shutil.copytree(press, tmp_path / "press", symlinks=True)
    for name, damage in DAMAGES.items():
        for path in sorted((tmp_path / "press" / CACHE).rglob("*")):
            if path.is_file():
                damage(path)
        bound, laid_out = build(tmp_path / "press", book(make=Make.PRINT))
        assert laid_out, name
        assert bound.pdf.read_bytes() == sound, name
        assert bound.pdf.with_suffix(".png").read_bytes() == cover, name
    close(tmp_path / "press")


def test_contents_are_laid_out_once_though_they_count_among_the_pages(press, screen):
    def counted(part):
        def make(pages):
            made = part.make(pages)
            return replace(made, html=f"{made.html}<p>连目录一起数</p>", numbering="arabic")

        return LateUnit(part.id, make) if isinstance(part, LateUnit) else part

    made = book()
    bound, laid_out = build(press, replace(made, parts=tuple(map(counted, made.parts))))
    assert bound.pdf
    assert laid_out == 1


def test_a_new_title_needs_no_layout(press, screen):
    bound, laid_out = build(press, replace(book(), title="另一个书名"))
    assert laid_out == 0
    assert bound.pdf


# What a unit's key covers. Nothing is laid out here.


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a photo, fonts, and a copy of the code that lays out, all of which a test may change."""
    photo(tmp_path / "content" / "a b&c.jpg", 30, 20)
    photo(tmp_path / "content" / "ground.png", 30, 20, "PNG")
    photo(tmp_path / "content" / "other.jpg", 30, 20)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Song.ttf").write_bytes(b"font")
    monkeypatch.setattr(unit_renderer, "FONT_FOLDERS", [str(tmp_path / "fonts")])
    for path in code_in(unit_renderer.ROOMS):
        copy = tmp_path / "code" / path.relative_to(GENERATOR)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "code" / "handbook" / "join").mkdir()
    monkeypatch.setattr(unit_renderer, "files", lambda _: tmp_path / "code")
    yield tmp_path
    unit_renderer.tools.cache_clear()


UNIT = Unit("case-1", '<p>文字<img src="file:content/a b&amp;c.jpg" alt="图"></p>', left_head="左", right_head="右")
BOOK = replace(book(1), css="body { background: url(file:content/ground.png) }")


def key(root: Path, made: Book = BOOK, unit: Unit = UNIT) -> str:
    unit_renderer.tools.cache_clear()
    return UnitRenderer(root, Pool(root)).key(made, unit)


@pytest.mark.parametrize(
    "changed",
    [
        {"css": BOOK.css + "p { color: red }"},
        {"make": Make.PRINT},
        {"paper": Paper.A4},
        {"language": "zh-TW"},
        {"demo": True},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_change_of_the_book_that_shows_on_pages_is_a_miss(elsewhere, changed):
    assert key(elsewhere, replace(BOOK, **changed)) != key(elsewhere)


@pytest.mark.parametrize(
    "changed",
    [{"id": "case-2"}, {"html": UNIT.html + "<p>更多</p>"}, {"left_head": "改"}, {"right_head": "改"}],
    ids=lambda changed: next(iter(changed)),
)
def test_a_change_of_the_unit_is_a_miss(elsewhere, changed):
    assert key(elsewhere, unit=replace(UNIT, **changed)) != key(elsewhere)


def code_in(rooms: tuple[str, ...]) -> set[Path]:
    """The modules in some rooms, which are named from the package's folder."""
    named = {GENERATOR / room for room in rooms}
    return {path for path in GENERATOR.rglob("*.py") if named & {path, path.parent}}


OUTSIDE: dict[str, Callable[[Path, pytest.MonkeyPatch], object]] = {
    "picture": lambda root, _: photo(root / "content" / "a b&c.jpg", 31, 20),
    "ground": lambda root, _: photo(root / "content" / "ground.png", 31, 20, "PNG"),
    "new font": lambda root, _: (root / "fonts" / "Hei.ttf").write_bytes(b"font"),
    "other font": lambda root, _: (root / "fonts" / "Song.ttf").write_bytes(b"fonts"),
    "rule for fonts": lambda _, patch: patch.setenv("FONTCONFIG_FILE", "/other/fonts.conf"),
    "WeasyPrint": lambda _, patch: patch.setattr(unit_renderer, "version", lambda name: f"{name} 70.1"),
    "Pango": lambda _, patch: patch.setattr(unit_renderer, "_libraries", lambda: ["pango 9"]),
    "format": lambda _, patch: patch.setattr(unit_renderer, "FORMAT", "fragment/99"),
    **{
        name: lambda root, _, name=name: (root / "code" / name).write_bytes(b"# other code")
        for name in map(str, sorted(path.relative_to(GENERATOR) for path in code_in(unit_renderer.ROOMS)))
    },
}


@pytest.mark.parametrize("change", OUTSIDE)
def test_a_change_of_what_lays_out_is_a_miss(elsewhere, monkeypatch, change):
    before = key(elsewhere)
    OUTSIDE[change](elsewhere, monkeypatch)
    assert key(elsewhere) != before


def test_changes_that_show_on_no_page_of_the_unit_are_hits(elsewhere):
    before = key(elsewhere)
    photo(elsewhere / "content" / "other.jpg", 50, 50)
    (elsewhere / "code" / "handbook" / "join" / "assemble.py").write_bytes(b"# joins pages")
    other = replace(BOOK, title="别的书名", date="2027", cases={}, parts=(case(7),))
    moved = replace(UNIT, numbering="roman", recto=True, headings=(Bookmark(1, "题", "x"),), source="content/x.md")
    assert key(elsewhere, other, moved) == before


# What a real book's keys cover. Nothing is laid out here either.


def keys(contest: Path) -> dict[str, str]:
    """The key of every unit of a contest's book of cases that needs no page numbers, by the unit's id."""
    catalog = project.load(contest).catalog
    shown = catalog.public(date(2026, 9, 30))
    facts = site(contest, shown, None)
    (made,) = books(facts, shown.editions["alpha/2026"], Make.SCREEN, contest, kinds=("casebook",))
    renderer = UnitRenderer(contest, Pool(contest))
    return {part.id: renderer.key(made, part) for part in made.parts if isinstance(part, Unit)}


def appended(name: str, text: str) -> Callable[[Path], object]:
    return lambda contest: (contest / name).write_text((contest / name).read_text("utf-8") + text, "utf-8")


def replaced(name: str, old: str, new: str) -> Callable[[Path], object]:
    def change(contest: Path) -> None:
        text = (contest / name).read_text("utf-8")
        assert old in text
        (contest / name).write_text(text.replace(old, new), "utf-8")

    return change


CASES = "content/alpha/2026/cases"
CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "template": (appended("templates/handbook/case.html", "<p>x</p>"), "case-.*"),
    "style": (appended("templates/handbook/css/00-base.css", "p { color: red }"), ".*"),
    "colours": (replaced("branches/alpha/branch.yml", "primary:", 'primary: "#123456" # '), ".*"),
    "text": (appended(f"{CASES}/night-bus/index.md", "\n更多。\n"), "case-night-bus"),
    "picture": (lambda contest: photo(contest / CASES / "river-gauge/cover.jpg", 30, 20), "case-river-gauge"),
    "afterword": (appended("content/alpha/2026/handbook.yml", "  afterword: {text: 后记}\n"), "afterword"),
    "notice": (appended("content/alpha/2026/notices/2026-06-01-launch.md", "\n更多。\n"), "nothing"),
    "other branch": (appended("content/beta/2026/notices/2026-06-20-launch.md", "\n更多。\n"), "nothing"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_edit_lays_out_what_it_changes_and_nothing_else(contest, change):
    shutil.copytree(PROJECT / "templates" / "handbook", contest / "templates" / "handbook")
    (contest / "content/alpha/2026/handbook.yml").write_text("casebook:\n  subtitle: 选编\n", "utf-8")
    before = keys(contest)
    make_change, missed = CHANGES[change]
    make_change(contest)
    after = keys(contest)
    assert {unit for unit in after if after[unit] != before.get(unit)} == {
        unit for unit in after if re.fullmatch(missed, unit)
    }


def test_libraries_tell_their_versions():
    names = [name for name, _, _ in unit_renderer.LIBRARIES]
    assert [told.partition("=")[0] for told in unit_renderer._libraries()] == names


def modules(name: str, within: str) -> set[str]:
    """A module of the engine and all that it imports, now or later, from modules whose names begin with `within`."""
    found: set[str] = set()
    todo = [f"generator.handbook.{name}"]
    while todo:
        if (module := todo.pop()) in found:
            continue
        found.add(module)
        for node in ast.walk(ast.parse(file_of(module).read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(within):
                imported = [f"{node.module}.{each.name}" for each in node.names]
                todo += [each for each in (str(node.module), *imported) if file_of(each).is_file()]
    return found


def file_of(module: str) -> Path:
    return PROJECT / f"{module.replace('.', '/')}.py"


def test_no_module_of_the_engine_is_forgotten():
    """A module that lays out is part of every unit's key, one that joins or checks of every book's."""
    layout, joining = code_in(unit_renderer.ROOMS), code_in(making.ROOMS)
    assert {file_of(module) for module in modules("engine.worker", "generator")} <= layout
    assert {file_of(module) for module in modules("making", "generator.handbook")} <= layout | joining


# What goes


NOW = 1_800_000_000


def entry(root: Path, name: str, days: float, size: int = 1) -> Path:
    """A file of the cache that was last used so many days ago."""
    path = root / CACHE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    os.utime(path, (NOW - days * cache.DAY, NOW - days * cache.DAY))
    return path


def test_what_is_not_used_for_a_month_goes(tmp_path):
    old = [entry(tmp_path, name, 31) for name in ("units/ab/a.unit", "fonts/a.font", "books/a.pdf", "books/b.7.part")]
    kept = [entry(tmp_path, name, 29) for name in ("units/ab/b.unit", "fonts/b.font", "books/b.pdf", "books/b.json")]
    kept.append(entry(tmp_path, "passed.json", 99))
    assert cache.prune(tmp_path, NOW) == len(old)
    assert not any(path.exists() for path in old)
    assert all(path.exists() for path in kept)


def test_a_large_cache_loses_what_has_rested_longest_but_nothing_of_today(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "MAX_BYTES", 250)
    paths = {days: entry(tmp_path, f"books/{days}.pdf", days, size=100) for days in (0, 0.5, 2, 5, 9)}
    cache.prune(tmp_path, NOW)
    assert [days for days, path in paths.items() if path.exists()] == [0, 0.5]
    monkeypatch.setattr(cache, "MAX_BYTES", 50)
    cache.prune(tmp_path, NOW)
    assert [days for days, path in paths.items() if path.exists()] == [0, 0.5], "another build may be reading them"


def test_use_keeps_an_entry(press, screen, tmp_path):
    """What a book is made from is kept by asking for the book again, even when nothing is laid out; the rest goes."""
    made = replace(book(), date="2026-10-01")
    build(press, made)
    folder = Path(shutil.copytree(press / CACHE, tmp_path / CACHE))
    for path in folder.rglob("*.*"):
        os.utime(path, (NOW - 99 * cache.DAY, NOW - 99 * cache.DAY))
    build(tmp_path, made)
    cache.prune(tmp_path)
    bound, laid_out = build(tmp_path, made)
    assert laid_out == 0
    assert set((folder / "books").iterdir()) == {bound.pdf.with_suffix(end) for end in (".pdf", ".png", ".json")}
    assert len(list((folder / "units").rglob("*.unit"))) == len(made.parts)
    assert list((folder / "fonts").iterdir()) == []
