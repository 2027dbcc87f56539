"""The papers and makes of printed books, as content, portals, commands and the print engine name them.

It stands outside the model because the engine's workers need it, and no records.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Make(StrEnum):
    """Screen: linked, tagged, small. Print: bleed, crop marks, original images, binding margins."""

    label: str
    note: str
    """What it is for, in a reader's words."""

    def __new__(cls, value: str, label: str = "", note: str = "") -> Self:
        """A make with its name."""
        made = str.__new__(cls, value)
        made._value_, made.label, made.note = value, label, note
        return made

    SCREEN = "screen", "屏幕阅读版", "带书签和链接，适合在手机和电脑上看"
    PRINT = "print", "付印版", "带出血和裁切线，交印刷厂用"


class Paper(StrEnum):
    """Trimmed papers."""

    label: str
    size: tuple[float, float]
    """Width and height in millimetres."""

    def __new__(cls, value: str, label: str = "", width: float = 0, height: float = 0) -> Self:
        """A paper with its name."""
        made = str.__new__(cls, value)
        made._value_, made.label, made.size = value, label, (width, height)
        return made

    A4 = "a4", "A4", 210.0, 297.0
    K16_LARGE = "210x285", "大16开", 210.0, 285.0
    K16 = "185x260", "16开", 185.0, 260.0
