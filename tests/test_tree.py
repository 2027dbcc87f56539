"""Only plain files below the project are read: everything else is named before anything is opened."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from generator.content import documents, tree
from generator.machine import templates
from generator.project import load

CASE = "content/alpha/2026/cases/kiln-heat-map"
SECRET = "-----SECRET-----"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the project with one of every file that content may link to."""
    folder = tmp_path / "outside"
    (folder / "case").mkdir(parents=True)
    for name in ("case/index.md", "index.md", "cover.png", "logo.svg", "secret.txt"):
        (folder / name).write_text(SECRET)
    return folder


LINKS = {
    f"{CASE}/index.md": "index.md",
    f"{CASE}/cover.png": "cover.png",
    "content/alpha/2026/cases/another": "case",
    "content/alpha/2026/notices/2026-06-02-more.md": "index.md",
    "content/alpha/2026/pages/more.md": "index.md",
    "content/alpha/2026/pages": ".",
    "content/alpha/2026/edition.yml": "secret.txt",
    "content/contest.yml": "secret.txt",
    "content": "case",
    "branches/alpha/assets/secret.txt": "secret.txt",
    "branches/alpha/assets/more": ".",
    "branches/alpha/assets": ".",
    "branches/alpha/logo.svg": "logo.svg",
    "branches/alpha/assets/.hidden": "secret.txt",
}


def put_link(link: Path, target: Path | str) -> None:
    if link.is_dir():
        link.rename(link.with_name(f".was-{link.name}"))
    link.unlink(missing_ok=True)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)


@pytest.mark.parametrize("name", LINKS)
def test_links_out_of_the_project_are_refused(contest: Path, outside: Path, name: str) -> None:
    put_link(contest / name, outside / LINKS[name])
    project = load(contest)
    assert project.catalog is None
    told = project.report.to_text()
    assert f"{name}:1:1: 错误[unreadable-file]" in told
    assert "是指向项目之外的符号链接" in told
    assert SECRET not in told


def test_links_within_the_project_are_as_good_as_files(contest: Path) -> None:
    original = contest / CASE / "cover.png"
    original.rename(contest / CASE / "real.png")
    original.symlink_to("real.png")
    assert [found.at.path for found in tree.look(contest).problems] == []
    assert load(contest).catalog


def test_a_project_may_itself_be_reached_through_a_link(contest: Path, tmp_path: Path) -> None:
    (tmp_path / "shortcut").symlink_to(contest)
    assert load(tmp_path / "shortcut").report.diagnostics == []


def test_a_folder_of_templates_that_links_to_itself_is_none(contest: Path) -> None:
    (contest / "templates").symlink_to("templates")
    assert templates.found(contest, "portal", "home.html")


@pytest.mark.parametrize("hidden", [".git", ".cache"])
def test_links_into_hidden_folders_are_refused(contest: Path, hidden: str) -> None:
    (contest / hidden).mkdir()
    (contest / hidden / "config").write_text(SECRET)
    put_link(contest / "branches/alpha/assets/config.txt", contest / hidden / "config")
    assert [found.at.path for found in load(contest).report.diagnostics] == ["branches/alpha/assets/config.txt"]


def a_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the address of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(here)


ODD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "link in a circle": ("打不开：符号链接绕成了圈", lambda path: path.symlink_to(path.name)),
    "broken link": ("打不开：它不存在", lambda path: path.symlink_to("nowhere")),
    "pipe": ("是一个管道", os.mkfifo),
    "socket": ("是一个套接字", a_socket),
    "device": ("是一个设备", lambda path: os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))),
    "folder": ("是一个目录，名字却像文件", lambda path: path.mkdir()),
    "folder with something in it": ("是一个目录，名字却像文件", lambda path: (path / "a" / "b").mkdir(parents=True)),
    "link to an enclosing folder": ("", lambda path: path.symlink_to("..")),
    "too large": ("有 3.0 MB，超过 2 MB", lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_RDWR), 3_000_000)),
}

PLACES = ["content/contest.yml", f"{CASE}/index.md", "content/alpha/2026/pages/more.md", "branches/alpha/branch.yml"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ODD)
def test_whatever_is_no_plain_file_is_named(contest: Path, kind: str, place: str) -> None:
    words, make = ODD[kind]
    if kind == "device" and os.geteuid() != 0:
        pytest.skip("only root may make a device")
    (contest / place).unlink(missing_ok=True)
    make(contest / place)
    project = load(contest)
    assert project.catalog is None
    assert [found.at.path for found in project.report.diagnostics] == [place]
    assert words in project.report.diagnostics[0].message


@pytest.mark.parametrize("name", ["x" * 201 + ".md", "名" * 70, "a\nb.md", "a\u202eb.png", "a\udcff.md", "\x1b[2J.md"])
def test_names_that_cannot_be_used_or_printed(contest: Path, name: str) -> None:
    (contest / "content/alpha/2026/pages" / name).touch()
    report = load(contest).report
    assert [found.code for found in report.diagnostics] == ["unreadable-file"]
    report.to_text().encode()
    assert all(letter.isprintable() for line in report.to_text().split("\n") for letter in line)


def test_folders_within_folders_end_somewhere(contest: Path) -> None:
    (contest / "branches/alpha/assets" / "/".join("abcdefghijklmnop")).mkdir(parents=True)
    (contest / "branches/alpha/assets/loop").symlink_to(".")
    told = {found.message.partition("”")[2] for found in load(contest).report.diagnostics}
    assert told == {"目录套了 12 层以上", "是绕回上级目录的符号链接"}


def test_a_folder_without_rights(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the system's answer is put in its mouth."""
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("notices"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    told = load(contest).report.to_text()
    assert "content/alpha/2026/notices:1:1: 错误[unreadable-file] “notices”打不开：没有权限" in told


def test_a_file_that_cannot_be_read_after_all(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: str, mode: str) -> BinaryIO:
        if path.endswith("timeline.yml"):
            raise OSError(5, "Input/output error", path)
        return open(path, "rb")  # noqa: PTH123 - as it is called there

    monkeypatch.setattr(documents, "open", fail, raising=False)
    told = load(contest).report.to_text()
    assert "content/alpha/2026/timeline.yml:1:1: 错误[unreadable-file] 打不开这个文件：磁盘读写出错" in told


def sized(path: Path, size: int) -> None:
    path.touch()
    os.truncate(path, size)  # takes no room on the disk


def in_folders(path: Path, depth: int) -> None:
    path.joinpath(*"abcdefghijklmno"[:depth]).mkdir(parents=True)


LIMITS: dict[str, tuple[str, Callable[[Path], object], Callable[[Path], object]]] = {
    "text": (
        "有 2.0 MB，超过 2 MB",
        lambda path: sized(path / "more.md", 2_000_000),
        lambda path: sized(path / "more.md", 2_000_001),
    ),
    "file": (
        "有 100.0 MB，超过 100 MB",
        lambda path: sized(path / "more.PDF", 100_000_000),
        lambda path: sized(path / "more.PDF", 100_000_001),
    ),
    "name": (
        "名字太长，超过 200 个字节",
        lambda path: (path / ("名" * 65 + "ab.md")).touch(),
        lambda path: (path / ("名" * 65 + "abc.md")).touch(),
    ),
    # `content` and `more` are two of the twelve.
    "depth": (
        "目录套了 12 层以上",
        lambda path: in_folders(path / "more", 10),
        lambda path: in_folders(path / "more", 11),
    ),
    "ending": ("是一个目录，名字却像文件", lambda path: (path / "a.b").mkdir(), lambda path: (path / "a.PNG").mkdir()),
}


@pytest.mark.parametrize("limit", LIMITS)
def test_limits_are_what_the_message_says(tmp_path: Path, limit: str) -> None:
    words, good, bad = LIMITS[limit]
    (tmp_path / "content").mkdir()
    good(tmp_path / "content")
    assert list(tree.look(tmp_path).problems) == []
    bad(tmp_path / "content")
    (found,) = tree.look(tmp_path).problems
    assert found.message.endswith(words)


def test_names_are_shown_so_that_they_can_be_printed() -> None:
    assert tree.shown("甲 乙.md") == "甲 乙.md"
    assert tree.shown("a\nb\udcff\u202e") == "a\\nb\\udcff\\u202e"
    assert tree.shown("名" * 300) == "名" * 300
    assert tree.shown("名" * 301) == "名" * 300 + "……"


def test_a_project_may_have_neither_folder(tmp_path: Path) -> None:
    assert list(tree.look(tmp_path).problems) == []
    (tmp_path / "branches").symlink_to("nowhere")
    assert [found.at.path for found in tree.look(tmp_path).problems] == ["branches"]


def test_a_look_knows_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "content/甲/乙").mkdir(parents=True)
    (tmp_path / "content/b.yml").write_text("a: 1", "utf-8")
    (tmp_path / "content/甲/乙/a.png").touch()
    (tmp_path / "branches").symlink_to("content")
    found = tree.look(tmp_path)
    assert [(name, each.is_folder) for name, each in found.inside("content").items()] == [
        ("b.yml", False),
        ("甲", True),
    ]
    assert found.inside("content")["b.yml"].size == 4
    assert [*found.below("content")] == ["content/b.yml", "content/甲/乙/a.png"]
    assert [*found.below("branches")] == ["branches/b.yml", "branches/甲/乙/a.png"]  # links are what they lead to
    assert found.has_file("content/甲/乙/a.png")
    assert not any(map(found.has_file, ("content/甲", "content/甲/乙/b.png", "nothing", "")))
    assert found.inside("nothing") == {}
