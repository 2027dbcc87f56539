"""The structure of an official document (GB/T 9704): notices and annexes, their numbered sections, who signed when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.intake.manuscripts import Grid, Manuscript, PrintedPlace
from generator.intake.structure.bodies import is_unit
from generator.intake.structure.typing_marks import NUMERAL, number, tidy

_AFTER = (
    r"[.、．]?\s*(?=[\u4e00-\u9fff“《])(?!万|亿|元|倍|个百分|年(?!度)|月|日(?!程|常)|小时|平方|公[里斤顷]|[至米吨])"
)
"""What follows 1.1 and 1.1.1 where they number something."""
_TOPIC_WORD = "(?:赛题|题目|选题|课题|命题|方向|专题|榜单|任务)"
_LABELS = (
    ("chapter", rf"第({NUMERAL}|\d+)(?:章|部分|编)", 0),
    ("track", rf"(?:赛道|组别|板块)({NUMERAL}|\d{{1,2}}|[A-H])[：、.．\s]", 1),
    ("han", rf"({NUMERAL})[、.．：]", 2),
    ("article", rf"第({NUMERAL}|\d+)[条节]", 3),
    ("bracketed han", rf"（({NUMERAL})）[、.]?", 4),
    ("topic", rf"{_TOPIC_WORD}(?:\d{{1,2}}[-–.]|[A-H]-?)?({NUMERAL}|\d{{1,2}})[：、.．\s]", 5),
    ("topic", r"[A-H]-?(\d{1,2})[：、.．]?\s*(?=[\u4e00-\u9fff])", 5),
    ("decimal", rf"\d{{1,2}}\.(\d{{1,2}}){_AFTER}", 7),
    ("thousandth", rf"\d{{1,2}}\.\d{{1,2}}\.(\d{{1,2}}){_AFTER}", 8),
    ("digit", r"(\d{1,2})(?:[、．]|[.](?!\d)|[.](?=\d{1,2}月|20\d\d年)|\s+(?=[\u4e00-\u9fff“]))", 6),
    ("bracketed digit", r"（(\d{1,2})）", 9),
    ("half bracketed digit", r"(\d{1,2}|[a-h])[)）]", 10),
    ("circled", r"([①-⑳])", 11),
)
"""Kinds of numbers with their usual rank."""
_NUMBERED = [(kind, re.compile(pattern), rank) for kind, pattern, rank in _LABELS]
_RANK = {kind: rank for kind, _, rank in _LABELS}
_SPACED = re.compile(
    rf"^(\s*(?:赛道|组别|板块|{_TOPIC_WORD})(?:(?:\d{{1,2}}[-–.]|[A-H]-?)?(?:{NUMERAL}|\d{{1,2}})|[A-H]))[\s|｜丨]+"
)
"""A number that only a blank divides from what it numbers."""
_COUNTED = re.compile(r"^(\s*\d{1,2})\s+(?=[\u4e00-\u9fff])(?![月日年个名项天万元家人分时点号届级])")
_TRACK_LINE = re.compile(r"(?![本各每该此])[\u4e00-\u9fff“”×]{2,16}赛道(?:（[^（）。]*）)?")
_TRACK_LIST = re.compile(rf"(?:{_TRACK_LINE.pattern})：(?=1[.、．]|（1）|①)")
_LOOSE = ("track", "topic")
"""Kinds that stand below whatever is above them."""
_LONGEST_TITLE = 45
_BARE = re.compile(
    r"(?:大赛|赛事|分赛|比赛|活动)?(?:名称|主题|目标|背景|组织(?:机构|架构|单位|结构)|赛道(?:赛题)?设置|赛题设置|"
    r"(?:赛程|日程|时间|进度)安排|参赛(?:条件|对象|要求|资格)|奖项(?:设置|及奖励)|奖励(?:办法|措施)|评审(?:办法|规则|标准)|"
    r"评价指标|评分标准|公示与举报|联系方式|联系我们|其他事项?|报名方式|提交材料|参赛材料)"
)
"""Headings that somebody forgot to number."""
_ANNEX = re.compile(rf"附\s*件\s*(\d{{1,2}}|{NUMERAL})?[：:]?")
_ANNEX_LISTED = re.compile(rf"附\s*件\s*(\d{{1,2}}|{NUMERAL})?\s*[：:]\s*(.*)")
_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
FILE_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}(?:〔20\d\d〕|（20\d\d）)\s*第?\d{1,4}号")
TITLE_END = re.compile(r"(?:通知|公告|通告|方案|办法|规则|细则|函|启事|指南|手册|章程|邀请书)(?:（[^）]*）)?")
_SCHEME = re.compile("方案|办法|规则|细则|章程|指南|规程")
_SECTIONS = 4
"""So many sections make a notice."""
_NO_TEXT = re.compile(
    r"（?此页无正文）?|（?此件[^）]*公开[^）]*）?|（?联系人[^）]*）|.*(?:浏览|阅读|点击)(?:次数|量)?：.*"
    "|(?:发布|更新)(?:时间|日期)：.{8,20}(?:来源|作者|字体|字号).*|(?:当前|您的?)(?:所在)?位置：?.*|[上下]一[篇条]：.*"
)
"""What the maker of a page or a site adds to a notice."""
_GLOSS = re.compile(
    r"(?<=[\u4e00-\u9fff）])(?:\s*[（(][A-Z][a-z]+[A-Za-z ,&'-]*[)）](?=\s*[：:])"
    r"|(?:\s+|\s*[/｜|]\s*)[A-Z][a-z]+[A-Za-z ,&/'-]*(?=\s*[：:]|$))"
)
"""The same in English behind a heading or a label."""
_FOREIGN = re.compile(
    r"(?!.*(?:@|://|www\.|\d{4}-\d))[\x00-\u024f\u2010-\u201f]*[A-Za-z]{3}[\x00-\u024f\u2010-\u201f]*"
)
_GLOSSED = 4
"""So many make a notice in two languages."""
_BULLET = re.compile(r"^\s*(?:[●○■□◆◇▶►➢➤√※·•‣▍▎\u2600-\u27bf\ufe0f\uf000-\uf0ff\U0001f000-\U0001faff]\s*)+(?=\S)")
_FRAMED = re.compile(r"^\s*[【［\[]\s*([\u4e00-\u9fff]{2,12})\s*[】］\]]\s*[:：]?(.*)$")
"""A heading in square brackets, or a label before its value."""
_SET_APART = 7
"""The level of headings that no format makes one; it is that of no title."""
_COUNTER = re.compile(r"(?:PART\.?)?0\d")
_ALONE = re.compile("(?:指导|主办|承办|协办|支持|联合主办|技术支持)(?:单位|方)|[\u4e00-\u9fff]{2,6}时间")
_BEGINS_WITH_DAY = re.compile(r"(?:20\d\d[年.])?\d{1,2}[月.]|即日起")
_ROW_LABEL = re.compile("主题$|单位$|名称$|对象$|时间$|材料$|方式$|网址$|安排$|设置$|方向$|电话$|要求$")


@dataclass
class OutlineBlock:
    """A piece with its text tidied; `raw` is as written."""

    text: str
    raw: str
    place: PrintedPlace
    level: int = 0
    grid: Grid | None = None


@dataclass
class NumberedPassage:
    """A numbered or headed piece of a document with all that stands below it."""

    kind: str
    number: int
    label: str
    text: str
    place: PrintedPlace
    raw: str = ""
    blocks: list[OutlineBlock] = field(default_factory=list)
    below: list[NumberedPassage] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its heading: the whole text, or what stands before the first full stop or colon."""
        whole = self.text.rstrip("。：")
        for mark in ("。", "：") if len(whole) > _LONGEST_TITLE or "。" in whole else ("：",):
            head, found, _ = whole.partition(mark)
            if found and len(head) <= _LONGEST_TITLE:
                head = head.partition("：")[0]
                return head[: head.rindex("（")] if head.count("（") > head.count("）") else head
        return whole if len(whole) <= 2 * _LONGEST_TITLE else re.split("[，；。：]", whole)[0]

    @property
    def rest(self) -> str:
        """What follows the heading in its own paragraph."""
        return self.text[len(self.title) :].lstrip("。：")

    def walk(
        self, above: tuple[NumberedPassage, ...] = ()
    ) -> Iterator[tuple[NumberedPassage, tuple[NumberedPassage, ...]]]:
        """This and all below in reading order, each with those above it."""
        yield self, above
        for inner in self.below:
            yield from inner.walk((*above, self))

    def all_blocks(self) -> Iterator[OutlineBlock]:
        """Its text and all pieces below."""
        for passage, _ in self.walk():
            yield OutlineBlock(passage.text, passage.raw, passage.place)
            yield from passage.blocks


@dataclass
class NoticePart:
    """A notice or an annex: what stands before its first number is its head."""

    kind: str
    title: str = ""
    root: NumberedPassage = field(default_factory=lambda: NumberedPassage("root", 0, "", "", PrintedPlace()))
    signed: list[OutlineBlock] = field(default_factory=list)
    issued: OutlineBlock | None = None
    """The paragraph with the date of the signature."""
    file_number: OutlineBlock | None = None
    title_place: PrintedPlace | None = None
    listed: list[OutlineBlock] = field(default_factory=list)
    """The titles of its annexes, as the list of them says."""

    @property
    def head(self) -> list[OutlineBlock]:
        """What stands before the first number."""
        return self.root.blocks

    def walk(self) -> Iterator[tuple[NumberedPassage, tuple[NumberedPassage, ...]]]:
        """All passages with those above them; the root is not among them."""
        for inner in self.root.below:
            yield from inner.walk()

    def blocks(self) -> Iterator[OutlineBlock]:
        """All paragraphs and tables in reading order."""
        return (block for block in self.root.all_blocks() if block.text or block.grid)


@dataclass
class Outline:
    """A whole document: the notice that counts, its annexes, and what else is in the file."""

    main: NoticePart
    annexes: list[NoticePart]
    others: list[NoticePart]

    @property
    def parts(self) -> tuple[NoticePart, ...]:
        """What counts: the notice, then its annexes."""
        return self.main, *self.annexes


def outline(manuscript: Manuscript, names: Iterable[str] = ()) -> Outline:
    """The structure of a document; of several notices in it, the first that says one of `names` counts."""
    chapters = [_chapter(*part) for part in _parted(_led(_blocks(manuscript)))]
    notices = [chapter for chapter in chapters if chapter.kind == "notice"]
    named = (notice for notice in notices if any(name in _said(notice) for name in names))
    main = next(named, (notices or chapters)[0])
    first = next(place for place, chapter in enumerate(chapters) if chapter is main)
    after = chapters[first + 1 :]
    until = next((place for place, chapter in enumerate(after) if chapter.kind == "notice"), len(after))
    before = chapters[:first] if all(chapter.kind == "annex" for chapter in chapters[:first]) else []
    others = chapters[len(before) : first] + after[until:]
    annexes = _with_scheme(main, before + after[:until])
    if main.issued is None and after[:until]:
        _sign_at_the_end(main, after[until - 1])
    return Outline(main, annexes, others)


def _with_scheme(main: NoticePart, annexes: list[NoticePart]) -> list[NoticePart]:
    """The annexes; a notice that only hands on a scheme has its sections."""
    scheme = next(
        (annex for annex in annexes if len(annex.root.below) >= _SECTIONS and _SCHEME.search(annex.title)), None
    )
    if scheme is None or len(main.root.below) >= _SECTIONS:
        return annexes
    main.root.blocks += scheme.root.blocks
    main.root.below += scheme.root.below
    main.listed += scheme.listed
    return [annex for annex in annexes if annex is not scheme]


def _sign_at_the_end(main: NoticePart, last: NoticePart) -> None:
    """The foot of the whole file stands below its last annex."""
    foot = [block for block in last.blocks() if block.text.endswith("印发") and _DATE.search(block.text)]
    if foot:
        main.issued = foot[-1]
        main.signed = [replace(foot[-1], text=_DATE.sub("", foot[-1].text).removesuffix("印发"))]


def _said(chapter: NoticePart) -> str:
    return chapter.title + "".join(block.text for block in chapter.blocks())


def _blocks(manuscript: Manuscript) -> Iterator[OutlineBlock]:
    texts = [piece.text for piece in manuscript.pieces if not isinstance(piece, Grid)]
    twofold = sum(_GLOSS.search(text) is not None for text in texts) >= _GLOSSED
    for piece in manuscript.pieces:
        if isinstance(piece, Grid):
            rows = [tuple(_GLOSS.sub("", cell) if twofold else cell for cell in row) for row in piece.rows]
            yield from _sections(rows, piece.place)
            continue
        raw = _BULLET.sub("", _GLOSS.sub("", piece.text) if twofold else piece.text)
        raw, framed = _FRAMED.subn(lambda match: match[1] + "：" * bool(match[2]) + match[2], raw)
        label, colon, value = re.split("([:：]|$)", _COUNTED.sub(r"\1.", _SPACED.sub(r"\1：", raw)), maxsplit=1)
        text = tidy(label + colon + _cell(value)) if value else tidy(label + colon)
        if text and not _NO_TEXT.fullmatch(text) and not (twofold and _FOREIGN.fullmatch(text)):
            yield OutlineBlock(text, raw, piece.place, piece.level or _SET_APART * (bool(framed) and "：" not in text))


def _led(blocks: Iterable[OutlineBlock]) -> Iterator[OutlineBlock]:
    """What leads a line and stands in one of its own goes with it: `01` before a heading, `主办单位` before bodies."""
    held: OutlineBlock | None = None
    for block in blocks:
        if held and _leads(held, block.text):
            mark = "、" if "\n" in held.raw else "："
            held = replace(held, text=held.text.rstrip("：") + mark + block.text, raw=f"{held.raw}\n{block.raw}")
            continue
        counted = held is not None and _COUNTER.fullmatch(held.text)
        if held and not counted:
            yield held
        held = replace(block, level=_SET_APART) if counted and 0 < len(block.text) < _LONGEST_TITLE else block
    if held:
        yield held


def _leads(held: OutlineBlock, text: str) -> bool:
    label, _, told = held.text.partition("：")
    if not _ALONE.fullmatch(label) or (told and "\n" not in held.raw):
        return False
    return bool(_BEGINS_WITH_DAY.match(text)) if label.endswith("时间") else is_unit(text)


def _sections(rows: list[tuple[str, ...]], place: PrintedPlace) -> Iterator[OutlineBlock]:
    """A table; a row that is one cell across heads what stands below it, and so does a label of many lines."""
    if len(rows[0]) == 2 and sum(bool(_ROW_LABEL.search(tidy(row[0]))) for row in rows) * 2 > len(rows):
        for label, value in rows:
            lines = [_cell(value)] if is_unit(_cell(value)) else [tidy(line) for line in value.split("\n")]
            texts = [f"{tidy(label)}：{lines[0]}"] if len(lines) == 1 else [tidy(label), *lines]
            for at, text in enumerate(texts):
                yield OutlineBlock(text, text, place, level=_SET_APART * (len(texts) > 1 and not at))
        return
    rows = [tuple(map(_cell, row)) for row in rows]
    for across, group in groupby(rows, lambda row: len(row) > 1 and len(set(row)) == 1 and 0 < len(row[0]) <= 30):
        below = list(group)
        if across:
            yield from (OutlineBlock(row[0], row[0], place, level=_SET_APART) for row in below)
        else:
            columns = list(zip(*below, strict=True))
            kept = [column for place, column in enumerate(columns) if not place or column != columns[place - 1]]
            yield OutlineBlock("", "", place, grid=Grid(tuple(zip(*kept, strict=True)), place))


def _cell(text: str) -> str:
    """The text of a cell; bodies that stand in lines of their own are a list."""
    parts = [part for part in map(tidy, re.split(r"[\n\u3000 ]+", text)) if part]
    listed = len(parts) > 1 and all(map(is_unit, parts))
    return "、".join(parts) if listed else tidy(text)


def _parted(blocks: Iterable[OutlineBlock]) -> list[tuple[str, list[OutlineBlock], list[OutlineBlock]]]:
    """The notices and annexes of a file, each with its pieces, and the list of its annexes apart from them."""
    parts: list[tuple[str, list[OutlineBlock], list[OutlineBlock]]] = [("notice", [], [])]
    listed = dated = numbered = False
    seen: set[str] = set()
    for block in blocks:
        text = block.text
        if listed and (re.match(r"\d{1,2}[.、．]|《", text) or ((match := _ANNEX_LISTED.fullmatch(text)) and match[1])):
            parts[-1][2].append(block)
            continue
        listed = False
        annex = _ANNEX.fullmatch(text)
        if annex and (not text.endswith("：") or dated):
            parts.append(("annex", [], []))
            dated = False
            continue
        if (match := _ANNEX_LISTED.fullmatch(text)) and not block.grid:
            if match[1] and (dated or match[1] in seen):
                parts.append(("annex", [replace(block, text=match[2])] if match[2] else [], []))
            else:
                listed = True
                parts[-1][2].append(block)
                seen.add(match[1] or "")
            continue
        if dated and f"《{text}》" in "".join(part.text for part in parts[-1][1]):
            parts.append(("annex", [], []))
            dated = False
        if (dated and _begins_notice(text)) or ((numbered or parts[-1][0] == "annex") and FILE_NUMBER.fullmatch(text)):
            parts.append(("notice", [], []))
            dated = numbered = False
        parts[-1][1].append(block)
        dated = dated or bool(_DATE.fullmatch(text))
        numbered = numbered or (bool(re.match(f"{NUMERAL}、|第{NUMERAL}[章条]", text)) and parts[-1][0] == "notice")
    return parts if parts[0][1] else parts[1:]


def _begins_notice(text: str) -> bool:
    return bool(FILE_NUMBER.fullmatch(text) or re.fullmatch(rf".{{0,40}}关于.{{4,60}}的{TITLE_END.pattern}", text))


def _chapter(kind: str, blocks: list[OutlineBlock], listed: list[OutlineBlock]) -> NoticePart:
    chapter = NoticePart(kind, listed=listed)
    rest = _signature(chapter, blocks) if kind == "notice" else blocks
    _build(chapter.root, rest)
    _title(chapter)
    return chapter


def _signature(chapter: NoticePart, blocks: list[OutlineBlock]) -> list[OutlineBlock]:
    """Take the bodies and the date at the foot from the pieces."""
    dates = [place for place, block in enumerate(blocks) if (d := _DATE.search(block.text)) and _is_foot(block.text, d)]
    if not dates:
        return blocks
    last = next((place for place in dates if _DATE.fullmatch(blocks[place].text)), dates[-1])
    if last < len(blocks) / 4:
        return blocks
    chapter.issued = blocks[last]
    first = last
    while first and _is_body(blocks[first - 1]):
        first -= 1
    chapter.signed = [part for block in blocks[first:last] for part in _bodies_of(block)]
    before = _DATE.sub("", blocks[last].text).replace("印发", "")
    if before and not chapter.signed:
        chapter.signed = [replace(blocks[last], text=before)]
    return blocks[:first] + [block for block in blocks[last + 1 :] if not _is_foot(block.text, None)]


def _is_foot(text: str, date: re.Match[str] | None) -> bool:
    if date is None:
        return bool(re.match("主送|抄送|公开方式", text) or text.endswith("印发"))
    rest = text[: date.start()] + text[date.end() :]
    return not rest or (
        len(rest) < 40 and not re.search("[，。；：至—-]", rest) and not text[date.end() :].strip("印发")
    )


def _bodies_of(block: OutlineBlock) -> list[OutlineBlock]:
    """Several bodies may sign in one line, with blanks between them."""
    parts = [tidy(part) for part in re.split(r"\s+", block.raw.strip())]
    return [replace(block, text=part) for part in parts] if all(map(is_unit, parts)) else [block]


def _is_body(block: OutlineBlock) -> bool:
    return is_unit(block.text) and not block.grid and not any(p.match(block.text) for _, p, _ in _NUMBERED)


def _build(root: NumberedPassage, blocks: Sequence[OutlineBlock]) -> None:
    stack = [root]
    counted = any(re.match(f"{NUMERAL}、|第{NUMERAL}[章条]|赛道{NUMERAL}", block.text) for block in blocks)
    for block in blocks:
        top = len(stack) == 1 and 0 < block.level < _SET_APART
        head = top and (counted or re.search(r"关于|20\d\d|通知|大赛|方案", block.text))
        found = None if block.grid else _numbered(replace(block, level=0) if head else block, stack)
        if found is None:
            stack[-1].blocks.append(block)
            continue
        _pop(stack, found.kind)
        stack[-1].below.append(found)
        stack.append(found)


def _numbered(block: OutlineBlock, stack: list[NumberedPassage]) -> NumberedPassage | None:
    text, label, found = block.text, "", None
    for kind, pattern, _ in (*_NUMBERED, *_NUMBERED[1:2]):  # a track may be numbered twice: 一、赛道1：…
        match = pattern.match(text) if found is None or kind == "track" else None
        if match:
            text, label = text[match.end() :].strip(), label + match[0].strip()
            found = kind, ord(match[1]) - 0x245F if kind == "circled" else number(match[1])
    if found:
        if found[0] == "digit" and block.level in (1, 2):  # items of a list below may have the same numbers
            found = f"heading {block.level}", found[1]
        return NumberedPassage(*found, label, text, block.place, block.raw) if text else None
    if _TRACK_LIST.match(block.text):
        return NumberedPassage("track", 0, "", block.text, block.place, block.raw)
    if _TRACK_LINE.fullmatch(block.text) and not block.text.endswith(("设置赛道", "专业赛道")):
        return NumberedPassage("track", 0, "", block.text, block.place, block.raw)
    if _BARE.fullmatch(block.text) and len(stack) > 1:
        kind = stack[1].kind if "设置" in block.text or "安排" in block.text else "bare"
        return NumberedPassage(kind, 0, "", block.text, block.place, block.raw)
    if block.level and len(block.text) <= _LONGEST_TITLE and not re.search("[。；]$", block.text):
        return NumberedPassage(f"heading {block.level}", 0, "", block.text, block.place, block.raw)
    return None


def _pop(stack: list[NumberedPassage], kind: str) -> None:
    """Go up to where a passage of this kind belongs."""
    kinds = [passage.kind for passage in stack]
    if kind in kinds:
        del stack[kinds.index(kind) :]
    elif kind in _RANK and kind not in _LOOSE:
        while len(stack) > 1 and _RANK.get(stack[-1].kind, -1) > _RANK[kind]:
            stack.pop()
    elif kind.startswith("heading"):
        while len(stack) > 1 and stack[-1].kind.startswith("heading") and stack[-1].kind >= kind:
            stack.pop()


def _title(chapter: NoticePart) -> None:
    """Take number and title from the head: the lines up to that which ends like a title."""
    head = chapter.head
    chapter.file_number = next((block for block in head if FILE_NUMBER.fullmatch(block.text)), None)
    lines = [
        block for block in head[:60] if not block.grid and len(block.text) <= 80 and not re.search("[。；]", block.text)
    ]
    if chapter.kind == "annex" and lines:
        first, end = 0, int(len(lines) > 1 and len(lines[0].text) < 25 and len(lines[1].text) < 40)
    else:
        ends = [place for place, block in enumerate(lines) if re.search(f"{TITLE_END.pattern}$", block.text)]
        if not ends:
            return _take_title_from_headings(chapter)
        end = ends[0]
        first = _first_of_title(lines, end)
    chapter.title = "".join(block.text for block in lines[first : end + 1])
    chapter.title_place = lines[first].place
    return None


def _first_of_title(lines: list[OutlineBlock], end: int) -> int:
    """Titles run over up to four lines: from “关于”, or from the year."""
    about = [place for place in range(max(end - 3, 0), end + 1) if "关于" in lines[place].text]
    if about:
        return about[-1]
    first = end
    while first and end - first < 3 and re.search("20\\d\\d年|大赛$|竞赛$", lines[first - 1].text):
        first -= 1
    return first


def _take_title_from_headings(chapter: NoticePart) -> None:
    """A title that is set as a heading holds the whole document below it."""
    for passage in chapter.root.below[:3]:
        if (
            passage.kind.startswith("heading")
            and re.search(f"{TITLE_END.pattern}$", passage.text)
            and not chapter.title
        ):
            chapter.title, chapter.title_place = passage.text, passage.place
