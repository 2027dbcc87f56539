"""Digests of values in memory, the same in every process for equal values."""

from __future__ import annotations

import hashlib
import io
import pickle
from typing import Any

from pydantic import BaseModel

Known = dict[int, tuple[BaseModel, str]]
"""Records with their digests by where they are in memory: kept alive, so that no other comes to be there."""


def of(*things: object, known: Known | None = None) -> str:
    """A digest of frozen values in which records may stand; in `known` those of records are kept.

    Raises `TypeError`, `AttributeError` or `pickle.PicklingError` for what is no value, such as a lambda.
    """
    written = io.BytesIO()
    _Pickler(written, {} if known is None else known).dump(things)
    return hashlib.sha256(written.getvalue()).hexdigest()


def of_record(record: BaseModel, known: Known) -> str:
    """The digest of a record."""
    of_it = known.get(id(record))
    if of_it is None or of_it[0] is not record:  # what another process knew of its records, it may have sent along
        content = f"{type(record).__name__} {record.model_dump_json()}"
        of_it = known[id(record)] = record, hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    return of_it[1]


class _Pickler(pickle.Pickler):
    """Writes values to be hashed, never to be read; "fast" writes the same for equal and for same parts."""

    def __init__(self, file: io.BytesIO, known: Known) -> None:
        super().__init__(file)
        self.fast = True
        self._known = known

    def reducer_override(self, value: object) -> Any:
        """Records by their content: pickled, they tell in an order of chance which of their keys were written."""
        if not isinstance(value, BaseModel):
            return NotImplemented
        return _record, (of_record(value, self._known),)


def _record(digest: str) -> None:
    """Stands in a pickle for a record; nobody calls it."""
