"""What WeasyPrint draws in RGB, drawn in the inks of a press: black text overprints, thin lines are made to print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from generator.handbook.page.inks import BLACK, HAIRLINE, KNOCK, OVER, STATES, Colour, letters, paint
from generator.papers import Ink, Inks

_STEP = re.compile(
    rb"^(?:(?P<state>[qQ])|(?P<text>BT|ET)|(?P<colour>[\d.]+ [\d.]+ [\d.]+) (?P<use>rg|RG)|(?P<other>/Pattern) cs"
    rb"|(?P<width>[\d.]+) w|(?P<matrix>(?:[-+.\de]+ ){4})\S+ \S+ cm)$",
    re.MULTILINE,
)
_PART = re.compile(rb"/(C[01]) \[([\d.]+) ([\d.]+) ([\d.]+)\]")


def operators(drawn: bytes, inks: Inks, scale: float = 1.0) -> bytes:
    """A page's or a form's operators; `scale` is how many points its unit has."""
    return _STEP.sub(_Plates(inks, _State(scale)).step, drawn)


def entries(text: bytes, inks: Inks) -> bytes:
    """A dictionary: colour spaces, and the ends of gradients."""
    if b"/DeviceRGB" not in text:
        return text

    def end(match: re.Match[bytes]) -> bytes:
        return b"/%s [%s]" % (match[1], _numbers(paint(_colour(match.groups()[1:]), inks)))

    return _PART.sub(end, text.replace(b"/DeviceRGB", b"/DeviceCMYK"))


def provide(source: Any) -> None:
    """Give an object that is or has resources the states that operators may name."""
    for each in (source, getattr(source, "extra", {}).get("Resources")):
        if isinstance(each, dict) and "ExtGState" in each:
            each["ExtGState"].update(STATES)


def stamp(colour: Sequence[float], inks: Inks, text: bytes) -> bytes:
    """A text object that stands by itself."""
    ink = letters(_colour(colour), inks)
    return b"%s\n%s k\n%s\n%s" % (OVER if ink == BLACK else KNOCK, _numbers(ink), text, KNOCK)


@dataclass(slots=True)
class _State:
    scale: float
    fill: Colour | None = (0, 0, 0)


@dataclass(slots=True)
class _Plates:
    inks: Inks
    now: _State
    before: list[_State] = field(default_factory=list)
    in_text: bool = False
    over: bool = False

    def step(self, match: re.Match[bytes]) -> bytes:
        """One operator, in inks."""
        match match.lastgroup:
            case "state":
                return self._keep(match[0])
            case "text":
                return self._text(match[0])
            case "use":
                return self._colour(_colour(match["colour"].split()), match["use"])
            case "width":
                return b"%.5f w" % max(float(match["width"]), HAIRLINE / self.now.scale)
            case "matrix":
                a, b, c, d = map(float, match["matrix"].split())
                self.now.scale *= sqrt(abs(a * d - b * c)) or 1
            case _:
                self.now.fill = None
        return match[0]

    def _keep(self, operator: bytes) -> bytes:
        if operator == b"q":
            self.before.append(_State(self.now.scale, self.now.fill))
        elif self.before:
            self.now = self.before.pop()
        return operator

    def _text(self, operator: bytes) -> bytes:
        self.in_text = operator == b"BT"
        if self.now.fill is None:
            return operator
        area, text = paint(self.now.fill, self.inks), letters(self.now.fill, self.inks)
        if self.in_text:
            change = b"" if area == text else _numbers(text) + b" k\n"
            return self._overprint(text) + change + operator
        change = b"" if area == text else b"\n" + _numbers(area) + b" k"
        was, self.over = self.over, False
        return operator + (b"\n" + KNOCK if was else b"") + change

    def _colour(self, colour: Colour, use: bytes) -> bytes:
        if use == b"RG":
            return _numbers(paint(colour, self.inks)) + b" K"
        self.now.fill = colour
        if not self.in_text:
            return _numbers(paint(colour, self.inks)) + b" k"
        ink = letters(colour, self.inks)
        return self._overprint(ink) + _numbers(ink) + b" k"

    def _overprint(self, ink: Ink) -> bytes:
        """Change the state so that only black text overprints: white would vanish."""
        wanted = ink == BLACK
        if wanted == self.over:
            return b""
        self.over = wanted
        return (OVER if wanted else KNOCK) + b"\n"


def _colour(parts: Iterable[bytes | float]) -> Colour:
    red, green, blue = (min(255, round(float(part) * 255)) for part in parts)
    return (red, green, blue)


def _numbers(ink: Ink) -> bytes:
    return b" ".join(b"%.4g" % share for share in ink)
