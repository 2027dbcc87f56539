"""Digests of values in memory."""

from __future__ import annotations

import hashlib
import io
import pickle


def of(*things: object) -> str:
    """A digest of frozen values. Pickled, they are only hashed; "fast" writes the same for equal and for same parts."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written)
    pickler.fast = True
    pickler.dump(things)
    return hashlib.sha256(written.getvalue()).hexdigest()
