"""From a small contest to its books: all of them or none, at the right places, with the right cases on the right pages.

The same books serve all tests here. `night-bus` becomes public on 2 October, `leaf-tally` is a draft.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress, groupby
from operator import itemgetter
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image, ImageChops, ImageStat

from generator import exports, project
from generator.catalog import addresses
from generator.catalog.books import Shelf
from generator.commands import cli
from generator.diagnostics import Diagnostic, Span
from generator.handbook import printing
from generator.handbook.book import Book
from generator.handbook.join import assemble
from generator.handbook.layout.cache_files import CACHE
from generator.handbook.making import BoundBook
from generator.handbook.page.trim import POINTS
from generator.handbook.printing import Choice, PrintResult, build_books
from generator.handbook.verify import book_rules
from generator.handbook.verify.finished import FinishedPdf
from generator.machine.faults import Stopped
from generator.media import assets
from generator.papers import Make, Piece
from generator.render import Renderer
from generator.site.facts import site
from generator.text.prose import Prose, TextTooHard
from generator.views import Site, plans
from tests import whole
from tests.handbook import separations
from tests.handbook.books import text

pytestmark = pytest.mark.xdist_group("printery")  # its books are printed once a run

_GROUND = 180
"""Mean light of a plate below which a page has a ground of colour; text alone leaves more."""

ROOT = Path(__file__).parents[2]
URL = "https://contest.example/"
EDITION = "alpha/2026"
FOLDER = f"{EDITION}/downloads"
BEFORE, SEPTEMBER, OCTOBER = date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 2)
ALL, SCREEN = Choice(), Choice(makes=(Make.SCREEN,))
HIDDEN = {"night-bus": "夜班车随叫随到", "leaf-tally": "一树一档"}


def edit(contest: Path, case: str, old: str, new: str) -> None:
    path = contest / "content" / EDITION / "cases" / case / "index.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@dataclass(frozen=True)
class Printery:
    """A contest, and the folder into which its books were printed."""

    contest: Path
    out: Path

    def views(self, day: date, shelf: Shelf | None = None) -> Site:
        catalog = project.load(self.contest).catalog
        assert catalog
        return site(self.contest, catalog.public(day), URL, shelf)

    def print(self, day: date, choice: Choice = ALL, out: Path | None = None, **more: object) -> PrintResult:
        views = self.views(day)
        chosen = [views.catalog.editions[EDITION]]
        return build_books(self.contest, views, chosen, out or self.out, choice=choice, **more)

    def copy(self, to: Path) -> Path:
        """The same books in another folder, which a test may change."""
        return Path(shutil.copytree(self.out, to))


@pytest.fixture(scope="session")
def printery(tmp_path_factory: pytest.TempPathFactory, minimal: Path) -> Printery:
    """Most of its units have been laid out."""
    contest = Path(shutil.copytree(minimal, tmp_path_factory.mktemp("printery") / "contest"))
    (contest / "templates").symlink_to(ROOT / "templates")
    whole.warm(contest, tmp_path_factory)
    edit(contest, "night-bus", "publish_at: 2026-08-20", "publish_at: 2026-10-02")
    edit(contest, "leaf-tally", "publish_at: 2026-08-20", "draft: true")
    return Printery(contest, contest.parent / "books")


@pytest.fixture(scope="session")
def printed(printery: Printery) -> PrintResult:
    """The books of September."""
    found = printery.print(SEPTEMBER)
    assert {each.code for each in found.problems} <= {"low-resolution"}
    return found


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


def words(pdf: Path) -> list[str]:
    """The text of every page without white space."""
    document = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


# What is written


def test_every_book_is_there_with_its_cover_and_its_facts(printery, printed):
    files = ("screen", "print-body", "print-cover-wrap")
    books = {f"{FOLDER}/{book}-{file}" for book in ("casebook", "guide") for file in files}
    books |= {f"{FOLDER}/{form}-screen" for form in ("checklist", "scoring")}
    assert names(printery.out) == {f"{book}{suffix}" for book in books for suffix in (".pdf", ".png", ".json")}
    assert {each.address for each in printed.files} == {f"{book}.pdf" for book in books}


@pytest.mark.parametrize("book", ["casebook", "guide"])
@pytest.mark.parametrize("make", list(Make))
def test_what_is_said_of_a_book_is_true(printery, printed, book, make):
    said = next(each for each in printed.files if (each.book, each.make) == (book, make))
    pdf = printery.out / said.address
    with pikepdf.open(pdf) as opened:
        assert said.pages == len(opened.pages)
        assert said.title in str(opened.docinfo.Title)
    assert said.bytes == pdf.stat().st_size
    assert (said.edition, said.paper) == (EDITION, "210x285")
    with Image.open(printery.out / said.cover) as cover:
        assert cover.format == "PNG"
        assert cover.width == 480
        assert cover.height / cover.width == pytest.approx(285 / 210, abs=0.01)
    facts = json.loads(pdf.with_suffix(".json").read_text("utf-8"))
    assert (facts["schema"], facts["book"]) == ("handbook/1", f"alpha-2026-{book}")
    assert [facts[key] for key in ("make", "paper", "title", "pages", "bytes", "cases")] == [
        *(said.make, said.paper, said.title, said.pages, said.bytes, said.cases)
    ]


def test_the_same_books_are_not_made_twice(printery, printed, tmp_path, monkeypatch):
    monkeypatch.setattr(assemble, "write", lambda *_: pytest.fail("made again"))
    forgotten = ancient(printery)
    steps = []
    again = printery.print(SEPTEMBER, out=tmp_path, progress=lambda *step: steps.append(step))
    assert again == printed
    assert contents(tmp_path) == contents(printery.out)
    assert len({step for step, *_ in steps}) == 6
    assert steps[0][:2] == ("排印手册：2026年“知行数据”大赛甲州分赛参赛指南（屏幕阅读版）", 0)
    for name, those in groupby(steps, key=itemgetter(0)):
        counted = [done for _, done, *_ in those]
        assert counted == list(range(len(counted))), f"{name} moves by unit"
    assert not forgotten.exists(), "what is not used any more is cleared away"


def ancient(printery: Printery) -> Path:
    """A book in the cache that nobody has used for years."""
    path = printery.contest / CACHE / "books" / "ancient.pdf"
    path.write_bytes(b"old")
    os.utime(path, (0, 0))
    return path


# All or none


def test_one_impossible_book_and_nothing_is_written(printery, printed, tmp_path, monkeypatch):
    """The fault is with a case; not even the guide, which has none, is written."""

    def faulty(_finished, laid):
        yield from (f"“{unit.id}”有误" for unit in laid.units if unit.id == "case-kiln-heat-map")

    monkeypatch.setattr(book_rules, "RULES", (*book_rules.RULES, faulty))
    out = printery.copy(tmp_path / "out")
    before = contents(out)
    path = f"content/{EDITION}/cases/kiln-heat-map/index.md"
    sound = (printery.contest / path).read_text("utf-8")
    forgotten = ancient(printery)
    edit(printery.contest, "kiln-heat-map", "\n## 解决方案", "\n又一段。\n\n## 解决方案")
    try:
        found = printery.print(SEPTEMBER, SCREEN, out)
    finally:
        (printery.contest / path).write_text(sound, "utf-8")
    assert found.failed
    assert found.files == ()
    (error,) = [each for each in found.problems if each.code != "low-resolution"]
    assert (error.code, str(error.at)) == ("print-check", f"{path}:1:1")
    assert contents(out) == before
    assert forgotten.exists(), "only a build that has succeeded knows what is needed"


def test_a_text_that_takes_too_long_is_named_and_nothing_is_written(printery, printed, tmp_path, monkeypatch):
    out = printery.copy(tmp_path / "out")
    before = contents(out)

    def html(*_):
        raise TextTooHard(Span("content/x.md", 6))

    monkeypatch.setattr(Prose, "html", html)
    found = printery.print(SEPTEMBER, SCREEN, out)
    assert found.failed
    assert [(each.code, str(each.at)) for each in found.problems] == [("slow-text", "content/x.md:6:1")]
    assert contents(out) == before


def test_a_collection_that_lacks_a_public_case_is_not_written(printery, printed, tmp_path, monkeypatch):
    """Should a bug of ours leave one out; that a case is in the book that is not public is found likewise."""
    books = printing.books

    def careless(*given: object) -> list[Book]:
        guide, casebook, *_ = books(*given)
        return [guide, replace(casebook, cases=dict(list(casebook.cases.items())[1:]))]

    monkeypatch.setattr(printing, "books", careless)
    found = printery.print(SEPTEMBER, SCREEN, tmp_path)
    assert found.failed
    assert [each.message for each in found.problems if each.code == "print-check"] == [
        f"案例“{EDITION}/kiln-heat-map”已经公开，书中却没有"
    ]
    assert names(tmp_path) == set()


def test_a_full_disk_leaves_the_old_books(printery, printed, tmp_path, monkeypatch):
    out = printery.copy(tmp_path / "out")
    for name in names(out):
        if not name.endswith(".json"):  # by which the program knows its own books
            (out / name).write_bytes(b"old")
    before = contents(out)
    copy, copied = shutil.copyfile, []

    def full(source: Path, target: Path) -> None:
        if len(copied) == 5:
            target.write_bytes(b"half")
            raise OSError("no space left")
        copied.append(copy(source, target))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="no space left"):
        printery.print(SEPTEMBER, out=out)
    assert contents(out) == before


def test_a_file_of_somebody_else_is_neither_overwritten_nor_removed(printery, printed, tmp_path):
    out = printery.copy(tmp_path / "out")
    theirs = [out / FOLDER / f"{name}-screen" for name in ("guide", "casebook")]
    for path in theirs:
        path.with_suffix(".pdf").write_bytes(b"theirs")
        path.with_suffix(".json").unlink()
    with pytest.raises(Stopped, match=r"guide-screen.pdf 不是本程序排印的"):
        printery.print(BEFORE, SCREEN, out)
    assert [path.with_suffix(".pdf").read_bytes() for path in theirs] == [b"theirs"] * 2


def test_other_books_stay_as_they_are(printery, printed, tmp_path):
    """One chosen book is written; the others, those of other editions too, are left alone."""
    out = tmp_path / "out"
    for name in (f"{FOLDER}/guide-screen.pdf", f"{FOLDER}/casebook-screen.pdf", "beta/2026/downloads/guide-print.pdf"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(b"old")
    found = printery.print(SEPTEMBER, Choice(books=("casebook",), makes=(Make.PRINT,)), out=out)
    assert [each.address for each in found.files] == [
        f"{FOLDER}/casebook-print-{piece}.pdf" for piece in ("body", "cover-wrap")
    ]
    assert [name for name, data in contents(out).items() if data != b"old"] == [
        name for name in contents(out) if "casebook-print" in name
    ]
    assert sum(data == b"old" for data in contents(out).values()) == 3


# What is public


def test_a_collection_without_public_cases_is_taken_away(printery, printed, tmp_path):
    out = printery.copy(tmp_path / "out")
    found = printery.print(BEFORE, SCREEN, out)
    assert [each.book for each in found.files] == ["guide", "checklist", "scoring"]
    left = {Path(name).stem for name in names(printery.out)} - {Path(name).stem for name in names(out)}
    assert left == {"casebook-screen"}, "the print make was not asked for"


def test_embargoed_cases_are_in_no_book_until_their_day(printery, printed, tmp_path):
    for file in printed.files:
        text = "".join(words(printery.out / file.address))
        assert not [title for title in HIDDEN.values() if title in text]
        assert not [case for case in file.cases if case.rpartition("/")[2] in HIDDEN]
    (later,) = printery.print(OCTOBER, Choice(("casebook",), (Make.SCREEN,)), tmp_path).files
    text = "".join(words(tmp_path / later.address))
    assert [title in text for title in HIDDEN.values()] == [True, False]
    assert f"{EDITION}/night-bus" in later.cases


# On which page


@pytest.fixture(scope="session")
def views(printery: Printery, printed: PrintResult) -> Site:
    """What portals are made from, with the books on the shelf."""
    return printery.views(SEPTEMBER, Shelf(printery.out, printed.files))


def footers(pdf: Path) -> list[str]:
    """What stands at the foot of every page."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        left, bottom, right, _ = page.get_trimbox()
        found.append("".join(page.get_textpage().get_text_bounded(left, bottom, right, bottom + 25 * POINTS).split()))
    return found


@pytest.mark.parametrize("make", list(Make))
def test_open_data_says_the_page_that_the_case_opens_on(printery, views, make):
    """The number in `cases.json` and `cases.csv` is printed at the foot of the page with the case's title."""
    pdf = printery.out / FOLDER / f"casebook-{make}{'-body' if make is Make.PRINT else ''}.pdf"
    files = {str(address).rpartition("/")[2]: data for address, data in _exports(views)}
    listed = json.loads(files["cases.json"])["cases"]
    rows = list(csv.DictReader(files["cases.csv"].decode("utf-8-sig").splitlines()))
    assert [case["printed_page"] for case in listed] == [row["printed_page"] for row in rows]
    assert len({case["printed_page"] for case in listed}) == len(listed) == 2
    pages, feet = words(pdf), footers(pdf)
    with pikepdf.open(pdf) as opened:
        marked = {title: page for _, title, page in FinishedPdf(opened).bookmarks()}
    for case in listed:
        (page,) = [index for index, foot in enumerate(feet) if foot == case["printed_page"]]
        assert case["title"] in pages[page]
        assert case["summary"] in pages[page]
        assert marked[case["title"]] == page


def _exports(views: Site):
    return exports.files(views.catalog, views.catalog.editions[EDITION].id, views.site_url, views.shelf.folios)


def page(views: Site, address: str) -> str:
    """A page of the portal, without white space between its elements."""
    branch = views.catalog.branches["alpha"]
    plan = next(plan for plan in plans(views, branch) if plan.address == address)
    shell, view = plan.make(views)
    folders = [ROOT / "templates" / "portal", *assets.shell(ROOT)]
    html = Renderer(tuple(folders)).page(plan.kind.template, shell, view)
    return re.sub(r">\s+<", "><", html)


def test_a_case_says_where_it_is_printed(printery, views):
    said = re.search(
        r'<a href="([^"]+)"[^>]*>(?:<[^>]*>)*(见《[^<]+)<', page(views, addresses.case(f"{EDITION}/river-gauge"))
    )
    assert said
    folio = views.shelf.folios[f"{EDITION}/river-gauge"]
    assert said[2] == f"见《2026年“知行数据”大赛甲州分赛典型案例集》第{folio}页"
    here = printery.out / EDITION / "cases" / "river-gauge"
    assert (here / said[1]).resolve() == (printery.out / FOLDER / "casebook-screen.pdf").resolve()


def test_downloads_list_every_book(printery, printed, views):
    html = page(views, f"{FOLDER}/index.html")
    titles = {text(title) for title in re.findall("<h3>(.*?)</h3>", html)}
    assert {text(file.title) for file in printed.files} <= titles
    here = printery.out / FOLDER
    links = dict(re.findall(r'<a href="([^"]+\.pdf)" download>(?:[^<]*)</a><small>([^<]*)</small>', html))
    assert {(here / link).resolve() for link in links} == {(printery.out / file.address) for file in printed.files}
    for file in printed.files:
        told = next(text for link, text in links.items() if link.endswith(Path(file.address).name))
        assert told.startswith(f"PDF，{file.paper.label}，{file.pages}页，")
        assert told.endswith(
            "A4 纸就能印。" if file.book in ("checklist", "scoring") else f"{file.piece.note or file.make.note}。"
        )
        assert re.search(r"，[\d.]+\u00a0[KM]B。", told)
    covers = re.findall(r'<img src="([^"]+)"', html)
    assert len(covers) == 4
    assert all((here / cover).is_file() for cover in covers)


# The command


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def portal(printery: Printery, printed: PrintResult, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`portal handbook` in the contest of the other tests."""
    monkeypatch.delenv("PORTAL_SITE_URL", raising=False)

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        command = ["handbook", *map(str, arguments), "--root", str(printery.contest), "--as-of", "2026-09-01"]
        result = CliRunner().invoke(cli.main, command, catch_exceptions=False)
        return result.exit_code, result.stdout, result.stderr

    return run


def test_the_command_prints_one_book(portal, tmp_path):
    """On other paper, for a site at another address."""
    options = ["--book", "casebook", "--make", "screen", "--paper", "185x260", "--site-url", "https://other.example/x"]
    code, out, err = portal("alpha", "2026", *options, "--out", tmp_path)
    assert code == 0, err
    pdf = tmp_path / FOLDER / "casebook-screen.pdf"
    assert names(tmp_path) == {f"{FOLDER}/casebook-screen{suffix}" for suffix in (".pdf", ".png", ".json")}
    with pikepdf.open(pdf) as opened:
        pages = len(opened.pages)
        edges = [float(edge) for edge in opened.pages[0].TrimBox]
    assert edges == pytest.approx([0, 0, 185 * POINTS, 260 * POINTS], abs=0.01)
    assert out == f"{pdf}：{pages} 页，{pdf.stat().st_size / 1e6:.1f} MB\n"
    assert "https://other.example/x/alpha/2026/" in "".join(words(pdf))
    assert "警告[low-resolution]" in err
    assert re.match("排印手册：.*（屏幕阅读版） …\n", err)


def test_the_command_without_a_book_to_print(portal, tmp_path):
    code, out, err = portal("beta", "2026", "--book", "casebook", "--out", tmp_path)
    assert (code, out) == (1, "")
    assert err.endswith("还没有公开的案例，没有案例集可以排印。\n")
    assert names(tmp_path) == set()


def test_the_command_when_a_book_is_impossible(portal, tmp_path, monkeypatch):
    problem = Diagnostic("print-layout", Span("a.md"), "排不出来", "改")
    monkeypatch.setattr(printing, "bind", lambda _, book, *__: BoundBook(book, (problem,)))
    code, out, err = portal("alpha", "2026", "--out", tmp_path)
    assert (code, out) == (1, "")
    assert "a.md:1:1: 错误[print-layout] 排不出来" in err
    assert err.endswith("有内容不能排印，没有写出任何手册。\n")
    assert names(tmp_path) == set()


# For the printer


@pytest.mark.parametrize("book", ["casebook", "guide"])
def test_the_printer_gets_a_body_of_whole_sheets_and_a_cover_that_fits_it(printery, printed, book):
    files = [each for each in printed.files if (each.book, each.make) == (book, Make.PRINT)]
    assert [each.piece for each in files] == [Piece.BODY, Piece.WRAP]
    body, wrap = files
    assert body.pages % 4 == 0
    assert (wrap.pages, wrap.cases) == (1, {})
    with pikepdf.open(printery.out / wrap.address) as opened:
        left, bottom, right, top = (float(edge) / POINTS for edge in opened.pages[0].TrimBox)
    assert (right - left, top - bottom) == pytest.approx((2 * 210, 285), abs=0.01), "too thin to be glued"
    text = "".join(words(printery.out / wrap.address))
    title = "典型案例集" if book == "casebook" else "参赛指南"
    assert text.count(title) == 2, "front and back"
    assert title not in words(printery.out / body.address)[-1], "no cover in the body"


@pytest.mark.parametrize("name", ["guide-print-body", "casebook-print-cover-wrap", "casebook-print-body"])
def test_no_page_has_more_ink_than_paper_holds(printery, printed, name):
    most = [separations.total(page) for page in separations.separated(printery.out / FOLDER / f"{name}.pdf")]
    assert 1 < max(most) <= 3


def test_there_is_no_colour_in_black_text(printery, printed):
    """On pages without pictures, whatever is fully black has no more colour than the grounds that letters stand on."""
    pdf = printery.out / FOLDER / "casebook-print-body.pdf"
    with pikepdf.open(pdf) as opened:
        plain = [not page.Resources.get("/XObject") for page in opened.pages]
    seen = 0
    for *colours, black in compress(separations.separated(pdf), plain):
        if any(ImageStat.Stat(plate).mean[0] < _GROUND for plate in colours):
            continue  # a page of a colour
        full = black.point(lambda value: 255 if value < 25 else 0)
        seen += bool(full.getbbox())
        for plate in colours:
            assert ImageChops.multiply(ImageChops.invert(plate), full).getextrema()[1] < 0.25 * 255
    assert seen > 4
