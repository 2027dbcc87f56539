"""Small files about the documents: facets as columns, order of titles; what is shown of a hit, texts for snippets."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.model import Words
from generator.search import encode
from generator.search.entries import FACETS, FIELDS, SearchEntry, Value
from generator.search.normalise import normalise

CARD = ("title", "unit", "summary")
"""The fields that stand on a hit's card; the others are in its text."""

SMALL = 256
"""The most documents of a portal whose files are few: their bytes cost a visitor less than requests do."""

Sizes = tuple[int, int]
"""Documents to a file of cards and to one of texts."""

BY_COUNT = frozenset({"region", "tags"})
"""Facets whose values are offered from the commonest; the others keep the order of the documents."""

LATER = ("tags",)
"""Facets in a file of their own, because it is large."""

REGISTER = "PortalSearchData"
"""The function of search.js that every file of the index calls with its name and its data."""

Facets = Mapping[str, Sequence[Value]]
Ranked = tuple[int, Facets]
"""What columns say of a document: the rank of its award, and its facets."""


def script(name: str, data: Any) -> bytes:
    """A file of the index: a call with JSON arguments that any other program can read as well."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'{REGISTER}("{name}",{text});\n'.encode("utf-8", "backslashreplace")


# Facts of documents, a row for each, and the files that are made from all rows


def _first_facets(entry: SearchEntry) -> Ranked:
    return entry.rank, {name: values for name, values in entry.facets.items() if name not in LATER}


def _later_facets(entry: SearchEntry) -> Ranked:
    return entry.rank, {name: entry.facets[name] for name in LATER if name in entry.facets}


def _asked(entry: SearchEntry) -> list[Any]:
    """The phrases that lead to a document, each as parts, and what stands on a link to it."""
    phrases = [" ".join(map(normalise, phrase.split())) for phrase in entry.asked]
    return [phrases, entry.one("title"), entry.address] if phrases else []


FACTS: dict[str, Callable[[SearchEntry], Any]] = {
    "columns": _first_facets,
    "later": _later_facets,
    "titles": lambda entry: entry.one("title"),
    "asked": _asked,
}
"""What each file of columns has to know of a document."""


def file(name: str, rows: Sequence[Any], words: Words) -> Any:
    """A file of columns over all documents, from the facts of each, its labels in a contest's words."""
    if name == "titles":
        return titles(rows)
    if name == "asked":
        return asked(rows)
    if name == "later":
        return {"facets": facets(rows, LATER, words)}
    ranks = encode.text_of([rank for rank, _ in rows])
    return {"rank": ranks, "facets": facets(rows, [each for each in FACETS if each not in LATER], words)}


def facets(documents: Sequence[Ranked], names: Sequence[str], words: Words) -> list[dict[str, Any]]:
    """Columns of the named facets: the values, and for each document how many it has and which."""
    return [_facet(documents, name, words.say(FACETS[name])) for name in names]


def _facet(documents: Sequence[Ranked], name: str, label: str) -> dict[str, Any]:
    columns = [chosen.get(name, ()) for _, chosen in documents]
    values = _values(documents, columns, name)
    number = {value: index for index, (value, _) in enumerate(values)}
    ids = [sorted({number[value] for value, _ in column}) for column in columns]
    return {
        "name": name,
        "label": label,
        "values": values,
        "n": encode.text_of([len(chosen) for chosen in ids]),
        "ids": encode.text_of([index for chosen in ids for index in chosen]),
    }


def _values(documents: Sequence[Ranked], columns: Sequence[Sequence[Value]], name: str) -> list[Value]:
    """Every value once, with the label that it has first."""
    labels: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for (rank, _), column in zip(documents, columns, strict=True):
        for value, label in column:
            labels.setdefault(value, label)
            ranks[value] = min(rank, ranks.get(value, rank))
    if name in BY_COUNT:
        counts = Counter(value for column in columns for value, _ in column)
        return sorted(labels.items(), key=lambda each: (-counts[each[0]], each[0]))
    if name == "award":
        return sorted(labels.items(), key=lambda each: ranks[each[0]])
    return list(labels.items())


def asked(rows: Sequence[list[Any]]) -> list[Any]:
    """For each list of phrases and title the documents that they lead to, each with its address.

    What fewest phrases lead to comes first: of answers as good the browser keeps this order, a question before a page.
    """
    found: dict[str, list[Any]] = {}
    for number, row in enumerate(rows):
        if row:
            phrases, title, address = row
            found.setdefault(str(row[:2]), [phrases, title, []])[2].append([number, address])
    return sorted(found.values(), key=lambda row: len(row[0]))


def titles(found: Sequence[str]) -> str:
    """The documents in the order of their titles, which is that of GB 18030: common characters by pronunciation."""
    keys = [title.encode("gb18030", "replace") for title in found]
    return encode.text_of(sorted(range(len(keys)), key=lambda number: (keys[number], number)))


# Files of a block


def sizes(documents: int) -> Sizes:
    """Those of a portal with so many documents."""
    return (32, 4) if documents <= SMALL else (4, 2)


def names(documents: int, sizes: Sizes) -> list[str]:
    """The files of a block of so many documents."""
    kinds = zip(("card", "text"), sizes, strict=True)
    return [f"{kind}-{at}" for kind, size in kinds for at in range(-(-documents // size))]


def shown(documents: Sequence[SearchEntry], sizes: Sizes) -> Iterator[bytes]:
    """What these files hold."""
    for kind, size, shows in zip(("card", "text"), sizes, (card, text), strict=True):
        items = list(map(shows, documents))
        for at in range(-(-len(items) // size)):
            yield script(f"{kind}-{at}", items[at * size : (at + 1) * size])


def card(document: SearchEntry) -> list[Any]:
    """What is shown of a hit, but for what its facets say."""
    parts = [document.one(name) for name in CARD]
    return [document.address, *parts, document.cover, int(document.demo)]


def text(document: SearchEntry) -> str:
    """A document's values that are not on its card, a line for each."""
    rest = (value for name in FIELDS if name not in CARD for value in document.texts.get(name, ()))
    return "\n".join(" ".join(value.split()) for value in rest if value)
