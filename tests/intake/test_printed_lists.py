"""Lists that came in by any way are read as the workbook is that they were made from, or somebody is told."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.catalog import Catalog
from generator.intake.winners.comparing import Import, Wish
from generator.model import ListKind
from tests.intake.corpus import alike
from tests.intake.corpus.render import write
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
    folder = tmp_path_factory.mktemp("lists")
    for name in TELLING:
        alike.write_workbook(alike.pieces(name), folder / f"{name}.xlsx")
        write(alike.pieces(name), folder / f"{name}.docx")
        alike.write_page(alike.pieces(name), folder / f"{name}.html")
    for ending in ("docx", "xlsx") if shutil.which("soffice") else ():
        sources = [str(folder / f"{name}.{ending}") for name in TELLING]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / ending)]
        subprocess.run([*command, *sources], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", TELLING)
def test_as_prints_documents_and_pages(
    name: str,
    made: Path,
    contests: dict[bool, Catalog],  # noqa: F811
    browser: Browser,
) -> None:
    page = browser.new_page()
    page.set_content((made / f"{name}.html").read_text("utf-8").replace("<title>", f"{STYLE}<title>"))
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")
    page.pdf(path=made / f"{name}.pdf", display_header_footer=True, margin=margins)
    page.close()
    true, found, said = read(made / f"{name}.xlsx", contests[False])
    assert found is not None
    assert not found.problems, said
    ways = {"docx": f"{name}.docx", "html": f"{name}.html", "pdf": f"{name}.pdf"}
    printed = {f"{ending}.pdf": f"{ending}/{name}.pdf" for ending in ("docx", "xlsx") if (made / ending).is_dir()}
    for way, file in (ways | printed).items():
        entries, found, said = read(made / file, contests[False])
        if (name, way) in ASKED:
            assert ASKED[name, way] in said
            assert found is not None
            assert found.problems
        else:
            assert entries == true, f"{way}: {said}"
