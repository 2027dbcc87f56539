"""How a reader finds the way in the finished file: bookmarks, named destinations, page labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from generator.handbook.book import Bookmark, Numbering
from generator.handbook.join.writer import Writer, array, dictionary, key, number, reference, text

LEAF = 100
"""Entries in one leaf of a tree."""

Destinations = Mapping[str, bytes]
"""A ready destination array by anchor."""

_STYLES = {"none": b"<</S /D/P (C-)/St %d>>", "roman": b"<</S /r/St %d>>", "arabic": b"<</S /D/St %d>>"}


@dataclass(slots=True)
class _Mark:
    heading: Bookmark | None
    number: int
    kids: list[_Mark] = field(default_factory=list)


def outline(writer: Writer, headings: Iterable[Bookmark], destinations: Destinations) -> bytes | None:
    """The bookmarks; all levels but the first are folded."""
    root = _Mark(None, 0)
    path = [(0, root)]
    for heading in headings:
        if heading.anchor not in destinations:
            continue
        while path[-1][0] >= heading.level:
            path.pop()
        mark = _Mark(heading, 0)
        path[-1][1].kids.append(mark)
        path.append((heading.level, mark))
    if not root.kids:
        return None
    root.number = writer.reserve()
    _write_marks(writer, root, destinations)
    first, last = root.kids[0].number, root.kids[-1].number
    entry = dictionary(Type=b"/Outlines", First=reference(first), Last=reference(last), Count=b"%d" % len(root.kids))
    writer.add(entry, root.number)
    return reference(root.number)


def _write_marks(writer: Writer, parent: _Mark, destinations: Destinations) -> None:
    for mark in parent.kids:
        mark.number = writer.reserve()
    for place, mark in enumerate(parent.kids):
        assert mark.heading
        _write_marks(writer, mark, destinations)
        entries = {
            "Title": text(mark.heading.title),
            "Parent": reference(parent.number),
            "Prev": reference(parent.kids[place - 1].number) if place else None,
            "Next": reference(parent.kids[place + 1].number) if place + 1 < len(parent.kids) else None,
            "Dest": destinations[mark.heading.anchor],
        }
        if mark.kids:
            entries |= {
                "First": reference(mark.kids[0].number),
                "Last": reference(mark.kids[-1].number),
                "Count": b"-%d" % len(mark.kids),
            }
        writer.add(dictionary(**entries), mark.number)


def destination(page: int, x: float, y: float) -> bytes:
    """A place on a page, shown at the present magnification."""
    return array([reference(page), b"/XYZ", number(x), number(y), b"null"])


def name_tree(writer: Writer, entries: Mapping[str, bytes]) -> bytes | None:
    """A tree of values by name."""
    pairs = [(text(name), entries[name]) for name in sorted(entries, key=key)]
    return _tree(writer, "Names", pairs) if pairs else None


def number_tree(writer: Writer, values: Sequence[bytes]) -> bytes:
    """A tree of values by number, from 0."""
    return _tree(writer, "Nums", [(b"%d" % place, value) for place, value in enumerate(values)])


def _tree(writer: Writer, kind: str, pairs: Sequence[tuple[bytes, bytes]]) -> bytes:
    leaves = []
    for start in range(0, len(pairs), LEAF):
        chosen = pairs[start : start + LEAF]
        limits = array([chosen[0][0], chosen[-1][0]])
        leaves.append(reference(writer.add(dictionary(Limits=limits, **{kind: array(chain(*chosen))}))))
    return reference(writer.add(dictionary(**({"Kids": array(leaves)} if leaves else {kind: b"[]"}))))


def page_labels(ranges: Iterable[tuple[int, Numbering, int]]) -> bytes:
    """The numbers that a viewer shows: the printed folios, and C-1, C-2 … where none is printed."""
    pairs = [b"%d %s" % (start, _STYLES[style] % first) for start, style, first in ranges]
    return b"<</Nums %s>>" % array(pairs)
