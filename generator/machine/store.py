"""Results that are kept from build to build in one file below `.cache`: small ones, many thousands of them.

A result is data, never anything that runs. Its key is the hash of all that it depends on; beside it stands a digest of
both, so that what was damaged is absent and made again. Several builds may use the file at once. Without it, because
the disk is full or may not be written, builds are slower and make the same.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.machine import cache

FILE = cache.FOLDER / "results.sqlite"

_TABLE = """CREATE TABLE IF NOT EXISTS results
(key BLOB PRIMARY KEY, value BLOB NOT NULL, digest BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"""

_PRUNED = hashlib.sha256(b"pruned").digest()
"""The key of the day on which results were last cleared away."""

PATIENCE = 5
"""Seconds to wait for another process that is writing."""

_AT_ONCE = 500
"""Keys to a question; SQLite takes a thousand."""


def key(*parts: str) -> bytes:
    """The key of what depends on those parts, and on nothing else."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


@dataclass
class Store:
    """The results of the project in `root`; each process has a connection of its own."""

    root: Path
    _connections: dict[int, sqlite3.Connection] = field(default_factory=dict, repr=False)
    """By process: a connection does not survive a fork."""
    _new: dict[bytes, bytes] = field(default_factory=dict, repr=False)

    def get(self, key: bytes) -> bytes | None:
        """A result, or None when there is none that is sound."""
        return self._new[key] if key in self._new else self.get_all([key]).get(key)

    def missing(self, keys: Iterable[bytes]) -> set[bytes]:
        """Those keys for which there is nothing, sound or not."""
        asked = set(keys)
        return asked - {row[0] for row in self._ask_many("key", asked)}

    def get_all(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Those results that there are, sound ones only."""
        rows = self._ask_many("key, value, digest", keys)
        return {key: value for key, value, digest in rows if digest == _digest(key, value)}

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a result; `flush` writes it."""
        self._new[key] = value

    def recall(self, key: bytes) -> dict[str, Any]:
        """What was kept as JSON; nothing where there is none that is sound."""
        kept: dict[str, Any] = json.loads(self.get(key) or b"{}")
        return kept

    def remember(self, key: bytes, told: Mapping[str, object]) -> None:
        """Keep something as JSON."""
        self.put(key, json.dumps(told, ensure_ascii=False).encode())

    def flush(self) -> None:
        """Write what has been put; what another process was in the way of is written the next time."""
        rows = [(key, value, _digest(key, value), _today()) for key, value in self._new.items()]
        if self._tell("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows):
            self._new.clear()

    def prune(self, wanted: Callable[[], Iterable[bytes]]) -> None:
        """Once a day: remember what is still wanted; what nobody has wanted for long goes."""
        today = _today()
        if self.get(_PRUNED) != str(today).encode():
            self._tell("UPDATE results SET used = ? WHERE key = ?", [(today, key) for key in wanted()])
            self._tell("DELETE FROM results WHERE used < ?", [(today - cache.MAX_AGE // cache.DAY,)])
            self.put(_PRUNED, str(today).encode())
            self.flush()

    def __reduce__(self) -> tuple[type[Store], tuple[Path]]:
        """Another process opens the file itself."""
        return Store, (self.root,)

    def _ask_many(self, columns: str, keys: Iterable[bytes]) -> Iterator[tuple[bytes, ...]]:
        asked = list(keys)
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            question = f"SELECT {columns} FROM results WHERE key IN ({marks})"  # noqa: S608 - nothing from outside
            with self._forgiving():
                yield from self._connection().execute(question, some).fetchall()

    def _tell(self, statement: str, rows: Sequence[Sequence[object]]) -> bool:
        """Whether that is done with: False when another process was writing all the time."""
        with self._forgiving():
            try:
                if rows:
                    with self._connection() as transaction:
                        transaction.executemany(statement, rows)
            except sqlite3.OperationalError as error:
                return error.sqlite_errorcode != sqlite3.SQLITE_BUSY
        return True

    @contextlib.contextmanager
    def _forgiving(self) -> Iterator[None]:
        """What goes wrong with the file is no matter; one that is damaged is begun anew."""
        try:
            yield
        except (sqlite3.OperationalError, OSError):  # busy, full, not to be written
            pass
        except sqlite3.DatabaseError:
            self._connections.clear()
            with contextlib.suppress(OSError):
                (self.root / FILE).unlink(missing_ok=True)

    def _connection(self) -> sqlite3.Connection:
        process = os.getpid()
        if process not in self._connections:
            cache.make_room(self.root / FILE)
            connection = sqlite3.connect(self.root / FILE, timeout=PATIENCE)
            connection.execute("PRAGMA page_size = 32768")  # fewer pieces a value: half the time to write
            connection.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made again
            connection.execute(_TABLE)
            self._connections = {process: connection}
        return self._connections[process]


def _today() -> int:
    return int(time.time() // cache.DAY)


def _digest(key: bytes, value: bytes) -> bytes:
    return hashlib.sha256(key + value).digest()
