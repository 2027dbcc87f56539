from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalog import Catalog
from generator.model import BranchId
from generator.project import load
from generator.search import drafts, normalise
from generator.search.entries import SearchEntry, gather
from generator.text import markdown as text
from tests.search import fabricated
from tests.search.fabricated import index, no_cover
from tests.search.reference import Searcher, parse

CASES = json.loads((Path(__file__).parent / "normalise_cases.json").read_text("utf-8"))

terms = st.text(fabricated.ALPHABET + '"“”-空', min_size=1, max_size=12) | st.sampled_from(fabricated.WORDS)


def written(catalog: Catalog, branch: BranchId) -> dict[str, bytes]:
    found = [draft.make() for draft in drafts(catalog, branch, no_cover)]
    return dict(index(found, branch, catalog.branches[branch].name))


def searcher(corpus: Sequence[SearchEntry], frequent: int) -> Searcher:
    return Searcher(dict(index(corpus, "demo", "示例", frequent)))


@pytest.mark.parametrize(("text", "normal"), CASES)
def test_normalise(text: str, normal: str) -> None:
    assert normalise.normalise(text) == normal
    assert normalise.normalise(normal) == normal


@settings(deadline=None, max_examples=60)
@given(fabricated.corpora(), st.lists(terms, min_size=1, max_size=3), st.data())
def test_written_index_answers_as_brute_force(corpus: list[SearchEntry], typed: list[str], data: st.DataObject) -> None:
    chosen = data.draw(
        st.dictionaries(
            st.sampled_from(["year", "track", "award", "tags"]), st.just(["2026", "工业", "一等奖", "水文"])
        )
    )
    text = " ".join(typed)
    for frequent in (1, 3, 1000):
        result = searcher(corpus, frequent).search(text, chosen)
        query = parse(text)
        hits = fabricated.found(corpus, query)
        expected = fabricated.ranked(corpus, fabricated.narrowed(corpus, hits, chosen), query)
        assert result.addresses == [corpus[number].address for number in expected]
        assert result.facets == fabricated.counts(corpus, hits, chosen)


@pytest.mark.parametrize(
    ("text", "must", "must_not"),
    [
        ("水位 预报", ("水位", "预报"), ()),
        ("水位　“多式 联运” -遥感", ("水位", "多式联运"), ("遥感",)),
        ('-"大 模型" 5G-A', ("5g-a",), ("大模型",)),
        ("“数据要素×”大赛", ("“数据要素×”大赛",), ()),
        ('"没有收尾', ('"没有收尾',), ()),
        ("- -- －词", ("-",), ("-", "词")),
        ("“” \u200b", (), ()),
        ("水 水 Ｗ w", ("水", "w"), ()),
    ],
)
def test_parse(text: str, must: tuple[str, ...], must_not: tuple[str, ...]) -> None:
    assert parse(text) == parse(text)
    assert (parse(text).must, parse(text).must_not) == (must, must_not)


def test_same_records_give_the_same_files(minimal: Path) -> None:
    catalog = load(minimal).catalog
    assert catalog is not None
    for branch in catalog.branches:
        assert written(catalog, branch) == written(catalog, branch)


def test_everything_of_a_portal_is_found(minimal: Path) -> None:
    catalog = load(minimal).catalog
    assert catalog is not None
    for branch in catalog.branches:
        searcher = Searcher(written(catalog, branch))
        for edition in catalog.editions_of(branch):
            for document in gather(catalog, edition, lambda case: None):
                title = normalise.normalise(document.make().one("title"))
                assert document.address in searcher.search(title).addresses


def test_an_empty_portal_has_an_index() -> None:
    assert searcher([], 1).search("数据 -水").addresses == []


@given(st.text())
def test_folding_is_that_of_unicode(text: str) -> None:
    folded = unicodedata.normalize("NFKC", text).casefold()
    assert normalise.fold(text) == unicodedata.normalize("NFKC", folded)


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("一段**粗体**和`代码`\n续行。\n\n第二段。", ["一段粗体和代码\n续行。", "第二段。"]),
        ("- 甲\n- 乙\n\n1. 丙\n2. 丁", ["甲", "乙", "丙", "丁"]),
        ("| 指标 | 值 |\n| --- | :-: |\n| 准确率 | 94% |", ["指标", "值", "准确率", "94%"]),
        ("见[赛程](record:timeline)和![图](flow.png)。", ["见赛程和。"]),
        ("> 引用\n\n### 小标题\n```\na = 1\n```", ["引用", "小标题", "a = 1"]),
        ("A&amp;B <b>粗</b> 5 < 6 \\*星\\*", ["A&B 粗 5 < 6 *星*"]),
        ("甲<!-- 编者自用 <b>\n\n乙 -->丙<!-- 没有结束", ["甲丙<!-- 没有结束"]),
        ("", []),
    ],
)
def test_blocks_are_what_readers_see(markdown: str, blocks: list[str]) -> None:
    assert list(text.blocks(markdown)) == blocks


def test_no_file_is_too_large() -> None:
    corpus = fabricated.corpus(Random(7), 300)
    sizes = {path: len(content) for path, content in index(corpus, "demo", "示例", frequent=500)}
    assert max(sizes.values()) < 64_000, max(sizes, key=lambda path: sizes[path])
