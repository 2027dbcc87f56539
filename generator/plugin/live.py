"""`mkdocs serve` as we want it; whoever writes uses `portal serve`.

It answers this machine only, keeps the last good pages while something is wrong, and reloads pages without a script in
them, which our Content-Security-Policy would not let run. Nothing of this is in a built site.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
import traceback
from collections.abc import Callable, Iterable
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.security import guard, policy

_LOG = logging.getLogger(f"mkdocs.plugins.{__name__}")
_RELOAD = "/livereload/reload.js"
_HEADERS = {**guard.HEADERS, "Content-Security-Policy": policy.live(policy.HEADER)}

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""What WSGI calls an application."""


def prepare(server: LiveReloadServer) -> None:
    """Make a server that has not begun to serve the one that we want."""
    server.RequestHandlerClass.timeout = guard.PATIENCE  # type: ignore[attr-defined]
    server.set_app(_guarded(server, server.serve_request))
    server.builder = _patient(server, server.builder)
    server.error_handler = _at_home(server, server.error_handler)
    server.handle_error = _quiet(server.handle_error)  # type: ignore[assignment, method-assign]
    server._inject_js_into_html = _with_reload  # type: ignore[method-assign]


def _guarded(server: LiveReloadServer, application: Application) -> Application:
    """The application for those who may ask, with headers that say what browsers may do."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start_response(status, [*headers, *_HEADERS.items()], *more)

        def header(name: str) -> str | None:
            return environ.get(f"HTTP_{name.upper().replace('-', '_')}")

        method, target = environ["REQUEST_METHOD"], quote(environ["PATH_INFO"], encoding="latin-1")
        hosts = guard.hosts(server.server_port, str(server.server_address[0]))
        refused = guard.refusal(method, target, header, hosts)
        if refused:
            start(f"{refused.value} {refused.phrase}", [("Content-Type", "text/html; charset=utf-8")])
            content: Iterable[bytes] = [guard.page(refused)]
        elif target == _RELOAD:
            start(f"{HTTPStatus.OK.value} OK", [("Content-Type", "text/javascript; charset=utf-8")])
            content = [(resources.files(__package__) / "reload.js").read_bytes()]
        else:
            content = application(environ, start)
        return content if method == "GET" else []

    return answer


def _patient(server: LiveReloadServer, build: Callable[[], None]) -> Callable[[], None]:
    """A build that says what is wrong and leaves the last good pages; MkDocs would answer nobody until it is mended."""
    pages = Path(server.root)
    kept = pages.with_name(f"{pages.name}.kept")

    def rebuild() -> None:
        pages.rename(kept)
        try:
            build()
        except BaseException as error:
            shutil.rmtree(pages, ignore_errors=True)
            kept.rename(pages)
            if not isinstance(error, (Exception, SystemExit)):
                raise  # Ctrl+C
            _tell(error)
            server._wanted_epoch = server._visible_epoch  # nothing newer to wait for, or to reload
        else:
            shutil.rmtree(kept)

    return rebuild


def _tell(error: BaseException) -> None:
    """MkDocs has told what is wrong with content; what else it may be is told here."""
    if not isinstance(error, (MkDocsException, SystemExit)):
        traceback.print_exception(error)
    elif not isinstance(error, SystemExit):
        _LOG.error(str(error))
    _LOG.warning("网页保持上一次正确的样子，改好后自动更新。")


def _at_home(server: LiveReloadServer, page: Callable[[int], bytes | None]) -> Callable[[int], bytes | None]:
    """Pages for what is missing, whose `<base>` is where this server shows the portal."""
    base = f'<base href="{server.mount_path}">'.encode()
    return lambda code: re.sub(rb'<base href="[^"]*">', base, page(code) or guard.page(code))


def _quiet(tell: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Say nothing about visitors who leave."""
    return lambda request, client: None if isinstance(sys.exception(), OSError) else tell(request, client)


def _with_reload(content: bytes, epoch: int) -> bytes:
    """A page with our script instead of MkDocs' own inline one, and the permission to ask whether it has changed."""
    return policy.watched(content, f'<script src="{_RELOAD}" data-epoch="{epoch}" defer></script>')
