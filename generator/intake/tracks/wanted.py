"""What is known before a notice is read: the year, how the contest is called, which fields and tracks there may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.intake.structure.typing_marks import tidy

_QUOTES = "[“”\"'‘’「」『』]?"


@dataclass(frozen=True)
class Wanted:
    """The contest and the edition that a notice is read for."""

    year: int
    contest: str = ""
    forms: tuple[str, ...] = ()
    """Forms of its name: `{year}` and `{branch}` stand in them."""
    national: bool = False
    sectors: Mapping[str, str] = field(default_factory=dict)
    """Ids of fields by name."""
    track: str = "赛道"
    """What the contest calls its tracks."""

    @property
    def name(self) -> re.Pattern[str]:
        """A pattern of the edition's name, whatever its quotation marks."""
        forms = [_pattern(form, self.year) for form in self.forms if ("{branch}" in form) != self.national]
        any_name = (
            r"年(?:(?!举办|开展|\d月)[^，。；：]){2,20}(?:[大竞比]赛|挑战赛)(?:(?!将|正式|启动)[^，。；：（\s]){0,10}"
        )
        return re.compile("|".join(forms) or f"{self.year}{any_name}")


def _pattern(form: str, year: int) -> str:
    parts = re.split(r"(\{year\}|\{branch\}|[“”])", tidy(form))
    swap = {"{year}": str(year), "{branch}": r"(?:(?!组委会)[\u4e00-\u9fff]){2,12}?", "“": _QUOTES, "”": _QUOTES}
    return "".join(swap.get(part) or re.escape(part) for part in parts)


def sectors_in(name: str, sectors: Mapping[str, str]) -> Iterable[str]:
    """The ids of the fields that a track's name names."""
    exact = sectors.get(name)
    return [exact] if exact else [key for word, key in sectors.items() if word in name]
