"""The search index of a portal: static files that the visitor's browser reads, see docs/search-format.md."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.model import BranchId, WinningCase
from generator.search import columns, encode, shards
from generator.search.entries import FACETS, FIELDS, Cover, SearchEntry, gather
from generator.search.grams import LONGEST, Texts
from generator.search.normalise import FIELD_END, VALUE_END, normalise_joined, without_ends
from generator.search.summaries import CLASSES, summarise

FORMAT = "search/1"

FREQUENT = 16_384
"""A gram that occurs more often has no list of places; grams that are longer by one have."""

CARDS = 2
"""Cards to a file."""

TEXTS = 2
"""Texts to a file."""

LATER = ("tags",)
"""Facets in a file of their own, because it is large."""

Files = Iterator[tuple[Address, bytes]]


def no_cover(_: WinningCase) -> None:
    """Cards without pictures."""


def entries(catalog: Catalog, branch: BranchId, cover: Cover = no_cover) -> list[SearchEntry]:
    """Everything of a branch's portal that can be found."""
    return [entry for edition in catalog.editions_of(branch) for entry in gather(catalog, edition, cover)]


def files(found: Sequence[SearchEntry], branch: BranchId, name: str) -> Files:
    """All files of the index of a branch's portal: the manifest, and files in a folder named by their content."""
    for path, content in index(found, branch, name):
        yield addresses.branch_file(branch, f"search/{path}"), content


def index(
    found: Sequence[SearchEntry], branch: str, name: str, frequent: int = FREQUENT
) -> Iterator[tuple[str, bytes]]:
    """The index of some documents by paths within the index's folder."""
    manifest, packed = _pack(found, frequent)
    contents = {file: shards.script(file, data) for file, data in packed}
    version = _version(manifest, contents.values())
    head = {"format": FORMAT, "branch": branch, "name": name, "version": version, **manifest}
    yield "manifest.js", shards.script("manifest", head)
    for file, content in contents.items():
        yield f"{version}/{file}.js", content


def _version(manifest: dict[str, Any], contents: Iterable[bytes]) -> str:
    """A name for these very files: an old manifest never meets new files."""
    digest = hashlib.sha256(shards.script("manifest", manifest))
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:12]


def _pack(found: Sequence[SearchEntry], frequent: int) -> tuple[dict[str, Any], shards.Packed]:
    texts = Texts.of([joined(document) for document in found], len(FIELDS))
    families, common, packed = _families(texts, frequent)
    manifest = {
        "documents": len(found),
        "width": texts.width,
        "zones": [[name, int(at), kind] for name, at, kind in zip(FIELDS, texts.zones, CLASSES, strict=False)],
        "families": families,
        "frequent": common,
        "cards": CARDS,
        "texts": TEXTS,
    }
    return manifest, _all_files(found, packed)


def _all_files(found: Sequence[SearchEntry], packed: list[shards.Packed]) -> shards.Packed:
    for family in packed:
        yield from family
    first = [name for name in FACETS if name not in LATER]
    ranks = encode.text_of([document.rank for document in found])
    yield "columns", {"rank": ranks, "facets": columns.facets(found, first)}
    yield "later", {"facets": columns.facets(found, LATER)}
    yield "titles", columns.titles(found)
    yield from shards.blocks("card", [columns.card(document) for document in found], CARDS)
    yield from shards.blocks("text", [columns.text(document) for document in found], TEXTS)


def joined(document: SearchEntry) -> str:
    """A document's fields as they are compared, each ended by `FIELD_END`."""
    values = (VALUE_END.join(map(without_ends, document.texts.get(name, ()))) for name in FIELDS)
    return normalise_joined("".join(value + FIELD_END for value in values))


def _families(texts: Texts, frequent: int) -> tuple[dict[str, int], dict[str, str], list[shards.Packed]]:
    """Files of all lists: of single characters, of pairs, and of longer grams around pairs that are too frequent."""
    families: dict[str, int] = {}
    common: dict[str, str] = {}
    packed = []
    families["s1"], files_ = shards.pack_summaries(summarise(texts.singles(), texts.zones))
    packed.append(files_)
    lists = texts.pairs()
    for length in range(2, LONGEST + 1):
        often = lists.counts > frequent if length < LONGEST else lists.counts < 0
        families[f"p{length}"], files_ = shards.pack_places(lists.keep(~often))
        packed.append(files_)
        if not often.any():
            break
        rest = lists.keep(often)
        common[str(length)] = rest.text()
        families[f"s{length}"], files_ = shards.pack_summaries(summarise(rest, texts.zones))
        packed.append(files_)
        lists = texts.longer(length + 1, texts.flags(rest))
    return families, common, packed
