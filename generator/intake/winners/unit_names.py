"""Names of units as cells of lists hold them: where one ends, and what may be several or less than one."""

from __future__ import annotations

import re

from generator.content.tables import listed
from generator.intake.winners.several import numbered
from generator.privacy import surnames

BODY = (
    "(公司|集团|大学|学院|学校|研究[院所]|中心|医院|局|厅|委员会|银行|协会|学会|联盟|实验室|政府|[总支]队|合作社)"
    "(?:[（(][^（(]*[)）])?"
)
"""How the name of a unit ends."""

_GLUED = re.compile(rf"{BODY}(?![）)]|分|第|附属|集团|股份|有限).{{4,}}({BODY}|[院所站馆处厂社])$")
"""Two names that a printed cell does not keep apart where the first fills its line."""

ENDS = re.compile(rf"({BODY}|([院所站馆处厂社场室店行网校园地委办部署队会]|(?<!平)台)[）)]?)$")
"""Likewise, in a place where only units stand."""

PERSON = re.compile(rf"({surnames.COMPOUND}|[{surnames.SINGLE}])[^\W\d_a-zA-Z]{{1,2}}")
"""What may be the name of one person; where most titles of a list are such, they are no projects."""

_SEVERAL = re.compile(
    rf"{BODY}(\s+[^\s（(\x00-\x7f]|[与和及&＆·•—－丨|｜-].*{ENDS.pattern})|({BODY}|[厂社站馆处队场院所])(联合|携手|会同)(?!会|体|社|总社|实验|研究|创新|培养|中心|党委|党支部|工会|办公).*{ENDS.pattern}|{BODY}.+联合体$|有限(责任)?公司[^（(]+(有限(责任)?公司|大学)$"
    r"|等[\d一二三四五六七八九十多几]*[家个]?(单位|企业|公司)?$|[（(]([^）)]*[、，,；;]|联合|会同|协同|[^）)]*(团队|课题组|教授|老师)[）)])|[:：]|[*＊]{2}|^\d{1,2}(\s|$)|\s\d{1,2}$"
    rf"|{BODY}.*(团队|课题组|教授|老师)$|^{PERSON.pattern}[（(].*{BODY}[)）]$"
)
"""A name that may be those of several units, or less than all of them, or more than a name."""

RUN_ON = re.compile(rf"(.+[（(][^（）()]*{BODY}[)）])(.+)")
"""A title that goes on behind a unit in brackets: two projects that a printed cell or a joined line holds."""

_SLASHED = re.compile(r"[^/／]{2}[/／]")
"""A cell like 某某医院/老年科: a unit and what belongs to it, or two units."""

_ORDER = re.compile(r"^(\d{1,2}[.．、]|[①-⑳]|[(（]\d{1,2}[)）])\s*")
_ROLE = re.compile(
    r"[（(]?(联合体)?(牵头|联合|参与|合作|协作|成员|申报|参赛|完成)(申报|参赛)?(单位|人|方)?([)）]|[:：])"
)
"""What is said of a unit besides its name."""


def in_cell(cell: str) -> list[str]:
    """The names in a cell, the leading one first where it says so."""
    cell = re.sub(r"\n(?=有限|股份|责任|公司|集团|[（(][^（()）\n]{2,8}[)）](?:\n|$))", "", cell)  # a name goes on
    parts = numbered(cell) or listed(re.sub("(?=[①-⑳])", "\n", cell))  # 1.甲公司 2.乙大学
    units = [_ORDER.sub("", unit) for part in parts for unit in _sum(part)]
    leading = [unit for unit in units if "牵头" in unit]
    return [_ROLE.sub("", unit).strip().rstrip("。．") or unit for unit in dict.fromkeys((*leading, *units))]


def may_be_several(name: str, cell: str, is_printed: bool) -> bool:
    """Whether a name in a cell may be those of several units, or less than one: a line of it, a side of a slash."""
    is_torn = ("\n" in cell and not ENDS.search(name)) or (is_printed and _GLUED.search(name))
    is_torn = is_torn or (_SLASHED.search(cell) and not re.search(f"{BODY}$", name))
    return bool(is_torn or _SEVERAL.search(name))


def _sum(part: str) -> list[str]:
    """Units joined by a plus."""
    units = re.split(r"\s*[+＋]\s*", part)
    return units if all(re.search(f"{BODY}$", unit) for unit in units) else [part]
