"""The links of a site in the making; those that were found good in the present site are not looked at again."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.machine import program, store
from generator.machine.store import Store
from generator.publish import manifest, verification
from generator.publish.manifest import Manifest
from generator.publish.output import WrittenFile
from generator.publish.verification import BadLink, Destination, Readings


@dataclass(frozen=True)
class Links:
    """The links of the files of a new site.

    A page's links are as good as they were while its bytes are the same, and all that links led to then is still there.
    """

    results: Store
    out: Path
    site_url: str | None
    within: Collection[str]
    """The portals of a part: what is beside them is made elsewhere."""
    written: Mapping[str, WrittenFile]
    _destinations: set[Destination] = field(default_factory=set, repr=False)
    """Where the links lead to, once they have been looked at."""

    def bad(self, folder: Path, before: Manifest) -> list[BadLink]:
        """The bad links of the site in `folder`; `before` is the manifest of the present one."""
        readings = Readings(folder, self.written.keys())
        readings.known.update((path, file.reading) for path, file in self.written.items() if file.reading)
        same = {path for path, file in self.written.items() if before.files.get(path) == file.entry}
        kept = self._kept()
        if not all(self._is_there(each, same, readings) for each in kept):
            kept = set()
        found = verification.verify(readings, self.site_url, self.within, same if kept else ())
        self._destinations.update(kept, found.destinations)
        return found.bad

    def keep(self, folder: Path) -> None:
        """Keep that the links of the site in `folder`, which has its manifest, were found good."""
        self.results.remember(self._key, {"of": self._of(folder), "destinations": sorted(self._destinations)})

    def _is_there(self, destination: Destination, same: Collection[str], readings: Readings) -> bool:
        path, fragment = destination
        if path in same:
            return True
        return (readings.folder / path).is_file() and (not fragment or fragment in readings.of(path).ids)

    def _kept(self) -> set[Destination]:
        """Where the links of the present site lead to, if it is the one of which that is known; nothing otherwise."""
        kept = self.results.recall(self._key)
        with suppress(OSError):
            if kept.get("of") == self._of(self.out):
                return {(path, fragment) for path, fragment in kept["destinations"]}
        return set()

    def _of(self, folder: Path) -> list[str | None]:
        return [self.site_url, *sorted(self.within), manifest.digest(folder)]

    @property
    def _key(self) -> bytes:
        return store.key("links", program.code(), os.path.realpath(self.out))
