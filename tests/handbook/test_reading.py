"""What a screen reader is told, as poppler reads it: every text once, in order, one element for what is one."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pikepdf
import pytest

from generator.handbook.book import Book, Bookmark, Unit
from generator.handbook.verify.finished import FinishedPdf
from generator.text import html_tree
from tests.handbook.books import ROOT, made, units
from tests.handbook.fabricated import SENTENCE, book, build, close

KINDS = dict.fromkeys(("p", "figcaption", "li", "dd"), "P") | {
    "dt": "Lbl",
    "th": "TH",
    "td": "TD",
    "blockquote": "BlockQuote",
}
KINDS |= {f"h{level}": "H" for level in range(1, 7)}
"""Elements of HTML that have text of their own, as a PDF calls them."""

INLINE = {"Link", "Span"}
HARD = f"""<article><h1 id="hard--top">难排的案例</h1>
<p aria-hidden="true">只给眼睛看</p>
<p>开头一段。{SENTENCE * 40}<a href="https://example.org/">{"一个很长很长的链接" * 12}</a>，到此为止。</p>
<section><h2>很长的列表</h2><ol>{
    "".join(
        f"<li><p>第{number}步。{SENTENCE}</p><p>再说一遍。</p><ul><li>甲{number}</li><li>乙{number}</li></ul></li>"
        for number in range(25)
    )
}</ol><ul><li>简短<ul><li>更短</li></ul></li><li>{SENTENCE * 30}</li></ul>
<dl><div><dt>数据</dt><dd>{SENTENCE}</dd></div><div><dt>模型</dt><dd><p>{
    SENTENCE
}</p><p>完。</p></dd></div></dl></section>
<section><h2>很长的表格</h2><table><thead><tr><th scope="col">序号</th><th scope="col">说明</th></tr></thead><tbody>{
    "".join(f'<tr><th scope="row">{number}号</th><td>{SENTENCE * (number % 7 + 1)}</td></tr>' for number in range(40))
}</tbody></table><blockquote><p>引文。{SENTENCE * 20}</p></blockquote><p lang="en">An English <b>paragraph</b>.</p>
<p>收尾<span lang="en">in English</span>。</p></section></article>"""


@dataclass
class Tag:
    """A structure element as `pdfinfo` shows it, with the texts of its lines."""

    kind: str
    texts: list[str] = field(default_factory=list)
    below: list[Tag] = field(default_factory=list)

    def walk(self) -> Iterator[Tag]:
        yield self
        for each in self.below:
            yield from each.walk()

    @property
    def text(self) -> str:
        return plain("".join(self.texts))


def plain(text: str) -> str:
    """A text without white space; one glyph of the font is the dot between names as well as that of lists."""
    return re.sub(r"\s", "", text).replace("•", "·")


def tags(pdf: Path) -> list[Tag]:
    """The elements at the top of a file."""
    command = ["pdfinfo", "-struct-text", "-"]
    shown = subprocess.run(command, input=_without_fonts(pdf), capture_output=True, check=True).stdout.decode()
    path = [Tag("")]
    for indent, text, kind in re.findall(r'^( *)(?:"(.*)"|([A-Z]\w*).*)$', shown, re.MULTILINE):
        del path[len(indent) // 2 + 1 :]
        if kind in {"", "Object"}:
            path[-1].texts.append(text)
        elif kind in INLINE:
            path.append(path[-1])
        else:
            path.append(Tag(kind))
            path[-2].below.append(path[-1])
    (document,) = path[0].below
    return document.below


def _without_fonts(pdf: Path) -> bytes:
    """The file without the shapes of its letters, which poppler would load anew for each element."""
    made = io.BytesIO()
    with pikepdf.open(pdf) as opened:
        for each in opened.objects:
            for name in ("/FontFile2", "/FontFile3"):
                if isinstance(each, pikepdf.Dictionary) and name in each:
                    del each[name]
        opened.save(made)
    return made.getvalue()


def read(top: Tag) -> list[tuple[str, str]]:
    """What has text of its own, in reading order, without the marks of lists."""
    told = (each for each in top.walk() if each.text and each.kind != "Figure")  # the letters of a drawing
    found = [("P" if each.kind == "LBody" else each.kind.rstrip("123456"), each.text) for each in told]
    return [each for each in found if each[0] != "Lbl" or not re.fullmatch(r"\W|\d+\.", each[1])]


def written(unit: Unit) -> list[tuple[str, str]]:
    """The same of a unit's HTML."""
    elements = (
        each for each in html_tree.read(unit.html).iter() if each.tag in KINDS and "aria-hidden" not in each.attrib
    )
    return [(KINDS[each.tag], text) for each in elements if (text := plain(own_text(each)))]


def own_text(element: Element) -> str:
    """The text of an element without that of others in it that have their own, and of drawings."""
    parts = [element.text or ""]
    for child in element:
        parts += ["" if child.tag in {*KINDS, "svg", "ul", "ol"} else own_text(child), child.tail or ""]
    return "".join(parts)


def bookish(unit: Unit) -> Book:
    """A book of one unit."""
    return replace(book(0), parts=(unit,), cases={})


@pytest.fixture(scope="module")
def hard(press: Path) -> tuple[Unit, Tag]:
    """A case with everything that runs over pages, and what is read of it."""
    unit = Unit("hard", HARD, (Bookmark(1, "难排的案例", "hard--top"),))
    bound, _ = build(press, bookish(unit))
    assert bound.pdf, bound.problems
    assert bound.facts["pages"] > 8
    subprocess.run(["qpdf", "--check", bound.pdf], capture_output=True, check=True)  # warnings end it with 3
    (top,) = tags(bound.pdf)
    return unit, top


def test_what_runs_over_pages_is_one(hard: tuple[Unit, Tag]) -> None:
    unit, top = hard
    assert read(top) == written(unit)
    kinds = Counter(each.kind for each in top.walk())
    assert (kinds["Art"], kinds["Sect"], kinds["L"], kinds["Table"], kinds["THead"]) == (1, 2, 29, 1, 1)


def test_items_of_lists_have_a_mark_and_a_body(hard: tuple[Unit, Tag]) -> None:
    items = [[kid.kind for kid in each.below] for each in hard[1].walk() if each.kind == "LI"]
    assert len(items) == 25 * 3 + 3 + 2
    assert all(kids == ["Lbl", "LBody"] for kids in items)
    assert all(kid.kind == "LI" for each in hard[1].walk() if each.kind == "L" for kid in each.below)


def test_passages_in_another_language_say_so(hard: tuple[Unit, Tag], press: Path) -> None:
    bound, _ = build(press, bookish(hard[0]))
    with pikepdf.open(bound.pdf) as pdf:
        told = [(node.kind, str(node.object.Lang)) for node in FinishedPdf(pdf).nodes if "/Lang" in node.object]
    assert told == [("P", "en"), ("Span", "en")]


READ = (
    *("river-level-forecast", "orchard-frost-insurance", "low-altitude-wind-field"),
    *("waterlogging-joint-dispatch", "dialect-speech-corpus"),
)
"""Cases of each rank, with charts, rare characters and links between them; not all: poppler reads a page anew for each
element."""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[list[Unit], list[Tag]]]:
    """Some cases of the demo, and what is read of them."""
    root = tmp_path_factory.mktemp("cases")
    shutil.copytree(ROOT / "content" / "demo" / "2026" / "cases", root / "content" / "demo" / "2026" / "cases")
    demo: Book = made("demo/2026")["casebook"]
    parts = [part for part in demo.parts if part.id.removeprefix("case-").removesuffix("-text") in READ]
    within = {case: anchor for case, anchor in demo.cases.items() if case.rpartition("/")[2] in READ}
    bound, _ = build(root, replace(demo, parts=(Unit("title", "<h1>案例</h1>"), *parts), cases=within))
    assert bound.pdf, bound.problems
    ids = {part.id for part in parts}
    assert len(ids) == len(READ) + 2
    yield [unit for unit in units(demo) if unit.id in ids], tags(bound.pdf)[1:]
    close(root)


def test_each_case_is_one_element_and_reads_as_it_was_written(cases: tuple[list[Unit], list[Tag]]) -> None:
    """The page before a case is a section of its own. Pages that are named come from another count here."""
    made_units, top = cases
    led = {unit.id.removesuffix("-text") for unit in made_units if unit.id.endswith("-text")}
    assert [each.kind for each in top] == ["Sect" if unit.id in led else "Art" for unit in made_units]
    for unit, art in zip(made_units, top, strict=True):
        assert unfolioed(read(art)) == unfolioed(written(unit)), unit.id


def unfolioed(told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(kind, re.sub(r"〔第\s*\d+\s*页〕", "〔第页〕", words)) for kind, words in told]
