"""The case collection as units: what stands in it, where its links lead, what its indexes say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator import project
from generator.handbook.book import Book, IndexMark, LateUnit, PageOf, Unit
from generator.handbook.chinese.pinyin import initial, sort_key
from generator.handbook.plan.indexes import index_view
from generator.handbook.printing import books
from generator.media import qr
from generator.model import EditionId, Handbook
from generator.papers import Make, Paper
from generator.site.facts import site
from tests.handbook.books import ROOT, catalog, ids, made, text, units, without

EDITION = "demo/2026"


@pytest.fixture(scope="module")
def book() -> Book:
    return made(EDITION)["casebook"]


@pytest.fixture(scope="module")
def parts(book: Book) -> dict[str, Unit]:
    return {unit.id: unit for unit in units(book)}


def test_every_public_case_opens_a_unit_in_order(book: Book, parts: dict[str, Unit]) -> None:
    cases = catalog().cases_of(EDITION)
    opened = [name for name in parts if name.startswith("case-") and not name.endswith("-text")]
    assert opened == [f"case-{case.slug}" for case in cases]
    assert dict(book.cases) == {case.id: f"case-{case.slug}--top" for case in cases}
    for case in cases:
        unit = parts[f"case-{case.slug}"]
        html = "".join(parts[name].html for name in (unit.id, f"{unit.id}-text") if name in parts)
        words = text(html)
        assert case.unit in words
        assert case.award in words
        assert text(case.summary) in words
        assert all(text(section.heading) in words for section in catalog().case_texts[case.id].sections)
        assert html.count("<img ") == len(case.images) + len(case.charts)
        assert not case.quote or text(case.quote.text) in words
        assert not case.jury or text(case.jury) in words
        body = parts.get(f"{unit.id}-text", unit).html
        numbers = re.findall(r"<figcaption>图.\d+-(\d+)", body)
        assert numbers == [str(number + 1) for number in range(body.count("<img "))]
        assert unit.source.endswith(f"{case.slug}/index.md")
        assert unit.demo
        assert "示例" in words


def test_the_book_has_its_parts_in_order(parts: dict[str, Unit]) -> None:
    names = [name for name in parts if not name.startswith(("case-", "part-"))]
    assert names == [
        *("cover", "half-title", "title-page", "colophon", "board", "foreword", "contents", "numbers", "overview"),
        *("winners", "indexes", "photos", "afterword", "back"),
    ]
    assert sum(name.startswith("part-") for name in parts) == 8


def test_ids_are_unique_and_every_link_and_heading_leads_somewhere(parts: dict[str, Unit]) -> None:
    counted = Counter(name for unit in parts.values() for name in ids(unit))
    assert not [name for name, count in counted.items() if count > 1]
    for unit in parts.values():
        targets = re.findall(r'href="#([^"]*)"', unit.html)
        assert set(targets) <= counted.keys()
        assert {head.anchor for head in unit.headings} <= set(ids(unit))
        assert {each.anchor for each in unit.marks} <= set(ids(unit))
        assert all(name.startswith(f"{unit.id}--") for name in ids(unit))


def test_bookmarks_say_what_headings_say(parts: dict[str, Unit]) -> None:
    """All but those of a case's sections, which are called as those of every other."""
    for unit in parts.values():
        written = re.findall(r'<h([12])[^>]*id="([^"]*)"[^>]*>(.*?)</h\1>', unit.html, re.DOTALL)
        listed = [(str(head.level), head.anchor) for head in unit.headings]
        assert [(level, anchor) for level, anchor, _ in written] == listed
        for (_, _, words), head in zip(written, unit.headings, strict=True):
            assert text(words) == text(head.title)


def test_pictures_are_files_of_the_project_with_words(parts: dict[str, Unit]) -> None:
    for unit in parts.values():
        for tag in re.findall(r"<img [^>]*>", unit.html):
            assert re.search(r'alt="[^"]+"', tag)
            source = re.search(r'src="file:([^"]*)"', tag)
            if source is None:
                assert 'src="data:image/svg+xml;base64,' in tag  # a chart
                continue
            assert (ROOT / source[1]).is_file()
            assert Path(source[1]) in unit.paths


def test_print_shows_originals_and_no_web_furniture(parts: dict[str, Unit]) -> None:
    html = "".join(unit.html for unit in parts.values())
    for leftover in ("srcset", "loading=", "table-scroll", "record:", "tabindex", "<script"):
        assert leftover not in html


def test_contents_and_indexes_carry_the_pages_they_are_given(parts: dict[str, Unit]) -> None:
    case = catalog().cases_of(EDITION)[0]
    number = str([name for name in parts if name not in {"contents", "indexes"}].index(f"case-{case.slug}") + 1)
    row = re.search(rf"<tr[^>]*>(?:(?!</tr>).)*#case-{case.slug}--top.*?</tr>", parts["contents"].html, re.DOTALL)
    assert row
    assert f">{number}</a>" in row[0]
    assert f'href="#case-{case.slug}--top">{number}</a>' in parts["indexes"].html


def test_indexes_list_every_unit_and_partner_once_in_pinyin_order(parts: dict[str, Unit]) -> None:
    first, *others = parts["indexes"].html.split("<h1")[1:]
    assert len(others) == 2
    listed = re.findall(r"<tr><td>(.*?)</td>", first)
    expected = {unit for case in catalog().cases_of(EDITION) for unit in case.units}
    assert {text(label) for label in listed} == {text(unit) for unit in expected}
    keys = [sort_key(text(label)) for label in listed]
    assert keys == sorted(keys)


def test_an_index_leaves_its_labels_most_of_the_line(parts: dict[str, Unit]) -> None:
    """The width of a column is that of its `col`: the first row is a letter over both."""
    assert parts["indexes"].html.count('<col><col class="index__pages">') == parts["indexes"].html.count("<table")


def test_pinyin_order_and_groups() -> None:
    words = ["重庆市", "安徽省", "银川市", "长春市", "阿拉善盟", "示例市"]
    assert sorted(words, key=sort_key) == ["阿拉善盟", "安徽省", "长春市", "重庆市", "示例市", "银川市"]
    assert [initial(word) for word in ("重庆市", "5G应用", "Abc", "AI公司")] == ["C", "#", "A", "A"]
    assert [initial(word) for word in ("“三医”协同", "𠮷田公司", "单县", "银行", "厦门市")] == ["S", "J", "S", "Y", "X"]
    assert sort_key("宁夏银行").startswith("ning2 xia4 yin2 hang2")


def test_several_cases_on_one_page_share_a_number() -> None:
    marks = [IndexMark("unit", "甲公司", "a"), IndexMark("unit", "甲公司", "b"), IndexMark("unit", "甲公司", "c")]
    pages = {"a": PageOf("12", 20), "b": PageOf("9", 17), "c": PageOf("12", 20)}
    entry = index_view("unit-index", "", "", marks, pages).groups[0].entries[0]
    assert [(each.anchor, each.folio) for each in entry.references] == [("b", "9"), ("a", "12")]


def test_qr_codes_only_when_the_site_has_an_address(parts: dict[str, Unit]) -> None:
    content = without(catalog(), handbooks={})
    plain = units(made(EDITION, url=None, content=content)["casebook"])
    assert not any('class="qr"' in unit.html for unit in plain)
    coded = {unit.id: unit for unit in units(made(EDITION, content=content)["casebook"])}
    assert 'href="https://contest.example/demo/2026/' in coded["case-river-level-forecast-text"].html
    assert parts["back"].html.count('class="qr"') == 1


def test_a_book_names_the_permanent_website_whatever_the_build_is_called(parts: dict[str, Unit]) -> None:
    """Drawings are compared; that such a drawing decodes to its address has been checked once with two readers."""
    for case in catalog().cases_of(EDITION):
        address = f"https://shuju-x.example/demo/2026/cases/{case.slug}/"
        html = parts.get(f"case-{case.slug}-text", parts[f"case-{case.slug}"]).html
        assert f'<a href="{address}">' in html
        assert _drawing(html) == _drawing(qr.svg(address, ""))
    assert "https://shuju-x.example/demo/2026/" in text(parts["colophon"].html)
    assert "contest.example" not in "".join(unit.html for unit in parts.values())


def _drawing(html: str) -> str:
    found = re.search(r'<svg class="qr".*?<path[^>]* d="([^"]*)"', html, re.DOTALL)
    assert found
    return found[1]


def test_foreword_links_stay_in_the_book_or_go_to_the_public_site() -> None:
    plan = {
        "casebook": {
            "foreword": {
                "text": "见[水位](record:cases/river-level-forecast)和[赛程](record:timeline)，[下文](#below)。"
            }
        }
    }
    planned = Handbook.model_validate(plan)
    content = without(catalog(), handbooks={EDITION: planned})
    foreword = next(unit for unit in units(made(EDITION, content=content)["casebook"]) if unit.id == "foreword")
    assert 'href="#case-river-level-forecast--top"' in foreword.html
    assert 'href="https://contest.example/demo/2026/timeline/"' in foreword.html
    assert "#below" not in foreword.html
    elsewhere = Handbook.model_validate({"website": "https://shuju-x.example", **plan})
    content = without(catalog(), handbooks={EDITION: elsewhere})
    foreword = next(unit for unit in units(made(EDITION, content=content)["casebook"]) if unit.id == "foreword")
    assert 'href="https://shuju-x.example/demo/2026/timeline/"' in foreword.html


def test_the_colophon_names_the_paper_that_is_printed_on() -> None:
    content = catalog()
    printed = books(site(ROOT, content, None), content.editions[EditionId(EDITION)], Make.PRINT, ROOT, Paper.A4)
    colophons = [unit for book in printed for unit in units(book) if unit.id == "colophon"]
    assert len(colophons) == 3
    assert all("210毫米×297毫米（A4）" in text(unit.html) for unit in colophons)


def test_parts_can_be_left_out() -> None:
    plan = {"casebook": {"without": ("half-title", "winners", "topic-index")}}
    content = without(catalog(), handbooks={EDITION: Handbook.model_validate(plan)})
    made_units = {unit.id: unit for unit in units(made(EDITION, content=content)["casebook"])}
    assert not made_units.keys() & {"half-title", "winners", "foreword", "afterword"}
    assert [head.title for head in made_units["indexes"].headings] == ["单位索引", "地区索引"]
    assert "赛题索引" not in made_units["contents"].html


def test_a_plan_is_read_and_its_mistakes_are_told(contest: Path) -> None:
    plan = contest / "content/alpha/2026/handbook.yml"
    plan.write_text("paper: a4\ncasebook: {title: 成果手册, without: [winners]}\n", "utf-8")
    loaded = project.load(contest)
    assert loaded.catalog
    planned = loaded.catalog.handbook("alpha/2026")  # type: ignore[arg-type]
    assert (planned.paper, planned.casebook.title, planned.casebook.without) == ("a4", "成果手册", ("winners",))
    plan.write_text("paper: b5\ncasebok: {}\nwebsite: http://portal.example/\n", "utf-8")
    found = {(each.code, each.at.line) for each in project.load(contest).report.diagnostics}
    assert {("invalid-value", 1), ("unknown-key", 2), ("invalid-value", 3)} <= found


def test_no_collection_without_cases() -> None:
    assert "casebook" not in made("liaoning/2026")


def test_both_makes_hold_the_same_units_and_the_same_book_twice_is_equal() -> None:
    screen, printed = (made(EDITION, make)["casebook"] for make in Make)
    covers = {"cover", "back"}
    assert [part.id for part in screen.parts if part.id not in covers] == [part.id for part in printed.parts]
    assert [unit.html for unit in units(screen)] == [unit.html for unit in units(made(EDITION)["casebook"])]
    assert screen.css == made(EDITION)["casebook"].css != printed.css


def test_contents_and_indexes_are_late(book: Book) -> None:
    """And so are cases that name the pages of others."""
    late = [part.id for part in book.parts if isinstance(part, LateUnit)]
    assert [name for name in late if not name.startswith("case-")] == ["contents", "indexes"]
    assert "case-river-level-forecast-text" in late


def test_openings_are_bare_and_pages_without_heads_say_that_they_are_samples(parts: dict[str, Unit]) -> None:
    for unit in parts.values():
        assert unit.bare or unit.bare_opening or unit.id.endswith("-text")
        if unit.bare:
            assert "示例" in unit.html
