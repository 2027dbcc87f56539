"""Texts as people write them, on real pages."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

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
from tests.handbook.scan import lines_of

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


# Tables


def table(rows: int, columns: int) -> str:
    """A table of numbers with one decimal or two; the first column names its rows."""
    head = ["名称", *(f"指标{number}" for number in range(1, columns))]
    body = [[f"项目{row}", *(f"{row}.{'5' * (1 + row % 2)}" for _ in head[1:])] for row in range(1, rows + 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, ["---"] * columns, *body)) + "\n"


@contextmanager
def pages(bound: BoundBook):
    """The text of every page, and what asks for its characters."""
    assert bound.problems == ()
    with pypdfium2.PdfDocument(bound.pdf) as pdf:
        yield [(page.get_text_bounded(), page) for page in (each.get_textpage() for each in pdf)]


def test_a_long_table_says_on_every_further_page_that_it_goes_on(typeset) -> None:
    with pages(typeset(f"前文。\n\n{table(70, 4)}\n后文。\n\n{table(2, 4)}")) as found:
        assert ["续表" in text for text, _ in found] == [False] + [True] * (len(found) - 1)
        assert len(found) > 1
        whole = "".join(text for text, _ in found)
        assert [len(re.findall(rf"项目 ?{row}\b", whole)) for row in (1, 40, 70)] == [2, 1, 1]


def test_a_table_that_begins_a_page_is_not_a_further_part(typeset) -> None:
    with pages(typeset("字。\n\n" * 27 + table(12, 4) + "\n尾。")) as found:
        assert len(found) == 2
        assert ["续表" in text for text, _ in found].count(True) == ("项目 1" in found[0][0])


def test_a_wide_table_is_turned(typeset) -> None:
    with pages(typeset(f"前文。\n\n表1 各站的用水\n\n{table(60, 12)}\n注：都是虚构的。\n\n后文。")) as found:
        turned = [text for text, page in found if _angle(page, text.find("名称")) > 1]
        assert len(turned) == len(found) - 2 == 3
        assert ["续表" in text for text in turned] == [False, True, True]
        assert ["各站的用水" in text for text in turned] == [True, False, False], "its title goes with it"
        assert ["都是虚构的" in text for text in turned] == [False, False, True], "so does its note"
        assert sorted(map(int, re.findall(r"项目 ?(\d+)", "".join(turned)))) == list(range(1, 61))
        assert [len(re.findall(r"项目 ?\d", text)) for text in turned] == [20, 20, 20]


def test_heads_of_numbers_stay_in_their_columns(typeset) -> None:
    head = "甲站追上乙站以前所用的时间，每次都重新测过"
    with pages(typeset(f"| 次 | {head} | {head} |\n|---|---|---|\n| 一 | 1.2 | 3.4 |\n")) as ((text, page),):
        first, second = (page.get_charbox(text.find(number)) for number in ("1.2", "3.4"))
        begun = [page.get_charbox(found.start())[0] for found in re.finditer("甲", text)]
        assert min(begun) < first[0]
        assert first[2] + 8 < max(begun) < second[0]


def _angle(page: pypdfium2.PdfTextPage, place: int) -> float:
    return raw.FPDFText_GetCharAngle(page, place) if place >= 0 else 0.0


@pytest.mark.parametrize(("columns", "size"), [(6, 9.0), (7, 7.8)])
def test_numbers_stand_by_their_places(typeset, columns: int, size: float) -> None:
    with pages(typeset(table(8, columns))) as ((text, page),):
        points = [place for place, char in enumerate(text) if char == "."]
        lefts = [page.get_charbox(place)[0] for place in points]
        by_column = [lefts[column :: columns - 1] for column in range(columns - 1)]
        assert all(max(column) - min(column) < 0.1 for column in by_column)
        assert raw.FPDFText_GetFontSize(page, points[0]) == pytest.approx(size / 0.75, abs=0.1)  # in pixels


def test_columns_are_as_wide_as_what_they_hold(maker) -> None:
    long = "这一格的文字很长，" * 8
    html = maker.prose(f"| 序号 | 说明 | 金额 |\n|---|---|---|\n| 1 | {long} | 1,234.5 |\n")
    first, second, third = map(float, re.findall(r"width:([\d.]+)%", html))
    assert second > 5 * first
    assert second > 3 * third


GRID = f"""甲段，这里有上标 m<sup>2</sup>、`code` 与 the “open data” plan，还有 {"很长的话，" * 20}

{table(5, 4)}
乙段。

> 引文。

丙段 $a^2$，$\\frac{{a}}{{b}}$。

{table(3, 3)}
丁段。

```
一
二
```

- 丁项

| 甲 | 乙 |
|---|---|
| {"两行的格" * 12} | 1 |

己段。

戊段[^1]。

[^1]: 注。
"""


def test_lines_stand_on_the_grid(typeset) -> None:
    with pypdfium2.PdfDocument(typeset(GRID).pdf) as pdf:
        bases = [line.base for line in lines_of(pdf[0]) if line.is_body and line.size == 10.5]
        assert len(bases) > 7
        assert {round((bases[0] - base) / 18 % 1, 1) % 1 for base in bases} == {0.0}


# Everything at once

NASTY = """前面的话[^甲]，写到$5万；公式 $E=mc^2$，地址 https://data.example.gov.cn/api/v1/water_level?station=1024&day=2026-01-01。
- 紧接的列表，~~删去~~
  1. 里层 `code_name`
   - 更里层 H<sub>2</sub>O
- 表情😀与 شىنجاڭ、བོད་ཡིག、𪚥

1. 隔开的项

2. 又一项

   > 引文里说 the “open data” plan, isn’t it

#### 小标题有六十个字小标题有六十个字小标题有六十个字小标题有六十个字小标题有六十个字小标题有六十个字字字字字字字字

词
: 义

$$
\\sum_{i=1}^n x_i \\le \\frac{a}{\\sqrt{b}}
$$

[^甲]: 注。

"""


@pytest.mark.parametrize("make", Make)
def test_nasty_texts_are_printed(typeset, make: Make) -> None:
    bound = typeset(f"{NASTY}{table(60, 12)}\n{table(9, 7)}\n" + "尾。\n\n" * 40, make)
    assert [(each.code, each.at.path, each.at.line) for each in bound.problems] == [("missing-glyph", SOURCE, 5)]
    assert bound.pdf
