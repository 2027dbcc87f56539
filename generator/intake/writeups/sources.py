"""Where write-ups come from: files, folders of them, and packed ones."""

from __future__ import annotations

import hashlib
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.intake import office
from generator.intake.writeups import manuscript_text
from generator.machine.apart import Refused
from generator.machine.packing import UNREADABLE, unfolded
from generator.machine.paths import is_litter

ENDINGS = (".docx", ".doc", ".wps")
MAX_FILES = 5_000
MAX_PACKED = 4_000_000_000
"""Bytes of all write-ups in an archive, unpacked."""


@dataclass(frozen=True)
class Source:
    """One write-up, alone or in an archive."""

    name: str
    path: Path
    place: int | None = None
    """Which entry of an archive it is; names may come twice."""

    @property
    def ending(self) -> str:
        """The ending of its name."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """Its name without folders and ending."""
        return PurePosixPath(self.name).stem

    def read(self) -> bytes:
        """Its bytes. Raises `Refused`."""
        if self.place is None:
            return office.contents(self.path)
        try:
            with zipfile.ZipFile(self.path) as archive:
                return b"".join(unfolded(archive, archive.infolist()[self.place]))
        except UNREADABLE as error:
            raise Refused("在压缩包里打不开：损坏，或者加了密码", "解压以后再导入") from error


def digest(data: bytes) -> str:
    """What tells two files apart."""
    return hashlib.sha256(data).hexdigest()


def find(paths: Iterable[Path]) -> tuple[list[Source], list[str]]:
    """The write-ups in files, folders and archives, by name, and the names of what is none. Raises `Refused`.

    One that is not of Word is only by its own path: in folders PDFs are certificates and scanned copies of what is
    there in Word, and texts are explanations.
    """
    sources: list[Source] = []
    others: list[str] = []
    paths = list(paths)
    for source in (each for path in paths for each in _below(path)):
        name = PurePosixPath(source.name)
        if any(is_litter(part) for part in name.parts if part != ".."):
            continue
        if source.ending in ENDINGS or (source.ending in manuscript_text.ENDINGS and source.path in paths):
            sources.append(source)
        else:
            others.append(source.name)
        if len(sources) > MAX_FILES:
            raise Refused(f"有 {MAX_FILES} 个以上的文件", "分几次导入")
    return sorted(sources, key=lambda source: source.name), sorted(others)


def _below(path: Path) -> Iterator[Source]:
    if path.is_dir():
        for each in sorted(each for each in path.rglob("*") if each.is_file() and not each.is_symlink()):
            beside = each.parent.relative_to(path)
            found = _below(each) if not is_litter(each.name) else ()
            yield from (replace(source, name=(beside / source.name).as_posix()) for source in found)
    elif path.suffix.lower() == ".zip" and path.is_file():
        yield from _packed(path)
    else:
        yield Source(path.name, path)


def _packed(path: Path) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            listed = archive.infolist()
            parts = {place: part for place, part in enumerate(listed) if not part.is_dir()}
    except UNREADABLE as error:
        raise Refused(f"“{path.name}”打不开：损坏，或者不是 ZIP 压缩包", "重新打包，或者解压以后导入文件夹") from error
    too_large = any(part.file_size > office.MAX_BYTES for part in parts.values())
    if len(parts) > MAX_FILES or too_large or sum(part.file_size for part in parts.values()) > MAX_PACKED:
        told = f"“{path.name}”解压以后太大，或者有 {MAX_FILES} 个以上的文件"
        raise Refused(told, "解压以后检查，分几次导入")
    names = _distinct(_name(part).replace("\\", "/") for part in parts.values())
    yield from (Source(name, path, place) for name, place in zip(names, parts, strict=True))


def _distinct(names: Iterable[str]) -> Iterator[str]:
    """The names; one that comes again has its number before its ending."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        stem, dot, ending = name.rpartition(".")
        yield name if seen[name] == 1 else f"{stem}（{seen[name]}）{dot}{ending}"


def _name(part: zipfile.ZipInfo) -> str:
    """The name as its writer saw it: Chinese systems pack names in GBK without saying so."""
    if part.flag_bits & 0x800:
        return part.filename
    try:
        return part.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return part.filename
