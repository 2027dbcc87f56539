"""Reads the official notices as texts: what can be counted and cut out of them without knowing our content.

Every notice is laid out in its own way, so that each has a small reader. All readers work on lines normalised for
width (NFKC) and freed of the marks and blanks that converting the documents left behind.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

FOLDER = Path(__file__).parents[2].parent / "shared" / "notices"
"""The notices lie beside the repository, not in it."""

FILES = {
    "liaoning/2026": "liaoning-2026.txt",
    "ningxia/2026": "ningxia-2026.txt",
    "guangdong/2026": "guangdong-2026.txt",
    "xinjiang/2025": "xinjiang-2025.txt",
    "national/2025": "national-2025.txt",
}

NUMERALS = "〇一二三四五六七八九十"

_ARTEFACTS = re.compile(r"[\s*#\\<>]+")


def plain(text: str) -> str:
    """A text without what typing and converting leave to chance: width, blanks, Markdown marks, kinds of dashes."""
    text = _ARTEFACTS.sub("", unicodedata.normalize("NFKC", text))
    return re.sub("[—–‐−]", "-", text)  # one kind of dash


def numeral(text: str) -> int:
    """十二 as 12; up to 99."""
    tens, ten, ones = text.rpartition("十")
    units = NUMERALS.index(ones) if ones else 0
    return (NUMERALS.index(tens) if tens else 1) * 10 + units if ten else units


@dataclass
class NoticeTopic:
    """A heading of a topic: its title, the printed number, the bodies in its trailing brackets, the group above."""

    title: str
    number: int
    units: tuple[str, ...] = ()
    group: str | None = None


@dataclass
class NoticeTrack:
    """A heading of a track with the topics below."""

    name: str
    number: int
    guiding_units: tuple[str, ...] = ()
    topics: list[NoticeTopic] = field(default_factory=list)


class Notice:
    """One notice: its whole text, its lines, and the tracks of its annex."""

    def __init__(self, edition: str) -> None:
        self.edition = edition
        self.text = (FOLDER / FILES[edition]).read_text(encoding="utf-8")

    @cached_property
    def plain(self) -> str:
        """The whole text in one line, see `plain`."""
        return plain(self.text)

    @cached_property
    def lines(self) -> list[str]:
        """Every line that has text, without marks and blanks."""
        return [line for line in map(plain, self.text.split("\n")) if line]

    def between(self, start: str, end: str) -> list[str]:
        """The lines after the first that begins with `start`, up to the next that begins with `end`."""
        first = next(number for number, line in enumerate(self.lines) if line.startswith(start))
        last = next(number for number, line in enumerate(self.lines[first + 1 :], first + 1) if line.startswith(end))
        return self.lines[first + 1 : last]

    def one(self, pattern: str) -> re.Match[str]:
        """The only match of a pattern in the whole text."""
        found = list(re.finditer(pattern, self.plain))
        assert len(found) == 1, (self.edition, pattern, len(found))
        return found[0]

    @cached_property
    def tracks(self) -> list[NoticeTrack]:
        """The tracks with their topics, counted from the headings."""
        return list(_READERS[self.edition](self))


def _liaoning(notice: Notice) -> Iterator[NoticeTrack]:
    """`一、工业制造赛道`, in the last track `(一)商贸流通`, then `赛题1:…`; guiding units stand before the annex."""
    units = {
        match[1]: tuple(match[2].split("、"))
        for match in re.finditer(r"\d+\.([^.。]+?)赛道。指导单位:([^。]+)。", notice.plain)
    }
    track: NoticeTrack | None = None
    group: str | None = None
    for line in notice.lines[notice.lines.index("2026年“数据要素×”大赛辽宁分赛赛题设置") :]:
        if match := re.fullmatch(rf"([{NUMERALS}]+)、(.+)赛道", line):
            if track:
                yield track
            track, group = NoticeTrack(match[2], numeral(match[1]), units[match[2]]), None
        elif match := re.fullmatch(rf"\([{NUMERALS}]+\)(.{{2,8}})", line):
            group = match[1]
        elif track and (match := re.fullmatch(r"赛题(\d+):(.+)", line)):
            track.topics.append(NoticeTopic(match[2], int(match[1]), group=group))
    assert track
    yield track


def _ningxia(notice: Notice) -> Iterator[NoticeTrack]:
    """`赛道一:工业制造赛道`, `指导单位:…`, `一、…(商务厅指导)`."""
    track: NoticeTrack | None = None
    first = next(number for number, line in enumerate(notice.lines) if line.startswith("赛道一:"))
    last = notice.lines.index("附件2", first)
    for line in notice.lines[first:last]:
        if match := re.fullmatch(rf"赛道([{NUMERALS}]+):(.+)赛道", line):
            if track:
                yield track
            track = NoticeTrack(match[2], numeral(match[1]))
        elif track and line.startswith("指导单位:"):
            track.guiding_units = tuple(line.removeprefix("指导单位:").split("、"))
        elif track and (match := re.fullmatch(rf"([{NUMERALS}]+)、(.+?)(?:\(([^()]+)指导\))?", line)):
            units = tuple(re.split("[、与]", match[3])) if match[3] else ()
            track.topics.append(NoticeTopic(match[2], numeral(match[1]), units))
    assert track
    yield track


def _guangdong(notice: Notice) -> Iterator[NoticeTrack]:
    """`赛道一:工业制造赛道`, `(一)…`."""
    yield from _listed(notice, rf"赛道([{NUMERALS}]+):(.+)赛道", rf"\(([{NUMERALS}]+)\)(.+)", "公开方式:")


def _xinjiang(notice: Notice) -> Iterator[NoticeTrack]:
    """`赛道一:数据要素×工业制造领域赛题指南` or `赛道十四:创新赛道`, `一、…`."""
    yield from _listed(notice, _GUIDE, rf"([{NUMERALS}]+)、(.+)", "附件2")


def _national(notice: Notice) -> Iterator[NoticeTrack]:
    """As in Xinjiang, which took it over."""
    yield from _listed(notice, _GUIDE, rf"([{NUMERALS}]+)、(.+)", "附件2")


_GUIDE = rf"赛道([{NUMERALS}]+):(?:数据要素×)?(.+?)(?:领域赛题指南|赛道)"


def _listed(notice: Notice, heading: str, topic: str, end: str) -> Iterator[NoticeTrack]:
    track: NoticeTrack | None = None
    first = next(number for number, line in enumerate(notice.lines) if line.startswith("赛道一:"))
    last = next(number for number, line in enumerate(notice.lines) if number > first and line.startswith(end))
    for line in notice.lines[first:last]:
        if match := re.fullmatch(heading, line):
            if track:
                yield track
            track = NoticeTrack(match[2], numeral(match[1]))
        elif track and (match := re.fullmatch(topic, line)):
            track.topics.append(NoticeTopic(match[2], numeral(match[1])))
    assert track
    yield track


_READERS = {
    "liaoning/2026": _liaoning,
    "ningxia/2026": _ningxia,
    "guangdong/2026": _guangdong,
    "xinjiang/2025": _xinjiang,
    "national/2025": _national,
}


@dataclass(frozen=True)
class NoticeIndicator:
    """A last indicator: the names from the first level down, its points, what to look at."""

    path: tuple[str, ...]
    points: int | None = None
    focus: str = ""


def rubrics(notice: Notice) -> list[list[NoticeIndicator]]:
    """The tables of indicators."""
    if notice.edition == "ningxia/2026":
        return [
            _five_columns(_part(notice.text, "1. 专业赛道赛题评价指标", "2. 开放性创新赛道")),
            _five_columns(_part(notice.text, "2. 开放性创新赛道赛题评价指标", "六、保障措施")),
        ]
    if notice.edition == "xinjiang/2025":
        return [_three_columns(_part(notice.text, "一级指标", "注："))]
    return []


def _part(text: str, start: str, end: str) -> str:
    first = text.index(start)
    return text[first : text.index(end, first)]


def _five_columns(text: str) -> list[NoticeIndicator]:
    """One cell a line: first level (empty when it goes on), second level, explanation, points, what to look at."""
    cells = [plain(line) for line in text.split("\n") if line.startswith("\t")][5:]
    assert len(cells) % 5 == 0
    rows, above = [], ""
    for place in range(0, len(cells), 5):
        first, second, _, points, focus = cells[place : place + 5]
        above = first or above
        rows.append(NoticeIndicator((above, second), int(points), focus))
    return rows


def _three_columns(text: str) -> list[NoticeIndicator]:
    """One row a line; cells that go on are empty."""
    rows = []
    above = ["", ""]
    for line in text.split("\n")[1:]:
        cells = [plain(cell) for cell in line.split("\t")]
        if cells[-1]:
            cells = [""] * (3 - len(cells)) + cells
            above = [cell or old for cell, old in zip(cells, above, strict=False)]
            rows.append(NoticeIndicator((*above, cells[-1])))
    return rows


def organisers(notice: Notice) -> dict[str, tuple[str, ...]]:
    """The bodies by role, in order; a role that the notice does not list is absent."""
    pattern = {
        "liaoning/2026": (
            "在(?P<guiding>[^,]+)指导下,(?P<committee>[^,]+)组建分赛组委会,.+?办公室设在(?P<secretariat>[^,]+),"
        ),
        "ningxia/2026": (
            r"指导单位:(?P<guiding>国家[^:]+?)主办单位:(?P<hosts>[^:]+?)分赛组委会:(?P<first>[^,]+)担任组委会主席单位,"
            r"(?P<committee>.+?)等作为组委会成员单位,.+?组委会办公室:设在(?P<secretariat>[^。]+?),统筹"
        ),
        "guangdong/2026": (
            r"\(一\)指导单位:(?P<guiding>[^。]+)。\(二\)主办单位:(?P<hosts>[^,]+),负责统筹.+?"
            r"承办单位。(?P<undertakers>[^,]+),.+?秘书处,设在(?P<secretariat>[^。]+)。"
        ),
        "xinjiang/2025": "指导单位:(?P<guiding>[^。]+)。主办单位:(?P<hosts>[^。]+)。承办单位:(?P<undertakers>[^。]+)。",
        "national/2025": (
            "大赛组委会:(?P<committee>[^。]+?)等作为组委会成员单位,.+?,由(?P<secretariat>国家[^。]+?)等组成,"
        ),
    }[notice.edition]
    parts = notice.one(pattern).groupdict()
    listed = {role: tuple(re.split("[、,与]", names)) for role, names in parts.items()}
    if "first" in listed:
        listed["committee"] = (*listed.pop("first"), *listed["committee"])
    return {role: tuple(name.removeprefix("会同") for name in names) for role, names in listed.items()}


def phases(notice: Notice) -> list[tuple[str | None, str]]:
    """Name and wording of each step; the national notice names none, its wordings are sorted by date."""
    if notice.edition == "liaoning/2026":
        day = r"\d+月\d+日"
        found = re.findall(rf"\d\.([^.。,]{{2,8}})。({day}-{day}|{day}[上下]午),", notice.plain)
        return list(found)
    if notice.edition == "national/2025":
        wordings = {*re.findall(r"\d+月\d+日前", notice.plain), notice.one(r"拟于(\d+年\d+月)举办")[1]}
        return sorted(((None, wording) for wording in wordings), key=lambda phase: span_of(phase[1], 2025)[1] or MAX)
    start, end = {
        "ningxia/2026": ("六、赛程安排", "七、"),
        "guangdong/2026": ("七、推进步骤", "八、"),
        "xinjiang/2025": ("五、赛程安排", "六、"),
    }[notice.edition]
    heading = re.compile(rf"\([{NUMERALS}]\)([^()]+)\(([^()]*月[^()]*)\)")
    return [(match[1], match[2]) for line in notice.between(start, end) if (match := heading.match(line))]


MAX = date.max


def span_of(wording: str, year: int) -> tuple[date | None, date | None]:
    """The earliest and the latest day that a wording such as `5月下旬至6月中旬` allows."""
    wording = re.sub("[上下]午$", "", wording.removeprefix(f"{year}年"))
    if wording.endswith("前"):
        return None, _days(wording.removesuffix("前"), year)[1]
    first, _, last = re.sub("至", "-", wording).partition("-")
    return _days(first, year)[0], _days(last or first, year)[1]


def _days(wording: str, year: int) -> tuple[date, date]:
    match = re.fullmatch(r"(\d+)月(?:(\d+)日|([上中下]旬|初|底))?", wording)
    assert match, wording
    month = int(match[1])
    end = monthrange(year, month)[1]
    if match[2]:
        return date(year, month, int(match[2])), date(year, month, int(match[2]))
    first, last = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, end), "底": (21, end)}.get(
        match[3], (1, end)
    )
    return date(year, month, first), date(year, month, last)


def quotas(notice: Notice) -> tuple[list[dict[str, int]], dict[str, int]]:
    """How many awards of each level: for every track in order, and for the whole edition; none where unsaid."""
    levels = ("一等奖", "二等奖", "三等奖", "优秀奖")
    three = "、".join(rf"{level}(\d+)[名个]" for level in levels[:3])
    four = "、".join(rf"{level}(\d+)[名个]" for level in levels)
    tracks = len(notice.tracks)
    if notice.edition == "liaoning/2026":
        found = notice.one(rf"综合赛道设{three};其他赛道各设{three};[^;。]*设优秀奖(\d+)名")
        last, others = (_counts(levels, found.groups()[first : first + 3]) for first in (0, 3))
        return [others] * (tracks - 1) + [last], {"优秀奖": int(found[7])}
    if notice.edition == "ningxia/2026":
        found = notice.one(rf"(\d+)个专业赛道各设置{four};开放性创新赛道设置{four}")
        others, last = (_counts(levels, found.groups()[first : first + 4]) for first in (1, 5))
        return [others] * int(found[1]) + [last], {}
    if notice.edition == "guangdong/2026":
        found = notice.one(rf"每个赛道原则上设立{three}")
        return [_counts(levels, found.groups())] * tracks, {}
    assert not re.search(r"[一二三]等奖\d", notice.plain)
    return [{}] * tracks, {}


def _counts(levels: tuple[str, ...], numbers: tuple[str, ...]) -> dict[str, int]:
    return {level: int(number) for level, number in zip(levels, numbers, strict=False)}


def cash(notice: Notice) -> dict[str, int]:
    """Yuan for one award of each level."""
    found = re.findall(r"对获得([^,]+)的单位,分别给予([^,]+)一次性奖励", notice.plain)
    if not found:
        assert not re.search(r"\d[万千百]?元", notice.plain)
        return {}
    names, amounts = (part.split("、") for part in found[0])
    units = {"万": 10_000, "千": 1_000}
    return {
        name if name.endswith("奖") else f"{name}等奖": int(amount[0]) * units[amount[1]]
        for name, amount in zip(names, amounts, strict=True)
    }


def special(notice: Notice) -> tuple[str, ...]:
    """Awards outside the order of levels, by name."""
    pattern = {
        "ningxia/2026": "三等奖、(特色奖)的单位",
        "guangdong/2026": "增设([^。]+?)等特色奖项",
        "xinjiang/2025": "每个赛道评定出一、二、三等奖和([^,]+),",
        "national/2025": "设置一、二、三等奖以及([^,]+),",
    }
    return tuple(notice.one(pattern[notice.edition])[1].split("、")) if notice.edition in pattern else ()


def finals(notice: Notice) -> tuple[int | None, bool, float | None]:
    """How many projects may be recommended, whether that is a limit, and the least share of small firms."""
    found = re.findall(r"(不超过)?(\d+)(?:个项目|个|支)\(其中中小企业比例不少于(\d+)%\)", notice.plain)
    return next(((int(count), bool(limit), int(share) / 100) for limit, count, share in found), (None, False, None))


def publicity(notice: Notice) -> tuple[int, str | None]:
    """How many days results are open to objections, and which kind of days."""
    found = notice.one(r"公示期为(\d+)(天|个自然日|个工作日)")
    return int(found[1]), {"天": None, "个自然日": "calendar", "个工作日": "working"}[found[2]]


def panels(notice: Notice) -> dict[str, int]:
    """Groups of experts whose size is told."""
    return {name: int(size) for name, size in re.findall(r"([^、置。]+专家组)\((\d+)人\)", notice.plain)}


def landlines(text: str) -> set[str]:
    """Every telephone number of an office."""
    found = re.findall(r"(?<!\d)(0\d{2,3})\s*[-—–]\s*(\d{7,8})(?!\d)", text)
    return {f"{area}-{number}" for area, number in found}


def persons(text: str) -> set[str]:
    """Names of private persons beside telephone numbers or offices of persons."""
    name = r"([\u4e00-\u9fff](?:[^\S\n]*[\u4e00-\u9fff]){1,2})"
    beside_phone = re.findall(rf"(?:^|[:：，,\s]){name}[\s，,]+(?=0\d{{2,3}}[-—]|1\d{{10}})", text, re.MULTILINE)
    office = re.findall(
        rf"^{name}[ \u3000]{{2,}}(?=自治区|宁夏|银川|石嘴山|吴忠|固原|中卫|人民银行|宁东|数字宁夏)", text, re.MULTILINE
    )
    listed = re.findall(r"联系方式：([\u4e00-\u9fff]{3})，([\u4e00-\u9fff]{2})", text)
    teachers = re.findall(r"[\u4e00-\u9fff]老师", text)
    everybody = [*beside_phone, *office, *teachers, *(name for pair in listed for name in pair)]
    return {re.sub(r"\s", "", each) for each in everybody} - {"技术支持", "联系电话", "举报电话"}


def mobiles(text: str) -> set[str]:
    """Every number of a mobile telephone."""
    return set(re.findall(r"(?<!\d)1\d{10}(?!\d)", text))


def urls(text: str) -> set[str]:
    """Every web address."""
    return set(re.findall(r"https?://[\w./-]+", text))


def emails(text: str) -> set[str]:
    """Every e-mail address."""
    return set(re.findall(r"[a-z_]+@[a-z]+(?:\.[a-z]+)+", text.replace("\\", "")))
