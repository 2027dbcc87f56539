"""Atomic publication: build beside the present site, then take its place in one step.

While a build runs, everything new lies in `<out>.building`, next to the site and so on the same file system. It
holds the lock of the build and the new site. Readers of `out` see the old site until the very moment of the
exchange, and the new one after it. A run that fails or is killed leaves the old site untouched.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from generator.publish.errors import Stopped

MARKER = "manifest.json"
"""The file by which a folder is known as a site of ours, safe to replace."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """An empty folder to build in. It becomes `out` when the block ends well, and vanishes when it does not.

    Raises `Stopped` when another build of the same site is running, or when `out` is not ours to replace.
    """
    out = out.resolve()
    _refuse_foreign(out)
    workspace = out.with_name(f"{out.name}.building")
    with _exclusive(workspace):
        fresh = workspace / "site"
        shutil.rmtree(fresh, ignore_errors=True)  # left by a run that was killed
        _restore(out, workspace)
        fresh.mkdir()
        yield fresh
        _swap(fresh, out)


def _refuse_foreign(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise Stopped(f"输出位置 {out} 是一个文件，不是目录。请用 --out 另选目录。")
    if any(out.iterdir()) and not (out / MARKER).is_file():
        raise Stopped(f"输出目录 {out} 里有别的内容，不是本程序生成的网站，没有覆盖。请用 --out 另选目录，或先清空它。")


# The lock


@contextmanager
def _exclusive(workspace: Path) -> Iterator[None]:
    """Hold `workspace` for this process alone; it is removed at the end, whatever happens."""
    lock = _acquire(workspace)
    try:
        yield
    finally:
        shutil.rmtree(workspace, ignore_errors=True)
        lock.close()


def _acquire(workspace: Path) -> IO[str]:
    """The locked file in the workspace. The system lets go of it when the process ends, however it ends."""
    busy = Stopped(f"另一个生成正在进行（{workspace} 被占用）。请等它结束后再试。")
    try:
        workspace.mkdir(parents=True, exist_ok=True)
        lock = (workspace / "lock").open("w")
    except FileNotFoundError:  # the other build ended between these two lines
        raise busy from None
    except (PermissionError, NotADirectoryError, FileExistsError) as error:
        raise Stopped(
            f"不能在 {workspace.parent} 里写文件（{error.strerror}）。请检查权限，或用 --out 另选目录。"
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise busy from None
    if not _is_still_there(lock):
        lock.close()
        raise busy
    return lock


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
            raise Stopped(f"输出目录 {out} 是一个挂载点，不能整体替换。请用 --out 指向它下面的子目录。") from error
        raise
    finally:
        _restore(out, fresh.parent)


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
