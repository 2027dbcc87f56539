"""`mkdocs serve` for those who type it: it reloads, keeps the last good pages, and answers this machine only."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

from playwright.sync_api import Page, expect

ABOUT = "content/alpha/2026/pages/about.md"


def wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_mkdocs_serves_a_portal(project: Path, tmp_path: Path, page: Page) -> None:
    log, about = tmp_path / "log", project / ABOUT
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background ignore it, and their children
    with log.open("w") as out:
        process = subprocess.Popen(
            [*command, "--config-file", str(project / "branches/alpha/mkdocs.yml")], stdout=out, stderr=out, cwd=project
        )
    try:
        wait_for(lambda: "Serving on" in log.read_text("utf-8") or process.poll() is not None)

        def ask(path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            response = connection.getresponse()
            return response.status, dict(response.headers), response.read().decode()

        page.goto(f"http://127.0.0.1:{port}/2026/about/index.html")
        good = about.read_text("utf-8")
        about.write_text(good.replace("这是虚构的比赛", "这是改过的比赛"), "utf-8")
        expect(page.locator("main")).to_contain_text("这是改过的比赛", timeout=20_000)
        about.write_text(good.replace("title: 关于大赛", "title: 关于: 大赛"), "utf-8")
        wait_for(lambda: f"{ABOUT}:2:" in log.read_text("utf-8"))  # it may have been seen half written before
        assert "改好后自动更新" in log.read_text("utf-8")
        assert "这是改过的比赛" in ask("/2026/about/")[2]
        about.write_text(good.replace("title: 关于大赛", "title: 关于改好的大赛"), "utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("关于改好的大赛", timeout=20_000)

        status, headers, body = ask("/", Host=f"localhost:{port}")
        assert (status, headers["X-Content-Type-Options"]) == (200, "nosniff")
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert re.findall(r"<script>|livereload\(", body) == [], "nothing of MkDocs' own script"
        assert ask("/", Host="evil.example")[0] == ask("/livereload/0/1", Host="evil.example")[0] == 421
        assert ask("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script")[0] == 403
        assert [ask(path)[0] for path in ("/%00", f"/{'a' * 5000}", f"/livereload/{'1' * 5000}/1")] == [400, 414, 414]
        assert (ask("/", "POST")[0], ask("/", "HEAD")[2]) == (405, "")
        assert ask("/nowhere/at/all")[0] == 404
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0, log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")
