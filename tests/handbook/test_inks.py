"""Colours become inks wherever they stand: in text, areas, lines, gradients, patterns, groups, pictures."""

from __future__ import annotations

import random

import pikepdf
import pytest
from PIL import Image

from generator.handbook.engine import plates
from generator.handbook.layout import pictures
from generator.handbook.page import inks
from generator.handbook.page.inks import BLACK, WHITE
from generator.handbook.plan import brand
from generator.handbook.verify import pdf_x
from generator.handbook.verify.finished import FinishedPdf
from generator.model.branch import Colours
from generator.papers import Make, Stock
from tests.handbook.fabricated import BRAND, NAMED


@pytest.mark.parametrize(
    ("colour", "area", "text"),
    [
        ((0, 85, 170), BRAND, BRAND),
        ((0, 0, 0), BLACK, BLACK),
        ((29, 29, 31), (0, 0, 0, 0.88), BLACK),
        ((119, 119, 119), (0, 0, 0, 0.53), BLACK),
        ((255, 255, 255), WHITE, WHITE),
        ((250, 250, 250), (0, 0, 0, 0.02), WHITE),
    ],
)
def test_a_named_colour_is_exact_and_grey_is_black_ink(colour, area, text):
    assert inks.paint(colour, NAMED) == area
    assert inks.letters(colour, NAMED) == text


def test_letters_of_many_inks_are_black_and_those_of_two_keep_their_colour():
    assert inks.letters((176, 0, 32), NAMED) == BLACK
    yellow = inks.letters((255, 204, 0), NAMED)
    assert yellow == inks.paint((255, 204, 0), NAMED)
    assert sum(yellow) <= inks.TWO_INKS


def test_too_much_ink_is_taken_from_the_colours():
    assert inks.limited((0.9, 0.9, 0.9, 0.9), 3.0) == (0.7, 0.7, 0.7, 0.9)
    assert inks.limited((0.1, 0.2, 0.3, 0.4), 3.0) == (0.1, 0.2, 0.3, 0.4)


@pytest.mark.parametrize("stock", list(Stock))
def test_a_picture_has_no_more_ink_than_its_paper_holds(stock):
    noise = Image.merge("RGB", [Image.effect_noise((400, 300), 200) for _ in range(3)])
    for image in (noise, Image.new("RGB", (9, 9)), Image.new("RGB", (9, 9), (0, 0, 90))):
        assert inks.most(inks.picture(image, stock)) <= stock.limit
    assert inks.picture(Image.new("RGB", (1, 1), "white"), stock).getpixel((0, 0)) == (0, 0, 0, 0)


def test_a_photograph_whose_compression_takes_too_much_ink_is_kept_without_loss(tmp_path, monkeypatch):
    """Dark pixels side by side, as screenshots have them: a single one too dark had stopped a whole site."""
    chance, dark = random.Random(32), [(0, 20, 20), (60, 20, 120), (0, 0, 0)]
    image = Image.new("RGB", (200, 200))
    image.putdata([chance.choice(dark) for _ in range(200 * 200)])
    image.save(tmp_path / "a.webp", lossless=True)
    monkeypatch.setitem(pictures.JPEG_QUALITY, Make.PRINT, 60)  # as bad as chance makes one pixel in millions
    made = pictures.encode(tmp_path / "a.webp", Make.PRINT, 300)
    assert (made.form, made.mode) == ("PNG", "CMYK")
    assert pictures.encode(tmp_path / "a.webp", Make.SCREEN, 300).form == "JPEG"


def test_a_branch_may_say_the_inks_of_its_colours_and_tints_follow():
    given = Colours(primary="#004080", accent="#a04000", primary_cmyk=(100, 60, 0, 20))
    named = dict(brand.inks(given, Stock.COATED).named)
    assert named["#004080"] == (1, 0.6, 0, 0.2)
    assert named["#edf2f6"] == pytest.approx((0.07, 0.04, 0, 0.01), abs=0.01)
    assert all(sum(ink) <= 3 for ink in named.values())
    plain = dict(brand.inks(Colours(primary="#004080", accent="#a04000"), Stock.COATED).named)
    assert plain["#004080"] == inks.converted((0, 64, 128), Stock.COATED)


def test_only_black_text_overprints_and_the_state_ends_with_the_text():
    drawn = b"0 0 0 rg\nBT\nx Tj\n1 1 1 rg\ny Tj\n0.2 0.2 0.2 rg\nz Tj\nET\n0 0 9 9 re\nf"
    assert plates.operators(drawn, NAMED).decode().split("\n") == [
        *("0 0 0 1 k", "/over gs", "BT", "x Tj", "/knock gs", "0 0 0 0 k", "y Tj", "/over gs", "0 0 0 1 k", "z Tj"),
        *("ET", "/knock gs", "0 0 0 0.8 k", "0 0 9 9 re", "f"),
    ]


def test_a_line_is_as_thick_as_prints_at_the_size_at_which_it_is_drawn():
    drawn = b"q\n0.5 0 0 0.5 0 0 cm\n0.1 w\nQ\n0.1 w\n2 w"
    assert plates.operators(drawn, NAMED).split(b"\n")[2::2] == [b"1.00000 w", b"0.50000 w"]
    assert plates.operators(drawn, NAMED).endswith(b"2.00000 w")


def test_a_book_full_of_colours_keeps_every_rule(coloured):
    with pikepdf.open(coloured) as pdf:
        finished = FinishedPdf(pdf, colours=frozenset({BRAND}))
        assert [found for rule in pdf_x.RULES for found in rule(finished)] == []
        kinds = {each.kind for each in finished.painted(pdf.pages[0].obj)}
        assert kinds == {"text", "area", "line", "picture", "blend"}


def _form(page) -> pikepdf.Object:
    return next(each for each in page.Resources.XObject.values() if each.Subtype == "/Form")


def _photo(page) -> pikepdf.Object:
    return next(each for each in page.Resources.XObject.values() if each.get("/Filter") == "/DCTDecode")


def _gradients(page):
    """The shadings of a page's patterns, which stand in groups."""
    for pattern in page.Resources.Pattern.values():
        for group in pattern.Resources.get("/XObject", {}).values():
            yield from group.Resources.get("/Shading", {}).values()


def _recolour(shading) -> None:
    shading.ColorSpace = pikepdf.Name.DeviceRGB


def _black(page) -> None:
    picture = _photo(page)
    size = int(picture.Width) * int(picture.Height)
    picture.write(b"\xf0" * (4 * size))
    del picture["/Decode"]


RGB = "不是油墨的颜色（/DeviceRGB）"


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda page: _form(page).write(b"1 0 0 rg 0 0 9 9 re f"), RGB),
        (lambda page: _form(page).Group.__setitem__("/CS", pikepdf.Name.DeviceRGB), RGB),
        (lambda page: _form(page).write(b"BT .5 .5 .5 .5 k [<01>] TJ ET"), "几种油墨混成"),
        (lambda page: next(iter(page.Resources.Pattern.values())).write(b"0 0 1 RG 0 0 m 9 9 l S"), RGB),
        (lambda page: _recolour(next(_gradients(page))), RGB),
        (lambda page: _photo(page).__setitem__("/ColorSpace", pikepdf.Name.DeviceRGB), RGB),
        (_black, "油墨总量达到 376%"),
    ],
)
def test_what_is_wrong_inside_of_forms_patterns_and_pictures_is_found(coloured, damage, told):
    with pikepdf.open(coloured) as pdf:
        damage(pdf.pages[0].obj)
        found = [message for rule in pdf_x.RULES for message in rule(FinishedPdf(pdf, colours=frozenset({BRAND})))]
    assert told in "\n".join(found)
