"""The links of a site in the making; those that were found good in the present site are not looked at again."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.machine import program, store
from generator.machine.store import Store
from generator.publish import manifest, verification
from generator.publish.manifest import Manifest
from generator.publish.output import WrittenFile
from generator.publish.verification import BadLink, Reading


@dataclass(frozen=True)
class Links:
    """The links of the files of a new site.

    A page's links are as good as they were while its bytes are the same, and so are all files and ids they may lead to.
    """

    results: Store
    out: Path
    site_url: str | None
    within: Collection[str]
    """The portals of a part: what is beside them is made elsewhere."""
    written: Mapping[str, WrittenFile]
    _targets: set[str] = field(default_factory=set, repr=False)
    """What the links lead to, once they have been looked at."""

    def bad(self, folder: Path, before: Manifest) -> list[BadLink]:
        """The bad links of the site in `folder`; `before` is the manifest of the present one."""
        kept = self._kept()
        sound = {path for path, file in self.written.items() if kept and before.files.get(path) == file.entry}
        found = verification.verify(folder, self.site_url, self._readings, self.within, sound)
        self._targets.update(kept, found.targets)
        return found.bad

    def keep(self, folder: Path) -> None:
        """Keep that the links of the site in `folder`, which has its manifest, were found good."""
        told = {"of": self._of(folder), "offered": self._offered(self._targets), "targets": sorted(self._targets)}
        self.results.put(self._key, json.dumps(told, ensure_ascii=False).encode())

    def _kept(self) -> Collection[str]:
        """What the links of the present site lead to, if that is here as it is there; nothing otherwise."""
        kept = json.loads(self.results.get(self._key) or b"{}")
        with suppress(OSError):
            if kept.get("of") == self._of(self.out) and kept["offered"] == self._offered(kept["targets"]):
                return kept["targets"]  # type: ignore[no-any-return]
        return ()

    def _of(self, folder: Path) -> list[str | None]:
        return [self.site_url, *sorted(self.within), manifest.digest(folder)]

    def _offered(self, targets: Collection[str]) -> str:
        return verification.offered(targets, self._readings)

    @cached_property
    def _readings(self) -> Mapping[str, Reading | None]:
        return {path: file.reading for path, file in self.written.items()}

    @property
    def _key(self) -> bytes:
        return store.key("links", program.code(), os.path.realpath(self.out))
