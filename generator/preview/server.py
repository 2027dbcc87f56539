"""The preview's server: it answers this machine only, with what the session makes, and tells pages that they changed.

One thread makes everything, which is how texts that take too long can be stopped; those of the connections only wait.
"""

from __future__ import annotations

import errno
import json
import math
import os
import queue
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import PurePosixPath
from typing import Any, TypeVar
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.machine.faults import Stopped
from generator.preview.session import Session, Unmade, token
from generator.security import guard, policy

T = TypeVar("T")

HOST = "127.0.0.1"
CONNECTIONS = 64
"""More at once are not kept: the one that has been open longest makes room."""

WAIT = 25.0
"""Seconds after which a page is told that nothing has changed, and asks again."""

LOOK_UP = 0.5
"""Seconds that the worker waits for something to do."""

_OWN = "/~preview/"
_SCRIPT = f"{_OWN}reload.js"
_HEADERS = {**guard.HEADERS, "Content-Security-Policy": policy.live(policy.HEADER)}

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".xml": "application/xml; charset=utf-8",
}


class Worker:
    """Does in its own thread what others ask for, one after the other."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._stopped = False

    def ask(self, call: Callable[[], T]) -> T:
        """Have something done, and wait for what comes of it."""
        future: Future[T] = Future()
        self._jobs.put(lambda: _fulfil(future, call))
        return future.result()

    def later(self, call: Callable[[], None]) -> None:
        """Have something done."""
        self._jobs.put(call)

    def stop(self) -> None:
        """Have it end after what it is doing now; a handler of signals may ask for that."""
        self._stopped = True
        self._jobs.put(None)

    def work(self) -> None:
        """Do it, until it is stopped.

        It looks up now and then: a signal that comes just before a thread begins to wait is handled when it has waited.
        """
        while not self._stopped:
            with suppress(queue.Empty):
                if job := self._jobs.get(timeout=LOOK_UP):
                    job()


def _fulfil(future: Future[T], call: Callable[[], T]) -> None:
    try:
        future.set_result(call())
    except Exception as error:  # noqa: BLE001 - whoever asked is told
        future.set_exception(error)


def listen(port: int) -> PreviewServer:
    """A server on this machine only; port 0 lets the system choose one. Raises `Stopped`."""
    try:
        return PreviewServer((HOST, port), Handler)
    except OSError as error:
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise Stopped(
                f"端口 {port} 已被别的程序占用，或系统不许用。请用 --port 换一个，如 --port {port + 1}。"
            ) from error
        raise


class PreviewServer(ThreadingHTTPServer):
    """A thread for each connection; slow ones are closed, so that whoever asks is answered."""

    request_queue_size = 128
    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would take a port that another program listens at
    session: Session
    worker: Worker

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.server_port}/"

    def show(self, session: Session, worker: Worker) -> None:
        """Begin to answer, in other threads, with what a session shows."""
        self.session, self.worker = session, worker
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def server_activate(self) -> None:
        """Listen."""
        self.hosts = guard.hosts(self.server_port)
        self._lock = threading.Lock()
        self._deadlines: dict[Any, float] = {}
        """When the request of each open connection has to be here; the oldest connection first."""
        super().server_activate()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a connection, in the place of the oldest when there are too many."""
        with self._lock:
            if len(self._deadlines) >= CONNECTIONS:
                self._hang_up(next(iter(self._deadlines)))
            self._deadlines[request] = time.monotonic() + guard.PATIENCE
        super().process_request(request, client_address)

    def service_actions(self) -> None:
        """Close connections whose request has not arrived in time; `serve_forever` asks twice a second."""
        with self._lock:
            for request in [each for each, deadline in self._deadlines.items() if deadline < time.monotonic()]:
                self._hang_up(request)

    def arrived(self, request: Any) -> None:
        """The request is here. Now only its answer can be slow, and the socket's own time limit holds."""
        with self._lock:
            if request in self._deadlines:
                self._deadlines[request] = math.inf

    def shutdown_request(self, request: Any) -> None:
        """The connection has ended."""
        with self._lock:
            self._deadlines.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who leaves is nobody's mistake; anything else is ours and keeps its traceback."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def _hang_up(self, request: Any) -> None:
        """End a connection, which its thread then finds closed."""
        del self._deadlines[request]
        with suppress(OSError):  # it may have left by itself
            request.shutdown(socket.SHUT_RDWR)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    timeout = guard.PATIENCE

    def parse_request(self) -> bool:
        """Read the request and say whether it may be answered."""
        if not super().parse_request():
            return False
        self.server.arrived(self.connection)
        refused = guard.refusal(self.command, self.path, self.headers.get, self.server.hosts)
        if refused:
            self.send_error(refused)
        return not refused

    def do_GET(self) -> None:
        """A page, a file, or whether a page has changed."""
        path = unquote(self.path.partition("?")[0])
        if path == _SCRIPT:
            self._send(HTTPStatus.OK, ".js", (resources.files(__package__) / "reload.js").read_bytes())
        elif path.startswith(_OWN):
            self._send(HTTPStatus.OK, ".json", json.dumps(self._changes(), ensure_ascii=False).encode())
        else:
            self._answer(path)

    do_HEAD = do_GET  # noqa: N815 - the base class looks for it

    def _answer(self, path: str) -> None:
        name = path.lstrip("/")
        address = Address(f"{name}index.html" if path.endswith("/") else name)
        if not address.endswith(".html"):
            self._answer_with_file(address)
        elif made := self._ask(partial(self._page, address)):
            self._send(made[0], ".html", made[1])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer_with_file(self, address: Address) -> None:
        try:
            content = self._ask(partial(self.server.session.file, address))
        except Unmade:
            return self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR)
        if content is not None:
            return self._send(HTTPStatus.OK, PurePosixPath(address).suffix, content)
        if self._ask(partial(self._page, Address(f"{address}/index.html"))):
            return self._redirect(address)
        return self.send_error(HTTPStatus.NOT_FOUND)

    def _page(self, address: Address) -> tuple[HTTPStatus, bytes] | None:
        """A page with what lets it notice that it changed; where none can be shown, one that says why."""
        session, status = self.server.session, HTTPStatus.OK
        try:
            page = session.page(address)
        except Unmade as unmade:
            page, status = _page_about(str(unmade)), HTTPStatus.INTERNAL_SERVER_ERROR
        if page is None and session.problems(address) and not session.has_part(address):
            page, status = _page_about("内容有错误，改好以后这里就会显示网页。"), HTTPStatus.SERVICE_UNAVAILABLE
        return (status, self._live(address, page)) if page else None

    def _live(self, address: Address, page: bytes) -> bytes:
        if address == addresses.hub("admin"):
            return page  # to load it again would lose what is being typed
        told = {"address": address, "state": json.dumps(self.server.session.state(address), ensure_ascii=False)}
        data = " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
        return policy.watched(page, f'<script src="{_SCRIPT}" {data} defer></script>')

    def _changes(self) -> Mapping[str, Any]:
        """The state of a page, as soon as it is another than the one that the browser has."""
        session, asked = self.server.session, parse_qs(urlsplit(self.path).query)
        address, had = Address(asked.get("address", [""])[0]), asked.get("token", [""])[0]
        end = time.monotonic() + WAIT
        while True:
            version = session.version
            state = self._ask(lambda: session.state(address))
            now = token(state)
            if now != had or time.monotonic() >= end:
                return {"state": state, "token": now}
            session.wait(version, end - time.monotonic())

    def _ask(self, call: Callable[[], T]) -> T:
        return self.server.worker.ask(call)

    def _redirect(self, folder: Address) -> None:
        """To a folder's page; never to another host."""
        _, mark, query = self.path.partition("?")
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"/{quote(folder)}/{mark}{query}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, suffix: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(suffix.lower(), "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Tell browsers what they may do with the answer."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """The portal's own page when something is not there, a line in Chinese for what is not answered."""
        self.close_connection = True
        content = self._missing_page() if code == HTTPStatus.NOT_FOUND else None
        self._send(code, ".html", content or guard.page(code))

    def _missing_page(self) -> bytes | None:
        portal = self.path.partition("?")[0].strip("/").partition("/")[0]
        for address in (Address(f"{portal}/404.html"), Address("404.html")):
            if made := self._ask(partial(self._page, address)):
                return made[1]
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing; the terminal belongs to the person who previews."""


_ABOUT = f"""<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy.PAGE}">
<meta name="viewport" content="width=device-width"><title>预览</title></head>
<body data-empty style="font: 18px/1.8 system-ui, sans-serif; margin: 4em auto; max-width: 36em; padding: 0 1em">
<main><h1>预览</h1><p>%s</p></main></body></html>
"""


def _page_about(what: str) -> bytes:
    """A page of our own, where there is none to show."""
    return (_ABOUT % escape(what)).encode()
