"""A case with everything that makes books hard: python -m tests.handbook.nasty folder, to look at its pages."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PIL import Image, ImageDraw

from generator.handbook.printing import Choice, PrintResult, build_books
from generator.model import EditionId
from generator.papers import Make, Paper
from generator.project import load
from generator.site.facts import site

ROOT = Path(__file__).parents[2]
EDITION = "alpha/2026"
CASE = f"content/{EDITION}/cases/leaf-tally"
SIXTY = "六十个字的题目：" + "把每一棵树每一条河每一座桥每一辆车都放进同一本账里看清楚算明白用起来" * 2
SENTENCE = "巡查照片自动归档，系统按树种、树龄与土壤墒情推算补种的时间，准确率达到94.2%，比人工普查提前11天。"

SIZES = {
    "opening": (1800, 1200),
    "panorama": (4000, 700),
    "small": (300, 200),
    "icon": (48, 48),
    "upright-a": (1200, 1600),
    "upright-b": (1000, 1600),
    "tall": (600, 3000),
    **{f"row-{number}": (800, 500 + 100 * number) for number in range(4)},
    **{f"photo-{number:02}": (900, 600) if number % 7 else (600, 900) for number in range(30)},
}
MARKS = r"""1. 第一项
    - 里层
        1. 更里层，`code_name`，H<sub>2</sub>O

    第二段。

2. 第二项，𪚥、𠮷、䶮，བོད་ཡིག，شىنجاڭ

地址 https://data.example.gov.cn/api/v1/water_level?station=1024&day=2026-01-01&with=everything，公式 $E=mc^2$。

$$
\sum_{i=1}^n x_i \le \frac{a}{\sqrt{b}}
$$

> 巡查照片自动归档，系统按树种、树龄与土壤墒情推算补种的时间，准确率达到94.2%，比人工普查提前11天。
"""
CHARTS = """charts:
  - id: bars
    type: bar
    title: 名称很长的类别
    unit: 万棵
    categories: [一个长到竖着放不下的类别名称, 短名, 又一个长到竖着放不下的类别名称]
    series:
      - {name: 去年, values: [1234.5, -20, null]}
      - {name: 今年, values: [2234.5, 35.25, 7]}
    source: 台账
  - id: lines
    type: line
    title: 四条线与参照值
    categories: [%s]
    series:
%s    threshold: {value: 21, label: 警戒线}
    source: 台账
  - id: parts
    type: share
    title: 八份
    categories: [国槐, 银杏, 悬铃木, 白蜡, 栾树, 雪松, 油松, 其他]
    series:
      - {name: 占比, values: [31.5, 22, 14, 11, 9, 6, 4.5, 2]}
    source: 普查
  - id: change
    type: before-after
    title: 十二项前后对比
    unit: 天
    categories: [%s]
    series:
      - {name: 应用前, values: [%s]}
      - {name: 应用后, values: [%s]}
    source: 记录
"""


def write(contest: Path) -> None:
    """Put the case into a copy of the small contest."""
    folder = contest / CASE
    for number, (name, size) in enumerate(SIZES.items()):
        _landscape(number, *size).save(folder / f"{name}.jpg", quality=85)
    (folder / "cover.png").unlink()
    (folder / "index.md").write_text("\n".join(_text()), "utf-8")


def _landscape(seed: int, width: int, height: int) -> Image.Image:
    """Hills under a sky, with a frame that shows whether anything is cut off."""
    chance, image = random.Random(seed), Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", [image.point(lambda v, base=base: base + v // 4) for base in (120, 160, 190)])
    pen = ImageDraw.Draw(image)
    for layer in range(4):
        y, shade = 0.4 + 0.15 * layer, 150 - 32 * layer
        ridge = [(width * step / 12, height * (y + chance.uniform(-0.1, 0.1))) for step in range(13)]
        pen.polygon([(0, height), *ridge, (width, height)], fill=(shade // 2, shade, shade * 2 // 3))
    pen.rectangle((0, 0, width - 1, height - 1), outline="black", width=max(2, width // 200))
    return image


def _text() -> Iterator[str]:
    yield "---"
    yield f"title: {SIXTY[:60]}"
    yield "track: common-good\ntopic: 城市绿化\naward: 最佳实践奖\nunit: 青岭市园林中心"
    yield "summary: 给每棵行道树建一份数字档案。\nimages:"
    yield from (f"  - {{file: {name}.jpg, alt: 山坡, caption: {name}的图注}}" for name in SIZES)
    yield CHARTS % tuple(_figures())
    yield "publish_at: 2026-08-20\ndemo: true\n---\n## 项目概述"
    for name in ("panorama", "small", "icon", "tall"):
        yield f"{SENTENCE * 3}\n\n![]({name}.jpg)\n"
    yield f"{SENTENCE * 2}\n\n![](upright-a.jpg)\n\n![](upright-b.jpg)\n\n{SENTENCE * 4}\n\n![](#bars)\n\n{SENTENCE}\n"
    yield "\n".join(f"![](row-{number}.jpg)" for number in range(4))
    yield f"\n{SENTENCE}\n\n![](#lines)\n\n{SENTENCE * 2}\n"
    yield f"## 解决方案\n\n{SENTENCE}\n\n{_table(60, 12)}\n\n{SENTENCE * 3}\n\n{_table(60, 4)}\n\n![](#parts)\n"
    yield f"{SENTENCE * 5}\n\n{MARKS}\n### {SIXTY[:60]}\n\n![](#change)\n"
    yield f"## 应用成效\n\n{SENTENCE * 2}\n"
    yield from (f"![](photo-{number:02}.jpg)" for number in range(30))
    yield f"\n{SENTENCE * 8}\n"


def _figures() -> Iterator[str]:
    """Names and numbers of the charts."""
    yield ", ".join(f"{hour}时" for hour in range(24))
    rows = (", ".join(str(n * 5 + (7 * n * hour) % 11) for hour in range(24)) for n in range(1, 5))
    yield "".join(f"      - {{name: 第{number}号, values: [{row}]}}\n" for number, row in enumerate(rows, 1))
    yield ", ".join(f"第{number}项工作" for number in range(12))
    yield ", ".join(str(number * 3 % 17 + 2) for number in range(12))
    yield ", ".join(str(number % 5 + 0.5) for number in range(12))


def _table(rows: int, columns: int) -> str:
    head = "|".join(f"第{column}列" for column in range(columns))
    body = "\n".join("|".join(f"{row * column % 97}.{row % 10}" for column in range(columns)) for row in range(rows))
    return f"|{head}|\n|{'|'.join('---' for _ in range(columns))}|\n{body}"


def build(contest: Path, out: Path, makes: tuple[Make, ...] = tuple(Make), paper: Paper | None = None) -> PrintResult:
    """The collection of the contest with that case."""
    project = load(contest)
    assert project.catalog, project.report.to_text()
    shown = site(contest, project.catalog.public(date(2026, 12, 31)), "https://contest.example/")
    edition = shown.catalog.editions[EditionId(EDITION)]
    return build_books(contest, shown, [edition], out, choice=Choice(books=("casebook",), makes=makes, paper=paper))


def main() -> None:
    """Print it into a folder."""
    folder = Path(sys.argv[1])
    shutil.copytree(ROOT / "tests/fixtures/minimal", folder, dirs_exist_ok=True)
    if not (folder / "templates").exists():
        (folder / "templates").symlink_to(ROOT / "templates")
    write(folder)
    result = build(folder, folder / "out", (Make.SCREEN,))
    sys.stdout.writelines(f"{each}\n" for each in (*result.problems, *result.files))


if __name__ == "__main__":
    main()
