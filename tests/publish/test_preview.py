"""The preview answers as a web server would."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.publish import Stopped, preview
from generator.security import guard, policy


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "demo").mkdir()
    (tmp_path / "index.html").write_text("总站", encoding="utf-8")
    (tmp_path / "404.html").write_text("总站没有", encoding="utf-8")
    (tmp_path / "demo" / "404.html").write_text("示例没有", encoding="utf-8")
    (tmp_path / "demo" / "cases.csv").write_text("a", encoding="utf-8")
    (tmp_path / "demo" / "2026").mkdir()
    (tmp_path / "demo" / "2026" / "index.html").write_text("本届", encoding="utf-8")
    (tmp_path / "demo" / "outside").symlink_to("/etc")
    (tmp_path / "demo" / "circle").symlink_to("circle")
    with preview.server(tmp_path, 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response, response.read().decode()


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/", 200, "总站"),
        ("/demo/cases.csv", 200, "a"),
        ("/demo/2026/nothing/", 404, "示例没有"),
        ("/nobody/", 404, "总站没有"),
        ("/../../etc/passwd", 404, "总站没有"),
        ("/%2e%2e/x", 404, "总站没有"),
        ("/demo/2026/?q=%E6%B0%B4#top", 200, "本届"),
        ("/demo/2026/index.html/", 404, "示例没有"),
        ("/demo/", 404, "示例没有"),  # no list of files
        ("/demo/outside/passwd", 404, "示例没有"),
        ("/demo/circle", 404, "示例没有"),
        ("/demo/" + "长" * 30 + "/", 404, "示例没有"),
        ("/" + "a" * 300, 404, "总站没有"),  # longer than any file's name
    ],
)
def test_answers(port: int, path: str, status: int, text: str) -> None:
    response, body = ask(port, quote(path, safe="/%?=#"))
    assert (response.status, body) == (status, text)
    assert response.headers["Content-Type"].endswith("; charset=utf-8")
    assert response.headers["Cache-Control"] == "no-store"


def test_head_of_a_missing_page(port: int) -> None:
    response, body = ask(port, "/nobody/", "HEAD")
    assert (response.status, body) == (404, "")


def test_a_folder_leads_to_its_page(port: int) -> None:
    response, _ = ask(port, "/demo/2026?x=1")
    assert (response.status, response.headers["Location"]) == (301, "/demo/2026/?x=1")
    response, _ = ask(port, "//demo/2026")
    assert response.headers["Location"] == "/demo/2026/", "never to another host"


def test_headers_of_every_answer(port: int) -> None:
    for path in ("/", "/demo/cases.csv", "/nobody/", "/%00", "/demo/2026"):
        response, _ = ask(port, path)
        assert guard.HEADERS.items() <= dict(response.headers).items()
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
    assert ask(port, "/", Host=host.format(port=port))[1] == "总站"


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
    assert ask(port, "/demo/cases.csv", **asked)[0].status == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_only_reading(port: int, method: str) -> None:
    response, body = ask(port, "/", method)
    assert (response.status, "预览只供阅读。" in body) == (405, True)


def test_ranges_are_ignored(port: int) -> None:
    response, body = ask(port, "/", Range="bytes=0-1")
    assert (response.status, body) == (200, "总站")


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
    assert ask(port, "/")[1] == "总站"
    assert capfd.readouterr().err == ""


def test_visitors_who_leave(port: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "big.bin").write_bytes(bytes(20_000_000))
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as raw:
            raw.sendall(b"GET /big.bin HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % port)
            raw.recv(100)
    assert ask(port, "/")[1] == "总站"
    assert capfd.readouterr().err == ""


def test_idle_connections_do_not_keep_others_out(port: int) -> None:
    idle = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(300)]
    for each in idle[-20:]:
        each.sendall(b"GET / HT")
    begun = time.monotonic()
    assert ask(port, "/")[1] == "总站"
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


def test_interrupted_with_open_connections(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.publish import preview\n"
        "with preview.server(Path(sys.argv[1]), 0) as server:\n"
        "    print(server.server_port, flush=True)\n"
        "    try: server.serve_forever()\n"
        "    except KeyboardInterrupt: pass\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        with socket.create_connection(("127.0.0.1", int(process.stdout.readline())), timeout=10):
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=5) == 0


def test_port_in_use(port: int, tmp_path: Path) -> None:
    with pytest.raises(Stopped, match=f"端口 {port} 已被别的程序占用"):
        preview.server(tmp_path, port)
