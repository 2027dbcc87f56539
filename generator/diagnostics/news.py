"""What one look at content found that the look before had not, and the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.diagnostics.report import Diagnostic, by_place, counted, listed

_Lasting = tuple[str, str, str, str]
"""What of a problem lasts while lines are written above it."""


@dataclass(frozen=True)
class News:
    """Problems that are new, that are gone, that are as they were, and of which nothing is known as of now."""

    new: list[Diagnostic]
    gone: list[Diagnostic]
    kept: list[Diagnostic]
    unknown: list[Diagnostic]

    @property
    def known(self) -> list[Diagnostic]:
        """What the next look is compared with."""
        return [*self.new, *self.kept, *self.unknown]

    def to_text(self) -> str:
        """The new ones in full, a line for each that is gone, then a line that counts; empty when there are none."""
        gone = [f"已没有：{replace(each, hint='').to_text()}" for each in self.gone]
        counts = (("新增 {}", self.new), ("减少 {}", self.gone), ("{}没有变，portal check 列出全部", self.kept))
        line = "；".join(form.format(counted(found)) for form, found in counts if found)
        return "\n".join([*listed(self.new), *gone, *([line] if line else [])])


def between(before: Iterable[Diagnostic], now: Iterable[Diagnostic], unread: Collection[str | None] = ()) -> News:
    """Compare two looks. What was found in a branch that is `unread` now is not gone; None among them unreads all."""
    earlier, later = set(before), set(now)
    lost, found = by_place(earlier - later), by_place(later - earlier)
    moved = Counter(map(_lasting, lost)) & Counter(map(_lasting, found))
    new, missing = list(_without(found, moved)), list(_without(lost, moved))
    unknown = [each for each in missing if None in unread or each.at.branch in unread]
    return News(
        new=new,
        gone=[each for each in missing if each not in unknown],
        kept=by_place(later.difference(new)),
        unknown=unknown,
    )


def _without(problems: Iterable[Diagnostic], moved: Counter[_Lasting]) -> Iterator[Diagnostic]:
    """The problems but for as many of each as only moved."""
    left = moved.copy()
    for each in problems:
        if left[_lasting(each)]:
            left[_lasting(each)] -= 1
        else:
            yield each


def _lasting(found: Diagnostic) -> _Lasting:
    return found.code, found.at.path, found.message, found.hint
