"""What can be found, under which words and facets, and what is shown of it; the numbers are those of the format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalog.addresses import Address
from generator.model import SearchWords, Words
from generator.project import load
from generator.search import columns, encode, normalise, shards, summaries
from generator.search.entries import FACETS, SearchEntry, gather
from tests.search import reference

GOLDEN = Path(__file__).parents[1] / "fixtures" / "goldens" / "search.txt"


def told(entry: SearchEntry) -> str:
    """Everything of an entry, a line for each field and facet."""
    head = f"{entry.kind} {entry.address} rank {entry.rank}{' demo' if entry.demo else ''} cover {entry.cover}"
    texts = (f"  {name}: {' / '.join(values)}" for name, values in entry.texts.items() if any(values))
    facets = (f"  [{name}] {' / '.join(map('='.join, values))}" for name, values in entry.facets.items() if values)
    asked = [f"  asked: {' / '.join(entry.asked)}"] if entry.asked else []
    return "\n".join([head, *texts, *facets, *asked])


def test_what_can_be_found_is_what_the_golden_says(minimal: Path, regen: bool) -> None:
    read = load(minimal).catalog
    assert read is not None
    catalog = replace(read, search_words=SearchWords(guide=("怎么 报名",), contact=("联系 电话",)))
    found = [
        told(draft.make())
        for edition in catalog.editions.values()
        for draft in gather(catalog, edition, lambda case: Address("cover.webp") if case.slug == "leaf-tally" else None)
    ]
    if regen:
        GOLDEN.write_text("\n".join(found) + "\n", "utf-8")
    assert "\n".join(found) + "\n" == GOLDEN.read_text("utf-8")


def entry(title: str, rank: int = 0, demo: bool = False, **facets: str) -> SearchEntry:
    texts = {
        "title": (title,),
        "unit": (f"{title}公司",),
        "summary": (),
        "tags": ("甲  乙", "丙"),
        "body": ("", "丁\n戊"),
    }
    values = {name: tuple((word, f"“{word}”") for word in words.split()) for name, words in facets.items()}
    return SearchEntry("case", Address(f"{title}.html"), texts, values, rank, demo=demo)


CORPUS = [
    entry("啊", rank=3, award="三等奖", region="北 南", sme="yes"),
    entry("波", rank=1, demo=True, award="一等奖", region="南"),
    entry("阿尔法", rank=2, award="二等奖", region="东"),
    entry("A", award="三等奖", region="东", sme="no"),
]


@pytest.mark.parametrize(
    ("name", "values"),
    [("award", "三等奖 一等奖 二等奖"), ("region", "东 南 北"), ("sme", "yes no"), ("topic", "")],
)
def test_values_of_facets_are_in_their_order(name: str, values: str) -> None:
    """Awards by rank, regions from the commonest, all others as they come."""
    (column,) = columns.facets([(entry.rank, entry.facets) for entry in CORPUS], [name], Words())
    assert column["label"] == FACETS[name]
    assert column["values"] == [(value, f"“{value}”") for value in values.split()]
    chosen = [{value for value, _ in document.facets.get(name, ())} for document in CORPUS]
    assert [set(values) for values in reference._sets(column)] == chosen


def test_awards_keep_their_best_rank() -> None:
    (column,) = columns.facets([(entry.rank, entry.facets) for entry in CORPUS[:3]], ["award"], Words())
    assert [value for value, _ in column["values"]] == ["一等奖", "二等奖", "三等奖"]


def test_cards_and_texts_share_the_fields() -> None:
    assert columns.card(CORPUS[1]) == ["波.html", "波", "波公司", "", None, 1]
    assert columns.card(CORPUS[0])[-1] == 0
    assert columns.text(CORPUS[0]) == "甲 乙\n丙\n丁 戊"


def test_nothing_is_a_sample_that_does_not_say_so() -> None:
    assert columns.card(SearchEntry("page", Address("a.html"), {"title": ("甲",)}, {}))[-1] == 0


def test_titles_are_ordered_by_their_pronunciation() -> None:
    titles = columns.titles(["波浪", "阿", "啊", "A", "波浪二号", "波浪二甲"])
    assert reference.decode(titles) == [3, 2, 1, 0, 4, 5]


def test_numbers_are_written_as_the_format_says() -> None:
    """The alphabet has no quote and no backslash; the last digit is of base 61, those before it of base 32."""
    alphabet = " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    assert alphabet == encode.ALPHABET
    assert [encode.text_of([number]) for number in (0, 60, 61, 62, 121, 122, 61 * 32, 61 * 32**2)] == [
        *(" ", alphabet[60], alphabet[62] + " ", alphabet[62] + "!", alphabet[62] + alphabet[60]),
        *(alphabet[63] + " ", alphabet[62] + alphabet[61] + " ", alphabet[62] + alphabet[61] * 2 + " "),
    ]


@pytest.mark.parametrize("largest", [0, 60, 61, 61 * 32 - 1, 61 * 32, 61 * 32**4, 61 * 32**5, 61 * 32**5 - 1, 2**50])
def test_numbers_of_any_size_can_be_read_again(largest: int) -> None:
    numbers = [0, largest, 7, largest // 2]
    assert reference.decode(encode.text_of(numbers)) == numbers


def test_matches_are_worth_what_the_format_says() -> None:
    """Title 16, unit and partners 8, labels 4, summary 2, texts 1; then how early and how often."""
    assert summaries.CLASSES == (0, 1, 1, 2, 2, 2, 2, 3, 4, 4, 1)
    assert [reference.score(kind * 16) for kind in range(5)] == [
        16 * 4096 + 15,
        8 * 4096 + 15,
        4 * 4096 + 15,
        2 * 4096 + 15,
        4096 + 15,
    ]
    assert reference.score(16 + 5) == 8 * 4096 + 10
    assert (summaries.EARLY, summaries.OFTEN) == ((8, 64, 512), (2, 3, 6))


def test_the_number_of_files_is_a_power_of_two_that_keeps_them_small() -> None:
    characters = (0, 1, shards.TARGET, shards.TARGET + 4, 2 * shards.TARGET + 4, 1 << 40)
    assert [shards.number("p2", size // 4) for size in characters] == [1, 1, 1, 2, 4, 8192]
    assert [shards.number("s1", size // 2) for size in characters] == [1, 1, 1, 2, 4, 8192]


def test_a_block_has_so_many_cards_and_texts_to_a_file_as_its_portal_is_large() -> None:
    assert [columns.sizes(size) for size in (256, 257)] == [(32, 4), (4, 2)]
    assert columns.names(5, (4, 2)) == ["card-0", "card-1", "text-0", "text-1", "text-2"]
    held = list(columns.shown([entry(title) for title in "甲乙丙丁戊"], (4, 2)))
    assert [content.count(b".html") for content in held] == [4, 1, 0, 0, 0]
    assert columns.script("card-0", ["水\ud800"]) == 'PortalSearchData("card-0",["水\\ud800"]);\n'.encode()


@pytest.mark.parametrize("text", ["甲\x1f乙", "甲\x1e乙", "甲\x1e\x1f乙"])
def test_marks_that_end_values_are_in_no_text(text: str) -> None:
    assert normalise.without_ends(text) == "甲乙"
