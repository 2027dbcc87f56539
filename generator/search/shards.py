"""Lists packed into files of bounded size. A gram's file follows from its hash, so nobody needs a directory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from generator.search import encode
from generator.search.grams import Grams, Lists, Places
from generator.search.summaries import Summaries

REGISTER = "PortalSearchData"
"""The function of search.js that every file of the index calls with its name and its data."""

TARGET = 10_000
"""Characters of lists that a file holds on average."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MIX = 0x9E3779B1

Packed = Iterator[tuple[str, Any]]
"""Names and data of files."""


def script(name: str, data: Any) -> bytes:
    """A file of the index: a call with JSON arguments that any other program can read as well."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = _LONE_SURROGATE.sub(lambda unit: f"\\u{ord(unit[0]):04x}", text)
    return f'{REGISTER}("{name}",{text});\n'.encode()


def unscript(content: bytes) -> Any:
    """The data of a file of the index."""
    return json.loads(content.decode()[len(REGISTER) + 1 : -3].partition(",")[2])


def shard_of(gram: str, shards: int) -> int:
    """Which of a family's files holds a gram."""
    hashed = 0
    units = np.frombuffer(gram.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    for unit in units.tolist():
        hashed = (hashed ^ unit) * _MIX & 0xFFFFFFFF
        hashed ^= hashed >> 15
    return hashed % shards


def pack_places(lists: Lists) -> tuple[int, Packed]:
    """The family of position lists: how many files it has, and the files."""
    gaps = np.diff(lists.places, prepend=0)
    gaps[lists.bounds[:-1]] = lists.places[lists.bounds[:-1]]
    text, ends = encode.encode(gaps)
    bounds = ends[lists.bounds]
    shards = _number(text.size)
    return shards, _places(f"p{lists.length}", lists.texts(), text.tobytes().decode("ascii"), bounds, _order(lists.grams, lists.length, shards))


def _places(family: str, grams: list[str], text: str, bounds: Places, order: list[list[int]]) -> Packed:
    sizes, at = np.diff(bounds), bounds.tolist()
    for number, members in enumerate(order):
        data = {
            "k": "".join([grams[i] for i in members]),
            "n": encode.text_of(sizes[members]),
            "d": "".join([text[at[i] : at[i + 1]] for i in members]),
        }
        yield f"{family}-{number}", data


def pack_summaries(lists: Summaries) -> tuple[int, Packed]:
    """The family of lists of documents: how many files it has, and the files."""
    gaps = np.diff(lists.documents, prepend=0)
    gaps[lists.bounds[:-1]] = lists.documents[lists.bounds[:-1]]
    text, ends = encode.encode(gaps)
    symbols = encode.symbols(lists.symbols).tobytes().decode("ascii")
    shards = _number(text.size + len(symbols))
    grams = Lists(lists.length, lists.grams, lists.bounds, lists.documents).texts()
    order = _order(lists.grams, lists.length, shards)
    places = _places(f"s{lists.length}", grams, text.tobytes().decode("ascii"), ends[lists.bounds], order)
    return shards, _with_symbols(places, symbols, lists.bounds, order)


def _with_symbols(places: Packed, symbols: str, bounds: Places, order: list[list[int]]) -> Packed:
    sizes, at = np.diff(bounds), bounds.tolist()
    for (name, data), members in zip(places, order, strict=True):
        data["m"] = encode.text_of(sizes[members])
        data["s"] = "".join([symbols[at[i] : at[i + 1]] for i in members])
        yield name, data


def _number(characters: int) -> int:
    return max(1, -(-characters // TARGET))


def _order(grams: Grams, length: int, shards: int) -> list[list[int]]:
    """For each file the grams that it holds, by their index."""
    hashed = np.zeros(grams.size, dtype=np.uint32)
    for step in range(length - 1, -1, -1):
        hashed = (hashed ^ (grams >> np.uint64(16 * step)).astype(np.uint16)) * np.uint32(_MIX)
        hashed ^= hashed >> np.uint32(15)
    shard = hashed % np.uint32(shards)
    order = np.argsort(shard, kind="stable")
    ends = np.cumsum(np.bincount(shard, minlength=shards))
    return [part.tolist() for part in np.split(order, ends[:-1])]


def blocks(name: str, items: Sequence[Any], size: int) -> Packed:
    """Items, so many to a file."""
    for number, start in enumerate(range(0, len(items), size)):
        yield f"{name}-{number}", items[start : start + size]
