"""Firefox by its own remote protocol, WebDriver BiDi: Debian's Firefox is none that Playwright can drive."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
PATIENCE = 60
"""Seconds for an answer."""


@dataclass
class Tab:
    """A page in a Firefox without a window."""

    socket: ClientConnection
    id: str = ""
    errors: list[str] = field(default_factory=list)
    """What went wrong in scripts, and what a policy did not allow."""
    _numbers: Iterator[int] = field(default_factory=count)

    def send(self, method: str, **params: Any) -> Any:
        """The result of a command. Raises `RuntimeError` with what Firefox says."""
        number = next(self._numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            told = json.loads(self.socket.recv(timeout=PATIENCE))
            if told.get("method") == "log.entryAdded" and told["params"]["level"] == "error":
                self.errors.append(told["params"]["text"])
            if told.get("id") == number:
                if told["type"] == "error":
                    raise RuntimeError(told["message"])
                return told["result"]

    def open(self, url: str) -> None:
        """Go to an address and wait until all of it is there."""
        self.send("browsingContext.navigate", context=self.id, url=url, wait="complete")

    def size(self, width: int, height: int) -> None:
        """Give the page so many pixels."""
        self.send("browsingContext.setViewport", context=self.id, viewport={"width": width, "height": height})

    def get(self, script: str) -> Any:
        """What an expression, or the promise that it gives, comes to."""
        where = {"context": self.id}
        told = self.send(
            "script.evaluate",
            expression=f"Promise.resolve({script}).then(JSON.stringify)",
            target=where,
            awaitPromise=True,
        )
        if told["type"] == "exception":
            raise RuntimeError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])


@contextmanager
def running(profile: Path) -> Iterator[Tab]:
    """A Firefox that has just been started with an empty profile."""
    order = [PROGRAM or "firefox", "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"]
    with subprocess.Popen(order, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stderr
            address = next(filter(None, (re.search(r"BiDi listening on (ws://\S+)", line) for line in process.stderr)))[
                1
            ]
            with connect(f"{address}/session", max_size=None) as socket:
                tab = Tab(socket)
                tab.send("session.new", capabilities={})
                tab.send("session.subscribe", events=["log.entryAdded"])
                tab.id = tab.send("browsingContext.getTree")["contexts"][0]["context"]
                yield tab
        finally:
            process.kill()
