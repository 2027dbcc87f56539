"""Formulas of MathType, of Word's old equation editor and of WPS as LaTeX: what their format, MTEF 3 and 5, says."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from generator.intake import office
from generator.intake.writeups import equations

_HEADER = 28
"""Bytes before the formula in its stream."""

_FENCES = {
    0: ("⟨", "⟩"),
    1: ("(", ")"),
    2: (r"\{", r"\}"),
    3: ("[", "]"),
    4: ("|", "|"),
    5: ("‖", "‖"),
    6: ("⌊", "⌋"),
    7: ("⌈", "⌉"),
}
_KINDS = {
    3: {13: "root", 14: "fraction", 15: "script", 16: "underline", 17: "overline", 21: r"\int", 29: r"\sum"}
    | {31: r"\prod", 35: "⋃", 37: "⋂", 39: "limit", 41: "slash"},
    5: {10: "root", 11: "fraction", 12: "underline", 13: "overline", 15: r"\int", 16: r"\sum", 17: r"\prod"}
    | {19: "⋃", 20: "⋂", 23: "limit", 27: "script", 28: "script", 29: "script", 31: "vec", 32: "tilde", 33: "hat"},
}
"""What templates are by their numbers, in either version."""

_FORMS = {name: rf"\{name}{{{{{{0}}}}}}" for name in ("underline", "overline", "vec", "tilde", "hat")}
_FORMS |= {"fraction": r"\frac{{{0}}}{{{1}}}", "slash": "{0}/{1}"}

_ABOVE = {2: r"\dot", 3: r"\ddot", 8: r"\tilde", 9: r"\hat", 11: r"\vec", 17: r"\bar"}
_BEHIND = {5: "'", 6: "''", 18: "'''"}
_LEFT, _RIGHT = 1, 2
"""Variations of fences that have only one side."""

_UPRIGHT = (129, 130)
"""The typefaces of text and of functions."""

_SIZES = range(10, 15)
_FUTURE = 100
"""Kinds of records: sizes without anything behind them; from here on those of later versions, with their length."""

_SPACES = re.compile("[\u0000\ueb01-\ueb08\uef00-\uef0f]")
_UNREADABLE = (KeyError, IndexError, struct.error, RecursionError)


def latex(raw: bytes) -> str | None:
    """The formula of an embedded object without dollars, None where it is none or cannot be written and set."""
    native = office.stream(raw, "Equation Native")
    try:
        return equations.printable(_FormulaReader(native[_HEADER:]).formula()) if native else None
    except _UNREADABLE:  # something of another form, or broken
        return None


@dataclass
class _FormulaReader:
    data: bytes
    at: int = 0
    version: int = 0

    def formula(self) -> str:
        self.version = self._byte()
        if self.version not in _KINDS:
            raise KeyError(self.version)
        self.at += 4
        if self.version == 5:
            self._name()
            self.at += 1
        return equations.worded(self._row(is_outer=True))

    def _leap(self, count: int) -> None:
        self.at += count

    def _byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def _word(self) -> int:
        self.at += 2
        return int(struct.unpack_from("<H", self.data, self.at - 2)[0])

    def _unsigned(self) -> int:
        value = self._byte()
        return self._word() if value == 255 else value

    def _name(self) -> None:
        self.at = self.data.index(0, self.at) + 1 if 0 in self.data[self.at :] else len(self.data)

    def _row(self, is_outer: bool = False) -> str:
        """The objects up to the end of a list, in one line."""
        return _joined([self._object(*record) for record in self._records(is_outer)])

    def _records(self, is_outer: bool = False) -> Iterator[tuple[int, int]]:
        """The kinds and options of records up to the end of a list, or of the formula."""
        while self.at < len(self.data) or not is_outer:
            kind, options = self._record()
            if kind == 0:
                return
            if options & 8 and (self._byte(), self._byte()) == (128, 128):  # moved so far that two more words say it
                self.at += 4
            yield kind, options

    def _record(self) -> tuple[int, int]:
        tag = self._byte()
        if self.version == 3:
            return tag & 15, tag >> 4
        return tag, self._byte() if 0 < tag < 7 else 0

    def _object(self, kind: int, options: int) -> str:
        """What an object writes: nothing when it is only said for the look of a formula."""
        if kind == 1:
            return self._line(options) or ""
        if kind == 2:
            return self._letter(options)
        if kind == 3:
            return self._template()
        if kind == 4:
            return self._pile(options)
        self._skip(kind)
        return ""

    def _line(self, options: int) -> str | None:
        if options & 4:
            self.at += 2 if self.version == 5 else 1
        if options & 2:
            self._skip(self._record()[0])
        return None if options & 1 else self._row()

    def _pile(self, options: int) -> str:
        self.at += 2
        if options & 2:
            self._skip(self._record()[0])
        lines = self._slots()
        if len(lines) != 1:
            raise KeyError("several lines")
        return lines[0] or ""

    def _letter(self, options: int) -> str:
        face = self._byte()
        if self.version == 5:
            code = 0 if options & 32 else self._word()
            self.at += bool(options & 4) + 2 * bool(options & 16)
            embellished = bool(options & 1)
        else:
            code, embellished = self._word(), bool(options & 2)
        letter = _SPACES.sub("", equations.plain(chr(code)))
        if "\ud800" <= letter <= "\uf8ff":
            raise KeyError(letter)  # a sign of its own
        if face in _UPRIGHT and letter.isalpha() and letter.isascii():
            letter = f"\\mathrm{{{letter}}}"
        return self._embellished(letter) if embellished else letter

    def _embellished(self, letter: str) -> str:
        for _ in self._records():
            mark = self._byte()
            letter = f"{letter}{_BEHIND[mark]}" if mark in _BEHIND else f"{_ABOVE[mark]}{{{letter}}}"
        return letter

    def _slots(self) -> list[str | None]:
        """The lines of a template, None for one that is not there; its fences and operators have their signs."""
        found: list[str | None] = []
        for kind, options in self._records():
            written = self._line(options) if kind == 1 else self._object(kind, options)
            found += [written] if kind in (1, 4) else []
        return found

    def _template(self) -> str:
        selector, variation = self._byte(), self._byte()
        if self.version == 5 and variation & 128:
            variation = variation & 127 | self._byte() << 7
        self._leap(1)
        slots = [*self._slots(), None, None, None]
        first, second, third = (each or "" for each in slots[:3])
        if selector in _FENCES:
            left, right = _FENCES[selector]
            return left * (variation != _RIGHT) + first + right * (variation != _LEFT)
        kind = _KINDS[self.version][selector]
        if kind in _FORMS:
            return _FORMS[kind].format(first, second)
        if kind == "root":
            return rf"\sqrt[{second}]{{{first}}}" if second else rf"\sqrt{{{first}}}"
        if kind == "script":
            return equations.scripts(first, second)
        if kind == "limit":
            return first + equations.scripts(second, None)
        return f"{kind}{equations.scripts(second, third)}{first}"

    def _skip(self, kind: int) -> None:
        """Go past what is only said for the look of a formula. Raises `KeyError` for what is not known."""
        if kind >= _FUTURE:
            self._leap(self._unsigned())
        elif kind not in _SIZES:
            looks = {7: self._ruler, 8: self._font, 9: self._size, 15: self._unsigned, 16: self._colour}
            looks |= {17: self._font_name, 18: self._preferences, 19: self._name}
            looks[kind]()

    def _ruler(self) -> None:
        self._leap(3 * self._byte())

    def _font(self) -> None:
        if self.version == 5:
            self._unsigned()
            self._leap(1)
        else:
            self._leap(2)
            self._name()

    def _size(self) -> None:
        self._leap({101: 2, 100: 3}.get(self._byte(), 1))

    def _colour(self) -> None:
        options = self._byte()
        self._leap(8 if options & 1 else 6)
        if options & 4:
            self._name()

    def _font_name(self) -> None:
        self._unsigned()
        self._name()

    def _preferences(self) -> None:
        self.at += 1
        for _ in ("sizes", "spaces"):
            self._dimensions(self._byte())
        for _ in range(self._byte()):
            self._leap(bool(self._byte()))

    def _dimensions(self, count: int) -> None:
        """Lengths in half bytes, each with a unit before it and 15 behind; the last one may leave half a byte."""
        half = 0
        while count:
            value = self.data[self.at + half // 2] >> (0 if half % 2 else 4) & 15
            half += 1
            count -= value == 15
        self.at += (half + 1) // 2


def _joined(parts: list[str]) -> str:
    """A row: letters that stand upright beside each other as one word, and so indexes typed one after the other."""
    row = re.sub(r"(?<=[a-zA-Z])\}\\mathrm\{(?=[a-zA-Z])", "", "".join(parts))
    return re.sub(r"_\{([^{}]*)\}_\{([^{}]*)\}", r"_{\1\2}", row)
