"""Lists that came in by any way are read as the workbook is that they were made from, or somebody is told."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from weasyprint import HTML

from generator.catalog import Catalog
from generator.intake.winners.comparing import Import, Wish
from generator.model import ListKind
from tests import whole
from tests.intake.corpus import alike
from tests.intake.corpus.render import write
from tests.intake.office_files import convert
from tests.intake.test_announced import plain
from tests.intake.test_winner_lists import EDITION, attempt, contests  # noqa: F401  (a fixture)

STYLE = """<style>
    body { font: 14px/1.6 "Noto Sans CJK SC" } td { border: 1px solid #999; padding: 4px }
    table { border-collapse: collapse; width: 100% }
</style>"""
TELLING = ["wrapped", "units", "merged", "bands", "landscape"]
ASKED = {
    ("units", "docx.pdf"): "“云川省计量科学研究院青岭电力有限公司”不像一个单位的全称",
    ("merged", "xlsx.pdf"): "4 行没有写奖项",
}
"""Lists that are not read alike, and what is said of them: a unit that fills its line and the next run together; the
one text of a merged cell stands on one of its pages, above the table."""

Entries = Counter[tuple[tuple[str, str], ...]]


def read(path: Path, catalog: Catalog) -> tuple[Entries, Import | None, str]:
    found, said = attempt(path, Wish(catalog, path.parent, EDITION, stage=ListKind.WINNERS))
    return Counter(map(plain, found.changes.new.values() if found else ())), found, said


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the telling lists as workbooks, documents, pages, and the first two printed."""
    return whole.once(tmp_path_factory, "lists", _make)


def _make(folder: Path) -> None:
    folder.mkdir()
    for name in TELLING:
        alike.write_workbook(alike.pieces(name), folder / f"{name}.xlsx")
        write(alike.pieces(name), folder / f"{name}.docx")
        alike.write_page(alike.pieces(name), folder / f"{name}.html")
    for ending in ("docx", "xlsx") if shutil.which("soffice") else ():
        (folder / ending).mkdir()
        convert([folder / f"{name}.{ending}" for name in TELLING], "pdf", folder / ending)


@pytest.mark.parametrize("name", TELLING)
def test_as_prints_documents_and_pages(
    name: str,
    made: Path,
    contests: dict[bool, Catalog],  # noqa: F811
    browser: Browser,
    tmp_path: Path,
) -> None:
    page = browser.new_page()
    page.set_content((made / f"{name}.html").read_text("utf-8").replace("<title>", f"{STYLE}<title>"))
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")
    page.pdf(path=tmp_path / f"{name}.pdf", display_header_footer=True, margin=margins)
    page.close()
    true, found, said = read(made / f"{name}.xlsx", contests[False])
    assert found is not None
    assert not found.problems, said
    ways = {"docx": f"{name}.docx", "html": f"{name}.html", "pdf": tmp_path / f"{name}.pdf"}
    printed = {f"{ending}.pdf": f"{ending}/{name}.pdf" for ending in ("docx", "xlsx") if (made / ending).is_dir()}
    for way, file in (ways | printed).items():
        entries, found, said = read(made / file, contests[False])
        if (name, way) in ASKED:
            assert ASKED[name, way] in said
            assert found is not None
            assert found.problems
        else:
            assert entries == true, f"{way}: {said}"


@pytest.mark.parametrize("name", alike.NOISE)
def test_the_noise_of_offices_changes_nothing(name: str, contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    head = ["序号", "项目名称", "申报单位", "赛道", "奖项"]
    true, _, _ = read(alike.write_workbook([("table", [head, *alike.PLAIN])], tmp_path / "a.xlsx"), contests[False])
    entries, found, said = read(alike.write_workbook(alike.noisy(name), tmp_path / "b.xlsx"), contests[False])
    assert entries == true
    assert found is not None
    assert not found.problems, said


@pytest.mark.parametrize(
    ("title", "told"),
    [("雨水 一张图", "1 个名称里有空格，照样读了"), ("雨水一张图……", "没有写完")],
)
def test_what_may_be_no_noise_is_told(
    title: str,
    told: str,
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"项目名称,申报单位,赛道,奖项\n{title},水利厅,城市治理,一等奖\n", "utf-8")
    assert told in read(path, contests[False])[2]


def test_words_over_the_rules_of_a_print_are_told(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    lowered = "<span style='position: relative; top: 8pt'>"
    rows = "".join(f"<tr><td>{n}<td>{lowered}雨水一张图之{n}</span><td>水利厅" for n in range(3))
    style = "td { border: 1px solid black; padding: 0; line-height: 1.1 } table { font-size: 14pt }"
    body = f"<table><tr><td>序号<td>项目名称<td>申报单位{rows}</table>"
    HTML(string=f"<style>{style}</style>{body}").write_pdf(tmp_path / "a.pdf")
    assert "有的字超出了格子" in read(tmp_path / "a.pdf", contests[False])[2]
