"""Small files about the documents: facets as columns, what is shown of a hit, texts for snippets, order of titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from generator.search import encode
from generator.search.entries import FACETS, FIELDS, SearchEntry, Value

CARD = ("title", "unit", "summary")
"""The fields that stand on a hit's card; the others are in its text."""

BY_COUNT = frozenset({"region", "tags"})
"""Facets whose values are offered from the commonest; the others keep the order of the documents."""


def facets(documents: Sequence[SearchEntry], names: Sequence[str]) -> list[dict[str, Any]]:
    """Columns of the named facets: the values, and for each document how many it has and which."""
    return [_facet(documents, name) for name in names]


def _facet(documents: Sequence[SearchEntry], name: str) -> dict[str, Any]:
    columns = [document.facets.get(name, ()) for document in documents]
    values = _values(documents, columns, name)
    number = {value: index for index, (value, _) in enumerate(values)}
    ids = [sorted({number[value] for value, _ in column}) for column in columns]
    return {
        "name": name,
        "label": FACETS[name],
        "values": values,
        "n": encode.text_of([len(chosen) for chosen in ids]),
        "ids": encode.text_of([index for chosen in ids for index in chosen]),
    }


def _values(documents: Sequence[SearchEntry], columns: list[tuple[Value, ...]], name: str) -> list[Value]:
    """Every value once: a later label of the same value gives way to the first."""
    counts = Counter(value for column in columns for value, _ in column)
    labels = {value: label for column in reversed(columns) for value, label in reversed(column)}
    first = dict.fromkeys(value for column in columns for value, _ in column)
    if name in BY_COUNT:
        return [(value, labels[value]) for value in sorted(first, key=lambda value: (-counts[value], value))]
    if name == "award":
        ranks: dict[str, int] = {}
        for document, column in zip(documents, columns, strict=True):
            for value, _ in column:
                ranks[value] = min(document.rank, ranks.get(value, document.rank))
        return [(value, labels[value]) for value in sorted(first, key=lambda value: ranks[value])]
    return [(value, labels[value]) for value in first]


def card(document: SearchEntry) -> list[Any]:
    """What is shown of a hit, but for what its facets say."""
    shown = [document.one(name) for name in CARD]
    return [document.address, *shown, document.cover, int(document.demo)]


def text(document: SearchEntry) -> str:
    """A document's values that are not on its card, a line for each."""
    rest = (value for name in FIELDS if name not in CARD for value in document.texts.get(name, ()))
    return "\n".join(" ".join(value.split()) for value in rest if value)


def titles(documents: Sequence[SearchEntry]) -> dict[str, str]:
    """Documents in the order of their titles, with keys by which several indexes can be merged.

    The order is that of GB 18030, in which the common characters stand by their pronunciation; the key is made of
    the first three characters.
    """
    keys = [document.one("title").encode("gb18030", "replace") for document in documents]
    order = sorted(range(len(keys)), key=lambda number: (keys[number], number))
    numbers = [int.from_bytes(keys[number][:6].ljust(6, b"\0"), "big") for number in order]
    gaps = [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]
    return {"order": encode.text_of(order), "keys": encode.text_of(gaps)}
