"""What the search costs and how well it finds, beside Pagefind in the same run: `make bench-search`.

Both get the same made-up cases (`benchmarks.search_corpus`), the same queries and the same Chromium. A server in this
process sends our scripts by gzip, Pagefind's files as they are (they are compressed already). *First results* are
eight hits, as the pages show them at once, or twenty, with what is shown of them and exact counts of facets but tags;
what travels until then is counted with the search program. With `--branches` the index is that of a hub.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from statistics import median
from types import MappingProxyType
from typing import Any

import click
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import chromium, search_corpus
from generator.media import scripts
from generator.search import Index, Portal
from generator.search.entries import Draft, SearchEntry
from generator.search.normalise import normalise
from generator.search.tokens import Memory
from tests.search.reference import parse

PROGRAM = Path(__file__).parents[1] / "templates/shell/assets/js/search.js"
FIRST, SHOWN = 8, 20

Portals = Mapping[str, Sequence[SearchEntry]]
"""The documents of each portal."""

Sizes = dict[str, int]

OURS = """async ([query, limit]) => {
    const start = performance.now();
    window.index = window.index || (await PortalSearch.open("search/manifest.js", {timeout: 1e6}));
    const answer = await window.index.search({query, counts: "first", limit});
    const end = performance.now();
    const loaded = performance.getEntriesByType("resource").filter((entry) => entry.responseEnd <= end);
    await Promise.all([answer.snippets, answer.allFacets]);
    const bytes = loaded.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
    return {took: end - start, bytes, requests: loaded.length};
}"""
ALL_OURS = """async (query) => {
    const {hits, said} = await window.index.search({query, limit: 1e6, counts: false});
    return said ? [] : hits.map(({id}) => id);
}"""
PAGEFIND = """async ([query]) => {
    const start = performance.now();
    window.pagefind = window.pagefind || (await import("/pagefind/pagefind.js"));
    const answer = await window.pagefind.search(query);
    await Promise.all(answer.results.slice(0, 20).map((result) => result.data()));
    return {took: performance.now() - start, total: answer.results.length, ids: answer.results.map(({id}) => id)};
}"""


@dataclass
class Traffic:
    """What travelled since it was last asked."""

    sizes: list[int] = field(default_factory=list)

    def taken(self) -> int:
        """The bytes since the last call."""
        total = sum(self.sizes)
        self.sizes.clear()
        return total


@dataclass(frozen=True)
class Measured:
    """The figures of one searcher."""

    raw: int
    packed: int
    files: int
    build: float
    edit: float
    changed: int
    changed_bytes: int
    cold: list[float]
    cold_bytes: list[int]
    requests: list[int]
    warm: list[float]
    recall: float
    precision: float


def main_rows(cases: int, columns: dict[str, Measured]) -> Iterator[tuple[str, ...]]:
    """The table."""
    yield f"{cases} cases", *columns
    rows: dict[str, Any] = {
        "index raw MB": lambda m: f"{m.raw / 1e6:.1f}",
        "index gzip MB": lambda m: f"{m.packed / 1e6:.1f}",
        "files": lambda m: str(m.files),
        "build CPU s": lambda m: f"{m.build:.2f}",
        "one body edited, CPU s": lambda m: f"{m.edit:.2f}",
        "one body edited, files": lambda m: f"{m.changed}",
        "one body edited, MB": lambda m: f"{m.changed_bytes / 1e6:.2f}",
        "cold first result ms median": lambda m: f"{median(m.cold):.0f}",
        "cold first result ms worst": lambda m: f"{max(m.cold):.0f}",
        "cold KB median": lambda m: f"{median(m.cold_bytes) / 1000:.0f}",
        "cold KB worst": lambda m: f"{max(m.cold_bytes) / 1000:.0f}",
        "cold requests median": lambda m: f"{median(m.requests):.0f}",
        "cold requests worst": lambda m: f"{max(m.requests)}",
        "warm ms median": lambda m: f"{median(m.warm):.1f}",
        "warm ms worst": lambda m: f"{max(m.warm):.1f}",
        "recall": lambda m: f"{m.recall:.3f}",
        "precision": lambda m: f"{m.precision:.3f}",
    }
    for name, show in rows.items():
        yield (name, *(show(measured) for measured in columns.values()))


@click.command()
@click.option("--sizes", default="1000,5000", show_default=True, help="Numbers of cases, separated by commas.")
@click.option("--cold", default=20, show_default=True, help="How many queries are asked in a fresh browser each.")
@click.option("--warm", default=50, show_default=True, help="How many queries are asked one after another.")
@click.option("--branches", default=0, help="Measure the hub over so many branches of `--years` years, and no peer.")
@click.option("--years", default=3, show_default=True, help="Years of a branch; sizes are then cases of an edition.")
def main(sizes: str, cold: int, warm: int, branches: int, years: int) -> None:
    """Measure the search over corpora of several sizes."""
    for size in map(int, sizes.split(",")):
        portals = search_corpus.portals(branches or 1, years if branches else 1, size)
        cases = sum(map(len, portals.values()))
        with tempfile.TemporaryDirectory() as folder:
            for row in main_rows(cases, _measure(Path(folder), portals, cold, warm, peer=not branches)):
                print(f"{row[0]:30}" + "".join(f"{cell:>18}" for cell in row[1:]), flush=True)


def _measure(root: Path, portals: Portals, cold: int, warm: int, peer: bool) -> dict[str, Measured]:
    corpus = [document for documents in portals.values() for document in documents]
    queries = list(_queries(corpus, warm))
    print("queries:", " | ".join(queries[:cold]))
    values = _values(corpus)
    truth = {query: _truth(values, query) for query in queries}
    built = _build_ours(root / "ours", portals)
    columns = {}
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        for limit in (FIRST, SHOWN):
            columns[f"ours, {limit} hits"] = _run_ours(browser, root / "ours", queries, cold, truth, built, limit)
        if peer:
            build = _build_peer(root / "peer", corpus)
            columns["pagefind"] = _run_peer(browser, root / "peer", queries, cold, truth, build)
        browser.close()
    return columns


def _queries(corpus: Sequence[SearchEntry], count: int) -> Iterator[str]:
    """Pieces of titles, units, tags and bodies of two to eight characters, single and in pairs."""
    random = Random(5)
    yield from ("数据", "数据要素", "5G-A", "水位 预警", "云川", "数据 技术 平台", "价值创造和实现模式")
    for number in range(count - 7):
        document = random.choice(corpus)
        name = ("title", "body", "unit", "tags", "body")[number % 5]
        text = normalise(random.choice(document.texts[name]))
        terms = []
        for _ in range(2 if number % 4 == 3 else 1):
            start = random.randrange(max(1, len(text) - 4))
            terms.append(text[start : start + random.choice((2, 2, 3, 4, 4, 6, 8))])
        yield " ".join(terms)


Values = list[tuple[str, list[str]]]
"""What is searched: each case's page with its values as they are compared."""


def _values(corpus: Sequence[SearchEntry]) -> Values:
    return [
        (
            document.address.removesuffix("/index.html"),
            [normalise(value) for values in document.texts.values() for value in values],
        )
        for document in corpus
    ]


def _truth(values: Values, query: str) -> set[str]:
    terms = parse(query).must
    return {page for page, texts in values if all(any(term in text for text in texts) for term in terms)}


@dataclass(frozen=True)
class Built:
    """What building took, in seconds of processor, and what one edit changed."""

    build: float
    edit: float
    changed: int
    changed_bytes: int


def _build_ours(folder: Path, portals: Portals) -> Built:
    """Write the index, and make it once more after one sentence was added to the middle document."""
    drafts = {branch: list(map(Draft.of, documents)) for branch, documents in portals.items()}
    kept = Memory[bytes]()
    for branch, own in drafts.items() if len(drafts) > 1 else []:
        _made(Index([Portal(own)], branch, branch, kept), folder / branch / "search")
    build, keys = _made(_index(drafts, kept), folder / "search")
    branch = list(drafts)[len(drafts) // 2]
    at = len(drafts[branch]) // 2
    document = drafts[branch][at].make()
    texts = {**document.texts, "body": ("编辑刚刚加上的一句话。", *document.texts["body"])}
    drafts[branch][at] = Draft.of(replace(document, texts=texts))
    edit, after = _made(_index(drafts, kept), None, keys)
    (folder / "search.js").write_text(scripts.bundle(PROGRAM), "utf-8")
    (folder / "index.html").write_text("<!doctype html><meta charset=utf-8><script src=search.js></script>", "utf-8")
    return Built(build, edit, len(after), sum(after.values()))


def _index(drafts: Mapping[str, list[Draft]], kept: Memory[bytes]) -> Index:
    is_hub = len(drafts) > 1
    portals = [Portal(own, f"../{branch}/search/" if is_hub else "") for branch, own in drafts.items()]
    return Index(portals, "bench", "测速", kept)


def _made(made: Index, folder: Path | None, before: Mapping[str, int] = MappingProxyType({})) -> tuple[float, Sizes]:
    """Seconds of processor that an index takes but for what there is, and the sizes of the files that it makes."""
    start = time.process_time()
    new = [path for path in made.paths() if path not in before or path == "manifest.js"]
    for path in new:
        made.expect(path)
    files = {path: made.file(path) for path in new}
    took = time.process_time() - start
    if folder is None:
        return took, {path: len(content) for path, content in files.items()}
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return took, {path: len(content) for path, content in files.items()}


def _build_peer(folder: Path, corpus: Sequence[SearchEntry]) -> float:
    for document in corpus:
        target = folder / document.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_html(document), "utf-8")
    before = _children()
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(folder), "--force-language", "zh-cn"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    (folder / "index.html").write_text("<!doctype html><meta charset=utf-8>", "utf-8")
    return _children() - before


def _children() -> float:
    import resource  # noqa: PLC0415  (not on every system)

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _html(document: SearchEntry) -> str:
    body = "".join(
        f"<p>{escape(value)}</p>" for name, values in document.texts.items() if name != "title" for value in values
    )
    title = escape(document.one("title"))
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title><body><h1>{title}</h1>{body}'


class _Handler(SimpleHTTPRequestHandler):
    """A static server that compresses scripts and counts what it sends."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, traffic: Traffic, **more: Any) -> None:
        self.traffic = traffic
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        packs = path.suffix in {".js", ".html", ".json"}
        content = gzip.compress(content, 6) if packs else content
        self.traffic.sizes.append(len(content))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that hang up."""


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, Traffic]]:
    traffic = Traffic()
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder), traffic=traffic))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", traffic
    finally:
        server.shutdown()


@contextmanager
def _page(browser: Browser, address: str, traffic: Traffic) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    traffic.taken()
    try:
        yield page
    finally:
        context.close()


def _run_ours(
    browser: Browser,
    folder: Path,
    queries: list[str],
    cold: int,
    truth: dict[str, set[str]],
    built: Built,
    limit: int,
) -> Measured:
    with _served(folder) as (address, traffic):
        answers = []
        for query in queries[:cold]:
            with _page(browser, address, traffic) as page:
                answers.append(page.evaluate(OURS, [query, limit]))
        with _page(browser, address, traffic) as page:
            warm = [page.evaluate(OURS, [query, limit])["took"] for query in queries for _ in range(2)][1::2]
            found = {query: set(page.evaluate(ALL_OURS, query)) for query in queries}
    raw, packed, files = _sizes(folder / "search", pack=True)
    right = _quality(found, truth)
    return Measured(
        raw,
        packed,
        files,
        **vars(built),
        cold=[answer["took"] for answer in answers],
        cold_bytes=[answer["bytes"] for answer in answers],
        requests=[answer["requests"] for answer in answers],
        warm=warm,
        recall=right["recall"],
        precision=right["precision"],
    )


def _run_peer(
    browser: Browser, folder: Path, queries: list[str], cold: int, truth: dict[str, set[str]], build: float
) -> Measured:
    names = _fragments(folder / "pagefind")
    with _served(folder) as (address, traffic):
        times, sizes, requests = [], [], []
        for query in queries[:cold]:
            with _page(browser, address, traffic) as page:
                times.append(page.evaluate(PAGEFIND, [query])["took"])
                requests.append(len(traffic.sizes))
                sizes.append(traffic.taken())
        with _page(browser, address, traffic) as page:
            answers = [page.evaluate(PAGEFIND, [query]) for query in queries for _ in range(2)][1::2]
    found = {query: {names[id_] for id_ in answer["ids"]} for query, answer in zip(queries, answers, strict=True)}
    raw, packed, files = _sizes(folder / "pagefind", pack=False)
    warm = [answer["took"] for answer in answers]
    right = _quality(found, truth)
    return Measured(
        raw, packed, files, build, build, 0, 0, times, sizes, requests, warm, right["recall"], right["precision"]
    )


def _fragments(folder: Path) -> dict[str, str]:
    """The case of each of Pagefind's fragments."""
    names = {}
    for path in (folder / "fragment").iterdir():
        content = gzip.decompress(path.read_bytes())
        data = json.loads(content[content.index(b"{") :])
        names[path.stem] = data["url"].strip("/").removesuffix("/index.html")
    return names


def _quality(found: dict[str, set[str]], truth: dict[str, set[str]]) -> dict[str, float]:
    """Mean recall and precision over the queries."""
    recall = [len(found[query] & right) / len(right) for query, right in truth.items() if right]
    precision = [len(found[query] & right) / len(found[query]) for query, right in truth.items() if found[query]]
    return {"recall": sum(recall) / len(recall), "precision": sum(precision) / max(1, len(precision))}


def _sizes(folder: Path, pack: bool) -> tuple[int, int, int]:
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    packed = sum(len(gzip.compress(content, 6)) if pack else len(content) for content in contents)
    return sum(map(len, contents)), packed, len(contents)


if __name__ == "__main__":
    main()
