"""Texts as people write them, on real pages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.handbook.book import Bookmark, Unit
from generator.handbook.chinese import spacing
from generator.handbook.making import BoundBook
from generator.handbook.page.type_area import sheet
from generator.handbook.plan.maker import UnitMaker
from generator.handbook.verify import pdf_ua
from generator.handbook.verify.finished import FinishedPdf
from generator.papers import Make, Paper
from generator.site.facts import site
from tests.handbook.books import ROOT, URL, catalog
from tests.handbook.fabricated import build

SOURCE = "content/text.md"


@pytest.fixture(scope="module")
def maker() -> UnitMaker:
    shown, page = catalog(), sheet(Paper.K16_LARGE, Make.SCREEN)
    return UnitMaker(ROOT, site(ROOT, shown, URL), shown.editions["demo/2026"], Make.SCREEN, page)  # type: ignore[index]


@pytest.fixture(scope="module")
def typeset(press: Path, maker: UnitMaker):
    """Prints a Markdown text in a book of its own."""

    def run(text: str, make: Make = Make.SCREEN) -> BoundBook:
        (press / SOURCE).parent.mkdir(exist_ok=True)
        (press / SOURCE).write_text(text, "utf-8")
        html = f'<h1 id="text--top">题</h1><div class="prose">{maker.prose(text)}</div>'
        unit = Unit("text", spacing.prepare(html), (Bookmark(1, "题", "text--top"),), source=SOURCE)
        bound, _ = build(press, replace(maker.book("guide", "试排", [unit]), make=make))
        return bound

    return run


LISTS = {
    "numbers apart": "1. 第一项\n\n2. 第二项\n\n3. 第三项\n",
    "bullets apart": "- 第一项\n\n- 第二项\n\n    第二段\n",
    "a list within": "1. 第一项\n    - 内一\n    - 内二\n\n2. 第二项\n\n    > 引文\n",
    "a table within": "- 第一项\n\n    | 甲 | 乙 |\n    |---|---|\n    | 1 | 2 |\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_items_of_lists_may_hold_anything(typeset, text: str) -> None:
    bound = typeset(text)
    assert bound.problems == ()
    with pikepdf.open(bound.pdf) as pdf:
        items = [node for node in FinishedPdf(pdf).nodes if node.kind == "LI"]
        assert {"Lbl", "LBody"} == {kid.kind for item in items for kid in item.kids}


def test_a_fault_of_ours_names_the_line_of_the_content(typeset, monkeypatch) -> None:
    def faulty(book: FinishedPdf):
        for node in book.nodes:
            if node.kind == "L":
                yield "有一处列表"

    monkeypatch.setattr(pdf_ua, "RULES", (*pdf_ua.RULES, faulty))
    problems = typeset("".join(f"{chr(0x4E00 + n)}之前有话要说\n\n" for n in range(90)) + "- 甲\n").problems
    assert [(each.code, each.at.path) for each in problems] == [("print-check", SOURCE)]
    assert 60 < problems[0].at.line < 180, "the line with which its page begins"


def words(bound: BoundBook) -> str:
    """What the pages of a book say, without white space."""
    with pypdfium2.PdfDocument(bound.pdf) as pdf:
        return re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in pdf))


SHOWN = {
    "footnotes": ("前[^甲]，后[^甲]。\n\n[^甲]: 注。\n\n    又。\n\n另起。", ["前[1]，后[1]。另起。注。又。", "[1]"]),
    "deletion": ("留~~删~~留", ["留删留"]),
    "definitions": ("词\n: 义一\n: 义二", ["词义一义二"]),
    "a list after a paragraph": ("话\n- 甲\n  - 乙", ["话甲乙", "•", "◦"]),
    "scripts": (
        "维 شىنجاڭ，藏 བོད་ཡིག，蒙 ᠮᠣᠩᠭᠣᠯ，彝 ꆈꌠ，壮 Ƃoux，僻 㐂𠮷𪚥𫝀𫠠𬺰𰻞𱊮",
        ["བོད་ཡིག", "ꆈꌠ", "Ƃoux", "㐂𠮷𪚥𫝀𫠠𬺰𰻞𱊮"],
    ),
    "a formula": (r"能量 $E=mc^2$，$\text{率}=\frac{a}{b+1}$", ["能量E=mc2，率=ab+1"]),
    "a formula beyond a book": (r"$\begin{matrix}a&b\end{matrix}$", [r"$\begin{matrix}a&b\end{matrix}$"]),
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
def test_what_pages_show_books_show(typeset, text: str, shown: list[str]) -> None:
    bound = typeset(text)
    assert bound.problems == ()
    assert [part for part in shown if part not in words(bound)] == []
    assert typeset(text, Make.PRINT).problems == ()


def test_marks_of_footnotes_lead_to_their_notes(typeset) -> None:
    with pikepdf.open(typeset("前文[^甲]。\n\n[^甲]: 注的话。").pdf) as pdf:
        found = FinishedPdf(pdf)
        (link,) = pdf.pages[0].Annots
        assert str(link.Dest) in found.destinations
