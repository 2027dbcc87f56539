"""What an index makes again after an edit, and how the hub's is made of the portals'."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

import numpy as np
import pytest

from generator.search import Index, Portal, postings, tokens
from generator.search.entries import FIELDS, Draft, SearchEntry
from generator.search.grams import Frequent, mixed, text_of, units_of, unmixed
from generator.search.index import FORMAT
from generator.search.tokens import Memory
from generator.search.zones import ROOM, SINGLE, STEP, Zones, needed, starts_of
from tests.search import fabricated
from tests.search.fabricated import index
from tests.search.reference import Searcher

CORPUS = fabricated.corpus(Random(8), 400)
AT = 200
"""The document that is edited."""


def edited(**texts: tuple[str, ...]) -> list[SearchEntry]:
    """The corpus with other texts of one document."""
    documents = list(CORPUS)
    documents[AT] = replace(documents[AT], texts={**documents[AT].texts, **texts})
    return documents


def made(
    documents: Sequence[SearchEntry], kept: Memory[bytes], most: int = 200, alive: Memory[Any] | None = None
) -> dict[str, bytes]:
    alive = Memory() if alive is None else alive
    index = Index([Portal(list(map(Draft.of, documents)))], "demo", "示例", kept, most, alive=alive)
    return {path: index.file(path) for path in index.paths()}


@pytest.fixture(scope="module")
def kept() -> Memory[bytes]:
    return Memory()


@pytest.fixture(scope="module")
def alive() -> Memory[Any]:
    """Blocks in memory as a preview has them, of all edits before."""
    return Memory()


@pytest.fixture(scope="module")
def before(kept: Memory[bytes]) -> Mapping[str, bytes]:
    return made(CORPUS, kept)


EDITS: dict[str, list[SearchEntry]] = {
    "a paragraph more": edited(body=("全新的一段", *CORPUS[AT].texts["body"])),
    "a longer paragraph": edited(body=("这一段长了一些" + CORPUS[AT].texts["body"][0], *CORPUS[AT].texts["body"][1:])),
    "a title": edited(title=("新的" + CORPUS[AT].texts["title"][0],)),
    "a very long paragraph": edited(body=("水位" * 9_000,)),
    "one less": CORPUS[:AT] + CORPUS[AT + 1 :],
    "one more": [*CORPUS[:AT], replace(CORPUS[AT], address=CORPUS[0].address), *CORPUS[AT:]],
    "another award": [*CORPUS[:AT], replace(CORPUS[AT], rank=9), *CORPUS[AT + 1 :]],
    "nothing left": [],
}


@pytest.mark.parametrize("name", EDITS)
def test_whatever_is_kept_the_files_are_those_of_an_index_from_nothing(
    name: str, kept: Memory[bytes], alive: Memory[Any], before: Mapping[str, bytes]
) -> None:
    after = made(EDITS[name], kept)
    assert after == made(EDITS[name], Memory())
    assert made(EDITS[name], kept, alive=alive) == after
    assert made(EDITS[name], kept, 20, alive) == made(EDITS[name], Memory(), 20)
    shared = after.keys() & before.keys() - {"manifest.js"}
    assert [path for path in shared if after[path] != before[path]] == [], "a name stands for its content"


@pytest.mark.parametrize("name", ["a paragraph more", "a longer paragraph", "a title"])
def test_an_edit_leaves_the_places_of_all_other_values(name: str, before: Mapping[str, bytes]) -> None:
    """Lists of pairs that only stand in other values are as they were."""
    words = {value for entry in (EDITS[name][AT], CORPUS[AT]) for value in _differing(entry, name)}
    changed = {path for path in made(EDITS[name], Memory()) if path.startswith("p2/")} - before.keys()
    lists = {path for path in before if path.startswith("p2/") and "names" not in path}
    grams = {text[at : at + 2] for text in words for at in range(len(text) - 1)}
    assert len(changed) <= len(grams) + 1
    assert len(lists) > 1


def _differing(entry: SearchEntry, name: str) -> list[str]:
    field = "title" if name == "a title" else "body"
    others = {*CORPUS[AT].texts[field]} & {*EDITS[name][AT].texts[field]}
    return [fabricated.normal(value) for value in entry.texts[field] if value not in others]


def test_files_are_made_alike_one_by_one_and_together(before: Mapping[str, bytes]) -> None:
    assert dict(index(CORPUS, "demo", "示例", 200)) == before
    with pytest.raises(KeyError):
        Index([Portal([])], "demo", "示例").file("p2/0-none.js")


def test_the_hub_joins_the_portals_and_tokenises_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, drafts = Memory(), list(map(Draft.of, CORPUS[:150]))
    portals = {"a": drafts[:60], "b": drafts[60:]}
    files = {
        f"{name}/search/{path}": content
        for name, own in portals.items()
        for path, content in _files(Index([Portal(own)], name, name, kept, 200)).items()
    }
    with monkeypatch.context() as patch:
        patch.setattr(tokens, "_tokenised", _never)
        hub = Index([Portal(own, f"../{name}/search/") for name, own in portals.items()], "", "全部", kept, 200)
        files |= {f"search/{path}": content for path, content in _files(hub).items()}
    assert not [path for path in files if path.startswith("search/documents/")]
    found, alone = Searcher(files, "search/"), Searcher(_files(Index([Portal(drafts)], "", "全部", most=200)))
    for query in fabricated.queries(Random(9), CORPUS[:150], 60):
        assert found.search(query) == alone.search(query)


def _never(*_: Any) -> bytes:
    raise AssertionError


def _files(of: Index) -> dict[str, bytes]:
    return {path: of.file(path) for path in of.paths()}


def test_a_block_ends_where_an_address_says_so() -> None:
    drafts = list(map(Draft.of, CORPUS))
    whole, without = list(tokens.cut(drafts)), list(tokens.cut(drafts[1:]))
    assert [draft for block in whole for draft in block] == drafts
    assert len(whole) > 2
    assert without[1:] == whole[1:]


def test_codes_are_mixed_one_to_one() -> None:
    codes = np.random.default_rng(1).integers(0, 1 << 32, 10_000, dtype=np.uint32)
    assert (unmixed(mixed(codes)) == codes).all()


def test_grams_of_any_length_are_known_by_their_units() -> None:
    frequent = Frequent.of({"数据": 9, "据要": 9, "数据要": 9, "x": 1, "水位": 2}, most=5)
    assert frequent.grams == (("据要", "数据"), ("数据要",))
    for gram in ("数据要素", "的数据要"):
        rows = np.stack([units_of("数据要"), units_of("数据要")])
        assert (frequent.numbers(3, mixed(frequent._tables[0].codes(rows))) == 0).all()
        code = frequent._tables[1].codes(units_of(gram)[None, :])
        assert text_of(frequent.units(4, mixed(code))) == gram
    assert text_of(frequent.units(1, mixed(np.asarray([ord("水")], dtype=np.uint32)))) == "水"


@pytest.mark.parametrize("size", [lambda random: random.randint(0, 9), lambda random: random.choice((1, 200, 900))])
def test_values_never_touch_and_stay_when_others_change(size: Callable[[Random], int]) -> None:
    for seed in range(200):
        random = Random(seed)
        sizes = [size(random) for _ in range(random.randint(1, 60))]
        seeds = [random.getrandbits(32) for _ in sizes]
        width = 1 << (needed("body", sizes) - 1).bit_length()
        starts = starts_of("body", width, sizes, seeds)
        spans = sorted(zip(starts, sizes, strict=True))
        assert all(start % STEP == 0 for start in starts)
        assert all(start + length < after for (start, length), (after, _) in pairwise(spans))
        assert spans[-1][0] + spans[-1][1] < width
        fewer = starts_of("body", width, sizes[1:], seeds[1:])
        moved = sum(start != was for start, was in zip(fewer, starts[1:], strict=True))
        assert moved <= len(sizes) // ROOM + 1


def test_zones_are_powers_of_two_wide_enough_for_all() -> None:
    zones = Zones.of([300, *[0] * (len(FIELDS) - 2), 70_000, 20])
    assert (zones.widths[0], zones.widths[1], *zones.widths[-2:]) == (512, 256, 1 << 17, 256)
    assert zones.width == zones.starts[-1] + zones.widths[-1]
    assert needed("title", [7]) == 8, "one place free before the next field"
    assert all(name in FIELDS for name in SINGLE)


def test_digests_tell_documents_of_any_block() -> None:
    digests = np.zeros(1 << postings.BITS, dtype=np.uint64)
    digests[5] = 7
    told = {int(postings.sums([(base, digests)], 1)[0]) for base in (0, 1, 64)}
    assert len(told) == 3
    assert postings.sums([(3, np.zeros_like(digests))], 4).tolist() == [0, 0, 0, 0]


def test_files_that_are_written_otherwise_are_called_otherwise() -> None:
    """Names stand for what files are made from; so whoever changes how they are written has to change `FORMAT`."""
    files = dict(index(CORPUS[:40], "demo", "示例", 50))
    written = hashlib.sha256(b"".join(path.encode() + files[path] for path in sorted(files))).hexdigest()[:16]
    assert (FORMAT, written) == ("search/4", "0791149279bf4408")
