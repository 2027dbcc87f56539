"""The plates of a PDF as Ghostscript separates them: a witness that knows nothing of this project."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

PPI = 72
NAMES = ("Cyan", "Magenta", "Yellow", "Black")

Plates = tuple[Image.Image, ...]
"""A page's four plates, whiter where there is less ink."""


def separated(pdf: Path, box: str = "BleedBox") -> Iterator[Plates]:
    """Every page of a PDF, cut to one of its boxes."""
    with pikepdf.open(pdf) as opened:
        for page, plates in zip(opened.pages, _plates(pdf, pdf.stat().st_mtime_ns), strict=True):
            media, cut = page.MediaBox, page.obj[f"/{box}"]
            sides = (cut[0] - media[0], media[3] - cut[3], cut[2] - media[0], media[3] - cut[1])
            edges = [round(float(side) * PPI / 72) for side in sides]
            # A pixel at the edge belongs half to what is outside.
            inner = (edges[0] + 1, edges[1] + 1, edges[2] - 1, edges[3] - 1)
            yield tuple(plate.crop(inner) for plate in plates)


@lru_cache(maxsize=1)  # tests of the same file follow one another
def _plates(pdf: Path, _changed: int) -> list[Plates]:
    if not shutil.which("gs"):
        pytest.skip("Ghostscript is not installed; scripts/setup.sh test installs it")
    with tempfile.TemporaryDirectory() as folder:
        command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{PPI}"]
        subprocess.run([*command, "-o", f"{folder}/%d.tif", pdf], check=True, capture_output=True)
        pages = len(list(Path(folder).glob("*(Black).tif")))
        return [
            tuple(Image.open(f"{folder}/{page}({name}).tif").convert("L") for name in NAMES)
            for page in range(1, pages + 1)
        ]


def ink(plate: Image.Image) -> tuple[float, float]:
    """The least and the most of a plate, from 0 to 1."""
    least, most = plate.getextrema()
    return 1 - most / 255, 1 - least / 255  # type: ignore[operator]


def total(plates: Plates) -> float:
    """The most ink that lies upon one place."""
    cyan, magenta, yellow, black = (ImageChops.invert(plate) for plate in plates)
    halves = ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2)
    return ImageChops.add(*halves, 2).getextrema()[1] * 4 / 255  # type: ignore[operator]
