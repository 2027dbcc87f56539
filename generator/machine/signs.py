"""What tells without reading a file that it is as it was.

The system notes when a file was changed last and lets no program set that back. A file system that counts in whole
seconds cannot tell, nor can Windows, which notes something else; there files are read.
"""

from __future__ import annotations

import os
import sys
import time

Sign = tuple[int, int, int, int]
"""Which file it is, how long, and when it was changed last, as programs and as the system note it in nanoseconds."""

_TICK = 50_000_000
"""Nanoseconds within which two changes may be noted as one: a file that has just been changed is read next time."""


def sign(facts: os.stat_result) -> Sign:
    """What the system says of a file."""
    return facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns


def latest() -> int:
    """The time up to which changes are told apart from any that are still to come."""
    return 0 if sys.platform == "win32" else time.time_ns() - _TICK


def holds(sign: Sign, latest: int) -> bool:
    """Whether a file that had this sign `latest` or before will have another once it is changed."""
    return sign[-1] < latest and bool(sign[-1] % 10**9)
