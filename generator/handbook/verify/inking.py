"""What a finished page paints and in which colours, read from its operators and all that they show."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

import pikepdf
from PIL import Image

from generator.handbook.page import inks

_STRINGS = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\[[^\[\]]*\]", re.DOTALL)
_SPACES = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKES = frozenset({"S", "s", "B", "B*", "b", "b*"})
_TEXTS = frozenset({"Tj", "TJ", "'", '"'})


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as it was set: its space, its numbers, and whether it leaves what is below it."""

    space: str
    shares: tuple[float, ...] = ()
    over: bool = False

    @property
    def total(self) -> float:
        """How much ink it takes; 0 where that is not known."""
        if self.space == "/DeviceGray" and self.shares:
            return 1 - self.shares[0]
        return sum(self.shares) if self.space == "/DeviceCMYK" else 0


@dataclass(frozen=True, slots=True)
class Painted:
    """One way in which something is painted: `text`, `area`, `line`, `picture`, `blend`; lines with their points."""

    kind: str
    ink: Ink
    width: float = 0


@dataclass(slots=True)
class _Settings:
    fill: Ink = Ink("/DeviceGray", (0.0,))
    stroke: Ink = Ink("/DeviceGray", (0.0,))
    width: float = 1
    scale: float = 1
    over: bool = False
    outlined: bool = False


def painted(page: Any) -> frozenset[Painted]:
    """Everything that a page paints, each way once."""
    return frozenset((*_blend(page), *_PageReader(page.Resources, _Settings(), set()).read(content(page))))


def content(page: Any) -> bytes:
    """All operators of a page."""
    contents = page.Contents
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts)


def _blend(holder: Any) -> Iterator[Painted]:
    """The space in which a transparent group is mixed."""
    group = holder.get("/Group")
    if group is not None and "/CS" in group:
        yield Painted("blend", Ink(_space(group.CS)))


def _space(found: Any) -> str:
    """A colour space by its name; of one made from another, that of the other."""
    if isinstance(found, pikepdf.Name):
        return str(found)
    name = str(found[0])
    if name == "/Separation":
        return f"{name} {found[1]} {_space(found[2])}"
    if name == "/ICCBased":
        return f"{name} {found[1].N}"
    return f"{name} {_space(found[1])}" if name == "/Indexed" else name


@dataclass(slots=True)
class _PageReader:
    resources: Any
    state: _Settings
    seen: set[tuple[int, int]]
    """Forms and patterns that have been read."""

    def read(self, data: bytes) -> Iterator[Painted]:
        """All that some operators paint."""
        before: list[_Settings] = []
        given: list[str] = []
        for operator in _STRINGS.sub(b" ", data).decode("latin-1").split():
            if operator[0] in "+-.0123456789/":
                given.append(operator)
                continue
            if operator == "q":
                before.append(replace(self.state))
            elif operator == "Q":
                self.state = before.pop() if before else self.state
            else:
                yield from self._do(operator, given)
            given.clear()

    def _do(self, operator: str, given: list[str]) -> Iterator[Painted]:
        state = self.state
        if operator in _TEXTS:
            yield Painted("text", replace(state.stroke if state.outlined else state.fill, over=state.over))
        elif operator in _FILLS or operator in _STROKES:
            if operator in _FILLS:
                yield Painted("area", state.fill)
            if operator in _STROKES:
                yield Painted("line", state.stroke, round(state.width * state.scale, 2))
        elif operator in {"Do", "sh"}:
            yield from self._shown(operator, given[-1])
        elif operator in {"scn", "SCN"} and given[-1].startswith("/"):
            yield from self._pattern(given[-1])
        elif operator == "BI":
            yield Painted("picture", Ink("BI"))
        else:
            self._set(operator, given)

    def _set(self, operator: str, given: list[str]) -> None:
        state, small = self.state, operator.lower()
        if small in _SPACES:
            self._colour(operator, Ink(_SPACES[small], tuple(map(float, given))))
        elif small == "cs":
            named = self.resources.get("/ColorSpace", {}).get(given[0])
            self._colour(operator, Ink(_space(named) if named is not None else given[0]))
        elif small in {"sc", "scn"}:
            own = state.stroke if operator.isupper() else state.fill
            self._colour(operator, Ink(own.space, tuple(map(float, given))))
        elif operator == "w":
            state.width = float(given[0])
        elif operator == "cm":
            a, b, c, d = map(float, given[:4])
            state.scale *= sqrt(abs(a * d - b * c))
        elif operator == "Tr":
            state.outlined = given[0] == "1"
        elif operator == "gs":
            wanted = self.resources.ExtGState[given[0]]
            state.over = bool(wanted.get("/op", state.over)) and wanted.get("/OPM", 1) == 1

    def _colour(self, operator: str, ink: Ink) -> None:
        if operator.isupper():
            self.state.stroke = ink
        else:
            self.state.fill = ink

    def _shown(self, operator: str, name: str) -> Iterator[Painted]:
        if operator == "sh":
            yield from _gradient(self.resources.Shading[name])
            return
        shown = self.resources.XObject[name]
        if shown.Subtype == "/Image":
            yield Painted("picture", Ink(_space(shown.ColorSpace), (_most(shown),)))
        else:
            yield from self._within(shown)

    def _pattern(self, name: str) -> Iterator[Painted]:
        pattern = self.resources.Pattern[name]
        if pattern.PatternType == 2:
            yield from _gradient(pattern.Shading)
        else:
            yield from self._within(pattern)

    def _within(self, form: Any) -> Iterator[Painted]:
        if form.objgen not in self.seen:
            self.seen.add(form.objgen)
            yield from _blend(form)
            inner = _PageReader(form.get("/Resources", self.resources), replace(self.state), self.seen)
            yield from inner.read(form.read_bytes())
            for state in form.get("/Resources", {}).get("/ExtGState", {}).values():
                if isinstance(state.get("/SMask"), pikepdf.Dictionary):
                    yield from self._within(state.SMask.G)


def _gradient(shading: Any) -> Iterator[Painted]:
    space = _space(shading.ColorSpace)
    yield from (Painted("area", Ink(space, end)) for end in _ends(shading.Function))


def _ends(function: Any) -> Iterator[tuple[float, ...]]:
    for part in function.get("/Functions", [function]):
        for end in ("/C0", "/C1"):
            if end in part:
                yield tuple(float(share) for share in part[end])


def _most(picture: Any) -> float:
    """The most ink of a picture's pixels, where it is of inks."""
    if picture.ColorSpace != "/DeviceCMYK":
        return 0.0
    if picture.get("/Filter") == "/DCTDecode":
        image: Image.Image = Image.open(io.BytesIO(picture.read_raw_bytes()))
    else:
        image = Image.frombytes("CMYK", (int(picture.Width), int(picture.Height)), picture.read_bytes())
    return inks.most(image)
