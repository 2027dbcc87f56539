"""Records of files in which nothing was wrong: the same bytes need not be decoded, or looked at alone, again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.content import documents
from generator.content.documents import Document
from generator.content.tree import Tree
from generator.diagnostics import Report
from generator.machine import program, store
from generator.machine.signs import Sign
from generator.machine.store import Store
from generator.model import Record

R = TypeVar("R", bound=Record)

EXCEPTIONS = "allow_personal"
"""The key under which a file lists what may stand in it and in those beside it: it is looked at every time."""


def _once_read(name: str) -> Any:
    """What a document has by that name, as soon as it is read."""
    return property(lambda sound: getattr(sound._document, name))


class SoundDocument(Document):
    """A file in which nothing was wrong: it is only read when somebody asks what is in it, or where."""

    sound = True

    def __init__(self, path: str, raw: bytes, *, new: bool = False) -> None:
        self.__dict__.update(path=path, _raw=raw, new=new)

    @cached_property
    def _document(self) -> Document:
        return documents.parse(self.path, self.__dict__["_raw"], Report()) or Document(self.path, {})

    @cached_property
    def body(self) -> str:
        """Its Markdown, for which its values need not be read."""
        return documents.body(self.path, self.__dict__["_raw"])

    data, body_line, marks, plain = map(_once_read, ("data", "body_line", "marks", "plain"))

    def may_hold(self, *marks: str) -> bool:
        """Whether one of these stands in the file, which need not be split for that; it is looked for once."""
        held = self.__dict__.setdefault("_held", {})
        if marks not in held:
            held[marks] = any(mark.encode() in self.__dict__["_raw"] for mark in marks)
        return bool(held[marks])


@dataclass
class KeptRecords:
    """Records by the names and bytes of their files and by the program, here and, as JSON, in a store."""

    store: Store | None = None
    _found: Mapping[bytes, bytes] = field(default_factory=dict, repr=False)
    _here: dict[bytes, tuple[Record, SoundDocument]] = field(default_factory=dict, repr=False)
    _read: dict[str, tuple[Sign, bytes, bytes]] = field(default_factory=dict, repr=False)
    """By the names of files: their signs, their bytes, and the keys of their records."""

    def key(self, name: str, raw: bytes) -> bytes:
        """By which the record of a file is kept."""
        return store.key("record", program.code(), name, hashlib.sha256(raw).hexdigest())

    def read(self, tree: Tree, name: str, report: Report) -> tuple[bytes | None, bytes]:
        """The bytes of a file, and the key by which its record is kept; while nobody changes it it is read once."""
        sign = tree.lasting_sign(name)
        if sign and name in self._read and self._read[name][0] == sign:
            report.files += 1
            return self._read[name][1:]
        raw = documents.read(tree.root, name, report)
        key = self.key(name, raw or b"")
        if sign and raw is not None:
            self._read[name] = sign, raw, key
        return raw, key

    def look_up(self, keys: Iterable[bytes]) -> None:
        """Have at hand what there is by these keys: asked for one by one it would take longer."""
        self._found = self.store.get_all(key for key in keys if key not in self._here) if self.store else {}

    def get(self, key: bytes, kind: type[R], name: str, raw: bytes) -> tuple[R, SoundDocument] | None:
        """The record of a sound file and the file, if it is known to be one and was looked up."""
        record, document = self._here.get(key, (None, None))
        if record is None and (kept := self._found.get(key)):
            try:
                record, document = self._here[key] = kind.model_validate_json(kept), SoundDocument(name, raw)
            except ValidationError:  # a value that JSON does not bring back
                return None
        return (record, document) if isinstance(record, kind) and document else None

    def keep(self, key: bytes, record: Record, document: Document, raw: bytes) -> Document:
        """Keep the record of a file in which every rule about it alone found nothing; gives the file from now on.

        What was read in it takes more memory than all else, and few ask for it again.
        """
        if EXCEPTIONS in document.data:
            return document
        self._here[key] = record, SoundDocument(document.path, raw)
        if self.store:
            self.store.put(key, record.model_dump_json(exclude_unset=True).encode())
        return SoundDocument(document.path, raw, new=True)
