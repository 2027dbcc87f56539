"""The guides of all editions: every fact of the records stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pypdfium2 as pdfium
import pytest

from generator.handbook.book import Unit
from generator.handbook.plan.guide import printed
from generator.model import Edition, EditionId, Indicator, Judging
from generator.model.award import Prize
from generator.model.edition import SourceDocument
from generator.papers import Make
from generator.views.pages.judging import IndicatorRow, RubricView
from generator.views.parts import wording
from generator.views.parts.blocks import Figure
from tests import whole
from tests.handbook.books import EDITIONS, catalog, ids, made, text, units, without

REAL = [edition for edition in EDITIONS if not edition.startswith("demo/")]


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_edition_has_a_guide() -> None:
    assert sorted(catalog().editions) == EDITIONS


@cache
def chapters(edition: str) -> list[Unit]:
    """The units of an edition's guide."""
    return units(made(edition)["guide"])


def words(edition: str) -> str:
    return text(markup(edition)).replace("&#39;", "'")


def markup(edition: str) -> str:
    return "".join(unit.html for unit in chapters(edition))


def test_all_five_real_editions_have_one() -> None:
    assert len(REAL) == 5
    assert all(chapters(edition) for edition in REAL)


def facts(edition: str) -> Iterator[str | None]:
    """Every word of an edition's records that comes from its notice."""
    content = catalog()
    record = content.editions[edition]  # type: ignore[index]
    yield from facts_of(record)
    for phase in content.timelines[record.id].phases:
        yield from (phase.name, phase.text, phase.description)
    for track in content.tracks_of(record.id):
        yield from (track.name, track.source_name, *track.guiding_units)
        yield from (group.title for group in track.topic_groups)
        for topic in track.topics:
            yield from (topic.label or f"赛题{topic.place}", topic.title, topic.summary, *topic.guiding_units)
    scheme = content.awards[record.id]
    yield from (*scheme.levels, *scheme.forms, *scheme.notes, wording.count(scheme.total))
    yield from (wording.money(prize.cny) for prize in scheme.prizes)
    yield from (word for award in scheme.special for word in (award.name, award.rule))
    yield from facts_of_judging(content.judging.get(record.id, Judging()))


def facts_of(record: Edition) -> Iterator[str | None]:
    yield from (record.name, record.theme, record.summary, record.document.number, record.document.title)
    yield from (record.document.issuer, record.document.url, record.registration.url, record.registration.text)
    yield wording.publicity(record.publicity)
    yield f"不超过{record.team.max_representatives}人" if record.team.max_representatives else None
    yield f"{record.finals.quota}个项目" if record.finals.quota else None
    yield wording.percent(record.finals.sme_min_share) if record.finals.sme_min_share else None
    for listed in (record.goals, record.eligibility, record.project_requirements, record.case_outline):
        yield from listed
    yield from (*(name for _, names in record.organisers.roles() for name in names), *record.organisers.notes)
    for item in record.submission:
        yield from (item.item, *item.parts)
    for rule in (*record.rules, *record.benefits):
        yield from (rule.name, rule.text)
    for note in record.source_notes:
        yield from (note.place, note.note)
    for contact in record.contacts:
        yield from (contact.role, contact.phone, contact.email, contact.hours)


def facts_of_judging(judging: Judging) -> Iterator[str | None]:
    yield from (word for each in (*judging.stages, *judging.panels) for word in (each.name, each.text))
    yield from judging.notes
    for rubric in judging.rubrics:
        yield rubric.name
        for indicator in (each for top in rubric.indicators for each in everyone(top)):
            yield from (indicator.name, indicator.note, *indicator.focus)


def everyone(indicator: Indicator) -> Iterator[Indicator]:
    yield indicator
    for child in indicator.children:
        yield from everyone(child)


def test_nothing_that_the_notice_says_is_missing(edition: str) -> None:
    found = words(edition)
    said = [fact for fact in facts(edition) if fact]
    assert len(said) > 60
    assert not [fact for fact in said if text(fact) not in found]


def test_one_page_says_what_an_entrant_asks_first(edition: str) -> None:
    content = catalog()
    record = content.editions[edition]  # type: ignore[index]
    made_units = chapters(edition)
    glance = next(unit for unit in made_units if unit.id == "glance")
    found = text(glance.html)
    for phase in content.timelines[edition].phases:  # type: ignore[index]
        assert text(phase.name) in found
        assert text(phase.text) in found
    assert text(record.registration.text or "通知未载明") in found
    assert (record.registration.url or "通知未载明") in found
    assert glance.html.count('class="qr"') == bool(record.registration.url)
    assert all(each.phone in found for each in record.contacts if each.phone)
    assert ("通知没有公布联系电话" in found) == (not record.contacts)
    assert all(text(track.name) in found for track in content.tracks_of(record.id))
    scheme = content.awards[edition]  # type: ignore[index]
    assert all(level in found for level in scheme.levels)
    assert ("通知没有写明奖金" in found) == (not scheme.prizes)
    # The pages that say more are those on which the chapters stand, as `units` counts them.
    places = [unit.id for unit in made_units if unit.id not in {"contents", "glance"}]
    referred = re.findall(r'见第(?: |\u00a0)?<a href="#(\w+)--[^"]*">(?: |\u00a0)?(\d+)</a>', glance.html)
    assert len(referred) >= 4
    assert all(places[int(folio) - 1] == unit_id for unit_id, folio in referred)


def test_awards_and_rubrics_are_tables(edition: str) -> None:
    content = catalog()
    parts = {unit.id: unit for unit in chapters(edition)}
    scheme = content.awards[edition]  # type: ignore[index]
    assert all(level in text(parts["awards"].html) for level in scheme.levels)
    judging = content.judging.get(edition)  # type: ignore[call-overload]
    for rubric in judging.rubrics if judging else ():
        shown = text(parts["judging"].html)
        assert rubric.name in shown
        assert all(text(leaf.name) in shown for top in rubric.indicators for leaf in top.leaves())
        # Every indicator of the first level heads a table of its own, so that its name comes again on every page.
        heads = [text(head) for head in re.findall(r'rubric__group">(.*?)</th>', parts["judging"].html)]
        for top in rubric.indicators:
            points = sum(leaf.points or 0 for leaf in top.leaves())
            assert (f"{top.name}{points:g}分" if points else top.name) in heads


def test_tables_have_heads_and_every_heading_a_bookmark(edition: str) -> None:
    for unit in chapters(edition):
        for table in re.findall(r"<table.*?</table>", unit.html, re.DOTALL):
            assert "<th " in table or unit.id == "contents"
            assert not re.search(r"<th(?![^>]*scope=)[\s>]", table)
        written = re.findall(r'<h([1-6])[^>]*id="([^"]*)"', unit.html)
        assert written == [(str(head.level), head.anchor) for head in unit.headings]


def test_ids_are_unique_and_links_lead_somewhere(edition: str) -> None:
    made_units = chapters(edition)
    counted = Counter(name for unit in made_units for name in ids(unit))
    assert not [name for name, count in counted.items() if count > 1]
    targets = {target for unit in made_units for target in re.findall(r'href="#([^"]*)"', unit.html)}
    assert targets <= counted.keys()


def test_only_the_demo_branch_is_marked(edition: str) -> None:
    book = made(edition, Make.PRINT)["guide"]
    assert book.demo == edition.startswith("demo/")
    assert ("示例 · 内容虚构" in "".join(unit.html for unit in units(book))) == book.demo


def test_no_column_of_tracks_or_offices_says_nothing(edition: str) -> None:
    found = re.findall(r"grid--(?:tracks|contacts).*?<tbody>(.*?)</tbody>", markup(edition), re.DOTALL)
    assert found
    for table in found:
        rows = [re.findall(r"<t[dh].*?>(.*?)</t[dh]>", row, re.DOTALL) for row in table.split("</tr>") if "<tr" in row]
        assert all(set(column) - {"—", "通知未载明"} for column in zip(*rows, strict=True))


def test_a_rubric_of_one_level_is_one_table() -> None:
    rows = tuple(IndicatorRow((), name, points, 0, None, "") for name, points in (("主题", "40"), ("效果", "60")))
    shares = tuple(Figure(row.name, row.points, "分") for row in rows)
    rubric = RubricView("评分", "全部赛道", "100", 1, rows, shares, (40, 60), True, False, False)
    assert [(each.name, each.points, each.rows) for each in printed(rubric).groups] == [("评价指标", "", 2)]


def test_no_notice_is_called_silent_before_there_is_one() -> None:
    edition = catalog().editions["xinjiang/2025"]  # type: ignore[index]
    silent = edition.model_copy(update={"document": SourceDocument()})
    content = without(catalog(), editions={**catalog().editions, edition.id: silent})
    told = "".join(unit.html for unit in units(made(edition.id, content=content)["guide"]))
    assert wording.UNSTATED in markup(edition.id)
    assert wording.UNANNOUNCED in told
    assert wording.UNSTATED not in told


@pytest.mark.parametrize(("more", "unparted"), [(0, 7), (30, 6)])
def test_a_chapter_longer_than_a_column_of_the_contents_may_be_parted(more: int, unparted: int) -> None:
    """Else the contents begin on the page after their heading."""
    known = catalog().tracks_of("ningxia/2026")[-1]  # type: ignore[arg-type]
    tracks = dict(catalog().tracks)
    for number in range(more):
        slug = f"more-{number}"
        tracks[f"ningxia/2026/{slug}"] = known.model_copy(update={"slug": slug, "number": 20 + number})  # type: ignore[index]
    found = units(made("ningxia/2026", content=without(catalog(), tracks=tracks))["guide"])
    (contents,) = (unit.html for unit in found if unit.id == "contents")
    assert contents.count("contents__table--whole") == unparted


def test_many_levels_stand_below_each_other() -> None:
    """As columns they had room for one character each; columns of what comes first would have run over their page."""
    content, edition = catalog(), EditionId("demo/2026")
    scheme = content.awards[edition]
    levels = tuple(f"{number}等奖" for number in "一二三四五六七八九十")
    quotas = tuple(scheme.quotas[0].model_copy(update={"level": level}) for level in levels)
    prizes = tuple(Prize(level=level, items=("省级中试平台机台使用与训练营名额",)) for level in levels)
    many = scheme.model_copy(update={"levels": levels, "quotas": quotas, "prizes": prizes, "total": None})
    less = without(content, awards={**content.awards, edition: many}, entries={}, cases={})
    html = {unit.id: unit.html for unit in units(made(edition, content=less)["guide"])}
    table, *_ = re.findall(r'<table class="grid grid--awards">.*?</table>', html["awards"], re.DOTALL)
    assert table.count("<tr>") == 1 + len(levels) + 1
    assert "glance--long" in html["glance"]


def test_one_page_is_one_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is called 一页读懂 has a page, and the next chapter begins on the one after it."""
    books = [*whole.published(tmp_path_factory).glob("*/*/downloads/guide-screen.pdf")]
    assert len(books) > 2
    for path in books:
        with pdfium.PdfDocument(path) as document:
            begins = {each.get_title(): each.get_dest().get_index() for each in document.get_toc(max_depth=1)}
        page = begins["一页读懂"]
        assert min(each for each in begins.values() if each > page) == page + 1, path
