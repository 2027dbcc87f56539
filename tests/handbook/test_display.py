"""Pages that are looked at: the contest in numbers, parts and their colours, the roll of winners, collections."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from generator.handbook.book import Book, LateUnit, Tab
from generator.handbook.chinese.count_lines import broken
from generator.handbook.join import tabs
from generator.handbook.page.trim import frame
from generator.handbook.page.type_area import sheet
from generator.handbook.plan import patterns
from generator.handbook.plan.display import honours, overview, part_pages
from generator.handbook.plan.display.honours import Laureate
from generator.handbook.plan.maker import UnitMaker
from generator.media.hues import contrast
from generator.media.palette import parts
from generator.model import Change, ChangeKind, EditionId, Handbook
from generator.model.branch import Colours
from generator.model.judging import Indicator
from generator.model.record import Picture
from generator.papers import Make, Paper
from generator.site.facts import site
from generator.text import phrases
from tests.handbook.books import ROOT, catalog, ids, made, text, units, without

EDITION = EditionId("demo/2026")
PAGE = sheet(Paper.K16_LARGE, Make.SCREEN)
LEVELS = ("一等奖", "二等奖", "三等奖")


def laureate(track: str, region: str | None, *awards: str) -> Laureate:
    return Laureate("项目", "单位", "", (), region, track, awards, None, demo=False)


# The contest in numbers


def test_the_matrix_shows_awards_one_by_one_or_counted() -> None:
    found = [laureate("工业", "甲市", "一等奖"), laureate("工业", "甲市", "三等奖")]
    found += [laureate("农业", "乙市", "二等奖")] * 5
    shown = overview.matrix(found, LEVELS, ["工业", "农业", "交通"], PAGE)
    assert shown
    assert shown.columns == ("乙市", "甲市")
    assert [name for name, _, _ in shown.rows] == ["工业", "农业"]
    assert [(hit.sign, hit.count) for hit in shown.rows[0][1][1]] == [("一", 1), ("三", 1)]
    assert [(hit.sign, hit.count) for hit in shown.rows[1][1][0]] == [("二", 5)]
    assert (shown.sums, shown.total) == ((5, 2), 7)


def test_regions_beyond_the_measure_and_unknown_ones_are_others() -> None:
    found = [laureate("工业", f"{number}市", "一等奖") for number in range(60)] + [laureate("工业", None, "一等奖")]
    shown = overview.matrix(found, LEVELS, ["工业"], PAGE)
    assert shown
    assert shown.columns[-1] == "其他"
    assert sum(shown.sums) == shown.total == 61
    assert shown.width * len(shown.columns) < PAGE.measure
    assert overview.matrix([laureate("工业", "甲市", "一等奖")], LEVELS, ["工业"], PAGE) is None


def test_levels_that_begin_alike_are_told_by_their_place() -> None:
    found = [laureate("工业", "甲市", "优秀奖"), laureate("工业", "乙市", "优胜奖")]
    shown = overview.matrix(found, ("优胜奖", "优秀奖"), ["工业"], PAGE)
    assert shown
    assert [(hit.sign, level) for hit, level in shown.legend] == [("1", "优胜奖"), ("2", "优秀奖")]


def test_judging_of_which_nothing_is_drawn_has_no_heading() -> None:
    """Indicators without points are the guide's; a heading stood above nothing."""
    content = catalog()
    (rubric, *_) = content.judging[EDITION].rubrics
    plain = rubric.model_copy(update={"indicators": (Indicator(name="创新"),), "total": None})
    judging = content.judging[EDITION].model_copy(update={"rubrics": (plain,), "stages": (), "panels": ()})
    less = made(EDITION, content=without(content, judging={**content.judging, EDITION: judging}))
    (told,) = [unit for unit in units(less["casebook"]) if unit.id == "overview"]
    assert "怎样评选" not in told.html
    assert "怎样评选" not in [head.title for head in told.headings]


# The roll


def test_the_roll_has_first_prizes_first_special_awards_and_nobody_who_lost_theirs() -> None:
    content = catalog()
    edition = content.editions[EDITION]
    facts = site(ROOT, content, None)
    found = honours.laureates(facts, edition, {})
    roll = honours.roll(facts, edition, found)
    assert [each.award for each in roll] == [*LEVELS, "数据惠民奖"]
    assert [each.rank for each in roll] == [1, 2, 3, 0]
    entries = content.entries[EDITION]
    lost = Change(entry="GY-02", on=date(2026, 9, 20), kind=ChangeKind.DISQUALIFIED)
    changed = entries.model_copy(update={"changes": (*entries.changes, lost)})
    less = site(ROOT, without(content, entries={**content.entries, EDITION: changed}), None)
    assert len(honours.laureates(less, edition, {})) == len(found) - 1


def test_photographs_fill_the_measure_row_by_row_as_they_are_seen(tmp_path: Path) -> None:
    folder = tmp_path / "content/demo/2026"
    folder.mkdir(parents=True)
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (160, 90)).save(folder / "wide.jpg")
    Image.new("RGB", (120, 90)).save(folder / "turned.jpg", exif=turned)
    facts = site(ROOT, catalog(), None)
    maker = UnitMaker(tmp_path, facts, catalog().editions[EDITION], Make.SCREEN, PAGE)
    given = [Picture(file=name, alt="台上") for name in ("wide.jpg", "turned.jpg", "wide.jpg", "wide.jpg")]
    rows = honours.photos(maker, given)
    assert [len(row) for row in rows] == [1, 3]
    for row in rows:
        assert sum(each.width for each in row) + 9 * (len(row) - 1) == pytest.approx(PAGE.measure)
        assert len({round(each.height, 3) for each in row}) == 1
    assert rows[1][0].width < rows[1][0].height


# Parts


@pytest.mark.parametrize("branch", ["demo", "guangdong", "liaoning", "national", "ningxia", "xinjiang"])
@pytest.mark.parametrize("count", [1, 2, 8, 24])
def test_white_reads_on_every_part_and_every_part_on_paper(branch: str, count: int) -> None:
    colours = catalog().branches[branch].colours  # type: ignore[index]
    made_parts = parts(colours, count)
    assert len({each.primary for each in made_parts}) == count
    for each in made_parts:
        assert contrast("#ffffff", each.primary) >= 7
        assert contrast(each.soft, each.primary) >= 7


def test_hues_go_the_short_way_from_one_colour_to_the_other() -> None:
    colours = Colours(primary="#0d4f4c", accent="#a8480f")
    first, *_, last = parts(colours, 5)
    assert first.primary == "#0d4f4c"
    assert last.primary.startswith("#8")


@pytest.mark.parametrize("family", range(4))
def test_a_pattern_depends_on_its_seed_alone(family: int) -> None:
    ground = patterns.Ground("#0d4f4c", "#c98a5f")
    draw = patterns._FAMILIES[family]
    assert list(draw("a", ground, 500, 300)) == list(draw("a", ground, 500, 300))
    assert list(draw("a", ground, 500, 300)) != list(draw("b", ground, 500, 300))


def test_a_part_lists_as_many_cases_as_there_is_room_for() -> None:
    maker = UnitMaker(ROOT, site(ROOT, catalog(), None), catalog().editions[EDITION], Make.SCREEN, PAGE)
    [scheme] = parts(maker.branch.colours, 1)
    look = part_pages.Look(0, scheme, Tab(0, 1, "#0d4f4c", "1"))

    def listed(name: str, count: int) -> part_pages.PartView:
        every = [part_pages.PartCase(str(place), name, "一等奖", "某公司") for place in range(count)]
        return part_pages.title(maker, part_pages.CaseGroup("a", "甲", "甲", (), ()), look, every, demo=False)

    assert not listed("水尺" * 8, 4).compact
    assert listed("水尺" * 40, 4).compact
    assert listed("水尺" * 40, 30).more > listed("水尺" * 8, 30).more > 0


def test_tabs_stand_apart_at_the_fore_edge_and_reach_the_bleed() -> None:
    edges = frame(Make.PRINT, Paper.K16_LARGE)
    before = edges.height
    for place in range(30):
        left, bottom, width, height = tabs.area(Tab(place, 30, "#0d4f4c", "1"), edges, right=True)
        assert left + width == pytest.approx(edges.bleed[2])
        assert bottom + height <= before
        assert bottom > 0
        assert tabs.area(Tab(place, 30, "#0d4f4c", "1"), edges, right=False)[0] == pytest.approx(edges.bleed[0])
        before = bottom


def test_every_page_of_a_part_has_its_tab() -> None:
    book = made(EDITION)["casebook"]
    named = dict(book.inks.named)
    place = -1
    for unit in units(book):
        place += unit.id.startswith("part-")
        if unit.id.startswith(("part-", "case-")):
            assert unit.tab
            assert (unit.tab.place, unit.tab.label) == (place, str(place + 1))
            assert unit.tab.colour in named
            assert f"--primary:{unit.tab.colour}" in unit.html
        else:
            assert unit.tab is None


# Titles


@pytest.mark.parametrize(
    ("title", "ems", "lines"),
    [
        ("短题目", 20, ("短题目",)),
        ("从雨滴到门牌：中小河流水位智能预报与分级叫应", 20, ("从雨滴到门牌：", "中小河流水位智能预报与分级叫应")),
        ("城市轨道交通运营安全监测和应急联动处置平台", 16, ("城市轨道交通运营安全", "监测和应急联动处置平台")),
        ("超过四行才放得下的题目由排版去断行" * 3, 8, ("超过四行才放得下的题目由排版去断行" * 3,)),
    ],
)
def test_titles_break_where_a_reader_pauses(title: str, ems: float, lines: tuple[str, ...]) -> None:
    assert broken(phrases.split(title), ems) == lines


# Books of several contests


@pytest.fixture(scope="module")
def collection() -> Book:
    return made(EDITION)["collection"]


def test_a_collection_has_the_chosen_cases_of_several_years_by_sector(collection: Book) -> None:
    chosen = catalog().chosen(EDITION)
    assert {case.edition for case in chosen} == {"demo/2025", "demo/2026"}
    assert set(collection.cases) == {case.id for case in chosen}
    opened = [unit for unit in units(collection) if unit.id.startswith("case-") and not unit.id.endswith("-text")]
    assert len(opened) == len(chosen)
    counted = [name for unit in units(collection) for name in ids(unit)]
    assert len(counted) == len(set(counted))
    words = text("".join(unit.html for unit in opened))
    assert "2025年" in words
    assert "2026年" in words
    assert not {unit.id for unit in units(collection)} & {"winners", "overview", "numbers"}


def test_a_collection_has_no_case_that_is_not_public() -> None:
    content = catalog()
    hidden = content.chosen(EDITION)[0].id
    less = without(content, cases={key: case for key, case in content.cases.items() if key != hidden})
    assert hidden not in made(EDITION, content=less)["collection"].cases
    none = Handbook.model_validate({"collection": {"cases": ("demo/2026/nowhere",)}})
    assert "collection" not in made(EDITION, content=without(content, handbooks={EDITION: none}))


def test_references_between_cases_say_the_page() -> None:
    book = made(EDITION)["casebook"]
    late = next(part for part in book.parts if part.id == "case-river-level-forecast-text")
    assert isinstance(late, LateUnit)
    unit = next(unit for unit in units(book) if unit.id == late.id)
    assert re.search(r"〔第\d+页〕", text(unit.html))
    assert "第000页" not in text(unit.html)
