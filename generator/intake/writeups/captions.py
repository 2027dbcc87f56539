"""The names of pictures, which stand in lines below or above them, and what a text says of them by their numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from generator.intake.writeups.passages import WordPart

_LONGEST = 40
_SENTENCE = re.compile(r"[。；;，,！？]$")
_FIGURE_NUMBER = r"图\s*(\d++(?:[.\-—－–]\d+)*+|[一二三四五六七八九十]++)"
_FIGURE = re.compile(rf"(?:^|\s){_FIGURE_NUMBER}(?![所中是为可显给展])[:：、.\s]*")
"""The number before the name of a figure, which is no sentence about it."""

_REFERENCE = re.compile(rf"(?:(?<!\w)|(?<=[见如由从及和与在至])){_FIGURE_NUMBER}")


def referring(parts: list[str], names: dict[str, str], told: dict[str, None]) -> list[str]:
    """A text that tells figures by their names, for pages give them no numbers, books others; `told` says which."""

    def named(found: re.Match[str]) -> str:
        name = names.get(_number(found[1]))
        told[f"正文里的“{found[0]}”{f'写作图“{name}”' if name else '是哪张图没有写明，请改写'}"] = None
        return f"图“{name}”" if name else found[0]

    return [part if part[0] in "!#" or _FIGURE.match(part) else _REFERENCE.sub(named, part) for part in parts]


def captioned(blocks: list[WordPart]) -> list[WordPart]:
    """Pictures with the line below or above them that begins with 图 as their words; a line may have several."""
    found: list[WordPart] = []
    for block in blocks:
        called, bare = names_in(block), list(takewhile(_is_bare, reversed(found)))
        if called and len(bare) >= len(called):
            found[-len(called) :] = map(_called, found[-len(called) :], called)
        elif _is_bare(block) and found and len(above := names_in(found[-1])) == 1:
            found[-1] = _called(block, above[0])
        else:
            found.append(block)
    return [_called(block, (names_in(block, "picture") or [block.words])[0]) for block in found]


def _is_bare(block: WordPart) -> bool:
    return block.kind == "picture" and not block.words


def _called(block: WordPart, words: str) -> WordPart:
    return replace(block, words=words) if block.kind == "picture" else block


def names_in(block: WordPart, *kinds: str) -> list[str]:
    """The names of the pictures that a line of these kinds tells."""
    return [name for _, name in numbered_names(block, *kinds)]


def numbered_names(block: WordPart, *kinds: str) -> list[tuple[str, str]]:
    """The numbers and names of the pictures whose names stand in a line."""
    short = block.kind in (kinds or ("paragraph", "bold", "picture")) and len(block.words) <= _LONGEST
    before, *parts = _FIGURE.split(block.words)
    if before or not short or _SENTENCE.search(block.words):
        return []
    return [(_number(number), name.strip()) for number, name in zip(parts[::2], parts[1::2], strict=True)]


def _number(written: str) -> str:
    return re.sub(r"[—－–.]", "-", written)
