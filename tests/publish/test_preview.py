"""The preview answers as a web server would."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from generator.publish import Stopped, preview


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "demo").mkdir()
    (tmp_path / "index.html").write_text("总站", encoding="utf-8")
    (tmp_path / "404.html").write_text("总站没有", encoding="utf-8")
    (tmp_path / "demo" / "404.html").write_text("示例没有", encoding="utf-8")
    (tmp_path / "demo" / "cases.csv").write_text("a", encoding="utf-8")
    with preview.server(tmp_path, 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def ask(port: int, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request(method, path)
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
    ],
)
def test_answers(port: int, path: str, status: int, text: str) -> None:
    response, body = ask(port, path)
    assert (response.status, body) == (status, text)
    assert response.headers["Content-Type"].endswith("; charset=utf-8")
    assert response.headers["Cache-Control"] == "no-store"


def test_head_of_a_missing_page(port: int) -> None:
    response, body = ask(port, "/nobody/", "HEAD")
    assert (response.status, body) == (404, "")


def test_port_in_use(port: int, tmp_path: Path) -> None:
    with pytest.raises(Stopped, match=f"端口 {port} 已被别的程序占用"):
        preview.server(tmp_path, port)
