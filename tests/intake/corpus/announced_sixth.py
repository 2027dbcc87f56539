"""Ten lists that were written when those of `announced_fifth` were read, as a proof. All names and projects are made up."""

from __future__ import annotations

from tests.intake.corpus.announced import (
    CITY,
    FARM,
    FIRST,
    GOOD,
    GREEN,
    MONEY,
    SECOND,
    THIRD,
    WORKS,
    Announced,
    lines,
    page,
    pdf,
    tables,
)
from tests.intake.corpus.winners import SPECIAL, book, fact, text


def announced_sixth() -> list[Announced]:
    """All of them."""
    return [*_tables(), *_texts()]


def _tables() -> list[Announced]:
    counted = [
        ["“云上数据×”大赛云川分赛获奖项目"],
        ["奖项", "赛道", "项目", "主体单位", "支撑单位"],
        ["一等奖\n（2项）", CITY, "桥下空间占用识别", "临河城管局", "云川遥感公司"],
        ["", WORKS, "锻件超声判伤", "云川锻造有限公司", ""],
        ["二等奖\n（1项）", FARM, "烟叶烘烤曲线", "安澜烟叶站", "青岭大学"],
    ]
    stacked = [
        ["一、获奖项目"],
        ["序号", "项目", "单位", "赛道", "奖项"],
        [1, "泵站能耗评估", "临河排水公司", CITY, FIRST],
        [2, "苗木溯源", "安澜苗圃", FARM, SECOND],
        ["二、优秀指导教师"],
        ["序号", "姓名", "单位"],
        [1, "张某", "云川大学"],
        ["三、入围项目"],
        ["序号", "项目", "单位", "赛道"],
        [1, "梯田产量估算", "青岭农科所", FARM],
    ]
    described = tables(
        "获奖项目一览",
        [
            ["序号", "项目名称", "项目简介", "申报单位", "赛道及奖项"],
            [
                "1",
                "旧衣回收路线",
                "汇聚投放点数据，优化清运；减少空驶。",
                "临河再生公司（牵头）、云川大学",
                "绿色低碳 一等奖",
            ],
            ["2", "贷款用途核验", "多方数据比对。", "云川银行", "金融服务 二等奖"],
        ],
    )
    bands = tables(
        [
            ["序号", "项目名称", "完成单位", "得分"],
            ["城市治理赛道（一等奖1项，二等奖1项）", "<", "<", "<"],
            ["1", "隧道照明随车", "云川隧道公司", "95.0"],
            ["2", "噪声溯源", "临河环境局", "91.2"],
            ["工业制造赛道（一等奖1项）", "<", "<", "<"],
            ["1", "炼胶配方推荐", "青岭橡胶厂", "93.3"],
        ]
    )
    sites = page(
        "<h3>一等奖</h3><table border=1><tr><td>项目名称<td>选送单位<td>参赛单位<td>赛道</tr>"
        f"<tr><td>河口咸潮预报<td>临河市数据局<td>临河水文站<td>{CITY}</tr></table>"
        "<h3>二等奖</h3><table border=1><tr><td>项目名称<td>选送单位<td>参赛单位<td>赛道</tr>"
        f"<tr><td>余电消纳<td>云川能源局<td>青岭电厂、云川大学<td>{GREEN}</tr></table>"
        "<h3>优秀组织奖</h3><table border=1><tr><td>序号<td>单位名称</tr><tr><td>1<td>临河市数据局</tr></table>"
    )
    return [
        Announced(
            "counts in merged awards, supporting units",
            book(counted, ["A1:E1", "A3:A4"]),
            [
                fact("桥下空间占用识别", "临河城管局", CITY, FIRST, "云川遥感公司"),
                fact("锻件超声判伤", "云川锻造有限公司", WORKS, FIRST),
                fact("烟叶烘烤曲线", "安澜烟叶站", FARM, SECOND, "青岭大学"),
            ],
        ),
        Announced(
            "three lists below each other",
            book(stacked),
            [fact("泵站能耗评估", "临河排水公司", CITY, FIRST), fact("苗木溯源", "安澜苗圃", FARM, SECOND)],
        ),
        Announced(
            "track and award in a cell, leader in brackets",
            described,
            [
                fact("旧衣回收路线", "临河再生公司", GREEN, FIRST, "云川大学"),
                fact("贷款用途核验", "云川银行", MONEY, SECOND),
            ],
        ),
        Announced(
            "places and counts in bands",
            bands,
            [
                fact("隧道照明随车", "云川隧道公司", CITY, FIRST),
                fact("噪声溯源", "临河环境局", CITY, SECOND),
                fact("炼胶配方推荐", "青岭橡胶厂", WORKS, FIRST),
            ],
        ),
        Announced(
            "a table an award, who sends beside who enters",
            sites,
            [
                fact("河口咸潮预报", "临河水文站", CITY, FIRST),
                fact("余电消纳", "青岭电厂", GREEN, SECOND, "云川大学"),
            ],
        ),
    ]


def _texts() -> list[Announced]:
    return [
        Announced(
            "commas between titles and units",
            lines(
                "城市治理赛道",
                "一等奖：",
                "1）水压异常识别项目，临河水务局",
                "二等奖：",
                "1）楼宇消防水箱液位项目，安澜消防支队",
                "2）网约车合规核验项目，云川交通运输局、云川大学",
            ),
            [
                fact("水压异常识别项目", "临河水务局", CITY, FIRST),
                fact("楼宇消防水箱液位项目", "安澜消防支队", CITY, SECOND),
                fact("网约车合规核验项目", "云川交通运输局", CITY, SECOND, "云川大学"),
            ],
        ),
        Announced(
            "nested points of Markdown",
            text(
                "名单.md",
                "# 现代农业赛道获奖名单\n\n- **一等奖**\n  - 蚕室温湿调控 — 安澜蚕业研究所\n- **二等奖**\n"
                "  - 池塘增氧联控 — 临河水产公司、青岭大学\n  - 牧草长势评估 — 青岭草业集团\n",
            ),
            [
                fact("蚕室温湿调控", "安澜蚕业研究所", FARM, FIRST),
                fact("池塘增氧联控", "临河水产公司", FARM, SECOND, "青岭大学"),
                fact("牧草长势评估", "青岭草业集团", FARM, SECOND),
            ],
        ),
        Announced(
            "tabs with slashes in the head",
            text(
                "名单.tsv",
                "序号\t项目/方案名称\t团队/单位\t赛道\t奖项\n1\t船舶尾气遥测\t云川海事局\t绿色低碳\t一等奖、最佳应用奖\n"
                "2\t产线换型推演\t青岭电机厂\t工业制造\t优胜奖\n",
            ),
            [
                fact("船舶尾气遥测", "云川海事局", GREEN, f"{FIRST}、{SPECIAL}"),
                fact("产线换型推演", "青岭电机厂", WORKS, GOOD),
            ],
        ),
        Announced(
            "a PDF of lines with scores behind",
            pdf(
                "<p>绿色低碳赛道</p><p>一等奖（1项）</p><p>1. 生物质锅炉掺烧（青岭热力公司） 94.5分</p>"
                "<p>三等奖（2项）</p><p>1. 冷库光储协同（临河冷链公司） 88分</p><p>2. 包装循环箱追踪（云川快递公司） 87分</p>"
            ),
            [
                fact("生物质锅炉掺烧", "青岭热力公司", GREEN, FIRST),
                fact("冷库光储协同", "临河冷链公司", GREEN, THIRD),
                fact("包装循环箱追踪", "云川快递公司", GREEN, THIRD),
            ],
        ),
        Announced(
            "news of several awards of a unit",
            text(
                "名单.txt",
                "经评审，云川银行“养殖贷后监测”项目获金融服务赛道一等奖，“外贸单证核验”项目获金融服务赛道三等奖；"
                "青岭大学“山火蔓延推演”项目获城市治理赛道二等奖。\n",
            ),
            [
                fact("养殖贷后监测", "云川银行", MONEY, FIRST),
                fact("外贸单证核验", "云川银行", MONEY, THIRD),
                fact("山火蔓延推演", "青岭大学", CITY, SECOND),
            ],
        ),
    ]
