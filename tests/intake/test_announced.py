"""Lists that were written before any was imported: right or told, and nothing wrong in silence."""

from __future__ import annotations

import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from generator.catalog import Catalog
from generator.intake.winners.comparing import Wish
from generator.model import ListKind
from tests.intake.corpus.announced import CITY, FIRST, GREEN, Announced, announced, lines, tables
from tests.intake.corpus.announced_again import announced_again, announced_last
from tests.intake.corpus.announced_fifth import announced_fifth
from tests.intake.corpus.announced_fourth import announced_fourth
from tests.intake.corpus.announced_sixth import announced_sixth
from tests.intake.corpus.announced_third import announced_third
from tests.intake.corpus.winners import Fact, fact
from tests.intake.test_winner_lists import EDITION, attempt, contests  # noqa: F401  (a fixture)

SETS = [
    # At first sight 71 were right, 8 asked or told, 22 refused (lines with dashes, an award a paragraph, cards, columns
    # of spaces, awards as columns) and 2 wrong in silence: marks of footnotes in titles.
    pytest.param(announced, 103, 93, id="first"),
    # After that was mended, at first sight 30 were right, 3 asked, 11 refused and 1 wrong in silence: a mark in a cell.
    pytest.param(announced_again, 45, 39, id="again"),
    # At first sight 9 were right, 2 asked, 2 refused and 1 wrong in silence: a number before a title with a digit.
    pytest.param(announced_last, 14, 13, id="last"),
    # At first sight 51 were right, 11 asked, 15 refused (awards or projects as columns, tab stops, a gap in columns of
    # spaces, a post) and 10 wrong: circled numbers and high digits in titles, 7 in silence; a consortium, 3.
    pytest.param(announced_third, 87, 80, id="third"),
    # In the builds of published pages. As the importer was before it met those, 18 were right, 6 asked, 35 refused and
    # 19 wrong: numbered units, an award in brackets, persons, boards of units, merged cells that copying lost.
    pytest.param(announced_fourth, 76, 57, id="fourth"),
    # At first sight 41 were right, 34 asked, told or refused (names of columns, forms of four columns, sentences, tab
    # stops, units before titles) and 4 wrong in silence: units parted by a blank, a link, proposed awards of winners.
    pytest.param(announced_fifth, 79, 61, id="fifth"),
    # After that was mended, at first sight 7 were right, 19 asked, told or refused and none wrong in silence.
    pytest.param(announced_sixth, 26, 12, id="sixth"),
]


@pytest.mark.parametrize(("lists", "facts", "right"), SETS)
def test_lists_are_right_or_told(
    lists: Callable[[], list[Announced]],
    facts: int,
    right: int,
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    total: Counter[str] = Counter()
    for place, case in enumerate(lists()):
        (folder := tmp_path / str(place)).mkdir()
        total += score(case, contests[False], folder)[0]
    assert total.total() == facts
    assert total["right"] >= right
    assert not total["wrong"] + total["missing"], total


def plain(facts: Fact) -> tuple[tuple[str, str], ...]:
    """What is compared: all but a number, whatever the width of its letters."""
    return tuple(sorted((key, unicodedata.normalize("NFKC", value)) for key, value in facts.items() if key != "number"))


def score(case: Announced, catalog: Catalog, folder: Path) -> tuple[Counter[str], str]:
    """How many facts are right, asked, refused, missing and wrong at first sight, and all that is said."""
    path = case.write(folder)
    wish = replace(Wish(catalog, folder, EDITION), stage=ListKind(case.stage))
    found, said = attempt(path, wish)
    if found is None:
        return Counter(refused=len(case.facts)), said
    made = [plain(values) for values in found.changes.new.values()]
    true = [plain(each) for each in case.facts]
    right = len([each for each in true if each in made])
    others = [each for each in made if each not in true]
    asked = [each for each in others if found.problems and _is_spoken_of(dict(each), said, true)]
    told = "asked" if found.problems else "missing"
    counts = Counter({"right": right, told: max(0, len(true) - right - len(others))})
    counts["asked"] += len(asked)
    counts["wrong"] += len(others) - len(asked)
    return +counts, said + "".join(f"\n  ! {dict(each)}" for each in others)


def _is_spoken_of(entry: Fact, said: str, true: list[tuple[tuple[str, str], ...]]) -> bool:
    """Whether a problem names the project, or what keeps the table out is that it lacks something."""
    named = unicodedata.normalize("NFKC", said)
    return any(entry.get(key, "？") in named for key in ("title", "unit")) or any(
        set(entry.items()) < set(each) for each in true
    )


@pytest.mark.parametrize(
    ("told", "asked", "answer", "first"),
    [
        (
            ["城市治理赛道", "一等奖（3个）", "1. 堤防巡检（云川水利局）", "2. 热网调平*（临河热力有限公司）"],
            ("“一等奖（3个）”下面读到的是 2 项", "“热网调平*”后面像是脚注的记号"),
            {"一等奖（3个）": "一等奖（3个）", "热网调平*": "热网调平"},
            fact("热网调平", "临河热力有限公司", CITY, FIRST),
        ),
        (
            ["城市治理赛道一等奖", "1. 堤防巡检（云川水利局）", "2. ★热网调平（临河热力有限公司）"],
            ("“★热网调平”前面像是脚注的记号",),
            {"★热网调平": "热网调平"},
            fact("热网调平", "临河热力有限公司", CITY, FIRST),
        ),
        (
            [
                "一等奖",
                "现代农业",
                "作品简称：稻谷",
                "牵头单位：甲农场",
                "城市治理",
                "作品简称：河",
                "牵头单位：乙农场",
            ],
            ("“现代农业”是赛道或奖项，不像项目名称",),
            {},
            None,
        ),
    ],
    ids=["counts and marks", "a mark before", "cards below tracks"],
)
def test_what_is_asked_can_be_answered(
    told: list[str],
    asked: tuple[str, ...],
    answer: dict[str, str],
    first: Fact | None,
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    path = lines(*told)(tmp_path)
    wish = replace(Wish(contests[False], tmp_path, EDITION), stage=ListKind.WINNERS)
    _, said = attempt(path, wish)
    assert all(each in said for each in asked), said
    if first:
        found, said = attempt(path, replace(wish, meanings=answer))
        assert found is not None
        assert not found.problems, said
        assert plain(first) in map(plain, found.changes.new.values())


@pytest.mark.parametrize("folio", ["3", "· 3 ·"])
def test_the_number_of_a_page_is_no_award(folio: str, contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    path = lines(
        "城市治理赛道一等奖", "1. 堤防巡检（云川水利局）", folio, "2. 热网调平（临河热力局）", "3. 河图（云川水务局）"
    )
    found, said = attempt(path(tmp_path), Wish(contests[False], tmp_path, EDITION))
    assert found is not None
    assert {each["awards"] for each in found.changes.new.values()} == {FIRST}
    assert [each["title"] for each in found.changes.new.values()] == ["堤防巡检", "热网调平", "河图"]
    assert f"这一行只有“{folio}”" in said


def test_one_line_with_blanks_is_no_table(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    listed = ("城市治理赛道一等奖", "1. 堤防巡检（云川水利局）", "2. 热网调平（临河热力局）")
    path = lines(*listed, "云川省数据局    云川省财政厅    云川省水利厅")
    found, said = attempt(path(tmp_path), Wish(contests[False], tmp_path, EDITION))
    assert found is not None, said
    assert [each["title"] for each in found.changes.new.values()] == ["堤防巡检", "热网调平"]


def test_a_paragraph_that_is_struck_is_asked_about(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    made = docx.Document()
    made.add_paragraph("城市治理赛道")
    struck = made.add_paragraph().add_run("一等奖（2个）：堤防巡检（云川水利局）；热网调平（临河热力有限公司）。")
    struck.font.strike = True
    made.save(str(tmp_path / "w.docx"))
    found, said = attempt(tmp_path / "w.docx", Wish(contests[False], tmp_path, EDITION))
    assert found is not None
    assert said.count("划了删除线") == 2, said


def _raised(folder: Path, ending: str) -> Path:
    """A list with a digit set high behind a title."""
    path = folder / f"w.{ending}"
    head, row = ("项目名称", "申报单位", "赛道", "奖项"), ("热网调平", "临河热力有限公司", CITY, FIRST)
    if ending == "docx":
        made = docx.Document()
        table = made.add_table(2, 4)
        for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), (*head, *row), strict=True):
            cell.text = text
        table.cell(1, 0).paragraphs[0].add_run("1").font.superscript = True
        table.cell(1, 1).paragraphs[0].add_run("草稿").font.hidden = True
        made.save(str(path))
    elif ending == "xlsx":
        book = openpyxl.Workbook()
        book.active.append(head)
        raised = TextBlock(InlineFont(vertAlign="superscript"), "1")
        book.active.append([CellRichText(row[0], raised), *row[1:]])
        book.save(path)
    elif ending == "shared.xlsx":
        with xlsxwriter.Workbook(path) as shared:
            sheet = shared.add_worksheet()
            sheet.write_row(0, 0, head)
            sheet.write_row(1, 0, row)
            sheet.write_rich_string(1, 0, row[0], shared.add_format({"font_script": 1}), "1")
    else:
        cells = "<tr>".join("".join(f"<td>{cell}" for cell in each) for each in (head, row))
        path.write_text(f"<table><tr>{cells}</table>".replace("调平", "调平<sup>1</sup>"), "utf-8")
    return path


@pytest.mark.parametrize("ending", ["docx", "html", "xlsx", "shared.xlsx"])
def test_a_digit_set_high_is_none_of_a_name(ending: str, contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    found, said = attempt(_raised(tmp_path, ending), Wish(contests[False], tmp_path, EDITION))
    assert found is not None
    (entry,) = found.changes.new.values()
    assert entry["unit"] == "临河热力有限公司"
    assert len(found.problems) == 1
    assert ("有上标的字" if ending.endswith("xlsx") else "“热网调平¹”后面像是脚注的记号") in said


@pytest.mark.parametrize("shift", ["", " "], ids=["where the others stand", "elsewhere"])
def test_an_empty_column_is_seen_by_the_places_of_the_others(
    shift: str,
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    path = tmp_path / "w.txt"
    head = "项目名称    申报单位    合作单位    赛道        奖项"
    path.write_text(f"{head}\n热网调平    热力公司{shift}                城市治理    一等奖\n", "utf-8")
    found, _ = attempt(path, Wish(contests[False], tmp_path, EDITION))
    facts = [] if found is None else [plain(each) for each in found.changes.new.values()]
    assert facts == ([] if shift else [plain(fact("热网调平", "热力公司", CITY, FIRST))])


def test_projects_in_the_columns_of_awards_stay_below_theirs(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    book = openpyxl.Workbook()
    for row in (
        ["赛道", "一等奖", "二等奖（1项）"],
        [CITY, "", "热网调平（临河热力有限公司）"],
        [GREEN, "甲（乙局）", 1],
    ):
        book.active.append(row)
    book.save(tmp_path / "w.xlsx")
    found, said = attempt(tmp_path / "w.xlsx", Wish(contests[False], tmp_path, EDITION))
    assert found is not None, said
    true = [fact("热网调平", "临河热力有限公司", CITY, "二等奖"), fact("甲", "乙局", GREEN, FIRST)]
    assert [plain(each) for each in found.changes.new.values()] == list(map(plain, true))


_TWO = "1. 热网调平（临河热力局）\n2. 河图（云川水务局）\n"


@pytest.mark.parametrize(
    ("name", "content", "answer", "said"),
    [
        (
            "w.txt",
            "一等奖：\n云川大学“甲”\n",
            {},
            ("写着奖项的行：第1行“一等奖：”", "写成“一等奖”下面一行一个“项目名称（单位）”"),
        ),
        ("w.txt", "项目名称\t单位\t赛道\t奖项\n甲\t乙局\t城市治理\t拟获一等奖\n", {}, ("像是公示名单",)),
        ("w.txt", "项目名称\t单位\t赛道\n某市推荐\n甲\t乙局\t城市治理\n", {}, ("加上 --mean “某市推荐=-”",)),
        (
            "w.txt",
            "项目名称\t单位\t赛道\n某市推荐\n甲\t乙局\t城市治理\n",
            {"某市推荐": "-"},
            ("A2 没有读入：“某市推荐”",),
        ),
        ("w.csv", "项目名称,单位,赛道,奖项\n甲,2 云川大学,城市治理,一等奖\n", {}, ("“2 云川大学”不像一个单位的全称",)),
        (
            "w.csv",
            "项目名称,单位,赛道,奖项\n甲,云川大学 临河设计院,城市治理,一等奖\n",
            {},
            ("“云川大学 临河设计院”不像一个单位的全称",),
        ),
        (
            "w.csv",
            "项目名称,单位,赛道\n甲,云川局—临河设计院,城市治理\n",
            {},
            ("“云川局—临河设计院”不像一个单位的全称",),
        ),
        ("w.csv", "项目名称,单位,赛道\n一等奖：甲图,乙局,城市治理\n", {}, ("“一等奖：甲图”前面写着奖项",)),
        (
            "w.txt",
            f"城市治理赛道\n一等奖\n{_TWO}二等奖\n1. 某某图景\n三等奖空缺\n",
            {},
            ("这一行只有“1. 某某图景”，看不出是什么",),
        ),
        (
            "w.txt",
            f"城市治理赛道\n一等奖\n{_TWO}井图（绿色低碳赛道，云川局）\n",
            {},
            ("“绿色低碳赛道”是赛道或奖项，不像牵头单位",),
        ),
        (
            "w.csv",
            "项目名称,单位,赛道\n丙图（原名：丁图）,乙局,城市治理\n",
            {},
            ("“丙图（原名：丁图）”像是说这一项变了",),
        ),
        (
            "w.txt",
            f"城市治理赛道\n一等奖\n云川局申报的“甲图”“乙图”项目\n{_TWO}",
            {},
            ("“云川局申报的“甲图”“乙图”项目”，看不出",),
        ),
        ("w.txt", f"城市治理赛道\n一等奖\n某某图景\n{_TWO}", {}, ("这一行只有“某某图景”，看不出是什么",)),
        ("w.txt", f"城市治理赛道\n一等奖\n{_TWO}3. 某某图景\n", {}, ("这一行只有“3. 某某图景”，看不出是什么",)),
    ],
    ids=[
        "lines that are none",
        "proposed",
        "a band",
        "a band left out",
        "a number before a unit",
        "a blank between units",
        "a dash between units",
        "an award before a title",
        "an award without what is read",
        "several works of a unit in a line",
        "a track among units",
        "another name in brackets",
        "a line above those that are read",
        "a line below those that are read",
    ],
)
def test_an_office_is_told_what_to_do(
    name: str,
    content: str,
    answer: dict[str, str],
    said: tuple[str, ...],
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    found, told = attempt(tmp_path / name, Wish(contests[False], tmp_path, EDITION, meanings=answer))
    assert all(words in told for words in said), told
    assert bool(found and not found.problems) is bool(answer)


def test_forms_of_two_projects_in_a_table_are_not_taken_for_one(
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    cells = [
        [["项目名称", title, "奖项", FIRST], ["申报单位", unit, "赛道", CITY]]
        for title, unit in (("甲图", "乙局"), ("丙图", "丁局"))
    ]
    path = tables([*cells[0], *cells[1]])(tmp_path)
    found, said = attempt(path, Wish(contests[False], tmp_path, EDITION))
    assert found is None or found.problems or len(found.changes.new) == 2, said


def test_proposed_awards_make_no_winners(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "w.csv").write_text("项目名称,单位,赛道,拟获奖项\n甲,乙局,城市治理,一等奖\n", "utf-8")
    wish = Wish(contests[False], tmp_path, EDITION, stage=ListKind.WINNERS)
    assert "表里没有写明奖项，项目进不了这份名单" in attempt(tmp_path / "w.csv", wish)[1]


def test_names_that_alone_say_whose_a_work_is_are_asked_about(
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    (tmp_path / "w.csv").write_text("组别,作品名称,作者,奖次\n小学组,会数数的书包,张某,金奖\n", "utf-8")
    wish = Wish(contests[True], tmp_path, EDITION)
    assert "项目是谁的，只写在“作者”里" in attempt(tmp_path / "w.csv", wish)[1]
    found, said = attempt(tmp_path / "w.csv", replace(wish, columns={"作者": "-"}))
    assert found is not None, said
    assert not found.problems


def test_a_line_of_blanks_takes_no_time(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "w.txt").write_text(f"一等奖\n1. 热网{' ' * 7000}调平\n", "utf-8")
    began = time.process_time()
    assert attempt(tmp_path / "w.txt", Wish(contests[False], tmp_path, EDITION))[0] is None
    assert time.process_time() - began < 2, "it was four seconds"
