"""The papers and makes of all that is printed, as content, portals, commands and the print engine name them.

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


class Format(StrEnum):
    """Trimmed sizes."""

    label: str
    size: tuple[float, float]
    """Width and height in millimetres."""

    bleed: float
    """Millimetres of printed paper that are cut off."""

    ppi: int
    """Pixels an inch that a picture needs to look sharp from where the sheet is read."""

    def __new__(
        cls, value: str, label: str = "", width: float = 0, height: float = 0, bleed: float = 3, ppi: int = 300
    ) -> Self:
        """A format with its name."""
        made = str.__new__(cls, value)
        made._value_, made.label, made.size, made.bleed, made.ppi = value, label, (width, height), bleed, ppi
        return made


class Paper(Format):
    """The papers of books."""

    A4 = "a4", "A4", 210.0, 297.0
    K16_LARGE = "210x285", "大16开", 210.0, 285.0
    K16 = "185x260", "16开", 185.0, 260.0


class LooseSheet(Format):
    """Sheets to hand over or to hang up. Boards are read from two metres, where the eye parts 45 pixels an inch."""

    CERTIFICATE = "a4-landscape", "A4横向", 297, 210
    ROLL_UP = "80x180", "80厘米×180厘米", 800, 1800, 10, 45
    PANEL = "90x120", "90厘米×120厘米", 900, 1200, 10, 45
