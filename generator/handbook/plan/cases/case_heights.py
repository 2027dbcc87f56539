"""Points that stand on a case's first page above its text, counted before it is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator.handbook.chinese.count_lines import lines, plain, width
from generator.handbook.page import sizes
from generator.handbook.page.sizes import BODY, HALF, LINE, SMALL_LINE
from generator.views.pages.cases import CaseView
from generator.views.parts.blocks import Figure

_ABREAST = 5
"""Key figures that stand side by side at most."""

Facts = Sequence[tuple[str, str]]
"""What stands beside a case: names and values."""


def opening(case: CaseView, title: Sequence[str], facts: Facts, measure: float, *, coded: bool) -> float:
    """Points that all but the key figures above the picture on a case's first page takes."""
    head = 0.0
    if title:
        head = sizes.EYEBROW_RULE + sizes.EYEBROW_GAP + 2 * LINE + 3 * HALF  # with the unit below the title
        head += sizes.TITLE_LINE * lines_of(title, measure / sizes.TITLE)
    summary = 2 * HALF + LINE * lines(plain(case.summary), measure / BODY - 2)
    room = (measure - (sizes.CODE + sizes.CODE_GAP if coded else 0)) / sizes.SMALL - sizes.FACT_LABEL
    about = sum(2 * sizes.FACT_GAP + SMALL_LINE * lines(plain(value), room) for _, value in facts)
    return head + summary + LINE + max(about, sizes.CODE + sizes.CODE_LINE if coded else 0)


def brief_opening(case: CaseView, title: Sequence[str], facts: Facts, measure: float, *, coded: bool) -> float:
    """The same for a brief case, whose facts stand in one paragraph."""
    head = sizes.EYEBROW_RULE + sizes.EYEBROW_GAP + 2 * LINE + 2 * HALF
    head += sizes.LARGE_LINE * lines_of(title, measure / sizes.LARGE)
    summary = HALF + LINE * lines(plain(case.summary), measure / BODY)
    room = (measure - (sizes.CODE + sizes.CODE_GAP if coded else 0)) / sizes.SMALL
    about = SMALL_LINE * lines(plain("　".join(f"{label} {value}" for label, value in facts)), room)
    return head + summary + LINE + max(about, sizes.CODE + sizes.CODE_LINE if coded else 0)


def abreast(figures: Sequence[Figure], measure: float) -> int:
    """How many key figures stand side by side: in as few rows as have room for their numbers, evenly."""
    widest = max((sizes.TITLE * width(each.value) + sizes.SMALL * width(each.unit) + 2 for each in figures), default=0)
    most = min(_ABREAST, max(1, int(measure / (widest + sizes.FIGURE_RULE + sizes.FIGURE_GAP))))
    return ceil(len(figures) / max(1, ceil(len(figures) / most)))


def in_rows(figures: Sequence[Figure], measure: float) -> float:
    """Points that key figures take side by side."""
    if not figures:
        return 0.0
    count = abreast(figures, measure)
    room = measure / count - sizes.FIGURE_RULE - sizes.FIGURE_GAP
    rows = [figures[place : place + count] for place in range(0, len(figures), count)]
    heights = (sizes.TITLE_LINE + max(_below(each, figures, room) for each in row) for row in rows)
    return LINE + HALF * (len(rows) - 1) + sum(heights)


def stacked(figures: Sequence[Figure], measure: float) -> float:
    """Points that key figures take one below the other."""
    room = measure - sizes.FIGURE_RULE - sizes.FIGURE_GAP
    each = (sizes.STACKED_LINE + _below(figure, figures, room) for figure in figures)
    return sum(each) + sizes.STACKED_GAP * (len(figures) - 1)


def _below(figure: Figure, figures: Sequence[Figure], room: float) -> float:
    """Points of what stands below a key figure: its name, what it was before."""
    names = SMALL_LINE * lines(plain(figure.label), room / sizes.CAPTION)
    return names + (SMALL_LINE + 4 * sizes.BAR if any(each.before for each in figures) else 0)


def lines_of(parts: Sequence[str], ems: float) -> int:
    """The lines of a title or a quotation that is broken already, where a part may still be too long for one."""
    return sum(lines(plain(each), ems) for each in parts)
