"""Official files that pages offer: which kinds, whether a file is what its name says, and what is published of it.

They come from elsewhere and are opened apart, once: what is published of a file is kept, and so is known to be sound.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from generator.machine import cache
from generator.machine.apart import Refused
from generator.machine.examined import entry, examined
from generator.machine.faults import Stopped
from generator.machine.packing import UNREADABLE, packed, unfolded

if TYPE_CHECKING:
    import pikepdf

FORMS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".pptx": "PowerPoint"}
MAX_BYTES = 20_000_000
MAX_UNPACKED = 400_000_000
"""Bytes of all parts of an office file together."""

_NAME = f"4-{version('pikepdf')}"
"""Its number grows when the same file comes out otherwise, or is refused."""

_PDF = b"%PDF-"
_FOLDERS = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}
_AGAIN = "用办公软件打开，另存为新的文件"
_MACROS = "vbaProject.bin"
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_FETCHED = re.compile(rb"(?=.*TargetMode\s*=\s*.External)(?!.*/hyperlink[\"'])", re.DOTALL)
"""A relation to what is not in the file and is loaded with it, as a picture or another table is."""

_ACTION = re.compile(rb"/S\s*/(JavaScript|Launch|ImportData)\b")
"""What a PDF does by itself or at a click (ISO 32000-2, 12.6.4), besides leading elsewhere and sending its form."""

_PEOPLE = re.compile(rb"(<(?:\w+:)?(creator|lastModifiedBy|Manager|Company)\b[^>]*>)[^<]*(?=</)")
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")
_SETTINGS = ("word/settings.xml", "word/_rels/settings.xml.rels")
_TEMPLATE = re.compile(rb"<(?:\w+:)?(?:Relationship\b[^>]*/attachedTemplate[\"'][^>]*|attachedTemplate\b[^>]*)/>")
"""Where the template of a text was: in a folder named after its writer, or somewhere that would know its readers."""

_SIGNED = "_xmlsignatures/"

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


def faults(paths: Iterable[Path], root: Path) -> dict[Path, Fault]:
    """Why files cannot be offered; what is published of the others is in the cache of the project at `root` then."""
    sizes = {path: path.stat().st_size for path in paths}
    large = {path: size for path, size in sizes.items() if size > MAX_BYTES}
    made = examined(offered, sizes.keys() - large, root, _NAME)
    found = {path: (each.message, each.hint) for path, each in made.items() if isinstance(each, Refused)}
    for path, size in large.items():
        why = f"有 {size / 1e6:.1f} MB，超过 {MAX_BYTES / 1e6:.0f} MB"
        found[path] = why, "压缩图片后重新导出，或者分成几个文件"
    return found


def republished(path: Path, root: Path) -> bytes:
    """What is published of a file, kept in the cache of the project at `root`.

    Raises `Stopped` for one that cannot be offered: it has been changed since it was checked.
    """
    try:
        return cache.entry(entry(path, root, _NAME), lambda: offered(path))
    except Refused as refused:
        raise Stopped(f"附件 {path.name} {refused.message}。提示：{refused.hint}。") from refused


def offered(path: Path) -> bytes:
    """A file without the names of those who wrote it; one that is signed, as it is. Raises `Refused`: why it cannot be.

    What it may cost is limited by whoever asks, with `machine.apart`.
    """
    data = path.read_bytes()
    try:
        return _pdf(data) if path.suffix == ".pdf" else _office_file(data, path.suffix)
    except UNREADABLE:
        raise _other_kind(path.suffix) from None


def _other_kind(suffix: str) -> Refused:
    return Refused(f"的内容不是 {FORMS[suffix]} 文件", "用办公软件打开确认，再另存为与后缀相符的格式")


def _pdf(data: bytes) -> bytes:
    import pikepdf  # noqa: PLC0415 - few contests offer one

    if not data.startswith(_PDF):
        raise _other_kind(".pdf")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if not len(pdf.pages):
                raise Refused("里没有一页", "重新导出这个 PDF")
            if _acts(pdf):
                raise Refused("带有脚本，或者会启动程序", "另存为不带脚本的 PDF，例如用“打印到 PDF”")
            form = pdf.Root.get("/AcroForm")
            is_signed = isinstance(form, pikepdf.Dictionary) and "/SigFlags" in form
            return data if pdf.is_encrypted or is_signed else _without_metadata(pdf)
    except pikepdf.PasswordError:
        raise Refused("要输入密码才能打开", "另存一份不设打开密码的") from None
    except pikepdf.PdfError:
        raise Refused("已经损坏，打不开", "找到原件，重新导出这个 PDF") from None


def _acts(pdf: pikepdf.Pdf) -> bool:
    """Whether a PDF does something when it is opened or clicked."""
    import pikepdf  # noqa: PLC0415 - see above

    streams = (each.stream_dict if isinstance(each, pikepdf.Stream) else each for each in pdf.objects)
    said = (each for each in streams if isinstance(each, pikepdf.Dictionary | pikepdf.Array))  # no number
    return any(_ACTION.search(each.unparse(resolved=True)) for each in said)


def _without_metadata(pdf: pikepdf.Pdf) -> bytes:
    for holder, key in ((pdf.trailer, "/Info"), (pdf.Root, "/Metadata")):
        if key in holder:
            del holder[key]
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _office_file(data: bytes, suffix: str) -> bytes:
    """Of a file of an office program, which is packed. Raises `Refused`, and what is among `UNREADABLE`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise Refused(f"展开后有 {unpacked / 1e6:.0f} MB", _AGAIN)
        names = archive.namelist()
        if any(name.endswith(_MACROS) for name in names):
            raise Refused("带有宏", "另存为不带宏的文件，或者导出为 PDF")
        is_signed = any(name.startswith(_SIGNED) for name in names)
        made = packed(_parts(archive, is_signed=is_signed))
    if not any(name.startswith(_FOLDERS[suffix]) for name in names):
        raise _other_kind(suffix)
    return data if is_signed else made


def _parts(archive: zipfile.ZipFile, *, is_signed: bool) -> Iterator[tuple[str, bytes]]:
    """The parts as they are published, whole and sound. Raises `Refused`."""
    for part in archive.infolist():
        try:
            text = b"".join(unfolded(archive, part))
        except (zipfile.BadZipFile, zlib.error):
            raise Refused(f"里的 {part.filename} 已经损坏", _AGAIN) from None
        text = text if is_signed else _cleaned(part.filename, text)
        if part.filename.endswith(".rels") and any(_FETCHED.match(each) for each in _RELATION.findall(text)):
            raise Refused("打开时会从别处取图片、表格或模板", "在办公软件里断开链接，另存一份，或者导出为 PDF")
        yield part.filename, text


def _cleaned(name: str, text: bytes) -> bytes:
    text = _PEOPLE.sub(rb"\1", text) if name in _PROPERTIES else text
    return _TEMPLATE.sub(b"", text) if name in _SETTINGS else text
