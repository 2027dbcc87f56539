"""Rules about the images of cases."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from generator.catalog import Catalog
from generator.checks import hints
from generator.checks.markdown import Reference, images, prose, span
from generator.checks.rule import FileRule, Found
from generator.diagnostics import Diagnostic, Span
from generator.documents import Document
from generator.model import CaseId, WinningCase

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
"""The image formats that may be published, by the ending of the file's name."""

_OTHER_FORMATS = frozenset({".gif", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".jfif"})
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

Folder = Mapping[str, int]
"""The images in a folder: name to size in bytes."""


def pictures_are_sound(catalog: Catalog, root: Path) -> Found:
    """案例图片放在案例目录里，登记在册，写明替代文字，能打开，大小合适，没有多余。"""
    for key, case in catalog.cases.items():
        document = catalog.sources.get(("case", key))
        if document is None:
            continue
        folder = _folder(root / "content" / case.edition / "cases" / case.slug)
        used = list(images(prose(document.body))) if "![" in document.body or "<" in document.body else []
        if folder or used or case.images:
            yield from _registered(catalog, root, key, case, folder)
            yield from _used(document, case, used)
            yield from _forgotten(document, case, folder, used)


def _folder(path: Path) -> Folder:
    with os.scandir(path) as entries:
        names = [entry for entry in entries if entry.name[0] != "." and not entry.name.endswith((".md", ".yml"))]
        sizes = {entry.name: entry.stat().st_size for entry in names if _is_image(entry.name)}
    return dict(sorted(sizes.items()))


def _is_image(name: str) -> bool:
    suffix = os.path.splitext(name)[1].lower()
    return suffix in FORMATS or suffix in _OTHER_FORMATS


def _registered(catalog: Catalog, root: Path, key: CaseId, case: WinningCase, folder: Folder) -> Found:
    """Each entry of `images`: its file, its alternative text, and that it stands there once."""
    seen: set[str] = set()
    for index, picture in enumerate(case.images):
        at = catalog.span("case", key, "images", index, "file")
        if picture.file in seen:
            yield Diagnostic("duplicate-entry", at, f"图片 {picture.file} 登记了两次", "删去其中一个")
            continue
        seen.add(picture.file)
        path = root / "content" / case.edition / "cases" / case.slug / picture.file
        if problem := _file_problem(path, picture.file, folder):
            code, message, hint = problem
            yield Diagnostic(code, at, message, hint)
        if problem := _alt_problem(picture.file, picture.alt):
            code, message, hint = problem
            yield Diagnostic(code, catalog.span("case", key, "images", index, "alt"), message, hint)


def _file_problem(path: Path, name: str, folder: Folder) -> tuple[str, str, str] | None:
    """What is wrong with a registered file: code, message, hint."""
    if name not in folder and not ("/" not in name and path.is_file()):
        where = "图片与 index.md 放在同一目录，只写文件名"
        hint = f"{where}；目录里有：{hints.listing(folder)}" if folder else where
        return "missing-image", f"图片 {name} 不存在", hint
    if not _SAFE_NAME.fullmatch(name):
        return "unsafe-path", f"图片名“{name}”不能用作网址", "文件名只用英文字母、数字、点、连字符和下划线"
    if problem := _content_problem(path, folder.get(name, 0)):
        return "broken-image", f"图片 {name} {problem[0]}", problem[1]
    return None


def _content_problem(path: Path, size: int) -> tuple[str, str] | None:
    """What is wrong with an image itself, told from its header and its size."""
    if path.suffix.lower() not in FORMATS:
        return "的格式不受支持", "存成 PNG、JPEG 或 WebP"
    if size > MAX_BYTES:
        return f"有 {size / 1024 / 1024:.1f} MB，超过 10 MB", "缩小尺寸或压缩后重新放入"
    pixels = _pixels(path)
    if pixels is None:
        return "打不开，可能损坏或者不是图片", "用看图软件打开确认，重新导出为 PNG 或 JPEG"
    if pixels > MAX_PIXELS:
        return f"有 {pixels / 1_000_000:.0f} 百万像素，超过 40 百万", "把长边缩到 3200 像素以内"
    return None


def _pixels(path: Path) -> int | None:
    """Width times height from the file's header, or None when it is no whole image."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=sorted(set(FORMATS.values()))) as image:
                return image.width * image.height if _is_whole(path, image.format) else None
    except Image.DecompressionBombError:
        return MAX_PIXELS * 10
    except Exception:  # any header that Pillow cannot make sense of, whatever it raises
        return None


def _is_whole(path: Path, form: str | None) -> bool:
    """Whether the file reaches the end mark of its format: an upload that broke off does not."""
    with path.open("rb") as file:
        file.seek(-min(path.stat().st_size, 64), os.SEEK_END)
        tail = file.read()
    return b"IEND" in tail if form == "PNG" else True


def _alt_problem(name: str, alt: str) -> tuple[str, str, str] | None:
    if not alt.strip():
        return "missing-alt", f"图片 {name} 没有替代文字", "用一句话写出画面内容，给看不到图的读者"
    if alt.strip() in (name, os.path.splitext(name)[0]):
        return "missing-alt", f"图片 {name} 的替代文字只是文件名", "用一句话写出画面内容，给看不到图的读者"
    return None


def _used(document: Document, case: WinningCase, used: list[Reference]) -> Found:
    """Each image in the text is registered; its alternative text is the registered one."""
    known = {picture.file for picture in case.images}
    for image in used:
        at = span(document, image.offset)
        if image.html:
            hint = "登记在 `images` 中，正文写 `![画面内容](文件名)`"
            yield Diagnostic("unregistered-image", at, f"HTML 写法的图片“{image.target}”不会显示", hint)
        elif image.target not in known:
            hint = "图片放进案例目录，并登记在 `images` 中"
            yield Diagnostic("unregistered-image", at, f"正文用了没有登记的图片“{image.target}”", hint)


def _forgotten(document: Document, case: WinningCase, folder: Folder, used: list[Reference]) -> Found:
    """Images that no reader sees: files that nothing names, and entries that are neither cover nor in the text."""
    shown = {image.target for image in used}
    named = shown | {picture.file for picture in case.images}
    for name in folder:
        if name not in named:
            at = Span(f"{document.path.rsplit('/', 1)[0]}/{name}")
            yield Diagnostic("unreferenced-image", at, f"图片 {name} 没有登记", "登记在 `images` 中，或删去文件")
    for index, picture in enumerate(case.images[1:], start=1):
        if picture.file not in shown and picture.file in folder:
            at = document.span("images", index, "file")
            hint = f"在正文写 `![画面内容]({picture.file})`，或删去这一项（只有第一张用作封面）"
            yield Diagnostic("unreferenced-image", at, f"图片 {picture.file} 没有用在正文里", hint)


def other_texts_have_no_pictures(catalog: Catalog, root: Path) -> Found:
    """通知、页面和赛道说明不配图：图片只能放在案例里。"""
    for (kind, _), document in catalog.sources.items():
        if kind in ("notice", "page", "track") and ("![" in document.body or "<" in document.body):
            for image in images(prose(document.body)):
                yield Diagnostic(
                    code="unregistered-image",
                    at=span(document, image.offset),
                    message=f"这里不能配图：“{image.target}”不会显示",
                    hint="图片只能放在案例里；请改用文字或表格说明",
                )


FILE_RULES: tuple[FileRule, ...] = (pictures_are_sound, other_texts_have_no_pictures)
