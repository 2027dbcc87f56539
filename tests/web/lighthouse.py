"""Lighthouse over one page of every kind, as on a phone: `make lighthouse`. Fails when a mark is below 98.

Marks of speed mean something on a quiet machine only.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from benchmarks import chromium

TOOLS = Path(__file__).parent
LEAST = 98
KINDS = (
    "",
    "compare/",
    "search/",
    "liaoning/2026/",
    "liaoning/2026/tracks/",
    "liaoning/2026/tracks/comprehensive/",
    "ningxia/2026/judging/",
    "liaoning/2026/guide/",
    "demo/2026/cases/",
    "demo/2026/cases/river-level-forecast/",
)
PACKED = (".html", ".css", ".js", ".svg", "/")


class Host(http.server.SimpleHTTPRequestHandler):
    """A static host that packs texts, as any host does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packs = path.suffix in PACKED
        body = gzip.compress(path.read_bytes(), 6) if packs else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(body)))
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(body)


def marks(address: str) -> dict[str, int]:
    """What Lighthouse gives a page, out of 100, and what falls short."""
    command = [
        str(Path(sys.executable).with_name("node")),
        str(TOOLS / "node_modules/lighthouse/cli/index.js"),
        address,
        "--quiet",
        "--output=json",
        "--only-categories=performance,accessibility,best-practices,seo",
        "--skip-audits=robots-txt,is-crawlable",  # pages ask nobody, so it cannot; fabricated ones are not to be found
        "--chrome-flags=--headless --no-sandbox --disable-gpu",
    ]
    browser = next(filter(None, map(shutil.which, chromium.NAMES)))
    environment = {**os.environ, "CHROME_PATH": browser}
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout)
    weights = told["audits"]["total-byte-weight"]["numericValue"]
    short = [
        f"{each['title']} {each.get('displayValue', '')}"
        for each in told["audits"].values()
        if each.get("score") is not None and each["score"] < 0.9
    ]
    print(*(f"    {line}" for line in short), sep="\n")
    return {name: round(100 * each["score"]) for name, each in told["categories"].items()} | {
        "KB": round(weights / 1024)
    }


def main(site: str = "site") -> int:
    """Every kind of page below a folder; 1 when one falls short."""
    handler = functools.partial(Host, directory=site)
    worst = 100
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        for kind in KINDS:
            given = marks(f"http://127.0.0.1:{running.server_port}/{kind}")
            print(f"/{kind}", *(f"{name} {value}" for name, value in given.items()), sep="  ", flush=True)
            worst = min(worst, *(value for name, value in given.items() if name != "KB"))
        running.shutdown()
    return int(worst < LEAST)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
