"""Every value of an edition's content beside the notice, and what the notice says that content does not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.content import documents, gaps
from generator.content.documents import Document
from generator.content.validate import titles
from generator.diagnostics import Report
from generator.intake.manuscripts import Manuscript
from generator.intake.notices.gathering import Gathered, gather
from generator.intake.proof import belonging
from generator.intake.proof.belonging import Belonging, Belongings, shown
from generator.intake.proof.evidence import Evidence, Found, plain, runs
from generator.intake.structure.dates import periods
from generator.intake.tracks.wanted import Wanted
from generator.model import AwardScheme, EditionFile, Judging, Timeline, TrackFile


class Verdict(StrEnum):
    """How a value stands to the notice, in the order in which people look at them."""

    DIFFERS = "不同"
    MISSING = "通知里没有找到"
    UNTOLD = "内容里没有"
    COPIED = "照抄原文"
    TO_DO = "待办"
    SAME = "一致"
    OWN = "自写"


WRONG = (Verdict.DIFFERS, Verdict.MISSING, Verdict.UNTOLD, Verdict.COPIED, Verdict.TO_DO)
"""What somebody must look at, in this order."""


@dataclass(frozen=True)
class Proved:
    """A value: its name for people, where it stands in content, what was found out, and where in the notice."""

    name: str
    value: str
    at: str
    verdict: Verdict
    found: Found | None = None
    note: str = ""


_MODELS: dict[str, type[BaseModel]] = {
    "edition.yml": EditionFile,
    "timeline.yml": Timeline,
    "awards.yml": AwardScheme,
    "judging.yml": Judging,
}
_SKIPPED = frozenset(
    "id kind scope about audience tracks approximate exact unit demo groups file sectors number allow_personal "
    "source_notes attachments images draft publish_at expire_at aliases".split()
)
_NUMBERED_DOCUMENT = ("document", "number")
_OWN = frozenset(
    "summary goals eligibility project_requirements notes description rule note rules parts of due".split()
)
_DAYS = {"start", "end", "opens", "closes"}
_CONTEXT = {
    "days": ("公示",),
    "quota": ("推荐", "报送", "推选", "总决赛"),
    "others_at_most": ("赛事", "推荐"),
    "sme_min_share": ("中小企业", "中小微企业"),
    "max_representatives": ("代表", "成员", "团队", "队伍", "每队"),
    "total": ("合计", "总计", "共设", "满分"),
}
_TOKEN = re.compile(r"\d+(?:\.\d+)?(?:个工作日|个自然日|个月|万元|千元|%|[个名项人天元家支次分月日年])|《[^》]+》")
_RANKS = "特一二三四五金银铜冠亚季殿"
_RANK = re.compile(f"([{_RANKS}])(等奖|奖|军)")
"""Awards that notices tell together: `一、二、三等奖`, `冠亚季军`."""

_COPIED = 16
"""So many Chinese characters in a row are no accident."""


def prove(manuscript: Manuscript, folder: Path, wanted: Wanted) -> list[Proved]:
    """Every value of the edition in `folder`, what must be looked at first."""
    evidence = Evidence(manuscript)
    read = list(_documents(folder))
    names = _names(read)
    gathered = gather(manuscript, wanted)
    rows = [row for document, model in read for row in _document(document, model, evidence, wanted.year, names)]
    said: defaultdict[tuple[str, str], list[Belonging]] = defaultdict(list)  # a number may be that of several tracks
    for at, each in _belongings(read):
        said[at, each.value].append(each)
    reading = Belongings(gathered)
    proved = [_beside(row, said[row.at, row.value], evidence, reading) for row in rows]
    proved += _untold(gathered, read)
    order = list(Verdict)
    return sorted(proved, key=lambda row: order.index(row.verdict))


def counts(proved: Sequence[Proved]) -> dict[Verdict, int]:
    """How many rows of each verdict there are, in the order of the verdicts."""
    found = Counter(row.verdict for row in proved)
    return {verdict: found[verdict] for verdict in Verdict if found[verdict]}


def _documents(folder: Path) -> Iterator[tuple[Document, type[BaseModel]]]:
    names = [(folder / name, model) for name, model in _MODELS.items()]
    names += [(path, TrackFile) for path in sorted(folder.glob("tracks/*.md"))]
    for path, model in names:
        if path.is_file():
            document = documents.parse(path.relative_to(folder).as_posix(), path.read_bytes(), Report())
            if document is not None:
                yield document, model


@dataclass(frozen=True)
class _OurWords:
    """What our own words may use: names of bodies, and numbers that are counted from content."""

    bodies: tuple[str, ...]
    counted: frozenset[int]


def _names(read: Sequence[tuple[Document, type[BaseModel]]]) -> _OurWords:
    names: list[str] = []
    counted = {len([1 for _, model in read if model is TrackFile])}
    topics = sum(len(re.findall("^##", document.body, re.MULTILINE)) for document, _ in read)
    for document, _ in read:
        for keys, value, around in document.leaves():
            if isinstance(value, str) and {"organisers", "guiding_units"}.intersection(keys):
                names.append(value)
                counted.add(len(around))
            if keys == ("total",):
                counted.add(value)
    return _OurWords(tuple(sorted(set(names), key=len, reverse=True)), frozenset(counted | {topics}))


def _document(
    document: Document, model: type[BaseModel], evidence: Evidence, year: int, known: _OurWords
) -> Iterator[Proved]:
    for keys, value, around in sorted(document.leaves(), key=lambda leaf: document.span(*leaf[0])):
        names = [key for key in keys if isinstance(key, str)]
        skipped = _SKIPPED.intersection(names) and tuple(keys) != _NUMBERED_DOCUMENT
        if value in (None, "") or skipped or (names[0] == "contacts" and names[-1] == "role"):
            continue
        finding = _value(names, value, around, evidence, year, known)
        yield Proved(title(model, names), shown(value), str(document.span(*keys)), *finding)
    yield from _topics(document, evidence, known)


_TRUE = {"in_principle": ("原则上",), "no_cash": ("奖金",)}
"""What a notice says where a key is true; else that there may be no more."""
_Finding = tuple[Verdict, Found | None, str]


def _value(names: list[str], value: Any, around: Any, evidence: Evidence, year: int, known: _OurWords) -> _Finding:
    key = names[-1]
    if gaps.is_gap(value):
        return Verdict.TO_DO, None, ""
    if key in _DAYS:
        return _period(key, value, around, evidence, year)
    if isinstance(value, bool):
        words = _TRUE.get(key, ("不超过", "至多", "最多", "不多于", "上限"))
        return _first([evidence.find(word) for word in words])
    if isinstance(value, int | float):
        return _number(key, value, around, evidence)
    if isinstance(value, date):
        return _first([evidence.find(f"{value.year}年{value.month}月{value.day}日")])
    if _OWN.intersection(names) or (key == "text" and names[0] in ("benefits", "rules", "stages", "panels")):
        return _own(value, evidence, known)
    finding = _words(value, evidence)
    ours = key == "name" and names[0] in ("benefits", "stages") and finding[0] is not Verdict.SAME
    return (Verdict.OWN, None, "") if ours else finding


def _first(found: Sequence[Found | None]) -> _Finding:
    there = next(filter(None, found), None)
    return (Verdict.SAME if there else Verdict.MISSING), there, ""


def _words(value: str, evidence: Evidence) -> _Finding:
    """A name or title, which must stand there as it is; of two issuers the first is told with “等”."""
    found = evidence.find(value) or (evidence.find(value[:-1]) if value.endswith("等") else None)
    if found is None and (rank := _RANK.fullmatch(value)):
        found = evidence.search(f"{rank[1]}(?:[、,和及]?[{_RANKS}])*{rank[2]}")
    if found:
        return Verdict.SAME, found, ""
    near = evidence.nearest(value)
    return (Verdict.DIFFERS, near[0], "") if near else (Verdict.MISSING, None, "")


def _period(key: str, value: Any, around: Any, evidence: Evidence, year: int) -> _Finding:
    """A day, compared with what the words of its phase mean."""
    text = around.get("text") if isinstance(around, Mapping) else None
    found = evidence.find(text) if text else None
    read = next(periods(text, year), None) if text else None
    if read is None:
        day = f"{value.month}月{value.day}日"
        return _first([evidence.find(day)])
    meant = read[2].start if key in ("start", "opens") else read[2].end
    if meant and shown(meant) == shown(value).replace("T", " "):
        return (Verdict.SAME if found else Verdict.MISSING), found, ""
    return Verdict.DIFFERS, found, f"“{text}”应是 {shown(meant)}" if meant else f"“{text}”没有写这一天"


def _number(key: str, value: float, around: Any, evidence: Evidence) -> _Finding:
    context = list(_CONTEXT.get(key, ()))
    context += [word for word in around.values() if isinstance(word, str)] if isinstance(around, Mapping) else []
    if key in ("count", "cny"):
        context = [around["level"], *(["三等奖", "二三等奖"] if "等奖" in around["level"] else [])]
    found = evidence.number(value, context)
    if found is None and key == "total":
        return Verdict.OWN, None, "由各项相加得出"
    if found:
        return Verdict.SAME, found, ""
    near = evidence.any_number(context)
    return (Verdict.DIFFERS if near else Verdict.MISSING), near, ""


def _own(text: str, evidence: Evidence, known: _OurWords) -> _Finding:
    """Our own words: their numbers and titles must be the notice's, their sentences must not."""
    body = re.sub(r"[^\u4e00-\u9fff]", "", evidence.text)
    told = [token for token in _TOKEN.findall(text) if int(re.sub(r"\D", "", token) or 0) not in known.counted]
    absent = [token for token in told if not (evidence.find(token) or evidence.has_number(token))]
    if absent:
        return Verdict.MISSING, None, f"其中：{'、'.join(absent)}"
    without = re.sub("|".join(("《[^》]+》", "“[^”]+”", *map(re.escape, known.bodies))), "。", text)
    copied = (run for sentence in re.split("[。；：]", without) for run in runs(sentence, body, _COPIED))
    if run := max(copied, key=len, default=""):
        return Verdict.COPIED, None, f"“{run}”"
    return Verdict.OWN, None, ""


def _topics(document: Document, evidence: Evidence, known: _OurWords) -> Iterator[Proved]:
    """Titles of topics with the bodies in their marks, and the summaries below them."""
    lines = document.body.split("\n")
    for place, match in _headings(document):
        at = str(document.body_span(place))
        finding = (Verdict.TO_DO, None, "") if gaps.is_gap(match[2]) else _words(match[2], evidence)
        yield Proved("赛题", match[2], at, *finding)
        for unit in re.findall(r'units="([^"]+)"', match[3] or ""):
            for name in unit.split("、"):
                yield Proved("赛题的指导单位", name, at, *_words(name, evidence))
        summary = "".join(lines[place + 1 : place + 4]).partition("<!--")[0].partition("##")[0].strip()
        if summary:
            finding = (Verdict.TO_DO, None, "") if gaps.is_gap(summary) else _own(summary, evidence, known)
            yield Proved("赛题简介", summary[:60], at, *finding)


def _beside(row: Proved, said: Sequence[Belonging], evidence: Evidence, reading: Belongings) -> Proved:
    """The row, different where it belongs to something else in the notice, or is a piece of a longer name there."""
    if row.verdict is Verdict.TO_DO:
        return row
    if others := list(dict.fromkeys(chain.from_iterable(map(reading.others, said)))):
        told = "、".join(others)  # and not where the value itself stands, which would mislead
        return replace(row, verdict=Verdict.DIFFERS, note=f"通知里读到 {told}", found=None)
    longer = next(filter(None, map(reading.longer, said)), "")
    if not longer and row.verdict is Verdict.SAME:
        longer = reading.whole(row.value, evidence.text)
    return replace(row, verdict=Verdict.DIFFERS, note=f"通知里是“{longer}”") if longer else row


def _belongings(read: Sequence[tuple[Document, type[BaseModel]]]) -> Iterator[tuple[str, Belonging]]:
    """What content says belongs to what, with its places."""
    documents = {document.path: document for document, _ in read}
    tracks = [document for document, model in read if model is TrackFile]
    slugs = [track.path.partition("-")[2].removesuffix(".md") for track in tracks]
    for name, said in belonging.of_edition({name: each.data for name, each in documents.items()}, slugs):
        yield str(documents[name].span(*said.keys)), said
    for track in tracks:
        topics = list(_headings(track))
        for said in belonging.of_track(track.data, [found[2] for _, found in topics]):
            is_topic = said.kind == "topic"
            yield str(track.body_span(topics[said.keys[0]][0]) if is_topic else track.span(*said.keys)), said  # type: ignore[index]


def _headings(document: Document) -> Iterator[tuple[int, re.Match[str]]]:
    """The headings of topics, with their lines: marks, title, what stands in the braces behind it."""
    for place, line in enumerate(document.body.split("\n")):
        if match := re.match(r"(#{2,3}) (.+?)(?:\s*\{(.*)\})?\s*$", line):
            yield place, match


def _untold(gathered: Gathered, read: Sequence[tuple[Document, type[BaseModel]]]) -> Iterator[Proved]:
    """Names, titles, numbers and telephones that the importer reads in the notice and content does not have."""
    written = plain("".join(document.body + str([value for _, value, _ in document.leaves()]) for document, _ in read))
    told: set[str] = set()
    for file, keys, fact in belonging.sure_words(gathered):
        names, words = [key for key in keys if isinstance(key, str)], fact.value
        is_wanted = not _SKIPPED.intersection(names) and names[-1] not in ("role", "of", "parts")
        if fact.place and is_wanted and plain(words) not in written and words not in told:
            told.add(words)
            name = title(_MODELS.get(file, TrackFile), names)
            yield Proved(name, words, "", Verdict.UNTOLD, Found(fact.place, "", words, ""))
    for sheet in gathered.tracks:
        for topic in sheet.topics:
            if plain(topic.title) not in written:
                yield Proved("赛题", topic.title, "", Verdict.UNTOLD, Found(topic.place, "", topic.title, ""))


def title(model: type[BaseModel], names: Sequence[str]) -> str:
    """What a key is called in Chinese: 组织机构·主办单位."""
    return "·".join(dict.fromkeys(titles(model, names))) or ".".join(names)
