"""Figures of books: numbered, as large as they print well, together where they belong together."""

from __future__ import annotations

import ctypes
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from generator.catalog.addresses import Address
from generator.handbook.fit.block_heights import blocks, smaller
from generator.handbook.page.sizes import LINE
from generator.handbook.page.type_area import sheet
from generator.handbook.plan.figures.case_figures import CaseFigures
from generator.handbook.plan.figures.plate import PlateFigure, plates
from generator.handbook.plan.figures.printed_size import tallest
from generator.handbook.printing import PrintResult
from generator.media.palette import palette
from generator.model.branch import Colours
from generator.model.figures.chart import Chart, ChartKind, Series
from generator.papers import Make, Paper
from generator.text import html_tree
from generator.text.prose import PictureView
from tests.handbook import nasty, separations

pytestmark = pytest.mark.xdist_group("nasty")  # its book is made once a run

PAGE = sheet(Paper.K16_LARGE, Make.SCREEN)
FIGURES = len(nasty.SIZES) + 4
COLOURS = palette(Colours(primary="#0b4f8a", accent="#a85b00"))


def view(width: int, height: int) -> PictureView:
    return PictureView(((Address("a.jpg"), width),), width, height, "画", None)


@pytest.mark.parametrize(
    ("size", "lines", "measure"),
    [
        ((1600, 900), 12, 0.91),  # sharp at nearly the whole measure, so printed at that
        ((3200, 1800), 13, 0.99),
        ((4000, 700), 4, 0.98),  # a panorama goes across the measure
        ((1200, 1600), 14, 0.45),
        ((300, 200), 4, 0.26),  # few pixels, printed small
        ((48, 48), 0.96, 0.04),
    ],
)
def test_pictures_are_as_large_as_they_print_well(size: tuple[int, int], lines: float, measure: float) -> None:
    height = tallest(view(*size), PAGE)
    width = height * size[0] / size[1]
    assert height / LINE == pytest.approx(lines, abs=0.51)
    assert width / PAGE.measure == pytest.approx(measure, abs=0.04)
    assert size[0] * 72 / width >= 199


def figure(size: tuple[int, int], caption: str = "图 1-1") -> PlateFigure:
    element = html_tree.read("<figure><img></figure>")[0]
    return PlateFigure(element, element[0], view(*size), caption)


def plate(*sizes: tuple[int, int]) -> list[list[tuple[float, float]]]:
    """The pictures of each row of some plates, by width and height."""
    rows = [row for each in plates(list(map(figure, sizes)), PAGE) for row in each.iter("div")]
    styles = [[image.get("style", "") for image in row.iter("img")] for row in rows]
    return [[tuple(map(float, re.findall(r"([\d.]+)pt", style))) for style in row] for row in styles]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("count", "rows"),
    [(2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (6, [3, 3]), (7, [2, 2, 3]), (13, [2, 3, 2, 2, 2, 2])],
)
def test_pictures_in_a_row_stand_two_by_two_or_three_by_three(count: int, rows: list[int]) -> None:
    found = plate(*[(1500, 1500)] * count)
    assert [len(row) for row in found] == rows
    for row in found:
        assert len({height for _, height in row}) == 1
        assert sum(width for width, _ in row) + 12 * (len(row) - 1) <= PAGE.measure + 0.1


def test_a_row_of_large_pictures_fills_the_measure_and_small_ones_stay_small() -> None:
    ((large, other),) = plate((3000, 2000), (1500, 2000))
    assert large[0] + other[0] + 12 == pytest.approx(PAGE.measure, abs=0.1)
    ((small, _),) = plate((300, 200), (300, 200))
    assert small[1] == pytest.approx(72)  # 200 pixels at 200 an inch


def test_plates_are_no_higher_than_a_page_however_much_is_said() -> None:
    made = list(plates([figure((800, 1600), "很长的图注" * 60)] * 6, PAGE))
    heights = [float(each.get("style", "").removeprefix("height:").removesuffix("pt")) for each in made]
    assert len(made) > 1
    assert max(heights) <= PAGE.depth


def test_panoramas_stand_alone_and_what_is_not_there_has_no_number() -> None:
    text = html_tree.read(
        '<figure><figure><img src="file:wide.jpg"></figure><figure></figure>'
        '<figure><img src="file:a.jpg"></figure></figure>'
        '<figure><img src="file:b.jpg"></figure>'
    )
    pictures = {"file:wide.jpg": view(4000, 700), "file:a.jpg": view(1500, 1000), "file:b.jpg": view(1500, 1000)}
    CaseFigures(3, PAGE, COLOURS).set_in(text, pictures)
    assert [each.get("class") for each in text] == [None, "plate"]
    assert re.findall(r"图 3-\d", html_tree.write(text)) == ["图 3-1", "图 3-2", "图 3-3"]


def test_a_chart_is_drawn_lower_instead_of_smaller() -> None:
    series = (Series(name="数", values=(1.0, 2.0)),)
    chart = Chart(id="x", type=ChartKind.BAR, title="题", categories=("甲", "乙"), series=series, source="源")
    figures = CaseFigures(2, PAGE, COLOURS)
    text = html_tree.read(figures.charts([chart])["#x"])
    figures.set_in(text, {})
    (block,) = blocks(html_tree.write(text), PAGE)
    assert "图 2-1　题" in block.html
    drawn = [smaller(block, loss) for loss in range(4)]
    assert [each.html.count("<img ") for each in drawn] == [1] * 4
    assert all(above.height - below.height in (LINE, LINE / 2) for above, below in pairwise(drawn))
    assert len({re.search(r"width:[\d.]+pt", each.html)[0] for each in drawn}) == 1  # type: ignore[index]


# Everything that makes books hard


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory, minimal: Path) -> Path:
    folder = tmp_path_factory.mktemp("nasty") / "contest"
    shutil.copytree(minimal, folder)
    (folder / "templates").symlink_to(nasty.ROOT / "templates")
    nasty.write(folder)
    return folder


@pytest.fixture(scope="module")
def printed(contest: Path) -> PrintResult:
    return nasty.build(contest, contest / "out")


def file(contest: Path, printed: PrintResult, make: Make) -> Path:
    return contest / "out" / next(each.address for each in printed.files if each.make is make)


def test_a_book_of_everything_hard_is_printed(printed: PrintResult) -> None:
    assert {each.code for each in printed.problems} == {"low-resolution"}
    assert len({each.make for each in printed.files}) == 2


def test_figures_are_numbered_in_order(contest: Path, printed: PrintResult) -> None:
    with pypdfium2.PdfDocument(file(contest, printed, Make.SCREEN)) as pdf:
        words = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    numbers = [int(number) for number in re.findall(r"图.4-(\d+)", words)]
    assert numbers == list(range(1, FIGURES + 1))


def test_pages_are_well_filled(contest: Path, printed: PrintResult) -> None:
    """But for the opening page and the last, no page of the case has more than seven empty lines at its foot."""
    with pypdfium2.PdfDocument(file(contest, printed, Make.SCREEN)) as pdf:
        words = [page.get_textpage().get_text_bounded() for page in pdf]
        first, last = (next(n for n, text in enumerate(words) if re.search(f"图.4-{f}\\b", text)) for f in (1, FIGURES))
        empty = {n + 1: (_lowest(pdf[n]) - PAGE.bottom) / LINE for n in range(first + 1, last)}
    assert len(empty) > 10
    assert max(empty.values()) < 7, empty


def _lowest(page: pypdfium2.PdfPage) -> float:
    """The foot of the lowest thing above the folio."""
    return min(
        bottom
        for each in page.get_objects(max_depth=3)
        if (bottom := each.get_bounds()[1]) > PAGE.bottom - 4 and each.get_bounds()[3] < PAGE.height - 40
    )


def test_letters_of_charts_can_be_read_and_stay_text(contest: Path, printed: PrintResult) -> None:
    found = set()
    with pypdfium2.PdfDocument(file(contest, printed, Make.PRINT)) as pdf:
        for page in pdf:
            text = page.get_textpage()
            words = "".join(chr(raw.FPDFText_GetUnicode(text, place)) for place in range(text.count_chars()))
            for name in ("警戒线", "第11项工作", "悬铃木", "短名"):
                if (place := words.find(name)) >= 0:
                    found.add(name)
                    assert _left(text, place + 1) - _left(text, place) >= 6.5, name
    assert len(found) == 4


def _left(text: pypdfium2.PdfTextPage, place: int) -> float:
    """Where a character begins; a Han character is as wide as it is high."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, place, ctypes.byref(x), ctypes.byref(y))
    return x.value


def test_charts_are_printed_in_the_inks_of_the_book(contest: Path, printed: PrintResult) -> None:
    """Nothing is in RGB, letters are black alone, and shapes have the inks of the branch's colours."""
    path = file(contest, printed, Make.PRINT)
    with pikepdf.open(path) as pdf:
        drawn = b"".join(pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page)) for page in pdf.pages)
    assert not re.search(rb"[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)\b", drawn)
    assert max(map(separations.total, separations.separated(path))) <= 3.02
