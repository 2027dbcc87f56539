"""Real PDFs of a small book: what stands on which page, and how a reader gets there."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest

from generator.handbook.book import Unit
from generator.handbook.join import assemble
from generator.handbook.join.paging import paginate, written
from generator.handbook.layout.renderer import UnitRenderer
from generator.handbook.making import bind
from generator.handbook.page.trim import POINTS
from generator.handbook.verify import pdf_ua
from generator.handbook.verify.finished import FinishedPdf
from generator.media import qr
from generator.papers import Make
from tests.handbook.fabricated import SENTENCE, book, build, case, pool, with_case


def margins(path):
    """What stands above and below the text block of every page, without white space."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for page in document:
        left, bottom, right, top = page.get_trimbox()
        text, edge = page.get_textpage(), 20 * POINTS
        head = text.get_text_bounded(left, top - edge, right, top)
        foot = text.get_text_bounded(left, bottom, right, bottom + edge)
        found.append(("".join(head.split()), "".join(foot.split())))
    return found


@pytest.mark.parametrize("make", list(Make))
def test_every_page_has_its_running_head_and_its_folio(make, laid):
    path, made = laid[make]
    stood = set()
    for sheet, (head, foot) in zip(made.sheets, margins(path), strict=True):
        unit = None if sheet.unit is None else made.units[sheet.unit]
        if sheet.bare and unit:
            continue  # its own design reaches into the margins
        opening = unit is not None and unit.bare_opening and sheet.page == 0
        wanted = "" if sheet.bare or opening else unit.right_head if sheet.right else unit.left_head
        assert ("示例" in head) == (unit is not None and unit.demo)
        assert head.replace("示例", "") == wanted
        assert foot == ("" if sheet.bare else sheet.folio)
        stood.add((wanted, sheet.right))
    assert {("第一部分", False), ("案例1的题目", True), ("", True)} <= stood


@pytest.mark.parametrize("make", list(Make))
def test_cases_that_look_the_same_are_both_printed(make, press):
    """Pages that draw the same bytes share them in the file; so do two pages of one case."""
    html = f"<p>{SENTENCE * 3}</p>"
    twins = [
        replace(
            case(number),
            html=f'<article><h1 id="case-{number}--top">标题</h1>{html}</article>',
            left_head="",
            right_head="",
        )
        for number in (1, 2)
    ]
    bound, _ = build(press, with_case(with_case(book(make=make), twins[0]), twins[1]))
    assert bound.pdf, bound.problems
    document = pypdfium2.PdfDocument(bound.pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    assert sum(SENTENCE[:12] in text for text in texts if "第" not in text[:60]) >= 2
    with pikepdf.open(bound.pdf) as pdf:
        assert pdf.check_pdf_syntax() == []
        drawn = [page.obj.Contents[1].objgen for page in pdf.pages if len(page.obj.Contents) == 3]
    assert len(drawn) > len(set(drawn)), "the two pages share their drawing"


@pytest.mark.parametrize("where", ["_copy", "_write_page"])
def test_a_fault_of_ours_says_on_what_it_was_working(press, monkeypatch, where):
    def fail(*_):
        raise KeyError("gone")

    monkeypatch.setattr(assemble._Assembly, where, fail)
    with pytest.raises(KeyError) as failed:
        build(press, replace(book(), title="又一个书名"))
    assert failed.value.__notes__ == ["排印“cover”时出错，内容在 程序自己的模板里"]


def test_a_fault_in_a_check_says_at_which_page(press, monkeypatch):
    def fail(finished):
        for _ in finished.pages:
            yield {}["gone"]

    monkeypatch.setattr(pdf_ua, "RULES", (fail,))
    with pytest.raises(KeyError) as failed:
        build(press, replace(book(), title="另外一个书名", subtitle="甲"))
    assert failed.value.__notes__ == ["排印“cover”时出错，内容在 程序自己的模板里"]


def test_folios_are_the_page_labels_and_the_same_in_both_makes(screen, printed):
    labels = []
    for path in (screen, printed):
        with pikepdf.open(path) as pdf:
            labels.append([label for label in FinishedPdf(pdf).labels if not label.startswith("C-")])
    on_screen, on_paper = labels
    assert on_screen[0] == "i"
    assert set(on_screen) <= set(on_paper)


def test_contents_name_the_pages_on_which_cases_begin(screen, read):
    pages = read(screen)
    with pikepdf.open(screen) as pdf:
        labels = FinishedPdf(pdf).labels
    for number in range(4):
        page = next(index for index, text in enumerate(pages) if f"第{number}项第0段" in text)
        assert f"案例{number}" in pages[1]
        assert labels[page] in pages[1]


def test_parts_open_on_right_pages(printed, read):
    for index, text in enumerate(read(printed)):
        if "第0项第0段" in text or "第2项第0段" in text:
            assert index % 2 == 0


def test_bookmarks_are_the_headings(opened):
    finished = FinishedPdf(opened)
    assert [title for _, title, _ in finished.bookmarks()] == ["封面", "目录", *(f"案例{n}的题目" for n in range(4))]


def test_links_lead_over_the_borders_of_units(opened):
    finished = FinishedPdf(opened)
    links = [link for _, page in finished.pages for link in page.get("/Annots", ()) if "/Dest" in link]
    assert len(links) == 12
    assert all(str(link.Dest) in finished.destinations for link in links)


def test_the_mark_is_on_every_page_of_a_demo_book(press, read):
    bound, _ = build(press, book(2, demo=True))
    assert all("示例" in text for text in read(bound.pdf))


@pytest.mark.parametrize(
    ("words", "marks"), [("典型示例", 2), ('典型 class="mark" data-demo', 1), ('<p class="mark" data-demo>示例</p>', 1)]
)
def test_a_bare_page_is_marked_unless_it_bears_the_mark_itself(press, read, words, marks):
    cover = Unit("cover", f'<div class="cover"><p id="cover--top">{words}</p></div>', numbering="none", bare=True)
    made = book(1, demo=True, title="典型")
    bound, _ = build(press, replace(made, parts=(replace(cover, headings=made.parts[0].headings), *made.parts[1:])))
    assert bound.pdf, bound.problems
    assert read(bound.pdf)[0].count("示例") == marks


def test_a_code_is_a_figure_with_words_beside_a_link(press):
    address = "https://shuju-x.example/demo/2026/"
    code = f'<div>{qr.svg(address, "二维码：网站")}<p><a href="{address}">网站</a></p></div>'
    bound, _ = build(press, with_case(book(2), case(1, extra=code)))
    assert bound.pdf, bound.problems
    with pikepdf.open(bound.pdf) as pdf:
        figures = [node.object for node in FinishedPdf(pdf).nodes if node.kind == "Figure"]
        assert [str(figure.Alt) for figure in figures] == ["二维码：网站"]


def test_headers_say_which_way_they_head(opened):
    headers = [node.object for node in FinishedPdf(opened).nodes if node.kind == "TH"]
    assert [str(header.A.Scope) for header in headers] == ["/Column", "/Column", "/Column", "/Row"] * 4


def test_an_opening_has_its_folio_and_no_head_and_keeps_its_place(printed, read):
    pages = read(printed)
    first = next(index for index, text in enumerate(pages) if "第0项第0段" in text)
    assert "第一部分" not in pages[first]
    assert "1" in pages[first].split()
    with pikepdf.open(printed) as pdf:
        prefixes = [page.obj.Contents[0].read_bytes() for page in pdf.pages]
    assert prefixes[first] == prefixes[first + 2], "it is moved for binding like other right pages"


def test_one_font_set_for_all_units(opened):
    names = [str(font.BaseFont) for font in FinishedPdf(opened).fonts]
    assert len(names) == len(set(names)) == 3


def test_boxes_of_the_print_make(printed):
    with pikepdf.open(printed) as pdf:
        for page in pdf.pages:
            media, bleed, trim = ([float(x) for x in page.obj[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
            assert trim == pytest.approx([0, 0, 210 * POINTS, 285 * POINTS], abs=0.01)
            assert bleed == pytest.approx([-3 * POINTS, -3 * POINTS, 213 * POINTS, 288 * POINTS], abs=0.01)
            assert media[0] < bleed[0]
            assert "/Annots" not in page.obj
        assert len(pdf.pages) % 2 == 0


def test_pages_move_away_from_the_spine(printed, read):
    with pikepdf.open(printed) as pdf:
        shifts = {}
        for index, page in enumerate(pdf.pages):
            first = page.obj.Contents[0].read_bytes().decode()
            shifts.setdefault(index % 2, set()).add(float(first.split(" cm")[0].split("\n")[-1].split()[4]))
    assert max(shifts[0]) == pytest.approx(3 * POINTS, abs=0.01)
    assert min(shifts[1]) == pytest.approx(-3 * POINTS, abs=0.01)


def test_a_cover_reaches_into_the_bleed(printed):
    page = pypdfium2.PdfDocument(printed)[0]
    image = page.render(scale=1).to_pil().convert("RGB")
    edge = round((10 - 2) * POINTS)
    assert image.getpixel((edge, image.height // 2))[0] < 100
    assert image.getpixel((2, image.height // 2)) == (255, 255, 255)


def test_numbers_in_their_styles():
    assert [written("roman", number) for number in (1, 4, 9, 40, 99)] == ["i", "iv", "ix", "xl", "xcix"]
    assert written("none", 3) == ""


def test_a_blank_page_is_counted_on_screen_too():
    units = [(case(1), 1), (case(2), 1)]
    assert [sheet.folio for sheet in paginate(units, Make.SCREEN)] == ["1", "3"]
    assert [sheet.folio for sheet in paginate(units, Make.PRINT, 2)] == ["1", "2", "3", ""]


def test_a_book_with_other_cases_than_the_public_ones_is_not_published(press):
    bound, _ = build(press, book(3), ["demo/2026/0", "demo/2026/9"])
    messages = "\n".join(each.message for each in bound.problems)
    assert bound.pdf is None
    assert "案例“demo/2026/9”已经公开，书中却没有" in messages
    assert "案例“demo/2026/1”还没有公开，书中却有" in messages


def test_every_unit_is_told_of_and_what_is_wrong_with_it_at_once(press):
    told = []
    made = with_case(book(3, title="一本新书"), case(1, extra='<img src="content/none.png">'))
    bound = bind(UnitRenderer(press, pool(press)), made, None, told.append)
    assert len(told) == 4, "the cover and three cases"
    assert [problem.at.path for problem in told if problem] == ["content/case-1.md"]
    assert bound.problems == tuple(filter(None, told))


def test_a_link_to_nowhere_is_found(press):
    unit = case(1, extra='<p><a href="#nowhere">x</a></p>')
    bound, _ = build(press, with_case(book(2), unit))
    assert bound.pdf is None
    assert "nowhere" in bound.problems[0].message


@pytest.mark.parametrize("make", list(Make))
def test_odd_titles_make_sound_metadata(press, make):
    bound, _ = build(press, book(2, make, title="甲\x00\ufffe<乙>&“丙”(\\)"))
    assert bound.pdf, bound.problems
    with pikepdf.open(bound.pdf) as pdf:
        xmp = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
        titles = [each.text for each in xmp.iter("{http://purl.org/dc/elements/1.1/}title") for each in each.iter()]
        assert "甲<乙>&“丙”(\\) 2026" in titles
        assert str(pdf.docinfo.Title).startswith("甲")


def test_one_process_has_the_press(press, request):
    """The tests that print share workers and a cache; a release of pytest once ended that without a word."""
    if request.config.getoption("loadgroup", default=False):
        assert request.node.nodeid.endswith("@press")
