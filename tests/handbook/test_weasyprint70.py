"""Every name of WeasyPrint's insides keeps its contract; a version that changes one fails here under that name."""

from __future__ import annotations

import ast
import importlib
import inspect
import logging
import pkgutil
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pydyf
import pytest
import weasyprint
from PIL import Image, ImageFile
from weasyprint.text.fonts import FontConfiguration

ENGINE = Path(__file__).parents[2] / "generator" / "handbook" / "engine"
DOOR = "generator.handbook.engine.weasyprint70"
NAMES = {
    "css.counters.CounterStyle": None,
    "formatting_structure.boxes.BlockBox": None,
    "formatting_structure.boxes.Box.descendants": "(self, placeholders=False)",
    "formatting_structure.boxes.Box.is_in_normal_flow": "(self)",
    "formatting_structure.boxes.Box.translate": "(self, dx=0, dy=0, ignore_floats=False)",
    "formatting_structure.boxes.InlineBox": None,
    "formatting_structure.boxes.InlineLevelBox": None,
    "formatting_structure.boxes.LineBox": None,
    "formatting_structure.boxes.ParentBox.copy_with_children": "(self, new_children)",
    "formatting_structure.boxes.ReplacedBox": None,
    "formatting_structure.boxes.TextBox": None,
    "images.RasterImage": None,
    "images.RasterImage.get_x_object": "(self, interpolate, dpi_ratio)",
    "layout.block": None,
    "layout.block.block_box_layout": "(context, box, bottom_space, skip_stack, containing_block, page_is_empty, "
    "absolute_boxes, fixed_boxes, adjoining_margins, first_letter_style, first_line_style, discard, max_lines)",
    "layout.inline": None,
    "layout.inline.text_align": "(context, line, available_width, last)",
    "layout.replaced.replacedbox_layout": "(box)",
    "pdf.tags": None,
    "pdf.tags._build_box_tree": "(box, parent, pdf, page_number, nums, annotations, tags)",
    "pdf.fonts.Font.subset": "(self, to_unicode, hinting)",
    "text.ffi.TO_UNITS": None,
    "text.ffi.ffi": None,
    "text.ffi.pango": None,
    "text.line_break.Layout": None,
    "text.line_break.Layout.deactivate": "(self)",
    "text.line_break.Layout.set_text": "(self, text, justify=False)",
    "text.line_break.create_layout": "(text, style, context, max_width, justification_spacing)",
}
DOCUMENTED = {"weasyprint", "weasyprint.text.fonts", "weasyprint.urls"}
PANGO = (
    *("pango_attr_allow_breaks_new", "pango_attr_font_features_new", "pango_attr_list_copy", "pango_attr_list_insert"),
    *("pango_attr_list_new", "pango_attr_list_unref", "pango_layout_get_attributes", "pango_layout_get_line_readonly"),
    *("pango_layout_set_attributes", "pango_layout_set_single_paragraph_mode"),
)
BOXES = {
    "TextBox": "background element position_x position_y baseline style text width",
    "LineBox": "children position_x style width",
    "InlineBox": "children position_x style width",
    "BlockBox": "background children element element_tag get_wrapped_table is_table_wrapper link_annotation width",
    "InlineReplacedBox": "replacement width",
}
FONT = (
    *("ascent", "descent", "family", "file_content", "flags", "hash", "italic_angle", "missing", "name", "style"),
    *("to_unicode", "type", "weight", "widths"),
)
PAGE = """<html lang="zh-CN"><style>@page{size:200px 200px;margin:0}body{margin:0}p{margin:0;font:16px serif}
u{position:absolute}.ground{background:url(a.png) 0 0/30px 60px;height:60px}img{width:40px;height:10px;
object-fit:contain}</style><p id="line" style="color:#f00">甲乙<b>丙</b><u>丁</u><a href="https://a.example/">戊</a>
<img src="a.png" alt="图"></p><div class="ground"></div></html>"""


@pytest.fixture(autouse=True)
def as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other tests have taught WeasyPrint is forgotten."""
    if door := sys.modules.get(DOOR):
        monkeypatch.setattr(door.Layout, "set_text", door.plain_set_text)
        monkeypatch.setattr(door.inline, "text_align", door.plain_text_align)


@pytest.fixture
def door() -> ModuleType:
    return importlib.import_module(DOOR)


@pytest.fixture
def document(tmp_path: Path) -> Any:
    Image.new("RGB", (10, 20), "red").save(tmp_path / "a.png")
    return weasyprint.HTML(string=PAGE, base_url=f"{tmp_path}/").render(font_config=FontConfiguration())


@pytest.fixture
def boxes(document: Any) -> dict[str, Any]:
    """The first box of every kind."""
    found: dict[str, Any] = {}
    for box in document.pages[0]._page_box.descendants(placeholders=True):
        found.setdefault(type(box).__name__, box)
    return found


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def is_private(name: str) -> bool:
    return name.startswith("weasyprint.") and name.rpartition(".")[0] not in DOCUMENTED


def test_there_is_one_door() -> None:
    private = {path.name: set(filter(is_private, imports(path))) for path in ENGINE.parents[1].rglob("*.py")}
    assert {name for name, found in private.items() if found} == {"weasyprint70.py"}
    assert {name.removeprefix("weasyprint.") for name in private["weasyprint70.py"]} <= set(NAMES), "held to a contract"
    inside = ("_page_box", "_to_bytes", "__version__", "get_x_object", "file_content")
    texts = {path.name: path.read_text("utf-8") for path in ENGINE.glob("*.py")}
    assert {name for name, text in texts.items() if any(word in text for word in inside)} == {"weasyprint70.py"}


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(RuntimeError, match=r"needs WeasyPrint 70, found 71\.0"):
        runpy.run_path(str(ENGINE / "weasyprint70.py"))


@pytest.mark.parametrize("name", NAMES)
def test_name(name: str) -> None:
    found = pkgutil.resolve_name(f"weasyprint.{name}")
    assert NAMES[name] is None or str(inspect.signature(found)) == NAMES[name]


@pytest.mark.parametrize("name", PANGO)
def test_pango(name: str, door: ModuleType) -> None:
    assert callable(getattr(door.pango, name))


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in BOXES.items() for name in names.split()])
def test_attribute_of_boxes(kind: str, name: str, boxes: dict[str, Any]) -> None:
    assert hasattr(boxes[kind], name)


@pytest.mark.parametrize("name", FONT)
def test_attribute_of_fonts(name: str, document: Any) -> None:
    document.write_pdf()
    assert all(hasattr(font, name) for font in document.fonts.values())


def test_boxes(door: ModuleType, document: Any, boxes: dict[str, Any]) -> None:
    texts = [box.text for box in door.boxes(document.pages[0]) if isinstance(box, door.TextBox)]
    assert texts[:3] == ["甲乙", "丙", "丁"], "the absolutely placed one too"
    text, line = boxes["TextBox"], boxes["LineBox"]
    assert (text.element.get("id"), text.style["color"].to("srgb").coordinates[0]) == ("line", 1)
    assert (text.position_x, text.width, text.style["lang"], text.style["font_size"]) == (0, 32, "zh-CN", 16)
    assert (text.style["font_feature_settings"], line.style["text_align_all"]) == ("normal", "start")
    assert [child.is_in_normal_flow() for child in line.children[:3]] == [True, True, False]
    assert isinstance(line, door.LineBox)
    assert isinstance(boxes["BlockBox"], door.BlockBox)
    assert isinstance(line.children[1], door.InlineBox)
    text.translate(3, 0)
    assert text.position_x == 3


def test_link_annotation(document: Any) -> None:
    ((*_, box),) = document.pages[0].links
    seen = []
    document.write_pdf(finisher=lambda *_: seen.append(box.link_annotation["Subtype"]))
    assert seen == ["/Link"]


def test_structure_of_the_pdf(door: ModuleType, document: Any) -> None:
    def look(_document: Any, pdf: Any) -> None:
        objects = {each.number: each for each in pdf.objects}
        page, *_ = (objects[int(reference.split()[0])] for reference in pdf.page_references)
        root = objects[int(pdf.catalog["StructTreeRoot"].split()[0])]
        top = objects[int(root["K"][0].split()[0])]
        assert (top["S"], pdf.pages.number in objects) == ("/Document", True)
        assert page["Resources"].split()[0].isdigit()
        drawn = door.content(objects[int(page["Contents"].split()[0])])
        cut = importlib.import_module("generator.handbook.engine.cut")
        seen.extend(cut._MATRIX.search(text) for _, text in cut._CUT.findall(drawn + b"\n"))

    seen: list[Any] = []
    document.write_pdf(pdf_tags=True, uncompressed_pdf=True, finisher=look)
    assert len(list(filter(None, seen))) >= 4, "every text is marked and says where it stands"


def test_pieces_of_a_structure(door: ModuleType) -> None:
    """WeasyPrint tags each piece of a paragraph; they are known to be of one, and its line of text to be of none."""

    def look(_document: Any, pdf: Any) -> None:
        seen.extend((each["S"], door.piece(each)) for each in pdf.objects if isinstance(each, dict) and "S" in each)

    seen: list[tuple[str, Any]] = []
    page = """<html lang="zh"><style>@page{size:200px 40px;margin:0}p{position:relative;margin:0;font:16px/20px serif}
    li::before{content:"x"}</style><p lang="en">a<br>b<br>c</p><ul><li id="x">a</li></ul>"""
    document = weasyprint.HTML(string=page).render(font_config=FontConfiguration())
    document.write_pdf(pdf_tags=True, finisher=look)
    paragraphs = [piece for kind, piece in seen if kind == "/P"]
    assert len(paragraphs) == 2
    assert paragraphs[0] == paragraphs[1]
    assert (paragraphs[0].tag, paragraphs[0].block, paragraphs[0].get("lang")) == ("p", True, "en")
    assert {piece.tag for _, piece in seen if piece} >= {"li", "li::marker", "li::before"}
    assert {piece.get("id") for _, piece in seen if piece and piece.tag.startswith("li")} == {"x", ""}
    assert {kind for kind, piece in seen if piece is None} == {"/Document", "/Span"}


def test_content(door: ModuleType) -> None:
    assert door.content(pydyf.Stream([b"q", "Q", 1.50])) == b"q\nQ\n1.5"


def test_drawn_images_and_their_ids(door: ModuleType, document: Any, tmp_path: Path) -> None:
    found = list(door.drawn_images(document))
    assert [(image.width, image.height, *size) for image, *size in found] == [
        (10, 20, 5, 10),
        (10, 20, 30, 60),
    ]
    assert {image.id for image, *_ in found} == {door.image_id((tmp_path / "a.png").as_uri())}


def test_fill(door: ModuleType, document: Any) -> None:
    for image, *_ in door.drawn_images(document):
        door.fill(image, lambda: pydyf.Stream([b"OURS"], pydyf.Dictionary({"Type": "/XObject", "Subtype": "/Image"})))
    assert b"OURS" in document.write_pdf(uncompressed_pdf=True)


def test_pictures_are_read_whole(door: ModuleType) -> None:
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


@pytest.mark.parametrize(
    ("shown", "told"), [("<img src=none.png>", "file:///none.png"), ("<svg><rect", None), ("<svg:svg/>", None)]
)
def test_left_out(door: ModuleType, caplog: pytest.LogCaptureFixture, shown: str, told: str | None) -> None:
    with caplog.at_level(logging.ERROR, "weasyprint"):
        weasyprint.HTML(string=shown, base_url="file:///").write_pdf()
    assert [door.left_out(record) for record in caplog.records] == ([told] if told else [])


def test_fonts_are_kept_and_not_embedded(door: ModuleType, document: Any) -> None:
    document.fonts = faces = door.Faces()
    assert b"FontFile" not in document.write_pdf(uncompressed_pdf=True)
    found, missing = faces.harvest()
    assert ("甲" in {text for face in found.values() for text in face.glyphs.values()}, missing) == (True, [])
    assert faces.harvest() == ({}, []), "used since the last time"
    key, face = next(iter(found.items()))
    assert len(faces.by_hash(key).file_content) == 4
    glyphs = sorted(face.glyphs)
    assert 100 < len(door.subset(faces.by_hash(key), glyphs)) < 1_000_000
    assert len(faces.by_hash(key).file_content) == 4


def test_compose(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both functions are asked for every line, with what `justify` reads of layouts and lines."""
    seen: dict[str, Any] = {}

    def set_text(layout: Any, text: str, justify: bool = False) -> None:
        seen[text] = (layout.style["font_size"], layout.justification_spacing, layout.layout, justify)
        door.plain_set_text(layout, text, justify)

    def text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
        seen["line"] = (line.width, available_width, last)
        (text,) = line.children
        text.justification_spacing = 3.0
        text.pango_layout = door.create_layout(text.text, text.style, context, None, 3.0)
        text.pango_layout.deactivate()
        return 7.0

    door.compose(set_text, text_align)
    monkeypatch.setattr(door.Layout, "set_text", set_text)  # to be undone
    html = "<style>@page{size:200px;margin:0}body{margin:0;font-size:16px}</style>甲乙"
    document = weasyprint.HTML(string=html).render()
    assert seen["line"] == (32, 200, True)
    assert seen["甲乙"][:2] == (16, 3.0)
    text = next(box for box in door.boxes(document.pages[0]) if isinstance(box, door.TextBox))
    assert text.position_x == 7
    document.write_pdf()
    assert seen["甲乙"][1::2] == (3.0, True), "drawn with our spacing"


COLUMNS = """<style>@page{size:200px;margin:0}body{margin:0;columns:2}
table{break-inside:avoid}td{padding:0;font:10px/10px serif}</style>"""


def test_columns_of_tables_that_stay_whole_are_found_in_few_steps(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stand where WeasyPrint puts them when it grows its columns by one pixel after the other."""
    html = f"{COLUMNS}{''.join(f'<table>{row * lines}</table>' for lines in (2, 12, 4) for row in ['<tr><td>甲'])}"

    def laid(layout: Any) -> tuple[list[tuple[float, float]], int]:
        asked = []

        def counted(*given: Any, **more: Any) -> Any:
            asked.append(given)
            return layout(*given, **more)

        monkeypatch.setattr(door.block, "block_box_layout", counted)
        (page,) = weasyprint.HTML(string=html).render(font_config=FontConfiguration()).pages
        places = [(box.position_x, box.position_y) for box in door.boxes(page) if isinstance(box, door.TextBox)]
        return places, len(asked)

    (places, few), (expected, many) = laid(door._block_box_layout), laid(door.plain_block_box_layout)
    assert places == expected
    assert len({x for x, _ in places}) == 2
    assert few < many / 2


def test_glyphs_of_a_line(door: ModuleType, boxes: dict[str, Any]) -> None:
    layout = door.create_layout("甲乙", boxes["TextBox"].style, None, None, 0)
    run = door.pango.pango_layout_get_line_readonly(layout.layout, 0).runs
    item = door.ffi.cast("PangoGlyphItem *", run.data)
    glyphs = item.glyphs
    assert (item.item.offset, glyphs.num_glyphs, run.next) == (0, 2, door.ffi.NULL)
    assert [glyphs.log_clusters[place] for place in range(2)] == [0, 3]
    assert [glyphs.glyphs[place].geometry.width for place in range(2)] == [16 * door.TO_UNITS] * 2
