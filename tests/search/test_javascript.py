"""search.js in a real browser from disk, held to the brute force and to the reference searcher."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page

from generator.catalog.addresses import Address
from generator.media import scripts
from generator.search import Index, Portal, sounds
from generator.search.columns import REGISTER
from generator.search.entries import Draft, SearchEntry
from generator.search.tokens import Memory
from tests.search import fabricated
from tests.search.fabricated import index
from tests.search.reference import Searcher, parse

PROGRAM = Path(__file__).parents[2] / "templates/shell/assets/js/search.js"
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
ASK_ALL = f"""async (requests) => {{
    const ask = {ASK};
    const answers = [];
    for (const request of requests) {{
        const {{total, facets, hits, said}} = await ask(request);
        const exact = said ? {{total: 0, facets: {{}}, hits: []}} : {{total, facets, hits}};
        answers.push({{...exact, hits: null, addresses: exact.hits.map(({{address}}) => address)}});
    }}
    return answers;
}}"""


@pytest.fixture(scope="module")
def corpus() -> list[SearchEntry]:
    return fabricated.corpus(Random(1), 120)


ONE = SearchEntry(
    "case",
    Address("demo/one/index.html"),
    {
        "title": ("一个题目",),
        "tags": ("云启数据",),
        "body": ("说得清楚的一句话里也有云启数据，读者由此明白为什么找到它。",),
    },
    {"kind": (("case", "案例"),), "branch": (("demo", "示例"),), "year": (("2026", "2026年"),)},
    1,
)


@pytest.fixture(scope="module")
def folder(corpus: Sequence[SearchEntry], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    for part, documents in (("all", corpus), ("one", [ONE])):
        _write(folder / part, dict(index(documents, "demo", "示例", FREQUENT)))
    drafts = list(map(Draft.of, corpus))
    portals = {"first/": drafts[:50], "second/": drafts[50:]}
    for name, part in portals.items():
        _write(folder / name, _made(Portal(part)))
    _write(folder / "hub", _made(*(Portal(part, f"../{name}") for name, part in portals.items())))
    (folder / "search.js").write_text(scripts.bundle(PROGRAM), "utf-8")
    (folder / "page.html").write_text("<!doctype html><meta charset=utf-8><script src=search.js></script>", "utf-8")
    return folder


def _made(*portals: Portal) -> dict[str, bytes]:
    made = Index(portals, "demo", "示例", Memory(), FREQUENT, holds=0)
    return {path: made.file(path) for path in made.paths()}


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Searcher:
    return Searcher(_files(folder / "all"))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def page(tab: Page, folder: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page with the program, loaded anew."""
    errors: list[str] = []

    def listen(error: Error) -> None:
        errors.append(error.name or "")

    tab.on("pageerror", listen)
    tab.goto((folder / "page.html").as_uri())
    yield tab
    tab.remove_listener("pageerror", listen)
    damaged = "damage" in request.fixturenames  # browsers report a script that they cannot read
    assert {error for error in errors if not (damaged and "SyntaxError" in error)} == set()


def opened(page: Page, part: str, timeout: int = 5000) -> None:
    asked = [f"{part}/manifest.js", timeout]
    page.evaluate("([url, timeout]) => void (window.index = PortalSearch.open(url, {timeout}))", asked)


def ask(page: Page, query: str, **request: Any) -> Any:
    return page.evaluate(ASK, {"query": query, "limit": 1000, **request})


def ask_all(page: Page, requests: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Totals, facets and addresses only: carrying hits over takes twenty times as long as finding them."""
    answers: list[Any] = page.evaluate(ASK_ALL, [{"limit": 1000, **request} for request in requests])
    return answers


def failure(page: Page, query: str) -> Any:
    return page.evaluate(
        "async (query) => { try { await (await window.index).search({query}); return null }"
        " catch (error) { return [error.message, error.retry] } }",
        query,
    )


def test_the_program_is_known_by_two_names(page: Page) -> None:
    """One for pages, one for the files of an index."""
    own = page.evaluate(
        """() => {
            const plain = document.body.appendChild(document.createElement("iframe")).contentWindow;
            return Object.getOwnPropertyNames(window).filter((name) => !(name in plain) && !/^[0-9]+$/.test(name));
        }"""
    )
    assert sorted(own) == ["PortalSearch", REGISTER]
    assert page.evaluate("Object.keys(PortalSearch)") == ["open", "normalise", "rangesOf"]


def test_an_index_is_opened_once(page: Page) -> None:
    """So that the header's search and the gallery of one page share it; what failed is tried again."""
    assert page.evaluate("() => PortalSearch.open('one/manifest.js') === PortalSearch.open('one/manifest.js')")
    assert page.evaluate(
        """async () => {
            const first = PortalSearch.open("none/manifest.js");
            await first.catch(() => {});
            const second = PortalSearch.open("none/manifest.js");
            second.catch(() => {});
            return first !== second;
        }"""
    )


def test_a_snippet_is_a_telling_line(page: Page) -> None:
    opened(page, "one")
    [hit] = ask(page, "云启数据")["hits"]
    assert hit["snippet"]["text"].startswith("说得清楚的一句话")
    assert hit["branchName"] == "示例"


@pytest.mark.parametrize(("text", "normal"), CASES)
def test_normalise(page: Page, text: str, normal: str) -> None:
    assert page.evaluate("(text) => PortalSearch.normalise(text)", text) == normal


def test_origins(page: Page) -> None:
    assert page.evaluate("() => PortalSearch.rangesOf('ＣＩＭ 底座与5 G', ['cim底', '5g'])") == [[0, 5], [7, 10]]
    assert page.evaluate("() => PortalSearch.rangesOf('㈱と㎏', ['株', 'k'])") == [[0, 1], [2, 3]]


def test_500_queries_answer_as_brute_force_and_reference(
    page: Page, corpus: list[SearchEntry], searcher: Searcher
) -> None:
    opened(page, "all")
    narrow = {"tags": ["水文", "预警"], "year": ["2026"]}
    requests = [
        {"query": text, "facets": {} if number % 5 else narrow, "sort": SORTS[number % len(SORTS)]}
        for number, text in enumerate(fabricated.queries(Random(2), corpus, 500))
    ]
    for request, answer in zip(requests, ask_all(page, requests), strict=True):
        text, chosen, sort = request.values()
        query = parse(text)
        hits = fabricated.found(corpus, query)
        expected = fabricated.narrowed(corpus, hits, chosen)
        assert answer["addresses"] == searcher.search(text, chosen, sort).addresses, text
        assert sorted(answer["addresses"]) == sorted(corpus[at].address for at in expected), text
        assert answer["total"] == len(expected)
        counts = fabricated.counts(corpus, hits, chosen)
        assert {name: values for name, values in answer["facets"].items() if values} == {
            name: values for name, values in counts.items() if values
        }
        if sort == "relevance":
            ranked = fabricated.ranked(corpus, expected, query)
            assert answer["addresses"] == [corpus[at].address for at in ranked]


def test_the_index_over_two_portals_answers_as_one(page: Page, corpus: list[SearchEntry], searcher: Searcher) -> None:
    """It shows the cards and texts of the portals."""
    opened(page, "hub")
    requests = [
        {"query": text, "sort": SORTS[number % len(SORTS)]}
        for number, text in enumerate(fabricated.queries(Random(3), corpus, 60))
    ]
    for request, answer in zip(requests, ask_all(page, requests), strict=True):
        expected = searcher.search(request["query"], {}, request["sort"])
        assert answer["addresses"] == expected.addresses
        assert {name: values for name, values in answer["facets"].items() if values} == {
            name: values for name, values in expected.facets.items() if values
        }
    assert ask(page, "数据", limit=5)["hits"][0]["title"]


def test_an_old_manifest_never_meets_a_new_publication(page: Page, corpus: list[SearchEntry], folder: Path) -> None:
    """What it names is there no more, which is told; asked again, the new publication answers."""
    _write(folder / "renewed", dict(index(corpus[:60], "demo", "示例", FREQUENT)))
    opened(page, "renewed")
    page.evaluate("() => window.index")
    shutil.rmtree(folder / "renewed")
    _write(folder / "renewed", dict(index(corpus[60:], "demo", "示例", FREQUENT)))
    expected = Searcher(_files(folder / "renewed")).search("水位").addresses
    assert failure(page, "水位") == ["搜索数据没有加载成功，请检查网络后重试。", True]
    assert [hit["address"] for hit in ask(page, "水位")["hits"]] == expected


def test_hits_are_explained(page: Page, corpus: list[SearchEntry]) -> None:
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
def test_any_query_has_an_answer(page: Page, corpus: list[SearchEntry], query: str) -> None:
    opened(page, "all")
    shown = query.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if query == "\ud800" else query
    answer = ask(page, shown)
    assert (0 if answer["said"] else answer["total"]) == len(fabricated.found(corpus, parse(shown)))


def test_a_long_passage_is_found(page: Page, corpus: list[SearchEntry]) -> None:
    opened(page, "all")
    passage = max((value for document in corpus for value in document.texts["body"]), key=len)
    answer = ask(page, f"“{passage}”")
    assert [hit["address"] for hit in answer["hits"]] == [
        corpus[at].address for at in fabricated.found(corpus, parse(f"“{passage}”"))
    ]


def test_odd_requests(page: Page) -> None:
    opened(page, "all")
    odd = {"facets": {"nothing": ["x"], "year": "2026", "__proto__": [1]}, "offset": -3, "limit": "5"}
    for sort in ("odd", "constructor", 7):
        assert len(ask(page, "", **odd, sort=sort)["hits"]) == 5
    assert ask(page, "", facets={"year": ["1999"]})["total"] == 0


def test_nothing_found_gives_what_has_most_of_it(page: Page, corpus: list[SearchEntry]) -> None:
    opened(page, "all")
    answer = ask(page, "数据 空空空空")
    assert answer["said"] == "没有同时含“数据”“空空空空”的结果，以下含其中一部分。"
    assert answer["terms"] == ["数据"]
    assert [hit["address"] for hit in answer["hits"]] == [hit["address"] for hit in ask(page, "数据")["hits"]]
    assert {hit["address"] for hit in ask(page, "空空空空 数据 -水位")["hits"]} == {
        corpus[at].address for at in fabricated.found(corpus, parse("数据 -水位"))
    }


def test_the_longest_parts_of_a_term_come_first(page: Page) -> None:
    opened(page, "one")
    answer = ask(page, "云启数据城里说得清楚")
    assert answer["said"] == "没有含“云启数据城里说得清楚”的结果，以下含其中一部分。"
    assert answer["terms"] == ["云启数据", "说得清楚"]
    assert [hit["title"] for hit in answer["hits"]] == ["一个题目"]
    nothing = ask(page, "空空空空")
    assert (nothing["total"], nothing["said"]) == (0, "没有含“空空空空”的结果。")


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("雲啟數據", "“云启数据”"),
        ("yigetimu", "名称读作“yi ge ti mu”"),
        ("yi'ge timu", "名称读作“yi ge”、名称读作“ti mu”"),
        ("YGTM", "名称读作“ygtm”"),
        ("說得清楚 yige", "“说得清楚”、名称读作“yi ge”"),
    ],
)
def test_other_ways_of_writing_are_found_and_told(page: Page, typed: str, called: str) -> None:
    opened(page, "one")
    answer = ask(page, typed)
    assert answer["said"].endswith(f"的结果，以下是{called}的结果。")
    assert [hit["title"] for hit in answer["hits"]] == ["一个题目"]


def test_what_is_found_as_it_stands_is_not_sought_otherwise(page: Page) -> None:
    opened(page, "all")
    assert ask(page, "CIM")["said"] == ""
    assert ask(page, "yi")["total"] == 0


def test_both_programs_have_the_same_table_of_sounds() -> None:
    script = (PROGRAM.parent / "search/sounds.js").read_text("utf-8")
    assert f'"{" ".join(sounds.INITIALS[1:])}"' in script
    assert f'"{" ".join(sounds.FINALS)}"' in script
    assert f"SYLLABLES = {sounds.SYLLABLES:#x}" in script
    assert f"LETTERS = {sounds.LETTERS:#x}" in script


@pytest.mark.parametrize("damage", ["missing", "cut", "other", "empty"])
def test_damaged_files_are_told_and_can_be_retried(page: Page, folder: Path, damage: str) -> None:
    files = {path: path.read_bytes() for path in (folder / "all").glob("[sp][0-9]/*.js")}
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
    told = page.evaluate("() => PortalSearch.open('none/manifest.js').catch((error) => [error.message, error.retry])")
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
