"""Notices that a browser or an office program printed as PDF say what their files say."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.intake.manuscripts.opening import opened
from generator.intake.notices.gathering import gather
from generator.intake.tracks.wanted import Wanted
from tests import whole
from tests.intake import fabricated
from tests.intake.corpus import made_up
from tests.intake.corpus.render import write
from tests.intake.office_files import convert
from tests.intake.scoring import Score, items_of, score

STYLE = """<style>
    body { font: 16px/1.8 "Noto Sans CJK SC" } p { text-indent: 2em } td { border: 1px solid #999; padding: 4px }
    table { border-collapse: collapse; width: 100% }
</style>"""
NOTICES = [
    ("twelfth", "haiyu"),
    ("twentieth", "puchuan"),
    ("twenty-fourth", "plan-of-two-years"),
    ("twenty-fourth", "joint-with-skills"),
    ("twenty-fourth", "answers-page"),
    ("twenty-fifth", "merged-over-pages"),
    ("thirtieth", "plan-of-hospitals"),
    ("thirtieth", "winter-of-weather"),
    ("thirtieth", "second-call"),
    ("thirtieth", "league-in-two-languages"),
    ("thirtieth", "two-columns"),
]


def told(which: str, name: str, path: Path) -> Score:
    notices, contest, forms = fabricated.SETS[which]
    facts = next(facts for file, facts, _, _ in notices() if file.startswith(name))
    wanted = Wanted(facts.year, contest, forms, False, made_up.FIELDS)
    return score(facts.items(), items_of(gather(opened((path.suffix, path.read_bytes())), wanted)))


def written(which: str, name: str, path: Path) -> Path:
    pieces = next(pieces for file, _, pieces, _ in fabricated.SETS[which][0]() if file.startswith(name))
    return write(pieces, path)


@pytest.mark.parametrize(("which", "name"), NOTICES)
def test_by_a_browser_with_its_heads_and_feet(which: str, name: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.set_content(written(which, name, tmp_path / "a.html").read_text("utf-8").replace("<title>", f"{STYLE}<title>"))
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")
    page.pdf(path=tmp_path / "a.pdf", display_header_footer=True, margin=margins)
    page.close()
    assert told(which, name, tmp_path / "a.pdf") == told(which, name, written(which, name, tmp_path / "a.docx"))


def _printed(folder: Path) -> None:
    folder.mkdir()
    convert([written(which, name, folder / f"{which}-{name}.docx") for which, name in NOTICES], "pdf", folder)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all as Word files and as LibreOffice prints them."""
    return whole.once(tmp_path_factory, "printed-notices", _printed)


@pytest.mark.parametrize(("which", "name"), NOTICES)
def test_by_an_office_program(which: str, name: str, printed: Path) -> None:
    pdf, source = (printed / f"{which}-{name}.{ending}" for ending in ("pdf", "docx"))
    assert told(which, name, pdf) == told(which, name, source)


@pytest.mark.parametrize(
    ("which", "name"), [("twenty-first", "浦申"), ("twenty-second", "蒙原"), ("twenty-sixth", "marked-lines")]
)
def test_set_with_indents_on_both_margins(which: str, name: str, tmp_path: Path) -> None:
    printed = told(which, name, written(which, name, tmp_path / "a.pdf"))
    assert printed == told(which, name, written(which, name, tmp_path / "a.docx"))
