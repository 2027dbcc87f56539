"""The rule that nothing published tells of a private person, and the exceptions for which editors give a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from generator.catalog import Catalog
from generator.checks.rule import Findings, file_rule
from generator.content.documents import Document
from generator.content.kept import EXCEPTIONS
from generator.content.tree import Tree
from generator.diagnostics import Diagnostic, Span
from generator.media import metadata
from generator.media.attachments import faults
from generator.media.pictures import FORMATS
from generator.privacy.comparable import key
from generator.privacy.kinds import suspect
from generator.privacy.personal import PersonalDatum, find
from generator.text.scan import prose, span, tables

_HINT = "删去，改写机构名称和办公电话；确实可以公开的，在这个文件里用 `allow_personal` 写明理由"
_HINT_FILE = "换掉这个文件，或在所属的内容文件里用 `allow_personal` 写明可以公开的理由"

_LEADS = (("value", "label"), ("text", "name"), ("note", "place"))
"""Keys of texts that are read together with another key of the same mapping, as pages show them."""

_NUMBER_OF_A_PERSON = re.compile("电话|手机|联系|身份证|微信|QQ|卡号")

Seen = tuple[Span, str, str, PersonalDatum]
"""Where a datum stands, in what (empty: in the text), what to do, and the datum."""


@file_rule
def no_personal_data(catalog: Catalog, tree: Tree) -> Findings:
    """公开的文字、文件名、图片和 PDF 里不能有个人信息；联系方式只写机构和办公电话。"""
    files: dict[tuple[str, str], list[str]] = {
        (kind, record.id): [path for _, path in listed] for kind, record, listed in catalog.attached()
    }
    for (kind, record), document in catalog.sources.items():
        allowed = {} if document.sound else _allowed(document)
        used: set[int] = set()
        for at, where, hint, personal in _seen(kind, document, tree, files.get((kind, record), [])):
            covering = [index for index, text in allowed.items() if personal.key in text]
            used.update(covering)
            if not covering:
                message = f"{where}里{personal.message}" if where else personal.message
                yield Diagnostic("private-data", at, message, hint)
        for index in allowed.keys() - used:
            at = document.span(EXCEPTIONS, index)
            yield Diagnostic("unused-exception", at, "这条例外没有对应的个人信息", "删去它；内容还在的，照原样写全")


def _allowed(document: Document) -> dict[int, str]:
    """The exceptions that give a reason, by their place in the list."""
    listed = document.data.get(EXCEPTIONS)
    return {
        index: key(str(entry["text"]))
        for index, entry in enumerate(listed if isinstance(listed, tuple) else ())
        if isinstance(entry, dict) and entry.get("text") and str(entry.get("reason") or "").strip()
    }


def _seen(kind: str, document: Document, tree: Tree, attached: list[str]) -> Iterator[Seen]:
    """What is in a file and in those that belong to it; a file that was found sound has nothing not allowed."""
    folder, _, name = document.path.rpartition("/")
    if not document.sound:
        yield from _in_document(document)
        for personal in find(_words(folder.rpartition("/")[2] if kind == "case" else name)):
            yield Span(document.path), "文件名", _HINT_FILE, personal
    if kind in ("case", "handbook"):
        attached = [*attached, *(f"{folder}/{name}" for name in tree.inside(folder) if _is_picture(name))]
    elif kind == "branch":
        attached = [*attached, *tree.below(f"{folder}/assets")]
    if attached:  # to ask for nothing takes a tenth of all checks
        yield from _in_files(tree.root, attached)


def _in_document(document: Document) -> Iterator[Seen]:
    for at, personal in _in_values(document):
        yield at, "", _HINT, personal
    if suspect(document.body):
        in_body = ((span(document, personal.offset), personal) for personal in find(document.body))
        for at, personal in chain(in_body, _in_tables(document)):
            yield at, "", _HINT, personal


def _is_picture(name: str) -> bool:
    return f".{name.rpartition('.')[2].lower()}" in FORMATS


def _words(name: str) -> str:
    """A file's name with blanks where it has underscores, without its ending."""
    return name.rpartition(".")[0].replace("_", " ") or name


def _in_values(document: Document) -> Iterator[tuple[Span, PersonalDatum]]:
    if "\\" in document.written or "contacts" in document.data or suspect(document.written):
        for keys, value, around in document.leaves():
            lead = _lead(around, keys[-1])
            if keys[0] != EXCEPTIONS and (isinstance(value, str) or _is_number_of_a_person(value, lead)):
                yield from ((document.span(*keys), personal) for personal in find(str(value), lead))


def _is_number_of_a_person(value: object, label: str) -> bool:
    """A figure is one only when its label says so."""
    return type(value) is int and bool(_NUMBER_OF_A_PERSON.search(label))


def _lead(around: Any, name: str | int) -> str:
    """What a reader sees before the value: the label of a figure, the name of a rule; a contact may be a person."""
    if not isinstance(around, Mapping):
        return ""
    if name == "role":
        return "联系人" if around.get("phone") or around.get("email") else ""
    label = next((around.get(other) for own, other in _LEADS if own == name), "")
    return label if isinstance(label, str) and not around.get("unit") else ""


def _in_tables(document: Document) -> Iterator[tuple[Span, PersonalDatum]]:
    """Data that only the head of their column tells, such as names below 联系人."""
    for table in tables(prose(document.body)):
        for row, row_cells in enumerate(table.rows):
            for title, cell in zip(table.header, row_cells, strict=False):
                if title and len(title) < 20 and suspect(title):
                    at = document.body_span(table.line + 2 + row)
                    known = {personal.key for personal in find(cell)}
                    yield from ((at, found) for found in find(cell, title) if found.key not in known)


def _in_files(root: Path, paths: list[str]) -> Iterator[Seen]:
    pdfs = metadata.of_pdfs((root / path for path in paths if path.lower().endswith(".pdf")), root)
    for path in paths:
        at = Span(path)
        for personal in find(_words(path.rpartition("/")[2])):
            yield at, "文件名", _HINT_FILE, personal
        texts = pdfs[root / path] if root / path in pdfs else metadata.of_picture(root / path)
        for field, text in texts or ():
            for personal in find(text, "联系人" if field == "author" else ""):
                yield at, field if field.startswith("第") else "文件属性", _HINT_FILE, personal


@file_rule
def documents_can_be_read(catalog: Catalog, tree: Tree) -> Findings:
    """分赛 assets 和附件里的 PDF 要能打开；打不开的，读者看不了，也查不出里面有没有个人信息。"""
    root = tree.root
    assets = [root / name for key in catalog.branches for name in tree.below(f"branches/{key}/assets")]
    files = [root / name for _, _, listed in catalog.attached() for _, name in listed]
    there = [path for path in sorted({*assets, *files}) if path.suffix.lower() == ".pdf" and path.is_file()]
    told = faults((path for path in files if path in there), root)
    for path, texts in metadata.of_pdfs(there, root).items():
        if texts is None and path not in told:
            at = Span(path.relative_to(root).as_posix())
            hint = "用阅读器打开确认，去掉密码，重新导出，不超过 64 MB"
            yield Diagnostic("unread-file", at, f"PDF {path.name} 打不开，没有检查个人信息", hint)
