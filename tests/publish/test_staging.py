"""Readers see the old site or the new one, whatever happens to the build."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
import textwrap
from contextlib import nullcontext, suppress
from datetime import date
from pathlib import Path
from typing import IO

import pytest

from generator.machine import locks
from generator.machine.faults import as_stops
from generator.machine.looks import look
from generator.machine.store import Store
from generator.publish import Stopped, staging
from generator.publish.manifest import MARKER, Conditions, FileEntry
from generator.publish.output import SiteWriter, make_folders, place_file
from generator.publish.staging import staged
from tests.publish import disk

DAY = Conditions(date(2026, 9, 1), None)


def publish(out: Path, text: str) -> None:
    with staged(out) as new:
        folder = new.folder
        (folder / "index.html").write_text(text)
        disk.write_manifest(folder, DAY)


def leftovers(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path != out)


def test_first_build_appears(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "site"
    publish(out, "new")
    assert (out / "index.html").read_text() == "new"
    assert leftovers(out) == []


def test_second_build_replaces_the_whole_folder(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with staged(out) as new:
        folder = new.folder
        (folder / "gone.html").write_text("of last year")
        disk.write_manifest(folder, DAY)
    publish(out, "new")
    assert (out / "index.html").read_text() == "new"
    assert not (out / "gone.html").exists()
    assert leftovers(out) == []


def test_old_site_stands_while_the_new_one_is_built(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    with staged(out) as new:
        folder = new.folder
        assert folder.stat().st_dev == out.stat().st_dev
        assert list(folder.iterdir()) == []
        assert (out / "index.html").read_text() == "old"


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit])
def test_failure_keeps_the_old_site(tmp_path: Path, failure: type[BaseException]) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    with pytest.raises(failure), staged(out) as new:
        (new.folder / "index.html").write_text("half")
        raise failure
    assert (out / "index.html").read_text() == "old"
    assert leftovers(out) == []


def test_a_reader_never_misses_the_site(tmp_path: Path) -> None:
    """One process swaps, this one reads all the time."""
    out = tmp_path / "site"
    publish(out, "1")
    script = f"""
        from pathlib import Path
        from tests.publish.test_staging import publish
        for number in range(2, 200):
            publish(Path({str(out)!r}), str(number))
    """
    writer = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)])
    seen = []
    while writer.poll() is None:
        seen.append(int((out / "index.html").read_text()))
    assert writer.returncode == 0
    assert seen == sorted(seen)


def test_swap_without_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system cannot exchange two folders, two renames do."""
    monkeypatch.setattr(staging, "_exchange", lambda first, second: False)
    out = tmp_path / "site"
    publish(out, "old")
    publish(out, "new")
    assert (out / "index.html").read_text() == "new"
    assert leftovers(out) == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_are_not_asked_to_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(staging.ctypes, "CDLL", refuse)
    monkeypatch.setattr(staging.sys, "platform", platform)
    assert not staging._exchange(tmp_path / "a", tmp_path / "b")


def test_old_site_comes_back_when_the_second_rename_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda first, second: False)
    out = tmp_path / "site"
    publish(out, "old")
    rename = Path.rename

    def fail_for_the_new_site(self: Path, target: Path) -> Path:
        if self.name == "site" and self.parent.name == "site.building":
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_new_site)
    with pytest.raises(PermissionError):
        publish(out, "new")
    assert (out / "index.html").read_text() == "old"


def test_killed_run_leaves_the_site_and_the_next_run_cleans_up(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    script = f"""
        import time
        from pathlib import Path
        from generator.publish.staging import staged
        with staged(Path({str(out)!r})) as new:
            (new.folder / "index.html").write_text("half")
            print("building", flush=True)
            time.sleep(60)
    """
    run = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE)
    assert run.stdout is not None
    assert run.stdout.readline() == b"building\n"
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert (out / "index.html").read_text() == "old"
    assert leftovers(out) == ["site.building"]
    publish(out, "new")
    assert (out / "index.html").read_text() == "new"
    assert leftovers(out) == []


def test_site_moved_aside_by_a_killed_run_comes_back(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    (tmp_path / "site.building").mkdir()
    (tmp_path / "site.building" / "lock").touch()
    out.rename(tmp_path / "site.building" / "previous")
    with pytest.raises(ValueError, match="again"), staged(out):
        raise ValueError("again")
    assert (out / "index.html").read_text() == "old"


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with staged(out) as new:
        with pytest.raises(Stopped, match="另一个生成正在进行"), staged(out):
            pass
        assert new.folder.is_dir()
    assert out.is_dir()


def test_a_place_where_no_folder_can_be_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a drive that is not there any more; it is no other build."""

    def absent(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(Path, "mkdir", absent)
    with pytest.raises(Stopped, match=r"不能在 .* 里写文件（它不存在）"), staged(tmp_path / "site"):
        pass


def test_a_disk_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(Stopped, match="不支持文件锁"), as_stops(), staged(tmp_path / "site"):
        pass


def test_lock_of_a_workspace_that_just_vanished_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other build removes the workspace between our opening of the lock file and our locking it."""
    flock = fcntl.flock

    def late(file: object, operation: int) -> None:
        (tmp_path / "site.building" / "lock").unlink()
        flock(file, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(Stopped, match="另一个生成正在进行"), staged(tmp_path / "site"):
        pass


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("marker", [None, "{}", "[]", '{"schema": "manifest/1", "files": []}', "[" * 100_000])
def test_folder_of_someone_else_is_never_replaced(tmp_path: Path, marker: str | None) -> None:
    out = tmp_path / "documents"
    out.mkdir()
    (out / "thesis.doc").write_text("years of work")
    if marker is not None:
        (out / MARKER).write_text(marker)
    with pytest.raises(Stopped, match=r"没有覆盖：.*thesis\.doc"), staged(out):
        pass
    assert (out / "thesis.doc").read_text() == "years of work"
    assert leftovers(out) == []


@pytest.mark.parametrize(
    ("count", "named"), [(5, "1、2、3、4、5"), (6, "1、2、3、4、5 等 6 项"), (8, "1、2、3、4、5 等 8 项")]
)
def test_of_many_files_the_first_are_named(tmp_path: Path, count: int, named: str) -> None:
    out = tmp_path / "documents"
    out.mkdir()
    for number in range(1, count + 1):
        (out / str(number)).touch()
    with pytest.raises(Stopped, match=f"没有覆盖：{named}。"), staged(out):
        pass


@pytest.mark.parametrize(
    "stranger", ["notes.txt", "deep/down/notes.txt", ".git/HEAD", "empty/", "link->/etc", "broken->/nowhere"]
)
def test_what_somebody_put_into_a_site_is_never_lost(tmp_path: Path, stranger: str) -> None:
    out = tmp_path / "site"
    publish(out, "old")
    name, _, target = stranger.partition("->")
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    if target:
        (out / name).symlink_to(target)
    elif name.endswith("/"):
        (out / name).mkdir()
    else:
        (out / name).write_text("somebody's")
    before = everything(out)
    with pytest.raises(Stopped, match=f"没有覆盖：{name.rstrip('/')}。"), staged(out):
        pass
    assert everything(out) == before
    assert leftovers(out) == []


def test_whatever_a_killed_run_has_left_is_cleaned_up(tmp_path: Path) -> None:
    workspace = tmp_path / "site.building"
    for name in ("site", "books", "previous"):
        (workspace / name).mkdir(parents=True)
    (workspace / "lock").touch()
    (workspace / "previous" / "index.html").write_text("old")
    publish(tmp_path / "site", "new")
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert leftovers(tmp_path / "site") == []


@pytest.mark.parametrize("names", [["thesis.doc"], ["site"], ["site", "lock", "thesis.doc"]])
def test_folder_named_like_a_workspace_is_never_emptied(tmp_path: Path, names: list[str]) -> None:
    workspace = tmp_path / "site.building"
    for name in names:
        (workspace / name).mkdir(parents=True)
    with pytest.raises(Stopped, match="里面却有别的内容"), staged(tmp_path / "site"):
        pass
    assert everything(workspace) == sorted(names)


def test_workspace_that_could_not_be_removed_does_not_stop_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("shutil.rmtree", lambda *_, **__: None)
        publish(tmp_path / "site", "old")
        publish(tmp_path / "site", "older")
    publish(tmp_path / "site", "new")
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert leftovers(tmp_path / "site") == []


def test_a_disk_that_keeps_what_is_open_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Network and FUSE file systems (exFAT, NTFS) do: a folder with something left made every build begin anew."""
    held: list[IO[str]] = []
    take, rmdir = locks.take, Path.rmdir

    def holding(lock: IO[str]) -> bool:
        held.append(lock)
        return take(lock)

    def kept_while_open(folder: Path) -> None:
        if folder.name == "site.building" and not all(lock.closed for lock in held):
            raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY))
        rmdir(folder)

    monkeypatch.setattr(locks, "take", holding)
    monkeypatch.setattr(Path, "rmdir", kept_while_open)
    publish(tmp_path / "site", "new")
    assert held
    assert leftovers(tmp_path / "site") == []


def test_links_in_a_circle_are_no_output(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(Stopped, match="绕成圈"), staged(tmp_path / "a"):
        pass


def test_file_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(Stopped, match="不是目录"), staged(tmp_path / "site"):
        pass
    with pytest.raises(Stopped, match="不能在"), staged(tmp_path / "site" / "below"):
        pass


def test_empty_folder_is_free(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", "new")
    assert (tmp_path / "site" / "index.html").exists()


def test_symbolic_link_stays(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk")
    publish(tmp_path / "site", "new")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "disk" / "index.html").read_text() == "new"


def test_the_present_site_is_the_one_of_a_build_that_has_just_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, acquire = tmp_path / "site", staging._acquire
    publish(out, "old")

    def late(workspace: Path) -> IO[str]:
        monkeypatch.setattr(staging, "_acquire", acquire)
        publish(out, "of the other build")
        return acquire(workspace)

    monkeypatch.setattr(staging, "_acquire", late)
    with staged(out) as new:
        assert new.before.files == disk.files(out)
        assert new.present == look(out)
        disk.write_manifest(new.folder, DAY)


# The site before the present one, kept to be brought up to date


def publish_over(out: Path, spare: Path, files: dict[str, str]) -> list[str]:
    """Publish some files over what there is, and give what there was to begin with."""
    with staged(out, spare) as new:
        folder = new.folder
        found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        for name, text in files.items():
            make_folders(folder, name.rpartition("/")[0])
            place_file(folder / name, text.encode())
        new.sweep(files.keys())
        disk.write_manifest(folder, DAY)
    assert {name: (out / name).read_text() for name in files} == files
    assert disk.strangers(out) == []
    assert leftovers(out) == ["spare"] * spare.exists()
    return found


def test_the_site_before_is_brought_up_to_date(tmp_path: Path) -> None:
    out, spare = tmp_path / "site", tmp_path / "spare"
    assert publish_over(out, spare, {"a/index.html": "1", "b": "1", "c/d/e": "1"}) == []
    assert publish_over(out, spare, {"a/index.html": "2", "b/c": "2", "c/d": "2"}) == []
    before = (out / "a/index.html").stat().st_ino
    assert publish_over(out, spare, {"a/index.html": "3", "b": "3"}) == ["a/index.html", "b", "c/d/e", MARKER]
    assert (spare / "a/index.html").stat().st_ino == before
    assert not (out / "c").exists()


def test_a_spare_that_nobody_uses_goes(tmp_path: Path) -> None:
    out, spares = tmp_path / "site", tmp_path / "spares"
    for name in ("old", "new"):
        (spares / name).mkdir(parents=True)
    os.utime(spares / "old", (0, 0))
    with staged(out, spares / "own") as new:
        disk.write_manifest(new.folder, DAY)
    assert [path.name for path in spares.iterdir()] == ["new"]


@pytest.mark.parametrize("trap", ["link", "folder", "file"])
def test_a_spare_that_others_wrote_leads_nowhere(tmp_path: Path, trap: str) -> None:
    out, spare, away = tmp_path / "site", tmp_path / "spare", tmp_path.parent / f"away-{trap}"
    away.mkdir()
    (away / "kept").write_text("x")
    publish_over(out, spare, {"a/kept": "1"})
    publish_over(out, spare, {"a/kept": "2"})
    if trap == "file":
        spare.rename(tmp_path / "gone")
        spare.write_text("x")
        (tmp_path / "gone").rename(away / "gone")
    else:
        (spare / "a/kept").unlink()
        (spare / "a").rmdir()
        (spare / "a").symlink_to(away) if trap == "link" else os.link(away / "kept", spare / "b")
    with suppress(AssertionError) if trap == "file" else nullcontext():
        publish_over(out, spare, {"a/kept": "3", "b": "3"})
    assert (out / "b").read_text() == "3"
    assert (away / "kept").read_text() == "x"


def test_a_spare_is_given_up_with_a_build_that_fails(tmp_path: Path) -> None:
    out, spare = tmp_path / "site", tmp_path / "spare"
    publish_over(out, spare, {"a": "1"})
    publish_over(out, spare, {"a": "2"})
    assert (spare / "a").read_text() == "1"
    with pytest.raises(KeyError), staged(out, spare) as new:
        place_file(new.folder / "a", b"half")
        raise KeyError
    assert (out / "a").read_text() == "2"
    assert not spare.exists()


def test_a_file_that_cannot_be_let_go_is_never_written_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a spare it may be one of the present site, too."""
    new, live = tmp_path / "new", tmp_path / "live"
    for folder in (new, live):
        folder.mkdir()
    (live / "old").write_text("shown")
    os.link(live / "old", new / "page")
    (live / "page").write_text("other")

    def refuse(path: object) -> None:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr("generator.publish.output.clear", refuse)
    entry = FileEntry.of(b"other")
    with pytest.raises(PermissionError):
        SiteWriter(new, live, Store(tmp_path)).keep(live, [("page", entry)])
    assert (live / "old").read_text() == "shown"


def test_a_site_within_a_site_is_refused(tmp_path: Path) -> None:
    """The next build of the one around it would refuse what it does not know."""
    publish(tmp_path / "site", "whole")
    with pytest.raises(Stopped, match="在另一个生成的网站"), staged(tmp_path / "site" / "alpha" / "below"):
        pass


def test_of_a_foreign_folder_only_what_stands_at_its_top_is_named(tmp_path: Path) -> None:
    """It may be a whole disk."""
    (tmp_path / "disk" / "home" / "deep").mkdir(parents=True)
    (tmp_path / "disk" / "home" / "deep" / "letter").touch()
    with pytest.raises(Stopped, match="没有覆盖：home。"), staged(tmp_path / "disk"):
        pass


def test_a_mount_is_refused_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.setattr("os.path.ismount", lambda path: path == tmp_path / "site")
    with pytest.raises(Stopped, match="是一个挂载点"), staged(tmp_path / "site"):
        pytest.fail("it was built")
