"""What is made once and kept in the cache."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.machine import cache


def cached(entry: Path, make: Callable[[], bytes]) -> bytes:
    """An entry of the cache, made where it is absent or damaged; it counts as used now."""
    data = cache.read(entry)
    if data is None:
        data = make()
        cache.write(entry, data)
    cache.used(entry)
    return data
