"""What writers type where a program has a means of its own: lists by hand, the mark of an end, lists of annexes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.intake.writeups.passages import WordPart

_ITEM = re.compile(r"(?P<number>\d{1,2})(?:\\?[.)]|[、．])\s*(?=\D)(?P<words>.+)", re.DOTALL)
_COUNTED = re.compile(r"(\d+)\. ")
_END = re.compile(r"[（(]?(以下|此页|本页)(无正文|空白)[)）]?")
_SIGNED = re.compile(
    r"[^。；]{0,12}[（(]?(签名|签字|签章|盖章|公章)[）)]?\s*[：:][^。]*|[^。；]{0,12}[（(](签名|签字|签章|盖章|公章)[）)]"
)
_ANNEXES = re.compile(r"附件\s*[\d一二三四五六七八九十]*\s*[：:]")


def listed(blocks: Iterable[WordPart], is_section: Callable[[str], bool]) -> Iterator[WordPart]:
    """The blocks with paragraphs numbered 1, 2, … that follow each other as one list; sections are no items."""
    run: list[WordPart] = []
    for block in blocks:
        number = _number(block, is_section)
        if number != len(run) + 1:
            yield from _as_list(run)
            run = []
        if number == len(run) + 1:
            run.append(block)
        else:
            yield block
    yield from _as_list(run)


def nested(blocks: Iterable[WordPart]) -> list[WordPart]:
    """The blocks with numbered lists that follow each other as one, where the next counts on or is below an item.

    Markdown would take them for one list in any case, and count all their items in a row: others become lines.
    """
    made: list[WordPart] = []
    for block in blocks:
        if joined := _joined(made[-1], block) if made and made[-1].kind == block.kind == "list" else []:
            made[-1:] = joined
        else:
            made.append(block)
    return made


def _joined(outer: WordPart, block: WordPart) -> list[WordPart]:
    """Two numbered lists as one, if their numbers and words say that they are, else the second as lines."""
    items = [line for line in outer.markdown.split("\n") if _COUNTED.match(line)]
    first = _COUNTED.match(block.markdown)
    if not (items and first):
        return []
    last = _COUNTED.match(items[-1])
    if last and int(first[1]) == int(last[1]) + 1:
        inner = block.markdown
    elif first[1] == "1" and items[-1].rstrip().endswith(("：", ":")):
        inner = re.sub("(?m)^", "    ", block.markdown)
    elif "\n " in block.markdown:
        return []
    else:
        lines = re.sub(r"(?m)^(\d+)\.", r"\1\.", block.markdown).replace("\n", "\n\n")
        return [outer, replace(block, kind="paragraph", markdown=lines)]
    return [replace(outer, words=f"{outer.words}\n{block.words}", markdown=f"{outer.markdown}\n{inner}")]


def _number(block: WordPart, is_section: Callable[[str], bool]) -> int:
    item = _ITEM.match(block.markdown) if block.kind == "paragraph" else None
    return int(item["number"]) if item and not is_section(block.words) else 0


def _as_list(run: Sequence[WordPart]) -> Sequence[WordPart]:
    if len(run) < 2:
        return run
    lines = [_ITEM.sub(r"\g<number>. \g<words>", block.markdown) for block in run]
    return [WordPart("list", "\n".join(block.words for block in run), "\n".join(lines))]


def without_end(
    blocks: Iterable[WordPart], is_section: Callable[[str], bool], left_out: list[str]
) -> Iterator[WordPart]:
    """The blocks without the mark that no text follows, lines to sign and names of annexes, all told in `left_out`."""
    number = 0
    for block in blocks:
        is_line = block.kind in ("paragraph", "bold")
        if is_line and _ANNEXES.match(block.words):
            first = _ITEM.match(_ANNEXES.sub("", block.words).strip())
            number = int(first["number"]) if first else 0
        elif number and _number(block, is_section) == number + 1:
            number += 1
        elif is_line and (_END.fullmatch(block.words) or _SIGNED.fullmatch(block.words)):
            number = 0
        else:
            number = 0
            yield block
            continue
        left_out.append(block.words)
