"""A look at a built site on this machine, as a web server would show it."""

from __future__ import annotations

import errno
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.faults import Stopped

HOST = "127.0.0.1"

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
        return ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Stopped(f"端口 {port} 已被别的程序占用。请用 --port 换一个，如 --port {port + 1}。") from error
        raise


class _Handler(SimpleHTTPRequestHandler):
    """Files with their character set, and the 404 page of the portal that was asked."""

    extensions_map = {  # noqa: RUF012 - the base class has it this way
        **SimpleHTTPRequestHandler.extensions_map,
        **{suffix: f"{kind}; charset=utf-8" for suffix, kind in _TEXT_TYPES.items()},
    }

    def end_headers(self) -> None:
        """Never let a browser keep what the next build replaces."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page when something is not there."""
        page = self._missing_page() if code == 404 else None
        if page is None:
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _missing_page(self) -> Path | None:
        root = Path(self.directory)
        portal = unquote(urlsplit(self.path).path).strip("/").partition("/")[0]
        candidates = (root / portal / "404.html", root / "404.html") if portal != ".." else (root / "404.html",)
        return next((page for page in candidates if page.is_file()), None)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing; the terminal belongs to the person who previews."""
