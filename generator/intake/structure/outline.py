"""The structure of an official document (GB/T 9704): notices and annexes, their numbered sections, who signed when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.intake.manuscripts import Manuscript
from generator.intake.structure import numbering
from generator.intake.structure.bodies import is_name, is_unit
from generator.intake.structure.document_parts import NoticePart, Outline, OutlineBlock
from generator.intake.structure.paragraphs import paragraphs
from generator.intake.structure.typing_marks import tidy
from generator.text.numerals import NUMERAL

_ANNEX = re.compile(rf"附\s*件?\s*(\d{{1,2}}|{NUMERAL})?[：:]?")
_ANNEX_LISTED = re.compile(rf"附\s*件?\s*(\d{{1,2}}|{NUMERAL})?\s*(?:[：:]|(?<=\d)[.．、](?!\d))\s*(.*)")
_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
FILE_NUMBER = re.compile(r"(?:(?!(?<=通)知)[\u4e00-\u9fff]){1,12}(?:〔20\d\d〕|（20\d\d）)\s*第?\d{1,4}号")
TITLE_END = re.compile(
    r"(?:通知|[公通]告|方案|办法|规则|细则|函|启事|指[南引]|[解问]答|手册|章程|邀请书)(?:（[^）]*）)?"
)
_SCHEME = re.compile("方案|办法|规则|细则|章程|指南|规程")
_SEVERAL_OFFICES = re.compile(f"等(?:\\d+|{NUMERAL})?个?(?:部门|单位)$")
_COLUMN = re.compile("(?:学院|学校|校内|最新|赛事)?(?:政策|文件|通知|[通公]告|公示)+|常见问题(?:解答)?")
"""What a site calls a column of such papers."""
_KICKER = re.compile("^.*[|｜丨】：](?=关于)|^[\u4e00-\u9fff]{2,4}：(?=20)")
"""What a page puts before the title of a notice."""
_FILE = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|et|zip|rar)$")
_ASKS_FOR_DAY = re.compile("(?:时间|日期|截止)：?$")
"""What stands above a day that is no date of a signature."""
_GOES_ON = re.compile("(?:竞赛|大赛|比赛|活动|组委会|组织委员会)")
"""How the second line of a body of a contest begins."""
_OF_A_BODY = re.compile("(?:专业|工作)委员会$|分会$|专委会$")
"""How a body that is part of an association ends."""
_QUOTED = 8
"""Characters of a title that another one quotes, maybe only with its first line."""
_SECTIONS, _FEWEST = 4, 4
"""So many sections make a notice, and so many pieces; a day before them is of the page."""


def outline(manuscript: Manuscript, names: Iterable[str] = ()) -> Outline:
    """The structure of a document; of several notices in it, the first that says one of `names` counts."""
    chapters = _parted(paragraphs(manuscript))
    for chapter in chapters:
        _build(chapter)
    main = _main(chapters, names)
    first = next(place for place, chapter in enumerate(chapters) if chapter is main)
    after = chapters[first + 1 :]
    until = next((place for place, chapter in enumerate(after) if chapter.kind == "notice"), len(after))
    before = chapters[:first] if all(chapter.kind == "annex" for chapter in chapters[:first]) else []
    others = chapters[len(before) : first] + after[until:]
    annexes = _with_scheme(main, before + after[:until])
    if main.issued is None and after[:until]:
        _sign_at_the_end(main, after[until - 1])
    return Outline(main, annexes, others)


def _main(chapters: list[NoticePart], names: Iterable[str]) -> NoticePart:
    """The first notice that says one of the names, else the first of all."""
    notices = [chapter for chapter in chapters if chapter.kind == "notice"]
    told = [(notice, "\n".join((notice.title, *(block.text for block in notice.blocks())))) for notice in notices]
    named = (notice for notice, text in told if any(name in text for name in names))
    return next(named, (notices or chapters)[0])


def _with_scheme(main: NoticePart, annexes: list[NoticePart]) -> list[NoticePart]:
    """The annexes; a notice that only hands on a scheme has its sections."""
    schemes = (annex for annex in annexes if _SCHEME.search(annex.title))
    whole = (annex for annex in schemes if not main.root.below or len(annex.root.below) >= _SECTIONS)
    scheme = next(whole, None)
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


def _parted(blocks: Iterable[OutlineBlock]) -> list[NoticePart]:
    """The notices and annexes of a file, their pieces as yet in a row."""
    parting = _Parting()
    for block in blocks:
        parting.add(block)
    return _with_files_listed(parting.parts if parting.parts[0].root.blocks else parting.parts[1:])


def _with_files_listed(parts: list[NoticePart]) -> list[NoticePart]:
    """The parts, where an annex that is nothing but names of files is the list of them that a page has at its end."""
    kept: list[NoticePart] = []
    for part in parts:
        blocks = part.root.blocks
        if kept and part.kind == "annex" and blocks and all(_FILE.search(block.text) for block in blocks):
            kept[-1].listed += blocks
        else:
            kept.append(part)
    return kept


class _Parting:
    """Tells the notices and annexes of a file apart as its pieces come."""

    def __init__(self) -> None:
        self.parts = [NoticePart("notice")]
        self._listing = False
        """Whether the last piece was one of the list of annexes."""
        self._dated = False
        """Whether the present part has the date at its foot."""
        self._listed: set[str] = set()
        """The numbers of the annexes that were listed."""

    def add(self, block: OutlineBlock) -> None:
        """Put a piece into the present part, its list of annexes, or a new part."""
        part, listed = self.parts[-1], _ANNEX_LISTED.fullmatch(block.text)
        if self._listing and (re.match(r"\d{1,2}[.、．]|《", block.text) or (listed and listed[1])):
            part.listed.append(block)
            return
        if self._listing and block.grid:  # the line before is no list, but heads it
            part.root.blocks.append(part.listed.pop())
        self._listing = False
        if _ANNEX.fullmatch(block.text) and (not block.text.endswith("：") or self._dated):
            self._begin("annex")
        elif listed and not block.grid:
            self._add_named(block, listed[1] or "", listed[2])
        else:
            self._add_text(block)

    def _begin(self, kind: str) -> None:
        self.parts.append(NoticePart(kind))
        self._dated = False

    def _add_named(self, block: OutlineBlock, number: str, title: str) -> None:
        """`附件1：…` is listed, unless the foot is above it or it was listed before: then the annex begins."""
        if number and (self._dated or number in self._listed):
            self.parts.append(NoticePart("annex"))
            self.parts[-1].root.blocks += [replace(block, text=title)] if title else []
            return
        self._listing = True
        self._listed.add(number)
        self.parts[-1].listed.append(block)

    def _add_text(self, block: OutlineBlock) -> None:
        """Any other piece; below the foot, what was quoted is an annex and what has a title another notice."""
        text = block.text
        before = "".join(each.text for each in self.parts[-1].root.blocks)
        if self._dated and len(text) > _QUOTED and f"《{text}" in before:
            self._begin("annex")
        titled = self._dated and re.fullmatch(rf".{{0,40}}关于.{{4,60}}的{TITLE_END.pattern}", text)
        apart = self._dated or self.parts[-1].kind == "annex"
        if titled or (apart and FILE_NUMBER.fullmatch(text)):
            self._begin("notice")
        blocks = self.parts[-1].root.blocks
        blocks.append(block)
        self._dated = self._dated or bool(len(blocks) >= _FEWEST and _DATE.fullmatch(text))


def _build(chapter: NoticePart) -> None:
    """Put the pieces of a part below its numbers, without its signature, and tell its title."""
    blocks, chapter.root.blocks = chapter.root.blocks, []
    numbering.build(chapter.root, _signature(chapter, blocks) if chapter.kind == "notice" else blocks)
    _title(chapter)


def _signature(chapter: NoticePart, blocks: list[OutlineBlock]) -> list[OutlineBlock]:
    """Take the bodies and the date at the foot from the pieces."""
    last = _dated_foot(blocks)
    if last is None:
        return blocks
    first = _first_of_bodies(blocks, last)
    if first == last and any(block.level for block in blocks[last + 1 :]):  # sections follow: a day of theirs
        return blocks
    chapter.issued = blocks[last]
    signed = _with_its_part(blocks[first:last])
    if first and signed and _GOES_ON.match(signed[0].text) and not re.search("[，。；：]", blocks[first - 1].text):
        first -= 1
        begun = blocks[first]
        signed[0] = replace(begun, text=begun.text + signed[0].text, raw=begun.text + signed[0].raw)
    chapter.signed = [part for block in signed for part in _bodies_of(block)]
    before = _DATE.sub("", blocks[last].text).replace("印发", "")
    if before and not chapter.signed:
        chapter.signed = [replace(blocks[last], text=before)]
    return blocks[:first] + [block for block in blocks[last + 1 :] if not _is_foot(block.text, None)]


def _first_of_bodies(blocks: list[OutlineBlock], last: int) -> int:
    """Where the bodies just above the date begin; `last` for none."""
    first = last
    while first and is_unit(blocks[first - 1].text) and not numbering.is_numbered(blocks[first - 1].text):
        first -= 1
    return first


def _with_its_part(signed: list[OutlineBlock]) -> list[OutlineBlock]:
    """The lines of a signature; an association and its committee below are one body."""
    if len(signed) == 2 and _OF_A_BODY.search(signed[1].text) and re.search("[协学]会$|联盟$", signed[0].text):
        whole = signed[0].text + signed[1].text
        return [replace(signed[0], text=whole, raw=whole)]
    return signed


def _dated_foot(blocks: list[OutlineBlock]) -> int | None:
    """The piece with the date of a notice: the first that has nothing else, or the last; None where it has no foot."""
    dates = [place for place, block in enumerate(blocks) if (d := _DATE.search(block.text)) and _is_foot(block.text, d)]
    dates = [place for place in dates if not (place and _ASKS_FOR_DAY.search(blocks[place - 1].text))]
    alone = (place for place in dates if _DATE.fullmatch(blocks[place].text))
    last = next(alone, dates[-1] if dates else None)
    return last if last is not None and last >= len(blocks) / 4 else None


def _is_foot(text: str, date: re.Match[str] | None) -> bool:
    if date is None:
        return bool(re.match("主送|抄送|公开方式", text) or text.endswith("印发"))
    rest = text[: date.start()] + text[date.end() :]
    short = len(rest) < 40 and not re.search("[，。；：至—-]", rest)
    return not rest or (short and not text[date.end() :].strip("印发"))


def _bodies_of(block: OutlineBlock) -> list[OutlineBlock]:
    """Several bodies may sign in one line, with blanks between them."""
    parts = [tidy(part) for part in re.split(r"\s+", block.raw.strip())]
    listed = all(map(is_unit, parts)) or (any(map(is_unit, parts)) and all(map(is_name, parts)))
    return [replace(block, text=part) for part in parts] if listed else [block]


def _title(chapter: NoticePart) -> None:
    """Take the title from the head: the lines up to that which ends like a title; of an annex the first."""
    texts = (block for block in chapter.root.blocks[:60] if not block.grid)
    lines = [block for block in texts if len(block.text) <= 80 and not re.search("[。；]", block.text)]
    if lines and (end := 0 if chapter.kind == "annex" else _end_of_title(lines)) is not None:
        first = _first_of_title(lines, end)
        title = _KICKER.sub("", "".join(block.text for block in lines[first : end + 1]))
        own, below = title[max(title.find("关于"), 0) :], "".join(block.text for block in lines[end + 1 :])
        title = own if own in below and title not in below else title  # a page puts the site's name before it
        above = chapter.root.blocks[: chapter.root.blocks.index(lines[first])]
        if "关于" in title or not any(block.grid for block in above):  # else it heads what follows a table
            chapter.title, chapter.title_place = title, lines[first].place


def _end_of_title(lines: list[OutlineBlock]) -> int | None:
    """The first line that ends like a title and is no name of a column of a site."""
    papers = ((place, block.text) for place, block in enumerate(lines) if not _COLUMN.fullmatch(block.text))
    return next((place for place, text in papers if re.search(f"{TITLE_END.pattern}$", text)), None)


def _first_of_title(lines: list[OutlineBlock], end: int) -> int:
    """Titles run over up to four lines: from “关于”, with “甲局等9部门” or the offices below its number, or a year."""
    about = [place for place in range(max(end - 3, 0), end + 1) if "关于" in lines[place].text]
    if about:
        first = about[-1]
        while first and all(is_unit(part.text) for part in _bodies_of(lines[first - 1])):
            first -= 1
        if first and FILE_NUMBER.fullmatch(lines[first - 1].text):  # below it an office is no letterhead
            return first
        return about[-1] - bool(about[-1] and _SEVERAL_OFFICES.search(lines[about[-1] - 1].text))
    first = end
    while first and end - first < 3 and re.search("20\\d\\d年|^第[^，。：]{1,3}届|赛$", lines[first - 1].text):
        first -= 1
    return first
