"""Names by sound: pinyin as units of the index, so that whoever types Latin letters finds Chinese.

A syllable is one unit, and so is its first letter; both lie in a private area that no text uses. The same table is in
`templates/shell/assets/js/search/sounds.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

INITIALS = ("", *"b p m f d t n l g k h j q x zh ch sh r z c s y w".split())
FINALS = tuple(
    "a o e i u ai ei ao ou an en in un ang eng ing ong ia ie iu iao ian iang iong ua uo ui uai uan uang ue er".split()
)
SYLLABLES, LETTERS = 0xE000, 0xE800

NAMES = ("title", "unit")
"""The fields that can be found by sound; other names are titles of documents of their own."""

_UNITS = {
    initial + final: chr(SYLLABLES + at * 40 + place)
    for at, initial in enumerate(INITIALS)
    for place, final in enumerate(FINALS)
}
_HAN = re.compile("[\u3400-\u9fff]{2,}")


def sounds(names: Sequence[str]) -> Iterator[str]:
    """Each run of Chinese in some names, as syllables and as their first letters."""
    for name in names:
        for run in _HAN.findall(name):
            yield from _sounds(run)


@lru_cache(maxsize=4096)
def _sounds(run: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  (half a second, and most builds tokenise nothing)

    syllables = [syllable.replace("v", "u") for syllable in lazy_pinyin(run)]
    if not all(syllable in _UNITS for syllable in syllables):
        return ()  # a character without a reading, or an interjection such as hm
    firsts = "".join(chr(LETTERS + ord(syllable[0]) - ord("a")) for syllable in syllables)
    return "".join(map(_UNITS.__getitem__, syllables)), firsts
