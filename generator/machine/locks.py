"""Locks on files that the system lets go of when their process ends, however it ends."""

from __future__ import annotations

from typing import IO

try:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:  # Windows
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]


def take(file: IO[str]) -> bool:
    """Lock an open file for this process alone; False when another process has it."""
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        return False
    return True
