"""The preview answers as a web server would."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.machine.faults import Stopped
from generator.preview import server as preview
from generator.preview.session import Asked, Session
from generator.security import guard, policy


@pytest.fixture(scope="module")
def port(minimal: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(minimal, root, dirs_exist_ok=True)
    with (root / "content/contest.yml").open("a", encoding="utf-8") as settings:
        settings.write("editor: {}\n")
    (root / "templates").symlink_to(Path(__file__).parents[2] / "templates")
    worker = preview.Worker()
    with preview.listen(0) as server:
        session = Session(Asked(root, lambda: date(2026, 9, 1)), server.address, lambda _: None)
        session.load()
        threading.Thread(target=worker.work, daemon=True).start()
        server.show(session, worker)
        yield server.server_port
        server.shutdown()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response, response.read().decode()


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html"),
        ("/alpha/2026/?q=%E6%B0%B4#top", 200, "text/html"),
        ("/admin/", 200, "text/html"),
        ("/admin/admin.js", 200, "text/javascript"),
        ("/admin/admin.css", 200, "text/css"),
        ("/alpha/2026/data/cases.csv", 200, "text/csv"),
        ("/alpha/assets/portal.css", 200, "text/css"),
        ("/alpha/search/manifest.js", 200, "text/javascript"),
        ("/schema/cases-1.json", 200, "application/json"),
        ("/~preview/reload.js", 200, "text/javascript"),
        ("/alpha/2026/nothing/", 404, "text/html"),
        ("/nobody/", 404, "text/html"),
        ("/../../etc/passwd", 404, "text/html"),
        ("/%2e%2e/x", 404, "text/html"),
        ("/alpha/2026/index.html/", 404, "text/html"),
        ("/alpha/assets/", 404, "text/html"),
        ("/alpha/2026/cases/nothing/nothing.webp", 404, "text/html"),
        ("/" + "a" * 300, 404, "text/html"),
    ],
)
def test_answers(port: int, path: str, status: int, kind: str) -> None:
    response, body = ask(port, quote(path, safe="/%?=#"))
    assert (response.status, response.headers["Content-Type"]) == (status, f"{kind}; charset=utf-8")
    assert response.headers["Cache-Control"] == "no-store"
    assert len(body) > 20
    if status == 404:
        assert "页面不存在或已经移走" in body


def test_head_of_a_missing_page(port: int) -> None:
    response, body = ask(port, "/nobody/", "HEAD")
    assert (response.status, body) == (404, "")


def test_a_folder_leads_to_its_page(port: int) -> None:
    response, _ = ask(port, "/alpha/2026?x=1")
    assert (response.status, response.headers["Location"]) == (301, "/alpha/2026/?x=1")
    response, _ = ask(port, "//alpha/2026")
    assert response.headers["Location"] == "/alpha/2026/", "never to another host"


def test_headers_of_every_answer(port: int) -> None:
    for path in ("/", "/alpha/2026/data/cases.csv", "/nobody/", "/%00", "/alpha/2026", "/~preview/reload.js"):
        response, _ = ask(port, path)
        assert guard.HEADERS.items() - {("Content-Security-Policy", policy.HEADER)} <= dict(response.headers).items()
        assert response.headers["Content-Security-Policy"] == policy.live(policy.HEADER)
    assert policy.HEADER.endswith("frame-ancestors 'none'")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/%00", 400),
        ("/a%0d%0aSet-Cookie:%20a=1", 400),
        ("/%ff", 400),
        ("/" + "a" * 5000, 414),
        ("index.html", 400),
    ],
)
def test_bad_addresses(port: int, path: str, status: int) -> None:
    response, body = ask(port, path)
    assert response.status == status
    assert "地址" in body


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "0.0.0.0:{port}", "", "[::2]:{port}"],
)
def test_foreign_hosts_are_not_answered(port: int, host: str) -> None:
    for path in ("/", "/nobody/"):
        response, body = ask(port, path, Host=host.format(port=port))
        assert response.status == 421
        assert "预览只在本机访问" in body


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_own_hosts(port: int, host: str) -> None:
    assert ask(port, "/", Host=host.format(port=port))[0].status == 200


@pytest.mark.parametrize(
    ("site", "mode", "kind", "status"),
    [
        ("cross-site", "no-cors", "script", 403),
        ("same-site", "no-cors", "script", 403),  # another port of this machine
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "navigate", "document", 200),
        ("same-origin", "no-cors", "script", 200),
        ("none", "navigate", "document", 200),
    ],
)
def test_other_sites_load_nothing(port: int, site: str, mode: str, kind: str, status: int) -> None:
    asked = {"Sec_Fetch_Site": site, "Sec_Fetch_Mode": mode, "Sec_Fetch_Dest": kind}
    assert ask(port, "/alpha/2026/data/cases.csv", **asked)[0].status == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_only_reading(port: int, method: str) -> None:
    response, body = ask(port, "/", method)
    assert (response.status, "预览只供阅读。" in body) == (405, True)


def test_ranges_are_ignored(port: int) -> None:
    response, body = ask(port, "/", Range="bytes=0-1")
    assert (response.status, body) == (200, ask(port, "/")[1])


def say(port: int, request: bytes) -> bytes:
    """What comes back for bytes that no browser sends."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as raw:
        try:
            raw.sendall(request)
            raw.shutdown(socket.SHUT_WR)
            return raw.recv(12)
        except ConnectionError:
            return b""


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"\r\n\r\n", b""),
        (b"\x16\x03\x01\x02\x00\x01\x00", b"400"),
        (b"GET\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\n\r\n", b"505"),
        (b"GET / HTTP/x\r\n\r\n", b"400"),
        (b"GET / x y HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"421"),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n", b"404"),
        (b"__init__ / HTTP/1.1\r\n\r\n", b"405"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nX: " + b"y" * 70_000 + b"\r\n\r\n", b"431"),
        (b"GET /" + b"a" * 70_000, b"414"),
    ],
)
def test_no_request_brings_a_traceback(
    port: int, request_: bytes, status: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = say(port, request_.replace(b"%d", b"%d" % port))
    assert answer in (b"HTTP/1.0 " + status, b"<!doctype ht", b""), "as asked, without headers, or hung up on"
    assert ask(port, "/")[0].status == 200
    assert capfd.readouterr().err == ""


def test_visitors_who_leave(port: int, capfd: pytest.CaptureFixture[str]) -> None:
    for path in (b"/alpha/search/manifest.js", b"/~preview/changes?address=index.html&token=") * 3:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as raw:
            raw.sendall(b"GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % (path, port))
            raw.recv(5)
    assert ask(port, "/")[0].status == 200
    assert capfd.readouterr().err == ""


def test_idle_connections_do_not_keep_others_out(port: int) -> None:
    idle = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(300)]
    for each in idle[-20:]:
        each.sendall(b"GET / HT")
    begun = time.monotonic()
    assert ask(port, "/")[0].status == 200
    assert time.monotonic() - begun < 2
    assert threading.active_count() < preview.CONNECTIONS + 20
    for each in idle:
        each.close()


def test_a_request_that_trickles_in_is_ended(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PATIENCE", 0.3)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as slow:
        ended = False
        begun = time.monotonic()
        while not ended and time.monotonic() - begun < 5:
            try:
                slow.sendall(b"X")
                time.sleep(0.05)
            except ConnectionError:
                ended = True
        assert ended


def test_port_in_use(port: int) -> None:
    with pytest.raises(Stopped, match=f"端口 {port} 已被别的程序占用"):
        preview.listen(port)


def test_the_editor_page_is_never_loaded_again(port: int) -> None:
    assert "reload.js" in ask(port, "/")[1]
    assert "reload.js" not in ask(port, "/admin/")[1]
