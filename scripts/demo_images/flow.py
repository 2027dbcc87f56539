"""The kind `flow`: steps with arrows, or layers on top of each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scripts.demo_images.canvas import Canvas
from scripts.demo_images.frame import CARD
from scripts.demo_images.geometry import Box, Point
from scripts.demo_images.palette import WHITE, Colour, mix
from scripts.demo_images.spec import Spec
from scripts.demo_images.text import text_width, wrap

STEP_HEAD = 64  # the height of the number above the name of a step


def draw_flow(canvas: Canvas, spec: Spec) -> None:
    """Steps with arrows, or layers."""
    if "layers" in spec:
        draw_layers(canvas, spec["layers"])
    else:
        draw_steps(canvas, spec["steps"], spec.get("feedback", ""))


def draw_steps(canvas: Canvas, steps: Sequence[Spec], feedback: str) -> None:
    """Numbered steps; a second row runs back from the right to the left."""
    boxes = step_boxes(len(steps), CARD[3] - (130 if feedback else 44))
    texts = [step_text(step, boxes[0]) for step in steps]
    height = max(text.height for text in texts)
    spare = max(0, (boxes[0][3] - boxes[0][1] - height - 180) / 2)
    boxes = [(left, top + spare, right, bottom - spare) for left, top, right, bottom in boxes]
    for before, after in pairwise(boxes):
        canvas.arrow(step_arrow(before, after), canvas.palette.primary)
    for place, (step, text, box) in enumerate(zip(steps, texts, boxes, strict=True), 1):
        colour = canvas.palette.accent if step.get("accent") else canvas.palette.primary
        canvas.box(box, mix(WHITE, colour, 0.07), radius=18, outline=mix(WHITE, colour, 0.3))
        middle, top = (box[0] + box[2]) / 2, (box[1] + box[3] - height) / 2
        canvas.dot((middle, top + 27), 27, colour)
        canvas.text((middle, top + 27), str(place), 30, WHITE, bold=True, anchor="mm")
        draw_step_text(canvas, text, (middle, top + STEP_HEAD), mix(WHITE, colour, 0.4))
    if feedback:
        draw_feedback(canvas, boxes[0], boxes[-1], feedback)


def step_boxes(count: int, bottom: float) -> list[Box]:
    """The boxes of the steps in reading order: one row, or two of which the second runs backwards."""
    left, top, right = CARD[0] + 40, CARD[1] + 44, CARD[2] - 40
    rows = 1 if count <= 5 else 2
    columns, gap = math.ceil(count / rows), 58.0
    breadth, height = (right - left + gap) / columns - gap, (bottom - top + gap) / rows - gap
    boxes = []
    for place in range(count):
        row, column = divmod(place, columns)
        x = left + (columns - 1 - column if row else column) * (breadth + gap)
        y = top + row * (height + gap)
        boxes.append((x, y, x + breadth, y + height))
    return boxes


def step_arrow(before: Box, after: Box) -> list[Point]:
    """The ends of the arrow between two neighbouring boxes."""
    if before[1] == after[1]:
        y = (before[1] + before[3]) / 2
        forward = before[0] < after[0]
        return [(before[2] + 9, y), (after[0] - 9, y)] if forward else [(before[0] - 9, y), (after[2] + 9, y)]
    x = (before[0] + before[2]) / 2
    return [(x, before[3] + 9), (x, after[1] - 9)]


@dataclass(frozen=True)
class StepText:
    """The wrapped words of one step, and how large its notes are."""

    name: list[str]
    notes: list[list[str]]
    size: float

    @property
    def height(self) -> float:
        """Of the number, the name and the notes together."""
        return STEP_HEAD + self.name_height + (22 + sum(self.note_heights) if self.notes else 0)

    @property
    def name_height(self) -> float:
        """Of all lines of the name."""
        return len(self.name) * self.name_size * 1.4

    @property
    def name_size(self) -> float:
        """Larger than the notes."""
        return self.size + 9

    @property
    def note_heights(self) -> list[float]:
        """Of each note, with the space below it."""
        return [len(lines) * self.size * 1.4 + 10 for lines in self.notes]


def step_text(step: Spec, box: Box) -> StepText:
    """The words of a step, wrapped to a box; low boxes have smaller notes."""
    breadth, size = box[2] - box[0] - 32, 28.0 if box[3] - box[1] > 300 else 23.0
    notes = [wrap(note, size, breadth) for note in step.get("notes", [])]
    return StepText(wrap(step["name"], size + 9, breadth, True), notes, size)


def draw_step_text(canvas: Canvas, text: StepText, at: Point, rule: Colour) -> None:
    """The name and the notes of a step, from a top middle point downwards."""
    x, y = at
    canvas.lines((x, y + text.name_height / 2), text.name, text.name_size, canvas.palette.ink, bold=True)
    y += text.name_height + 10
    if text.notes:
        canvas.line([(x - 34, y), (x + 34, y)], rule, 3)
    y += 12
    for lines, height in zip(text.notes, text.note_heights, strict=True):
        canvas.lines((x, y + height / 2), lines, text.size, canvas.palette.grey)
        y += height


def draw_feedback(canvas: Canvas, first: Box, last: Box, label: str) -> None:
    """A dashed arrow back from below the last box to the first, with its label on the line."""
    start, end, low = (last[0] + last[2]) / 2, (first[0] + first[2]) / 2, first[3] + 56
    way = [(start, last[3] + 6), (start, low), (end, low), (end, first[3] + 8)]
    canvas.arrow(way, canvas.palette.accent, width=4, dash=12)
    half = text_width(label, 27, True) / 2 + 18
    middle = (start + end) / 2
    canvas.box((middle - half, low - 24, middle + half, low + 24), WHITE)
    canvas.text((middle, low), label, 27, canvas.palette.accent, bold=True, anchor="mm")


def draw_layers(canvas: Canvas, layers: Sequence[Spec]) -> None:
    """Layers on top of each other; arrows point upwards, as the data go."""
    left, top, right, bottom = CARD[0] + 40, CARD[1] + 36, CARD[2] - 40, CARD[3] - 36
    gap = 40.0
    height = (bottom - top + gap) / len(layers) - gap
    for place, layer in enumerate(layers):
        y = top + place * (height + gap)
        draw_layer(canvas, layer, (left, y, right, y + height))
        if place:
            for x in (left + 500, (left + right) / 2 + 120, right - 260):
                canvas.arrow([(x, y - 5), (x, y - gap + 5)], canvas.palette.tint(0.55), width=4)


def draw_layer(canvas: Canvas, layer: Spec, box: Box) -> None:
    """One layer: its name at the left, its items beside each other."""
    left, top, right, bottom = box
    colour = canvas.palette.accent if layer.get("accent") else canvas.palette.primary
    middle, items = (top + bottom) / 2, layer["items"]
    canvas.box(box, mix(WHITE, colour, 0.07), radius=16, outline=mix(WHITE, colour, 0.25))
    canvas.box((left, top, left + 210, bottom), colour, radius=16)
    canvas.lines((left + 105, middle), wrap(layer["name"], 31, 186, True), 31, WHITE, bold=True)
    pitch = (right - left - 226) / len(items)
    for place, item in enumerate(items):
        start = left + 218 + pitch * place
        plate = (start + 10, top + 16, start + pitch - 6, bottom - 16)
        canvas.box(plate, WHITE, radius=12, outline=mix(WHITE, colour, 0.3))
        canvas.lines((start + 2 + pitch / 2, middle), wrap(item, 27, pitch - 40), 27, canvas.palette.ink)
