"""`portal serve <branch>` as an editor uses it: pages reload by themselves, and mistakes never empty them."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
ABOUT = "content/alpha/2026/pages/about.md"
LATER = "content/alpha/2026/notices/2026-06-01-later.md"


class Preview:
    """A running `portal serve alpha`."""

    def __init__(self, project: Path, log: Path) -> None:
        self.project = project
        self._log = log
        code = "from generator.commands.cli import main; main()"
        command = [sys.executable, "-c", code, "serve", "alpha", "--root", str(project), "--port", "0"]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        with log.open("w") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=env, cwd=project)

    @property
    def told(self) -> str:
        """What stands on the terminal."""
        return self._log.read_text("utf-8")

    @property
    def port(self) -> int:
        """Where it serves."""
        wait_for(lambda: "Serving on" in self.told or self.process.poll() is not None)
        return int(re.findall(r"Serving on http://127\.0\.0\.1:(\d+)/", self.told)[0])

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
        response = connection.getresponse()
        return response.status, dict(response.headers), response.read().decode()

    def change(self, old: str, new: str, name: str = ABOUT) -> None:
        path = self.project / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def wait_for(true: Callable[[], bool], seconds: float = 60) -> None:
    """Until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


@contextmanager
def previewed(project: Path, log: Path) -> Iterator[Preview]:
    preview = Preview(project, log)
    try:
        yield preview
    finally:
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(timeout=10) == 0, preview.told
        assert "Traceback" not in preview.told


def test_pages_reload_and_survive_mistakes(project: Path, tmp_path: Path, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    (project / LATER).write_text(
        "---\ntitle: 以后的通知\ndate: 2026-06-01\npublish_at: 2099-01-01\n---\n尚未公布。\n", "utf-8"
    )
    with previewed(project, tmp_path / "log") as preview:
        page.goto(f"http://127.0.0.1:{preview.port}/2026/about/index.html")
        main = page.locator("main")
        preview.change("这是虚构的比赛", "这是改过的比赛")
        expect(main).to_contain_text("这是改过的比赛", timeout=20_000)

        preview.change("title: 关于大赛", "title: 关于: 大赛")
        wait_for(lambda: "错误[yaml-syntax]" in preview.told and "改好后自动更新" in preview.told)
        assert f"{ABOUT}:2:" in preview.told
        problems = page.get_by_role("alert", name="内容有错误")
        expect(problems).to_contain_text("内容有 1 处错误", timeout=20_000)
        expect(problems.get_by_role("link")).to_have_text(re.compile(rf"{ABOUT}:2:\d+"))
        expect(problems.get_by_role("link")).to_have_attribute("href", re.compile(rf"^vscode://file/.*/{ABOUT}:2:\d+$"))
        expect(problems).to_contain_text("提示：")
        expect(main).to_contain_text("这是改过的比赛")
        page.reload()
        expect(main).to_contain_text("这是改过的比赛")
        expect(problems).to_be_visible()

        preview.change("title: 关于: 大赛", "title: 关于改好的大赛")
        expect(page.get_by_role("heading", level=1)).to_have_text("关于改好的大赛", timeout=20_000)
        expect(problems).to_have_count(0)

        page.goto(f"http://127.0.0.1:{preview.port}/nowhere/at/all")
        expect(page.get_by_text("页面不存在或已经移走")).to_be_visible()
        assert page.evaluate("document.styleSheets.length") == 2, "its links lead to where the portal is shown"
        assert preview.ask("/2026/notices/later/")[0] == 404
        assert "以后的通知" not in preview.ask("/2026/notices/")[2]
        guarded(preview)
    assert [each for each in said if "404 (Not Found)" not in each] == []


def guarded(preview: Preview) -> None:
    """The same rules as in the preview of all sites; asked of the same process, because it is slow to start."""
    own = f"127.0.0.1:{preview.port}"
    status, headers, body = preview.ask("/", Host=f"localhost:{preview.port}")
    assert status == 200
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert re.findall(r"<script>|livereload\(", body) == [], "nothing of MkDocs' own script"
    for host in ("evil.example", f"evil.example:{preview.port}", "127.0.0.1", "127.0.0.1:1"):
        status, _, body = preview.ask("/", Host=host)
        assert (status, "预览只在本机访问" in body) == (421, True)
        assert preview.ask("/livereload/0/1", Host=host)[0] == 421
    assert preview.ask("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script")[0] == 403
    asked = [preview.ask(path)[0] for path in ("/%00", "/%ff", f"/{'a' * 5000}", f"/livereload/{'1' * 5000}/1")]
    assert asked == [400, 400, 414, 414]
    assert preview.ask("/../../../etc/passwd")[0] == preview.ask(f"/{'a' * 300}")[0] == 404
    assert preview.ask("/", "POST")[0] == 405
    assert preview.ask("/", "HEAD")[2] == ""
    for request in (b"\r\n\r\n", b"\x16\x03\x01", b"GET\r\n\r\n", f"GET / HTTP/1.1\r\nHost: {own}\r\n\r\n".encode()):
        with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as raw:
            raw.sendall(request)


def test_a_mistake_at_the_start_is_told(project: Path, tmp_path: Path) -> None:
    text = (project / ABOUT).read_text("utf-8")
    (project / ABOUT).write_text(text.replace("title: 关于大赛", "title: 关于: 大赛"), "utf-8")
    preview = Preview(project, tmp_path / "log")
    assert preview.process.wait(timeout=60) == 1
    assert f"{ABOUT}:2:" in preview.told
    assert preview.told.endswith("没有开始预览，改好上面的错误再试。\n")
    assert "Traceback" not in preview.told
