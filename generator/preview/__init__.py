"""A look at all sites on this machine while somebody writes: pages are made when they are asked for."""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable

from generator.preview.server import Worker, listen
from generator.preview.session import FOLDERS, Asked, Session
from generator.preview.watch import watching

__all__ = ["Asked", "serve"]


def serve(asked: Asked, port: int, start: str, tell: Callable[[str], None]) -> None:
    """Show a project, from the page `start` on, until Ctrl+C. Raises `Stopped` when the port is taken."""
    worker = Worker()
    with listen(port) as running:
        session = Session(asked, running.address, tell)
        folders = [asked.root / name for name in FOLDERS]
        waiting: deque[frozenset[str]] = deque()

        def load_again() -> None:
            """What changed while other changes were loaded is loaded at once."""
            news = [waiting.popleft() for _ in range(len(waiting))]
            if news:
                session.load(frozenset().union(*news) if all(news) else frozenset())

        def note(changed: frozenset[str]) -> None:
            waiting.append(changed)
            worker.later(load_again)

        with watching(folders, note):
            session.load()
            gc.freeze()  # what there is now mostly stays: to look through it for rubbish takes a tenth of an edit
            running.show(session, worker)
            # Raised just anywhere, an interrupt may be lost: Python drops what is raised while objects vanish.
            signal.signal(signal.SIGINT, lambda *_: worker.stop())
            tell(f"预览地址：{running.address}{start}（按 Ctrl+C 结束）")
            worker.work()
            tell("预览结束。")
