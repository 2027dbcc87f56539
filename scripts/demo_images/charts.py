"""The kinds `line` and `bar`: series of values over an axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.demo_images.axis import Axis, axis, draw_names, draw_value_axis, series_values
from scripts.demo_images.canvas import Canvas
from scripts.demo_images.frame import CARD, draw_legend
from scripts.demo_images.geometry import Point
from scripts.demo_images.palette import WHITE, Colour
from scripts.demo_images.spec import Spec
from scripts.demo_images.text import fitting_size, number, text_width


def draw_line(canvas: Canvas, spec: Spec) -> None:
    """Curves over a common axis."""
    left, top, right, bottom = CARD[0] + 130, CARD[1] + 96, CARD[2] - 70, CARD[3] - 84
    threshold = spec.get("threshold")
    known = series_values(spec) + ([threshold["value"]] if threshold else [])
    scale = axis(known, spec, bottom, top, zero=False)
    gap = (right - left) / max(len(spec["x"]) - 1, 1)
    curves = [curve_points(row["values"], left, gap, scale) for row in spec["series"]]
    for piece in curves[0] if len(spec["series"]) < 3 else ():
        canvas.polygon([(piece[0][0], bottom), *piece, (piece[-1][0], bottom)], canvas.palette.tint(0.08))
    draw_value_axis(canvas, scale, left, right)
    draw_names(canvas, spec["x"], [left + gap * place for place in range(len(spec["x"]))], bottom)
    if threshold:
        draw_threshold(canvas, scale.at(threshold["value"]), threshold["label"], left, right)
    for row, colour, pieces in reversed(list(zip(spec["series"], canvas.palette.series, curves, strict=False))):
        draw_curve(canvas, pieces, colour, dashed=row.get("dashed", False), marks=len(spec["x"]) <= 16)
    draw_legend(canvas, spec["series"], spec.get("unit", ""))


def curve_points(values: Sequence[float | None], left: float, gap: float, scale: Axis) -> list[list[Point]]:
    """The pieces of a curve between missing values."""
    pieces: list[list[Point]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append((left + gap * place, scale.at(value)))
    return [piece for piece in pieces if piece]


def draw_curve(canvas: Canvas, pieces: list[list[Point]], colour: Colour, *, dashed: bool, marks: bool) -> None:
    """One curve, with a disc at every value when there are few."""
    for piece in pieces:
        canvas.line(piece, colour, 6, dash=16 if dashed else 0)
        for at in piece if marks and not dashed else ():
            canvas.dot(at, 6, WHITE, rim=colour, rim_width=5)


def draw_threshold(canvas: Canvas, y: float, label: str, left: float, right: float) -> None:
    """A dashed line across a chart, its label above the right end."""
    canvas.line([(left, y), (right, y)], canvas.palette.accent, 3, dash=12)
    canvas.text((right, y - 22), label, 25, canvas.palette.accent, bold=True, anchor="rm")


def draw_bar(canvas: Canvas, spec: Spec) -> None:
    """Groups of bars from zero."""
    (draw_rows if spec.get("horizontal") else draw_columns)(canvas, spec)
    draw_legend(canvas, spec["series"] if len(spec["series"]) > 1 else [], spec.get("unit", ""))


def bar_places(start: float, end: float, groups: int, members: int) -> Iterator[tuple[int, int, float, float]]:
    """Group, member, start and breadth of every bar between two positions."""
    pitch = (end - start) / groups
    breadth = min(pitch * 0.66 / members, 92)
    for group in range(groups):
        first = start + pitch * (group + 0.5) - breadth * members / 2
        for member in range(members):
            yield group, member, first + breadth * member, breadth


def draw_columns(canvas: Canvas, spec: Spec) -> None:
    """Upright bars."""
    left, top, right, bottom = CARD[0] + 130, CARD[1] + 104, CARD[2] - 50, CARD[3] - 84
    scale = axis(series_values(spec), spec, bottom, top, zero=True)
    draw_value_axis(canvas, scale, left, right)
    groups, pitch = len(spec["labels"]), (right - left) / len(spec["labels"])
    draw_names(canvas, spec["labels"], [left + pitch * (group + 0.5) for group in range(groups)], bottom)
    for group, member, start, breadth in bar_places(left, right, groups, len(spec["series"])):
        value = spec["series"][member]["values"][group]
        if value is not None:
            y, label = scale.at(value), number(value)
            canvas.box((start + 3, y, start + breadth - 3, bottom), canvas.palette.series[member], radius=5)
            size = fitting_size(label, 25, breadth + 4)
            canvas.text((start + breadth / 2, y - 20), label, size, canvas.palette.ink, bold=True, anchor="mm")


def draw_rows(canvas: Canvas, spec: Spec) -> None:
    """Lying bars, the labels at their left."""
    widest = max(text_width(label, 28) for label in spec["labels"])
    left, right = CARD[0] + 70 + min(widest, 460), CARD[2] - 150
    top, bottom = CARD[1] + (84 if len(spec["series"]) > 1 or spec.get("unit") else 30), CARD[3] - 30
    scale = axis(series_values(spec), spec, left, right, zero=True)
    canvas.line([(left, top), (left, bottom)], canvas.palette.grey, 2)
    for group, label in enumerate(spec["labels"]):
        y = top + (bottom - top) / len(spec["labels"]) * (group + 0.5)
        canvas.text((left - 22, y), label, fitting_size(label, 28, 460), canvas.palette.ink, anchor="rm")
    for group, member, start, breadth in bar_places(top, bottom, len(spec["labels"]), len(spec["series"])):
        value = spec["series"][member]["values"][group]
        if value is not None:
            x = scale.at(value)
            canvas.box((left, start + 3, x, start + breadth - 3), canvas.palette.series[member], radius=5)
            canvas.text((x + 14, start + breadth / 2), number(value), 27, canvas.palette.ink, bold=True)
