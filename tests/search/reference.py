"""A searcher over the written files of one index, as plain as possible: tests hold search.js and the builder to it.

It reads nothing but the files, so it is also an example of how another program can use them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from posixpath import normpath
from typing import Any

from generator.search.columns import REGISTER
from generator.search.encode import ALPHABET, LAST, MORE
from generator.search.grams import LONGEST
from generator.search.normalise import normalise
from generator.search.summaries import CLASSES, EARLY, OFTEN

_TERM = re.compile(
    r"(?P<minus>[-－](?![\s\u200b\ufeff]|$))?"
    r"(?:(?:\"(?P<a>[^\"]*)\"|“(?P<b>[^”]*)”|”(?P<c>[^”]*)”|＂(?P<d>[^＂]*)＂)(?![^\s\u200b\ufeff])|(?P<word>[^\s\u200b\ufeff]+))"
)
_FACTOR = 0x045D9F3B
_NAME, _NAMES = 8, 256
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = (16, 8, 4, 2, 1)
"""What a match in a field of each class is worth."""


def score(symbol: int) -> int:
    """What a symbol adds to a document's score; scores of several terms are added up."""
    return _WEIGHTS[symbol >> 4] * 4096 + 15 - (symbol & 15)


@dataclass(frozen=True)
class Query:
    """Normalised terms that must and must not occur."""

    must: tuple[str, ...]
    must_not: tuple[str, ...]


def parse(text: str) -> Query:
    """Terms by blanks; quotes keep blanks; a minus excludes."""
    must: dict[str, None] = {}
    must_not: dict[str, None] = {}
    for found in _TERM.finditer(text):
        typed = next(part for part in found.group("a", "b", "c", "d", "word") if part is not None)
        if term := normalise(typed):
            (must_not if found["minus"] else must).setdefault(term)
    return Query(tuple(must), tuple(must_not))


@dataclass(frozen=True)
class Result:
    """Addresses in order, and for each facet how many hits have each value."""

    addresses: list[str]
    facets: dict[str, dict[str, int]]


@dataclass(frozen=True)
class FacetColumn:
    """One facet: its values, and those of each document."""

    name: str
    values: list[str]
    documents: list[frozenset[str]]


@dataclass(frozen=True)
class Searcher:
    """Searches the files of one index, given by their paths within the index's folder."""

    files: Mapping[str, bytes]
    folder: str = ""
    """The index's folder, where `files` have more."""

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The manifest."""
        data: dict[str, Any] = unscript(self.files[f"{self.folder}manifest.js"])
        return data

    def search(self, query: str, chosen: Mapping[str, Sequence[str]] | None = None, sort: str = "relevance") -> Result:
        """All hits in order, with the counts of facets."""
        scores = self._find(parse(query))
        kept, facets = self._narrow(scores, chosen or {})
        order = self._order(sort, scores)
        return Result([self.address(document) for document in sorted(kept, key=order)], facets)

    def address(self, document: int) -> str:
        """Where a document stands."""
        start, folder, size = next(block for block in reversed(self._blocks) if block[0] <= document)
        at = document - start
        return str(self._data(f"{folder}/card-{at // size}")[at % size][0])

    @cached_property
    def _blocks(self) -> list[tuple[int, str, int]]:
        """The first document of each block, where its files are, and how many documents are in a file of cards."""
        found, start = [], 0
        for folder, listed, cards, _ in self.manifest["blocks"]:
            for size, name in re.findall(r"(\d+) (\w+)", listed):
                found.append((start, f"{folder}documents/{name}", cards))
                start += int(size)
        return found

    def _data(self, path: str) -> Any:
        if path not in self._read:
            self._read[path] = unscript(self.files[normpath(f"{self.folder}{path}.js")])
        return self._read[path]

    def _named(self, name: str, called: str) -> Any:
        """A file whose name tells its content, or what the manifest holds in its place."""
        held = self.manifest["held"]
        return held[name] if name in held else self._data(f"{name}-{called}")

    def _column(self, name: str) -> Any:
        return self._named(name, self.manifest["columns"][name])

    @cached_property
    def _read(self) -> dict[str, Any]:
        """The data of the files that were needed so far."""
        return {}

    def _find(self, query: Query) -> dict[int, int]:
        scores = dict.fromkeys(range(self.manifest["documents"]), 0)
        for term in query.must:
            symbols = self.matches(term)
            scores = {found: scores[found] + score(symbols[found]) for found in symbols if found in scores}
        for term in query.must_not:
            for found in self.matches(term):
                scores.pop(found, None)
        return scores

    def matches(self, term: str) -> dict[int, int]:
        """The documents that contain a normalised term, with the symbol of the match."""
        if not self.manifest["documents"]:
            return {}
        units = _units(term)
        if len(units) == 1 or term in self._frequent:
            return self._summary(term, len(units))
        starts: set[int] | None = None
        for start, end in self._grams(units):
            places = {place - start for place in self._places(_text(units[start:end]), end - start)}
            starts = places if starts is None else starts & places
        return self._symbols(sorted(starts or ()))

    def _grams(self, units: list[int]) -> Iterator[tuple[int, int]]:
        """Every gram of a term that has a list of places; together they cover the term."""
        for length in range(2, LONGEST + 1):
            for start in range(len(units) - length + 1):
                if self._is_listed(units[start : start + length]):
                    yield start, start + length

    def _is_listed(self, units: list[int]) -> bool:
        if _text(units) in self._frequent:
            return False
        return len(units) == 2 or _text(units[:-1]) in self._frequent or _text(units[1:]) in self._frequent

    @cached_property
    def _frequent(self) -> dict[str, int]:
        """The number of each frequent gram among those of its length."""
        found: dict[str, int] = {}
        for length, joined in self.manifest["frequent"].items():
            found |= {gram: number for number, gram in enumerate(_pieces(joined, int(length)))}
        return found

    def _list(self, family: str, gram: str, length: int) -> tuple[dict[str, Any], int] | None:
        shards, tables = self.manifest["families"][family]
        number = mixed(self._code(_units(gram))) * shards >> 32
        table = self._named(f"{family}/names-{number // _NAMES}", tables.split()[number // _NAMES])
        at = number % _NAMES * _NAME
        data = self._data(f"{family}/{number}-{table[at : at + _NAME]}")
        grams = _pieces(data["k"], length)
        return (data, grams.index(gram)) if gram in grams else None

    def _code(self, units: list[int]) -> int:
        *head, last = units
        if len(head) < 2:
            return sum(head) << 16 | last
        if _text(head) in self._frequent:
            return self._frequent[_text(head)] << 16 | last
        return 1 << 31 | self._frequent[_text(units[1:])] << 16 | units[0]

    def _places(self, gram: str, length: int) -> list[int]:
        found = self._list(f"p{length}", gram, length)
        return list(accumulate(decode(_piece(found[0], "n", "d", found[1])))) if found else []

    def _summary(self, gram: str, length: int) -> dict[int, int]:
        found = self._list(f"s{length}", gram, length)
        if found is None:
            return {}
        documents = accumulate(decode(_piece(found[0], "n", "d", found[1])))
        symbols = map(symbol_value, _piece(found[0], "m", "s", found[1]))
        return dict(zip(documents, symbols, strict=True))

    def _symbols(self, places: list[int]) -> dict[int, int]:
        width = self.manifest["width"]
        counts = Counter(place // width for place in places)
        first = {place // width: place % width for place in reversed(places)}
        return {document: self._symbol(first[document], count) for document, count in counts.items()}

    def _symbol(self, first: int, count: int) -> int:
        zone = max(at for at, (_, start, _, _) in enumerate(self.manifest["zones"]) if start <= first)
        _, start, _, tells = self.manifest["zones"][zone]
        early = sum(bound <= first - start for bound in EARLY) if tells else 0
        return CLASSES[zone] * 16 + early * 4 + 3 - sum(bound <= count for bound in OFTEN)

    # Facets and order

    @cached_property
    def _columns(self) -> list[FacetColumn]:
        facets = [*self._column("columns")["facets"], *self._column("later")["facets"]]
        return [
            FacetColumn(facet["name"], [value for value, _ in facet["values"]], list(_sets(facet))) for facet in facets
        ]

    def _narrow(
        self, found: Mapping[int, int], chosen: Mapping[str, Sequence[str]]
    ) -> tuple[list[int], dict[str, dict[str, int]]]:
        facets = {}
        for column in self._columns:
            others = {name: values for name, values in chosen.items() if name != column.name}
            counts = Counter(
                value for document in found if self._allowed(document, others) for value in column.documents[document]
            )
            facets[column.name] = {value: counts[value] for value in column.values if counts[value]}
        return [document for document in found if self._allowed(document, chosen)], facets

    def _allowed(self, document: int, chosen: Mapping[str, Sequence[str]]) -> bool:
        columns = (column for column in self._columns if chosen.get(column.name))
        return all(column.documents[document] & set(chosen[column.name]) for column in columns)

    def _order(self, sort: str, scores: Mapping[int, int]) -> Callable[[int], Any]:
        ranks = decode(self._column("columns")["rank"])
        column = next(column for column in self._columns if column.name == "year")
        year = [int(next(iter(values))) for values in column.documents]
        titles = {document: place for place, document in enumerate(decode(self._column("titles")))}
        orders: dict[str, Callable[[int], Any]] = {
            "relevance": lambda d: (-scores[d], ranks[d], -year[d], d),
            "award": lambda d: (ranks[d] == 0, ranks[d], -scores[d], -year[d], d),
            "newest": lambda d: (-year[d], -scores[d], ranks[d], d),
            "title": lambda d: titles[d],
        }
        return orders[sort]


def _sets(facet: dict[str, Any]) -> Iterator[frozenset[str]]:
    ids = decode(facet["ids"])
    for start, end in pairwise(accumulate(decode(facet["n"]), initial=0)):
        yield frozenset(facet["values"][number][0] for number in ids[start:end])


def _piece(data: dict[str, Any], sizes: str, pieces: str, index: int) -> str:
    bounds = list(accumulate(decode(data[sizes]), initial=0))
    return str(data[pieces][bounds[index] : bounds[index + 1]])


def _pieces(text: str, length: int) -> list[str]:
    """A string of grams as a list."""
    units = _units(text)
    return [_text(units[at : at + length]) for at in range(0, len(units), length)]


def _units(text: str) -> list[int]:
    """UTF-16 code units, which is what JavaScript's strings are made of."""
    content = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(content[at : at + 2], "little") for at in range(0, len(content), 2)]


def _text(units: list[int]) -> str:
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le", "surrogatepass")


# How the files are written


def unscript(content: bytes) -> Any:
    """The data of a file of the index."""
    return json.loads(content.decode()[len(REGISTER) + 1 : -3].partition(",")[2])


def mixed(code: int) -> int:
    """A gram's code with its bits spread evenly."""
    for _ in range(2):
        code = (code ^ code >> 16) * _FACTOR & 0xFFFFFFFF
    return code ^ code >> 16


def decode(text: str) -> list[int]:
    """The numbers of a string."""
    numbers, open_ = [], 0
    for character in text:
        value = _VALUES[character]
        if value < LAST:
            numbers.append(open_ * LAST + value)
            open_ = 0
        else:
            open_ = open_ * MORE + value - LAST
    return numbers


def symbol_value(character: str) -> int:
    """The value of one character."""
    return _VALUES[character]
