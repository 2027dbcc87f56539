"""Names of public bodies, firms and schools in lists as notices print them."""

from __future__ import annotations

import re

from generator.intake.structure.typing_marks import split_outside

_ENDINGS = (
    "局 科 股 委 部 厅 办 办公室 (?<![住出入转])院 会 分行 支行 商行 央行 总行 银行 中心 政府 集团 公司 大学 中学 联盟 "
    "处 所 署 社 电视台 广播台 总台 总队 支队 校 馆 站 司 企业 组 实验室 联合体 园区 产业园 软件园 科技园 开发区 "
    "高新区 新区 基地 部队 平台 主管部门 频道 团中央 学联 数据港 市场 交易所 海关 科协 工商联 残联 侨联 文联 研究室 "
    "共同体 总支 智库 妇联 公益基金"
).split()
UNIT = re.compile(rf".*(?:{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})(?:（[^（）]+）)?")
_NO_UNIT = "[，。；：]|[主承协举]办$|自行$|^(?:个人|用户|会员|帮助|下载)中心$"
"""What only ends like one: verbs, and menus of a page."""
_TAIL = re.compile(
    r"(?:等(?:\d+[个家])?(?:[\u4e00-\u9fff]{0,10}(?:单位|部门|机构|厅局|高校|院校|企业))?|将|拟)$|^(?:由|与|和|会同|联合|（[^（）]*）)|(?:担任|作为|为).{2,12}单位$"
    "|(?:^|会同|联合|[与和])(?:各|相关|有关|行业)+(?:部门|单位|主体|方面)$"
)
_BEHIND = re.compile("[。；]|，(?=分别|各自|其中|负责|统筹|具体|承担|共同|主要|牵头|联合开展|按照|做好)")
OF_A_PART = re.compile("(?:^|(?<=[、；]))[\u4e00-\u9fff]{2,10}(?:赛区|分赛|专项赛)：")
"""Before a body the part of the contest that is its: 东北赛区：某大学."""
_SEVERAL = re.compile(
    r"([\u4e00-\u9fff]{3,8}).*[局委办会厅府]\1|.*有限公司[^（）]{2,}(?:[局厅]|有限公司|大学|职业[^（）]*学院)"
)
"""Bodies that run on into one another where a page lost what parted them."""
_AND = re.compile("(?:以及|联合(?![会社])|会同|[与和及暨])")


def is_unit(name: str) -> bool:
    """Whether a name ends like that of a body."""
    return bool(UNIT.fullmatch(name)) and 2 < len(name) <= 45 and not re.search(_NO_UNIT, name)


def is_name(name: str) -> bool:
    """Whether it may be one where others of a list are: short, without a verb."""
    no_name = "详?见|待定|另行|.*(?:的|由|负责|承办|分别|其他)"
    return bool(re.fullmatch(rf"(?!{no_name})[\u4e00-\u9fffA-Za-z\d（）《》“”·-]{{2,28}}", name))


def doubt(name: str, among: bool = False) -> str:
    """Why a name must be looked at, empty for no reason to; `among` others that end like bodies it need not."""
    if re.search("自治(?![区州县旗])", name):
        return "疑有错字，请核对"
    if _SEVERAL.match(name):
        return "像是几个单位连在一起，请核对"
    return "" if is_unit(name) or (among and is_name(name)) else "不像一个单位的名称，请核对"


def listed(text: str) -> list[str]:
    """The bodies of a list in one sentence; what follows its first full stop or semicolon is not of it."""
    text = re.sub("；(?=（)", "、", text.strip())  # each part begins with the place of its bodies
    text = re.sub("(?:^|(?<=[、；]))[\u4e00-\u9fff]{2,8}[省市州盟区县旗]（([^（）]+)）(?=[、；。]|$)", r"\1", text)
    text = OF_A_PART.sub("", text)
    parts = split_outside(_BEHIND.split(text)[0], "、|｜丨/／")
    found: list[str] = []
    for part in parts:
        for piece in split_outside(part, "，"):
            if found and not is_unit(_bare(piece)) and "，" in part and not is_unit(_bare(part)):
                break
            found += _apart(_bare(piece))
    return [name for name in found if name]


def _bare(name: str) -> str:
    """A name without “等”, “由” and the office that the sentence gives it."""
    before = None
    while before != name:
        before, name = name, _TAIL.sub("", name.strip(" ，、"))
    return name


def _apart(name: str) -> list[str]:
    """甲局和乙局 as two where both halves end like bodies; 工业和信息化厅 is one."""
    for match in _AND.finditer(name):
        first, second = name[: match.start()], name[match.end() :]
        apart = (match[0] != "暨" or len(second) > 3) and first.count("（") == first.count("）")
        if apart and is_unit(first) and is_unit(second):
            return [*_apart(first), *_apart(second)]
    return [name]
