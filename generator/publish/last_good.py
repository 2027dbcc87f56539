"""What a branch said when its portal was made last: with it the portal can stay while the branch has mistakes.

The hub tells of every branch, so it needs the records of that time too. They are kept with a digest of the portal's
files, and hold for those files only.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator import project
from generator.catalog import Catalog
from generator.content.tree import TEXTS
from generator.machine import store
from generator.machine.faults import Stopped
from generator.machine.store import Store
from generator.model import BranchId
from generator.publish import manifest
from generator.publish.manifest import Conditions, Manifest
from generator.publish.request import Request
from generator.publish.result import BuildResult

_READ = TEXTS | {".csv"}
_CANNOT = "不能沿用有错误的分赛上一次的样子。请先改正错误"


def keep(results: Store, request: Request, made: BuildResult, files: Mapping[str, str]) -> None:
    """Keep what the branches say whose portals have just been made.

    `files` are all files that were read, with their SHA-256; nobody has written in them meanwhile.
    """
    after = made.published or Manifest()
    for branch, readable in made.readable.items():
        keys = {name: store.key("text", digest) for name, digest in files.items() if _is_text(name, branch)}
        named = {name: key.hex() for name, key in keys.items()}
        before = results.recall(_key(request, branch)).get("texts", {})
        changed = {name: keys[name] for name, key in named.items() if before.get(name) != key}
        new = results.missing(changed.values())
        for name, key in changed.items():
            if key in new:
                results.put(key, (request.root / name).read_bytes())
        kept = {"files": _digest(after, branch), "readable": readable, "texts": named}
        results.remember(_key(request, branch), kept)
    results.flush()


def wanted(results: Store, request: Request, branches: Iterable[str]) -> Iterator[bytes]:
    """The keys of all that is kept of some branches."""
    for branch in branches:
        yield _key(request, branch)
        yield from map(bytes.fromhex, results.recall(_key(request, branch)).get("texts", {}).values())


def recall(results: Store, request: Request, branch: str) -> Catalog:
    """The records from which the present portal of a branch was made.

    Raises `Stopped` when the portal is not there or not whole, or when since then something of it was to appear or to
    vanish: what must not be public yet, or no longer, does not stay with it.
    """
    before = manifest.read(request.out)
    kept = results.recall(_key(request, branch))
    if kept.get("files") != _digest(before, branch) or not manifest.is_intact(request.out, before, branch):
        raise Stopped(f"原有网站里没有完整的“{branch}”，或者不是由这个项目生成的，{_CANNOT}。")
    catalog = _loaded(request.root, results, kept["texts"])
    if catalog is None or branch not in catalog.branches:
        raise Stopped(f"“{branch}”上一次的内容现在读不出来，{_CANNOT}。")
    if catalog.public(request.as_of).of(BranchId(branch)).readable != kept["readable"]:
        raise Stopped(f"“{branch}”上一次生成以后，有内容到了公开或撤下的时间，{_CANNOT}。")
    return catalog


def refuse_other(before: Manifest, conditions: Conditions) -> None:
    """Portals of one site are made by one program in one way; only their days may differ here. Raises `Stopped`."""
    if {**before.conditions, "as_of": ""} != {**conditions.to_dict(), "as_of": ""}:
        raise Stopped(f"原有网站的网址、手册选项、程序或模板与现在不同，{_CANNOT}。")


def _loaded(root: Path, results: Store, texts: Mapping[str, str]) -> Catalog | None:
    """The records in texts of another time; what all branches share is as it is now."""
    found = results.get_all(map(bytes.fromhex, texts.values()))
    if found.keys() != set(map(bytes.fromhex, texts.values())):
        return None
    with tempfile.TemporaryDirectory() as folder:
        then = Path(folder)
        (then / "content").mkdir()
        for path in (root / "content").glob("*.yml"):
            shutil.copy(path, then / "content")
        for name, key in texts.items():
            (then / name).parent.mkdir(parents=True, exist_ok=True)
            (then / name).write_bytes(found[bytes.fromhex(key)])
        return project.load(then).catalog


def _is_text(name: str, branch: str) -> bool:
    return name.startswith((f"content/{branch}/", f"branches/{branch}/")) and Path(name).suffix.lower() in _READ


def _digest(site: Manifest, branch: str) -> str:
    """A digest of a portal's files."""
    files = sorted((path, entry.sha256) for path, entry in manifest.below(site, branch).items())
    return hashlib.sha256(json.dumps(files).encode()).hexdigest()


def _key(request: Request, branch: str) -> bytes:
    return store.key("good texts", os.path.realpath(request.out), branch)
