"""The files that a branch keeps in its `assets`: which may stand on the portal, and what is published of each.

They are served from the portal's own origin, so nothing that a browser runs may be among them.
"""

from __future__ import annotations

from pathlib import Path

from generator.machine.paths import is_litter
from generator.media import drawings, pictures

DRAWING = ".svg"
AS_THEY_ARE = frozenset(
    ".ico .pdf .doc .docx .xls .xlsx .ppt .pptx .wps .et .dps .odt .ods .odp .zip .rar .7z .csv .txt .woff2".split()
)
"""Endings of what browsers show or save, and never run."""


def listed(folder: Path) -> list[Path]:
    """The files that are to be published, links among them; neither what systems leave nor `templates/`, as MkDocs."""
    below = {path: path.relative_to(folder).parts for path in folder.rglob("*")}
    return sorted(
        path
        for path, parts in below.items()
        if (path.is_symlink() or path.is_file()) and parts[0] != "templates" and not any(map(is_litter, parts))
    )


def published(path: Path, root: Path) -> Path | bytes | None:
    """The file or the bytes that are published, or None for what may not be; `root` is the project's.

    Raises `drawings.UnsafeDrawing` and `pictures.BrokenPicture`.
    """
    suffix = path.suffix.lower()
    if suffix == DRAWING:
        return drawings.cleaned(path.read_bytes())
    if suffix in pictures.FORMATS:
        return pictures.republished(path, root)
    return path if suffix in AS_THEY_ARE else None
