"""The pictures of README, of the built site of the fabricated branch: `make pictures`, after `make site`."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, sync_playwright

from benchmarks import chromium

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs/pictures"
EDITION = ROOT / "site/demo/2026"
DESK, PHONE = (1280, 820), (390, 760)
LEAVES = (0, 12, 13, 14, 15)
"""Pages of the casebook, from 0: its cover, the first part, the first case."""

GROUND = "#eef1f1"
GAP = 40


def main() -> None:
    """Write them."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        pages = [_page(browser, "index.html", DESK), _page(browser, "cases/index.html", PHONE)]
        browser.close()
    _beside(pages, "portal")
    _beside(_leaves(EDITION / "downloads/casebook-screen.pdf"), "casebook")


def _page(browser: Browser, name: str, size: tuple[int, int]) -> Image.Image:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, device_scale_factor=2)
    page.goto((EDITION / name).as_uri())
    page.wait_for_load_state("networkidle")
    return _of_height(Image.open(io.BytesIO(page.screenshot())), DESK[1])


def _leaves(book: Path) -> list[Image.Image]:
    with pypdfium2.PdfDocument(book) as document:
        return [_of_height(document[at].render(scale=2).to_pil(), 480) for at in LEAVES]


def _of_height(picture: Image.Image, height: int) -> Image.Image:
    return picture.convert("RGB").resize((picture.width * height // picture.height, height), Image.Resampling.LANCZOS)


def _beside(pictures: list[Image.Image], name: str) -> None:
    """Side by side, each with a shadow."""
    width = sum(each.width + GAP for each in pictures) + GAP
    whole = Image.new("RGB", (width, pictures[0].height + 2 * GAP), GROUND)
    at = GAP
    for each in pictures:
        shadow = Image.new("L", whole.size, 0)
        shadow.paste(90, (at, GAP + 4, at + each.width, GAP + 4 + each.height))
        whole.paste("#203030", mask=shadow.filter(ImageFilter.GaussianBlur(12)))
        whole.paste(each, (at, GAP))
        at += each.width + GAP
    whole.save(PICTURES / f"{name}.webp", quality=80, method=6)


if __name__ == "__main__":
    main()
