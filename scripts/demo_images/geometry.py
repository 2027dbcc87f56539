"""The measures of a picture, and points, lines and curves on it; all in pixels of the finished picture."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

WIDTH, HEIGHT = 1600, 900
SCALE = 2  # drawn larger and reduced: Pillow itself does not smooth edges

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def scaled(point: Point) -> Point:
    """A point on the enlarged drawing."""
    return point[0] * SCALE, point[1] * SCALE


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """The point at a distance and an angle from a centre."""
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def dashes(points: Sequence[Point], length: float) -> Iterator[list[Point]]:
    """The dashes of a line through the points; dashes and gaps are equally long and run on around corners."""
    dash: list[Point] = [points[0]]
    left, drawing = length, True
    for (x0, y0), (x1, y1) in pairwise(points):
        span, done = math.dist((x0, y0), (x1, y1)), 0.0
        while span - done > left:
            done += left
            corner = (x0 + (x1 - x0) * done / span, y0 + (y1 - y0) * done / span)
            if drawing:
                yield [*dash, corner]
            dash, left, drawing = [corner], length, not drawing
        left -= span - done
        dash.append((x1, y1))
    if drawing and len(dash) > 1:
        yield dash


def smooth(points: Sequence[Point], *, closed: bool, rounds: int = 4) -> list[Point]:
    """The curve through the cut corners of the points (Chaikin)."""
    for _ in range(rounds):
        pairs = list(zip(points, [*points[1:], points[0]], strict=True))
        cut = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in (pairs if closed else pairs[:-1])
            for share in (0.25, 0.75)
        ]
        points = cut if closed else [points[0], *cut, points[-1]]
    return list(points)
