"""Files on their way into the new site: made and written, or taken over from the present one where they are equal."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalog.addresses import Address
from generator.machine.faults import Stopped
from generator.machine.paths import unlink
from generator.machine.store import Store
from generator.publish import manifest
from generator.publish.manifest import FileEntry
from generator.publish.verification import Reading, read
from generator.site.part import FileGroup, FileSet, content


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the new site, with what the manifest needs to know of it."""

    address: Address
    entry: FileEntry
    reading: Reading | None = None
    """What the verification needs to know, where the bytes were at hand."""


AGAIN = "请重做它。"
"""What to do about a portal that was made before and is not whole."""


@dataclass(frozen=True, slots=True)
class KeptPortal:
    """A portal that was made before: the folder of the site or part where it is, and its files there."""

    folder: Path
    files: Sequence[tuple[str, FileEntry]]


@dataclass(frozen=True)
class SiteWriter:
    """Writes files into the folder of the new site."""

    folder: Path
    present: Path
    """The site that there is now, which may have files that stay as they are."""
    results: Store
    """What is kept from build to build."""
    known: Mapping[str, FileEntry] = field(default_factory=dict)
    """What some of its files are that need not be read for it."""
    carried: Collection[str] = ()
    """Those that are in the folder already."""
    verified: int = 0
    """Of every so many files that would be taken over one is made nevertheless and compared; 0 is none."""
    _folders: set[str] = field(default_factory=set, repr=False)
    """Those that are there."""

    def write(self, sets: Sequence[FileSet]) -> list[WrittenFile]:
        """Write files; those that would be made from the same as the present ones are taken over.

        Raises `Stopped` when one was made nevertheless and differs.
        """
        kept = self.results.get_all(wanted.key for wanted in sets if wanted.key)
        present = [self._present(kept.get(wanted.key or b"")) for wanted in sets]
        for wanted, found in zip(sets, present, strict=True):
            if not found or self._is_verified(wanted):
                wanted.expect()
        return [file for wanted, found in zip(sets, present, strict=True) for file in self._files(wanted, found)]

    def write_group(self, group: FileGroup) -> list[WrittenFile]:
        """Write the files of some sets; those that are all as they were are taken over together."""
        found = self._present(self.results.get(group.key)) if group.key and not self.verified else []
        if found:
            return self._taken_over(found)
        written = self.write(group.sets)
        if group.key:
            self.results.put(group.key, _to_json(written))
        return written

    def _present(self, kept: bytes | None) -> list[WrittenFile]:
        """The files of a set if the present site has them all; none otherwise."""
        found = _from_json(kept) if kept else []
        return found if all(map(self._is_present, found)) else []

    def _is_verified(self, wanted: FileSet) -> bool:
        return bool(wanted.key and self.verified and int.from_bytes(wanted.key[:4], "big") % self.verified == 0)

    def _files(self, wanted: FileSet, found: list[WrittenFile]) -> list[WrittenFile]:
        if found:
            if self._is_verified(wanted):
                _verify(wanted, found)
            return self._taken_over(found)
        written = [self._write(address, content(made)) for address, made in wanted.make()]
        if wanted.key:
            self.results.put(wanted.key, _to_json(written))
        return written

    def _taken_over(self, files: list[WrittenFile]) -> list[WrittenFile]:
        for file in files:
            if file.address not in self.carried:
                self._link(f"{self.present}/{file.address}", file.address)
        return files

    def keep(self, folder: Path, files: Sequence[tuple[str, FileEntry]]) -> list[WrittenFile]:
        """Take over some files of another folder as they are. Raises `Stopped` when one is not what was noted of it."""
        return [self._keep(folder, Address(path), entry) for path, entry in files]

    def _keep(self, folder: Path, address: Address, entry: FileEntry) -> WrittenFile:
        source = folder / address
        found = b"" if source.is_symlink() else source.read_bytes()
        if FileEntry.of(found) != entry:
            raise Stopped(f"{manifest.mismatch(folder, address)}。{AGAIN}")
        self._link(source, address)
        return WrittenFile(address, entry, read(address, found))

    # Thousands of files: a `Path` for each would cost more than the reading.

    def _is_present(self, file: WrittenFile) -> bool:
        if self.known.get(file.address) == file.entry:
            return True
        try:
            with open(f"{self.present}/{file.address}", "rb", opener=_no_link) as present:
                return FileEntry.of(present.read()) == file.entry
        except OSError:
            return False

    def _write(self, address: Address, made: bytes) -> WrittenFile:
        place_file(self._place(address), made)
        return WrittenFile(address, FileEntry.of(made), read(address, made))

    def _link(self, source: str | Path, address: Address) -> None:
        """Have a file of another folder here, too, unless it is here already."""
        target = self._place(address)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.lstat(source), os.lstat(target)):
                return
        clear(target)
        link_or_copy(source, target)

    def _place(self, address: Address) -> str:
        folder = address.rpartition("/")[0]
        if folder not in self._folders:
            make_folders(self.folder, folder)
            self._folders.add(folder)
        return f"{self.folder}/{address}"


def place_file(path: str | Path, content: bytes) -> None:
    """Write a new file; what stands there under that name may be a file of the present site, too, and is let go."""
    clear(path)
    with open(path, "xb") as file:  # noqa: PTH123 - thousands of files
        file.write(content)


def clear(path: str | Path) -> None:
    """Remove the file or folder that stands there, if there is one."""
    try:
        unlink(path)
    except FileNotFoundError:
        pass
    except OSError:
        if not os.path.isdir(path):  # noqa: PTH112
            raise
        shutil.rmtree(path)


def make_folders(base: Path, below: str) -> None:
    """Make folders; a file that stands in the place of one goes."""
    try:
        os.makedirs(f"{base}/{below}", exist_ok=True)  # noqa: PTH103 - thousands of folders
    except (FileExistsError, NotADirectoryError):
        parts = below.split("/")
        for end in range(1, len(parts) + 1):
            place = "/".join((str(base), *parts[:end]))
            if not os.path.isdir(place):  # noqa: PTH112
                clear(place)
        os.makedirs(f"{base}/{below}", exist_ok=True)  # noqa: PTH103


def _no_link(path: str, flags: int) -> int:
    """Open a file that is no link to another."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))


def _verify(wanted: FileSet, found: Sequence[WrittenFile]) -> None:
    made = {address: FileEntry.of(content(each)) for address, each in wanted.make()}
    if made != {file.address: file.entry for file in found}:
        names = "、".join(sorted(made)[:3])
        raise Stopped(f"缓存里的 {names} 与重新生成的不一样。请删去 .cache 目录重做，并报告这个错误。")


def link_or_copy(source: str | Path, target: str | Path) -> None:
    """A second name for the same file costs nothing; where the file system has none, a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


# How files are kept: only what is read by `_from_json` alone, so no names


def _to_json(files: Sequence[WrittenFile]) -> bytes:
    rows = [(file.address, file.entry.size, file.entry.sha256) for file in files]
    return json.dumps(rows, ensure_ascii=False).encode()


def _from_json(kept: bytes) -> list[WrittenFile]:
    return [WrittenFile(Address(address), FileEntry(size, sha256)) for address, size, sha256 in json.loads(kept)]
