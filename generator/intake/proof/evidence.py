"""A notice as text in which words, numbers and days are looked for, whatever their width, blanks and line ends."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from generator.intake.manuscripts import Grid, Manuscript, PrintedPlace
from generator.intake.structure.typing_marks import tidy
from generator.text.numerals import chinese

_CHANCE = re.compile(r"[\s*#\\<>]+")
_ADDED = re.compile(r"^https?://(?=www\.)|(?<=号)）$")
_NEAR = 0.6
_AROUND = 30


@dataclass(frozen=True)
class Found:
    """Where something stands: the words before it, itself as printed, the words after it."""

    place: PrintedPlace
    before: str
    words: str
    after: str


def plain(text: str) -> str:
    """A text without what typing and converting leave to chance: width, blanks, marks of Markdown, kinds of dashes."""
    return re.sub("[—–‐−－]", "-", _CHANCE.sub("", unicodedata.normalize("NFKC", text)))


def number_forms(value: float) -> list[str]:
    """How a notice may write a number: 30000 as 30000, 3万; 2 as 2, 二, 两; 0.3 as 30%."""
    if 0 < value < 1:
        return [f"{value * 100:g}%", *(f"{form}成" for form in number_forms(round(value * 10)) if value * 10 % 1 == 0)]
    forms = [f"{value:g}" if value < 10**6 else str(int(value))]
    if value == int(value) and 0 < value < 100:
        forms += [chinese(int(value)), *["两"] * (value == 2)]
    return [*forms, f"{value / 10_000:g}万", f"{value / 1000:g}千"] if value >= 1000 else forms


class Evidence:
    """The text of a notice."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.lines: list[tuple[str, PrintedPlace]] = []
        for piece in manuscript.pieces:
            rows = ["　".join(dict.fromkeys(row)) for row in piece.rows] if isinstance(piece, Grid) else [piece.text]
            self.lines += [(tidy(row), piece.place) for row in rows if row.strip()]
        self._printed = "".join(text for text, _ in self.lines)
        self._plain = [plain(text) for text, _ in self.lines]
        self._starts = [0, *accumulate(map(len, self._plain))]
        self.text = "".join(self._plain)
        # Where every plain character stands in what is printed: wide ones may become several.
        self._at_print = [place for place, char in enumerate(self._printed) for _ in plain(char)]

    def find(self, words: str) -> Found | None:
        """The first place of exactly these words, but for what content adds: http:// and the end of a bracket."""
        for wanted in map(plain, (words, _ADDED.sub("", words))):
            if wanted and (at := self.text.find(wanted)) >= 0:
                return self._at(at, len(wanted))
        return None

    def search(self, pattern: str) -> Found | None:
        """The first place that a pattern matches."""
        match = re.search(pattern, self.text)
        return self._at(match.start(), len(match[0])) if match else None

    def nearest(self, words: str) -> tuple[Found, float] | None:
        """The line most like these words; how like, from 0 to 1. None when nothing is."""
        wanted = plain(words)
        pairs = {wanted[at : at + 2] for at in range(len(wanted) - 1)}
        if not pairs:
            return None
        shared = [sum(pair in line for pair in pairs) for line in self._plain]
        best = max(range(len(shared)), key=lambda place: (shared[place], -len(self._plain[place])))
        line = self._plain[best]
        match = SequenceMatcher(None, wanted, line, autojunk=False)
        blocks = [block for block in match.get_matching_blocks() if block.size]
        if not blocks:
            return None
        first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
        ratio = SequenceMatcher(None, wanted, line[first:last], autojunk=False).ratio()
        return (self._at(self._starts[best] + first, last - first), ratio) if ratio >= _NEAR else None

    def number(self, value: float, context: Sequence[str]) -> Found | None:
        """A line that has the number and one of the words; numbers near those words come first."""
        forms = "|".join(map(re.escape, number_forms(value)))
        return self._near(re.compile(rf"(?<![\d.,])(?:{forms})(?![\d.]|[一二三四五六七八九十])"), context)

    def any_number(self, context: Sequence[str]) -> Found | None:
        """The number that stands nearest to one of the words."""
        return self._near(re.compile(r"(?<![\d.,年月第〔])\d+(?:\.\d+)?[万千]?%?(?![\d.]|[年月日号])"), context)

    def _near(self, pattern: re.Pattern[str], context: Sequence[str]) -> Found | None:
        words = [plain(word) for word in context]
        best: tuple[int, int, int] | None = None
        for line, start in zip(self._plain, self._starts, strict=False):
            for match in pattern.finditer(line):
                near = [abs(match.start() - at.start()) for word in words for at in re.finditer(re.escape(word), line)]
                if near and (best is None or min(near) < best[0]):
                    best = (min(near), start + match.start(), len(match[0]))
        return self._at(best[1], best[2]) if best else None

    def has_number(self, text: str) -> bool:
        """Whether a number with its unit (`34个`) stands anywhere, in digits or in Chinese."""
        match = re.match(r"(\d+(?:\.\d+)?)(.*)", text)
        return bool(match) and any(plain(form + match[2]) in self.text for form in number_forms(float(match[1])))  # type: ignore[index]

    def _at(self, start: int, length: int) -> Found:
        line = bisect_right(self._starts, start) - 1
        end = start + length
        until = self._starts[bisect_right(self._starts, max(end - 1, start))]
        first = max(start - _AROUND, self._starts[line])
        after = min(end + _AROUND, until)
        words = [self._print(a, b) for a, b in pairwise((first, start, end, after))]
        return Found(self.lines[line][1], *words)

    def _print(self, start: int, end: int) -> str:
        """What is printed of a stretch of plain characters."""
        return self._printed[self._at_print[start] : self._at_print[end - 1] + 1] if end > start else ""


def runs(text: str, evidence: str, least: int) -> Iterator[str]:
    """The runs of at least so many Chinese characters that a text has in common with another one's."""
    words = re.sub(r"[^\u4e00-\u9fff]", "", text)
    at = 0
    while at + least <= len(words):
        length = least
        if words[at : at + length] in evidence:
            while at + length < len(words) and words[at : at + length + 1] in evidence:
                length += 1
            yield words[at : at + length]
            at += length
        else:
            at += 1
