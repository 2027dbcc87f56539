"""What is handed over, filled in and hung up: certificates, boards, scoring sheets, checklists."""

from __future__ import annotations

import csv
import ctypes
import io
import re
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations
from math import ceil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from generator import project
from generator.catalog import Catalog, addresses
from generator.commands import cli
from generator.handbook import loose
from generator.handbook.book import Book, Unit
from generator.handbook.layout.cache_files import CACHE
from generator.handbook.page.trim import POINTS
from generator.handbook.plan import boards
from generator.handbook.plan.certificates import certificates, size, table
from generator.handbook.plan.checklist import checklist
from generator.handbook.plan.maker import UnitMaker
from generator.handbook.plan.scoring import COLUMNS, scoring
from generator.machine.faults import Stopped
from generator.media import qr
from generator.model import Edition
from generator.model.entry import Change, ChangeKind, ListKind
from generator.model.handbook import Certificate, Handbook
from generator.model.judging import Indicator
from generator.papers import LooseSheet, Paper
from generator.site.facts import site
from generator.views import Site
from generator.views.parts.certificates import Awarded, awarded
from tests.handbook.books import EDITIONS, ROOT, URL, catalog, text, without
from tests.handbook.fabricated import build
from tests.handbook.scan import lines_of

DEMO = "demo/2026"


def views(content: Catalog | None = None) -> Site:
    return site(ROOT, content or catalog(), URL, shown=())


def certifier(content: Catalog, edition: Edition) -> UnitMaker:
    return UnitMaker.of_sheets(ROOT, views(content), edition, LooseSheet.CERTIFICATE)


def former(content: Catalog, edition: str) -> UnitMaker:
    return UnitMaker.of_sheets(ROOT, views(content), content.editions[edition], Paper.A4)


def sheets(book: Book | None) -> list[Unit]:
    assert book
    return [part for part in book.parts if isinstance(part, Unit)]


def words(book: Book | None) -> str:
    return text("".join(unit.html for unit in sheets(book))).replace("&#39;", "'")


# Checklists and scoring sheets


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_checklist_has_a_box_for_everything(edition):
    record = catalog().editions[edition]
    book = checklist(former(catalog(), edition))
    said = words(book)
    boxes = [*record.case_outline, *record.eligibility, *record.project_requirements]
    boxes += [word for item in record.submission for word in (item.item, *item.parts)]
    phases = [word for phase in catalog().timelines[edition].phases for word in (phase.name, phase.text)]
    dues = [f"{item.due}提交" for item in record.submission if item.due]
    assert not [word for word in (*boxes, *phases, *dues) if text(word) not in said]
    assert "".join(unit.html for unit in sheets(book)).count('class="box"') == len(boxes)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_scoring_sheet_has_every_indicator_for_every_track(edition):
    book = scoring(former(catalog(), edition))
    given = catalog().judging.get(edition)
    if given is None or not given.rubrics:
        assert book is None
        return
    tracks = [track.slug for track in catalog().tracks_of(edition)]
    finalists = Counter(entry.track for entry in catalog().entries_in(edition, ListKind.FINALISTS))
    filled = {track: max(1, ceil(finalists[track] / COLUMNS)) for track in tracks}
    wanted = [
        rubric for rubric in given.rubrics for _ in range(1 + sum(filled[track] for track in rubric.tracks or tracks))
    ]
    assert len(sheets(book)) == len(wanted)
    for unit, rubric in zip(sheets(book), wanted, strict=True):
        leaves = [leaf for top in rubric.indicators for leaf in top.leaves()]
        assert not [leaf.name for leaf in leaves if text(leaf.name) not in text(unit.html)]
        assert unit.html.count("<td></td>") >= len(leaves) * max(1, unit.html.count("编号</small>"))
        assert all(word in unit.html for word in ("合计", "专家签名", "日期"))


def test_a_scoring_sheet_names_the_finalists_who_have_not_left():
    content = catalog()
    first, second, *_ = content.entries_in(DEMO, ListKind.FINALISTS)
    gone = Change(entry=first.number, on=date(2026, 8, 1), kind=ChangeKind.WITHDRAWN)
    content = with_entries(lambda entries: entries.model_copy(update={"changes": (gone,)}))
    found = sheets(scoring(former(content, DEMO)))
    numbers = [each for unit in found for each in re.findall("编号</small>\\s*(.+?)</th>", unit.html)]
    listed = [each.number for each in content.entries_in(DEMO, ListKind.FINALISTS)]
    assert sorted(map(text, numbers)) == sorted(set(listed) - {first.number})
    assert f"（{second.number}至" in found[1].headings[0].title


def test_a_scoring_sheet_longer_than_a_page_begins_on_its_first():
    """It waited for a page that has room for all of it, and left the first one empty."""
    content = catalog()
    judging = content.judging[DEMO]
    leaves = tuple(Indicator(name=f"第{number}项", points=1) for number in range(60))
    rubric = judging.rubrics[0].model_copy(update={"indicators": (Indicator(name="数据", children=leaves),)})
    long = judging.model_copy(update={"rubrics": (rubric,)})
    book = scoring(former(without(content, judging={**content.judging, DEMO: long}), DEMO))
    assert book
    bound, _ = build(ROOT, replace(book, parts=book.parts[:1]))
    with pypdfium2.PdfDocument(bound.pdf) as pdf:
        assert "第0项" in re.sub(r"\s", "", pdf[0].get_textpage().get_text_bounded())


def test_without_materials_and_rubrics_there_is_nothing_to_print():
    edition = catalog().editions["guangdong/2026"]
    with pytest.raises(Stopped, match="还没有公布评价指标"):
        loose.forms(ROOT, views(), edition, "scoring")
    with pytest.raises(Stopped, match="没有列出要提交的材料"):
        loose.forms(ROOT, views(), edition.model_copy(update={"submission": ()}), "checklist")


# Boards


def test_type_is_as_large_as_its_distance_asks():
    assert boards.readable(2) / POINTS == pytest.approx(17.45, abs=0.01), "millimetres"
    drawn = list(boards.boards(ROOT, views(), catalog().editions[DEMO]))
    cases, tracks = len(catalog().cases_of(DEMO)), len(catalog().tracks_of(DEMO))
    assert len({name for name, _ in drawn}) == len(drawn) == 2 * (cases + tracks)
    for name, book in drawn:
        (unit,) = sheets(book)
        sizes = [float(size) for size in re.findall(r"--[\w-]+:([\d.]+)pt;", unit.html)]
        assert len(sizes) == 6
        assert min(sizes) >= 49, name
        assert "虚构" in unit.html
    css = (ROOT / "templates" / "handbook" / "prints" / "board.css").read_text("utf-8")
    assert not re.findall(r"font(?:-size)?:[^;]*\d(?:pt|mm|px)", css), "no size of type but by distance"


def test_a_board_shows_picture_figures_and_the_way_to_the_case():
    case = catalog().cases_of(DEMO)[0]
    drawn = dict(boards.boards(ROOT, views(), catalog().editions[DEMO], case.slug, [LooseSheet.PANEL]))
    (unit,) = sheets(drawn[f"{case.slug}-90x120"])
    said = text(unit.html)
    for word in (case.title, case.summary, case.award, *case.units, *(metric.label for metric in case.metrics[:3])):
        assert text(word) in said
    assert f"cases/{case.slug}/{case.lead}" in unit.html
    assert qr.svg(f"https://shuju-x.example/{DEMO}/cases/{case.slug}/", f"二维码：{case.title}的网页") in unit.html


def test_a_track_without_winners_shows_its_topics():
    edition = catalog().editions["national/2025"]
    drawn = dict(boards.boards(ROOT, views(), edition, sizes=[LooseSheet.ROLL_UP]))
    track = catalog().tracks_of(edition.id)[1]
    said = words(drawn[f"track-{track.slug}-80x180"])
    assert text(track.topics[0].title) in said
    assert re.search(r"另有\d+个，见网页", said)


# Certificates


def with_entries(change: object) -> Catalog:
    """The demonstration with its entries changed."""
    content = catalog()
    return replace(content, entries={**content.entries, DEMO: change(content.entries[DEMO])})  # type: ignore[operator]


def numbers(content: Catalog) -> dict[tuple[str, str], str]:
    found = awarded(views(content), content.editions[DEMO])
    return {(each.entry.number, each.award): each.number for each in found}


def test_numbers_stay_when_an_entry_is_added():
    first = catalog().entries[DEMO].entries[0]
    new = first.model_copy(update={"number": "GY-00", "title": "新增", "awards": ("一等奖",), "case": None})
    before = numbers(catalog())
    after = numbers(with_entries(lambda entries: entries.model_copy(update={"entries": (new, *entries.entries)})))
    assert after == before | {("GY-00", "一等奖"): "2026-1-GY-00"}
    assert len(set(after.values())) == len(after)


def test_two_awards_are_two_certificates_and_who_left_has_none():
    twice = [number for number, _ in numbers(catalog())]
    (both,) = {number for number in twice if twice.count(number) > 1}
    assert [each for (number, _), each in numbers(catalog()).items() if number == both] == [
        f"2026-3-{both}",
        f"2026-4-{both}",
    ]
    gone = Change(entry=both, on=date(2026, 9, 20), kind=ChangeKind.DISQUALIFIED)
    left = numbers(with_entries(lambda entries: entries.model_copy(update={"changes": (*entries.changes, gone)})))
    assert both not in {number for number, _ in left}


def test_certificates_say_who_won_what_and_that_it_is_fabricated():
    content = catalog()
    found = awarded(views(), content.editions[DEMO])
    units = sheets(certificates(certifier(content, content.editions[DEMO]), found))
    assert len(units) == len(found) > 20
    for unit, each in zip(units, found, strict=True):
        said = text(unit.html)
        for word in (each.number, each.award, each.entry.title, *each.entry.units, each.entry.team or ""):
            assert text(word) in said
        assert "虚构示例" in said
        url = f"https://shuju-x.example/{addresses.entry(DEMO, each.entry.number)}".removesuffix("index.html")
        assert qr.svg(url, f"二维码：核对证书{each.number}的网页") in unit.html


def test_the_table_lists_every_certificate():
    content = catalog()
    found = awarded(views(), content.editions[DEMO])
    rows = list(
        csv.DictReader(io.StringIO(table(certifier(content, content.editions[DEMO]), found).decode("utf-8-sig")))
    )
    assert [(row["证书编号"], row["奖项"], row["牵头单位"]) for row in rows] == [
        (each.number, each.award, each.entry.unit) for each in found
    ]
    assert {row["文件"] for row in rows} == {f"{each.number}.pdf" for each in found}


def with_certificate(**plan: object) -> Catalog:
    content = catalog()
    planned = Handbook(certificate=Certificate(**plan))
    return replace(content, handbooks={**content.handbooks, DEMO: planned})


def test_editors_word_and_number_certificates():
    content = with_certificate(
        number="数赛〔{year}〕{track:02}/{level}-{entry}号",
        text="{unit}的团队{team}以《{title}》获{track}赛道{award}。",
        issuers=["甲局", "乙局"],
        date="2026年9月16日",
    )
    edition = content.editions[DEMO]
    unit = sheets(certificates(certifier(content, edition), awarded(views(content), edition)))[0]
    assert "数赛〔2026〕01/1-GY-02号" in unit.html
    assert "的团队听轴者以《" in unit.html
    assert "甲局乙局2026年9月16日" in text(unit.html)
    prints = loose.certificates(ROOT, views(content), content.editions[DEMO], Path("nowhere"))
    assert "certificates/数赛〔2026〕01-1-GY-02号.pdf" in prints.books
    with pytest.raises(Stopped, match="证书编号有重复"):
        bad = with_certificate(number="{year}")
        loose.certificates(ROOT, views(bad), bad.editions[DEMO], Path("nowhere"))


def test_on_no_certificate_does_one_text_run_into_another():
    content = with_certificate(issuers=["某省数据管理局", "某省人力资源和社会保障厅", "某省大数据发展促进中心"])
    edition, first = content.editions[DEMO], awarded(views(content), content.editions[DEMO])[0]
    partner = "某省工业互联网与大数据应用技术研究院有限公司第{}分公司"

    def crowded(partners: int, team: str) -> Awarded:
        joined = tuple(map(partner.format, range(partners)))
        number = f"GY-{partners}"
        entry = first.entry.model_copy(update={"partners": joined, "team": team, "number": number})
        return replace(first, number=number, entry=entry)

    assert size(certifier(content, edition), crowded(40, "队")) is None
    assert size(certifier(content, edition), crowded(0, "队" * 300)) is None
    found = [crowded(count, "队" * team) for count, team in ((0, 1), (3, 20), (8, 60), (16, 40))]
    sizes = [size(certifier(content, edition), each) for each in found]
    assert sizes == sorted(set(sizes), reverse=True)
    bound, _ = build(ROOT, certificates(certifier(content, edition), found))
    assert bound.pdf
    for page in pypdfium2.PdfDocument(bound.pdf):
        lines = lines_of(page)
        assert len(lines) > 8
        for above, below in combinations(lines, 2):
            beside = above.right <= below.left or below.right <= above.left
            assert beside or above.base - below.base > 0.9 * below.size, (above.text, below.text)


def test_certificates_of_fabricated_cases_say_so_in_a_real_edition():
    content = catalog()
    editions = {**content.editions, DEMO: content.editions[DEMO].model_copy(update={"demo": False})}
    branch = content.branches[editions[DEMO].branch]
    branches = {**content.branches, branch.id: branch.model_copy(update={"demo": False})}
    real = content.cases_of(DEMO)[0]
    cases = {**content.cases, real.id: real.model_copy(update={"demo": False})}
    content = replace(content, editions=editions, branches=branches, cases=cases)
    found = awarded(views(content), editions[DEMO])
    units = sheets(certificates(certifier(content, editions[DEMO]), found))
    wanted = [content.case_of(DEMO, each.entry.number) != real.id for each in found]
    assert len(set(wanted)) == 2
    assert [unit.demo for unit in units] == ["虚构示例" in unit.html for unit in units] == wanted


@pytest.mark.parametrize("number", ["{entry", "{serial}", "{entry!r}", "{entry.title}", "{track:99}"])
def test_other_braces_are_a_mistake(number):
    with pytest.raises(ValueError, match="pattern"):
        Certificate(number=number)


# Files


@pytest.fixture(scope="module")
def contest(tmp_path_factory, minimal: Path) -> Path:
    folder = Path(shutil.copytree(minimal, tmp_path_factory.mktemp("loose") / "contest"))
    (folder / "templates").symlink_to(ROOT / "templates")
    return folder


@pytest.fixture(scope="module")
def run(contest):
    def portal(*arguments: object) -> tuple[int, str, str]:
        command = ["print", *map(str, arguments), "--root", str(contest), "--as-of", "2026-09-01"]
        result = CliRunner().invoke(cli.main, command, catch_exceptions=False)
        return result.exit_code, result.stdout, result.stderr

    return portal


def boxes(pdf: Path) -> list[tuple[int, int, int]]:
    """Width and height of every trimmed page, and its bleed, in millimetres."""
    found = []
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            left, bottom, right, top = (float(edge) / POINTS for edge in page.TrimBox)
            bleed = left - float(page.BleedBox[0]) / POINTS
            found.append((round(right - left), round(top - bottom), round(bleed)))
    return found


def test_certificates_are_printed_one_by_one_and_together(run, contest, tmp_path):
    folder = contest / "prints" / "alpha" / "2026" / "certificates"
    folder.mkdir(parents=True)
    (folder / "2026-9-GONE.pdf").write_bytes(b"old")
    (folder / "theirs.pdf").write_bytes(b"theirs")
    kept = tmp_path / "kept.pdf"
    kept.write_bytes(b"kept")
    table = f"证书编号,文件\n2026-9-GONE,2026-9-GONE.pdf\n1,{kept}\n2,\n3,all.pdf\n4,..\n"
    (folder / "numbers.csv").write_text(table, "utf-8-sig")
    code, out, err = run("certificates", "alpha", "2026")
    assert code == 0, err
    rows = list(csv.DictReader((folder / "numbers.csv").read_text("utf-8-sig").splitlines()))
    names = {row["文件"] for row in rows}
    assert {path.name for path in folder.iterdir()} == names | {"all.pdf", "numbers.csv", "theirs.pdf"}
    assert kept.exists()
    assert boxes(folder / "all.pdf") == [(297, 210, 3)] * len(rows)
    assert [boxes(folder / name) for name in names] == [[(297, 210, 0)]] * len(rows)
    first = pypdfium2.PdfDocument(folder / rows[0]["文件"])[0].get_textpage().get_text_bounded()
    assert rows[0]["牵头单位"] in "".join(first.split())
    assert re.search(rf"certificates/all.pdf、.*等 {len(rows) + 2} 个文件，共 [\d.]+ MB。（用时 [\d.]+ 秒）", out)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    shutil.rmtree(contest / CACHE / "books")
    assert run("certificates", "alpha", "2026")[0] == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_long_title_of_a_board_breaks_between_phrases():
    room = boards.ROOMS[LooseSheet.ROLL_UP]
    assert boards._lines("村医助手——高血压糖尿病“两慢病”随访管理", room, boards.readable(7))[1:] == (
        "高血压糖尿病",
        "“两慢病”随访管理",
    )
    title = "城市内涝“监测—预警—调度”智慧防控平台" * 4
    assert boards._lines(title, room, boards.readable(7)) == (title,), "as many lines as there is room for"


def test_a_board_has_its_real_size_and_nothing_smaller_than_can_be_read(run, tmp_path):
    code, out, err = run("boards", "alpha", "2026", "--case", "kiln-heat-map", "--size", "80x180", "-o", tmp_path)
    assert code == 0, err
    assert out.startswith(f"已排印到 {tmp_path}：boards/kiln-heat-map-80x180.pdf，共 ")
    pdf = tmp_path / "boards" / "kiln-heat-map-80x180.pdf"
    assert boxes(pdf) == [(800, 1800, 10)]
    page = pypdfium2.PdfDocument(pdf)[0]
    texts = list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]))
    assert len(texts) > 10
    assert min(map(height, texts)) > 49


def height(item: pypdfium2.PdfObject) -> float:
    """The size in points at which a text is printed."""
    size = ctypes.c_float()
    pypdfium2.raw.FPDFTextObj_GetFontSize(item.raw, size)
    return size.value * abs(item.get_matrix().d)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["boards", "alpha", "2026", "--case", "nothing"], "没有公开的案例“nothing”。可选："),
        (["boards", "alpha", "2026", "--size", "1x1"], "--size：“1x1”不行，可选：80x180、90x120。"),
        (["checklist", "alpha", "2025"], "没有“alpha 2025”这一届。可选：alpha 2026、beta 2026。"),
        (["certificates", "beta", "2026"], "还没有公开的获奖名单，没有证书可印。"),
    ],
)
def test_what_cannot_be_printed_is_said(run, tmp_path, asked, told):
    code, out, err = run(*asked, "--out", tmp_path)
    assert (code > 0, out) == (True, "")
    assert err.splitlines()[-1].startswith(told) or err.startswith(told)
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_cannot_be_printed_leaves_all_as_it_was(contest, tmp_path):
    loaded = project.load(contest).catalog
    assert loaded
    facts = site(contest, loaded.public(date(2026, 9, 1)), URL)
    prints = loose.forms(contest, facts, facts.catalog.editions["alpha/2026"], "checklist")
    (book,) = prints.books.values()
    (unit,) = sheets(book)
    broken = replace(book, parts=(replace(unit, html="<div>" * 1000 + "x" + "</div>" * 1000),))
    printed = loose.write(contest, loose.Prints({"checklist.pdf": broken}), tmp_path)
    assert (printed.files, [each.code for each in printed.problems]) == ((), ["print-layout"])
    assert list(tmp_path.iterdir()) == []
