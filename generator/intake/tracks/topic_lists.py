"""Topics of a track: in passages, rows, lines or sentences that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, islice, takewhile

from generator.intake.manuscripts import PrintedPlace
from generator.intake.structure import bodies
from generator.intake.structure.document_parts import NoticePart, NumberedPassage
from generator.intake.structure.listings import INLINE, ListEntry, names_in
from generator.intake.structure.seeking import said, told
from generator.text.numerals import NUMERAL, number

TOPIC = "赛题|题目|道题|选题|课题|命题|榜题|任务|榜单|需求"
"""What topics are called; 方向 is one where it stands below a track."""
_LABEL = re.compile(
    f"(?:参考|建议|具体|主要)?(?:{TOPIC}|方向)(?:名称|题目|方向|设置|清单|列表)?(?:[为有是]|包括|包含|如下|分别[为是])*：?$"
)
_LABELLED = re.compile(rf"(?:{TOPIC}|方向)(?:名称|题目|(?P<number>{NUMERAL}|\d))?：")
_CUE = re.compile(
    f"(?:(?:{TOPIC}|方向)(?:方向|名称)?(?:主要)?(?:[有为是：]|包括|包含|涵盖|分别[为是]|如下：?)+|设置?(?=“)|设有?(?![施备]|计(?!算))|(?<!类型)(?<!题型)(?:包括|包含|涵盖)|(?:聚焦|围绕|发布|涉及|征集)：?|考[查察](?![^。]*(?:能力|水平|素养|技能))|分别[是为]|即|^[：为]?)"
)
_HEAD = re.compile(
    rf"^(?:(?:参考|建议|参赛|申报|征集|选题)?(?:{TOPIC}|方向)(?:名称|题目|方向|内容|清单)?|.*赛题名称)(?:{NUMERAL}|\d)?(?:（.*）)?$"
)
_ABOUT_HEAD = re.compile("内容|说明|描述|要求|简介|指南|指标")
_NUMBER = re.compile(
    rf"^(?:赛题|题目)?(?:\d{{1,2}}|{NUMERAL})?[：、.．]\s*|^（(?:{NUMERAL}|\d+)）|^赛题(?:\d{{1,2}}|{NUMERAL})"
)
_NO_TITLE = re.compile(
    f"[，。：]|(?:企业|学校|院校|师生|学生|选手|机构|人员|团队|个人|[^分品种]类)$|等(?:的|$)|^(?:[等已未]|选手)|^.{{0,4}}(?:{TOPIC})$|奖|^考[察查]|\\d[名万元日]"
)
OF_ONES_OWN = re.compile("^.{0,6}(?:自拟|自选|自定|自主|自由)(?:选题|命题|题目|主题|赛题|申报)?$|^不限")
"""What stands instead of topics where each finds its own."""
GUIDED = re.compile(r"(?:指导|赛题联系|牵头|责任|主责|归口|主管|命题|出题|需求|“?发榜”?)(?:单位|部门)[：]?\s*")
_OF_ENTERING = re.compile(
    "(?:(?:参赛|申报|征集|报名|比赛|竞赛|面向|作品|提交|评审)(?:对象|范围|方式|条件|时间|地点|要求|形式)|竞赛内容|名额|奖金)(?:：|$)"
)
LED = re.compile("(?:(?:^|[，；。（])由|^（)([^。；，]+?)(?:共同)?(?:牵头|(?:负责)?指导|[命出]题|负责(?=[，。；]|$))")
_TRAILING_UNITS = re.compile(
    r"（(?:由)?([^（）]*?)(?:负责)?(?:指导|牵头|命题)(?:单位)?）$|（(?:指导|牵头|[命出]题|发榜|需求)单位[：]([^（）]+)）$"
)
_COUNT = re.compile(rf"(\d{{1,2}}|{NUMERAL})(?:[个道项](?:{TOPIC}|方向)|道题)")
_MOST_TITLE, _SHORT, _GROUP = 60, 30, 12
"""Characters of a title, of lines that are nothing but titles, and of the name of a group of them."""
UNSURE = "赛题是从句子里读出的，请核对"
IN_PASSING = "句子里的一列，不一定是赛题，请核对"
"""Why topics are doubted: they stand in a sentence, in a sentence on something else."""


@dataclass
class FoundTopic:
    """A topic: title as printed, what the notice says of it, its own guiding units."""

    title: str
    place: PrintedPlace
    excerpt: str = ""
    units: tuple[str, ...] = ()
    label: str = ""
    group: str = ""
    doubt: str = ""


def of_entry(entry: ListEntry, one: bool = False) -> list[FoundTopic]:
    """The topics in the rows of a track, below its heading, or told beside its name; there may be only `one`."""
    if entry.records:
        return _of_one_row(entry.records, entry.place) or of_records(entry.records, entry.place)
    below = of_passage(entry.passage) if entry.passage else []
    lines = [(block.text, block.place) for block in (entry.passage.blocks if entry.passage else ())]
    listed = [(text, place) for text, place in lines[:1] if not re.search("[，。]", text) or _COUNT.search(text)]
    told = (of_text(text, place, one) for text, place in ((entry.told, entry.place), *listed))
    return below or next(filter(None, told), [])


def of_records(records: Sequence[Mapping[str, str]], place: PrintedPlace) -> list[FoundTopic]:
    """The titles of rows; a cell may list several."""
    heads = _heads_of_titles(records[0])
    units = next((head for head in records[0] if GUIDED.search(head)), "")
    about = next((head for head in records[0] if _ABOUT_HEAD.search(head) and head not in heads), "")
    led = [tuple(bodies.listed(record.get(units, "").replace("\n", "、"))) if units else () for record in records]
    told = [(record, own, head) for record, own in zip(records, led, strict=True) for head in heads]
    titles = ((title, record, own) for record, own, head in told for title in _of_cell(record.get(head, "")))
    return [FoundTopic(title, place, record.get(about, ""), own) for title, record, own in titles]


def _of_one_row(records: Sequence[Mapping[str, str]], place: PrintedPlace) -> list[FoundTopic]:
    """The titles between whose names the cell of the only row of a track has 、."""
    heads = [] if len(records) > 1 else _heads_of_titles(records[0])
    told = [f"{head}：{records[0][head]}" for head in heads if "名称" not in head and "、" in records[0][head]]
    return next((found for text in told if len(found := of_text(text, place)) > 1), [])


def _heads_of_titles(columns: Iterable[str]) -> list[str]:
    """The columns of titles; of several kinds the narrower one."""
    heads = [head for head in columns if _HEAD.search(head)]
    for other in ("方向", "内容"):
        heads = [head for head in heads if other not in head] or heads
    return heads


def _of_cell(cell: str) -> list[str]:
    parts = re.split(r"[；;\n]|(?<=[\u4e00-\u9fff）])(?=\d{1,2}[.、．])|(?=（[\d一二三四五六七八九]）)|(?=[①-⑳])", cell)
    titles = [_NUMBER.sub("", re.sub("^[①-⑳]", "", part.strip())).strip("。； ") for part in parts]
    return [title for title in titles if title]


def of_text(text: str, place: PrintedPlace, one: bool = False) -> list[FoundTopic]:
    """The titles that a sentence lists; doubtful where it does not call them topics nor count them."""
    text = LED.sub("", text).strip("；，")
    before, *items = INLINE.split(text)
    if len(items) > 1 or (items and (one or _LABEL.search(before))):
        return _untold([FoundTopic(item.strip(" ；。，"), place) for item in items if item.strip(" ；。，")])
    for sentence in text.split("。"):
        for cue in sorted(_CUE.finditer(sentence), key=lambda cue: not re.search(TOPIC, cue[0])):
            if found := _behind(cue, sentence, place, one):
                return found
    return []


def _behind(cue: re.Match[str], sentence: str, place: PrintedPlace, one: bool) -> list[FoundTopic]:
    """The titles behind words that may lead to some; none where they are something else."""
    rest = re.split("，(?!.{0,40}[、])|(?<=个方向).*", sentence[cue.end() :])[0]
    parts = [part for part in rest.strip("；").split("；") if part]
    names, tail = (parts, "") if len(parts) > 1 else names_in(rest)
    is_called, count = re.search(TOPIC, cue[0] + tail), _COUNT.search(sentence)
    may_be_one = is_called or (one and not re.match("不|自|无|未", "".join(names)))
    fit = all(2 < len(name) <= _SHORT and not _NO_TITLE.search(name) for name in names)
    if not fit or len(names) < (1 if may_be_one else 2):
        return []
    sure = number(count[1]) == len(names) if count else is_called
    doubt = "" if sure else _doubt(sentence, names[0], rest)
    titles = names if len(names) > 1 else [name.removesuffix("方向") for name in names]
    return [FoundTopic(title, place, doubt=doubt) for title in titles]


def _doubt(sentence: str, first: str, rest: str) -> str:
    """How far names are doubted: less where a sentence has nothing else, quotes or counts them, or leads to them."""
    before = sentence.partition(first)[0].rstrip("“")
    led = any(cue.end() == len(before) and cue[0].strip("：为") for cue in _CUE.finditer(sentence))
    alone = not before.strip("：") and sentence.strip("：；").endswith(rest.strip("：；"))
    return UNSURE if led or alone or "“" in rest or _COUNT.search(sentence) else IN_PASSING


def _untold(topics: list[FoundTopic]) -> list[FoundTopic]:
    """Titles without what is told of each behind a colon, where all are of that form."""
    matches = [re.fullmatch("((?:[^：。（]|（[^（）]*）){3,40})[：。](.{3,})", topic.title) for topic in topics]
    pairs = list(zip(topics, matches, strict=True))
    if len(topics) > 1 and all(match or topic.excerpt for topic, match in pairs):
        return [replace(t, title=m[1], excerpt=m[2] + t.excerpt) if m else t for t, m in pairs]
    return topics


def of_passage(passage: NumberedPassage) -> list[FoundTopic]:
    """What stands below the heading of a track: nothing but titles, or tables, labels and numbered passages."""
    if lines := _lines_of_titles(passage):
        return lines
    made: list[FoundTopic] = []
    for block in passage.blocks:
        labelled = [(match, each) for each in told([block]) if (match := _LABELLED.match(each.text))]
        if block.grid and not any(match["number"] for match, _ in labelled):
            head, *rows = block.grid.rows
            made += of_records([dict(zip(head, row, strict=False)) for row in rows] or [{}], block.place)
            continue
        for match, each in labelled:
            listed = of_text(each.text, each.place)
            made += listed if len(listed) > 1 else [FoundTopic(each.text[match.end() :].rstrip("。；"), each.place)]
    below = _untold(list(_below(passage)))
    if passage.blocks and passage.below and passage.below[0].number > 1:  # what has the first numbers was lost
        below = [replace(topic, doubt="前面的编号没有读到，请核对") for topic in below]
    return made + below


def _lines_of_titles(passage: NumberedPassage) -> list[FoundTopic]:
    """The lines of a passage that has nothing else, where all are short; a single one may be a list of something."""
    led = any(re.search("(?:题|方向|任务)：$", block.text) for block in passage.blocks[:1])
    lines = passage.blocks[led:]
    short = all(0 < len(line.text) < _SHORT and not re.search("[，。；：]", line.text) for line in lines)
    if passage.below or not short or (len(lines) == 1 and "、" in lines[0].text):
        return []
    return [FoundTopic(line.text, line.place) for line in lines]


def _below(passage: NumberedPassage) -> Iterator[FoundTopic]:
    counted = 0
    grouped = _groups(passage)
    # beside what is called topics stands what is none
    for child in [*filter(_is_called, passage.below)] or passage.below:
        if GUIDED.match(child.text) or _OF_ENTERING.match(child.text):
            continue
        if _is_called(child):
            yield from _untold(list(_below(child)))
            continue
        inner = [each for each in child.below if len(each.title) <= _MOST_TITLE]
        if grouped or (child.kind != "topic" and len(inner) > 1 and {each.kind for each in inner} == {"topic"}):
            yield from (_topic(each, child.title) for each in inner)
            continue
        counted = counted + 1 if counted else child.number  # numbers may go on from the track before
        topic = _topic(child)
        if child.number not in (0, counted):
            topic.label = child.label.rstrip("：")
        yield topic


def _is_called(passage: NumberedPassage) -> bool:
    """Whether what stands below a heading is called topics."""
    return bool(_LABEL.fullmatch(passage.title) and passage.below)


def _groups(passage: NumberedPassage) -> bool:
    """Whether all just below is called a group, or has titles below it, no two the same; what is told of each has."""
    if all(child.below and re.match("方向|专题|类", child.label) for child in passage.below):
        return True
    titles = [inner.title for child in passage.below for inner in child.below]
    fit = all(4 <= len(title) <= _SHORT and not re.search("[，；、]", title) for title in titles)
    short = all(child.below and len(child.text) <= _GROUP for child in passage.below)
    return fit and short and len(passage.below) > 1 and len(set(titles)) == len(titles)


def _topic(passage: NumberedPassage, group: str = "") -> FoundTopic:
    """The whole line is the title, unless a sentence follows it in the same paragraph."""
    text = passage.text.rstrip("。；")
    head, stop, rest = text.partition("。")
    if not stop and len(text) > _MOST_TITLE:
        head, _, rest = text.partition("：")
    units: tuple[str, ...] = ()
    if match := _TRAILING_UNITS.search(head):
        units = tuple(bodies.listed(match[1] or match[2]))
        head = head[: match.start()]
    inner = [sentence for sentence in re.split("(?<=。)", rest) if sentence]
    inner += [block.text for block in passage.blocks if not block.grid]
    inner += [block.text for child in passage.below for block in child.all_blocks()]
    kept = []
    for paragraph in inner:
        if (match := GUIDED.match(paragraph)) and not units:
            units = tuple(bodies.listed(paragraph[match.end() :].rstrip("。")))
        else:
            kept.append(paragraph)
    return FoundTopic(head.strip(), passage.place, "".join(kept), units, group=group)


def called_so(parts: Sequence[NoticePart]) -> list[FoundTopic]:
    """What a notice calls topics, for its only track: the first list behind such a word."""
    for parent in (each for part in parts for each in (part.root, *(passage for passage, _ in part.walk()))):
        headed = re.search(f"(?:{TOPIC}|方向)(?:范围|内容|清单|设置)?$", parent.title)
        if headed and len(found := of_passage(parent)) > 1:
            return found
        lines = [block for block in parent.blocks if not block.grid]
        rest = dropwhile(lambda line: not re.search(f"(?:{TOPIC}|方向)[^。；]{{0,12}}：$", line.text), lines)
        titles = takewhile(lambda line: len(line.text) <= _SHORT and "：" not in line.text, islice(rest, 1, None))
        if made := [FoundTopic(line.text.rstrip("。；"), line.place) for line in titles]:
            return made
    told = (of_text(each.text, each.place) for each in said(*parts) if _COUNT.search(each.text))
    return next((found for found in told if len(found) > 1), [])
