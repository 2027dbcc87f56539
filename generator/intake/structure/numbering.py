"""Numbers of sections in their usual ranks (一、（一）1. ①, 第三章, 1.1.1, 赛道一), and headings without any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.intake.manuscripts import SET_APART
from generator.intake.structure.document_parts import LONGEST_TITLE, NumberedPassage, OutlineBlock
from generator.text.numerals import NUMERAL, number

_AFTER = (
    r"[.、．]?\s*(?=[\u4e00-\u9fff“《])(?!万|亿|元|倍|个百分|年(?!度)|月|日(?!程|常)|小时|平方|公[里斤顷]|[至米吨])"
)
"""What follows 1.1 and 1.1.1 where they number something."""
TOPIC_WORD = "(?:赛题|题目|选题|课题|命题|榜题|方向|榜单|任务)"
TRACK_WORD = "(?:赛道|组别|板块|单元|赛项|专题|主题)"
_SECTION = (
    "[大比竞]赛|举办|赛事|活动|参赛|申报|征集|报名|评[审选]|总体|工作|阶段|组织|赛[道题程]|时间|日程|奖[项励]"
    "|政策|支持|联系"
)
_ABOUT = (
    "背景|目的|主题|机构|单位|架构|设置|安排|指南|流程|方式|条件|对象|要求|须知|材料|办法|规则|标准|指标|措施|权益"
    "|时间|分组|[日赛]程|说明|形式|类别|咨询"
)
_USUAL = f"(?:{_SECTION})(?:[与和及]?(?:{_SECTION}|{_ABOUT}))*(?:{_ABOUT}|政策|保障)：?"
_SECTION_NAME = re.compile(_USUAL)
"""A line that is no more than the usual name of a section."""
_LABELS = (
    ("chapter", rf"第({NUMERAL}|\d+)(?:章|部分|编)", 0),
    ("track", rf"{TRACK_WORD}({NUMERAL}|\d{{1,2}}|[A-H])(?:[：、.．\s]|(?<=[A-H])(?=[\u4e00-\u9fff]))", 1),
    ("track", rf"第({NUMERAL}|\d)(?:{TRACK_WORD}|大?类)[：、.．\s]", 1),
    ("capital", "([壹贰叁肆伍陆柒捌玖拾])[、.．]", 1),
    ("han", rf"({NUMERAL})[、.．：](?!(?:[二三四]、)*[二三四]等奖)", 2),
    ("padded digit", rf"(0[1-9])[、.．](?!\d)|(?<!\d)(\d{{1,2}})(?={_USUAL}$)", 2),
    ("article", rf"第({NUMERAL}|\d+)[条节]", 3),
    ("bracketed han", rf"（({NUMERAL})）[、.]?", 4),
    ("stage", rf"第({NUMERAL}|\d)(?:阶段|步|环节)[：、.．\s]", 5),
    ("stage", rf"(?:阶段|步骤|环节)({NUMERAL}|\d)[：、.．\s]", 5),
    ("letter", r"([A-H])[.、．：]", 5),
    ("direction", rf"方向({NUMERAL}|\d{{1,2}})[：、.．\s]", 5),
    ("topic", rf"{TOPIC_WORD}(?:\d{{1,2}}[-–.]|[A-H]-?)?({NUMERAL}|\d{{1,2}})[：、.．\s]", 5),
    ("topic", r"([A-H])题[：、.．\s]*(?=[\u4e00-\u9fff“《])", 5),
    ("topic", r"[A-H]-?(\d{1,2})[：、.．]?\s*(?=[\u4e00-\u9fff])", 5),
    ("topic", r"\d{1,2}-(\d{1,2})[、.．：]?\s*(?=[\u4e00-\u9fff])(?![人名个年月日天项支])", 5),
    ("decimal", rf"\d{{1,2}}\.(\d{{1,2}}){_AFTER}", 7),
    ("thousandth", rf"\d{{1,2}}\.\d{{1,2}}\.(\d{{1,2}}){_AFTER}", 8),
    (
        "digit",
        r"(\d{1,2})(?:[、．]|[.](?!\d)|[.](?=\d{1,2}月|\d{3,}(?![万亿元倍])[\u4e00-\u9fff])|\s+(?=[\u4e00-\u9fff“]))",
        6,
    ),
    ("bracketed digit", r"（(\d{1,2})）", 9),
    ("half bracketed digit", r"(\d{1,2}|[a-h])[)）]", 10),
    ("spoken", rf"({NUMERAL})是(?!否|.*[；。]二是)", 10),
    ("circled", r"([①-⑳])", 11),
)
"""Kinds of numbers with their usual rank."""
_NUMBERED = [(kind, re.compile(pattern), rank) for kind, pattern, rank in _LABELS]
_RANK = {kind: rank for kind, _, rank in _LABELS}
_TRACK_LINE = re.compile(rf"(?![本各每该此]|{NUMERAL}[大个条类])[\u4e00-\u9fff“”×]{{2,16}}赛道(?:（[^（）。]*）)?")
_SECTIONS, _FEWER = 4, 2
"""So many such lines head sections, fewer those of a document whose sections have no numbers."""
_SHORT = 20
"""Characters of a line that leads a list."""
_LEADING = re.compile("(?!.*(?:通知|公告|现[就将])).*：(?:（[^（）]*）)?")
"""A line that asks for what comes after it, maybe with an aside on whom that is for."""
_HEADING = f"heading {SET_APART - 1}"
"""The kind of a heading that nothing but its words tells."""
_LOOSE = ("track", "direction", "topic", "stage")
"""Kinds that stand below whatever is above them."""


def is_numbered(text: str) -> bool:
    """Whether a text begins with a number of a section."""
    return any(pattern.match(text) for _, pattern, _ in _NUMBERED)


def build(root: NumberedPassage, blocks: Sequence[OutlineBlock]) -> None:
    """Put each piece below the passage that it belongs to."""
    stack = [root]
    counted = any(re.match(f"{NUMERAL}、|第{NUMERAL}[章条]|赛道{NUMERAL}", block.text) for block in blocks)
    leading = _leading(blocks, _SECTIONS if counted else _FEWER)
    for block in blocks:
        top = len(stack) == 1 and 0 < block.level < SET_APART - 1 and not _SECTION_NAME.fullmatch(block.text)
        head = top and (counted or re.search(r"关于|20\d\d|通知|大赛|方案", block.text))
        found = None if block.grid else _numbered(replace(block, level=0) if head else block)
        if found is None and id(block) in leading:
            found = NumberedPassage(leading[id(block)], 0, "", block.text, block.place, block.raw)
        if found is None:
            stack[-1].blocks.append(block)
            continue
        _pop(stack, found.kind, found.number == 1)
        stack[-1].below.append(found)
        stack.append(found)


def _leading(blocks: Sequence[OutlineBlock], enough: int) -> dict[int, str]:
    """Headings without a number, with the kind of their passages.

    They are short lines before lists that begin with 1 again and again, or before text that is set apart; or lines
    that have the usual names of sections, `enough` of them.
    """
    found = {id(block): kind for block, after in pairwise(blocks) if (kind := _led_by(block, after))}
    named = [id(block) for block in blocks if not block.level and _SECTION_NAME.fullmatch(block.text)]
    several = Counter(found.values())
    kind, times = next(iter(several.most_common(1)), ("", 0))
    if len(named) >= enough:
        found |= dict.fromkeys(named, kind if times > 1 else _HEADING)
    asked = {id(block) for block in blocks if _LEADING.fullmatch(block.text)}
    several = Counter(found.values())
    return {key: kind for key, kind in found.items() if key in asked or several[kind] > 1 or kind == _HEADING}


def _led_by(block: OutlineBlock, after: OutlineBlock) -> str:
    """The kind of passage that a short line heads, by what comes after it; empty when it heads none."""
    if block.grid or len(block.text) > _SHORT or re.search("[，。；]|：(?!（[^（）]*）$).", block.text):
        return ""
    matches = ((kind, pattern.match(after.text)) for kind, pattern, _ in _NUMBERED)
    first = next((kind for kind, match in matches if match and number(next(filter(None, match.groups()))) == 1), "")
    begins = first in _RANK and first not in ("track", "han", "chapter")
    if begins and not 0 < after.level < SET_APART and not is_numbered(block.text):
        return f"before {first}"
    return _HEADING if after.level == SET_APART and block.text.endswith("：") and not block.level else ""


def _numbered(block: OutlineBlock) -> NumberedPassage | None:
    text, label, found = block.text, "", None
    for kind, pattern, _ in (*_NUMBERED, *_NUMBERED[1:3]):  # a track may be numbered twice: 一、赛道1：…
        match = pattern.match(text) if found is None or kind == "track" else None
        if match:
            text, label = text[match.end() :].strip(), label + match[0].strip()
            found = kind, number(next(filter(None, match.groups())))
    if found:
        if found[0] == "digit" and block.level in (1, 2):  # items of a list below may have the same numbers
            found = f"heading {block.level}", found[1]
        return NumberedPassage(*found, label, text, block.place, block.raw) if text else None
    if _TRACK_LINE.fullmatch(block.text) and not block.text.endswith(("设置赛道", "专业赛道")):
        return NumberedPassage("track", 0, "", block.text, block.place, block.raw)
    if block.level and len(block.text) <= LONGEST_TITLE and not re.search("[。；]$", block.text):
        return NumberedPassage(f"heading {block.level}", 0, "", block.text, block.place, block.raw)
    return None


def _pop(stack: list[NumberedPassage], kind: str, first: bool) -> None:
    """Go up to where a passage of this kind belongs."""
    kinds = [passage.kind for passage in stack]
    if kind in kinds:
        del stack[kinds.index(kind) :]
    elif kind in _RANK and kind not in _LOOSE:
        inner = kind == "digit" and first and stack[-1].kind in ("decimal", "thousandth")
        while len(stack) > 1 and _RANK.get(stack[-1].kind, -1) > _RANK[kind] and not inner:
            stack.pop()
    elif kind.startswith("heading"):
        while len(stack) > 1 and stack[-1].kind.startswith("heading") and stack[-1].kind >= kind:
            stack.pop()
