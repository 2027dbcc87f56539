"""Lists of parallel things, however a document writes them: headings, lines, columns of tables, parts of sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.intake.manuscripts import PrintedPlace
from generator.intake.structure.document_parts import NoticePart, NumberedPassage
from generator.intake.structure.seeking import Said, said, tables
from generator.intake.structure.typing_marks import split_outside
from generator.text.numerals import NUMERAL

_TITLE = "赛题名称"
"""What a passage is as a row."""

INLINE = re.compile(
    rf"（(?:\d{{1,2}}|{NUMERAL})）|[①-⑳]|(?:^|(?<=[；。：，]))(?:\d{{1,2}}）|[A-H]-?\d{{1,2}}[.、．：]?(?=[\u4e00-\u9fff])|"
    rf"(?:{NUMERAL}是)|第{NUMERAL}个?(?:赛道|组别|方向|专题)[是为])"
    r"|(?:^|(?<=[；。：\s\u4e00-\u9fff）”]))\d{1,2}[.、．](?!\d)"
)
"""Numbers of items that stand in one paragraph."""
_CUE = re.compile(
    "^.*(?:原有|开展|设置|设立|开设|设有|分设|下设|分为|划分为|分成|包括|包含|涵盖|聚焦|围绕|面向|覆盖|涉及|发布|征集|分别[是为]|主要[是为有])了?"
    "|^(?:.{0,12}?(?:大赛|竞赛|比赛|赛事|分赛|活动|本届|赛道|组|共|将|下|拟|只|仅))?(?:设(?![施备]|计(?!算))|[分含即为]|有(?![色机轨]))"
)
_TAIL = re.compile(
    rf"(?:[等]|(?<!建)设[置立]?|开[设展]|组织|举办|发布)*(?:共)?(?:\d{{1,3}}|{NUMERAL}|若干|多)(?:[个大类条项道种])+"
    r"[\u4e00-\u9fff\d]*$|等(?:方向|场景|主题)$|等?(?:重点|主要)?(?:行业)?(?:领域|方面|内容|类别|类型)?$"
)
_MENTION = re.compile(
    r"(?:^|(?<=[，。；：“]))(?P<name>[\u4e00-\u9fff×]{2,12}(?:赛道|赛项|专题|单元|板块))(?=[，。；：”（有设为包聚围由发面涉含]|的赛?题|[\u4e00-\u9fff]{1,4}“|$)"
    r"|(?:^|(?<=[。；：]))(?P<field>[\u4e00-\u9fff×]{2,12}(?:领域|方向))(?=(?:任务|赛题|题目|课题)?(?:\d|共|有|设|包括))"
)
_MORE = re.compile(
    "(?:(?:[，；]|以?及|和)[1一]个|(?:单独|另|增)设[置立]?(?:[1一]个)?)([\u4e00-\u9fff]{2,12}?)(?:[1一]个[\u4e00-\u9fff]{0,4})?赛道(?=[。，；]|$)"
)
"""A track that is set beside those of a list."""
_KIND = re.compile("(?:专业|行业|特色|重点|专项|主题|新兴|常规|通用|基础|国家|地方|主)(?:性|类)?赛道")
"""A heading over several tracks of a kind."""
_OF_TRACKS = re.compile("[^，。；：]{2,12}赛道(?:（[^（）]*）)?")
_OF_A_KIND = re.compile(rf"{_KIND.pattern}(?:（[^（）]*）)?：([^。；]+、[^。；]+)[。；]?")
"""A heading on a track or several, and a kind with its tracks behind it."""
_ASIDE, _LED_BY = re.compile("（[^（）]*）$"), re.compile("（([^（）]*(?:牵头|指导|责任)[^（）]*)）$")
"""What stands behind a name in brackets, and who leads a track."""
_LONGEST = 26
"""Characters of a name in a list."""


@dataclass(frozen=True)
class ListEntry:
    """One of several things that a document lists, with all that stands beside or below its name."""

    name: str
    place: PrintedPlace
    told: str = ""
    passage: NumberedPassage | None = None
    records: tuple[Mapping[str, str], ...] = ()
    kind: str = ""
    """What it is called together with some of the others."""


@dataclass(frozen=True)
class Listing:
    """Entries that stand together; `lead` are the words that say what they are, `form` is how they are listed."""

    entries: tuple[ListEntry, ...]
    lead: str
    form: str
    lost: bool = False
    """Whether others that are called the same were not taken for any."""


def listings(*parts: NoticePart) -> Iterator[Listing]:
    """Every list of at least one thing in reading order of its form."""
    for part in parts:
        for parent, above in ((part.root, ()), *part.walk()):
            yield from _of_passages(parent, part.title if parent is part.root else parent.text)
            yield from _of_lines(parent, "".join(inner.title for inner in (*above[-1:], parent)) or part.title)
            told = _of_records(_records_of(parent.below), parent.place)
            yield from (listing for listing in told if listing.lead != _TITLE)
        for table in tables(part):
            head, *rows = table.grid.rows
            yield from _of_records([dict(zip(head, row, strict=False)) for row in rows], table.grid.place)
            columns = ((name, "；".join(filter(None, below))) for name, *below in zip(*table.grid.rows, strict=True))
            entries = tuple(ListEntry(name, table.grid.place, told) for name, told in columns)
            yield Listing(entries, table.before, "heads")
        for each in said(part):
            yield from _of_sentence(each)
    yield _mentions(parts)
    yield Listing(tuple(ListEntry(part.title, part.root.place, passage=part.root) for part in parts[1:]), "", "annexes")


def _of_passages(parent: NumberedPassage, lead: str) -> Iterator[Listing]:
    """Passages of one kind just below another."""
    lead += "".join(block.text for block in parent.blocks[-1:])
    for kind in dict.fromkeys(child.kind for child in parent.below):
        entries = (_entry(child) for child in parent.below if child.kind == kind)
        yield Listing(tuple(entries), lead, "passages" if kind != "track" else "numbered tracks")
    yield from _of_kinds(parent, lead)


def _of_kinds(parent: NumberedPassage, lead: str) -> Iterator[Listing]:
    """Tracks below or behind the kinds that they are of, together with those that stand beside such kinds."""
    told = [(child, _of_kind(child)) for child in parent.below or _lines_on_tracks(parent)]
    if (
        len(told) > 1
        and any(inner for _, inner in told)
        and all(_OF_TRACKS.fullmatch(child.title) for child, _ in told)
    ):
        kinds = ((each, re.sub("（.*", "", child.title)) for child, inner in told for each in inner or [_entry(child)])
        yield Listing(tuple(replace(each, kind=kind) for each, kind in kinds), lead, "passages")


def _lines_on_tracks(parent: NumberedPassage) -> list[NumberedPassage]:
    """The sentences below a heading that begin with a track or a kind of them, each as a passage."""
    texts = ((text, block.place) for block in parent.blocks for text in re.split("[；。]", block.text))
    lines = (NumberedPassage("line", 0, "", text, place) for text, place in texts)
    return [line for line in lines if _OF_TRACKS.fullmatch(line.title)]


def _of_kind(child: NumberedPassage) -> list[ListEntry]:
    """The tracks that stand below a kind, or behind it."""
    if child.below and _KIND.fullmatch(child.title):
        return list(map(_entry, child.below))
    match = _OF_A_KIND.fullmatch(child.text)
    return [ListEntry(name, child.place) for name in names_in(match[1])[0]] if match else []


def _entry(passage: NumberedPassage) -> ListEntry:
    """Its title, without a list that stands behind it in brackets."""
    aside = re.fullmatch("([^（）]{2,16})（([^（）]+[、；][^（）]+)）", passage.text.rstrip("。；"))
    if aside and not passage.blocks and not passage.below:
        return ListEntry(aside[1], passage.place, aside[2])
    if led := re.match("([^，。；：]{2,16})，([^。]*(?:题|方向|任务)[^。]*：.+)", passage.text):
        return ListEntry(led[1], passage.place, led[2], passage)
    return ListEntry(passage.title, passage.place, passage.rest, passage)


def _of_lines(parent: NumberedPassage, lead: str) -> Iterator[Listing]:
    """`甲：…` in lines one after the other."""
    blocks = [(parent.rest, parent.place), *((block.text, block.place) for block in parent.blocks)]
    lines = [(re.match("([^，。；：—]{2,30})(?:：|——)(.+)", text), place, text) for text, place in blocks]
    before = ""
    for matched, group in groupby(lines, lambda line: line[0] is not None):
        if not matched:
            before = list(group)[-1][2]
        else:
            entries = (ListEntry(match[1], place, match[2]) for match, place, _ in group if match)
            yield Listing(tuple(entries), lead + before, "lines")


def _records_of(passages: Sequence[NumberedPassage]) -> list[Mapping[str, str]]:
    """Passages as rows: their titles, what their last bracket says, the lines with a label below them."""
    made: list[Mapping[str, str]] = []
    asides = "(?:赛道|赛项|组别)（[^（）]+）$"
    if all((each.below and each.below[0].kind == "topic") or re.search(asides, each.text) for each in passages):
        return made
    for passage in passages:
        lines = [block.text for block in passage.blocks] + [inner.text for inner in passage.below]
        labelled = {match[1]: match[2] for line in lines if (match := re.match("([^，。；：]{2,8})：(.+)", line))}
        aside = re.fullmatch("(.+)（([^（）]{2,20})）", passage.text)
        made.append({_TITLE: aside[1] if aside else passage.title, "（）": aside[2] if aside else "", **labelled})
    return made


def _of_records(told: Sequence[Mapping[str, str]], place: PrintedPlace) -> Iterator[Listing]:
    """What each column of a table, or each label of passages, tells apart."""
    records = [dict(record) for record in told]
    if len(records) < 2:
        return
    for head in records[0]:
        counted = Counter(record.get(head) for record in records)
        for above, record in pairwise(records):
            merged = counted[above.get(head)] > 1
            record[head] = record.get(head) or (above[head] if merged else "")  # a page may cut a merged cell
    named = (head for head in records[0] if 2 * sum(bool(record.get(head)) for record in records) >= len(records))
    for head in named:
        rows: dict[str, list[Mapping[str, str]]] = {}
        for record in records:
            if (name := record.get(head)) and name != head:
                rows.setdefault(name, []).append(record)
        entries = (ListEntry(name, place, records=tuple(found)) for name, found in rows.items())
        yield Listing(tuple(entries), head, "column")


def _mentions(parts: Sequence[NoticePart]) -> Listing:
    """What clauses here and there begin with and call a track."""
    found: dict[str, ListEntry] = {}
    lead = ""
    for each in said(*parts):
        starts = [(match["name"] or match["field"], match.end()) for match in _MENTION.finditer(each.text)]
        ends = [*(end - len(name) for name, end in starts[1:]), len(each.text)]
        for (name, start), end in zip(starts, ends, strict=False):
            told = each.text[start:end].rstrip("，；。、“").lstrip("”，")
            bare = _CUE.sub("", name) or name
            lead = lead or name.removesuffix(bare)
            found.setdefault(bare, ListEntry(bare, each.place, told))
    titled = re.search("(?:[大分竞决初]赛|[赛杯]”)((?:(?!赛|[增新]设)[\u4e00-\u9fff×]){2,12}赛道)", parts[0].title)
    if titled and len(found) < 2:
        found.setdefault(titled[1], ListEntry(titled[1], parts[0].title_place or parts[0].root.place))
    return Listing(tuple(found.values()), f"{lead}赛道" if titled or re.search("设$", lead) else "", "mentions")


def _of_sentence(each: Said) -> Iterator[Listing]:
    """Names with 、 between them, in quotation marks, or numbered within a paragraph."""
    lead = "".join(each.path[-1:]) + "\n"
    before, *items = INLINE.split(each.text)
    if len(items) > 1:
        entries = (ListEntry(re.split("[，。；：（]", item)[0], each.place, item.strip("；。")) for item in items)
        yield Listing(tuple(entries), lead + before, "numbered in a sentence")
    for sentence in re.split("[。；]", each.text):
        yield from _of_clauses(sentence, lead, each)


def _of_clauses(sentence: str, lead: str, each: Said) -> Iterator[Listing]:
    """Names with 、 between them; `以及…3个特色赛道` goes on with the tracks before it."""
    clauses = split_outside(sentence, "，：")
    further = [clause for clause in clauses if re.match("以及.*、.*个.{2,}赛道$", clause)]
    for at, clause in enumerate(clauses):
        names, tail = ([], "") if clause in further else names_in(clause)
        if len(names) == 1 and re.match("(?:一|1)个|赛道", tail):
            told = sentence.partition(names[0])[2]
            if re.fullmatch("”?赛道", told):
                told = each.text.partition(sentence)[2]
            yield Listing((ListEntry(names[0], each.place, told),), f"{lead}…{tail}", "one in a sentence")
        elif len(names) > 1:
            said_before = "".join(clauses[max(at - 1, 0) : at]) + clause.partition(names[0])[0]
            entries = _named(names, each, tail[-4:] * bool(further))
            for more, end in map(names_in, (clause.removeprefix("以及") for clause in further)):
                entries += _named(more, each, end[-4:])
            beside = _MORE.findall(each.text) if "赛道" in tail else []
            entries += _named([name for name in beside if name not in "、".join(names)], each)
            yield Listing(tuple(entries), f"{lead}{said_before}…{tail}", "sentence")


def _named(names: Sequence[str], each: Said, kind: str = "") -> list[ListEntry]:
    """Entries of names in a sentence, with who leads each."""
    return [ListEntry(name, each.place, "".join(_LED_BY.findall(name)), kind=kind) for name in names]


def names_in(clause: str) -> tuple[list[str], str]:
    """The names that a clause lists, and what it calls them behind the last."""
    clause = re.sub("“([^“”、]+(?:、[^“”、]+){2,})”", r"\1", clause)
    quoted = re.findall("“([^“”]{2,30})”", clause)
    if len(quoted) > 1 or (quoted and re.search("[设增]“|”赛道$", clause)):
        return quoted, clause.rpartition("”")[2]
    parts = split_outside(re.sub("(?<=[\u4e00-\u9fff])[/／](?=[\u4e00-\u9fff])", "、", clause), "、")
    match = _TAIL.search(parts[-1])
    tail = match[0] if match else ""
    parts[-1] = parts[-1].removesuffix(tail)
    parts[0] = _CUE.sub("", parts[0]) or parts[0]
    parts = [*parts[:-1], *_last(parts[-1], len(parts) > 1)]
    parts += re.findall(r"(?:和|及|与)(?:1|一)个([^，。；和及]{2,14}?)$", tail)
    partly = re.compile("“[^”]+”[^“”]+|[^“”]+“[^”]+”")  # marks that quote a part of a name are of it
    names = [part.strip("" if partly.fullmatch(part) else "“” ") for part in parts]
    return (names, tail) if all(2 <= len(_ASIDE.sub("", name)) <= _LONGEST for name in names) else ([], "")


def _last(text: str, listed: bool) -> list[str]:
    """The last of a list and the one before it, where 和 or 及 stands between names of much the same length."""
    for match in re.finditer("以及|[和与及]", text):
        one, other = text[: match.start()], text[match.end() :]
        short, long = sorted((len(one), len(other)))
        if short >= 2 and long <= (3 if listed else 2) * short:
            return [one, other]
    return [text]
