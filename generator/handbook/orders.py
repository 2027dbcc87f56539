"""What a worker is told: plain data, so that the process that gives orders never loads WeasyPrint."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.handbook.book import Make


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that the layout of one unit depends on, besides files and fonts."""

    id: str
    html: str
    left_head: str
    right_head: str
    style: str
    css: str
    make: Make
    language: str
    classes: str
    target: Path
    """Where in the cache the fragment belongs."""
    stamps: tuple[tuple[str, str, str], ...] = ()
    """More lines for the spare page: name, class, text."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A request for a font file with only some glyphs."""

    key: str
    css: str
    glyphs: dict[int, str]
