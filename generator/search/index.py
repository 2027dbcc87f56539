"""One index: all its files by name, each made when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import accumulate, chain
from typing import Any

from generator.machine import program, store
from generator.model import Words
from generator.search import columns, grams, postings, shards, tokens
from generator.search.columns import Sizes, script
from generator.search.entries import FACETS, Draft
from generator.search.grams import Frequent
from generator.search.postings import LaidBlock
from generator.search.summaries import CLASSES
from generator.search.tokens import Kept, Memory, Tokens, kept_or_made, name_of
from generator.search.variants import variants
from generator.search.zones import SINGLE, ZONES, Zones

FORMAT = "search/4"
"""Stands in every name: what is written otherwise is called otherwise."""

FREQUENT = 16_384
"""A gram that occurs more often has no list of places; grams that are longer by one have."""

COMMON = 1_024
"""Occurrences are counted in those blocks where a gram makes up so small a part of these, so counting is quick."""

NAMES = 256
"""Names of files to a table."""

HOLDS = 1_024
"""The most documents of an index whose manifest holds what is needed for every answer."""

AT_ONCE = 500_000
"""Places whose lists are made together: what a build holds in memory."""


@dataclass(frozen=True)
class Bundle:
    """Files that are made together."""

    key: str
    """Stands for all that they are made from."""
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Portal:
    """Documents of an index, and the folder that has their cards and texts: "" is the index's own."""

    drafts: Sequence[Draft]
    folder: str = ""

    @property
    def sizes(self) -> Sizes:
        """Documents to a file of cards and to one of texts."""
        return columns.sizes(len(self.drafts))


@dataclass
class Index:
    """The index of some portals' documents by paths within its folder. What is tokenised is kept in `kept`."""

    portals: Sequence[Portal]
    branch: str
    name: str
    kept: Kept[bytes] = field(default_factory=Memory)
    most: int = FREQUENT
    holds: int = HOLDS
    words: Words = field(default_factory=Words)
    alive: Kept[Any] = field(default_factory=Memory)
    """Blocks in memory, for other indexes that have the same."""
    _expected: dict[str, set[int]] = field(default_factory=dict, repr=False)
    """By family: files that will be asked for."""
    _made: dict[str, bytes] = field(default_factory=dict, repr=False)
    """What was made along with another file."""

    def bundles(self) -> Iterator[Bundle]:
        """All files, the manifest last."""
        yield from (Bundle(path, (path,)) for path in self._lists)
        yield from (Bundle(name, self._block_paths(name)) for name in self._own_blocks)
        yield Bundle(str(self.manifest), ("manifest.js",))

    def paths(self) -> Iterator[str]:
        """The names of all files."""
        return chain.from_iterable(bundle.paths for bundle in self.bundles())

    def expect(self, path: str) -> None:
        """Say that a file will be asked for: lists are made many at once at the cost of few."""
        family, _, name = path.partition("/")
        if family in self._names and not name.startswith("names"):
            self._expected.setdefault(family, set()).add(int(name.partition("-")[0]))

    def file(self, path: str) -> bytes:
        """A file. Raises `KeyError` when there is none of that name."""
        return script("manifest", self.manifest) if path == "manifest.js" else self._makers[path]()

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Where a search begins: what there is, and what it is called now."""
        starts, zones = self._zones.starts, self._zones
        return {
            "format": FORMAT,
            "branch": self.branch,
            "name": self.name,
            "documents": self._documents,
            "width": zones.width,
            "zones": [
                [name, start, kind, int(name in SINGLE)]
                for name, start, kind in zip(ZONES, starts, CLASSES, strict=True)
            ],
            "families": {family: [len(names), self._tables(family)] for family, names in self._names.items()},
            "frequent": {str(length): "".join(some) for length, some in enumerate(self._frequent.grams, start=2)},
            "columns": self._columns,
            "blocks": [[portal.folder, self._block_names(portal), *portal.sizes] for portal in self.portals],
            "held": self._held,
        }

    # What there is

    @cached_property
    def _runs(self) -> list[tuple[Portal, Sequence[Draft], Tokens]]:
        """The blocks of all portals in order, with the drafts that each is made from."""
        least = max(1, self.most // COMMON)
        runs = ((portal, drafts) for portal in self.portals for drafts in tokens.cut(portal.drafts))
        return [(portal, drafts, Tokens.of(drafts, least, self.kept, self.alive)) for portal, drafts in runs]

    @property
    def _tokens(self) -> list[Tokens]:
        return [block for _, _, block in self._runs]

    @property
    def _documents(self) -> int:
        return sum(block.documents for block in self._tokens)

    @cached_property
    def _own_blocks(self) -> dict[str, tuple[Sequence[Draft], Sizes]]:
        """By name the blocks whose cards and texts are here."""
        own = ((portal, drafts, block) for portal, drafts, block in self._runs if not portal.folder)
        return {_called(block, portal): (drafts, portal.sizes) for portal, drafts, block in own}

    def _block_names(self, portal: Portal) -> str:
        own = (block for other, _, block in self._runs if other is portal)
        return " ".join(f"{block.documents} {_called(block, portal)}" for block in own)

    @cached_property
    def _zones(self) -> Zones:
        needs = zip(*(block.most for block in self._tokens), strict=True)
        return Zones.of([max(need) for need in needs] or [0] * len(ZONES))

    @cached_property
    def _frequent(self) -> Frequent:
        return Frequent.of(grams.counted([block.common for block in self._tokens]), self.most)

    @cached_property
    def _parts(self) -> list[tuple[int, LaidBlock]]:
        """All blocks with the number of the first document of each."""
        bases = accumulate((block.documents for block in self._tokens), initial=0)
        return [
            (base, LaidBlock.of(block, self._zones, self._frequent, self.kept, self.alive))
            for base, block in zip(bases, self._tokens, strict=False)
        ]

    # What it is called

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """For each family the names of its files."""
        return {family: self._names_of(family) for family in postings.families(self._frequent)}

    def _names_of(self, family: str) -> list[str]:
        made_of = [FORMAT, family, repr(self._zones)]
        if int(family[1:]) > 2:
            made_of.append(repr(self._frequent))
        sums = postings.sums([(base, block.digests[family]) for base, block in self._parts], self._shards(family))
        return [name_of(*made_of, str(len(sums)), str(at), sums[at].tobytes()) for at in range(len(sums))]

    def _shards(self, family: str) -> int:
        return shards.number(family, self._count(family))

    def _count(self, family: str) -> int:
        return sum(block.counts[family] for _, block in self._parts)

    def _tables(self, family: str) -> str:
        """The names of the tables of a family's names."""
        return " ".join(name_of(FORMAT, table) for table in self._table_contents(family))

    def _table_contents(self, family: str) -> list[str]:
        names = self._names[family]
        return ["".join(names[at : at + NAMES]) for at in range(0, len(names), NAMES)]

    @cached_property
    def _columns(self) -> dict[str, str]:
        """The names of the files about all documents."""
        spoken = [said for label in FACETS.values() if (said := self.words.say(label)) != label]
        return {name: name_of(FORMAT, name, *self._facts(name), *spoken) for name in (*columns.FACTS, "variants")}

    def _facts(self, name: str) -> list[str]:
        if name == "variants":
            return sorted(set().union(*(block.letters for block in self._tokens)))  # whichever block has them
        return [block.facts[name] for block in self._tokens]

    # What it holds

    @cached_property
    def _held(self) -> dict[str, Any]:
        """By their names the files that the manifest holds itself: those that every answer needs."""
        if self._documents > self.holds:
            return {"asked": self._column("asked")}
        tables = {
            f"{family}/names-{at}": table
            for family in self._names
            for at, table in enumerate(self._table_contents(family))
        }
        return {**{name: self._column(name) for name in ("asked", "columns", "later")}, **tables}

    @cached_property
    def _makers(self) -> dict[str, Callable[[], bytes]]:
        """What makes each file but the manifest."""
        blocks = ((name, path) for name in self._own_blocks for path in self._block_paths(name))
        return self._lists | {path: partial(self._shown, name, path) for name, path in blocks}

    @cached_property
    def _lists(self) -> dict[str, Callable[[], bytes]]:
        makers: dict[str, Callable[[], bytes]] = {}
        for name, called in self._columns.items():
            if name not in self._held:
                makers[f"{name}-{called}.js"] = partial(self._column_file, name, called)
        for family, names in self._names.items():
            for at, table in enumerate(self._table_contents(family)):
                name = f"{family}/names-{at}"
                if name not in self._held:
                    makers[f"{name}-{name_of(FORMAT, table)}.js"] = partial(script, name, table)
            for at, called in enumerate(names):
                makers[f"{family}/{at}-{called}.js"] = partial(self._shard, family, at)
        return makers

    def _column(self, name: str) -> Any:
        if name == "variants":
            return variants(self._facts(name))
        return columns.file(name, list(chain.from_iterable(map(json.loads, self._facts(name)))), self.words)

    def _column_file(self, name: str, called: str) -> bytes:
        """A file of columns, whose name stands for all that it is made from."""
        key = store.key("search column", program.code(), name, called)
        file: bytes = kept_or_made(self.alive, key, lambda: script(name, self._column(name)))
        return file

    def _block_paths(self, name: str) -> tuple[str, ...]:
        drafts, sizes = self._own_blocks[name]
        return tuple(f"documents/{name}/{file}.js" for file in columns.names(len(drafts), sizes))

    def _shown(self, name: str, path: str) -> bytes:
        if path not in self._made:
            drafts, sizes = self._own_blocks[name]
            made = columns.shown([draft.make() for draft in drafts], sizes)
            self._made.update(zip(self._block_paths(name), made, strict=True))
        return self._made.pop(path)

    def _shard(self, family: str, at: int) -> bytes:
        name = f"{family}/{at}"
        if name not in self._made:
            self._make_shards(family, at)
        return self._made.pop(name)

    def _make_shards(self, family: str, at: int) -> None:
        """Make a file of lists, and next ones that will be asked for."""
        number, expected = self._shards(family), self._expected.setdefault(family, set())
        most = max(1, AT_ONCE * number // max(1, self._count(family)))
        wanted = sorted(sorted(expected | {at}, key=lambda other: (other < at, other))[:most])
        expected.difference_update(wanted)
        made = shards.pack(self._parts, self._zones, self._frequent, family, number, wanted)
        self._made.update(
            (f"{family}/{each}", script(f"{family}/{each}", data)) for each, data in zip(wanted, made, strict=True)
        )


def _called(block: Tokens, portal: Portal) -> str:
    """A block's folder: it stands for the content and for how much of it is in a file."""
    return name_of(block.name, *map(str, portal.sizes))
