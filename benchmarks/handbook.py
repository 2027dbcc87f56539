"""How fast books are made: 100, 300 and 1,000 generated cases, cold, after one edit, and with nothing edited.

Side by side with one WeasyPrint document and with Typst (from PyPI, when it is installed), on the same text.
Processor time is user + system of all processes; memory is the peak of the sum over all processes.

    python -m benchmarks.handbook [--cases 100 300 1000] [--peers]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.handbook.book import Book, Bookmark, LateUnit, PageOf, Unit
from generator.papers import Make, Paper

SENTENCES = (
    "本项目汇聚水文、气象、遥感等多源数据，建立流域水位预测模型，提前 72 小时发布预警。",
    "平台打通生产、仓储与物流环节的数据，订单交付周期由 15 天缩短到 9 天。",
    "通过可信数据空间，各方在原始数据不出域的前提下完成联合建模与核验。",
    "基层医疗机构上传的影像经脱敏与标注后，支撑筛查模型的持续训练和评估。",
    "试点以来，累计服务企业 1,240 家，带动相关产业增收约 3.6 亿元。",
    "数据产品已在区域交易机构登记，形成可复制、可推广的运营机制。",
)
OUTLINE = ("项目概述", "解决方案", "应用成效", "价值创造和实现模式", "知识产权情况")
CSS = """
@page { margin: 27mm 22mm } p { margin: 0; text-indent: 2em; text-align: justify }
html { font: 10.5pt/18pt "Noto Serif CJK SC" } h1, h2 { font-family: "Noto Sans CJK SC"; font-weight: 700 }
h1 { font-size: 18pt; line-height: 27pt; break-before: page } h2 { font-size: 12pt; margin: 9pt 0 }
table { width: 100%; table-layout: fixed; border-collapse: collapse } td, th { border-bottom: .5pt solid #999 }
"""


def text(number: int, edited: bool = False) -> str:
    """The HTML of one case: about two pages."""
    chance = random.Random(number)
    parts = [f'<h1 id="case-{number}--top">第{number}号案例：数据要素应用{"（修订）" if edited else ""}</h1>']
    for title in OUTLINE:
        parts.append(f"<h2>{title}</h2>")
        parts += ["<p>" + "".join(chance.choices(SENTENCES, k=5)) + "</p>" for _ in range(2)]
    rows = "".join(f"<tr><td>指标{row}</td><td>{chance.randint(10, 99)}%</td></tr>" for row in range(4))
    return "".join([*parts, f"<table><tr><th>指标</th><th>数值</th></tr>{rows}</table>"])


def case(number: int, edited: bool = False) -> Unit:
    """One case as a unit."""
    name = f"case-{number}"
    heading = Bookmark(2, f"第{number}号案例", f"{name}--top")
    return Unit(name, text(number, edited), (heading,), left_head="典型案例集", right_head=f"第{number}号案例")


def book(cases: int, edited: bool = False) -> Book:
    """A book of cases with contents."""

    def contents(pages: Mapping[str, PageOf]) -> Unit:
        rows = []
        for number in range(cases):
            anchor = f"case-{number}--top"
            folio = pages[anchor].folio if anchor in pages else "000"
            rows.append(f'<tr><td>第{number}号案例</td><td><a href="#{anchor}">{folio}</a></td></tr>')
        html = f'<h1 id="contents--top">目录</h1><table>{"".join(rows)}</table>'
        return Unit("contents", html, (Bookmark(1, "目录", "contents--top"),), numbering="roman")

    units = [case(number, edited and number == cases // 2) for number in range(cases)]
    made = Book("bench", "典型案例集", "", "", "zh-CN", "", "2026-09-01", Make.SCREEN, Paper.A4, (), CSS)
    anchors = {f"bench/{number}": f"case-{number}--top" for number in range(cases)}
    return replace(made, parts=(LateUnit("contents", contents), *units), cases=anchors)


# The programs, each in a process of its own


def ours(cases: int, root: Path, edited: bool, make: Make = Make.SCREEN) -> dict[str, int]:
    """Our engine."""
    from generator.handbook.layout.pool import Pool  # noqa: PLC0415
    from generator.handbook.layout.renderer import UnitRenderer  # noqa: PLC0415
    from generator.handbook.making import bind  # noqa: PLC0415

    with Pool(root) as pool:
        bound = bind(UnitRenderer(root, pool), replace(book(cases, edited), make=make))
    assert bound.pdf, bound.problems
    return {"pages": bound.facts["pages"], "bytes": bound.facts["bytes"]}


def weasyprint(cases: int, root: Path, _edited: bool) -> dict[str, int]:
    """One WeasyPrint document."""
    import weasyprint as library  # noqa: PLC0415

    body = "".join(text(number) for number in range(cases))
    document = library.HTML(string=f'<html lang="zh-CN"><body>{body}').render(
        stylesheets=[library.CSS(string="@page { size: A4; @bottom-center { content: counter(page) } }" + CSS)]
    )
    document.write_pdf(root / "weasyprint.pdf", pdf_tags=True)
    return {"pages": len(document.pages), "bytes": (root / "weasyprint.pdf").stat().st_size}


def typst(cases: int, root: Path, _edited: bool) -> dict[str, int]:
    """Typst on the same words."""
    import pikepdf  # noqa: PLC0415
    import typst as library  # noqa: PLC0415

    lines = [
        '#set page(paper: "a4", margin: (x: 22mm, y: 27mm), numbering: "1")',
        '#set text(font: "Noto Serif CJK SC", size: 10.5pt, lang: "zh")',
        "#set par(justify: true, first-line-indent: 2em)\n#outline()",
    ]
    for number in range(cases):
        chance = random.Random(number)
        lines.append(f"#pagebreak()\n= 第{number}号案例：数据要素应用")
        for title in OUTLINE:
            lines.append(f"== {title}")
            lines += ["".join(chance.choices(SENTENCES, k=5)) + "\n" for _ in range(2)]
        cells = "".join(f"[指标{row}], [{chance.randint(10, 99)}%]," for row in range(4))
        lines.append(f"#table(columns: (1fr, 1fr), table.header([指标], [数值]), {cells})")
    (root / "book.typ").write_text("\n".join(lines), "utf-8")
    library.compile(str(root / "book.typ"), output=str(root / "typst.pdf"))
    with pikepdf.open(root / "typst.pdf") as pdf:
        return {"pages": len(pdf.pages), "bytes": (root / "typst.pdf").stat().st_size}


PROGRAMS: dict[str, Callable[[int, Path, bool], dict[str, int]]] = {
    "ours": ours,
    "print": partial(ours, make=Make.PRINT),
    "weasyprint": weasyprint,
    "typst": typst,
}

# Measuring


def measure(program: str, cases: int, root: Path, edited: bool = False) -> str:
    """Run a program by itself and say what it took."""
    command = [sys.executable, "-m", "benchmarks.handbook", "--run", program, str(cases), str(root), str(int(edited))]
    before, start = os.times(), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    peak = [0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    output, errors = process.communicate()
    watcher.join()
    if process.returncode:
        return f"failed: {errors.strip().splitlines()[-1] if errors.strip() else process.returncode}"
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    facts = json.loads(output.strip().splitlines()[-1])
    return (
        f"{cpu:7.1f} CPU s {time.monotonic() - start:7.1f} s {peak[0] / 1e6:6.0f} MB"
        f" {facts['pages']:6} pages {facts['bytes'] / 1e6:6.1f} MB file"
    )


def _watch(process: subprocess.Popen[str], peak: list[int]) -> None:
    """Keep the highest sum of what the process and all its children hold in memory alone (Linux)."""
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_held(each) for each in _family(process.pid)))
        time.sleep(0.05)


def _family(pid: int) -> list[int]:
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [member for child in task.read_text().split() for member in _family(int(child))]
        except OSError:
            continue
    return found


def _held(pid: int) -> int:
    """Resident bytes, with pages of files that several processes share counted in each."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--peers", action="store_true", help="also WeasyPrint alone and Typst")
    parser.add_argument("--run", nargs=4, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.run:
        program, cases, root, edited = chosen.run
        print(json.dumps(PROGRAMS[program](int(cases), Path(root), edited == "1")))
        return
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    for cases in chosen.cases:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            print(f"{cases:5} ours, cold        {measure('ours', cases, root)}", flush=True)
            print(f"{cases:5} ours, one edit    {measure('ours', cases, root, edited=True)}", flush=True)
            print(f"{cases:5} ours, no edit     {measure('ours', cases, root, edited=True)}", flush=True)
            print(f"{cases:5} print make, cold  {measure('print', cases, root)}", flush=True)
            for peer in ("weasyprint", "typst") if chosen.peers else ():
                print(f"{cases:5} {peer:17} {measure(peer, cases, root)}", flush=True)


if __name__ == "__main__":
    main()
