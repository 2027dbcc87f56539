"""Documents to records: each function gives a record, or None after reporting every problem of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from generator.content.documents import Document, headings
from generator.content.hints import nearest
from generator.content.validate import validate, written
from generator.diagnostics import Report
from generator.model import (
    BranchId,
    CaseFile,
    CaseId,
    CaseText,
    Edition,
    EditionFile,
    EditionId,
    FreePage,
    Notice,
    NoticeFile,
    NoticeId,
    PageFile,
    PageId,
    Record,
    Topic,
    TopicGroup,
    Track,
    TrackFile,
    TrackId,
    WinningCase,
    WrittenCase,
)
from generator.model.case import Section

R = TypeVar("R", bound=Record)

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
"""What editors note beside a topic is no part of its summary."""
_ATTRIBUTES = re.compile(r"\s*\{([^{}]*)\}\s*$")
_MARKS = ("units", "label", "sectors")
"""Attributes of topics that every contest has; its own ones are Chinese words."""
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def edition(document: Document, branch_id: BranchId, year: int, report: Report) -> Edition | None:
    """`edition.yml` of a branch's year."""
    known = {"id": EditionId(f"{branch_id}/{year}"), "branch": branch_id, "year": year}
    return _build(Edition, EditionFile, document, report, known)


def notice(document: Document, edition_id: EditionId, slug: str, report: Report) -> Notice | None:
    """A notice."""
    known = {"id": NoticeId(f"{edition_id}/{slug}"), "edition": edition_id, "slug": slug, "body": document.body}
    return _build(Notice, NoticeFile, document, report, known)


def page(document: Document, edition_id: EditionId, slug: str, report: Report) -> FreePage | None:
    """A page of free prose."""
    known = {"id": PageId(f"{edition_id}/{slug}"), "edition": edition_id, "slug": slug, "body": document.body}
    return _build(FreePage, PageFile, document, report, known)


def case(document: Document, edition_id: EditionId, slug: str, report: Report) -> WrittenCase | None:
    """A winning case: its front matter, and its body cut at the `##` headings."""
    introduction, sections = _sections(document.body)
    text = CaseText(introduction=introduction, sections=sections)
    known = {"id": CaseId(f"{edition_id}/{slug}"), "edition": edition_id, "slug": slug}
    case = _build(WinningCase, CaseFile, document, report, known)
    return WrittenCase(case=_placed(case, text), text=text) if case else None


def _placed(case: WinningCase, text: CaseText) -> WinningCase:
    """A case that knows for which of its pictures and charts its text has a place."""
    names = [*(image.file for image in case.images), *(f"#{chart.id}" for chart in case.charts)]
    placed = tuple(name for name in names if any(f"]({name})" in part for part in text.parts()))
    return case.model_copy(update={"placed": placed}) if placed else case


def track(document: Document, edition_id: EditionId, slug: str, report: Report) -> Track | None:
    """A track: its front matter, introduction, groups and topics."""
    front = validate(TrackFile, document, report)
    if front is None:
        return None
    reader = _TopicReader(document, front.groups, report)
    introduction, groups, topics = reader.read()
    if reader.misplaced:  # it would be without topics that it has, and whatever names them wrong
        return None
    known = {
        "id": TrackId(f"{edition_id}/{slug}"),
        "edition": edition_id,
        "slug": slug,
        "introduction": introduction,
        "topic_groups": groups,
        "topics": topics,
    }
    return Track.model_validate({**written(front), **known})


def _sections(body: str) -> tuple[str, tuple[Section, ...]]:
    """The text before the first `##` heading, and one section a heading."""
    body, notes = _notes(body)
    lines = body.split("\n")
    starts = [(number, text) for number, level, text in headings(body) if level == 2]
    bounds = [*(number for number, _ in starts), len(lines)]
    sections = tuple(
        Section(heading=text, body=_noted("\n".join(lines[number + 1 : end]), notes))
        for (number, text), end in zip(starts, bounds[1:], strict=True)
    )
    return _noted("\n".join(lines[: bounds[0]]), notes), sections


def _notes(body: str) -> tuple[str, dict[str, str]]:
    """The text without its footnotes, and these by the marks that stand for them."""
    if "[^" not in body:
        return body, {}
    fences = [(each.start(), each.end()) for each in _FENCED.finditer(body)]
    found = [each for each in _NOTE.finditer(body) if not any(start <= each.start() < end for start, end in fences)]
    for note in reversed(found):
        body = body[: note.start()] + body[note.end() :]
    return body, {note["mark"]: note[0] for note in reversed(found)}


def _noted(text: str, notes: Mapping[str, str]) -> str:
    """A part of a text with those footnotes that it has marks for, wherever in the text they were written."""
    return "\n\n".join([text.rstrip(), *(note for mark, note in notes.items() if mark in text)]).strip("\n")


_FENCED = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_NOTE = re.compile(
    r"^(?P<mark>\[\^[^\]\n]+\]):.*(?:\n(?!\[\^|#|[ \t]*$).+|\n(?:[ \t]*\n)+(?: {4}|\t).+)*", re.MULTILINE
)
"""A footnote: the lines up to an empty one, and after that those that are indented."""

_NUMBERED = re.compile(
    r"(?P<number>(?:(?:赛题|课题|题目|第)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[.．](?!\d)|[、：:]|[题项](?=\s))"
    r"|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]))\s*(?P<title>\S.*)"
)
"""A heading that begins with a number of its own."""


class _TopicReader:
    """Reads the body of a track file: `##` topics, or `##` groups with `###` topics."""

    def __init__(self, document: Document, grouped: bool, report: Report) -> None:
        self.document = document
        self.grouped = grouped
        self.report = report
        self.groups: list[TopicGroup] = []
        self.topics: list[Topic] = []
        self.misplaced = False
        """Whether a heading is of another level than topics and groups have."""

    def read(self) -> tuple[str, tuple[TopicGroup, ...], tuple[Topic, ...]]:
        """Introduction, groups, topics."""
        body = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), self.document.body)
        lines = body.split("\n")
        marks = list(headings(body))
        bounds = [*(number for number, _, _ in marks), len(lines)]
        for (number, level, text), end in zip(marks, bounds[1:], strict=True):
            summary = " ".join(line.strip() for line in lines[number + 1 : end] if line.strip())
            self._heading(number, level, text, summary)
        introduction = "\n".join(lines[: bounds[0]]).strip()
        return introduction, tuple(self.groups), tuple(self.topics)

    def _heading(self, number: int, level: int, text: str, summary: str) -> None:
        if found := _NUMBERED.match(text):
            kept = f'；要照通知显示，在后面加上 {{label="{found["number"]}"}}' if level == 2 + self.grouped else ""
            hint = f"写成“{'#' * level} {found['title']}”{kept}"
            message = f"标题里有序号“{found['number']}”，网页和手册另外编号，会有两个"
            self.report.add("numbered-heading", self.document.body_span(number), message, hint)
        if self.grouped and level == 2:
            self.groups.append(TopicGroup(number=len(self.groups) + 1, title=text))
        elif level == (3 if self.grouped else 2) and (self.groups or not self.grouped):
            self._topic(number, text, summary)
        else:
            self.misplaced = True
            expected = "`##` 分组和 `###` 赛题" if self.grouped else "`##` 赛题"
            self.report.add(
                "invalid-value", self.document.body_span(number), f"标题“{text}”的级别不对", f"这个文件里用{expected}"
            )

    def _topic(self, number: int, text: str, summary: str) -> None:
        title, attributes = _split_attributes(text)
        at = self.document.body_span(number)
        for name in attributes:
            if name.isascii() and name not in _MARKS:
                self.report.add("unknown-key", at, f"不认识的标记 `{name}`", nearest(name, _MARKS))
        if any(topic.title == title for topic in self.topics):
            self.report.add("duplicate-key", at, f"赛题“{title}”重复", "同一赛道内赛题名称不能相同")
        if not summary:
            self.report.add("missing-summary", at, f"赛题“{title}”没有简介", "在标题下面写一两句话")
        group = self.groups[-1].number if self.groups else None
        index = len(self.topics) + 1
        self.topics.append(
            Topic(
                id=f"topic-{index}",
                number=index,
                title=title,
                summary=summary,
                group=group,
                place=1 + sum(topic.group == group for topic in self.topics),
                guiding_units=_names(attributes.get("units", "")),
                sectors=_names(attributes.get("sectors", "")),
                label=attributes.get("label"),
                facts=tuple((name, value) for name, value in attributes.items() if not name.isascii()),
                line=at.line,
            )
        )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in re.split("[、；;]", text) if name)


def _split_attributes(text: str) -> tuple[str, dict[str, str]]:
    """A heading's text and its trailing `{name="value"}` attributes."""
    match = _ATTRIBUTES.search(text)
    if match is None:
        return text.strip(), {}
    return text[: match.start()].strip(), dict(_ATTRIBUTE.findall(match[1]))


def _build(
    full: type[R], authored: type[Record], document: Document, report: Report, known: Mapping[str, Any]
) -> R | None:
    """The full record when what was authored is valid; `known` is what the file's place and body tell."""
    checked = validate(authored, document, report)
    return full.model_validate({**written(checked), **known}) if checked else None
