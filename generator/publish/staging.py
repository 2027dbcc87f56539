"""Atomic publication: build beside the present site, then take its place in one step.

While a build runs, everything new lies in `<out>.building`, next to the site and so on the same file system. It
holds the lock of the build and the new site. Readers of `out` see the old site until the very moment of the
exchange, and the new one after it. A run that fails or is killed leaves the old site untouched.

To make thousands of folders and files and to remove as many takes longer than an edit. So the site before the present
one may be kept as a *spare*, whose files are mostly those of the present one, and the next build begins with it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generator.machine import cache, locks, signs
from generator.machine.faults import Stopped, words
from generator.machine.looks import Seen, look
from generator.machine.paths import remove_tree, unlink
from generator.publish import manifest
from generator.publish.manifest import Manifest

LOCK = "lock"
_OURS = frozenset({LOCK, "site", "books", "previous"})
"""What a workspace holds."""

_TOLD = 5
"""Files beyond this many are not named."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@dataclass(frozen=True)
class NewSite:
    """A site in the making: its folder, what was found there when that began, and the present site."""

    folder: Path
    found: Seen
    before: Manifest
    present: Seen

    @property
    def books(self) -> Path:
        """Where a build keeps its own books until they are published; no other build writes there."""
        return _books(self.folder)

    def carried(self) -> set[str]:
        """The files that are those of the present site already, by a second name."""
        latest = signs.latest()
        same = self.found.files.items() & self.present.files.items()
        return {path for path, sign in same if signs.holds(sign, latest)}

    def sweep(self, named: Collection[str]) -> None:
        """Remove what was found and is not named, and folders in which nothing is left."""
        gone = self.found.files.keys() - named
        for path in (f"{self.folder}/{name}" for name in gone):
            if not os.path.isdir(path):  # noqa: PTH112 - a folder may have come in its place
                with suppress(FileNotFoundError, NotADirectoryError):  # or a file in that of its folder
                    unlink(path)
        emptied = {folder for name in (*gone, *self.found.empty) for folder in _lineage(name)}
        for folder in sorted(emptied, reverse=True):
            with suppress(OSError):  # there is something in it
                os.rmdir(f"{self.folder}/{folder}")  # noqa: PTH106


def _lineage(name: str) -> Iterator[str]:
    """A path, and the folders that it is in."""
    while name:
        yield name
        name = name.rpartition("/")[0]


@contextmanager
def staged(out: Path, spare: Path | None = None) -> Iterator[NewSite]:
    """A new site whose folder is empty, or the `spare`, if there is one. It becomes `out` when the block ends well.

    What was there becomes the spare, where one is wanted. Raises `Stopped` when another build of the same site is
    running, or when `out` is not ours to replace.
    """
    out = Path(os.path.realpath(out))
    _refuse_place(out)
    workspace = out.with_name(f"{out.name}.building")
    with _exclusive(workspace):
        fresh = workspace / "site"
        for left in (fresh, _books(fresh)):
            remove_tree(left)  # by a run that was killed
        before, present = _present(out)  # only now: another build may just have ended
        _restore(out, workspace)
        found = _taken(spare, fresh) if spare else None
        if found is None:
            fresh.mkdir()
        yield NewSite(fresh, found or Seen(), before, present)
        _swap(fresh, out)
        if spare:
            _retire(next((old for old in (fresh, _previous(workspace)) if old.exists()), None), spare)


def _taken(spare: Path, fresh: Path) -> Seen | None:
    """What the spare holds, which has been moved to where the new site is made; None when there is none to use."""
    try:
        found = look(spare)
        if found.others:  # a link would lead what is written elsewhere
            remove_tree(spare)
            return None
        spare.rename(fresh)
    except OSError:
        return None
    return found


def _retire(old: Path | None, spare: Path) -> None:
    """Keep what was the site; where that cannot be, it goes with the workspace. Spares that nobody uses go, too."""
    with suppress(OSError):
        remove_tree(spare)
        spare.parent.mkdir(parents=True, exist_ok=True)
        if old:
            old.rename(spare)
        for other in spare.parent.iterdir():
            if time.time() - other.stat().st_mtime > cache.MAX_AGE:
                remove_tree(other)


def _books(site: Path) -> Path:
    return site.with_name("books")


def _refuse_place(out: Path) -> None:
    """Raise `Stopped` where no site of ours can be."""
    for above in out.parents:
        if (above / manifest.MARKER).is_file() and manifest.read(above).files:
            raise Stopped(f"输出目录 {out} 在另一个生成的网站 {above} 里面。请用 --out 另选目录。")
    if not os.path.lexists(out):
        return
    if not out.is_dir():
        fault = "是绕成圈的符号链接" if out.is_symlink() else "不是目录"
        raise Stopped(f"输出位置 {out} {fault}。请用 --out 另选目录。")
    if os.path.ismount(out):  # `Path.is_mount` is not there on Windows
        raise _mounted(out)


def _present(out: Path) -> tuple[Manifest, Seen]:
    """The site that may be replaced: one that this program wrote, with nothing in it that its manifest does not name.

    Raises `Stopped` when something else is there.
    """
    if not out.exists():
        return Manifest(), Seen()
    before = manifest.read(out)
    whole_disk = not before.files  # perhaps: it is not walked
    found = Seen(others=[path.name for path in out.iterdir()]) if whole_disk else look(out)
    if strangers := manifest.strangers(found, before):
        named = "、".join(strangers[:_TOLD]) + f" 等 {len(strangers)} 项" * (len(strangers) > _TOLD)
        raise Stopped(
            f"输出目录 {out} 里有不是本程序生成的内容，没有覆盖：{named}。请用 --out 另选目录，或先移走它们。"
        )
    return before, found


# The lock


@contextmanager
def _exclusive(workspace: Path) -> Iterator[None]:
    """Hold `workspace` for this process alone; it is removed at the end, whatever happens."""
    lock = _acquire(workspace)
    try:
        yield
    finally:
        _remove(workspace, lock)
        lock.close()


def _remove(workspace: Path, lock: IO[str]) -> None:
    """Remove a workspace, the lock last: what cannot be removed now is still known as ours by the next build.

    Of a file that is removed while it is open network and FUSE file systems leave something in its folder until it is
    closed; on Windows it cannot be removed at all.
    """
    with suppress(OSError):
        for entry in workspace.iterdir():
            if entry.name != LOCK:
                remove_tree(entry)
        if [entry.name for entry in workspace.iterdir()] == [LOCK]:
            if os.name == "nt":
                lock.close()
            (workspace / LOCK).unlink()
            lock.close()
            workspace.rmdir()


def _acquire(workspace: Path) -> IO[str]:
    """The locked file in the workspace. The system lets go of it when the process ends, however it ends."""
    busy = Stopped(f"另一个生成正在进行（{workspace} 被占用）。请等它结束后再试。")
    try:
        _make(workspace)
        found = {entry.name for entry in workspace.iterdir()}
        if found and not (LOCK in found and found <= _OURS):
            names = "、".join(sorted(found)[:_TOLD])
            raise Stopped(f"生成时要用目录 {workspace}，里面却有别的内容：{names}。请移走它，或用 --out 另选目录。")
        lock = (workspace / LOCK).open("a", encoding="utf-8")  # another process may have it locked
    except FileNotFoundError:  # the other build ended between these two lines
        raise busy from None
    except PermissionError as error:
        raise _unwritable(workspace, error) from error
    if not locks.take(lock) or not _is_still_there(lock):
        lock.close()
        raise busy
    return lock


def _make(workspace: Path) -> None:
    try:
        workspace.mkdir(parents=True, exist_ok=True)
    except (FileNotFoundError, PermissionError, NotADirectoryError, FileExistsError) as error:
        raise _unwritable(workspace, error) from error


def _unwritable(workspace: Path, error: OSError) -> Stopped:
    return Stopped(f"不能在 {workspace.parent} 里写文件（{words(error)}）。请检查权限，或用 --out 另选目录。")


def _is_still_there(lock: IO[str]) -> bool:
    """Whether the file that was locked is still the one by that name, not one that its owner just removed."""
    try:
        return os.path.samestat(os.fstat(lock.fileno()), Path(lock.name).stat())
    except FileNotFoundError:
        return False


# The exchange


def _swap(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out`; what was there is left in the workspace, to be removed with it."""
    try:
        if not out.exists():
            fresh.rename(out)
        elif not _exchange(fresh, out):
            out.rename(_previous(fresh.parent))
            fresh.rename(out)
    except OSError as error:
        if error.errno in {errno.EBUSY, errno.EXDEV}:
            raise _mounted(out) from error
        raise
    finally:
        _restore(out, fresh.parent)


def _mounted(out: Path) -> Stopped:
    return Stopped(f"输出目录 {out} 是一个挂载点，不能整体替换。请用 --out 指向它下面的子目录。")


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step of the file system (Linux); False where that is not possible."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE)
    return done == 0


def _restore(out: Path, workspace: Path) -> None:
    """Bring back a site that a run was moving aside when it was stopped."""
    if not out.exists() and _previous(workspace).exists():
        _previous(workspace).rename(out)


def _previous(workspace: Path) -> Path:
    return workspace / "previous"
