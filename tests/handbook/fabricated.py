"""Small books made in code, for the tests of the engine."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image, PngImagePlugin

from generator.diagnostics import Diagnostic
from generator.handbook.book import Book, Bookmark, LateUnit, PageOf, Tab, Unit
from generator.handbook.layout.orders import Order
from generator.handbook.layout.pool import Pool
from generator.handbook.layout.renderer import UnitRenderer
from generator.handbook.making import BoundBook, bind
from generator.papers import Inks, Make, Paper

CSS = """
@page { margin: 25mm 22mm } @page full { margin: 0; background: #0a5c4b }
html { font: 10.5pt/18pt "Noto Serif CJK SC"; } h1 { font: bold 18pt "Noto Sans CJK SC"; break-before: page }
p { margin: 0; text-indent: 2em } a { color: inherit } .cover { page: full; height: 200mm }
table { width: 100%; table-layout: fixed }
"""
SENTENCE = "本项目汇聚水文、气象、遥感等多源数据，建立流域水位预测模型，提前 72 小时预警，准确率达到 94.2%。"


def case(number: int, extra: str = "", paragraphs: int = 20) -> Unit:
    """A case of about two pages with a table, a link to the first case, and a mark of its own."""
    name = f"case-{number}"
    body = "".join(f"<p>第{number}项第{line}段。{SENTENCE * 2}</p>" for line in range(paragraphs))
    head = "<thead><tr><th>序号</th><th>指标</th><th>数值</th></tr></thead>"
    table = f'<table>{head}<tr><td>1</td><th scope="row">预测 (12 0 R)</th><td>94</td></tr></table>'
    steps = "<ol><li>采集</li><li>建模<ul><li>预测</li></ul></li></ol>"
    data = f"<h2>数据</h2>{table}{steps}"
    link = '<p>参见<a href="#case-0--top">第一个案例<span>〔第1页〕</span></a>，或<a href="https://example.org/">网站</a>。</p>'
    return Unit(
        name,
        f'<article><h1 id="{name}--top">案例{number}的题目</h1>{body}{data}{link}{extra}</article>',
        headings=(Bookmark(2, f"案例{number}的题目", f"{name}--top"),),
        left_head="第一部分",
        right_head=f"案例{number}的题目",
        bare_opening=number == 0,
        demo=number == 1,
        recto=number in {0, 2},
        tab=Tab(1, 4, "#0055aa", "2") if number == 3 else None,
        source=f"content/case-{number}.md",
    )


def contents(cases: int) -> LateUnit:
    """A list of all cases with their pages."""

    def make(pages: dict[str, PageOf]) -> Unit:
        rows = ""
        for number in range(cases):
            anchor = f"case-{number}--top"
            folio = pages[anchor].folio if anchor in pages else "000"
            rows += f'<tr><td>案例{number}</td><td><a href="#{anchor}">{folio}</a></td></tr>'
        html = f'<h1 id="contents--top">目录</h1><table>{rows}</table>'
        heading = Bookmark(1, "目录", "contents--top")
        return Unit("contents", html, (heading,), numbering="roman", left_head="目录", right_head="目录")

    return LateUnit("contents", make)  # type: ignore[arg-type]


def book(cases: int = 4, make: Make = Make.SCREEN, **changes: object) -> Book:
    """A cover, contents and cases."""
    cover = Unit("cover", '<div class="cover"><p id="cover--top">典型案例集</p></div>', numbering="none", bare=True)
    cover = replace(cover, headings=(Bookmark(1, "封面", "cover--top"),))
    parts = (cover, contents(cases), *(case(number) for number in range(cases)))
    made = Book(
        "demo-2026-casebook", "典型案例集", "2026", "组委会", "zh-CN", "获奖案例", "2026-09-01", make,
        Paper.K16_LARGE, parts, CSS,
        cases={f"demo/2026/{number}": f"case-{number}--top" for number in range(cases)},
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def with_case(made: Book, unit: Unit) -> Book:
    """The book with one case replaced."""
    return replace(made, parts=tuple(unit if part.id == unit.id else part for part in made.parts))


BRAND = (0.9, 0.3, 0.1, 0.0)
NAMED = Inks(named=(("#0055aa", BRAND),))

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" role="img" width="300" height="120" viewBox="0 0 300 120">
<title>图</title><defs>
<linearGradient id="a"><stop offset="0" stop-color="#f20"/><stop offset="1" stop-color="#000080"/></linearGradient>
<linearGradient id="b"><stop offset="0" stop-color="#f20"/><stop offset="1" stop-opacity="0"/></linearGradient>
<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#0f0"/></pattern>
</defs>
<rect width="90" height="50" fill="url(#a)"/><rect x="100" width="90" height="50" fill="url(#b)"/>
<rect x="200" width="90" height="50" fill="url(#p)"/>
<g opacity=".5"><circle cx="50" cy="80" r="20" fill="#123456"/><text x="40" y="90" fill="#1d1d1f">组</text></g>
<path d="M0 110H300" stroke="#0055aa" stroke-width=".1"/><text x="100" y="90" fill="#b00020">红</text>
<text x="150" y="90" fill="#777">灰</text><text x="200" y="90" fill="#ffcc00">黄</text>
</svg>"""
COLOURS = """
html { font: 10.5pt/18pt "Noto Serif CJK SC"; color: #1d1d1f } h1 { color: #0055aa }
.w { background: #000; color: #fff }
"""


def coloured(root: Path) -> Book:
    """A print make with colours in every place that has any."""
    photo(root / "content/many.jpg", 300, 200)
    Image.new("RGBA", (60, 40), (10, 92, 75, 128)).save(root / "content/veil.png")
    pictures = "".join(f'<img src="file:content/{name}" alt="图" width="150">' for name in ("many.jpg", "veil.png"))
    html = f'<h1 id="u--top">题目</h1><p>正文<a href="#u--top">一</a></p><p class="w">白字</p>{DRAWING}{pictures}'
    return replace(book(0, Make.PRINT), parts=(Unit("u", html),), css=COLOURS, inks=NAMED)


class CountingPool(Pool):
    """Workers, and how many units they have laid out since somebody looked."""

    laid_out = 0

    def run(self, tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        self.laid_out += sum(isinstance(task, Order) for task in tasks)
        return super().run(tasks)


_pools: dict[Path, CountingPool] = {}


def pool(root: Path) -> CountingPool:
    """The workers of a folder, which all tests there share: to start one takes longer than to lay out a book."""
    return _pools.setdefault(root, CountingPool(root))


def close(root: Path) -> None:
    """End the workers of a folder."""
    _pools.pop(root).__exit__(None, None, None)


def build(root: Path, made: Book, expected: list[str] | None = None) -> tuple[BoundBook, int]:
    """Bind a book; gives what came of it, and how many of its units were laid out."""
    workers = pool(root)
    workers.laid_out = 0
    return bind(UnitRenderer(root, workers), made, expected), workers.laid_out


def lay_out(root: Path, *units: Unit, make: Make = Make.SCREEN, workers: Pool | None = None) -> list[Diagnostic]:
    """Lay out some units alone, as units of a book; gives what is said about them."""
    _, found = UnitRenderer(root, workers or pool(root)).render(book(1, make), units)
    return found


def photo(path: Path, width: int, height: int, form: str = "JPEG") -> None:
    """A photo that says where it was taken, in every way that its format has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.effect_noise((width, height), 40).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = "SECRET-PLACE"
    exif.get_ifd(0x8825)[1] = "N"
    told: dict[str, object] = {"exif": exif, "xmp": b"<x>SECRET-XMP</x>"}
    if form == "JPEG":
        told["comment"] = b"SECRET-COMMENT"
    if form == "PNG":
        told["pnginfo"] = PngImagePlugin.PngInfo()
        told["pnginfo"].add_text("Comment", "SECRET-TEXT")
    image.save(path, form, **told)
    with path.open("ab") as file:
        file.write(b"SECRET-TAIL")


def header(path: Path, width: int, height: int) -> None:
    """A PNG that claims to be of that size, and has nothing else."""
    path.parent.mkdir(parents=True, exist_ok=True)
    facts = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", facts), (b"IDAT", zlib.compress(b"\0" * 9)), (b"IEND", b""))
    written = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(written))
