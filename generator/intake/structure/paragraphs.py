"""The paragraphs of a document, without what makers of pages and sites add: bullets, glosses, frames, menus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.intake.manuscripts import SET_APART, Grid, Manuscript, Paragraph, PrintedPlace
from generator.intake.structure.bodies import OF_A_PART, is_name, is_unit
from generator.intake.structure.document_parts import LONGEST_TITLE, OutlineBlock
from generator.intake.structure.numbering import TOPIC_WORD, TRACK_WORD, is_numbered
from generator.intake.structure.typing_marks import tidy
from generator.text.numerals import NUMERAL

_SPACED = re.compile(
    rf"^(\s*(?:第{NUMERAL}(?:{TRACK_WORD}|阶段|步)|(?:阶段|步骤|{TRACK_WORD}|{TOPIC_WORD})(?:(?:\d{{1,2}}[-–.]|[A-H]-?)?(?:{NUMERAL}|\d{{1,2}})|[A-H])|[A-H](?=\s+[\u4e00-\u9fff])))[\s|｜丨]+"
)
"""A number that only a blank divides from what it numbers."""
_COUNTED = re.compile(r"^(\s*\d{1,2})\s+[.．、]?\s*(?=[\u4e00-\u9fff])(?![月日年个名项天万元家人分时点号届级])")
_NO_TEXT = re.compile(
    r"\W+|.*[….·]{3,}\d{1,3}|（?此页无正文）?|（(?:其[他余][^（）]*略|[^（）]{0,24}[盖代]章)）|（?此件[^）]*公开[^）]*）?|（?联系人(?![^）]*\d{7})[^）]*）|.*(?:浏览|阅读|点击)(?:次数|量)?：.*"
    r"|.*(?:网站标识码|ICP备|公网安备|版权所有).*|(?:发布|更新)(?:时间|日期)：[\d年月日:：/. -]{8,20}"
    "(?:(?:来源|作者|字体|字号|发布).*)?"
    r"|(?:\d[.、])?(?:您?当前|您的?)(?:所在)?位置：?.*|[^>]{0,12}(?:>[^>]{2,14}){2,}|首页\s*[>»|/–—-].*|[上下]一[篇条]：.*"
)
"""What the maker of a page or a site adds to a notice."""
_OWNER = re.compile(r"\s*(?:版权所有|Copyright|©)")
_OF_THE_OWNER = re.compile(
    r"\s*(?:联系|办公|公司|单位)?(?:地\s*址|电\s*话|传\s*真|邮\s*[编箱]|邮政编码|Tel|E-?mail)\s*[：:]"
)
"""Who owns a site, and below that how to reach him: who answers for the notice stands above."""
_TAIL = re.compile(
    "预览时标签不可点|微信扫一扫(?:(?:关注|打开|可打开|赞赏|分享|使用).*)?|(?:QQ|在线)客服|(?:发表)?评论|(?:你|您)可能(?:感兴趣|喜欢).*|(?:如若|如需)?转载，?请.*(?:注明|转载声明).*"
    "|(?:相关|推荐|延伸|热门|往期)(?:阅读|推荐|文章|新闻|热文|资讯)：?"
)
"""What stands below an article on a page, and above articles on other things."""
_FOOT = re.compile(r"附件|20\d\d年\d{1,2}月\d{1,2}日$")
"""What stands at the foot of a notice: its files, the day that it was signed."""
_JAMMED = re.compile("(?<=[局厅部会委院府心司团学校社盟行])(?<!执行)(?=(?:指导|主办|承办|协办|支持)单位：)")
"""Where a page lost the end of a line before the label of the next one."""
_GLOSS = re.compile(
    r"(?<=[\u4e00-\u9fff）])(?:\s*[（(][A-Z][a-z]+[A-Za-z ,&'-]*[)）](?=\s*[：:])"
    r"|(?:\s+|\s*[/｜|]\s*)[A-Z][a-z]+[A-Za-z ,&/'-]*(?=\s*[：:]|$))"
)
"""The same in English behind a heading or a label."""
_FOREIGN = re.compile(
    r"(?!.*(?:@|://|www\.|\d{4}-\d))[\x00-\u024f\u2010-\u201f]*[A-Za-z]{3}[\x00-\u024f\u2010-\u201f]*"
)
_IN_ENGLISH = {"Track": "赛道", "Topic": "赛题", "Task": "赛题", "Phase": "阶段", "Stage": "阶段", "Step": "步骤"}
_ENGLISH_NUMBER = re.compile(rf"^\s*({'|'.join(_IN_ENGLISH)})\s*(?=(?:[A-H]|\d{{1,2}})[\s：:.、])", re.IGNORECASE)
"""What is numbered in English."""
_GLOSSED = 4
"""So many make a notice in two languages."""
_AMENDED = re.compile(
    "(?:原[^，。；“]{0,8}“[^”]*”中的?)?(?:原文?[为是]：?)?“[^”]*”，?现?(?:应|更正|修改|修订|改|调整)[为成]：?(?=“)|原[^，。；：]{2,8}[^，。；：\u4e00-\u9fff]+(?:有误|错误)，|(?<!由)原[定为计][^，。；：由]{1,20}，现?(?=(?:延长|顺延|推迟)至)"
    "|(?:我[局厅委办会部院]|本会|此前|前期)[^。；《]{0,20}《[^》]*(?:通知|公告)》中?(?:明确|规定|载明)[^。]*(?=。)|由(?:原定?的?)?[^，。；：由]{1,16}，?(?:调整|延长|延期|变更|修改|改|顺延|推迟|提前|增加|提高|减少)(?:为|至|到)"
)
"""What a notice that mends another one says before what counts now."""
_PAST = re.compile(
    "(?:^|(?<=[。；]))(?:去年|上一?届|前[一两几]届|20\\d\\d年，首届)(?![^。；]*(?:不得|不能|不可|可以|须|应))[^。；]*[。；]?"
    f"|(?:^|(?<=[。；]))(?=[^。；]*成功举[办行]了?(?:首|上一?|前{NUMERAL}|第{NUMERAL}|往)届)(?![^。；]*(?:决定|拟|今年|本届|将))[^。；]*[。；]?"
)
"""What a notice tells of a contest before; what follows from it for entrants stays."""
_BULLET = re.compile(
    r"^\s*(?:[●○■□▪▫◆◇▶▷►➢➤√※·•‣▍▎\u2300-\u23ff\u2600-\u27bf\ufe0f\uf000-\uf0ff\U0001f000-\U0001faff]\s*)+(?=\S)"
)
_FRAMED = re.compile(r"^\s*[【［\[「]\s*([\u4e00-\u9fff]{2,12})\s*[】］\]」]\s*[:：]?(.*)$")
"""A heading in square brackets, or a label before its value."""
_COUNTED_HEAD = re.compile(
    r"^\s*(?:(?:PART\.?|Part\.?)?\s*0?\d{1,2}\s*[|｜丨/]|(?:PART|Part)\.?\s*\d{1,2})\s*(.{2,20})$"
)
_QUESTION = re.compile(r"^\s*(?:问\s*\d*|Q\d*)\s*[：:.、]\s*(?=.*[？?]\s*$)")
_COUNTED_QUESTION = re.compile(r"\s*\d{1,2}[.、．].*[？?]\s*")
_ANSWER = re.compile(r"^\s*(?:答|A\d*)\s*[：:.]\s*")
_FIRST = re.compile(r"①|（1）|1[.．、][^；。]+[；。]2[.．、](?!\d)")
"""How a paragraph begins that is a whole numbered list."""
_NUMBER_ALONE = re.compile(r"\d{1,2}[.、．]")
"""A number that a page divides from what it numbers by the end of its line."""
_COUNTER = re.compile(r"(?:PART\.?)?0\d")
_ALONE = re.compile(
    "(?:联合|技术|公益|战略|特别|学术)?(?:指导|主办|举办|承办|协办|支持)(?:单位|方)|[\u4e00-\u9fff]{2,6}时间"
)
_BEGINS_WITH_DAY = re.compile(r"(?:20\d\d[年.])?\d{1,2}[月.]|即日起")
_NAMED_DAY = re.compile("(?:报名|[初复决选]赛|评审|公示)$")
_ROW_LABEL = re.compile(
    "主题$|单位$|名称$|对象$|时间$|材料$|方式$|网址$|安排$|设置$|方向$|电话$|要求$"
    "|范围$|人数$|措施$|标准$|奖[励项]$|^(?:主办|承办|协办|指导|支持)$"
)
_USUAL = {  # what questions and everyday headings are about, by the names that notices give them
    "组织单位": "谁[^，]{0,4}办|谁组织",
    "主题": "主题",
    "团队人数": "(?:几|多少)个?人",
    "赛道设置": "(?:哪些|几个)(?:赛道|题目|赛题|方向)|[比赛]些?什么",
    "报名方式": "怎[么样]报|如何报名|哪里?报名",
    "提交材料": "交(?:什么|哪[些几])|要交的",
    "报名时间": "报名[^，]{0,6}什么时|什么时[候间]报名",
    "时间安排": "什么时[候间]|何时",
    "参赛对象": "谁[^，]{0,3}(?:参加|参赛|报名|来$)|什么人",
    "评审办法": "怎[么样]评|评审怎|如何评",
    "奖项设置": "得(?:到|些)?什么|什么奖|怎么奖|奖[励金项][^，]{0,3}多少",
    "赛事权益": "好处|福利|还[有能].{0,3}什么",
    "推荐国赛": "全国(?:比赛|大赛)|国赛",
    "联系方式": "[找问]谁|谁问|有[问疑][题问]|联系谁",
}
_ASKS = re.compile("谁|什么|哪|怎|何|多少|几|能不能|要交的|有[问疑][题问]")
_FEW = 3
"""Bodies in a line among which one may have any name."""
_QUESTION_LENGTH = 40
"""Characters of a question that heads its answer."""


def paragraphs(manuscript: Manuscript) -> Iterator[OutlineBlock]:
    """What a document says, piece by piece: paragraphs, headings and tables."""
    return _led(_blocks(manuscript))


def _blocks(manuscript: Manuscript) -> Iterator[OutlineBlock]:
    texts = [piece.text for piece in manuscript.pieces if not isinstance(piece, Grid)]
    twofold = sum(_GLOSS.search(text) is not None for text in texts) >= _GLOSSED
    at_foot = False
    for piece in _without_tail(manuscript.pieces):
        if isinstance(piece, Grid):
            rows = [tuple(_GLOSS.sub("", cell) if twofold else cell for cell in row) for row in piece.rows]
            yield from _sections(rows, piece.place)
            continue
        at_foot = at_foot or bool(_OWNER.match(piece.text))
        if not (at_foot and _OF_THE_OWNER.match(piece.text)):
            yield from _of_paragraph(piece, twofold)


def _without_tail(pieces: Sequence[Paragraph | Grid]) -> Sequence[Paragraph | Grid]:
    """What stands above the first line that ends an article, unless something of a notice stands below it."""
    tidied = ["" if isinstance(piece, Grid) else tidy(piece.text) for piece in pieces]
    ends = next((at for at, text in enumerate(tidied) if at * 3 > len(pieces) and _TAIL.fullmatch(text)), len(pieces))
    below = set(tidied[ends:]) - set(tidied[:ends])  # a page lists the headings again
    goes_on = any(is_numbered(text) or _ALONE.match(text) or _FOOT.match(text) for text in below)
    return pieces if goes_on else pieces[:ends]


def _of_paragraph(piece: Paragraph, twofold: bool) -> Iterator[OutlineBlock]:
    """A paragraph of a document, which may be in two languages."""
    raw = _BULLET.sub("", _GLOSS.sub("", piece.text) if twofold else piece.text)
    raw = _ENGLISH_NUMBER.sub(lambda match: _IN_ENGLISH[match[1].title()], raw)
    raw = re.sub(r"^(\s*[\u4e00-\u9fff]{2,8})\s*[|｜丨]\s*(?=[^|｜丨]+$)", r"\1：", raw)
    raw, headed = _COUNTED_HEAD.subn(r"\1", raw)
    raw, asked = _QUESTION.subn("", _ANSWER.sub("", raw))
    heads = asked or headed or piece.level or _COUNTED_QUESTION.fullmatch(raw)
    if heads and (named := _usual(raw)):
        yield OutlineBlock(named, raw, piece.place, piece.level or SET_APART - 1)
        return
    raw = re.sub(r"(?<!\d)—+$", "：", raw)
    raw = re.sub("^[^：:]{4,8}(?=[：:])", lambda label: _usual(label[0]) or label[0], raw)
    raw, framed = _FRAMED.subn(lambda match: match[1] + "：" * bool(match[2]) + match[2], raw)
    text = _JAMMED.sub("；", _PAST.sub("", _tidied(raw)))
    text, amended = _AMENDED.subn(lambda match: "：" * (match[0][-1] in "为至到" and "“" not in match[0]), text)
    if _says_something(text, twofold):
        level = (SET_APART - 1) * headed or piece.level or SET_APART * (bool(framed) and "：" not in text)
        yield from _items(text, text if amended else raw, piece.place, level)


def _says_something(text: str, twofold: bool) -> bool:
    """Whether a paragraph is of the notice: no addition of a page, and not the same again in English."""
    return bool(text) and not _NO_TEXT.fullmatch(text) and not (twofold and _FOREIGN.fullmatch(text))


def _tidied(raw: str) -> str:
    """A paragraph as typed in one way: its number divided from the rest, bodies in its value a list."""
    label, colon, value = re.split("([:：]|$)", _COUNTED.sub(r"\1.", _SPACED.sub(r"\1：", raw)), maxsplit=1)
    return tidy(label + colon + (cell_text(value) if value else ""))


def _items(text: str, raw: str, place: PrintedPlace, level: int = 0) -> Iterator[OutlineBlock]:
    """A paragraph; one that is a whole numbered list as one for each item."""
    items = re.split(r"(?<=[；。])(?=[②-⑳]|（\d{1,2}）|\d[.．、](?!\d))", text) if _FIRST.match(text) else [text]
    yield from (OutlineBlock(item, item if items[1:] else raw, place, level) for item in items)


def _led(blocks: Iterable[OutlineBlock]) -> Iterator[OutlineBlock]:
    """What leads a line and stands in one of its own goes with it: `01` before a heading, `主办单位` before bodies."""
    held: OutlineBlock | None = None
    for block in blocks:
        if held and (joined := _joined(held, block)):
            held = joined
            continue
        counted = held is not None and _COUNTER.fullmatch(held.text)
        if held and not counted:
            yield held
        held = replace(block, level=SET_APART) if counted and 0 < len(block.text) < LONGEST_TITLE else block
    if held:
        yield held


def _joined(held: OutlineBlock, block: OutlineBlock) -> OutlineBlock | None:
    """A number with what it numbers, a label with its value or with more of it; None where they stay apart."""
    if _NUMBER_ALONE.fullmatch(held.text) and block.text and not is_numbered(block.text):
        return replace(block, text=held.text + block.text, raw=held.raw.strip() + block.raw.strip())
    is_aside = "\n" in held.raw and re.fullmatch("（[^（）]*）", block.text)
    if not is_aside and (block.level or not _leads(held, cell_text(block.raw))):
        return None
    mark = "" if is_aside else "、" if "\n" in held.raw or "：" in held.text.rstrip("：") else "："
    told = mark + cell_text(block.raw)
    return replace(held, text=held.text.rstrip("：") + told, raw=f"{held.raw}\n{block.raw}")


def _leads(held: OutlineBlock, text: str) -> bool:
    label, _, told = held.text.partition("：")
    if re.fullmatch(f"(?:{TRACK_WORD}|{TOPIC_WORD})(?:{NUMERAL}|\\d{{1,2}}|[A-H])", label) and not told:
        return len(text) < LONGEST_TITLE
    _, several, last = held.raw.rpartition("\n")
    goes_on = not re.search("、(?!$)", last) if several else not told or all(map(is_unit, told.split("、")))
    if not _ALONE.fullmatch(label) or not goes_on or is_numbered(text):
        return False
    if label.endswith("时间"):
        return bool(_BEGINS_WITH_DAY.match(text)) and not _NAMED_DAY.search(text)
    names = OF_A_PART.sub("", text).split("、")
    return is_unit(names[0]) and all(is_unit(name) or (len(names) > _FEW and is_name(name)) for name in names)


def _sections(rows: list[tuple[str, ...]], place: PrintedPlace) -> Iterator[OutlineBlock]:
    """A table; labels beside their values, and rows that are one cell across, head what belongs to them."""
    groups = [(tidy(label), [row[1:] for row in group]) for label, group in groupby(rows, lambda row: row[0])]
    labelled = sum(bool(_ROW_LABEL.search(label)) for label, _ in groups) * 2 > len(groups)
    headed = _has_label_head(rows, groups[0][0])
    if labelled and len(rows[0]) > 2 < len(groups) < len(rows):
        yield from _of_groups(groups[headed:], place)
    elif headed or (labelled and len(rows[0]) == 2):
        for label, value, *notes in rows[headed:]:
            text = "。".join(filter(None, (value.replace("\n", "") if headed else value, *notes)))
            yield from _row(_usual(label) or tidy(label), text, place)
    else:
        yield from _grids([tuple(map(cell_text, row)) for row in rows], place)


def _has_label_head(rows: list[tuple[str, ...]], corner: str) -> bool:
    """Whether the first row says that labels are followed by what they are about: `事项 内容 备注`."""
    return (
        len(rows[0]) > 2
        and bool(re.fullmatch("事项|项目|栏目|要素", corner))
        and bool(re.search("内容|说明|安排", rows[0][1]))
        and "分" not in rows[0][-1]
    )


def _of_groups(groups: list[tuple[str, list[tuple[str, ...]]]], place: PrintedPlace) -> Iterator[OutlineBlock]:
    """Labels that stand beside several rows each."""
    for label, below in groups:
        yield OutlineBlock(label, label, place, level=SET_APART - 1)
        kept = _unmerged(below)
        if len(kept[0]) > 2:
            yield from _sections(kept, place)
            continue
        for line in (line for row in kept for line in ("：".join(row) if row[1:] else row[0]).split("\n")):
            yield from _items(tidy(line), line, place)


def _grids(rows: list[tuple[str, ...]], place: PrintedPlace) -> Iterator[OutlineBlock]:
    """A table, parted by rows that are one cell across."""
    for across, group in groupby(rows, lambda row: len(row) > 1 and len(set(row)) == 1 and 0 < len(row[0]) <= 30):
        below = list(group)
        if across:
            yield from (OutlineBlock(row[0], row[0], place, level=SET_APART) for row in below)
        else:
            yield OutlineBlock("", "", place, grid=Grid(tuple(_unmerged(below[_two_heads(below) :])), place))


def _two_heads(rows: list[tuple[str, ...]]) -> bool:
    """Whether the second row tells apart what the first heads together, and repeats the rest of it."""
    pairs = list(zip(rows[0], rows[1], strict=True)) if len(rows) > 2 else []
    apart = [one for one, other in pairs if one != other]
    return 1 < len(apart) < len(pairs) and len(set(apart)) == 1


def _row(label: str, value: str, place: PrintedPlace) -> Iterator[OutlineBlock]:
    """A label with what stands beside it, as a line or as a heading over several."""
    items = (item.text for line in value.split("\n") for item in _items(tidy(line), line, place))
    lines = [cell_text(value)] if is_unit(cell_text(value)) else [*items]
    texts = [f"{label}：{lines[0]}"] if len(lines) == 1 else [label, *lines]
    for at, text in enumerate(texts):
        yield OutlineBlock(text, text, place, level=SET_APART * (len(texts) > 1 and not at))


def _unmerged(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rows without columns that only repeat the one before."""
    kept = (column for column, _ in groupby(zip(*rows, strict=True)))
    return list(zip(*kept, strict=True))


def cell_text(text: str) -> str:
    """The text of a cell; bodies that stand in lines of their own are a list."""
    parts = [part for part in map(tidy, re.split(r"[\n\u3000 ]+", text)) if part]
    return "、".join(parts) if len(parts) > 1 and all(map(is_unit, parts)) else tidy(text)


def _usual(text: str) -> str:
    """What a short question or an everyday heading is about, by usual names; empty where it is neither."""
    if len(text) > _QUESTION_LENGTH or not _ASKS.search(text) or re.search("[。；]", text):
        return ""
    return "·".join(name for name, words in _USUAL.items() if re.search(words, text))
