"""Whom a preview on this machine answers.

It may show what is not public yet, and any page that the same browser has open could ask for it: under a name of its
own that leads to this machine (DNS rebinding), or by loading our scripts, pictures and frames.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from generator.security import policy

PATIENCE = 10.0
"""Seconds that a request may take to arrive, and a part of the answer to leave."""

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
MAX_TARGET = 2048
"""Characters of an address; no page of ours comes near it, nor does the state of a search."""

HEADERS = {
    **policy.HEADERS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",  # the next build replaces everything
}

_REASONS = {
    HTTPStatus.BAD_REQUEST: "地址写法不对。",
    HTTPStatus.FORBIDDEN: "预览不供别的网站使用。",
    HTTPStatus.NOT_FOUND: "页面不存在。",
    HTTPStatus.METHOD_NOT_ALLOWED: "预览只供阅读。",
    HTTPStatus.REQUEST_URI_TOO_LONG: "地址太长。",
    HTTPStatus.MISDIRECTED_REQUEST: "预览只在本机访问，请用 http://127.0.0.1 开头的预览地址打开。",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "请求的标头太多或太长。",
}
_CONTROL = re.compile(rb"[\x00-\x1f\x7f]")

Header = Callable[[str], str | None]
"""Gives a header of the request by its name."""


def refusal(method: str, target: str, header: Header, hosts: Collection[str]) -> HTTPStatus | None:
    """Why a request is not answered, or None. `hosts`: every host and port that this preview is called by."""
    if method not in ("GET", "HEAD"):
        return HTTPStatus.METHOD_NOT_ALLOWED
    if (header("Host") or "").lower() not in hosts:
        return HTTPStatus.MISDIRECTED_REQUEST
    if not _asked_by_us(header):
        return HTTPStatus.FORBIDDEN
    if len(target) > MAX_TARGET:
        return HTTPStatus.REQUEST_URI_TOO_LONG
    return None if _readable(target) else HTTPStatus.BAD_REQUEST


def hosts(port: int, *more: str) -> frozenset[str]:
    """What a browser calls this machine."""
    names = (*LOCAL_HOSTS, *more)
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


def page(status: int) -> bytes:
    """The page of a refusal."""
    reason = _REASONS.get(HTTPStatus(status), "预览不能回答这个请求。")
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{reason}</title><p>{reason}\n'.encode()


def _asked_by_us(header: Header) -> bool:
    """Whether a page of this preview asks, or a person who follows a link; old browsers do not say."""
    if header("Sec-Fetch-Site") in (None, "same-origin", "none"):
        return True
    return (header("Sec-Fetch-Mode"), header("Sec-Fetch-Dest")) == ("navigate", "document")


def _readable(target: str) -> bool:
    path = unquote_to_bytes(target.partition("?")[0])
    try:
        path.decode()
    except UnicodeDecodeError:
        return False
    return path.startswith(b"/") and not _CONTROL.search(path)
