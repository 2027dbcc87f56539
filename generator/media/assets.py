"""Style sheets and scripts of a portal: bundled, named by their content, ready to be cached for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

<<<<<<< HEAD
import rjsmin

from generator.machine import program
from generator.media import scripts, styles
=======
from generator.machine import program, templates
from generator.media import scripts
>>>>>>> main


@dataclass(frozen=True, slots=True)
class Assets:
    """Files by published name, and the published name of each by its plain name."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def bundle(root: Path, colours: str) -> Assets:
    """The assets of one portal.

<<<<<<< HEAD
    `templates/shell/assets` of the project holds `css/*.css`, joined in name order after the portal's `colours` (CSS
    custom properties) and after what Material's style sheet says of texts; and `js/*.js`, each a script with the modules
    that it imports.
    """
    folder = root / "templates" / "shell" / "assets"
    css = _material() + styles.published(colours) + _sheets(folder / "css", program.folder(folder / "css"))
    plain = {"portal.css": css.encode(), **_scripts(folder / "js", program.folder(folder / "js"))}
=======
    `templates/shell/assets` holds `css/*.css`, joined in name order after the portal's `colours` (CSS custom
    properties), and `js/*.js`, each a script with the modules that it imports from beside it. Material's style sheet
    for prose comes from the installed package.
    """
    sheets = templates.found(root, "shell/assets/css", "*.css")
    css = "\n".join([colours, *(path.read_text("utf-8") for path in sheets)])
    plain = {"portal.css": css.encode(), "material.css": _material()}
    digests = tuple(map(program.folder, templates.folders(root, "shell/assets/js")))
    plain |= _scripts(tuple(templates.found(root, "shell/assets/js", "*.js")), digests)
>>>>>>> main
    names = {name: _hashed(name, content) for name, content in plain.items()}
    return Assets({names[name]: content for name, content in plain.items()}, names)


@lru_cache(maxsize=4)
def _scripts(entries: Sequence[Path], _digests: Sequence[str]) -> Mapping[str, bytes]:
    """The scripts of all portals, which are the same as long as no file of theirs changes."""
<<<<<<< HEAD
    return {path.name: rjsmin.jsmin(scripts.bundle(path)).encode() for path in sorted(folder.glob("*.js"))}


@lru_cache(maxsize=4)
def _sheets(folder: Path, _digest: str) -> str:
    return styles.published("\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.css"))))
=======
    return {path.name: scripts.bundle(path).encode() for path in entries}
>>>>>>> main


def shell(root: Path) -> tuple[Path, ...]:
    """Folders of what hub and portals share: our own templates and assets, then Material's, for its icons."""
    return *templates.folders(root, "shell"), _material_templates()


def _material_templates() -> Path:
    return Path(str(resources.files("material"))) / "templates"


@cache
def _material() -> str:
    sheet = next((_material_templates() / "assets" / "stylesheets").glob("main.*.min.css"))
    return styles.published(styles.prose(sheet.read_text("utf-8")))


def _hashed(name: str, content: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
