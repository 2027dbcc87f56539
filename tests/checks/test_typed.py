"""What is typed as it should be, and is not to be called a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.hints import separated
from generator.project import load

NOTICE = "content/alpha/2026/notices/2026-06-01-launch.md"
CASE = "content/alpha/2026/cases/kiln-heat-map/index.md"

TEXTS = [
    "＞90%的企业，＃1机组，太好了！[赛程](record:timeline)。",
    "＃1机组停机。\n\n___\n\n＞90%的企业。",
    "3*4*5米，2**8，约3～5天，7×24小时。",
    "这是**着重**，~~删去~~，`**不是**`，\\*\\*也不是\\*\\*。",
    "甲 | 乙，只有一行。",
    "| 甲 | 乙 |\n| --- | --- |\n| 1 |\n| a\\|b | 2 |",
    "话\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
    "```\n甲\t乙\n丙\t丁\n| 甲 |\n1、甲\n2、乙\n```",
    "1. 甲\n1. 乙\n1. 丙",
    "1. 甲\n   - 子\n2. 乙\n\n   又一段\n3. 丙\n\n话\n\n1. 重新\n2. 开始",
    "5. 从五开始\n6. 六",
    "1、甲  \n2、乙",
    "2024年2月29日，2月29日，12月31日，3月龄。",
    "温度为-5℃\n湿度为1.5倍",
    "$E=mc^2$ 与\n\n$$\na^2+b^2\n$$\n\n价格 $5 到 $6。",
    "2026. 9. 1 起施行。",
    "太极图里的“数据要素×”和 X 光、XL 码。",
    "单位负责人应当到场，联系人员与个人参赛均可。",
]


@pytest.mark.parametrize("text", TEXTS)
def test_sound_texts_pass(contest: Path, text: str) -> None:
    path = contest / NOTICE
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")
    assert [found.to_text() for found in load(contest).report.diagnostics] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 62.5", 'value: "99.90"'),
        ('value: 62.5, unit: "%"', "value: 优于95%"),
        ('value: 62.5, unit: "%"', "value: 95分以上"),
        ('value: 62.5, unit: "%"', "value: 7×24小时"),
        ("partners: [甲州陶瓷研究所]", "partners: [甲州陶瓷（甲、乙）研究所, “甲、乙”中心]"),
        ("tags: [陶瓷, 节能]", "tags: [“数据要素×”]"),
        ("窑炉过去靠人看火。", "<!-- 记着 -->窑炉<br>过去靠人看火。"),
    ],
)
def test_sound_values_pass(contest: Path, old: str, new: str) -> None:
    path = contest / CASE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert [found.to_text() for found in load(contest).report.diagnostics] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲、乙，丙；丁", ["甲", "乙", "丙", "丁"]),
        ("某某（北京、上海）公司", ["某某（北京、上海）公司"]),
        ("《甲、乙》编写组、丙", ["《甲、乙》编写组", "丙"]),
        ("甲", ["甲"]),
    ],
)
def test_names_are_parted_outside_brackets(text: str, names: list[str]) -> None:
    assert separated(text) == names
