"""A finished file in the order in which a browser shows it, so that its first page is there before its last."""

from __future__ import annotations

from pathlib import Path

import pikepdf


def linearize(pdf: Path) -> None:
    """Write a file anew: the same objects in another order, and the same bytes whenever that is done."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as opened:
        opened.save(
            pdf,
            linearize=True,
            deterministic_id=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
