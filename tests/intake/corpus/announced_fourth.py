"""Lists in the builds of published pages, with their facts. Names, units and projects are made up; only the builds are real.

Texts as they are copied from a browser, pages of editors of messengers, tables whose merged cells copying lost, frames of
one cell, awards with their projects in running text, boards of units and of persons behind the projects.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.intake.corpus.announced import (
    CITY,
    FARM,
    FIRST,
    SECOND,
    THIRD,
    WORKS,
    Announced,
    lines,
    page,
    tables,
)
from tests.intake.corpus.winners import SPECIAL, Fact, book, fact, text

_CITY = f"{CITY}赛道"
_MAP = ("水务一张图", "云川水务集团有限公司")
_HEAT = ("热力大脑", "临河热力有限公司")
_LID = ("井盖哨兵", "云川大学")
_BLADE = ("刀具寿命预测", "青岭机床厂")
_RAIN = ("雨量哨兵", "云川气象局")


def announced_fourth() -> list[Announced]:
    """All of them."""
    return [*_running_texts(), *_copied(), *_cells(), *_others()]


def _city(*given: tuple[tuple[str, str], str]) -> list[Fact]:
    return [fact(*project, CITY, award) for project, award in given]


_THREE = _city((_MAP, FIRST), (_HEAT, SECOND), (_LID, SECOND))


def _txt(*rows: str, name: str = "名单.txt") -> Callable[[Path], Path]:
    return text(name, "\n".join(rows) + "\n")


def _running_texts() -> list[Announced]:
    long = "面向山洪灾害易发区的雨水情多源融合监测、预警与避险转移"
    return [
        Announced(
            "an award a line",
            _txt(
                "公示启事",
                f"{_CITY}。现将获奖作品名单予以公示，公示时间为6月8日-6月11日，意见请反馈至邮箱：sjj@example.gov.cn",
                _CITY,
                "一等奖：水务一张图（云川水务集团有限公司）",
                "二等奖：热力大脑（临河热力有限公司）",
                "二等奖：井盖哨兵（云川大学）",
                "联系人：某某（云川大学）",
                "作品详见：https://example.com/s?id=1&wfr=spider",
            ),
            _THREE,
        ),
        Announced(
            "quoted titles, more of an award below it",
            _txt(
                _CITY,
                "一等奖：《水务一张图》（云川水务集团有限公司）",
                "二等奖：《热力大脑》（临河热力有限公司）",
                "《井盖哨兵》（云川大学）",
                "优秀组织奖：云川市数据局 、桥头管委会",
                "二〇二六年十月二十八日",
            ),
            _THREE,
        ),
        Announced(
            "a paragraph a track",
            _txt(
                "城市治理赛道：一等奖：云川水务集团有限公司《水务一张图》；二等奖：临河热力有限公司《热力大脑》、云川大学《井盖哨兵》。",
                "工业制造赛道：一等奖：青岭机床厂《刀具寿命预测》；二等奖：空缺。",
            ),
            [*_THREE, fact(*_BLADE, WORKS, FIRST)],
        ),
        Announced(
            "commas of ASCII in a text",
            _txt(
                "获奖名单, 2026",
                _CITY,
                "一等奖",
                "1. 水务一张图(云川水务集团有限公司, 云川大学)",
                "二等奖",
                "1. 看, 热力大脑(临河热力有限公司)",
            ),
            [fact(*_MAP, CITY, FIRST, "云川大学"), fact("看, 热力大脑", _HEAT[1], CITY, SECOND)],
        ),
        Announced(
            "long lines without numbers",
            _txt(_CITY, "一等奖", f"{long}（云川省水文中心、云川大学）", "二等奖", f"{long}评估（云川城管局）"),
            [fact(long, "云川省水文中心", CITY, FIRST, "云川大学"), fact(f"{long}评估", "云川城管局", CITY, SECOND)],
        ),
        Announced(
            "long lines without numbers that a reader joined",
            _txt(_CITY, "一等奖", *(f"{long}{number}（云川大学{number}院）" for number in "甲乙丙丁"), name="名单.md"),
            [fact(f"{long}{number}", f"云川大学{number}院", CITY, FIRST) for number in "甲乙丙丁"],
        ),
        Announced(
            "units before their projects in brackets",
            _txt(
                _CITY,
                "一等奖：云川水务集团有限公司（水务一张图）",
                "二等奖：临河热力有限公司（热力大脑）、云川大学（井盖哨兵）",
            ),
            _THREE,
        ),
        Announced(
            "news",
            _txt(
                "最终云川水务集团有限公司的“水务一张图”项目荣获城市治理赛道一等奖，临河热力有限公司的“热力大脑”项目获二等奖。"
            ),
            _THREE[:2],
        ),
        Announced(
            "persons",
            _txt(_CITY, "一等奖", "张某（云川大学）", "李某（临河大学）", "二等奖", "1. 王某 青岭大学"),
            [],
        ),
    ]


def _copied() -> list[Announced]:
    four = [*_city((_MAP, FIRST), (_RAIN, FIRST), (_HEAT, SECOND)), fact(*_BLADE, WORKS, SECOND)]
    rows = [("一等奖", "1", *_MAP, CITY), ("2", *_RAIN, CITY), ("二等奖", "3", *_HEAT, CITY), ("4", *_BLADE, WORKS)]
    both = [(CITY, "一等奖", "1", *_MAP), ("2", *_RAIN), ("二等奖", "3", *_HEAT), (WORKS, "二等奖", "4", *_BLADE)]
    ranks = [("1", "1", *_MAP, CITY, FIRST), ("2", "2", *_HEAT, CITY, SECOND), ("2", "3", *_LID, CITY, SECOND)]
    behind = [("1", "云川市", *_MAP, CITY, FIRST), ("2", *_RAIN, CITY, SECOND), ("3", "临河市", *_HEAT, CITY, SECOND)]

    def copied(head: str, found: list[tuple[str, ...]]) -> Callable[[Path], Path]:
        return _txt(
            "当前位置：首页 > 通知公告", "发布时间：2026-09-01", head.replace("、", "\t"), *map("\t".join, found)
        )

    return [
        Announced("awards lost by copying", copied("奖项、序号、项目名称、参赛单位、赛道", rows), four),
        Announced("tracks and awards lost by copying", copied("赛道、奖项、序号、项目名称、参赛单位", both), four),
        Announced("a rank like the number", copied("排名、序号、项目名称、单位、赛道、奖项、备注", ranks), _THREE),
        Announced(
            "regions behind the number lost by copying",
            copied("序号、地区、项目名称、单位、赛道、奖项", behind),
            [
                fact(*_MAP, CITY, FIRST, region="云川市"),
                fact(*_RAIN, CITY, SECOND, region="云川市"),
                fact(*_HEAT, CITY, SECOND, region="临河市"),
            ],
        ),
        Announced(
            "a page of a messenger's editor",
            page(
                f"<section><p>{_CITY}</p><p><strong>一等奖：</strong></p><p>1.&nbsp;水务一张图&nbsp;&nbsp;&nbsp;云川水务集团有限公司</p>"
                "<p><strong>二等奖：</strong></p><p>1.&nbsp;热力大脑&nbsp;&nbsp;临河热力有限公司</p>"
                "<p>2.&nbsp;井盖哨兵&nbsp;&nbsp;云川大学</p></section><p>长按识别二维码关注我们</p><p>阅读 1024 赞 12 在看</p>"
            ),
            _THREE,
        ),
        Announced(
            "bullets and bars",
            lines(
                _CITY,
                "■ 一等奖",
                "● 水务一张图 | 云川水务集团有限公司",
                "■ 二等奖",
                "● 热力大脑 | 临河热力有限公司",
                "● 井盖哨兵 | 云川大学",
                "■ 三等奖（空缺）",
            ),
            _THREE,
        ),
    ]


def _cells() -> list[Announced]:
    head = ["项目名称", "完成单位", "赛道", "等级"]
    return [
        Announced(
            "numbered units",
            book(
                [
                    head,
                    ["桥梁监测", "1.云川路桥公司 2.云川大学 3.临河设计院", CITY, FIRST],
                    ["滑坡识别", "1、云川地质院 2、青岭大学", CITY, SECOND],
                    ["管网体检", "(1)云川管网公司 (2)云川大学", CITY, SECOND],
                    ["码头调度", "1 云川港务公司；2 临河大学", CITY, THIRD],
                ]
            ),
            [
                fact("桥梁监测", "云川路桥公司", CITY, FIRST, "云川大学、临河设计院"),
                fact("滑坡识别", "云川地质院", CITY, SECOND, "青岭大学"),
                fact("管网体检", "云川管网公司", CITY, SECOND, "云川大学"),
                fact("码头调度", "云川港务公司", CITY, THIRD, "临河大学"),
            ],
        ),
        Announced(
            "an earlier state of the list",
            book([head, [*_MAP, CITY, FIRST]], 旧版=[head, [*_MAP, CITY, SECOND]]),
            [fact(*_MAP, CITY, FIRST)],
        ),
        Announced(
            "names joined by signs",
            book(
                [
                    head,
                    ["供热优化", "云川热力公司-云川大学联合体", CITY, FIRST],
                    ["供水优化", "临河水务公司&临河大学", CITY, SECOND],
                ]
            ),
            [
                fact("供热优化", "云川热力公司", CITY, FIRST, "云川大学"),
                fact("供水优化", "临河水务公司", CITY, SECOND, "临河大学"),
            ],
        ),
        Announced(
            "persons and teams among units",
            book(
                [head, ["供热优化", "云川大学 某某团队", CITY, FIRST], ["供水优化", "王某（临河大学）", CITY, SECOND]]
            ),
            [fact("供热优化", "云川大学", CITY, FIRST), fact("供水优化", "临河大学", CITY, SECOND)],
        ),
        Announced(
            "members of a consortium",
            book([head, ["数字农机", "安澜农机公司（联合体牵头人）、云川农大（联合体成员）", FARM, THIRD]]),
            [fact("数字农机", "安澜农机公司", FARM, THIRD, "云川农大")],
        ),
        Announced(
            "an award in brackets",
            book([head, [*_LID, CITY, f"三等奖（{SPECIAL}）"], [*_MAP, CITY, "一等奖（第1名）"]]),
            [fact(*_LID, CITY, f"{THIRD}、{SPECIAL}"), fact(*_MAP, CITY, FIRST)],
        ),
        Announced(
            "track and award in a cell",
            book([["奖项", "单位", "项目"], ["城市治理类一等奖", *_MAP[::-1]], ["工业制造类二等奖", *_BLADE[::-1]]]),
            [fact(*_MAP, CITY, FIRST), fact(*_BLADE, WORKS, SECOND)],
        ),
        Announced(
            "units behind titles",
            book(
                [
                    ["序号", "获奖项目", "奖项", "赛道"],
                    [1, "水务一张图（云川水务集团有限公司）", FIRST, CITY],
                    [2, "热力大脑（临河热力有限公司）", SECOND, CITY],
                ]
            ),
            _THREE[:2],
        ),
        Announced(
            "bands of who recommends",
            book(
                [
                    ["项目名称", "单位", "赛道", "奖项"],
                    ["一、省直单位推荐"],
                    [*_MAP, CITY, FIRST],
                    ["二、云川市推荐"],
                    [*_HEAT, CITY, SECOND],
                ]
            ),
            _THREE[:2],
        ),
    ]


def _others() -> list[Announced]:
    return [
        Announced(
            "a frame around lines",
            tables(
                [
                    [
                        f"{_CITY}\n一等奖\n1. 水务一张图（云川水务集团有限公司）\n二等奖\n1. 热力大脑（临河热力有限公司）\n2. 井盖哨兵（云川大学）"
                    ]
                ]
            ),
            _THREE,
        ),
        Announced(
            "prizes behind awards",
            lines(
                _CITY,
                "一等奖（奖金10万元）",
                "水务一张图（云川水务集团有限公司）",
                "二等奖（奖金5万元）",
                "热力大脑（临河热力有限公司）",
            ),
            _THREE[:2],
        ),
        Announced(
            "a list of others behind the winners",
            lines(
                _CITY,
                "一等奖",
                "1. 水务一张图（云川水务集团有限公司）",
                "2. 雨量哨兵（云川气象局）",
                "二、入围名单",
                "1. 热力大脑（临河热力有限公司）",
            ),
            _city((_MAP, FIRST), (_RAIN, FIRST)),
        ),
        Announced(
            "labels in a line",
            lines(
                _CITY,
                "一等奖",
                "项目名称：水务一张图　申报单位：云川水务集团有限公司",
                "二等奖",
                "项目名称：热力大脑　申报单位：临河热力有限公司",
                "项目名称：井盖哨兵　申报单位：云川大学",
            ),
            _THREE,
        ),
        Announced(
            "boards of units and persons behind the projects",
            lines(
                _CITY,
                "一等奖",
                "1. 水务一张图（云川水务集团有限公司）",
                "二等奖",
                "1. 热力大脑（临河热力有限公司）",
                "优秀组织单位",
                "1. 云川市数据局",
                "2. 云川大学（信息学院）",
                "优秀指导教师奖",
                "1. 张某（云川大学）",
            ),
            _THREE[:2],
        ),
    ]
