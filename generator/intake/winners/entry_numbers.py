"""Numbers for projects that have none: the letters of their track and a running number, never one that was used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pypinyin import Style, lazy_pinyin

from generator.model import Track

_NUMBERED = re.compile(r"(?P<letters>[A-Za-z]+\d*)-(?P<count>\d+)")


class Numbers:
    """Gives the next number of a track; `used` has the tracks of all numbers that there are."""

    def __init__(self, tracks: Sequence[Track], used: Mapping[str, str]) -> None:
        self.letters = _letters(tracks) | _usual(used, tracks)
        found = [match for match in map(_NUMBERED.fullmatch, used) if match]
        self.last = Counter[str]()
        for match in found:
            self.last[match["letters"]] = max(self.last[match["letters"]], int(match["count"]))
        self.width = max((len(match["count"]) for match in found), default=3)

    def next(self, track: str) -> str:
        """The next number in a track, by its name."""
        letters = self.letters.get(track, "X")
        self.last[letters] += 1
        return f"{letters}-{self.last[letters]:0{self.width}}"


def _letters(tracks: Sequence[Track]) -> dict[str, str]:
    """The first letters of the first two characters, all of them where tracks share these, else the track's number."""
    spoken = {track.name: lazy_pinyin(track.name, style=Style.FIRST_LETTER, errors="ignore") for track in tracks}
    sounds = {name: "".join(letters).upper() for name, letters in spoken.items()}
    short = Counter(sound[:2] for sound in sounds.values())
    whole = Counter(sounds.values())
    found = {}
    for track in tracks:
        sound = sounds[track.name]
        letters = sound[:2] if short[sound[:2]] == 1 else sound if whole[sound] == 1 else ""
        # Three letters may be a month, and spreadsheet programs make MAR-04 a date; XX (小学) is what stands for a gap.
        is_good = len(letters) not in (0, 1, 3) and set(letters) != {"X"}
        found[track.name] = letters if is_good else f"T{track.number:02}"
    return found


def _usual(used: Mapping[str, str], tracks: Sequence[Track]) -> dict[str, str]:
    """The letters that a track's entries have already, where all have the same."""
    names = {track.slug: track.name for track in tracks}
    seen: dict[str, set[str]] = {}
    for number, track in used.items():
        if match := _NUMBERED.fullmatch(number):
            seen.setdefault(names.get(track, track), set()).add(match["letters"])
    return {track: next(iter(letters)) for track, letters in seen.items() if len(letters) == 1}
