"""Official files that pages offer: which kinds, whether a file is what its name says, and what is published of it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections import deque
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from generator.machine import cache
from generator.machine.apart import Refused
from generator.machine.packing import UNREADABLE, packed, unfolded

FORMS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".pptx": "PowerPoint"}
MAX_BYTES = 20_000_000
MAX_UNPACKED = 400_000_000
"""Bytes of all parts of an office file together."""

_CLEANING = 3
"""Grows when the same file comes out otherwise."""

_PDF = b"%PDF-"
_PARTS = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}
_MACROS = "vbaProject.bin"
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_FETCHED = re.compile(rb"(?=.*TargetMode\s*=\s*.External)(?!.*/hyperlink[\"'])", re.DOTALL)
"""A relation to what is not in the file and is loaded with it, as a picture or another table is."""

_ACTION = re.compile(rb"/S\s*/(JavaScript|Launch|ImportData)\b")
"""What a PDF does by itself or at a click (ISO 32000-2, 12.6.4), besides leading elsewhere and sending its form."""

Fault = tuple[str, str]
"""What is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as pages list it."""

    title: str
    path: Path
    bytes: int

    @classmethod
    def of(cls, title: str, path: Path, root: Path) -> AttachedFile:
        """A file of the project at `root`, measured as it is published."""
        return cls(title, path, len(republished(path, root)))

    @property
    def form(self) -> str:
        """Its format's name."""
        return FORMS[self.path.suffix]


def fault(path: Path) -> Fault | None:
    """Why a file cannot be offered, or None."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        return f"有 {size / 1e6:.1f} MB，超过 {MAX_BYTES / 1e6:.0f} MB", "压缩图片后重新导出，或者分成几个文件"
    return _fault_of_pdf(path) if path.suffix == ".pdf" else _fault_of_packed(path)


def _fault_of_pdf(path: Path) -> Fault | None:
    with path.open("rb") as file:
        if file.read(len(_PDF)) != _PDF:
            return _other_kind(path)
    return ("带有脚本，或者会启动程序", "另存为不带脚本的 PDF，例如用“打印到 PDF”") if _acts(path) else None


def _fault_of_packed(path: Path) -> Fault | None:
    """Of a file of an office program, or of any other that is packed."""
    try:
        with zipfile.ZipFile(path) as archive:
            if why := _not_whole(archive):
                return why, "用办公软件打开，另存为新的文件"
            names = archive.namelist()
            relations = [archive.read(name) for name in names if name.endswith(".rels")]
    except Refused as refused:
        return refused.message, refused.hint
    except UNREADABLE:
        return _other_kind(path)
    if any(name.endswith(_MACROS) for name in names):
        return "带有宏", "另存为不带宏的文件，或者导出为 PDF"
    is_signed = any(name.startswith(_SIGNED) for name in names)  # and published as it is
    kept = relations if is_signed else [_TEMPLATE.sub(b"", text) for text in relations]
    if any(_FETCHED.match(each) for text in kept for each in _RELATION.findall(text)):
        return "打开时会从别处取图片、表格或模板", "在办公软件里断开链接，另存一份，或者导出为 PDF"
    return None if any(name.startswith(_PARTS[path.suffix]) for name in names) else _other_kind(path)


def _not_whole(archive: zipfile.ZipFile) -> str:
    """What is too large or damaged in a packed file, empty where nothing is. Raises `Refused`."""
    unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MAX_UNPACKED:
        return f"展开后有 {unpacked / 1e6:.0f} MB"
    damaged = _damaged(archive)
    return f"里的 {damaged} 已经损坏" if damaged else ""


def _damaged(archive: zipfile.ZipFile) -> str | None:
    """The first part that is not as it was packed. Raises `Refused` for one that is larger than it is said to be."""
    for part in archive.infolist():
        try:
            deque(unfolded(archive, part), maxlen=0)
        except (zipfile.BadZipFile, zlib.error):
            return part.filename
    return None


def _acts(path: Path) -> bool:
    """Whether a PDF does something when it is opened or clicked; one that cannot be read is told by other checks."""
    import pikepdf  # noqa: PLC0415 - few contests offer one

    try:
        with pikepdf.open(path) as pdf:
            streams = (each.stream_dict if isinstance(each, pikepdf.Stream) else each for each in pdf.objects)
            said = (each for each in streams if isinstance(each, pikepdf.Dictionary | pikepdf.Array))  # no number
            return any(_ACTION.search(each.unparse(resolved=True)) for each in said)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return False


def _other_kind(path: Path) -> Fault:
    return f"的内容不是 {FORMS[path.suffix]} 文件", "用办公软件打开确认，再另存为与后缀相符的格式"


# What is published: the file without the names of those who wrote it


_PEOPLE = re.compile(rb"(<(?:\w+:)?(creator|lastModifiedBy|Manager|Company)\b[^>]*>)[^<]*(?=</)")
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")
_SETTINGS = ("word/settings.xml", "word/_rels/settings.xml.rels")
_TEMPLATE = re.compile(rb"<(?:\w+:)?(?:Relationship\b[^>]*/attachedTemplate[\"'][^>]*|attachedTemplate\b[^>]*)/>")
"""Where the template of a text was: in a folder named after its writer, or somewhere that would know its readers."""

_SIGNED = "_xmlsignatures/"


def republished(path: Path, root: Path) -> bytes:
    """A file without its metadata, kept in the cache of the project at `root`; one that is signed, as it is."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()[:32]
    entry = root / cache.FOLDER / "attachments" / f"{digest}-{_CLEANING}-{version('pikepdf')}"
    return cache.entry(entry, lambda: _cleaned_pdf(data) if path.suffix == ".pdf" else _cleaned_office_file(data))


def _cleaned_pdf(data: bytes) -> bytes:
    import pikepdf  # noqa: PLC0415 - few builds have a new one to clean

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            form = pdf.Root.get("/AcroForm")
            if pdf.is_encrypted or (isinstance(form, pikepdf.Dictionary) and "/SigFlags" in form):
                return data
            for holder, key in ((pdf.trailer, "/Info"), (pdf.Root, "/Metadata")):
                if key in holder:
                    del holder[key]
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True)
    except (pikepdf.PdfError, pikepdf.PasswordError):  # the checks report it
        return data
    return out.getvalue()


def _cleaned_office_file(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(name.startswith(_SIGNED) for name in archive.namelist()):
                return data
            parts = ((part.filename, b"".join(unfolded(archive, part))) for part in archive.infolist())
            return packed((name, _cleaned_part(name, text)) for name, text in parts)
    except (Refused, *UNREADABLE):  # the checks report it
        return data


def _cleaned_part(name: str, text: bytes) -> bytes:
    text = _PEOPLE.sub(rb"\1", text) if name in _PROPERTIES else text
    return _TEMPLATE.sub(b"", text) if name in _SETTINGS else text
