"""Style sheets and scripts of a portal: bundled, named by their content, ready to be cached for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

import rjsmin

from generator.machine import cache, program, templates
from generator.media import scripts, styles
from generator.model import Words

EDITOR = "admin.js"
"""The one script that only the editor page loads."""


@dataclass(frozen=True, slots=True)
class Assets:
    """Files by published name, and the published name of each by its plain name."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def bundle(root: Path, colours: str, words: Words) -> Assets:
    """The assets of one portal.

    `templates/shell/assets` holds `css/*.css`, joined in name order after the portal's `colours` (CSS custom
    properties) and after what Material's style sheet says of texts; and `js/*.js`, each a script with the modules that
    it imports from beside it, in the contest's `words`.
    """
    sheets = templates.found(root, "shell/assets/css", "*.css")
    css = _material(root) + styles.published("\n".join([colours, *(path.read_text("utf-8") for path in sheets)]))
    entries = tuple(path for path in _entries(root) if path.name != EDITOR)
    plain = {"portal.css": css.encode(), **_scripts(entries, words, _digests(root))}
    names = {name: _hashed(name, content) for name, content in plain.items()}
    return Assets({names[name]: content for name, content in plain.items()}, names)


def editor(root: Path) -> Mapping[str, bytes]:
    """What the editor page loads besides, by name: its style sheet, its script, and the reader of YAML as we got it."""
    plain = (
        *templates.found(root, "shell/assets/editor", "*.css"),
        *templates.found(root, "shell/assets/js/vendor", "*.js"),
    )
    own = _scripts(tuple(path for path in _entries(root) if path.name == EDITOR), Words(), _digests(root))
    return {**own, **{path.name: path.read_bytes() for path in plain}}


def _entries(root: Path) -> Sequence[Path]:
    """The scripts where they truly are: projects that share templates share what is made of them."""
    return tuple(path.parent.resolve() / path.name for path in templates.found(root, "shell/assets/js", "*.js"))


def _digests(root: Path) -> tuple[str, ...]:
    return tuple(map(program.folder, templates.folders(root, "shell/assets/js")))


@lru_cache(maxsize=4)
def _scripts(entries: Sequence[Path], words: Words, _digests: Sequence[str]) -> Mapping[str, bytes]:
    """The scripts of all portals, which are the same as long as no file of theirs changes."""
    return {path.name: rjsmin.jsmin(words.say(scripts.bundle(path))).encode() for path in entries}


def shell(root: Path) -> tuple[Path, ...]:
    """Folders of what hub and portals share: our own templates and assets, then Material's, for its icons."""
    return *templates.folders(root, "shell"), _material_templates()


def _material_templates() -> Path:
    return Path(str(resources.files("material"))) / "templates"


@lru_cache(maxsize=4)
def _material(root: Path) -> str:
    """What is used of Material's style sheet; it takes a third of a second to read, so it is kept."""
    return cache.entry(root / cache.FOLDER / "styles" / program.code(), _material_read).decode()


@lru_cache(maxsize=1)
def _material_read() -> bytes:
    """It is the same for all projects."""
    sheet = next((_material_templates() / "assets" / "stylesheets").glob("main.*.min.css"))
    return styles.published(styles.prose(sheet.read_text("utf-8"))).encode()


def _hashed(name: str, content: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
