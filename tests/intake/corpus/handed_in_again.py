"""A second round of write-ups in unusual but real structures, written before any was imported. All of it is fabricated.

Questions and answers, text boxes, two columns by a table, headings made by large letters, an outline in the numbers of
Word's lists, a summary before the outline, slides pasted as text, a table of contents, changes that were tracked.
"""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.intake.corpus.handed_in import ABOUT, GAIN, HOW, HandedIn


def _large(made: Any, text: str, size: float = 16) -> None:
    made.add_paragraph().add_run(text).font.size = Pt(size)


def _say(made: Any, *texts: str) -> None:
    for each in texts:
        made.add_paragraph(each)


def _grid(made: Any, *rows: tuple[str, ...]) -> Any:
    table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
    for place, cells in enumerate(rows):
        for column, value in enumerate(cells):
            table.cell(place, column).text = value
    return table


def _large_letters(made: Any) -> None:
    """Headings differ from the text by their size only; the title is the largest."""
    _large(made, "城市树木蒸腾数据地图", 22)
    _large(made, "甲州园林科学研究所", 14)
    for heading, text in ((ABOUT, "甲州有行道树21万株。"), (HOW, "布设液流计96套。"), (GAIN, "浇水车次减少三成。")):
        _large(made, heading)
        made.add_paragraph(text)


def _contents_first(made: Any) -> None:
    """A cover, a table of contents with dots and pages, then chapters with the numbers typed."""
    _say(made, "“云上数据×”大赛", "参赛作品说明书", "作品名称：冷库能耗寻优", "参赛单位：甲州冷链有限公司")
    made.add_page_break()
    _say(made, "目  录", "第一章 项目概述……………………1", "第二章 解决方案……………………2", "第三章 应用成效……………………5")
    made.add_page_break()
    _say(
        made,
        "第一章 项目概述",
        "冷库共12座。",
        "第二章 解决方案",
        "按峰谷电价排冷。",
        "第三章 应用成效",
        "电费下降21%。",
    )


def _questions(made: Any) -> None:
    """A form of questions: each part begins with what it asks, in brackets, which is no answer."""
    made.add_heading("码头岸电使用核算", 1)
    made.add_paragraph("申报单位：乙港港务有限公司")
    _say(made, "一、项目概述（请简述项目背景、建设内容，不超过500字）", "码头有泊位9个。")
    _say(made, "二、解决方案（请说明数据来源、技术路线）", "读取岸电桩电表。")
    _say(made, "三、应用成效（请用数据说明）", "岸电使用率升到71%。")


def _two_columns(made: Any) -> None:
    """The headings stand in a narrow left column, the texts beside them; the table has no lines."""
    made.add_heading("铁路货检图像复核", 1)
    table = made.add_table(4, 2)
    rows = (
        ("完成单位", "丙州铁路物流有限公司"),
        (ABOUT, "货检口7处。"),
        (HOW, "人工复核改为抽检。"),
        (GAIN, "单列用时少11分钟。"),
    )
    for place, (label, text) in enumerate(rows):
        table.cell(place, 0).paragraphs[0].add_run(label).bold = True
        table.cell(place, 1).text = text


def _boxes(made: Any) -> None:
    """The title stands in a text box, the parts under headings."""
    made.add_paragraph()._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape><v:textbox><w:txbxContent>"
            "<w:p><w:r><w:t>项目名称：地热井群协同采灌</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>申报单位：丁州地热有限公司</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    for heading, text in ((ABOUT, "地热井14口。"), (HOW, "逐井控制回灌压力。"), (GAIN, "回灌率达到97%。")):
        made.add_heading(heading, 2)
        made.add_paragraph(text)


def _tracked(made: Any) -> None:
    """Changes were tracked: what was deleted must not come over, what was inserted must."""
    made.add_heading("堆场扬尘联控", 1)
    made.add_paragraph("申报单位：戊州港口有限公司")
    for heading, text in ((ABOUT, "堆场3处。"), (HOW, "喷淋按风速开启。"), (GAIN, "")):
        made.add_heading(heading, 2)
        if text:
            made.add_paragraph(text)
    paragraph = made.add_paragraph("粉尘下降")
    mark = f"{nsdecls('w')} w:id='1' w:author='a' w:date='2026-01-01T00:00:00Z'"
    paragraph._p.append(parse_xml(f"<w:del {mark}><w:r><w:delText>90%。</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {mark}><w:r><w:t>38%。</w:t></w:r></w:ins>"))


def _hidden_words(made: Any) -> None:
    """Hidden text, white text on white and a note of the writer in square brackets."""
    made.add_heading("供热管网平衡", 1)
    made.add_paragraph("申报单位：己州热力有限公司")
    for heading, text in ((ABOUT, "换热站88座。"), (HOW, "按室温反馈调阀。"), (GAIN, "失水率降到0.8%。")):
        made.add_heading(heading, 2)
        made.add_paragraph(text)
    made.add_paragraph().add_run("内部测算不得外传").font.hidden = True


def _abstract(made: Any) -> None:
    """A summary with key words stands before the outline, as in a paper; references end it."""
    made.add_heading("农田灌溉用水计量研究与应用", 0)
    _say(made, "庚州灌区管理局", "摘要：以电折水，计量井灌用水。", "关键词：以电折水；计量")
    for heading, text in (
        (f"1 {ABOUT}", "机井6200眼。"),
        (f"2 {HOW}", "率定水泵组合1400种。"),
        (f"3 {GAIN}", "亩均节水36方。"),
    ):
        made.add_heading(heading, 1)
        made.add_paragraph(text)
    made.add_heading("参考文献", 1)
    made.add_paragraph("[1] 某某. 以电折水方法[J]. 2020.")


def _own_numbers(made: Any) -> None:
    """Word numbers the headings; sub-headings, a list and a table stand in the parts; the document has two sections."""
    made.add_heading("公路养护决策", 0)
    made.add_paragraph("申报单位：辛州公路事业发展中心")
    for heading, text in ((ABOUT, "管养里程4300公里。"), (HOW, "检测车每季一遍。"), (GAIN, "好路率升到95%。")):
        paragraph = made.add_paragraph(heading, style="Heading 1")
        numbers = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", "0"), ("w:numId", "1")):
            (part := OxmlElement(tag)).set(qn("w:val"), value)
            numbers.append(part)
        paragraph._p.get_or_add_pPr().append(numbers)
        made.add_heading("有关情况", 2)
        made.add_paragraph(text)
        if heading == HOW:
            made.add_section(WD_SECTION.NEW_PAGE)
            _grid(made, ("指标", "数值"), ("裂缝识别率", "93%"))


def _seals(made: Any) -> None:
    """An application with statements, a table of members and a page of seals around the parts."""
    made.add_heading("数据要素大赛申报书", 0)
    _grid(
        made, ("项目名称", "航道水深众测"), ("申报单位", "壬州航道管理处"), ("负责人", "孙某"), ("手机", "13900000002")
    )
    made.add_heading("一、项目概述", 1)
    made.add_paragraph("航道全长210公里。")
    made.add_heading("二、解决方案", 1)
    made.add_paragraph("汇集船载测深仪数据。")
    made.add_heading("三、应用成效", 1)
    made.add_paragraph("测图周期缩短到3天。")
    made.add_heading("四、团队成员", 1)
    _grid(made, ("姓名", "职务", "电话"), ("孙某", "处长", "13900000003"))
    made.add_heading("五、真实性声明", 1)
    made.add_paragraph("本单位对材料真实性负责，如有不实愿承担责任。")
    _say(made, "单位（盖章）：", "2026年6月1日")


def handed_in_again() -> list[HandedIn]:
    """The write-ups, as they were before any was imported."""

    def parts(about: str, how: str, gain: str) -> dict[str, tuple[str, ...]]:
        return {ABOUT: (about,), HOW: (how,), GAIN: (gain,)}

    return [
        HandedIn(
            "large letters",
            _large_letters,
            "城市树木蒸腾数据地图",
            "甲州园林科学研究所",
            parts("甲州有行道树21万株。", "布设液流计96套。", "浇水车次减少三成。"),
        ),
        HandedIn(
            "contents first",
            _contents_first,
            "冷库能耗寻优",
            "甲州冷链有限公司",
            parts("冷库共12座。", "按峰谷电价排冷。", "电费下降21%。"),
            ("……", "目录"),
        ),
        HandedIn(
            "questions",
            _questions,
            "码头岸电使用核算",
            "乙港港务有限公司",
            parts("码头有泊位9个。", "读取岸电桩电表。", "岸电使用率升到71%。"),
            ("请简述", "不超过500字", "请用数据说明"),
        ),
        HandedIn(
            "two columns",
            _two_columns,
            "铁路货检图像复核",
            "丙州铁路物流有限公司",
            parts("货检口7处。", "人工复核改为抽检。", "单列用时少11分钟。"),
        ),
        HandedIn(
            "text boxes",
            _boxes,
            "地热井群协同采灌",
            "丁州地热有限公司",
            parts("地热井14口。", "逐井控制回灌压力。", "回灌率达到97%。"),
        ),
        HandedIn(
            "tracked changes",
            _tracked,
            "堆场扬尘联控",
            "戊州港口有限公司",
            parts("堆场3处。", "喷淋按风速开启。", "粉尘下降38%。"),
            ("90%",),
        ),
        HandedIn(
            "hidden words",
            _hidden_words,
            "供热管网平衡",
            "己州热力有限公司",
            parts("换热站88座。", "按室温反馈调阀。", "失水率降到0.8%。"),
            ("不得外传",),
        ),
        HandedIn(
            "abstract and references",
            _abstract,
            "农田灌溉用水计量研究与应用",
            "庚州灌区管理局",
            parts("机井6200眼。", "率定水泵组合1400种。", "亩均节水36方。"),
        ),
        HandedIn(
            "numbers of Word",
            _own_numbers,
            "公路养护决策",
            "辛州公路事业发展中心",
            {ABOUT: ("管养里程4300公里。",), HOW: ("检测车每季一遍。", "93%"), GAIN: ("好路率升到95%。",)},
        ),
        HandedIn(
            "seals and members",
            _seals,
            "航道水深众测",
            "壬州航道管理处",
            parts("航道全长210公里。", "汇集船载测深仪数据。", "测图周期缩短到3天。"),
            ("孙某", "1390000", "愿承担责任"),
        ),
    ]
