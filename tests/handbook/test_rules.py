"""Every rule finds what it is about in a PDF that was damaged on purpose, and nothing in a good one.

Each way in which a rule can complain (each `yield` in it) has a damage of its own.
"""

from __future__ import annotations

import inspect
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from generator.handbook.verify import book_rules, pdf_ua, pdf_x
from generator.handbook.verify.finished import FinishedPdf
from generator.papers import Make

Damage = Callable[[FinishedPdf], object]


@contextmanager
def opened(path: Path) -> Iterator[FinishedPdf]:
    with pikepdf.open(path) as pdf:
        yield FinishedPdf(pdf)


# Ways to damage a PDF


def first(book: FinishedPdf, kind: str) -> Any:
    return next(node.object for node in book.nodes if node.kind == kind)


def page_with(book: FinishedPdf, key: str) -> Any:
    return next(page for _, page in book.pages if key in page)


def rename(kind: str, other: str) -> Damage:
    return lambda book: first(book, kind).__setitem__("/S", Name(other))


def without(part: str, key: str) -> Damage:
    """Take a key away from the catalog, or from one of its dictionaries."""
    return lambda book: (book.root[part] if part else book.root).__delitem__(key)


def on_page(operators: bytes) -> Damage:
    """Let the third page draw something else at its end."""
    return lambda book: list(book.pages)[2][1].Contents[-1].write(operators)


def link(book: FinishedPdf) -> Any:
    return page_with(book, "/Annots").Annots[0]


def headless(book: FinishedPdf) -> None:
    for node in list(book.nodes):
        if node.kind == "TH":
            node.object.S = Name.TD


def unicode_map(data: bytes) -> Damage:
    return lambda book: book.fonts[0].ToUnicode.write(data)


def as_truetype(book: FinishedPdf) -> None:
    book.fonts[0].DescendantFonts[0].Subtype = Name.CIDFontType2


def wrapped(kind: str, inner: str) -> Damage:
    """Let the first element of a kind hold all that it has in another."""

    def damage(book: FinishedPdf) -> None:
        outer = first(book, kind)
        held = Dictionary(Type=Name.StructElem, S=Name(inner), P=outer, K=outer.K)
        if "/Pg" in outer:
            held.Pg = outer.Pg
        outer.K = Array([book.pdf.make_indirect(held)])

    return damage


def alike(book: FinishedPdf) -> None:
    """Every case has two bookmarks, called as those of the others."""
    above = book.root.Outlines.First.Next.First
    while above is not None:
        second = book.pdf.make_indirect(Dictionary(Title=String("成效"), Dest=above.Dest))
        above.First = book.pdf.make_indirect(Dictionary(Title=String("概述"), Dest=above.Dest, Next=second))
        above = above.get("/Next")


def encrypted(book: FinishedPdf) -> None:
    data = io.BytesIO()
    book.pdf.save(data, encryption=pikepdf.Encryption(owner="secret"))
    book.pdf = pikepdf.open(data)


def metadata(book: FinishedPdf) -> None:
    book.root.Metadata.write(b"<dc:title/>")


def unembedded(book: FinishedPdf) -> None:
    descriptor = book.fonts[0].DescendantFonts[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def box(name: str, by: float) -> Damage:
    """Let a box of the second page reach further to the left."""

    def damage(book: FinishedPdf) -> None:
        page = list(book.pages)[1][1]
        page[name] = Array([float(page[name][0]) - by, *list(page[name])[1:]])

    return damage


def other_profile(book: FinishedPdf) -> None:
    book.root.OutputIntents[0].DestOutputProfile.N = 3


def other_info(book: FinishedPdf) -> None:
    del book.pdf.docinfo["/GTS_PDFXVersion"]


FONTS = {
    "fonts_are_embedded": [(unembedded, "没有嵌入")],
    "fonts_are_consistent": [
        (lambda book: book.fonts[0].__setitem__("/Encoding", Name.Other), "编码不一致"),
        (as_truetype, "没有字形对照"),
    ],
    "is_open": [(encrypted, "加了密")],
}

ACCESSIBILITY: dict[str, list[tuple[Damage, str]]] = {
    "is_marked": [(without("/MarkInfo", "/Marked"), "没有声明带有标签")],
    "has_structure": [(without("", "/StructTreeRoot"), "没有结构树")],
    "has_metadata": [
        (without("", "/Metadata"), "没有 XMP"),
        (lambda book: book.root.Metadata.write(b"<a>\x00</a>"), "不是完好的 XML"),
    ],
    "has_identifier": [(metadata, "没有 PDF/UA 标识")],
    "has_title": [(metadata, "没有书名")],
    "shows_title": [(without("", "/ViewerPreferences"), "没有要求阅读器显示书名")],
    "has_language": [(without("", "/Lang"), "没有声明文件的语言")],
    "bookmarks_have_language": [
        (lambda book: book.root.Outlines.First.__setitem__("/Title", String(" ")), "有空的书签")
    ],
    "bookmarks_are_told_apart": [(alike, "有 4 个书签，下面的书签都是“概述、成效”")],
    "maps_no_roles": [
        (lambda book: book.root.StructTreeRoot.__setitem__("/RoleMap", Dictionary()), "自定义的类型"),
        (rename("P", "/Absatz"), "非标准的类型 Absatz"),
    ],
    "has_no_scripts": [(lambda book: book.root.__setitem__("/OpenAction", Dictionary()), "/OpenAction")],
    "embeds_no_files": [(lambda book: book.root.__setitem__("/AF", Array()), "夹带了别的文件")],
    "all_content_is_marked": [
        (on_page(b"Q BT /F 1 Tf [<0001>] TJ ET"), "第 3 页有内容没有标签"),
        (on_page(b"Q /Artifact BMC /P <</MCID 0>> BDC EMC EMC"), "第 3 页的标签互相嵌套"),
    ],
    "marks_have_parents": [(lambda book: list(book.pages)[2][1].__setitem__("/StructParents", 9999), "第 3 页的内容")],
    "parents_hold_their_marks": [(lambda book: first(book, "P").__setitem__("/K", Array([400])), "与结构树不一致")],
    "tabs_follow_structure": [(lambda book: page_with(book, "/Annots").__delitem__("/Tabs"), "跳转顺序")],
    "stamps_are_artifacts": [(on_page(b"Q /Artifact <</Type /Pagination>> BDC EMC"), "没有标明类型")],
    "figures_have_text": [(rename("P", "/Figure"), "没有替代文字")],
    "headings_descend": [(rename("H2", "/H4"), "标题跳级：1 级之后是 4 级")],
    "elements_are_where_they_belong": [(rename("P", "/LI"), "LI 在")],
    "tables_and_lists_are_regular": [(lambda book: first(book, "Table").__setitem__("/K", Array([1])), "不该有")],
    "lines_hold_no_blocks": [(wrapped("P", "/P"), "的 P 里有 P")],
    "items_are_labelled": [(wrapped("LI", "/LI"), "不是一个编号和一段内容")],
    "tables_have_headers": [(headless, "表格没有表头")],
    "headers_have_scope": [(lambda book: first(book, "TH").A.__delitem__("/Scope"), "是行还是列")],
    "links_are_tagged": [(rename("Link", "/P"), "有没有标签的链接")],
    "links_have_parents": [(lambda book: link(book).__setitem__("/StructParent", 9999), "没有归属")],
    "links_have_text": [(lambda book: link(book).__delitem__("/Contents"), "没有说明的链接")],
    "fonts_have_text": [(unicode_map(b"<0041> <fffe>"), "不能还原成文字")],
    "no_glyph_is_missing": [(unicode_map(b"<0000> <0041>"), "缺字")],
    **FONTS,
}

PREPRESS: dict[str, list[tuple[Damage, str]]] = {
    "names_the_standard": [(metadata, "元数据没有注明"), (other_info, "文件信息没有注明")],
    "has_an_output_intent": [(without("", "/OutputIntents"), "没有印刷条件"), (other_profile, "不是四色印刷的")],
    "has_an_identifier": [(lambda book: book.pdf.trailer.__delitem__("/ID"), "没有标识")],
    "boxes_are_nested": [(box("/BleedBox", 1), "第 2 页的出血"), (box("/MediaBox", 1), "第 2 页没有放裁切线")],
    "has_no_annotations": [(lambda book: list(book.pages)[2][1].__setitem__("/Annots", Array()), "第 3 页有链接")],
    "colours_are_inks": [(on_page(b"Q 0.2 0.2 0.2 rg 0 0 9 9 re f"), "第 3 页有不是油墨的颜色（/DeviceRGB）")],
    "text_is_one_ink": [
        (on_page(b"Q BT 0 0 0 1 k [<0001>] TJ ET"), "第 3 页有黑字没有叠印"),
        (on_page(b"Q BT .8 .7 .6 .6 k [<0001>] TJ ET"), "第 3 页的字由几种油墨混成（C80%、M70%、Y60%、K60%）"),
        (on_page(b"Q BT 0 0 0 .8 k [<0001>] TJ ET"), "第 3 页有灰色的字（C0%、M0%、Y0%、K80%）"),
    ],
    "ink_is_limited": [(on_page(b"Q 1 1 1 .2 k 0 0 9 9 re f"), "第 3 页的油墨总量达到 320%，超过 300%")],
    "lines_are_wide_enough": [(on_page(b"Q .5 0 0 .5 0 0 cm .6 w 0 .5 0 0 K 0 0 9 9 re S"), "有过细的线（0.3 磅）")],
    "marks_are_on_every_plate": [(on_page(b"Q 0 0 0 1 K 0 0 m 9 9 l S"), "第 3 页没有四色的裁切线")],
    **FONTS,
}


# The rules of the standards


@pytest.mark.parametrize("rule", pdf_ua.RULES, ids=lambda rule: rule.__name__)
def test_a_good_book_keeps_every_rule(rule, screen):
    with opened(screen) as finished:
        assert list(rule(finished)) == []


@pytest.mark.parametrize("rule", pdf_x.RULES, ids=lambda rule: rule.__name__)
def test_a_good_print_make_keeps_every_rule(rule, printed):
    with opened(printed) as finished:
        assert list(rule(finished)) == []


@pytest.mark.parametrize("rule", pdf_ua.RULES, ids=lambda rule: rule.__name__)
def test_an_accessibility_rule_finds_every_damage(rule, screen):
    assert_found(rule, screen, ACCESSIBILITY[rule.__name__])


@pytest.mark.parametrize("rule", pdf_x.RULES, ids=lambda rule: rule.__name__)
def test_a_prepress_rule_finds_every_damage(rule, printed):
    assert_found(rule, printed, PREPRESS[rule.__name__])


def assert_found(rule: pdf_ua.Rule, path: Path, damages: list[tuple[Damage, str]]) -> None:
    assert len(damages) == complaints(rule), "each complaint has its damage"
    for damage, told in damages:
        with opened(path) as finished:
            damage(finished)
            found = list(rule(FinishedPdf(finished.pdf)))
            assert re.search(re.escape(told), "\n".join(found)), (found, told)


def complaints(rule: Callable[..., object]) -> int:
    return len(re.findall(r"^\s+yield ", inspect.getsource(rule), re.MULTILINE))


def test_rules_have_sources_and_damages():
    """33 rules of PDF/UA-1 and 13 of PDF/X-4, as docs/decisions/0006 says."""
    assert (len(pdf_ua.RULES), len(pdf_x.RULES)) == (33, 13)
    for rules, damages in ((pdf_ua.RULES, ACCESSIBILITY), (pdf_x.RULES, PREPRESS)):
        assert {rule.__name__ for rule in rules} == damages.keys()
        assert all(re.search("ISO|printer", rule.__doc__ or "") for rule in rules)


# The rules of the book


def last_page_torn_out(book, laid):
    del book.pdf.pages[-1]
    return laid


def other_label(book, laid):
    book.root.PageLabels.Nums[-1].St = 7
    return laid


def anchorless(book, laid):
    """A heading that stands nowhere."""
    unit = laid.units[-1]
    heading = replace(unit.headings[0], anchor="nowhere")
    return replace(laid, units=[*laid.units[:-1], replace(unit, headings=(heading,))])


def other_bookmark(book, laid):
    book.root.Outlines.First.Title = String("别的标题")
    return laid


def other_target(book, laid):
    last = replace(laid.fragments[-1], targets=["nowhere"])
    return replace(laid, fragments=[*laid.fragments[:-1], last])


def numbered_link(book):
    """A link of the contents, whose words are a page number."""
    links = (each for _, page in book.pages for each in page.get("/Annots", ()))
    return next(each for each in links if str(each.get("/Contents", "")).isdecimal())


def lost_destination(book, laid):
    numbered_link(book).Dest = String("nowhere")
    return laid


def other_number(book, laid):
    numbered_link(book).Contents = String("99")
    return laid


def skipped_level(book, laid):
    last = replace(laid.fragments[-1], headings=[4])
    return replace(laid, fragments=[*laid.fragments[:-1], last])


def case_without_page(book, laid):
    return replace(laid, book=replace(laid.book, cases={**laid.book.cases, "demo/2026/0": "nowhere"}))


def shared_anchor(book, laid):
    last = replace(laid.fragments[-1], anchors={**laid.fragments[-1].anchors, **laid.fragments[-2].anchors})
    return replace(laid, fragments=[*laid.fragments[:-1], last])


def cut_in_two(book, laid):
    """The first paragraph with two lines becomes two paragraphs."""
    node = next(node for node in book.nodes if node.kind == "P" and len(node.marks) > 1)
    rest = Dictionary(
        Type=Name.StructElem, S=Name.P, P=node.object.P, Pg=node.object.Pg, K=Array(list(node.object.K)[1:])
    )
    node.object.K = Array([node.object.K[0]])
    node.object.P.K.append(book.pdf.make_indirect(rest))
    return laid


def laid_out_in_pieces(_book, laid):
    """A case in two pieces, as WeasyPrint makes them."""
    last = replace(laid.fragments[-1], elements={**laid.fragments[-1].elements, "Art": 2})
    return replace(laid, fragments=[*laid.fragments[:-1], last])


def not_linearized(book, laid):
    data = io.BytesIO()
    book.pdf.save(data)
    book.pdf = pikepdf.open(data)
    return laid


def narrow_tab(book, laid):
    """The tab of the last case ends before the edge."""
    stream = book.pdf.pages[-1].Contents[-1]
    stream.write(re.sub(rb"(\S+) (\S+) (\S+) (\S+) re f", rb"200 \2 9 \4 re f", stream.read_bytes()))
    return laid


BOOK: dict[str, list[tuple[Callable[[FinishedPdf, Any], Any], str]]] = {
    "pages_are_all_there": [(last_page_torn_out, "页，应有")],
    "labels_are_folios": [(other_label, "书签栏显示")],
    "bookmarks_are_headings": [(anchorless, "在书中没有位置（nowhere）"), (other_bookmark, "书签与标题不一致")],
    "links_lead_somewhere": [(other_target, "链接没有目标：nowhere")],
    "printed_numbers_are_right": [(lost_destination, "的链接没有目标"), (other_number, "写着“99”，实际在第")],
    "headings_of_the_book_descend": [(skipped_level, "之后是 4 级")],
    "cases_are_all_there": [
        (case_without_page, "案例“demo/2026/0”不在书中"),
        (lambda _, laid: replace(laid, expected=["demo/2026/9"]), "案例“demo/2026/9”已经公开，书中却没有"),
        (lambda _, laid: replace(laid, expected=[]), "案例“demo/2026/1”还没有公开，书中却有"),
    ],
    "no_anchor_is_used_twice": [(shared_anchor, "用了同一个名称：case-2--top")],
    "nothing_is_cut": [(cut_in_two, "个 P，文件里有"), (laid_out_in_pieces, "写了 1 个 Art，排出 2 个")],
    "opens_at_its_first_page": [(not_linearized, "要全部下载才能打开")],
    "tabs_run_into_the_bleed": [(narrow_tab, "的书口标记没有到出血边")],
}


@pytest.mark.parametrize("make", list(Make))
def test_a_good_book_keeps_the_rules_of_the_book(make, laid):
    path, made = laid[make]
    assert book_rules.book(path, made) == []


@pytest.mark.parametrize("rule", book_rules.RULES, ids=lambda rule: rule.__name__)
def test_a_rule_of_the_book_finds_every_damage(rule, laid):
    path, made = laid[Make.SCREEN]
    assert len(BOOK[rule.__name__]) == complaints(rule)
    for damage, told in BOOK[rule.__name__]:
        with opened(path) as finished:
            damaged = damage(finished, made)
            found = list(rule(FinishedPdf(finished.pdf), damaged))
            assert told in "\n".join(found), (found, told)


def test_a_page_that_is_named_within_a_text_is_held_against_where_it_leads(laid):
    path, made = laid[Make.SCREEN]
    with opened(path) as finished:
        links = (each for _, page in finished.pages for each in page.get("/Annots", ()))
        named = next(each for each in links if "〔第" in str(each.get("/Contents", "")))
        assert not list(book_rules.printed_numbers_are_right(finished, made))
        named.Contents = String("第一个案例〔第 77 页〕")
        assert "写着“77”，实际在第 1 页" in "".join(book_rules.printed_numbers_are_right(finished, made))


def test_many_failures_are_counted(laid):
    path, made = laid[Make.SCREEN]
    found = book_rules.book(path, replace(made, expected=[f"demo/2026/{number}" for number in range(50)]))
    assert len(found) == book_rules.SHOWN + 1
    assert found[-1] == ("……另有 26 处", None)


@pytest.mark.parametrize(
    ("kind", "chosen", "found"),
    [("/H3", None, 0), ("/H3", {5, 8}, 0), ("/H4", {5, 8}, 0), ("/H4", {5, 6, 7, 8}, 1)],
)
def test_headings_of_some_pages_follow_those_that_are_not_examined(screen, kind, chosen, found):
    """In a book that is printed again only what is new is examined: of its headings those in between are not known."""
    with pikepdf.open(screen) as pdf:
        headings = {node.page: node.object for node in FinishedPdf(pdf).nodes if re.fullmatch("H[1-6]", node.kind)}
        places = FinishedPdf(pdf).places
        levels = {places[page]: str(heading.S) for page, heading in headings.items()}
        assert (levels[5], levels[6], levels[8]) == ("/H1", "/H2", "/H1")
        next(heading for page, heading in headings.items() if places[page] == 8).S = Name(kind)
        assert len(list(pdf_ua.headings_descend(FinishedPdf(pdf, chosen)))) == found
