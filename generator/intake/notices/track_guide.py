"""Tracks with their guiding units and topics, wherever a notice tells them: in annexes, lists, tables or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.wanted import Wanted
from generator.intake.structure import bodies
from generator.intake.structure.document_parts import NoticePart, NumberedPassage, Outline
from generator.intake.structure.seeking import column, said, tables
from generator.intake.structure.typing_marks import NUMERAL, number

_TRACK = re.compile(r"赛道|组别|板块|组$")
_ON_TRACKS = re.compile("赛道|组别|板块|赛题|方向|领域|课题")
_TOPIC_LABEL = re.compile("赛题(?:名称|题目)：")
_TOPIC_ABOUT = re.compile("(?:赛题)?(?:说明|内容|描述|背景|要求|简介|目标)：")
_GUIDED = re.compile(r"(?:指导|牵头|责任|主管|命题|出题)(?:单位|部门)[：]?\s*")
_LED = re.compile("^由([^。；]+?)(?:共同)?(?:牵头|指导|负责指导|命题|出题)")
_TRAILING_UNITS = re.compile(
    r"（(?:由)?([^（）]*?)(?:负责)?(?:指导|牵头|命题)(?:单位)?）$|（(?:指导|牵头|命题)单位[：]([^（）]+)）$"
)
_NOT_TRACKS = re.compile(
    "设置|安排|要求|说明|机制|工作组|指导单位|选择|赛道[及和与由的]|办法|规则|评价|评审|指标|奖|推荐|初赛|"
    "[各本该]赛道|每个赛道|所有|个(?:行业|专业)?赛道"
)
_INLINE = re.compile(
    r"(?:^|(?<=[；。：]))(?:\d{1,2}[.、．]|（\d{1,2}）|[①-⑳]|[A-H]-?\d{1,2}[.、．：]?(?=[\u4e00-\u9fff]))"
)
"""Numbers of topics that stand in one paragraph."""
_MOST_TITLE = 60
_SHORT = 30
"""Characters of lines that are nothing but titles."""


@dataclass
class FoundTopic:
    """A topic: title as printed, what the notice says of it, its own guiding units."""

    title: str
    place: PrintedPlace
    excerpt: str = ""
    units: tuple[str, ...] = ()
    label: str = ""
    group: str = ""


@dataclass
class FoundTrack:
    """A track as the notice calls it (`printed`), and its name without what all are called."""

    printed: str
    name: str
    place: PrintedPlace
    units: list[tuple[str, PrintedPlace]] = field(default_factory=list)
    introduction: str = ""
    topics: list[FoundTopic] = field(default_factory=list)
    doubt: str = ""

    @property
    def groups(self) -> list[str]:
        """The groups that its topics are in."""
        return list(dict.fromkeys(topic.group for topic in self.topics if topic.group))


def tracks(outline: Outline, wanted: Wanted) -> list[FoundTrack]:
    """The tracks in order, each with its topics."""
    ways = [way for chapter in outline.parts for way in _ways(chapter, wanted) if way]
    if not ways:
        return list(_spoken(outline.main, wanted))
    best = max(ways, key=lambda way: (sum(len(track.topics) for track in way), len(way)))
    for way in ways:
        _complete(best, way)
    for track in best:
        if not track.units:
            track.units = _units_elsewhere(track.name, outline.parts)
    return best


def _ways(chapter: NoticePart, wanted: Wanted) -> Iterator[list[FoundTrack]]:
    """Every set of passages or rows that may be the tracks."""
    for parent in (chapter.root, *(passage for passage, _ in chapter.walk())):
        children = [child for child in parent.below if _is_track(child, parent)]
        children = children or [child for child in parent.below if short_name(child.title, wanted) in wanted.sectors]
        if not children and _ON_TRACKS.search(parent.title) and all(map(_may_be_track, parent.below)):
            children = parent.below
        if len(children) > 1 or (len(children) == 1 and children[0].kind == "track"):
            yield [_track(child, wanted) for child in children]
    for table in tables(chapter):
        yield _of_table(table.grid.rows, table.grid.place, wanted)


def _is_track(passage: NumberedPassage, parent: NumberedPassage) -> bool:
    title = _without_guides(passage.title)
    if passage.kind == "track":
        return True
    if not _TRACK.search(title) or _NOT_TRACKS.search(title) or len(title) > 30:
        return False
    return bool(re.search(r"(?:赛道|组|板块)(?:（[^（）]*）)?$|赛题指南$", title)) and "包括" not in parent.title


def _may_be_track(passage: NumberedPassage) -> bool:
    """Below a heading on tracks: a short name with a list of topics below it."""
    return len(passage.title) <= 15 and len(passage.below) > 1 and not _NOT_TRACKS.search(passage.title)


def _without_guides(title: str) -> str:
    title = re.sub("(?<=赛道)(?:，?(?:赛题|题目|命题)[为有是]?|赛题)$", "", title)
    return re.sub(r"(?:赛题)?(?:指南|清单|目录)$|（\d+个(?:赛题)?）$|（共?\d+[项个道].*?）$", "", title)


def short_name(printed: str, wanted: Wanted) -> str:
    """The name of a track without contest, “赛道” and “领域”."""
    name = _without_guides(printed)
    if wanted.prefix:
        name = re.sub(f"^[“]?{re.escape(wanted.prefix)}[”]?", "", name)
    name = re.sub("(?:领域|方向|行业)?(?:赛道|组别|组|板块)?$|领域$", "", name).strip("：、 ")
    return re.sub("^“([^“”]+)”$", r"\1", name) or printed


def _track(passage: NumberedPassage, wanted: Wanted) -> FoundTrack:
    printed = _without_guides(passage.title)
    if match := re.match(rf"(?:赛道|组别)?(?:{NUMERAL}|\d+)[：、.]", printed):
        printed = printed[match.end() :]
    track = FoundTrack(printed, short_name(printed, wanted), passage.place)
    before, *inline = [part.strip(" ；。") for part in _INLINE.split(passage.rest)]
    if listed := re.search("(?:赛题|题目|命题)(?:[为有是]|包括)?：([^。；：]+)[。；]?$", passage.text):
        inline = inline or re.split("、", listed[1])
    if len(inline) > 1 or (inline and listed):
        track.topics += [FoundTopic(part, passage.place) for part in inline]
    if before and (not track.topics or _GUIDED.match(before) or _LED.match(before)):
        _about(track, before if track.topics else passage.rest, passage.place)
    titles = [block.text for block in passage.blocks if not block.grid and not re.search("[，。；：]", block.text)]
    if len(titles) > 1 and len(titles) == len(passage.blocks) and not passage.below and max(map(len, titles)) < _SHORT:
        track.topics += [FoundTopic(block.text, block.place) for block in passage.blocks]
        return track
    for block in passage.blocks:
        if block.grid:
            track.topics += _topics_of_rows(block.grid.rows, block.place)
        elif match := _TOPIC_LABEL.match(block.text):
            track.topics.append(FoundTopic(block.text[match.end() :].rstrip("。；"), block.place))
        elif track.topics and _TOPIC_ABOUT.match(block.text):
            track.topics[-1].excerpt += block.text
        else:
            _about(track, block.text, block.place)
    _add_topics(track, passage)
    return track


def _about(track: FoundTrack, text: str, place: PrintedPlace) -> None:
    """A paragraph below the heading of a track: its guiding units, or an introduction."""
    match = _GUIDED.search(text)
    if led := _LED.match(text):
        track.units += [(unit, place) for unit in bodies.listed(led[1])]
    elif match and match.start() < 3:
        track.units += [(unit, place) for unit in bodies.listed(text[match.end() :].strip("）")) if unit]
    else:
        track.introduction += text


def _add_topics(track: FoundTrack, passage: NumberedPassage) -> None:
    counted = 0
    for child in passage.below:
        if match := _GUIDED.match(child.text):
            track.units += [(unit, child.place) for unit in bodies.listed(child.text[match.end() :])]
            continue
        if re.fullmatch("(?:赛道)?(?:简介|说明|背景|介绍|目标)", child.title):
            track.introduction += child.rest or "".join(block.text for block in child.blocks)
            continue
        if re.fullmatch("(?:赛题)(?:设置|方向|列表|清单|名称)?", child.title) and child.below:
            _add_topics(track, child)
            continue
        grandchildren = [inner for inner in child.below if _looks_like_topic(inner)]
        if len(grandchildren) > 1 and child.kind != "topic" and all(inner.kind == "topic" for inner in grandchildren):
            track.topics += [_topic(inner, child.title) for inner in grandchildren]
            continue
        counted = counted + 1 if counted else child.number  # numbers may go on from the track before
        topic = _topic(child)
        if child.number and child.number != counted:
            topic.label = child.label.rstrip("：")
        track.topics.append(topic)


def _looks_like_topic(passage: NumberedPassage) -> bool:
    return len(passage.title) <= _MOST_TITLE


def _topic(passage: NumberedPassage, group: str = "") -> FoundTopic:
    """The whole line is the title, unless a sentence follows it in the same paragraph."""
    text, told = passage.text.rstrip("。；"), passage.text.endswith("。")
    head, stop, rest = text.partition("。")
    if not stop and len(text) > _MOST_TITLE:
        head, _, rest = text.partition("：")
    elif (
        not stop
        and not passage.blocks
        and not passage.below
        and (match := re.fullmatch("([^：]{4,40})：(.{8,})" if told else "([^：]{4,40})：(.{20,})", text))
    ):
        head, rest = match[1], match[2]
    units: tuple[str, ...] = ()
    if match := _TRAILING_UNITS.search(head):
        units = tuple(bodies.listed(match[1] or match[2]))
        head = head[: match.start()]
    inner = [block.text for block in passage.blocks if not block.grid]
    inner += [block.text for child in passage.below for block in child.all_blocks()]
    kept = []
    for paragraph in inner:
        if (match := _GUIDED.match(paragraph)) and not units:
            units = tuple(bodies.listed(paragraph[match.end() :]))
        else:
            kept.append(paragraph)
    return FoundTopic(head.strip(), passage.place, rest + "".join(kept), units, group=group)


def _of_table(rows: Sequence[Sequence[str]], place: PrintedPlace, wanted: Wanted) -> list[FoundTrack]:
    """A table with a column of tracks."""
    head = [re.sub(r"\s", "", cell) for cell in rows[0]]
    name = column(head, "^(?:所属|参赛)?(?:赛道|组别|领域|赛道名称|板块)(?:名称)?$")
    units = column(head, "(?:指导|牵头|责任|主管|命题|出题)(?:单位|部门)")
    if name is None or len(rows) < 3:
        return []
    found: dict[str, FoundTrack] = {}
    for row in rows[1:]:
        printed = re.sub(rf"^(?:{NUMERAL}|\d+)[、.]|^赛道(?:{NUMERAL}|\d+)[：、]?", "", row[name]).strip()
        if not printed or printed == head[name]:
            continue
        track = found.setdefault(printed, FoundTrack(_without_guides(printed), short_name(printed, wanted), place))
        topics = _topics_of_rows([rows[0], row], place)
        if units is not None:
            told = tuple(bodies.listed(row[units].replace("\n", "、")))
            track.units = track.units or [(unit, place) for unit in told]
            topics = [replace(topic, units=told) for topic in topics]
        track.topics += topics
    for track in found.values():
        if len({topic.units for topic in track.topics}) > 1:
            track.units = []  # each topic has its own
        else:
            track.topics = [replace(topic, units=()) for topic in track.topics]
    return list(found.values())


def _topics_of_rows(rows: Sequence[Sequence[str]], place: PrintedPlace) -> list[FoundTopic]:
    title = column(rows[0], "^(?:赛题|题目|选题|课题|方向)(?:名称|题目|方向)?$|赛题名称")
    if title is None:
        return []
    about = column(rows[0], "内容|说明|描述|要求|简介|指南", title)
    made = []
    for row in rows[1:]:
        parts = re.split(r"[；;](?=\d|（)|(?<=[\u4e00-\u9fff])(?=\d{1,2}[.、．])", row[title])
        for part in parts:
            text = re.sub(
                rf"^(?:赛题)?(?:\d{{1,2}}|{NUMERAL})?[：、.．]\s*|^（(?:{NUMERAL}|\d+)）|^赛题(?:\d{{1,2}}|{NUMERAL})",
                "",
                part.strip(),
            )
            if text:
                made.append(FoundTopic(text.rstrip("。；"), place, row[about] if about is not None else ""))
    return made


def _complete(best: list[FoundTrack], other: list[FoundTrack]) -> None:
    """What another place tells of the same tracks: units, an introduction."""
    by_name = {track.name: track for track in other}
    for track in best:
        twin = by_name.get(track.name)
        if twin and twin is not track:
            track.units = track.units or twin.units
            track.introduction = track.introduction or twin.introduction


def _units_elsewhere(name: str, chapters: Sequence[NoticePart]) -> list[tuple[str, PrintedPlace]]:
    """`工业制造赛道。指导单位：…` in a list elsewhere."""
    for chapter in chapters:
        for each in said(chapter):
            match = re.match(rf"[“]?{re.escape(name)}(?:赛道)?[”]?(?:（|[。：，])\s*{_GUIDED.pattern}", each.text)
            if match:
                return [(unit, each.place) for unit in bodies.listed(each.text[match.end() :].strip("）"))]
    return []


_COUNTED = re.compile(
    r"(?P<list>[\u4e00-\u9fff“”×（）]{2,20}(?:、[\u4e00-\u9fff“”×（）]{2,20})+)(?:等)?(?P<count>\d{1,2}|"
    + NUMERAL
    + r")个?(?:行业|专业|重点)?(?:领域)?(?:的)?赛道"
)
_SET = re.compile(
    r"(?:设(?:置|立|有)?|分为|包括)(?:了)?(?P<list>[\u4e00-\u9fff“”×]{2,16}?(?:赛道)?(?:[、和及][\u4e00-\u9fff“”×]{2,16}?(?:赛道)?)+)(?:等)?(?:(?P<count>\d{1,2}|[一二三四五六七八九十两]{1,3})个?(?:行业|专业)?赛道|(?<=赛道)(?=[，。；]))"
)


def _spoken(chapter: NoticePart, wanted: Wanted) -> Iterator[FoundTrack]:
    """Tracks that only a sentence lists; the number that it says must agree."""
    for each in said(chapter):
        match = _SET.search(each.text) or _COUNTED.search(each.text)
        if not match:
            continue
        names = re.split(
            "[、和及]", re.sub("^.*(?:设置|设立|设有|分为|包括|部署的|围绕|聚焦|设|即|分别为)", "", match["list"])
        )
        wrong = match["count"] and len(names) != number(match["count"])
        doubt = "句中赛道的个数与所列不符，请核对" if wrong else ""
        for name in filter(None, names):
            yield FoundTrack(name, short_name(name, wanted), each.place, doubt=doubt)
        return
