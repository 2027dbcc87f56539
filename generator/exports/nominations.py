"""推荐汇总表: the projects that go to the national finals, a row each, on the page and as a workbook.

The workbook has text and whole numbers only, so that no spreadsheet program runs anything, and always the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from generator.catalog import Catalog
from generator.machine.packing import new_workbook
from generator.model import EditionId, Entry, ListKind
from generator.model.record import marked

COLUMNS: Mapping[str, int] = {
    "序号": 6,
    "项目名称": 34,
    "牵头单位": 28,
    "合作单位": 28,
    "赛道": 14,
    "赛题": 24,
    "获奖情况": 14,
    "中小企业": 10,
    "地区": 10,
    "总决赛奖项": 14,
}
"""Titles with widths in characters."""

Row = tuple[str, ...]


def title(catalog: Catalog, edition: EditionId) -> str:
    """What stands over the table."""
    said = catalog.contest.words.say("推荐参加全国总决赛项目汇总表")
    return marked(f"{catalog.editions[edition].name}{said}", catalog.is_demo(edition))


def columns(catalog: Catalog) -> tuple[str, ...]:
    """The titles in the contest's words."""
    return tuple(map(catalog.contest.words.say, COLUMNS))


def rows(catalog: Catalog, edition: EditionId) -> Iterator[Row]:
    """What is told of every project after its number, in the order of `COLUMNS`; empty where nothing is known."""
    for entry in catalog.entries_in(edition, ListKind.RECOMMENDED):
        yield _row(catalog, edition, entry)


def _row(catalog: Catalog, edition: EditionId, entry: Entry) -> Row:
    track = catalog.track(edition, entry.track)
    topic = track.topic(entry.topic) if track and entry.topic else None
    return (
        entry.title,
        entry.holder,
        "、".join(entry.partners),
        track.name if track else entry.track,
        topic.title if topic else entry.topic or "",
        "、".join(entry.awards),
        {True: "是", False: "否", None: ""}[entry.sme],
        entry.region or "",
        entry.finals or "",
    )


def nominations_xlsx(catalog: Catalog, edition: EditionId) -> bytes:
    """The workbook: title, heads, rows; it prints on A4 across, the heads on every sheet."""
    heading, target = title(catalog, edition), io.BytesIO()
    with new_workbook(target, heading) as book:
        sheet = book.add_worksheet("推荐汇总表")
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.freeze_panes(2, 0)
        frame = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "宋体", "font_size": 11}
        cell, head = book.add_format(frame), book.add_format({**frame, "bold": True, "align": "center"})
        big = book.add_format({"bold": True, "align": "center", "font_name": "宋体", "font_size": 16})
        sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, heading, big)
        for place, (column, width) in enumerate(zip(columns(catalog), COLUMNS.values(), strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(1, place, column, head)
        for number, row in enumerate(rows(catalog, edition), start=1):
            sheet.write_number(number + 1, 0, number, cell)
            for place, text in enumerate(row, start=1):
                sheet.write_string(number + 1, place, text, cell)
    return target.getvalue()
