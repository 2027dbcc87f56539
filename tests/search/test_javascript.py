"""search.js in a real browser from disk, held to the brute force and to the reference searcher."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.search import index
from generator.search.documents import Document
from generator.search.reference import Searcher, parse
from tests.search import fabricated

PROGRAM = Path(__file__).parents[2] / "templates/portal/assets/js/search.js"
CASES = json.loads((Path(__file__).parent / "normalise_cases.json").read_text("utf-8"))
FREQUENT = 150
SORTS = ("relevance", "award", "newest", "title")

pytestmark = pytest.mark.browser

ASK = """async (request) => {
    const answer = await (await window.index).search(request);
    await answer.snippets;
    const facets = answer.facets.map(({name, choices}) =>
        [name, Object.fromEntries(choices.filter(({count}) => count).map(({value, count}) => [value, count]))]);
    return {...answer, facets: Object.fromEntries(facets), snippets: null};
}"""


@pytest.fixture(scope="module")
def corpus() -> list[Document]:
    return fabricated.corpus(Random(1), 120)


@pytest.fixture(scope="module")
def folder(corpus: Sequence[Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    for part, documents in (("all", corpus), ("first", corpus[:50]), ("second", corpus[50:])):
        for path, content in index(documents, "demo", "示例", FREQUENT):
            (folder / part / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / part / path).write_bytes(content)
    (folder / "search.js").write_bytes(PROGRAM.read_bytes())
    (folder / "page.html").write_text("<!doctype html><meta charset=utf-8><script src=search.js></script>", "utf-8")
    return folder


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Searcher:
    return Searcher(_files(folder / "all"))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")}


@pytest.fixture
def page(chromium: Browser, folder: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.name or ""))
    page.goto((folder / "page.html").as_uri())
    yield page
    page.close()
    damaged = "damage" in request.fixturenames  # browsers report a script that they cannot read
    assert {error for error in errors if not (damaged and "SyntaxError" in error)} == set()


def opened(page: Page, *parts: str, timeout: int = 5000) -> None:
    urls = [f"{part}/manifest.js" for part in parts]
    page.evaluate("([urls, timeout]) => void (window.index = PortalSearch.open(urls, {timeout}))", [urls, timeout])


def ask(page: Page, query: str, **request: Any) -> Any:
    return page.evaluate(ASK, {"query": query, "limit": 1000, **request})


def failure(page: Page, query: str) -> Any:
    return page.evaluate(
        "async (query) => { try { await (await window.index).search({query}); return null }"
        " catch (error) { return [error.message, error.retry] } }",
        query,
    )


@pytest.mark.parametrize(("text", "normal"), CASES)
def test_normalise(page: Page, text: str, normal: str) -> None:
    assert page.evaluate("(text) => PortalSearch.normalise(text)", text) == normal


def test_origins(page: Page) -> None:
    assert page.evaluate("() => PortalSearch.rangesOf('ＣＩＭ 底座与5 G', ['cim底', '5g'])") == [[0, 5], [7, 10]]
    assert page.evaluate("() => PortalSearch.rangesOf('㈱と㎏', ['株', 'k'])") == [[0, 1], [2, 3]]


def test_500_queries_answer_as_brute_force_and_reference(
    page: Page, corpus: list[Document], searcher: Searcher
) -> None:
    opened(page, "all")
    random = Random(2)
    for number, text in enumerate(fabricated.queries(random, corpus, 500)):
        chosen = {"tags": ["水文", "预警"], "year": ["2026"]} if number % 5 == 0 else {}
        sort = SORTS[number % len(SORTS)]
        answer = ask(page, text, facets=chosen, sort=sort)
        query = parse(text)
        hits = fabricated.found(corpus, query)
        expected = fabricated.narrowed(corpus, hits, chosen)
        assert [hit["address"] for hit in answer["hits"]] == searcher.search(text, chosen, sort).addresses, text
        assert sorted(hit["address"] for hit in answer["hits"]) == sorted(corpus[at].address for at in expected), text
        assert answer["total"] == len(expected)
        counts = fabricated.counts(corpus, hits, chosen)
        assert {name: values for name, values in answer["facets"].items() if values} == {
            name: values for name, values in counts.items() if values
        }
        if sort == "relevance":
            ranked = fabricated.ranked(corpus, expected, query)
            assert [hit["address"] for hit in answer["hits"]] == [corpus[at].address for at in ranked]


def test_two_portals_answer_as_one(page: Page, corpus: list[Document], searcher: Searcher) -> None:
    opened(page, "first", "second")
    for number, text in enumerate(fabricated.queries(Random(3), corpus, 60)):
        sort = SORTS[number % 3]
        expected = searcher.search(text, {}, sort)
        answer = ask(page, text, sort=sort)
        assert [hit["address"] for hit in answer["hits"]] == expected.addresses
        assert {name: values for name, values in answer["facets"].items() if values} == {
            name: values for name, values in expected.facets.items() if values
        }


def test_hits_are_explained(page: Page, corpus: list[Document]) -> None:
    opened(page, "all")
    for text in fabricated.queries(Random(4), corpus, 60):
        terms = parse(text).must
        for hit in ask(page, text, limit=3)["hits"]:
            texts = [hit["title"], hit["unit"], hit["summary"], (hit["snippet"] or {"text": ""})["text"]]
            ranges = [*hit["fields"].values(), (hit["snippet"] or {"ranges": []})["ranges"]]
            assert any(ranges), (text, texts)
            for name, found in hit["fields"].items():
                for start, end in found:
                    marked = hit[name].encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le")
                    assert parse(f'"{marked}"') != parse(""), (terms, marked)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "-",
        '"',
        "-水 -数",
        "数据" * 5000,
        "数 " * 5000,
        ".*+?^${}()|[]\\",
        "👍🏽👨‍👩‍👧",
        "\u202eשלום\u202c",
        "<script>alert(1)</script>",
        "\ud800",
        "__proto__",
        "constructor toString",
    ],
)
def test_any_query_has_an_answer(page: Page, corpus: list[Document], query: str) -> None:
    opened(page, "all")
    shown = query.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if query == "\ud800" else query
    assert ask(page, shown)["total"] == len(fabricated.found(corpus, parse(shown)))


def test_a_long_passage_is_found(page: Page, corpus: list[Document]) -> None:
    opened(page, "all")
    passage = max((value for document in corpus for value in document.texts["body"]), key=len)
    answer = ask(page, f"“{passage}”")
    assert [hit["address"] for hit in answer["hits"]] == [
        corpus[at].address for at in fabricated.found(corpus, parse(f"“{passage}”"))
    ]


def test_odd_requests(page: Page) -> None:
    opened(page, "all")
    odd = {"facets": {"nothing": ["x"], "year": "2026", "__proto__": [1]}, "sort": "odd", "offset": -3, "limit": "5"}
    assert len(ask(page, "", **odd)["hits"]) == 5
    assert ask(page, "", facets={"year": ["1999"]})["total"] == 0


def test_nothing_found_suggests_fewer_terms(page: Page, corpus: list[Document]) -> None:
    opened(page, "all")
    answer = ask(page, "数据 空空空空")
    assert answer["total"] == 0
    assert answer["suggestions"] == [
        {"query": "数据", "count": len(fabricated.found(corpus, parse("数据"))), "reason": "去掉“空空空空”"}
    ]


def test_nothing_found_suggests_what_a_title_shares(page: Page, corpus: list[Document]) -> None:
    opened(page, "all")
    suggestions = ask(page, "云启大学城")["suggestions"]
    assert suggestions, "a title has 云启大学"
    for suggestion in suggestions:
        assert suggestion["count"] == len(fabricated.found(corpus, parse(suggestion["query"])))


@pytest.mark.parametrize("damage", ["missing", "cut", "other", "empty"])
def test_damaged_files_are_told_and_can_be_retried(page: Page, folder: Path, damage: str) -> None:
    version = json.loads((folder / "all/manifest.js").read_text("utf-8").partition(",")[2][:-3])["version"]
    files = {path: path.read_bytes() for path in (folder / "all" / version).glob("[sp][0-9]-*.js")}
    for path, content in files.items():
        path.write_bytes(
            {"cut": content[: len(content) // 2], "other": b"<!doctype html>", "empty": b""}.get(damage, b"")
        )
        if damage == "missing":
            path.unlink()
    opened(page, "all")
    try:
        page.evaluate("() => window.index")
        message, retry = failure(page, "水位预报")
        assert retry is True
        assert message.endswith("重试。")
    finally:
        for path, content in files.items():
            path.write_bytes(content)
    assert ask(page, "水位预报")["total"] > 0


def test_a_missing_manifest_is_told(page: Page) -> None:
    told = page.evaluate("() => PortalSearch.open(['none/manifest.js']).catch((error) => [error.message, error.retry])")
    assert told == ["搜索数据没有加载成功，请检查网络后重试。", True]


def test_a_stale_answer_is_dropped(page: Page) -> None:
    opened(page, "all")
    name = page.evaluate(
        """async () => {
            const controller = new AbortController();
            const answer = (await window.index).search({query: "数据"}, controller.signal);
            controller.abort();
            return answer.then(() => "answered", (error) => error.name);
        }"""
    )
    assert name == "AbortError"
