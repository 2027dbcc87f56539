"""What is asked of a build."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Request:
    """The whole site of the project in `root` into `out`; or only a part of it, or what was made in parts, joined."""

    root: Path
    out: Path
    as_of: date
    """The day, or the minute, whose public content is shown."""
    site_url: str | None = None
    """Where the site will stand, ending with a slash; the contest's own address by default."""
    branches: tuple[str, ...] = ()
    """The portals to be made anew; empty means all. The others are taken from the present site."""
    handbooks: bool = True
    """Whether books are printed and offered for download."""
    verified: int = 0
    """Of every so many files that would be taken over from the present site one is made and compared; 0 is none."""
    keep_last_good: bool = False
    """Whether portals of branches with mistakes stay as they are; with some `branches` that is so for the others."""
    part: bool = False
    """Whether these portals alone are made, without the hub, to be joined with others later."""
    parts: tuple[Path, ...] = ()
    """Folders of parts, or folders with such folders: from them all portals are taken, and only the hub is made."""

    @property
    def shown(self) -> tuple[str, ...] | None:
        """The branches of which pages are made at all; None for all."""
        return self.branches if self.part and self.branches else None
