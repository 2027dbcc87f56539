"""A contest that inputs change and that is put back afterwards; what an input is."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from tests.fuzz.words import Fate, word

PROGRAM = Path(__file__).parents[2]
MINIMAL = PROGRAM / "tests" / "fixtures" / "minimal"
PARTS = ("content", "branches")

Operation = Literal["write", "link", "folder", "fifo", "socket", "closed", "delete"]


@dataclass(frozen=True)
class Edit:
    """One change of the tree. `data` is the content of a file or the target of a link."""

    operation: Operation
    path: str
    data: bytes = b""

    def apply(self, root: Path) -> None:
        """Make the change; whatever stood there is taken away."""
        path = root / self.path
        _make_parents(path.parent)
        if self.operation == "closed":
            path.chmod(0)
            return
        if self.operation != "write" or not path.is_file():
            remove(path)
        match self.operation:
            case "write":
                path.write_bytes(self.data)
            case "link":
                path.symlink_to(os.fsdecode(self.data))
            case "folder":
                path.mkdir()
            case "fifo":
                os.mkfifo(path)
            case "socket":
                _socket(path)


def _make_parents(folder: Path) -> None:
    if not folder.is_dir():
        _make_parents(folder.parent)
        remove(folder)
        folder.mkdir()


def _socket(path: Path) -> None:
    """A socket; its address must be short, so it is made from inside the folder."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def remove(path: Path) -> None:
    """Take away a file, a link or a folder, if there is one."""
    if path.is_dir() and not path.is_symlink():
        for folder, _, _ in os.walk(path):
            Path(folder).chmod(0o700)  # some inputs close folders
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink()


@dataclass(frozen=True)
class Input:
    """What is put into the contest at once. `number` also stands in its words."""

    number: int
    family: str
    edits: tuple[Edit, ...]

    @property
    def text(self) -> str:
        """All that was written, to tell an editor's words from the program's."""
        return "\n".join(f"{edit.path} {edit.data.decode('utf-8', 'replace')}" for edit in self.edits)

    def meets(self, taken: Iterable[str]) -> bool:
        """Whether it changes one of the paths that are taken, or something above or below it."""
        own = [f"{edit.path}/" for edit in self.edits]
        return any(mine.startswith(f"{path}/") or f"{path}/".startswith(mine) for path in taken for mine in own)

    def to_json(self) -> dict[str, Any]:
        """The input as plain values."""
        edits = [
            {"operation": edit.operation, "path": edit.path, "data": base64.b64encode(edit.data).decode()}
            for edit in self.edits
        ]
        return {"number": self.number, "family": self.family, "edits": edits}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Input:
        """The input that `to_json` wrote."""
        edits = (Edit(each["operation"], each["path"], base64.b64decode(each["data"])) for each in value["edits"])
        return cls(value["number"], value["family"], tuple(edits))


class Contest:
    """The fabricated contest with templates, in a folder of its own; beside it, files that are nobody's business."""

    def __init__(self, folder: Path, extra: Sequence[Edit] = ()) -> None:
        self.root = folder / "contest"
        self._pristine = folder / "pristine"
        _pristine(self._pristine, extra)
        self.root.mkdir()
        for name in ("templates", "mkdocs.yml"):
            (self.root / name).symlink_to(PROGRAM / name)
        _outside(folder / "outside")

    def put(self, inputs: Iterable[Input]) -> None:
        """The contest as it was, with these inputs and no others."""
        for part in PARTS:
            remove(self.root / part)
            shutil.copytree(self._pristine / part, self.root / part)
        for given in inputs:
            for edit in given.edits:
                edit.apply(self.root)


def _pristine(folder: Path, extra: Sequence[Edit]) -> None:
    for part in PARTS:
        shutil.copytree(MINIMAL / part, folder / part)
    for branch in (folder / "branches").iterdir():
        settings = {
            "INHERIT": "../../mkdocs.yml",
            "docs_dir": "assets",
            "site_dir": f"../../site/{branch.name}",
            "plugins": {"contest-portal": {"branch": branch.name}},
        }
        (branch / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
        (branch / "assets").mkdir()
    for edit in extra:
        edit.apply(folder)


def _outside(folder: Path) -> None:
    secret = word(Fate.SECRET, 0)
    folder.mkdir()
    (folder / "index.md").write_text(f"---\ntitle: {secret}\ndate: 2026-06-01\n---\n{secret}\n", "utf-8")
    (folder / "secret.txt").write_text(secret, "utf-8")
    (folder / "cover.png").write_bytes((MINIMAL / "content/alpha/2026/cases/leaf-tally/cover.png").read_bytes())


def markdown(front: dict[str, Any], body: str) -> bytes:
    """A content file."""
    written = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{written}---\n{body}\n".encode("utf-8", "replace")


def case(slug: str, body: str, **front: Any) -> Edit:
    """A case more, in the edition that counts no awards and asks for no sections."""
    known = {"title": f"案例{slug}", "track": "open-field", "award": "一等奖", "unit": f"乙原{slug}", "summary": "摘要"}
    return Edit("write", f"content/beta/2026/cases/{slug}/index.md", markdown({**known, **front}, body))


def notice(slug: str, body: str, **front: Any) -> Edit:
    """A notice more."""
    front = {"title": f"通知{slug}", "date": "2026-06-20", **front}
    written = markdown(front, body).replace(b"'2026-06-20'", b"2026-06-20", 1)
    return Edit("write", f"content/beta/2026/notices/2026-06-20-{slug}.md", written)


def page(slug: str, body: str, **front: Any) -> Edit:
    """A page of free prose more."""
    return Edit("write", f"content/beta/2026/pages/{slug}.md", markdown({"title": f"页面{slug}", **front}, body))


RECORDS = (case, notice, page)


def save(folder: Path, inputs: Sequence[Input], facts: dict[str, Any]) -> None:
    """Keep inputs so that they can be repeated, and their files so that they can be read."""
    remove(folder)
    folder.mkdir(parents=True)
    document = {**facts, "inputs": [given.to_json() for given in inputs]}
    (folder / "input.json").write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    edits = [edit for given in inputs for edit in given.edits]
    described = [f"{edit.operation} {edit.path} {edit.data[:200]!r}" for edit in edits]
    (folder / "read.txt").write_text("\n".join([str(facts.get("what", "")), *described]) + "\n", "utf-8", "replace")
