"""The links of a site in the making; those that were found good in the present site are not looked at again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.machine import store
from generator.machine.store import Store
from generator.publish import verification
from generator.publish.manifest import MARKER, Manifest
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

    def bad(self, folder: Path, before: Manifest) -> list[BadLink]:
        """The bad links of the site in `folder`; `before` is the manifest of the present one."""
        known = self.results.get(self._key)
        sound: set[str] = set()
        if known and known == self._found(self.out):
            sound = {path for path, file in self.written.items() if before.files.get(path) == file.entry}
        return verification.verify(folder, self.site_url, self._readings, self.within, sound)

    def keep(self, folder: Path) -> None:
        """Keep that the links of the site in `folder`, which has its manifest, were found good."""
        self.results.put(self._key, self._found(folder) or b"")

    def _found(self, folder: Path) -> bytes | None:
        try:
            return f"{self._offered} {hashlib.sha256((folder / MARKER).read_bytes()).hexdigest()}".encode()
        except OSError:
            return None

    @cached_property
    def _offered(self) -> str:
        return verification.offered(self._readings, self.site_url, self.within)

    @cached_property
    def _readings(self) -> Mapping[str, Reading | None]:
        return {path: file.reading for path, file in self.written.items()}

    @property
    def _key(self) -> bytes:
        return store.key("links", os.path.realpath(self.out))
