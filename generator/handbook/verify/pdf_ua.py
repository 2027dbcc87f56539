"""PDF/UA-1 rules that a machine can check, after the Matterhorn Protocol 1.1 (numbers in the docstrings).

They do not prove that a book is accessible: reading order, good alternative texts and contrast need people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

from generator.handbook.verify.finished import FinishedPdf, Node

Rule = Callable[[FinishedPdf], Iterator[str]]

_STANDARD = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD
THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form
"""
STANDARD = frozenset(_STANDARD.split())
HOLDS = {
    "TOC": {"TOCI", "TOC", "Caption"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
}
_PARTS = "TR TH TD THead TBody TFoot LI TOCI LBody".split()
INSIDE = {kind: {outer for outer, held in HOLDS.items() if kind in held} for kind in _PARTS}
INSIDE["Lbl"] = {"LI", "Note", "P"}
LINES = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Link"}
BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Art", "Sect", "Div", "BlockQuote", "L", "LI", "Table", "TOC"}


# The document


def is_marked(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.1 (Matterhorn 01-007): MarkInfo says that the file is tagged, and suspects nothing."""
    info = book.root.get("/MarkInfo", {})
    if not info.get("/Marked") or info.get("/Suspects"):
        yield "文件没有声明带有标签（MarkInfo）"


def has_structure(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.1 (Matterhorn 01-005): there is a structure tree with content and a parent tree."""
    tree = book.root.get("/StructTreeRoot")
    if tree is None or "/ParentTree" not in tree or not len(tree.K[0].K):
        yield "文件没有结构树"


def has_metadata(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.1 (Matterhorn 06-001): the catalog has an XMP metadata stream, which is sound XML."""
    if "/Metadata" not in book.root:
        yield "文件没有 XMP 元数据"
        return
    try:
        ElementTree.fromstring(_xmp(book))  # noqa: S314 - of our own writing
    except ElementTree.ParseError:
        yield "文件的 XMP 元数据不是完好的 XML"


def has_identifier(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 5 (Matterhorn 06-002): the metadata names the standard and its part."""
    if b"<pdfuaid:part>1</pdfuaid:part>" not in _xmp(book):
        yield "元数据中没有 PDF/UA 标识"


def has_title(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.1 (Matterhorn 06-003): the metadata has a title."""
    if not re.search(rb"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", _xmp(book), re.DOTALL):
        yield "元数据中没有书名"


def shows_title(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.1 (Matterhorn 07-001, 07-002): viewers show the title instead of the file's name."""
    if not book.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "没有要求阅读器显示书名"


def has_language(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.2 (Matterhorn 11-006): the document's natural language is known."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(book.root.get("/Lang", ""))):
        yield "没有声明文件的语言"


def bookmarks_have_language(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.2 (Matterhorn 11-002): bookmarks are covered by the document's language; none is empty."""
    for _, title, _ in book.bookmarks():
        if not title.strip():
            yield "有空的书签"


def bookmarks_are_told_apart(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.17: bookmarks show the way; where those below three others are all alike they show none."""
    path: list[str] = []
    below: dict[tuple[str, ...], list[str]] = {}
    for level, title, _ in book.bookmarks():
        path[level - 1 :] = [title]
        below.setdefault(tuple(path), [])
        if level > 1:
            below[tuple(path[:-1])].append(title)
    for titles, count in Counter(tuple(titles) for titles in below.values() if len(titles) > 1).items():
        if count > 2:
            yield f"有 {count} 个书签，下面的书签都是“{'、'.join(titles)}”"


def maps_no_roles(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.1 (Matterhorn 02-001 to 02-004): only standard types, so that nothing is mapped or remapped."""
    if "/RoleMap" in book.root.get("/StructTreeRoot", {}):
        yield "结构树中有自定义的类型"
    for kind in sorted({node.kind for node in book.nodes} - STANDARD):
        yield f"结构树中有非标准的类型 {kind}"


def has_no_scripts(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.17 to 7.20 (Matterhorn 20, 25, 29): no scripts, forms, layers or actions of its own."""
    for key in ("/AcroForm", "/OCProperties", "/OpenAction", "/AA"):
        if key in book.root:
            yield f"文件中有 {key}"


def is_open(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.16 (Matterhorn 26-001): not encrypted, so that assistive programs can read it."""
    if book.pdf.is_encrypted:
        yield "文件加了密"


def embeds_no_files(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.11 (Matterhorn 21-001): no embedded files."""
    if "/EmbeddedFiles" in book.root.get("/Names", {}) or "/AF" in book.root:
        yield "文件中夹带了别的文件"


# Pages and their content


def all_content_is_marked(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.1 (Matterhorn 01-003 to 01-005): everything painted is tagged or an artifact, never both."""
    for index, page in book.pages:
        depth = 0
        for found in book.operators(page):
            if found["end"]:
                depth -= 1
            elif found["paint"]:
                if depth < 1:
                    yield f"第 {index + 1} 页有内容没有标签（{found['paint'].decode()}）"
                    break
            else:
                depth += 1
                if depth > 1:
                    yield f"第 {index + 1} 页的标签互相嵌套"
                    break


def marks_have_parents(book: FinishedPdf) -> Iterator[str]:
    """ISO 32000-1, 14.7.4.4: the parent tree leads from all marked content to the element that holds it."""
    for index, page in book.pages:
        parents = book.parent_tree.get(int(page.get("/StructParents", -1)))
        marks = [int(found["mark"]) for found in book.operators(page) if found["mark"]]
        if parents is None or any(mark >= len(parents) or parents[mark] is None for mark in marks):
            yield f"第 {index + 1} 页的内容在结构树中没有归属"


def parents_hold_their_marks(book: FinishedPdf) -> Iterator[str]:
    """ISO 32000-1, 14.7.4.4: an element's content and its page's entry in the parent tree agree."""
    for node in book.nodes:
        for page, mark in node.marks:
            parents = book.parent_tree.get(book.places[page], ())
            if mark >= len(parents) or parents[mark] is None or parents[mark].objgen != node.object.objgen:
                yield f"第 {book.places[page] + 1} 页的标签与结构树不一致"
                return


def tabs_follow_structure(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.18.3 (Matterhorn 28-009): on pages with annotations the Tab key follows the structure."""
    for index, page in book.pages:
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"第 {index + 1} 页的跳转顺序没有按结构"


def stamps_are_artifacts(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.8 (Matterhorn 18-001 to 18-003): running heads and folios say that they are pagination."""
    for index, page in book.pages:
        for found in book.operators(page):
            if found["artifact"] and b"/Pagination" in found["artifact"] and b"/Subtype" not in found["artifact"]:
                yield f"第 {index + 1} 页的页眉或页码没有标明类型"


# Elements


def figures_have_text(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.3 (Matterhorn 13-004): every figure has an alternative text."""
    for node in book.nodes:
        if node.kind in {"Figure", "Formula"} and not _words(node.object):
            yield f"第 {_page(book, node)} 页的图片没有替代文字"


def headings_descend(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.4 (Matterhorn 14-002, 14-003, 14-006): headings begin with H1 and skip no level downwards.

    What stands on pages that are not examined is not known: there a heading of any level may be.
    """
    level, before = 0, 0
    for node in book.nodes:
        if re.fullmatch(r"H[1-6]", node.kind):
            own, page = int(node.kind[1]), _page(book, node)
            known = all(book.is_chosen(index) for index in range(max(0, before - 1), page))
            if known and own > level + 1:
                yield f"第 {page} 页的标题跳级：{level} 级之后是 {own} 级"
            level, before = own, page


def elements_are_where_they_belong(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.2 (Matterhorn 09-004 to 09-008): parts of tables and lists only inside tables and lists."""
    for node in book.nodes:
        if node.kind in INSIDE and node.parent not in INSIDE[node.kind]:
            yield f"第 {_page(book, node)} 页的 {node.kind} 在 {node.parent} 之中"


def tables_and_lists_are_regular(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.2, 7.5, 7.6 (Matterhorn 09-004, 09-005): tables and lists hold nothing but their parts."""
    for node in book.nodes:
        if node.kind in HOLDS and (node.marks or any(kid.kind not in HOLDS[node.kind] for kid in node.kids)):
            yield f"第 {_page(book, node)} 页的 {node.kind} 里有不该有的内容"


def lines_hold_no_blocks(book: FinishedPdf) -> Iterator[str]:
    """ISO 32000-1, 14.8.4.3: headings, paragraphs and labels hold text, neither each other nor lists and tables."""
    for node in book.nodes:
        if node.kind in LINES and (held := next((each.kind for each in _below(node) if each.kind in BLOCKS), None)):
            yield f"第 {_page(book, node)} 页的 {node.kind} 里有 {held}"


def items_are_labelled(book: FinishedPdf) -> Iterator[str]:
    """ISO 32000-1, 14.8.4.3.3: the item of a list is its label, if it has one, and then one body."""
    for node in book.nodes:
        if node.kind == "LI" and not re.fullmatch("(Lbl )*(LBody )?", "".join(f"{kid.kind} " for kid in node.kids)):
            yield f"第 {_page(book, node)} 页的列表项不是一个编号和一段内容"


def tables_have_headers(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.5 (Matterhorn 15-003): every table has header cells."""
    for node in book.nodes:
        if node.kind == "Table" and not any(each.kind == "TH" for each in _below(node)):
            yield f"第 {_page(book, node)} 页的表格没有表头"


def headers_have_scope(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.5 (Matterhorn 15-003): every header cell says what it is the header of."""
    for node in book.nodes:
        if node.kind == "TH" and "/Scope" not in node.object.get("/A", {}):
            yield f"第 {_page(book, node)} 页的表头没有说明是行还是列"


# Links


def links_are_tagged(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.18.1, 7.18.5 (Matterhorn 28-002, 28-011): every link is inside a Link element."""
    held = {each.objgen for node in book.nodes if node.kind == "Link" for each in node.annotations}
    for index, page in book.pages:
        for annotation in page.get("/Annots", ()):
            if annotation.Subtype != "/Link" or annotation.objgen not in held:
                yield f"第 {index + 1} 页有没有标签的链接"


def links_have_parents(book: FinishedPdf) -> Iterator[str]:
    """ISO 32000-1, 14.7.4.4: the parent tree leads from every link to its element."""
    for index, page in book.pages:
        for annotation in page.get("/Annots", ()):
            parent = book.parent_tree.get(int(annotation.get("/StructParent", -1)))
            if parent is None or parent.get("/S") != "/Link":
                yield f"第 {index + 1} 页的链接在结构树中没有归属"


def links_have_text(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.18.5 (Matterhorn 28-012): every link says in words where it leads."""
    for index, page in book.pages:
        for annotation in page.get("/Annots", ()):
            if not str(annotation.get("/Contents", "")).strip():
                yield f"第 {index + 1} 页有没有说明的链接"


# Fonts


def fonts_are_embedded(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.21.4.1 (Matterhorn 31-009): every font's program is in the file."""
    for font in book.fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        if "/FontFile2" not in descriptor and "/FontFile3" not in descriptor:
            yield f"字体 {font.BaseFont} 没有嵌入"


def fonts_have_text(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.21.7 (Matterhorn 31-027 to 31-029): glyphs map to text, and to no character that is none."""
    for font in book.fonts:
        table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
        if not table or re.search(rb"<[0-9a-f]{4}> <(0000|feff|fffe)>", table):
            yield f"字体 {font.BaseFont} 的字形不能还原成文字"


def fonts_are_consistent(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.21.3 (Matterhorn 31-001 to 31-008): identity encoding, and glyph numbers that say so."""
    for font in book.fonts:
        below = font.DescendantFonts[0]
        if font.Encoding != "/Identity-H" or str(below.CIDSystemInfo.Ordering) != "Identity":
            yield f"字体 {font.BaseFont} 的编码不一致"
        if below.Subtype == "/CIDFontType2" and below.get("/CIDToGIDMap") != "/Identity":
            yield f"字体 {font.BaseFont} 没有字形对照"


def no_glyph_is_missing(book: FinishedPdf) -> Iterator[str]:
    """ISO 14289-1, 7.21.8 (Matterhorn 31-030): no text is shown with the glyph for missing characters."""
    for font in book.fonts:
        if re.search(rb"<0000> <(?!ffff>)", font.ToUnicode.read_bytes()):
            yield f"字体 {font.BaseFont} 缺字"


RULES: tuple[Rule, ...] = (
    is_marked,
    has_structure,
    has_metadata,
    has_identifier,
    has_title,
    shows_title,
    has_language,
    bookmarks_have_language,
    bookmarks_are_told_apart,
    maps_no_roles,
    has_no_scripts,
    is_open,
    embeds_no_files,
    all_content_is_marked,
    marks_have_parents,
    parents_hold_their_marks,
    tabs_follow_structure,
    stamps_are_artifacts,
    figures_have_text,
    headings_descend,
    elements_are_where_they_belong,
    tables_and_lists_are_regular,
    lines_hold_no_blocks,
    items_are_labelled,
    tables_have_headers,
    headers_have_scope,
    links_are_tagged,
    links_have_parents,
    links_have_text,
    fonts_are_embedded,
    fonts_have_text,
    fonts_are_consistent,
    no_glyph_is_missing,
)


def _xmp(book: FinishedPdf) -> bytes:
    return bytes(book.root.Metadata.read_bytes()) if "/Metadata" in book.root else b""


def _words(element: Any) -> str:
    return str(element.get("/Alt", element.get("/ActualText", ""))).strip()


def _page(book: FinishedPdf, node: Node) -> int:
    return book.places[node.page] + 1 if node.page else 0


def _below(node: Node) -> Iterator[Node]:
    for kid in node.kids:
        yield kid
        yield from _below(kid)
