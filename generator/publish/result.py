"""What a build says: while it runs, when it has ended, and why it published nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.diagnostics import Report
from generator.machine.faults import Stopped
from generator.publish.manifest import Changes, Manifest

if TYPE_CHECKING:
    from generator.model import BranchId
    from generator.publish.verification import BadLink


class BrokenSite(Stopped):
    """The built site had bad links; nothing was published."""

    def __init__(self, bad: Sequence[BadLink], sources: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__(f"生成的网站有 {len(bad)} 个坏链接，没有发布")
        self.bad = tuple(bad)
        self.sources = sources
        """The content files of pages."""


@dataclass(frozen=True)
class BuildResult:
    """What a build found and did. `published` is None when mistakes in the content stopped it."""

    report: Report
    published: Manifest | None = None
    changes: Changes = field(default_factory=lambda: Changes((), (), ()))
    readable: Mapping[BranchId, str] = field(default_factory=dict)
    """A digest of what can be read in each portal that was built; all others were carried over."""
    kept: tuple[str, ...] = ()
    """The portals of branches with mistakes, which stay as they were when they were made last."""
    due: datetime | None = None
    """When more becomes public, perhaps on the same day."""

    @property
    def built(self) -> tuple[BranchId, ...]:
        """The portals that were built; none when nothing had changed."""
        return tuple(self.readable)
