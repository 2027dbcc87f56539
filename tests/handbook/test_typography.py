"""The rules of Chinese composition, on real pages: every violation is counted, none is wanted."""

from __future__ import annotations

import random
import re
from html import unescape
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import weasyprint
from markupsafe import Markup

from generator.handbook.chinese import characters
from generator.handbook.chinese.spacing import prepare as prepared
from generator.handbook.engine import justify, weasyprint70
from generator.handbook.page.trim import POINTS
from generator.handbook.page.type_area import sheet
from generator.handbook.plan.maker import UnitMaker
from generator.papers import Make, Paper
from generator.site.facts import site
from generator.text import phrases
from tests import whole
from tests.handbook.books import ROOT, URL, catalog
from tests.handbook.scan import RULES, Result, scan

PIECES = (
    *(
        "数据",
        "水位",
        "预报",
        "乡镇卫生院",
        "把",
        "的",
        "在",
        "和",
        "不出域",
        "一家一家地",
        "联合训练",
        "随访记录",
        "𠮷",
        "䶮",
    ),
    *("2026年", "94.2%", "127分钟", "51条", "1460万立方米", "3.6米", "GDP", "5G", "CIM平台"),
    *("PM2.5", "5G-A", "0.9次", "第3名"),
    *(
        "“狼来了”",
        "<strong>先说结论</strong>",
        "《办法》",
        "（试行）",
        "“先统一‘口径’”",
        "“数据要素×”",
        "“7·19”洪水",
        "——也就是说——",
        "……",
        "9:00—17:00",
        "https://data.example.gov.cn/api/v1/water_level?station=1024&amp;day=2026-01-01",
        "<code>rainfall</code>",
        "H<sub>2</sub>O",
        "the “open data” plan, isn’t it",
    ),
)
LATIN = '<span class="latin">'
KEEP = ".keep { white-space: nowrap }"
STOPS = "，，，、；：。。。！？"


@pytest.fixture(scope="module", autouse=True)
def taught() -> None:
    justify.install()


def sentences(seed: int, count: int) -> str:
    """Text without sense, with everything that makes composition hard."""
    dice = random.Random(seed)
    parts = []
    for _ in range(count):
        parts += [dice.choice(PIECES) for _ in range(dice.randint(2, 9))]
        parts.append(dice.choice(STOPS))
    return "".join(parts) + "如此而已。"


def press(paper: Paper) -> UnitMaker:
    facts = site(ROOT, catalog(), URL)
    return UnitMaker(ROOT, facts, catalog().editions["demo/2026"], Make.SCREEN, sheet(paper, Make.SCREEN))


def pdf(html: str, css: str, target: Path) -> Path:
    page = f'<html lang="zh-CN"><body>{html}</body></html>'
    weasyprint.HTML(string=page).write_pdf(target, stylesheets=[weasyprint.CSS(string=css)])
    return target


def hard(seed: int, count: int) -> str:
    return f'<div class="prose">{"".join(f"<p>{sentences(seed + n, 2 + n % 7)}</p>" for n in range(count))}</div>'


@pytest.mark.parametrize("paper", Paper)
def test_hard_paragraphs_break_no_rule(paper: Paper, tmp_path: Path) -> None:
    maker = press(paper)
    html = prepared(hard(list(Paper).index(paper) * 10_000, 100))
    width, height = paper.size
    css = f"@page{{size:{width}mm {height}mm}}{maker.css()}"
    found = examined(pdf(html, css, tmp_path / f"{paper}.pdf"), paper)
    assert found.justified > found.pages * 15
    assert found.pages >= 8


def test_hundreds_of_pages_of_real_books_break_no_rule(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Books of the project, as readers get them."""
    site = whole.published(tmp_path_factory)
    books = [path for name in ("casebook", "guide") for path in site.glob(f"*/*/downloads/{name}-screen.pdf")]
    found = [examined(path, paper(path)) for path in books]
    pages = sum(each.pages for each in found)
    assert pages >= 200
    assert sum(each.justified for each in found) > pages * 3  # many are tables


def paper(book: Path) -> Paper:
    with pdfium.PdfDocument(book) as document:
        width, height = (round(side / POINTS) for side in document[0].get_size())
    return next(each for each in Paper if each.size == (width, height))


def examined(book: Path, paper: Paper) -> Result:
    """What was looked at in a book for the screen; nothing is found."""
    page = sheet(paper, Make.SCREEN)
    found = scan(book, page.side, page.side + page.measure)
    assert not found.found, found.report()
    return found


FULL = "数" * 40
"""A line of forty characters, as wide as the page that `laid` makes."""

VIOLATIONS = {
    "closing mark at line start": [[(0, FULL), (0, "，据此办理如下。")]],
    "joining mark at line start": [[(0, FULL), (0, "·据此办理如下。")]],
    "opening mark at line end": [[(0, "数" * 39 + "（"), (0, "据此）办理如下。")]],
    "broken dash or ellipsis": [[(0, "数" * 39 + "…"), (0, "…据此办理如下。")]],
    "adjacent marks not squeezed": [[(0, "依照《办法（试行）》，办理如下。")]],
    "no quarter em beside Latin": [[(0, "用GDP衡量的增长。")]],
    "number apart from unit": [[(0, "数" * 39 + "3"), (0, "家单位据此办理。")]],
    "not flush right": [[(0, "数" * 39), (0, "据此办理如下。")]],
    "widow": [[(2, "数" * 38), (0, FULL)], [(0, "据此办理如下。"), None, (2, "另起一段。")]],
    "orphan": [[(0, "据此办理如下。"), None, (2, "数" * 38)], [(0, FULL), (0, "据此办理如下。")]],
    "lonely last character": [[(0, FULL), (0, "如。")]],
    "beyond the measure": [[(0, "数" * 42)]],
    "torn apart": [[(0, f'<span style="letter-spacing:.4em">{"数" * 28}</span>'), (0, "据此办理如下。")]],
}
FLAWLESS = [[(2, "数" * 38), (0, FULL), (0, "据此办理，如下所述。"), None, (2, "另起一段，仅有一行。")]]


def laid(pages: list[list[tuple[int, str] | None]]) -> str:
    """Pages of lines that stand where they are told to, each so many characters in."""
    made = ""
    for page in pages:
        lines = (
            f'<p style="left:{line[0]}em;top:{18 * place}pt">{line[1]}</p>' for place, line in enumerate(page) if line
        )
        made += f'<div lang="en">{"".join(lines)}</div>'  # so that nobody mends the lines
    return made


def test_the_scan_finds_every_violation_and_none_in_flawless_pages(tmp_path: Path) -> None:
    css = """@page{size:500pt 300pt;margin:40pt} body{margin:0} div{position:relative;break-after:page;height:200pt}
        p{position:absolute;margin:0;white-space:pre;font:10.5pt/18pt "Noto Serif CJK SC"}"""
    assert set(VIOLATIONS) == set(RULES)
    for rule, pages in VIOLATIONS.items():
        found = scan(pdf(laid([*FLAWLESS, *pages]), css, tmp_path / "one.pdf"), 40, 460)
        assert found.found[rule], (rule, found.report())
        assert not any(example.startswith("p. 1:") for example in found.examples[rule])
    assert not scan(pdf(laid(FLAWLESS), css, tmp_path / "one.pdf"), 40, 460).found


def test_the_scan_sees_what_plain_weasyprint_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint70.Layout, "set_text", weasyprint70.plain_set_text)
    monkeypatch.setattr(weasyprint70.inline, "text_align", weasyprint70.plain_text_align)
    maker = press(Paper.A4)
    html = f'<div class="prose">{"".join(f"<p>{sentences(place, 5)}</p>" for place in range(120))}</div>'
    css = "@page{size:210mm 297mm}" + maker.css()
    found = scan(pdf(html, css, tmp_path / "plain.pdf"), maker.page.side, maker.page.side + maker.page.measure).found
    for rule in (
        "adjacent marks not squeezed",
        "no quarter em beside Latin",
        "not flush right",
        "number apart from unit",
    ):
        assert found[rule] > 10, found


def test_text_is_as_it_was_but_for_spaces(tmp_path: Path) -> None:
    source = sentences(7, 60)
    maker = press(Paper.K16)
    out = pdf(prepared(f'<div class="prose"><p>{source}</p></div>'), maker.css(), tmp_path / "text.pdf")
    document = pdfium.PdfDocument(out)
    read = "".join(page.get_textpage().get_text_range() for page in document)
    assert "".join(read.split()) == "".join(unescape(re.sub("<[^>]*>", "", source)).split())


def test_rare_characters_have_glyphs(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    pdf("<p>𠮷䶮㐂</p>", press(Paper.A4).css(), tmp_path / "rare.pdf")
    assert "notdef" not in caplog.text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("提前127分钟", "提前 127\u00a0分钟"),
        ("第3名", "第\u00a03\u00a0名"),
        ("用GDP衡量", "用 GDP 衡量"),
        ("达到94.2%以上", "达到 94.2% 以上"),
        ("数据赋能 乘数而上", "数据赋能 乘数而上"),
        ("完毕。 下一步", "完毕。下一步"),
        ("有<strong>127</strong>条", "有<strong> 127</strong>\u00a0条"),
        ("用<code>用GDP衡量</code>好，<code>a</code>", "用 <code>用GDP衡量</code> 好，<code>a</code>"),
        ("it’s the “Smart City” plan", "it^’$s the^ “$Smart City^”$ plan".replace("^", LATIN).replace("$", "</span>")),
        ("“数据×”大赛，“Data×”大赛", "“数据×”大赛，“Data×”大赛"),
        (
            "https://a.example/b_c?d=1&amp;e=2.",
            "https://<wbr>a.<wbr>example/<wbr>b_<wbr>c?<wbr>d=<wbr>1&amp;<wbr>e=<wbr>2.",
        ),
        ("3.14 a/b", "3.14 a/b"),
        ("<p>甲</p><p>A</p>", "<p>甲</p><p>A</p>"),
        ("“数据要素×”大赛", "“数据要素×”大赛"),
        ("三个问题\u2060——哪条沟", "三个问题——哪条沟"),
        ("<p>甲\u2060<sup>[1]</sup>。</p>", "<p>甲\u2060<sup>[1]</sup>。</p>"),
        ("A&amp;B公司", "A&amp;B 公司"),
        ('<a href="用A">用A</a>', '<a href="用A">用 A</a>'),
    ],
)
def test_spaces_between_han_and_latin(source: str, expected: str) -> None:
    assert prepared(source) == expected


def test_a_paragraph_keeps_its_last_two_characters_together() -> None:
    text = "这一段话足够长，所以不应当让最后一个字单独占去一整行的位置。"
    assert prepared(f"<p>{text}</p>").endswith('<span class="keep">位置。</span></p>')
    assert prepared("<td>纸质版寄送各省。</td>").endswith('<span class="keep">各省。</span></td>')
    assert prepared("<th>GetWaterLevelEvent</th>") == "<th>GetWaterLevelEvent</th>"  # wider than its column, perhaps


def test_a_long_word_may_end_a_line_after_any_mark_in_it() -> None:
    written = prepared('<p>{"Locale":null,"Station":null,"Total":1,234} 米</p>')
    assert '{"Locale":<wbr>null,<wbr>"Station":<wbr>null,<wbr>"Total":<wbr>1,234' in written
    assert prepared("<p>http://levels.example/ab</p>") == "<p>http://<wbr>levels.<wbr>example/<wbr>ab</p>"
    assert prepared("<td>合计三十项</td>") == "<td>合计三十项</td>"
    assert max(map(len, re.findall("W+", prepared(f"<p>{'W' * 80}</p>")))) <= 20, "what has no mark ran off the page"
    assert prepared("<p>Interdisciplinarities</p>") == "<p>Interdisciplinarities</p>"


@pytest.mark.parametrize("ems", [12, 15, 19])
def test_lines_of_listed_titles_end_between_phrases(ems: int, tmp_path: Path) -> None:
    said = "5G-A通感|基站|与中国移动|“梧桐”|大数据|融合的|低空|经济|（试点）|城市|治理|平台"
    title = prepared(f"<p>{Markup().join(map(phrases.kept, said.split('|')))}</p>")
    css = f"@page{{size:{ems * 12 + 80}pt 400pt;margin:40pt}} p{{font:12pt/18pt 'Noto Sans CJK SC'}}" + KEEP
    with pdfium.PdfDocument(pdf(title, css, tmp_path / "title.pdf")) as document:
        lines = re.sub("[ \u00a0]", "", document[0].get_textpage().get_text_range()).splitlines()
    ends = {len("".join(said.split("|")[:count])) for count in range(1, said.count("|") + 2)}
    assert len(lines) > 2
    assert {len("".join(lines[:count])) for count in range(1, len(lines) + 1)} <= ends


def test_marks_are_squeezed_beside_marks() -> None:
    assert characters.squeezed("（试行）》，“甲”。") == [3, 4, 5, 8]
    assert characters.squeezed("甲，乙。") == []


def test_marks_are_squeezed_across_tags() -> None:
    assert prepared("<b>甲。</b>（乙）") == '<b>甲<span class="half">。</span></b>（乙）'
    assert prepared("（<b>“甲”</b>") == '（<b><span class="half">“</span>甲”</b>'
