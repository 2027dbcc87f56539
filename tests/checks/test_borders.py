"""Each rule at its border: what is just right, and what is a day, a character or a case too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.project import load

EDITION = Path("content/alpha/2026")
TIMELINE, AWARDS, JUDGING, FACTS = (f"{name}.yml" for name in ("timeline", "awards", "judging", "edition"))
BUS, GAUGE, LEAF, KILN = (
    f"cases/{slug}/index.md" for slug in ("night-bus", "river-gauge", "leaf-tally", "kiln-heat-map")
)
COMMON = "tracks/03-common-good.md"
MORE = "  - {id: more, name: 补报名, kind: registration, start: 2026-06-20, end: 2026-07-05, text: 补}\n"
FINAL = "start: 2026-08-08\n    end: 2026-08-08\n    text: 8月8日"
UNTOLD = (FACTS, "text: 6月1日—6月30日", "text: 六月")
SUMMARY = "三个赛道、六个赛题，六月报名，八月决赛。"
HOUSE = "  - {level: 最佳实践奖, cny: 5000}"
BEST = "level: 最佳实践奖, count: 1}\n"

Change = tuple[str, str, str]
"""A file of the edition, a text in it, and what stands there instead."""

RIGHT: dict[str, list[Change]] = {
    "a phase begins on the day of the one before": [
        (TIMELINE, FINAL, FINAL.replace("2026-08-08", "2026-07-01").replace("8月8日", "7月1日"))
    ],
    "the first day of the year": [(TIMELINE, "start: 2026-05-11", "start: 2026-01-01")],
    "the last day of February": [(TIMELINE, "end: 2026-08-31", "end: 2027-02-28")],
    "registration of a day": [
        (FACTS, "closes: 2026-06-30", "closes: 2026-06-01"),
        (TIMELINE, "end: 2026-06-30", "end: 2026-06-01"),
    ],
    "vague registration": [
        UNTOLD,
        (FACTS, "closes: 2026-06-30", "closes: 2026-06-29"),
        (TIMELINE, "text: 6月1日—6月30日", "text: 六月\n    approximate: ten-day"),
    ],
    "a text that says the first day alone": [(TIMELINE, "text: 6月1日—6月30日", "text: 6月1日起")],
    "a text that counts days": [(TIMELINE, "text: 8月8日", "text: 公示结束后10日内")],
    "some number is open": [(AWARDS, "优秀奖, count: 2", "优秀奖, count: null"), (AWARDS, "total: 7", "total: 5")],
    "one award by track and in all": [
        (AWARDS, BEST, f"{BEST}  - {{scope: edition, level: 一等奖, count: 3}}\n"),
        (AWARDS, "total: 7", "total: 10"),
    ],
    "a summary of 120 characters": [(FACTS, SUMMARY, "长" * 120)],
    "a value of 20,000 characters": [(FACTS, "theme: 知数而行", "theme: " + "长" * 20_000)],
    "a case that is public for a day": [
        (BUS, "publish_at: 2026-08-20", "publish_at: 2026-08-20\nexpire_at: 2026-08-21")
    ],
    "a case that only expires": [(BUS, "publish_at: 2026-08-20", "expire_at: 2026-08-20")],
    "a level that nobody received": [(BUS, "award: 二等奖", "award: 优秀奖")],
}

WRONG: dict[str, tuple[list[Change], list[str]]] = {
    "a phase ends a day before it begins": (
        [(TIMELINE, "end: 2026-08-08", "end: 2026-08-07")],
        ["timeline.yml:26:10 “决赛”的结束日期 2026-08-07 早于开始日期 2026-08-08"],
    ),
    "a phase begins a day before the one above": (
        [(TIMELINE, FINAL, FINAL.replace("2026-08-08", "2026-06-30").replace("8月8日", "6月30日"))],
        ["timeline.yml:22:5 “决赛”（6月30日）写在“初赛评审”（7月1日—7月20日）之后，却先开始"],
    ),
    "the year before": (
        [(TIMELINE, "start: 2026-05-11", "start: 2025-08-31")],
        ["timeline.yml:5:12 “筹备”的日期 2025-08-31 不在本届（2025 年 9 月至 2027 年 6 月）之内"],
    ),
    "the first of July": (
        [(TIMELINE, "end: 2026-08-31", "end: 2027-07-01")],
        ["timeline.yml:38:10 “颁奖”的日期 2027-07-01 不在本届（2025 年 9 月至 2027 年 6 月）之内"],
    ),
    "two phases of one id": (
        [(TIMELINE, "id: ceremony", "id: final")],
        ["timeline.yml:34:9 阶段编号“final”前面已经用过"],
    ),
    "registration closes before it opens": (
        [UNTOLD, (FACTS, "closes: 2026-06-30", "closes: 2026-05-31"), (TIMELINE, "kind: registration", "kind: other")],
        ["edition.yml:20:11 报名截止 2026-05-31 早于报名开始 2026-06-01"],
    ),
    "registration closes a day before the phase": (
        [UNTOLD, (FACTS, "closes: 2026-06-30", "closes: 2026-06-29")],
        ["edition.yml:20:11 报名截止 2026-06-29 与赛程“报名”的 2026-06-30 不一致"],
    ),
    "registration opens a day after the phase": (
        [UNTOLD, (FACTS, "opens: 2026-06-01", "opens: 2026-06-02")],
        ["edition.yml:19:10 报名开始 2026-06-02 与赛程“报名”的 2026-06-01 不一致"],
    ),
    "the last of two phases of registration": (
        [(TIMELINE, "  - id: review\n", f"{MORE}  - id: review\n")],
        ["edition.yml:20:11 报名截止 2026-06-30 与赛程“补报名”的 2026-07-05 不一致"],
    ),
    "a text that says another last day": (
        [(TIMELINE, "text: 8月8日", "text: 8月9日")],
        ["timeline.yml:26:10 这个日期与文字“8月9日”不一致"],
    ),
    "one more in the team": (
        [(GAUGE, "representatives: 5", "representatives: 6")],
        [f"{GAUGE}:7:25 参赛代表 6 人，上限是 5 人"],
    ),
    "a total below the sum": (
        [(AWARDS, "total: 7", "total: 6")],
        ["awards.yml:13:8 奖项总数写作 6，各级名额之和是 7"],
    ),
    "a total above the sum with the special awards": (
        [(AWARDS, "total: 7", "total: 9")],
        ["awards.yml:13:8 奖项总数写作 9，各级名额之和是 7"],
    ),
    "a total below what is known": (
        [(AWARDS, "优秀奖, count: 2", "优秀奖, count: null"), (AWARDS, "total: 7", "total: 4")],
        ["awards.yml:13:8 奖项总数写作 4，各级名额之和是 5"],
    ),
    "a quota written twice": (
        [(AWARDS, BEST, f"{BEST}  - {{scope: edition, {BEST}")],
        ["awards.yml:8:5 “最佳实践奖”的名额与前面重复"],
    ),
    "a level written twice": (
        [(AWARDS, "[一等奖, 二等奖, 优秀奖]", "[一等奖, 二等奖, 优秀奖, 二等奖]")],
        ["awards.yml:1:25 奖项“二等奖”列了两次"],
    ),
    "prizes written twice": (
        [(AWARDS, HOUSE, f"{HOUSE}\n  - {{level: 一等奖, cny: 1}}\n{HOUSE}")],
        ["awards.yml:11:5 “一等奖”的奖金写了两次", "awards.yml:12:5 “最佳实践奖”的奖金写了两次"],
    ),
    "one more than a track may have": (
        [(BUS, "award: 二等奖", "award: 一等奖"), (LEAF, "award: 最佳实践奖", "award: 一等奖")],
        [f"{BUS}:5:8 “综合”赛道“一等奖”名额为 1 个，已有 2 个项目"],
    ),
    "one more than two tracks may have": (
        [(LEAF, "award: 最佳实践奖", "award: 二等奖")],
        [f"{BUS}:5:8 所列赛道合计“二等奖”名额为 1 个，已有 2 个项目"],
    ),
    "one more than the edition may have": (
        [(AWARDS, "最佳实践奖, count: 1", "最佳实践奖, count: 0")],
        [f"{LEAF}:5:8 全届“最佳实践奖”名额为 0 个，已有 1 个项目"],
    ),
    "one more in the finals": (
        [(FACTS, "quota: 2", "quota: 1")],
        [f"{GAUGE}:10:23 推荐全国总决赛的项目有 2 个，名额是 1 个"],
    ),
    "too few small firms": (
        [(FACTS, "sme_min_share: 0.5", "sme_min_share: 0.51")],
        ["edition.yml:31:35 推荐的 2 个项目中，中小企业有 1 个，不足 51%"],
    ),
    "a point too much": (
        [(JUDGING, "社会效益, points: 20", "社会效益, points: 21")],
        ["judging.yml:4:12 “专业赛道评价指标”满分 100，各项分值之和是 101"],
    ),
    "a point too few in a part": (
        [(JUDGING, "points: 25", "points: 24"), (JUDGING, "total: 100", "total: 99")],
        ["judging.yml:7:17 “数据” 40 分，下级分值之和是 39"],
    ),
    "a number left out": (
        [(COMMON, "number: 3", "number: 4")],
        [f"{COMMON}:3:9 序号 4 与文件名的 03 不一致"],  # which is why it is left out: told once
    ),
    "a number given twice": (
        [(COMMON, "number: 3", "number: 2")],
        [f"{COMMON}:3:9 序号 2 与文件名的 03 不一致"],
    ),
    "a name given twice": ([(COMMON, "name: 综合", "name: 碧水")], [f"{COMMON}:2:7 本届另有赛道叫“碧水”"]),
    "a summary of 121 characters": (
        [(FACTS, SUMMARY, "长" * 121)],
        ["edition.yml:8:10 摘要有 121 个字，超过 120 个字"],
    ),
    "a value of 20,001 characters": (
        [(FACTS, "theme: 知数而行", "theme: " + "长" * 20_001)],
        ["edition.yml:2:8 `theme` 有 20,001 个字符，超过 20,000 个"],
    ),
    "a section written twice": (
        [(BUS, "## 应用成效", "## 解决方案\n\n又。\n\n## 应用成效")],
        [f"{BUS}:20:1 “解决方案”重复，或者不在规定的位置"],
    ),
    "an award of the finals without being sent there": (
        [(GAUGE, "recommended: true", "recommended: false, award: 一等奖")],
        [f"{GAUGE}:10:37 没有推荐参加总决赛，却写了总决赛奖项“一等奖”"],
    ),
    "the name of the file as what is seen": (
        [(GAUGE, "alt: 河边的水尺", "alt: cover")],
        [f"{GAUGE}:16:28 图片 cover.jpg 的替代文字只是文件名"],
    ),
    "a case that is never public": (
        [(BUS, "publish_at: 2026-08-20", "publish_at: 2026-08-20\nexpire_at: 2026-08-20")],
        [f"{BUS}:10:12 撤下日期 2026-08-20 不晚于发布日期 2026-08-20"],
    ),
    "a project that wins twice, with a draft between": (
        [
            (LEAF, "demo: true", "demo: true\ndraft: true"),
            (BUS, "title: 夜班车随叫随到", "title: 窑温一张图"),
            (BUS, "unit: 临河公交有限公司", "unit: 云上窑业科技有限公司"),
        ],
        [f"{BUS}:2:8 “窑温一张图”与 {EDITION}/cases/kiln-heat-map/index.md 是同一单位的同一项目"],
    ),
    "an image listed twice, and another without a text": (
        [
            (KILN, "  - {file: flow.png", "  - {file: cover.png, alt: 图}\n  - {file: flow.png"),
            (KILN, "alt: 数据从传感器到值班屏的流程", "alt: flow"),
        ],
        [f"{KILN}:19:12 图片 cover.png 登记了两次", f"{KILN}:20:27 图片 flow.png 的替代文字只是文件名"],
    ),
    "two mistakes of two cases": (
        [(BUS, "topic: 夜间公交", "topic: 夜车"), (GAUGE, "track: clear-water", "track: water")],
        [f"{BUS}:4:8 “综合”赛道没有赛题“夜车”", f"{GAUGE}:3:8 本届没有赛道“water”"],
    ),
}


def told(contest: Path, changes: list[Change]) -> list[str]:
    for name, old, new in changes:
        path = contest / EDITION / name
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), "utf-8")
    found = load(contest).report.diagnostics
    return [
        f"{each.at.path.removeprefix(f'{EDITION}/')}:{each.at.line}:{each.at.column} {each.message}" for each in found
    ]


@pytest.mark.parametrize("kind", RIGHT)
def test_it_is_just_right(contest: Path, kind: str) -> None:
    assert told(contest, RIGHT[kind]) == []


@pytest.mark.parametrize("kind", WRONG)
def test_it_is_too_much(contest: Path, kind: str) -> None:
    changes, expected = WRONG[kind]
    assert told(contest, changes) == expected
