"""Reads the official notices as texts: what can be counted and cut out of them without knowing our content.

Every notice is laid out in its own way, so that each has a small reader. All readers work on lines normalised for
width (NFKC) and freed of the marks and blanks that converting the documents left behind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
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
_NO_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """A text without what typing and converting leave to chance: width, blanks, Markdown marks, kinds of dashes."""
    text = _ARTEFACTS.sub("", unicodedata.normalize("NFKC", text))
    return re.sub("[—–‐−]", "-", text)  # one kind of dash


def bare(text: str) -> str:
    """A text reduced to its letters, characters and digits: punctuation does not count either."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text)).casefold()


def numeral(text: str) -> int:
    """十二 as 12; up to 99."""
    tens, ten, ones = text.rpartition("十")
    units = NUMERALS.index(ones) if ones else 0
    return (NUMERALS.index(tens) if tens else 1) * 10 + units if ten else units


@dataclass
class NoticeTopic:
    """A heading of a topic: its title, the number as printed, the bodies in its trailing brackets."""

    title: str
    label: str
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
    def bare(self) -> str:
        """The whole text as characters only, see `bare`."""
        return bare(self.text)

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
    """`一、工业制造赛道`, in the last track `(一)商贸流通`, then `赛题1:…`; guiding units stand in the notice itself."""
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
            track.topics.append(NoticeTopic(match[2], match[1], int(match[1]), group=group))
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
            track.topics.append(NoticeTopic(match[2], f"{match[1]}、", numeral(match[1]), units))
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
            label = line[: line.index(match[2], match.end(1))]
            track.topics.append(NoticeTopic(match[2], label, numeral(match[1])))
    assert track
    yield track


_READERS = {
    "liaoning/2026": _liaoning,
    "ningxia/2026": _ningxia,
    "guangdong/2026": _guangdong,
    "xinjiang/2025": _xinjiang,
    "national/2025": _national,
}


def rubric_tables(notice: Notice) -> list[list[tuple[tuple[str, ...], int | None]]]:
    """The tables of indicators: for each last indicator the names from the first level down, and its points."""
    if notice.edition == "ningxia/2026":
        return [
            _five_columns(_part(notice.text, f"{number}. {name}赛题评价指标", end))
            for number, name, end in ((1, "专业赛道", "2. 开放性创新赛道"), (2, "开放性创新赛道", "六、保障措施"))
        ]
    if notice.edition == "xinjiang/2025":
        return [_three_columns(_part(notice.text, "一级指标", "注:" if "注:" in notice.text else "注："))]
    return []


def _part(text: str, start: str, end: str) -> str:
    first = text.index(start)
    return text[first : text.index(end, first)]


def _five_columns(text: str) -> list[tuple[tuple[str, ...], int | None]]:
    """One cell a line: first level (empty when it goes on), second level, explanation, points, what to look at."""
    cells = [plain(line) for line in text.split("\n") if line.startswith("\t")][5:]
    assert len(cells) % 5 == 0
    rows, above = [], ""
    for place in range(0, len(cells), 5):
        above = cells[place] or above
        rows.append(((above, cells[place + 1]), int(cells[place + 3])))
    return rows


def _three_columns(text: str) -> list[tuple[tuple[str, ...], int | None]]:
    """One row a line; cells that go on are empty."""
    rows: list[tuple[tuple[str, ...], int | None]] = []
    above = ["", ""]
    for line in text.split("\n")[1:]:
        cells = [plain(cell) for cell in line.split("\t")]
        if cells[-1]:
            cells = [""] * (3 - len(cells)) + cells
            above = [cell or old for cell, old in zip(cells, above, strict=False)]
            rows.append(((*above, cells[-1]), None))
    return rows


def landlines(text: str) -> set[str]:
    """Every telephone number of an office."""
    found = re.findall(r"(?<!\d)(0\d{2,3})\s*[-—–]\s*(\d{7,8})(?!\d)", text)
    return {f"{area}-{number}" for area, number in found}


def persons(text: str) -> set[str]:
    """Names of private persons beside telephone numbers or offices of persons."""
    name = r"([\u4e00-\u9fff](?:[ \u3000]*[\u4e00-\u9fff]){1,2})"
    beside_phone = re.findall(rf"(?:^|[:：，,\s]){name}[\s，,]+(?=0\d{{2,3}}[-—]|1\d{{10}})", text, re.M)
    office = re.findall(rf"^{name}[ \u3000]{{2,}}(?=自治区|宁夏|银川|石嘴山|吴忠|固原|中卫|人民银行|宁东|数字宁夏)", text, re.M)
    listed = re.findall(r"联系方式：([\u4e00-\u9fff]{3})，([\u4e00-\u9fff]{2})", text)
    teachers = re.findall(r"[\u4e00-\u9fff]老师", text)
    everybody = [*beside_phone, *office, *teachers, *(name for pair in listed for name in pair)]
    return {re.sub(r"\s", "", each) for each in everybody} - {"技术支持", "联系电话", "举报电话"}
