"""A web address as a QR code: inline SVG, black on the paper's white, with the quiet zone that readers need."""

from __future__ import annotations

import io
from functools import lru_cache

import segno
from markupsafe import Markup

QUIET = 4
"""Modules that stay white around a code (ISO/IEC 18004)."""


@lru_cache(maxsize=4096)
def svg(url: str, label: str) -> Markup:
    """The code with medium error correction; `label` says what it is to those who cannot see it."""
    code = segno.make(url, error="m", micro=False)
    out = io.BytesIO()
    code.save(
        out, kind="svg", xmldecl=False, svgns=True, border=QUIET, omitsize=True, svgclass=None, lineclass=None,
        title=label,
    )  # fmt: skip
    drawing = out.getvalue().decode().strip()
    return Markup(drawing.replace("<svg", '<svg class="qr" role="img"', 1))  # noqa: S704 - drawn by segno
