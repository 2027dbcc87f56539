"""Every machine rule finds what it is about in a PDF that was damaged on purpose, and nothing in a good one."""

from __future__ import annotations

import pikepdf
import pytest

from generator.handbook import accessibility, prepress
from generator.handbook.finished import Finished


@pytest.mark.parametrize("rule", accessibility.RULES, ids=lambda rule: rule.__name__)
def test_a_good_book_keeps_every_rule(rule, opened):
    assert list(rule(Finished(opened))) == []


@pytest.mark.parametrize("rule", prepress.RULES, ids=lambda rule: rule.__name__)
def test_a_good_print_make_keeps_every_rule(rule, printed):
    with pikepdf.open(printed) as pdf:
        assert list(rule(Finished(pdf))) == []


def first(book, kind):
    return next(node.object for node in book.nodes if node.kind == kind)


def page_with(book, key):
    return next(page for _, page in book.pages if key in page)


DAMAGE = {
    "is_marked": lambda book: book.root.MarkInfo.__delitem__("/Marked"),
    "has_structure": lambda book: book.root.__delitem__("/StructTreeRoot"),
    "has_metadata": lambda book: book.root.__delitem__("/Metadata"),
    "has_identifier": lambda book: book.root.Metadata.write(b"<dc:title/>"),
    "has_title": lambda book: book.root.Metadata.write(b"<dc:title/>"),
    "shows_title": lambda book: book.root.__delitem__("/ViewerPreferences"),
    "has_language": lambda book: book.root.__delitem__("/Lang"),
    "bookmarks_have_language": lambda book: book.root.Outlines.First.__setitem__("/Title", pikepdf.String(" ")),
    "maps_no_roles": lambda book: first(book, "P").__setitem__("/S", pikepdf.Name("/Absatz")),
    "has_no_scripts": lambda book: book.root.__setitem__("/OpenAction", pikepdf.Dictionary()),
    "embeds_no_files": lambda book: book.root.__setitem__("/AF", pikepdf.Array()),
    "all_content_is_marked": lambda book: book.pages[2][1].Contents[-1].write(b"Q BT /F 1 Tf [<0001>] TJ ET"),
    "marks_have_parents": lambda book: book.pages[2][1].__setitem__("/StructParents", 9999),
    "parents_hold_their_marks": lambda book: first(book, "P").__setitem__("/K", pikepdf.Array([400])),
    "tabs_follow_structure": lambda book: page_with(book, "/Annots").__delitem__("/Tabs"),
    "stamps_are_artifacts": lambda book: (
        book.pages[2][1].Contents[-1].write(b"Q /Artifact <</Type /Pagination>> BDC EMC")
    ),
    "figures_have_text": lambda book: first(book, "P").__setitem__("/S", pikepdf.Name("/Figure")),
    "headings_descend": lambda book: first(book, "H2").__setitem__("/S", pikepdf.Name("/H4")),
    "elements_are_where_they_belong": lambda book: first(book, "P").__setitem__("/S", pikepdf.Name("/LI")),
    "tables_and_lists_are_regular": lambda book: first(book, "Table").__setitem__("/K", pikepdf.Array([1])),
    "tables_have_headers": lambda book: [
        node.object.__setitem__("/S", pikepdf.Name("/TD")) for node in list(book.nodes) if node.kind == "TH"
    ],
    "headers_have_scope": lambda book: first(book, "TH").A.__delitem__("/Scope"),
    "headers_exist": lambda book: first(book, "TH").__setitem__("/ID", pikepdf.String("other")),
    "links_are_tagged": lambda book: first(book, "Link").__setitem__("/S", pikepdf.Name("/P")),
    "links_have_parents": lambda book: page_with(book, "/Annots").Annots[0].__setitem__("/StructParent", 9999),
    "links_have_text": lambda book: page_with(book, "/Annots").Annots[0].__delitem__("/Contents"),
    "fonts_are_embedded": lambda book: book.fonts[0].DescendantFonts[0].FontDescriptor.__delitem__("/FontFile3"),
    "fonts_have_text": lambda book: book.fonts[0].ToUnicode.write(b"<0041> <fffe>"),
    "fonts_are_consistent": lambda book: book.fonts[0].__setitem__("/Encoding", pikepdf.Name("/Other")),
    "no_glyph_is_missing": lambda book: book.fonts[0].ToUnicode.write(b"<0000> <0041>"),
}


def test_there_are_at_least_twenty_rules_each_with_its_source():
    assert len(accessibility.RULES) >= 20
    assert all(rule.__doc__ and "ISO" in rule.__doc__ for rule in accessibility.RULES)
    assert {rule.__name__ for rule in accessibility.RULES} - DAMAGE.keys() == {"is_open"}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_rule_finds_what_it_is_about(name, screen):
    rule = next(rule for rule in accessibility.RULES if rule.__name__ == name)
    with pikepdf.open(screen) as pdf:
        DAMAGE[name](Finished(pdf))
        assert list(rule(Finished(pdf)))
