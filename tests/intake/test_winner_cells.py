"""Ticks in columns of awards, projects in columns, several in a cell: read as meant, or told with the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.catalog import Catalog
from generator.intake.winners.comparing import Wish
from generator.model import ListKind
from tests.intake.test_winner_lists import EDITION, attempt, contests  # noqa: F401 (a fixture)
from tests.intake.test_winners import book

TICKED = ["序号", "项目名称", "申报单位", "赛道", "一等奖", "二等奖", "最佳应用奖"]
HEAD = ["序号", "申报单位", "项目名称", "赛道", "奖项"]
FIRST = "云川甲公司 井盖不说谎 城市治理 一等奖"
SECOND = "云川乙公司 夜间公交 城市治理 二等奖"
Table = Sequence[Sequence[object]]


def ticked(first: object = "√", second: object = "") -> list[list[object]]:
    return [
        [1, "井盖不说谎", "云川甲公司", "城市治理", first, second, ""],
        [2, "夜间公交", "云川乙公司", "城市治理", "", "√", ""],
    ]


def in_columns(*more: Sequence[object]) -> Table:
    rows = zip(["申报单位", "项目名称", "赛道", "获奖等级"], FIRST.split(), SECOND.split(), strict=True)
    return [*map(list, rows), *more]


def listed(*cells: object) -> Table:
    return [HEAD, [1, *cells], [2, *SECOND.split()]]


def several(titles: str, award: str = "一等奖", track: str = "城市治理") -> Table:
    return listed("云川甲公司", titles, track, award)


BOTH = [FIRST, SECOND]
PARTED = [FIRST, "云川甲公司 路灯会数数 城市治理 一等奖", SECOND]
SINGLE = "电（水；气）表抄收、结算一本账"
RANKED = [FIRST, "云川甲公司 路灯会数数 城市治理 二等奖", SECOND]


@pytest.mark.parametrize(
    ("rows", "merged", "facts"),
    [
        ([TICKED, *ticked()], [], BOTH),
        ([["获奖名单"], TICKED, *ticked("●")], [], BOTH),
        ([TICKED, *ticked("✓", "×"), ["合计", "", "", "", 1, 1, 0]], [], BOTH),
        ([TICKED, *ticked(1, 0)], [], BOTH),
        ([TICKED, *ticked("☑", "□")], [], BOTH),
        ([TICKED, [*ticked()[0][:4], "一等奖", "", ""], [*ticked()[1][:4], "", "二等奖", ""]], [], BOTH),
        ([[*TICKED[:4], "是否一等奖", "是否二等奖"], *[each[:6] for each in ticked("是", "否")]], [], BOTH),
        ([HEAD, [1, *FIRST.split()[:3], "☑一等奖 □二等奖"], [2, *SECOND.split()[:3], "一等奖□\n二等奖√"]], [], BOTH),
        ([HEAD, [1, *FIRST.split()[:2], "☑城市治理 □工业制造", "一等奖"], [2, *SECOND.split()]], [], BOTH),
        ([TICKED, *ticked(True, False)], [], BOTH),
        ([TICKED, *ticked("一等奖", "/")], [], BOTH),
        ([[*HEAD[:4], "获奖等级", "", ""], ["", "", "", "", "一等奖", "二等奖", "三等奖"], [1, *FIRST.split()[:3], "√"],
          [2, *SECOND.split()[:3], "", "√"]], ["E1:G1", "A1:A2", "B1:B2", "C1:C2", "D1:D2"], BOTH),
        ([[*HEAD, "最佳应用奖"], [1, *FIRST.split(), "√"], [2, *SECOND.split(), ""]], [],
         [f"{FIRST}、最佳应用奖", SECOND]),
        (in_columns(), [], BOTH),
        ([["获奖名单"], ["序号", 1, 2], *in_columns(["联系人", "某甲", "某乙"], ["备注", "", ""])], ["A1:C1"], BOTH),
        ([*in_columns()[:2], ["赛道", "城市治理", ""], *in_columns()[3:]], ["B3:C3"], BOTH),
        ([*[row[:2] for row in in_columns()], [], *[[row[0], row[2]] for row in in_columns()]], [], BOTH),
        ([*in_columns(), [], *in_columns()[:1], ["项目名称", "丙", "丁"], *in_columns()[2:]], [],
         [*BOTH, "云川甲公司 丙 城市治理 一等奖", "云川乙公司 丁 城市治理 二等奖"]),
        (several("1.井盖不说谎\n2.路灯会数数"), [], PARTED),
        (several("1、井盖不说谎；2、路灯会数数。"), [], PARTED),
        (several("①井盖不说谎②路灯会数数"), [], PARTED),
        (several("3.井盖不说谎 4.路灯会数数"), [], PARTED),
        (several("1.井盖不说谎2.路灯会数数"), [], PARTED),
        (several("1、井盖到第2、3号线"), [], ["云川甲公司 1、井盖到第2、3号线 城市治理 一等奖", SECOND]),
        (several("（1）井盖不说谎（2）路灯会数数"), [], PARTED),
        (several("《井盖不说谎》、《路灯会数数》"), [], PARTED),
        (several("1.井盖不说谎\n2.路灯会数数", "一等奖\n二等奖"), [], RANKED),
        (several("1.井盖不说谎\n2.路灯会数数", "1.一等奖；2.二等奖"), [], RANKED),
        (several("1.5G智慧园区与2.0平台"), [], ["云川甲公司 1.5G智慧园区与2.0平台 城市治理 一等奖", SECOND]),
        (several("《公交》《地铁》一体化"), [], ["云川甲公司 《公交》《地铁》一体化 城市治理 一等奖", SECOND]),
        (several(SINGLE), [], [f"云川甲公司 {SINGLE} 城市治理 一等奖", SECOND]),
        (several("基于大模型的\n电力调度"), [], ["云川甲公司 基于大模型的电力调度 城市治理 一等奖", SECOND]),
    ],
)  # fmt: skip
def test_what_is_meant(
    rows: Table,
    merged: list[str],
    facts: list[str],
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    found, said = attempt(book(tmp_path / "w.xlsx", rows, merged), Wish(contests[False], tmp_path, EDITION))
    assert found is not None, said
    assert not found.problems, said
    keys = ("unit", "title", "track", "awards")
    assert [" ".join(each[key] for key in keys) for each in found.changes.new.values()] == facts, said


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([TICKED, *ticked("√", "√")], "F2：“一等奖”和“二等奖”都打了记号"),
        ([TICKED, *ticked("√（候补）")], "E2：“√（候补）”不是本届的奖项"),
        ([TICKED, *ticked(91.5)], "E2：“91.5”不是本届的奖项"),
        ([["拟获奖项目公示"], TICKED, *ticked()], "E2：这张表像是公示名单"),
        ([TICKED, *[[*row[:4], "P", "", ""] for row in ticked()]], "E1：“一等奖”、“二等奖”、“最佳应用奖”里没有认得"),
        ([TICKED, *[row[:4] for row in ticked()]], "E1：“一等奖”、“二等奖”、“最佳应用奖”里没有认得的记号"),
        (in_columns(["所属赛道", "工业制造", "工业制造"]), "“所属赛道”与“赛道”是同一列"),
        ([*in_columns()[:3], ["获奖等级", "一等", "入围奖"]], "C 列第4格：“入围奖”不是本届的奖项"),
        ([HEAD, [1, *FIRST.split()[:3], "□一等奖 □二等奖"]], "E2：“□一等奖 □二等奖”不是本届的奖项"),
        (several("井盖不说谎\n路灯会数数"), "C2：一格里像有 2 个项目：井盖不说谎、路灯会数数"),
        (several("井盖不说谎；路灯会数数"), "C2：一格里像有 2 个项目"),
        (several("井盖不说谎、路灯会数数", "一等奖、二等奖"), "C2：一格里像有 2 个项目"),
        (several("地下管网监测平台、内涝预警系统"), "C2：一格里像有 2 个项目"),
        (several("1.井盖不说谎\n2.路灯会数数", "一等奖、二等奖"), "E2：一格里有 2 个项目，奖项“一等奖、二等奖”各"),
        (listed("云川甲公司\n云川丙公司", "①井盖不说谎②路灯会数数", "城市治理", "一等奖"), "B2：一格里有 2 个项目"),
        ([["编号", *HEAD[1:]], ["A1", *several("①井盖不说谎②路灯会数数")[1][1:]]], "C2：同一项目的项目名称"),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_told(
    rows: Table,
    told: str,
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    found, said = attempt(book(tmp_path / "w.xlsx", rows), Wish(contests[False], tmp_path, EDITION))
    assert found is None or found.problems
    assert told in said


def test_ticks_that_word_inserts_are_signs(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    made = docx.Document()
    table = made.add_table(rows=0, cols=6)
    for row in [TICKED[:6], *[each[:6] for each in ticked()]]:
        for cell, said in zip(table.add_row().cells, row, strict=True):
            if said == "√":
                symbol = OxmlElement("w:sym")
                symbol.set(qn("w:font"), "Wingdings")
                symbol.set(qn("w:char"), "F0FC")
                cell.paragraphs[0].add_run()._r.append(symbol)
            else:
                cell.text = str(said)
    made.save(tmp_path / "w.docx")
    found, told = attempt(tmp_path / "w.docx", Wish(contests[False], tmp_path, EDITION))
    assert found, told
    assert [each["awards"] for each in found.changes.new.values()] == ["一等奖", "二等奖"]


def test_what_is_asked_can_be_answered(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    wish = Wish(contests[False], tmp_path, EDITION)
    path = book(tmp_path / "w.xlsx", several("井盖不说谎\n路灯会数数"))
    found, said = attempt(
        path, Wish(wish.catalog, tmp_path, EDITION, meanings={"井盖不说谎路灯会数数": "井盖不说谎路灯会数数"})
    )
    assert found is not None and not found.problems, said  # noqa: PT018
    path = book(tmp_path / "p.xlsx", [["拟获奖项目公示"], TICKED, *ticked()])
    found, said = attempt(path, replace(wish, stage=ListKind.PROPOSED))
    assert found, said
    assert not found.problems, said
    assert [each["proposed"] for each in found.changes.new.values()] == ["一等奖", "二等奖"]
