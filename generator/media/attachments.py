"""Official files that editions and notices offer: which kinds, and whether a file is what its name says."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

FORMS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".pptx": "PowerPoint"}
MAX_BYTES = 20_000_000
_PDF = b"%PDF-"
_PARTS = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}
_MACROS = "vbaProject.bin"

Fault = tuple[str, str]
"""What is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as pages list it."""

    title: str
    path: Path
    bytes: int

    @property
    def form(self) -> str:
        """Its format's name."""
        return FORMS[self.path.suffix]


def fault(path: Path) -> Fault | None:
    """Why a file cannot be offered, or None."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        return f"有 {size / 1e6:.1f} MB，超过 {MAX_BYTES / 1e6:.0f} MB", "压缩图片后重新导出，或者分成几个文件"
    if path.suffix == ".pdf":
        with path.open("rb") as file:
            return None if file.read(len(_PDF)) == _PDF else _other_kind(path)
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
    except (OSError, ValueError, zipfile.BadZipFile):
        return _other_kind(path)
    if any(name.endswith(_MACROS) for name in names):
        return "带有宏", "另存为不带宏的文件，或者导出为 PDF"
    return None if any(name.startswith(_PARTS[path.suffix]) for name in names) else _other_kind(path)


def _other_kind(path: Path) -> Fault:
    return f"的内容不是 {FORMS[path.suffix]} 文件", "用办公软件打开确认，再另存为与后缀相符的格式"
