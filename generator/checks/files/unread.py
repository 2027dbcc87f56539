"""The rule that no file lies where a reader might think that it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.catalog import Catalog
from generator.catalog.addresses import folded, name_fault
from generator.checks.pictures import PICTURES
from generator.checks.rule import Findings, file_rule, new_documents
from generator.content.documents import Document
from generator.content.tree import Tree
from generator.diagnostics import Diagnostic, Span
from generator.machine.paths import is_litter

EDITION = (
    "edition.yml",
    "timeline.yml",
    "awards.yml",
    "judging.yml",
    "handbook.yml",
    "entries.yml",
    "entries.csv",
    "statistics.yml",
    "faq.yml",
)
FOLDERS = ("tracks", "pages", "notices", "cases")

_KNOWN_FOLDER = re.compile(
    rf"content(?:/[^/]+(?:/\d{{4}}(?:/(?:{'|'.join(FOLDERS[:-1])}|cases(?:/[^/]+)?))?)?)?|branches(?:/[^/]+)?"
)
_FIXED = re.compile(
    r"branches/[^/]+/(?:branch|mkdocs)\.yml"
    rf"|.*/\d{{4}}/(?:{'|'.join((*EDITION, *FOLDERS))}|(?:tracks|pages|notices)/[^/]+\.md)",
    re.IGNORECASE,
)
_CASE = re.compile(r"content/[^/]+/\d{4}/cases/[^/]+")
_ILLUSTRATED = re.compile(r"content/[^/]+/\d{4}/(?:tracks|pages|notices|cases/[^/]+)")
_ELSEWHERE = re.compile(
    rf"branches/[^/]+/assets|content/[^/]+/[^/]+|content/[^/]+/\d{{4}}/(?:{'?|'.join(FOLDERS)}?)", re.IGNORECASE
)
"""Folders that are published as they are, and those that others call misnamed."""

_TABLES = (".xls", ".xlsx", ".et", ".csv")
_WRITE_UPS = (".docx", ".doc", ".wps", ".zip")
_DOCUMENTS = (*_WRITE_UPS, ".pdf", ".pptx", ".ppt")
_LISTING = re.compile(r"content/[^/]+/\d{4}(/(?:tracks|pages|notices))?")
"""Folders with files that list attachments."""

_HINTS = (
    (_CASE, "案例的正文只在 index.md 里，图片放在它旁边；别的文件移出内容目录"),
    (re.compile(r".*/cases"), "每个案例一个目录，正文写在目录里的 index.md"),
    (re.compile(r".*/(?:tracks|pages|notices)"), "改成 .md 文件，写法见 docs/content-format.md"),
    (re.compile(r"content/[^/]+/\d{4}"), f"届次目录里只有：{'、'.join((*EDITION, *FOLDERS))}"),
    (re.compile(r"branches/[^/]+"), "分赛目录里只有 branch.yml 和 assets；标志和供下载的文件放进 assets"),
    (re.compile(r".*"), "内容放在 content/<分赛>/<年份>/ 里；不需要的移出内容目录"),
)
"""What to do with a file, by the folder that it lies in."""


@file_rule
def every_file_is_read(catalog: Catalog, tree: Tree) -> Findings:
    """内容目录里的文件都要放在规定的位置、用规定的名字，否则网站上看不到。"""
    read = {document.path for document in catalog.sources.values()}
    read |= {path for _, _, listed in catalog.attached() for _, path in listed}
    read |= {path for _, document in new_documents(catalog) for path in _listed(document)}
    for edition, planned in catalog.handbooks.items():
        read |= {f"content/{edition}/{picture}" for picture in planned.pictures}
    for path, files in _unread(tree, set(map(folded, read))):
        name = path.rpartition("/")[2]
        message = f"目录“{name}”里的 {files} 个文件不会被读取" if files else f"“{name}”不会被读取"
        yield Diagnostic("unread-file", Span(path), message, _hint(path))


def _listed(document: Document) -> Iterator[str]:
    """The attachments that a file names, also where something else in it is wrong."""
    listed = document.data.get("attachments")
    for each in listed if isinstance(listed, tuple) else ():
        if isinstance(each, Mapping):
            yield f"{document.path.rpartition('/')[0]}/{each.get('file')}"


def _hint(path: str) -> str:
    folder = path.rpartition("/")[0]
    hint = next(hint for pattern, hint in _HINTS if pattern.fullmatch(folder))
    in_cases = folder.endswith("/cases") or _CASE.fullmatch(folder)
    if in_cases and path.lower().endswith(_WRITE_UPS):
        return "Word 文稿移出内容目录，再用 portal import case 导入"
    if path.lower().endswith(_TABLES) and not in_cases:
        return f"项目表移出内容目录，再用 portal import winners 导入；CSV 也可以命名为 entries.csv。{hint}"
    if path.lower().endswith(_DOCUMENTS) and (place := _LISTING.fullmatch(folder)):
        beside = "旁边一个 .md 文件" if place[1] else " edition.yml "
        return f"供下载的用小写英文名，列进{beside}的 attachments；要成为内容的移出内容目录，用 portal import 导入"
    return hint


def _unread(tree: Tree, read: set[str]) -> Iterator[tuple[str, int]]:
    """Files that nobody reads; of a folder that nobody looks into only its name, and how many there are in it."""
    for folder, entries in tree.folders.items():
        if not _is_known(folder):
            continue
        for name, entry in entries.items():
            path = f"{folder}/{name}"
            if entry.is_folder and not _is_known(path):
                yield from _in_unknown(tree, path)
            elif not (entry.is_folder or name_fault(name) or not _is_visible(name) or _is_looked_at(path, read)):
                yield path, 0


def _is_known(folder: str) -> bool:
    return bool(_KNOWN_FOLDER.fullmatch(folder)) and all(map(_is_visible, folder.split("/")))


def _is_visible(name: str) -> bool:
    return name[0] != "_" and not is_litter(name)


def _is_looked_at(path: str, read: set[str]) -> bool:
    """Whether the file is read, or others speak of it: of pictures beside texts, and of names that are no addresses."""
    if folded(path) in read:  # in other letters it is told by whoever looks for it
        return True
    folder = path.rpartition("/")[0]
    is_picture = Path(path).suffix.lower() in PICTURES and _ILLUSTRATED.fullmatch(folder)
    is_misnamed = _CASE.fullmatch(folder) and folded(f"{folder}/index.md") not in read
    return bool(_FIXED.fullmatch(path) or is_picture or is_misnamed)


def _in_unknown(tree: Tree, folder: str) -> Iterator[tuple[str, int]]:
    if _ELSEWHERE.fullmatch(folder) or not _is_visible(folder.rpartition("/")[2]):
        return
    count = sum(_is_visible(path.rpartition("/")[2]) for path in tree.below(folder))
    if count:
        yield folder, count
