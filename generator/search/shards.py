"""Lists packed into files of bounded size. A gram's file follows from its hash, so nobody needs a directory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from generator.search import encode
from generator.search.grams import Lists, Places
from generator.search.summaries import Summaries

REGISTER = "PortalSearchData"
"""The function of search.js that every file of the index calls with its name and its data."""

TARGET = 8_000
"""Characters of lists that a file holds on average."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MIX = 0x9E3779B1

Packed = Iterator[tuple[str, Any]]
"""Names and data of files."""

Parts = list[tuple[int, int]]


def script(name: str, data: Any) -> bytes:
    """A file of the index: a call with JSON arguments that any other program can read as well."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    call = f'{REGISTER}("{name}",{text});\n'
    try:
        return call.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub(lambda unit: f"\\u{ord(unit[0]):04x}", call).encode()


def pack_places(lists: Lists) -> tuple[int, Packed]:
    """The family of position lists: how many files it has, and the files."""
    shards = _number(encode.length(_gaps(lists)))
    order, parts = _parts(lists, shards)
    return shards, _places(f"p{lists.length}", lists.reordered(order), parts)


def pack_summaries(summaries: Summaries) -> tuple[int, Packed]:
    """The family of lists of documents: how many files it has, and the files."""
    lists = summaries.lists
    shards = _number(encode.length(_gaps(lists)) + lists.places.size)
    order, parts = _parts(lists, shards)
    ordered = summaries.reordered(order)
    return shards, _with_symbols(_places(f"s{lists.length}", ordered.lists, parts), ordered, parts)


def _places(family: str, lists: Lists, parts: Parts) -> Packed:
    text, ends = encode.encode(_gaps(lists))
    joined, bounds = text.tobytes().decode("ascii"), ends[lists.bounds]
    for number, (start, end) in enumerate(parts):
        sizes = encode.text_of(np.diff(bounds[start : end + 1]))
        yield f"{family}-{number}", {"k": lists.text(start, end), "n": sizes, "d": joined[bounds[start] : bounds[end]]}


def _with_symbols(packed: Packed, summaries: Summaries, parts: Parts) -> Packed:
    joined, bounds = encode.symbols(summaries.symbols).tobytes().decode("ascii"), summaries.lists.bounds
    for (name, data), (start, end) in zip(packed, parts, strict=True):
        sizes = encode.text_of(np.diff(bounds[start : end + 1]))
        yield name, {**data, "m": sizes, "s": joined[bounds[start] : bounds[end]]}


def _gaps(lists: Lists) -> Places:
    """The first place of each list, then the steps from one to the next."""
    gaps = np.diff(lists.places, prepend=lists.places.dtype.type(0))
    gaps[lists.bounds[:-1]] = lists.places[lists.bounds[:-1]]
    return gaps


def _number(characters: int) -> int:
    return max(1, -(-characters // TARGET))


def _parts(lists: Lists, shards: int) -> tuple[Places, Parts]:
    """The grams in the order of their files, and from where to where each file's grams are."""
    hashed = np.zeros(lists.grams.size, dtype=np.uint32)
    for column in lists.units.T:
        hashed = (hashed ^ column) * np.uint32(_MIX)
        hashed ^= hashed >> np.uint32(15)
    shard = hashed % np.uint32(shards)
    bounds = np.concatenate(([0], np.cumsum(np.bincount(shard, minlength=shards))))
    return np.argsort(shard, kind="stable"), list(pairwise(bounds.tolist()))


def blocks(name: str, items: Sequence[Any], size: int) -> Packed:
    """Items, so many to a file."""
    for number, start in enumerate(range(0, len(items), size)):
        yield f"{name}-{number}", items[start : start + size]
