"""Lists that are written in every format that can hold them, and the noise of offices. All of it is fabricated.

A list is a text of `render.pieces_of`: a line is a paragraph, `|` begins a row of a table, a cell `^` is that above,
`<` that at its left.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter

from tests.intake.corpus.render import Pieces, pieces_of, write

_TRACKS = ("城市治理", "工业制造", "现代农业", "金融服务", "绿色低碳")
_PLACES = ("云川", "临河", "青岭", "安澜", "北塬", "南屏")
_MATTERS = ("雨洪", "窑炉", "稻田", "票据", "碳账", "管网", "轴承", "果园", "信贷", "绿电", "桥梁", "纺机", "茶山")
_DEEDS = ("分钟级预警", "多源数据融合与联动处置", "质量追溯", "一张图", "协同调度", "风险画像", "能耗寻优")
_FORMS = ("平台", "系统", "应用", "模型及其在县域的规模化应用")
_BODIES = ("数据集团有限公司", "大学", "水务局", "智能装备股份有限公司", "农业技术推广中心", "轴承厂", "特检院")
_LINE = "\u2028"
_SOLID = Side(style="thin")
_WIDE = {"项目名称": 28, "申报单位": 22, "牵头单位": 22, "联合单位": 24}
_NARROW = 10


def _row(place: int) -> tuple[str, str, str]:
    """Title, unit and track of a project."""
    title = f"{_PLACES[place % 6]}{_MATTERS[place % 13]}{_DEEDS[place % 7]}{_FORMS[place % 4]}"
    unit = f"{_PLACES[place * 5 % 6]}{('省', '市', '县', '')[place % 4]}{_BODIES[place * 3 % 7]}"
    return title, unit, _TRACKS[place % 5]


def _award(place: int) -> str:
    return "一等奖" if place < 20 else "二等奖" if place < 70 else "三等奖"


def _rows(first: int, last: int) -> str:
    return "\n".join(f"|{n}|{'|'.join(_row(n))}|{_award(n)}" for n in range(first, last))


_HEAD = "|序号|项目名称|申报单位|赛道|奖项"
_WRAPPED = """
云川分赛获奖名单
|序号|项目名称|申报单位|所属赛道|奖项|所在地区
|1|基于“云上一张网”的跨区域暴雨内涝多源数据汇聚与街道级积水风险分钟级预警及联动处置（一期）|云川省城市运行数据服务集团有限公司|城市治理|一等奖|云川市
|2|AI+工业互联网驱动的陶瓷窑炉温度场重建、能耗寻优与质量一致性控制|临河陶瓷股份有限公司|工业制造|一等奖|临河市
|3|面向5G-A与北斗三号的低空巡检数据空间|青岭无人机（集团）有限责任公司|城市治理|一等奖|青岭市
|4|稻田病虫害遥感识别与统防统治调度服务平台及其在丘陵山区的规模化应用|云川农业大学|现代农业|二等奖|云川市
|5|小微企业用电信用评价|云川农村商业银行股份有限公司|金融服务|二等奖|安澜县
|6|“双碳”目标下的园区碳账户、绿电溯源与绿证交易撮合服务|青岭经济开发区管理委员会|绿色低碳|二等奖|青岭市
|7|Data Space for Cold Chain 冷链数据空间|临河供应链金融服务有限公司|金融服务|三等奖|临河市
|8|轴承产线振动数据驱动的预测维护——从单机到机群|青岭轴承厂|工业制造|三等奖|青岭市
"""
_UNITS = """
|序号|项目名称|牵头单位|联合单位|赛道|奖项
|1|雨水一张图|云川水务有限公司|云川大学\\n临河市排水处|城市治理|一等奖
|2|窑炉热平衡|临河陶瓷股份有限公司|/|工业制造|一等奖
|3|反诈联防|云川银行股份有限公司|云川大学；北塬州公安局|金融服务|二等奖
|4|冷链果蔬溯源|安澜果业合作社|云川农业大学、临河市冷链物流行业协会、青岭市市场监督管理局|现代农业|二等奖
|5|园区碳账户|青岭经济开发区管理委员会|云川省计量科学研究院\\n青岭电力有限公司\\n云川绿色低碳产业联盟|绿色低碳|二等奖
|6|客流疏导|云川文旅有限公司|—|城市治理|三等奖
"""


def _merged() -> str:
    """Awards, and tracks within them, merged over more rows than a page has."""
    rows = ["|奖项|赛道|序号|项目名称|申报单位"]
    for place in range(45):
        title, unit, _ = _row(place)
        award = ("一等奖", "二等奖", "三等奖")[place // 15] if place % 15 == 0 else "^"
        track = _TRACKS[place // 5 % 5] if place % 5 == 0 else "^"
        rows.append(f"|{award}|{track}|{place + 1}|{title}|{unit}")
    return "\n".join(["2026年大赛获奖名单", *rows])


def _beside() -> str:
    rows = ["|序号|项目名称|申报单位|赛道|奖项" * 2]
    for place in range(12):
        right = place + 12
        second = f"|{right + 1}|{'|'.join(_row(right))}|二等奖" if right < 23 else "|" * 5
        rows.append(f"|{place + 1}|{'|'.join(_row(place))}|一等奖{second}")
    return "\n".join(rows)


def _headings() -> str:
    made, place = ["获奖名单"], 0
    for number, track in enumerate(_TRACKS[:3]):
        made.append(f"{'一二三'[number]}、{track}赛道")
        for award, count in (("一等奖", 1), ("二等奖", 3)):
            made += [f"{award}（{count}个）", "|序号|项目名称|申报单位"]
            for _ in range(count):
                title, unit, _ = _row(place := place + 1)
                made.append(f"|{place}|{title}|{unit}")
    return "\n".join(made)


def _bands() -> str:
    made, place = ["获奖名单", "|序号|项目名称|申报单位|赛道"], 0
    for award, count in (("一等奖", 4), ("二等奖", 12), ("三等奖", 24)):
        made.append(f"|{award}（{count}个）|<|<|<")
        made += [f"|{each}|{'|'.join(_row(each))}" for each in range(place + 1, place + count + 1)]
        place += count
    return "\n".join(made)


def _landscape() -> str:
    rows = ["|项目编号|项目名称|牵头单位|联合单位|赛道|赛题|所在地区|奖项|备注"]
    for place in range(24):
        title, unit, _ = _row(place)
        partner = f"{_row(place + 40)[1]}、{_row(place + 41)[1]}" if place % 3 else "无"
        topic = ("城市内涝预警", "地下管网安全")[place % 2]
        remark = "排名不分先后" if place == 4 else ""
        place_of = f"{_PLACES[place % 6]}市"
        rows.append(f"|YC-{place + 1:03}|{title}|{unit}|{partner}|城市治理|{topic}|{place_of}|{_award(place)}|{remark}")
    return "\n".join(rows)


def _notes() -> str:
    below = """
注：1.同一奖项内排名不分先后。
2.公示期间有异议的，请以书面形式反映。
联系电话：0000-8800001
云川省数据局
2026年9月1日
"""
    return f"附件1\n获奖项目名单\n（排名不分先后）\n{_HEAD}\n{_rows(1, 9)}\n|合计|<|8项|<|<{below}"


def _two_tables() -> str:
    first = f"{_HEAD}\n{_rows(1, 6)}"
    second = "\n".join(f"|{track}|{unit}|{title}|{n}" for n in range(6, 11) for title, unit, track in [_row(n)])
    third = "|序号|单位名称\n|1|云川省卫生健康委员会\n|2|临河市数据局"
    return f"一等奖\n{first.replace('|奖项', '').replace('|一等奖', '')}\n优胜奖\n|赛道|申报单位|作品名称|序号\n{second}\n优秀组织单位\n{third}"


LISTS: dict[str, str] = {
    "long": f"云川分赛获奖名单\n{_HEAD}\n{_rows(1, 201)}",
    "wrapped": _WRAPPED,
    "units": _UNITS,
    "merged": _merged(),
    "beside": _beside(),
    "headings": _headings(),
    "bands": _bands(),
    "landscape": _landscape(),
    "notes": _notes(),
    "two tables": _two_tables(),
}


def pieces(name: str) -> Pieces:
    """The pieces of a list, all rows of a table as long as its head."""
    made = pieces_of(LISTS[name])
    for rows in (piece[1] for piece in made if piece[0] == "table"):
        rows[:] = [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows]
    return made


def write_page(made: Pieces, path: Path) -> Path:
    """A web page, whose cells have lines of their own where those of the list have."""
    held = [
        (kind, [[cell and cell.replace("\n", _LINE) for cell in row] for row in what], *more)
        if kind == "table"
        else (kind, what, *more)
        for kind, what, *more in made
    ]
    write(held, path)
    path.write_text(path.read_text("utf-8").replace(_LINE, "<br>"), "utf-8")
    return path


def write_workbook(made: Pieces, path: Path) -> Path:
    """A sheet as offices lay it out: paragraphs over the whole width, tables with rules and wrapped cells."""
    book = openpyxl.Workbook()
    sheet, top = book.active, 0
    width = max((len(piece[1][0]) for piece in made if piece[0] == "table"), default=1)
    for piece in made:
        rows = piece[1] if piece[0] == "table" else [[piece[1], *["<"] * (width - 1)]]
        merged: dict[tuple[int, int], list[int]] = {}
        for y, row in enumerate(rows, top + 1):
            sheet.row_dimensions[y].height = 16 * _lines(row, rows[0]) if piece[0] == "table" else 16
            for x, cell in enumerate(row, 1):
                start = (y - 1, x) if cell is None else (y, x - 1)
                if cell in (None, "<"):
                    start = next(
                        (at for at, (b, r) in merged.items() if at[0] <= start[0] <= b and at[1] <= start[1] <= r),
                        start,
                    )
                    merged[start] = [y, x]
                else:
                    sheet.cell(y, x, int(cell) if cell.isascii() and cell.isdecimal() else cell or None)
                if piece[0] == "table":
                    sheet.cell(y, x).alignment = Alignment(wrap_text=True, vertical="center")
                    sheet.cell(y, x).border = Border(*[_SOLID] * 4)
        for (y, x), (bottom, right) in merged.items():
            sheet.merge_cells(start_row=y, start_column=x, end_row=bottom, end_column=right)
        top += len(rows)
        for x, cell in enumerate(rows[0] if piece[0] == "table" else (), 1):
            sheet.column_dimensions[get_column_letter(x)].width = _WIDE.get(str(cell), _NARROW)
    book.save(path)
    return path


def _lines(row: list[str | None], head: list[str | None]) -> int:
    """How many lines the fullest cell of a row takes."""
    wide = [_WIDE.get(str(title), _NARROW) // 2 - 1 for title in head]
    cells = zip(row, wide, strict=True)
    return max(sum(-(-len(line) // width) or 1 for line in (cell or "").split("\n")) for cell, width in cells)


def aligned(made: Pieces) -> str:
    """A text whose columns only blanks hold apart, as wide as a screen shows them."""
    lines: list[str] = []
    for piece in made:
        if piece[0] != "table":
            lines.append(piece[1])
            continue
        rows = [["" if cell in (None, "<") else cell.replace("\n", "、") for cell in row] for row in piece[1]]
        wide = [max(len(row[x].encode("gbk", "replace")) for row in rows) + 2 for x in range(len(rows[0]))]
        lines += [
            "".join(c + " " * (w - len(c.encode("gbk", "replace"))) for c, w in zip(row, wide, strict=True)).rstrip()
            for row in rows
        ]
    return "\n".join(lines) + "\n"


PLAIN = [
    ["1", "AI渣土车轨迹核验（二期）", "云川电信有限公司", "城市治理", "一等奖"],
    ["2", "雨水一张图", "水利厅", "城市治理", "一等奖"],
    ["3", "窑炉热平衡", "云川（临河）陶瓷有限公司", "工业制造", "二等奖"],
    ["4", "5G智慧园区", "青岭大学", "绿色低碳", "三等奖"],
]


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if char.isascii() and char.isalnum() else char for char in text)


_NUMERALS = {"digits": "123", "wide digits": "１２３", "capitals": "壹贰叁", "traditional capitals": "壹貳參"}

NOISE: dict[str, tuple[tuple[int, ...], Callable[[str], str]]] = {
    "full width": ((0, 1, 2, 3, 4), _wide),
    "spaced out": ((1, 2), lambda text: " ".join(text) if len(text) < 6 and not text.endswith("大学") else text),
    "wide blanks in a unit": ((2,), lambda text: "　".join(text) if len(text) < 4 else text),
    "lines within a title": ((1,), lambda text: f"{text[:4]}\r\n{text[4:]}"),
    "unbroken blanks": ((0, 1, 2, 3, 4), lambda text: f"\u00a0{text}\u00a0"),
    "unbroken blanks within": ((4,), "\u00a0".join),
    "narrow brackets": ((1, 2), lambda text: text.replace("（", "(").replace("）", ")")),
    "mixed brackets": ((1, 2), lambda text: text.replace("（", "(")),
    "full stops": ((1, 2, 3, 4), lambda text: f"{text}。"),
    "points": ((1,), lambda text: f"{text}."),
    "numbers with points": ((0,), lambda text: f"{text}."),
    "numbers in brackets": ((0,), lambda text: f"（{text}）"),
    "traditional awards": ((4,), lambda text: text.replace("奖", "獎")),
    "awards without their end": ((4,), lambda text: text[:2]),
    "quoted tracks": ((3,), lambda text: f"“{text}”"),
    "quoted tracks, called so": ((3,), lambda text: f"“云上数据×{text}”赛道"),
    "quoted titles": ((1,), lambda text: f"“{text}”"),
    **{
        f"awards in {name}": ((4,), lambda text, numerals=said: text.translate(str.maketrans("一二三", numerals)))
        for name, said in _NUMERALS.items()
    },
}
"""What offices do to the cells of some columns, and which these are."""


def noisy(name: str) -> Pieces:
    """The plain list with a noise."""
    columns, change = NOISE[name]
    rows = [[change(cell) if at in columns else cell for at, cell in enumerate(row)] for row in PLAIN]
    return [("table", [_HEAD.strip("|").split("|"), *rows])]
