"""A look at a built site on this machine, as a web server would show it."""

from __future__ import annotations

import errno
import math
import os
import socket
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.machine.faults import Stopped
from generator.security import guard

HOST = "127.0.0.1"
CONNECTIONS = 64
"""More at once are not kept: the one that has been open longest makes room."""

_TEXT_TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of `folder` on this machine only; port 0 lets the system choose one."""
    try:
        return _Server((HOST, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Stopped(f"端口 {port} 已被别的程序占用。请用 --port 换一个，如 --port {port + 1}。") from error
        raise


class _Server(ThreadingHTTPServer):
    """A thread for each connection; slow ones are closed, so that whoever asks is answered."""

    request_queue_size = 128

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


class _Handler(SimpleHTTPRequestHandler):
    """Files with their character set, and the 404 page of the portal that was asked."""

    server: _Server
    timeout = guard.PATIENCE
    extensions_map = {  # noqa: RUF012 - the base class has it this way
        **SimpleHTTPRequestHandler.extensions_map,
        **{suffix: f"{kind}; charset=utf-8" for suffix, kind in _TEXT_TYPES.items()},
    }

    def parse_request(self) -> bool:
        """Read the request and say whether it may be answered."""
        if not super().parse_request():
            return False
        self.server.arrived(self.connection)
        refused = guard.refusal(self.command, self.path, self.headers.get, self.server.hosts)
        if refused:
            self.send_error(refused)
        return not refused

    def translate_path(self, path: str) -> str:
        """The file that an address means; nothing outside the folder, not even by a link in it."""
        name = unquote(path.partition("?")[0])
        root = Path(self.directory).resolve()
        try:
            found = (root / name.lstrip("/") / ("index.html" if name.endswith("/") else "")).resolve()
        except (OSError, RuntimeError):  # links in a circle
            return ""
        return str(found) if found.is_relative_to(root) else ""

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002 - the base class gives it
        """Folders are not shown."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Tell browsers what they may do with the answer."""
        for name, value in guard.HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """The site's own page when something is not there, a line in Chinese for what is not answered."""
        content = (self._missing_page() if code == HTTPStatus.NOT_FOUND else None) or guard.page(code)
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _missing_page(self) -> bytes | None:
        portal = self.path.partition("?")[0].strip("/").partition("/")[0]
        for address in (f"/{portal}/404.html", "/404.html"):
            with suppress(OSError):
                return Path(self.translate_path(address)).read_bytes()
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing; the terminal belongs to the person who previews."""
