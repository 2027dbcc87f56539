"""What is said of a link that leads nowhere, and when a link to something embargoed is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.project import load

EDITION = Path("content/alpha/2026")
RECORD = "站内内容写 record: 编号，如 [赛程](record:timeline)、[某案例](record:cases/案例短名)"

NOWHERE = {
    "record:casess": ("record:casess 没有指向任何内容", "您是否想写“cases”？"),
    "record:timeline#x": ("record:timeline#x 没有指向任何内容", "您是否想写“timeline”？"),
    "record:cases/kiln-heat": ("record:cases/kiln-heat 没有指向任何内容", "您是否想写 `kiln-heat-map`（窑温一张图）？"),
    "record:cases/窑温一张图": ("record:cases/窑温一张图 没有指向任何内容", "这里写编号而不写名称：`kiln-heat-map`"),
    "record:notices/lanch": ("record:notices/lanch 没有指向任何内容", "您是否想写 `launch`（甲州分赛启动报名）？"),
    "record:pages/abut": ("record:pages/abut 没有指向任何内容", "您是否想写 `about`（关于大赛）？"),
    "record:pages/zzzz": (
        "record:pages/zzzz 没有指向任何内容",
        "可以写：about（关于大赛）、visit（参观路线）",
    ),
    "record:/alpah/2026": ("record:/alpah/2026 没有指向任何内容", "您是否想写“/alpha/2026”？"),
    "record:/alpha/2025/timeline": ("record:/alpha/2025/timeline 没有指向任何内容", "您是否想写“/alpha/2026”？"),
    "record:/beta/2026/notices/lunch": (
        "record:/beta/2026/notices/lunch 没有指向任何内容",
        "您是否想写 `launch`（乙原分赛启动）？",
    ),
    "record:tracks/clear-water#topic-9": (
        "record:tracks/clear-water#topic-9 没有指向任何内容",
        "可以写：topic-1（中小河流预报）、topic-2（用水效率）",
    ),
    "record:tracks/watr": (
        "record:tracks/watr 没有指向任何内容",
        "可以写：smart-factory（智能制造）、clear-water（碧水）、common-good（综合）",
    ),
    "record:tracks/碧水": ("record:tracks/碧水 没有指向任何内容", "这里写编号而不写名称：`clear-water`"),
    "www.a.example": ("链接“www.a.example”没有去处", "站外网址写全：https://www.a.example"),
    "//a.example": ("链接“//a.example”没有去处", "站外网址写全：https://a.example"),
    "x.html": ("链接“x.html”没有去处", RECORD),
    "http://": ("链接“http://”没有去处", RECORD),
    "": ("链接没有写去处", "站内写 record: 编号，站外写完整网址；不需要链接就去掉方括号"),
    "#没有": ("本页没有小标题“没有”", "加上小标题，或去掉链接"),
    "record:cases/kiln-heat-map": (
        "record:cases/kiln-heat-map 到 2026-08-20 才发布，在那之前链接没有去处",
        "推迟本文的 `publish_at`，或者去掉链接",
    ),
}
SOMEWHERE = (
    "MAILTO:a@b.example",
    "tel:110",
    "http://a",
    "record:",
    "record:/beta/2026/notices/launch",
    "record:timeline",
)


def change(contest: Path, name: str, old: str, new: str) -> None:
    path = contest / EDITION / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def dead(contest: Path) -> list[tuple[str, int, int, str, str]]:
    return [
        (found.at.path.removeprefix(f"{EDITION}/"), found.at.line, found.at.column, found.message, found.hint)
        for found in load(contest).report.diagnostics
        if found.code == "dead-link"
    ]


@pytest.mark.parametrize("target", NOWHERE)
def test_a_link_to_nowhere_is_told_with_what_was_meant(contest: Path, target: str) -> None:
    change(contest, "pages/visit.md", "先看", f"[这里]({target})先看")
    (found,) = dead(contest)
    assert found == ("pages/visit.md", 4, 16, *NOWHERE[target])


@pytest.mark.parametrize("target", SOMEWHERE)
def test_a_link_to_somewhere_is_right(contest: Path, target: str) -> None:
    change(contest, "pages/visit.md", "先看", f"[这里]({target})先看")
    assert dead(contest) == []


def test_records_are_no_addresses_of_html(contest: Path) -> None:
    change(contest, "pages/visit.md", "先看", '<a href="record:timeline">这里</a>先看')
    (found,) = dead(contest)
    assert found[3:] == ("HTML 写法的链接里不能用 record: 编号", "改成 Markdown 写法：[文字](record:timeline)")


@pytest.mark.parametrize(
    ("case", "notice", "told"),
    [
        ("expire_at: 2027-01-01", "", "record:cases/kiln-heat-map 到 2027-01-01 撤下，从那天起链接没有去处"),
        ("expire_at: 2027-01-01", "expire_at: 2027-01-01", ""),
        ("expire_at: 2027-01-01", "expire_at: 2026-12-31", ""),
        ("expire_at: 2027-01-01", "expire_at: 2027-01-02", "到 2027-01-01 撤下"),
        ("draft: true", "", "record:cases/kiln-heat-map 是草稿，读者看不到"),
        ("draft: true", "draft: true", ""),
    ],
)
def test_a_text_may_link_to_what_is_public_as_long_as_itself(contest: Path, case: str, notice: str, told: str) -> None:
    change(contest, "cases/kiln-heat-map/index.md", "demo: true", f"demo: true\n{case}")
    if notice:
        change(contest, "notices/2026-08-20-winners.md", "title:", f"{notice}\ntitle:")
    found = dead(contest)
    assert [each[0] for each in found] == (["notices/2026-08-20-winners.md"] if told else [])
    assert all(told in each[3] for each in found)
