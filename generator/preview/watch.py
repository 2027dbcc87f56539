"""Notices that files change, and waits until they are quiet: editors write in several steps, git thousands at once."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET = 0.05
"""Seconds without a change after which files are read."""

PATIENCE = 0.5
"""Seconds after which they are read even while changes go on."""

LOOK = 1.0
"""Seconds between two looks whether the folders themselves are still the same."""

_CHANGES: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
    *(FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]
"""Nothing else is asked for: we read thousands of files ourselves, and news of that would crowd out all other."""

_OWN = (".swp", ".swx", "~", ".tmp")
"""What editors keep beside the file that is being edited."""

Changed = Callable[[frozenset[str]], None]
"""Is told the paths that changed."""


@contextmanager
def watching(folders: Sequence[Path], changed: Changed) -> Iterator[None]:
    """Call `changed`, in another thread, whenever something in these folders has changed and it is quiet again.

    Within the block nothing is missed.
    """
    watch = _Watch(folders, changed)
    thread = threading.Thread(target=watch.run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        watch.stopped.set()
        thread.join(LOOK)  # it ends with the process


class _Watch(FileSystemEventHandler):
    def __init__(self, folders: Sequence[Path], changed: Changed) -> None:
        self.folders = folders
        self.changed = changed
        self.stopped = threading.Event()
        self._lock = threading.Lock()
        self._paths: set[str] = set()
        self._news = threading.Event()
        # Here, so that nothing is missed once it is made: thousands of folders take a while.
        self.first = self._observer()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what changed."""
        paths = {os.fsdecode(path) for path in (event.src_path, event.dest_path) if path}
        paths = {path for path in paths if not path.endswith(_OWN)}
        if paths:
            with self._lock:
                self._paths |= paths
            self._news.set()

    def run(self) -> None:
        """Watch until it is stopped."""
        observer, seen = self.first, self._identities()
        while not self.stopped.is_set():
            if self._news.wait(LOOK):
                self._tell()
            if (now := self._identities()) != seen:  # a folder was replaced, as a whole
                _end(observer)
                observer, seen = self._observer(), now
                self.changed(frozenset())
        _end(observer)

    def _tell(self) -> None:
        waited = 0.0
        while self._news.is_set() and waited < PATIENCE:
            self._news.clear()
            self._news.wait(QUIET)
            waited += QUIET
        self._news.clear()
        with self._lock:
            paths, self._paths = frozenset(self._paths), set()
        self.changed(paths)

    def _identities(self) -> list[int | None]:
        return [folder.stat().st_ino if folder.is_dir() else None for folder in self.folders]

    def _observer(self) -> BaseObserver:
        """One that the system tells of changes; where it cannot watch so many folders, one that looks itself."""
        for kind in (Observer, PollingObserver):
            observer = kind()
            try:
                for folder in self.folders:
                    if folder.is_dir():
                        observer.schedule(self, str(folder), recursive=True, event_filter=_CHANGES)
                observer.start()
            except OSError as error:
                logging.getLogger(__name__).debug("%s: %s", kind, error)
                _end(observer)
            else:
                return observer
        raise OSError("no way to watch folders")


def _end(observer: BaseObserver) -> None:
    with suppress(RuntimeError):  # it has not begun
        observer.stop()
        observer.join()
