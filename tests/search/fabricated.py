"""Made-up documents for tests of the search, and what a search must find among them, worked out the slow way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random

from hypothesis import strategies as st

from generator.catalog.addresses import Address
from generator.model import WinningCase
from generator.search import Index, Portal
from generator.search.entries import FACETS, FIELDS, KINDS, Draft, SearchEntry, Value
from generator.search.index import FREQUENT
from generator.search.normalise import normalise
from generator.search.summaries import CLASSES
from tests.search.reference import Query, score

ALPHABET = "数据要素流通水位预报A5-g ×é😀𠮷ß“”"
WORDS = (
    "数据",
    "数据要素",
    "要素流通",
    "水位预报",
    "5G-A",
    "案例12",
    "2026年",
    "CIM",
    "云启大学",
    "预 报",
    "a\u200bb",
    "😀数",
)


def no_cover(_: WinningCase) -> None:
    """Cards without pictures."""


def index(
    found: Sequence[SearchEntry], branch: str, name: str, frequent: int = FREQUENT
) -> Iterator[tuple[str, bytes]]:
    """The index of some documents by paths within the index's folder."""
    made = Index([Portal(list(map(Draft.of, found)))], branch, name, most=frequent)
    for path in made.paths():
        made.expect(path)
    return ((path, made.file(path)) for path in made.paths())


CHOICES: Mapping[str, Sequence[str]] = {
    "kind": tuple(KINDS),
    "branch": ("demo",),
    "year": ("2025", "2026"),
    "track": ("工业", "农业"),
    "award": ("一等奖", "二等奖"),
    "tags": ("水文", "预警", "遥感"),
}

values = st.lists(st.sampled_from([*ALPHABET, *WORDS]), max_size=12).map("".join)


@st.composite
def corpora(draw: st.DrawFn) -> list[SearchEntry]:
    """A few documents over a small alphabet, so that grams repeat."""
    size = draw(st.integers(min_value=1, max_value=9))
    return [draw(documents(number)) for number in range(size)]


@st.composite
def documents(draw: st.DrawFn, number: int) -> SearchEntry:
    texts = {
        name: tuple(draw(st.lists(values, min_size=0, max_size=1 if name in {"title", "unit", "summary"} else 3)))
        for name in FIELDS
    }
    facets: dict[str, tuple[Value, ...]] = {}
    for name, choices in CHOICES.items():
        most = len(choices) if name == "tags" else 1
        least = 1 if name in {"kind", "branch", "year"} else 0
        chosen = draw(st.lists(st.sampled_from(choices), min_size=least, max_size=most, unique=True))
        facets[name] = tuple((value, f"{value}。") for value in chosen)
    rank = draw(st.integers(0, 3))
    return SearchEntry(draw(st.sampled_from(list(KINDS))), Address(f"demo/{number}/index.html"), texts, facets, rank)


def corpus(random: Random, size: int) -> list[SearchEntry]:
    """A larger corpus of the same kind."""
    return [_document(random, number) for number in range(size)]


def _document(random: Random, number: int) -> SearchEntry:
    def text(most: int) -> str:
        return "".join(random.choice((*ALPHABET, *WORDS)) for _ in range(random.randint(1, most)))

    texts = {name: tuple(text(30) for _ in range(8)) if name == "body" else (text(8),) for name in FIELDS}
    facets = {}
    for name, choices in CHOICES.items():
        chosen = random.sample(choices, random.randint(1, 2) if name == "tags" else 1)
        facets[name] = tuple((value, f"{value}。") for value in chosen)
    return SearchEntry("case", Address(f"demo/{number}/index.html"), texts, facets, random.randint(0, 3))


normal = cache(normalise)


def contains(document: SearchEntry, term: str) -> bool:
    """Whether one value of one field has the normalised term as it stands."""
    return any(term in normal(value) for field in document.texts.values() for value in field)


def found(corpus: Sequence[SearchEntry], query: Query) -> list[int]:
    """What a query must find."""
    return [
        number
        for number, document in enumerate(corpus)
        if all(contains(document, term) for term in query.must)
        and not any(contains(document, term) for term in query.must_not)
    ]


def narrowed(corpus: Sequence[SearchEntry], numbers: Sequence[int], chosen: Mapping[str, Sequence[str]]) -> list[int]:
    """Those that every facet's choice allows."""
    return [number for number in numbers if all(_values(corpus[number], name) & set(chosen[name]) for name in chosen)]


def counts(
    corpus: Sequence[SearchEntry], numbers: Sequence[int], chosen: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, int]]:
    """How many hits have each value of each facet, the facet's own choice aside."""
    result = {}
    for name in FACETS:
        others = {other: values for other, values in chosen.items() if other != name}
        left = narrowed(corpus, numbers, others)
        result[name] = dict(Counter(value for number in left for value in _values(corpus[number], name)))
    return result


def ranked(corpus: Sequence[SearchEntry], numbers: Sequence[int], query: Query) -> list[int]:
    """In the order of relevance."""

    def key(number: int) -> tuple[int, int, int, int]:
        document = corpus[number]
        points = sum(score(_symbol(document, term)) for term in query.must)
        return -points, document.rank, -int(document.facets["year"][0][0]), number

    return sorted(numbers, key=key)


def _symbol(document: SearchEntry, term: str) -> int:
    total, best = 0, None
    for kind, name in zip(CLASSES, FIELDS, strict=False):
        places = _places("\x1f".join(normal(value) for value in document.texts.get(name, ())), term)
        total += len(places)
        if places and best is None:
            early = sum(places[0] >= bound for bound in (8, 64, 512)) if name in {"title", "unit", "summary"} else 0
            best = kind * 16 + early * 4
    assert best is not None
    return best + 3 - sum(total >= bound for bound in (2, 3, 6))


def _places(text: str, term: str) -> list[int]:
    """Where a term begins, in UTF-16 units."""
    starts = [at for at in range(len(text)) if text.startswith(term, at)]
    return [len(text[:at].encode("utf-16-le")) // 2 for at in starts]


def _values(document: SearchEntry, name: str) -> set[str]:
    return {value for value, _ in document.facets.get(name, ())}


def queries(random: Random, corpus: Sequence[SearchEntry], count: int) -> list[str]:
    """Queries as people and mischief type them: pieces of the texts, pieces of nothing, several terms, exclusions."""
    return [_query(random, corpus) for _ in range(count)]


def _query(random: Random, corpus: Sequence[SearchEntry]) -> str:
    terms = [_term(random, corpus) for _ in range(random.choice((1, 1, 1, 2, 2, 3)))]
    if random.random() < 0.2:
        terms.append(f"-{_term(random, corpus)}")
    if random.random() < 0.1:
        terms[0] = f"“{terms[0]}”"
    return random.choice((" ", "　", "  ")).join(terms)


def _term(random: Random, corpus: Sequence[SearchEntry]) -> str:
    document = random.choice(corpus)
    text = random.choice([value for values in document.texts.values() for value in values if value] or ["空"])
    start = random.randrange(len(text))
    term = text[start : start + random.randint(1, 12)]
    if random.random() < 0.2:
        term = "".join(random.sample(term, len(term)))
    return random.choice((term, term, term.upper(), f"\u200b{term}"))
