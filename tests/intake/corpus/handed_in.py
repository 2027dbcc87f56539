"""Write-ups as they are handed in, with what must and what must not come over, written before any was imported.

All units, projects, figures and persons are fabricated; the shapes are those of forms and casebooks that offices get.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

ABOUT, HOW, GAIN = "项目概述", "解决方案", "应用成效"


@dataclass(frozen=True)
class HandedIn:
    """A Word file: its title, its unit, sentences by section, and words that may be published nowhere."""

    name: str
    write: Callable[[Any], None]
    title: str
    unit: str
    sections: Mapping[str, tuple[str, ...]]
    nowhere: tuple[str, ...] = ()

    def save(self, folder: Path) -> Path:
        """The file, whose name says nothing."""
        made = docx.Document()
        self.write(made)
        path = folder / "材料.docx"
        made.save(str(path))
        return path


def _paragraphs(made: Any, *texts: str) -> None:
    for each in texts:
        made.add_paragraph(each)


def _bold(made: Any, text: str) -> None:
    made.add_paragraph().add_run(text).bold = True


def _rows(made: Any, *rows: tuple[str, ...]) -> Any:
    """A table; a row with fewer cells than the widest has its last cell merged to the right."""
    wide = max(map(len, rows))
    table = made.add_table(len(rows), wide, style="Table Grid")
    for place, cells in enumerate(rows):
        for column, value in enumerate(cells):
            table.cell(place, column).text = value
        if len(cells) < wide:
            table.cell(place, len(cells) - 1).merge(table.cell(place, wide - 1))
    return table


def _one_form(made: Any) -> None:
    """The whole write-up is one table: labels at the left, texts at the right."""
    made.add_paragraph("“云上数据×”大赛项目申报表")
    _rows(
        made,
        ("项目名称", "管网漏损数据地图", "所属赛道", "碧水"),
        ("申报单位", "甲州水务有限公司"),
        ("联系人", "赵某某", "联系电话", "13900000001"),
        ("项目概述", "管网全长820公里。\n漏损率一度高于18%。"),
        ("解决方案", "加装压力计260台。\n按小区分区计量。"),
        ("应用成效", "漏损率降到9%。"),
        ("申报单位意见", "同意申报。（盖章）"),
    )


def _label_above(made: Any) -> None:
    """A form whose headings are rows over the whole width, the texts in the row below."""
    _rows(
        made,
        ("项目名称", "井盖在位监测"),
        ("牵头单位", "甲州市政有限公司"),
        ("一、项目概述（限500字）",),
        ("全市井盖4.2万个。",),
        ("二、解决方案（限1000字）",),
        ("贴片传感器低功耗上报。",),
        ("三、应用成效（限500字）",),
        ("处置时间缩短到40分钟。",),
    )


def _typed_contents(made: Any) -> None:
    """A cover, a table of contents typed by hand, then the text."""
    _paragraphs(made, "附件2", "案例材料", "案例名称：渠系配水调度", "申报单位：甲州灌区管理局", "2026年6月")
    _paragraphs(
        made, "目  录", "一、项目概述……………1", "二、解决方案……………3", "（一）总体架构……………3", "三、应用成效……………6"
    )
    made.add_page_break()
    _bold(made, "一、项目概述")
    _paragraphs(made, "灌区有干渠12条。")
    _bold(made, "二、解决方案")
    _paragraphs(made, "（一）总体架构", "闸门流量逐时回传。")
    _bold(made, "三、应用成效")
    _paragraphs(made, "亩均用水下降45立方米。")


def _brackets(made: Any) -> None:
    """Headings within 【】, with the text going on behind some of them."""
    _paragraphs(
        made,
        "数据要素×应急：山洪预警一张网",
        "甲州应急管理局",
        "【项目概述】全县有隐患点96处。",
        "多为夜间成灾。",
        "【解决方案】",
        "雨量与土壤含水合成指数。",
        "【应用成效】",
        "提前转移群众310人次。",
    )


def _boxes(made: Any) -> None:
    """Each section is in a box, which is a table of one cell, below its heading or with it inside."""
    made.add_heading("锻造炉能耗画像", 0)
    _paragraphs(made, "申报单位：甲州锻造有限公司")
    for heading, text in ((ABOUT, "锻造炉18座。"), (HOW, "按炉次归集燃气用量。"), (GAIN, "吨锻件燃气下降7.5%。")):
        _rows(made, (f"{heading}\n{text}",))
        made.add_paragraph()


def _appendix(made: Any) -> None:
    """A promise, opinions and a list of the team stand before and behind the text."""
    _paragraphs(
        made, "承诺书", "我单位承诺材料真实，如有虚假愿承担责任。", "法定代表人（签字）：钱某某", "2026年6月1日"
    )
    made.add_page_break()
    made.add_heading("客运班线响应调度", 1)
    _paragraphs(made, "申报单位：甲州客运集团有限公司")
    for heading, text in ((ABOUT, "农村班线73条。"), (HOW, "按预约并线发车。"), (GAIN, "空驶里程下降22%。")):
        made.add_heading(heading, 2)
        made.add_paragraph(text)
    made.add_heading("项目团队", 2)
    _rows(made, ("姓名", "职务", "手机"), ("孙某某", "经理", "13900000002"))
    made.add_heading("推荐单位意见", 2)
    made.add_paragraph("同意推荐。")


def _questions(made: Any) -> None:
    """The form asks, the write-up answers below."""
    _paragraphs(made, "项目名称：港口堆场翻箱预测", "单位名称：甲州港务有限公司")
    _bold(made, "1. 项目概述：您的项目解决了什么问题？")
    _paragraphs(made, "翻箱率长期高于30%。")
    _bold(made, "2. 解决方案：用了哪些数据、怎样用？")
    _paragraphs(made, "汇集提箱预约与船期。")
    _bold(made, "3. 应用成效：有什么可以量化的成效？")
    _paragraphs(made, "翻箱率降到19%。")


def _controls(made: Any) -> None:
    """Texts stand in content controls, as forms of Word have them."""
    made.add_heading("粮库粮情云检", 1)
    _paragraphs(made, "申报单位：甲州粮储有限公司")
    for heading, text in ((ABOUT, "仓房64间。"), (HOW, "测温电缆与气体联判。"), (GAIN, "人工查仓减少一半。")):
        made.add_heading(heading, 2)
        words = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        made.element.body.insert(-1, parse_xml(words))


def _two_cases(made: Any) -> None:
    """Two cases in a file: nobody can take them for one."""
    for title, unit, text in (
        ("案例一：冷库能效对标", "甲州冷链有限公司", "冷库31座。"),
        ("案例二：果品分级定价", "甲州果业有限公司", "果园2.6万亩。"),
    ):
        made.add_heading(title, 1)
        _paragraphs(made, f"申报单位：{unit}")
        made.add_heading(ABOUT, 2)
        _paragraphs(made, text)
        made.add_heading(HOW, 2)
        _paragraphs(made, f"{text[:2]}逐日记录。")
        made.add_heading(GAIN, 2)
        _paragraphs(made, f"{text[:2]}费用下降。")


def _two_columns(made: Any) -> None:
    """A casebook's page: facts in a column at the left, the text at the right."""
    made.add_heading("隧道照明随车调光", 1)
    table = made.add_table(1, 2)
    left, right = table.rows[0].cells
    left.text = "申报单位\n甲州高速公路有限公司\n所属赛道\n智能制造"
    right.text = "项目概述"
    for each in ("隧道29座。", "解决方案", "车流数据驱动分段调光。", "应用成效", "年节电310万度。"):
        right.add_paragraph(each)


def handed_in() -> list[HandedIn]:
    """All of them."""
    return [
        HandedIn(
            "one form",
            _one_form,
            "管网漏损数据地图",
            "甲州水务有限公司",
            {
                ABOUT: ("管网全长820公里。", "漏损率一度高于18%。"),
                HOW: ("加装压力计260台。", "按小区分区计量。"),
                GAIN: ("漏损率降到9%。",),
            },
            ("赵某某", "13900000001", "盖章"),
        ),
        HandedIn(
            "labels above",
            _label_above,
            "井盖在位监测",
            "甲州市政有限公司",
            {ABOUT: ("全市井盖4.2万个。",), HOW: ("贴片传感器低功耗上报。",), GAIN: ("处置时间缩短到40分钟。",)},
        ),
        HandedIn(
            "contents typed by hand",
            _typed_contents,
            "渠系配水调度",
            "甲州灌区管理局",
            {ABOUT: ("灌区有干渠12条。",), HOW: ("闸门流量逐时回传。",), GAIN: ("亩均用水下降45立方米。",)},
            ("……",),
        ),
        HandedIn(
            "headings in brackets",
            _brackets,
            "数据要素×应急：山洪预警一张网",
            "甲州应急管理局",
            {
                ABOUT: ("全县有隐患点96处。", "多为夜间成灾。"),
                HOW: ("雨量与土壤含水合成指数。",),
                GAIN: ("提前转移群众310人次。",),
            },
        ),
        HandedIn(
            "a box a section",
            _boxes,
            "锻造炉能耗画像",
            "甲州锻造有限公司",
            {ABOUT: ("锻造炉18座。",), HOW: ("按炉次归集燃气用量。",), GAIN: ("吨锻件燃气下降7.5%。",)},
        ),
        HandedIn(
            "promises and opinions around it",
            _appendix,
            "客运班线响应调度",
            "甲州客运集团有限公司",
            {ABOUT: ("农村班线73条。",), HOW: ("按预约并线发车。",), GAIN: ("空驶里程下降22%。",)},
            ("钱某某", "孙某某", "13900000002", "愿承担责任", "同意推荐"),
        ),
        HandedIn(
            "questions of a form",
            _questions,
            "港口堆场翻箱预测",
            "甲州港务有限公司",
            {ABOUT: ("翻箱率长期高于30%。",), HOW: ("汇集提箱预约与船期。",), GAIN: ("翻箱率降到19%。",)},
        ),
        HandedIn(
            "content controls",
            _controls,
            "粮库粮情云检",
            "甲州粮储有限公司",
            {ABOUT: ("仓房64间。",), HOW: ("测温电缆与气体联判。",), GAIN: ("人工查仓减少一半。",)},
        ),
        HandedIn("two cases in a file", _two_cases, "", "", {}),
        HandedIn(
            "two columns",
            _two_columns,
            "隧道照明随车调光",
            "甲州高速公路有限公司",
            {ABOUT: ("隧道29座。",), HOW: ("车流数据驱动分段调光。",), GAIN: ("年节电310万度。",)},
        ),
    ]
