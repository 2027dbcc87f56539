"""What `portal new` writes: sound at once apart from marked gaps, never over what is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

import generator
from generator.commands import cli, new
from generator.content.gaps import MISSING
from generator.media.hues import READABLE, contrast
from generator.project import load
from generator.start.growing import HUES, MANUALS, PACKAGES

ROOT = Path(__file__).parents[2]
Portal = Callable[..., Result]


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Portal:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(cli.main, arguments, input=typed, catch_exceptions=False)

    return run


def found(root: Path) -> set[str]:
    """The codes of what is found in a project."""
    return {each.code for each in load(root).report.diagnostics}


BEGIN = (
    ("new", "project", "“知行数据”大赛"),
    ("new", "branch", "hubei", "--name", "湖北", "--full-name", "湖北省", "--year", "2026"),
)
GROW = (
    ("new", "edition", "hubei", "2027"),
    ("new", "track", "hubei", "2026", "城市治理"),
    ("new", "track", "hubei", "2026", "数据：开放 创新", "--kind", "open", "--slug", "open"),
    ("new", "notice", "hubei", "2026", "启动: #报名", "--date", "2026-06-01"),
    ("new", "page", "hubei", "2026", "关于"),
    ("new", "faq", "hubei", "2026", "怎样: 报名？"),
    ("new", "case", "hubei", "2026", "中小河流水位智能预报", "--unit", "某某科技有限公司", "--track", "open"),
    ("new", "case", "hubei", "2026", "中小河流水位智能预报"),
)


def test_a_project_is_sound_from_its_first_file_on(portal: Portal, tmp_path: Path) -> None:
    assert portal(*BEGIN[0]).exit_code == 0
    assert found(tmp_path) == set()
    for order in (*BEGIN[1:], *GROW):
        result = portal(*order)
        assert result.exit_code == 0, result.output
        assert found(tmp_path) <= {"to-do", "draft-to-do"}, order
    catalog = load(tmp_path).catalog
    assert catalog
    assert [page.slug for page in catalog.pages.values()] == ["guan-yu"]
    assert [edition.name for edition in catalog.editions.values()] == [
        "2026年“知行数据”大赛湖北分赛",
        "2027年“知行数据”大赛湖北分赛",
    ]
    assert [(track.number, track.slug, track.name) for track in catalog.tracks.values()] == [
        (1, "urban-governance", "城市治理"),
        (2, "open", "数据：开放 创新"),
    ]
    assert [notice.title for notice in catalog.notices.values()] == ["启动: #报名"]
    assert all(each.draft for each in (*catalog.notices.values(), *catalog.pages.values(), *catalog.cases.values()))
    assert sorted(case.slug for case in catalog.cases.values()) == [
        "zhong-xiao-he-liu-shui-wei-zhi-neng",
        "zhong-xiao-he-liu-shui-wei-zhi-neng-2",
    ]


def test_what_is_new_can_be_published_once_its_gaps_are_filled(portal: Portal, tmp_path: Path) -> None:
    """An edition without timeline, tracks and awards says so on its pages, and nothing that nobody said."""
    for order in BEGIN:
        portal(*order)
    assert portal("build", "--no-handbooks").exit_code == 1
    edition = tmp_path / "content/hubei/2026/edition.yml"
    edition.write_text(
        edition.read_text("utf-8").replace(f"[{MISSING}]", "[湖北省数据局]").replace(MISSING, "通知"), "utf-8"
    )
    assert portal("build", "--no-handbooks").exit_code == 0
    pages = {path.parent.name: path.read_text("utf-8") for path in (tmp_path / "site/hubei/2026").glob("*/index.html")}
    home = (tmp_path / "site/hubei/index.html").read_text("utf-8")
    assert "本站尚未收录本届赛程" in home
    assert "本站尚未收录赛道" in home
    assert "本站尚未收录奖项设置" in pages["awards"]
    assert "本站尚未收录赛道" in pages["tracks"]
    for page in (home, *pages.values()):
        for lie in ("赛程已结束", "0 个", ">0<", "总决赛名额", "中小企业最低比例"):
            assert lie not in page


def test_examples_that_are_only_uncommented_are_not_published(portal: Portal, tmp_path: Path) -> None:
    """Whoever takes the # away from a line of a new file and goes on is told what is still to be put in."""
    for order in (*BEGIN, *GROW):
        portal(*order)
    uncommented = 0
    for path in [*tmp_path.glob("content/**/2026/**/*.*"), *tmp_path.glob("branches/*/*.yml")]:
        text = path.read_text("utf-8")
        for line in re.findall(r"^ *# [a-z_]+: .*待补充.*$", text, re.MULTILINE):
            path.write_text(text.replace(line, line.replace("# ", "", 1)), "utf-8")
            at = text[: text.index(line)].count("\n") + 1
            told = load(tmp_path).report.diagnostics
            assert [each.code for each in told if each.at.line == at and path.match(f"*{each.at.path}")], (path, line)
            assert {each.code for each in told} <= {"to-do", "draft-to-do", "missing-image"}, (line, told)
            uncommented += 1
        path.write_text(text, "utf-8")
    assert uncommented > 15


def test_an_organiser_without_a_document_leaves_it_out(portal: Portal, tmp_path: Path) -> None:
    for order in BEGIN:
        portal(*order)
    path = tmp_path / "content/hubei/2026/edition.yml"
    path.write_text("name: 2026年“知行数据”大赛湖北分赛\n", "utf-8")
    assert found(tmp_path) == set()


def test_what_cannot_be_read_is_not_made_again(portal: Portal, tmp_path: Path) -> None:
    for order in BEGIN:
        portal(*order)
    (tmp_path / "content/hubei/2026/edition.yml").write_text("name: 2026年\nnmae: 湖北\n", "utf-8")
    told = "content/hubei/2026/edition.yml 有错误，读不出来：先运行 portal check hubei，照提示改正。"
    assert told in portal("new", "track", "hubei", "2026", "城市治理").stderr
    (tmp_path / "branches/hubei/branch.yml").write_text("id: hubei\n", "utf-8")
    assert "branches/hubei/branch.yml 有错误，读不出来" in portal("new", "track", "hubei", "2026", "城市治理").stderr


def test_a_case_may_name_its_track_as_people_do(portal: Portal, tmp_path: Path) -> None:
    for order in (*BEGIN, ("new", "track", "hubei", "2026", "开放创新", "--slug", "open")):
        portal(*order)
    assert portal("new", "case", "hubei", "2026", "预报", "--track", "开放创新", "--slug", "forecast").exit_code == 0
    assert "track: open" in (tmp_path / "content/hubei/2026/cases/forecast/index.md").read_text("utf-8")


def test_a_case_says_what_its_entry_does(portal: Portal, tmp_path: Path) -> None:
    for order in (*BEGIN, ("new", "track", "hubei", "2026", "开放创新", "--slug", "open")):
        portal(*order)
    table = "编号,项目名称,牵头单位,团队名称,赛道,奖项,参赛者\nA1,井盖不说谎,,灯火队,开放创新,一等奖,甲某、乙某\n"
    (tmp_path / "content/hubei/2026/entries.csv").write_text(table, "utf-8")
    awards = tmp_path / "content/hubei/2026/awards.yml"
    awards.write_text(awards.read_text("utf-8").replace("levels: []", "levels: [一等奖]"), "utf-8")
    contest = tmp_path / "content/contest.yml"
    contest.write_text(contest.read_text("utf-8") + "entrants: {unit: false, names: true}\n", "utf-8")
    assert portal("new", "case", "hubei", "2026", "井盖不说谎", "--slug", "cover").exit_code == 0
    text = (tmp_path / "content/hubei/2026/cases/cover/index.md").read_text("utf-8")
    assert all(
        told in text for told in ("track: open", "award: 一等奖", "team: {name: 灯火队}", "people: [甲某, 乙某]")
    )
    assert "\nunit:" not in text


def test_the_manuals_that_messages_name_are_in_a_new_project(portal: Portal, tmp_path: Path) -> None:
    """And their links lead to files there."""
    portal(*BEGIN[0])
    named = {
        name for path in tmp_path.rglob("*") if path.is_file() for name in _MANUAL.findall(path.read_text("utf-8"))
    }
    assert named == {f"docs/{name}" for name in MANUALS}
    for path in (tmp_path / "docs").iterdir():
        for link in re.findall(r"\]\(([\w-]+\.md)[)#]", path.read_text("utf-8")):
            assert (path.parent / link).is_file(), (path, link)


_MANUAL = re.compile(r"\bdocs/[\w.-]+\.md\b")


def test_the_word_for_branches_is_no_part_of_their_names(portal: Portal, tmp_path: Path) -> None:
    portal(*BEGIN[0])
    portal("new", "branch", "east", "--name", "城东分赛", "--year", "2026")
    assert found(tmp_path) == {"to-do"}  # the edition's name is in the form that is mandated
    text = (tmp_path / "branches/east/branch.yml").read_text("utf-8")
    assert "name: 城东 " in text
    assert "用在“城东分赛”里" in text


def test_what_is_there_is_not_overwritten(portal: Portal, tmp_path: Path) -> None:
    for order in BEGIN:
        portal(*order)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for order in BEGIN:
        result = portal(*order)
        assert result.exit_code == 1
        assert "已经有了，没有覆盖，什么也没有写。" in result.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_lost_branch_file_is_written_again(portal: Portal, tmp_path: Path) -> None:
    for order in BEGIN:
        portal(*order)
    lost = tmp_path / "branches/hubei/branch.yml"
    lost.unlink()
    result = portal("new", "branch", "hubei", "--name", "湖北")
    assert result.exit_code == 0
    assert lost.is_file()
    assert "content/" not in result.output  # which is as it was
    assert found(tmp_path) == {"to-do"}


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (("branch", "Hubei"), "“Hubei”不能用作网址"),
        (("branch", "search", "--name", "搜索"), "“search”是网站自己的网址"),
        (("branch", "hubei"), "已经有分赛“hubei”，加一届用 portal new edition hubei。"),
        (("branch", "hunan"), "还缺简称（如 湖北）：写在命令里（--name）。"),
        (("track", "hunan", "2026", "城市治理"), "没有名为“hunan”的分赛。可选：hubei。"),
        (("track", "hubei", "2025", "城市治理"), "“hubei”还没有2025年这一届，先运行 portal new edition hubei 2025。"),
        (("track", "hubei", "2026", "开放创新"), "本届已经有赛道“开放创新”。"),
        (("track", "hubei", "2026", "又一个", "--slug", "open"), "网址“open”已经有了"),
        (("case", "hubei", "2026", "预报", "--track", "opne"), "没有赛道“opne”。可选：open 开放创新。"),
        (("case", "hubei", "2026", "预报", "--award", "一等奖"), "没有奖项“一等奖”。可选：还没有。"),
    ],
)
def test_what_cannot_be_is_told(portal: Portal, order: tuple[str, ...], told: str) -> None:
    for begin in (*BEGIN, ("new", "track", "hubei", "2026", "开放创新", "--slug", "open")):
        portal(*begin)
    result = portal("new", *order)
    assert result.exit_code in (1, 2)
    assert told in result.stderr


def test_what_was_not_said_is_asked_on_a_terminal(
    portal: Portal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new, "is_on_terminal", lambda: True)
    portal("new", "project", typed="知行大赛\n")
    result = portal("new", "branch", typed="Hubei\nhubei\n湖北\n\n省级\n\n今年\n2026\n")
    assert result.exit_code == 0, result.output
    for told in ("“Hubei”不能用作网址", "“省级”不行，可选：", "“今年”不是年份"):
        assert told in result.stderr
    assert "Error" not in result.stderr
    portal("new", "track", typed="城市治理\n\n")
    portal("new", "case", typed="智能预报\n\n\n")
    catalog = load(tmp_path).catalog
    assert catalog
    (branch,) = catalog.branches.values()
    assert (branch.id, branch.name, branch.full_name, branch.kind) == ("hubei", "湖北", "湖北", "provincial")
    (case,) = catalog.cases.values()
    assert (case.title, case.track, case.award) == ("智能预报", "urban-governance", MISSING)


def test_who_answers_nothing_has_ended_the_command(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new, "is_on_terminal", lambda: True)
    result = portal("new", "project", typed="")  # as Ctrl+D does
    assert result.exit_code == 130
    assert result.stderr.endswith("已中断。\n")


def test_the_only_portal_looks_as_the_contest_says(portal: Portal, tmp_path: Path) -> None:
    """A contest without branches has its colours and its mark in one place before there is a portal."""
    portal("new", "project", "知行大赛")
    contest = tmp_path / "content/contest.yml"
    text = contest.read_text("utf-8").replace("#12466b", "#2f5d3a").replace("mark: 知", "mark: 行")
    contest.write_text(text, "utf-8")
    portal("new", "branch", "zhixing", "--name", "知行", "--kind", "national", "--year", "2026")
    portal("new", "track", "zhixing", "2026", "城市治理")
    catalog = load(tmp_path).catalog
    assert catalog
    (branch,) = catalog.branches.values()
    assert (branch.colours, branch.mark) == (catalog.contest.site.colours, "行")
    (track,) = catalog.tracks.values()
    assert track.kind is None, "a kind that nobody said is no fact"


def test_a_template_of_the_project_comes_first(portal: Portal, tmp_path: Path) -> None:
    for order in BEGIN:
        portal(*order)
    own = tmp_path / "templates/new/notice.md"
    own.parent.mkdir(parents=True)
    own.write_text("---\ntitle: {{ title | yaml }}\ndate: {{ date }}\n---\n自己的\n", "utf-8")
    portal("new", "notice", "hubei", "2026", "通知", "--date", "2026-06-01")
    assert "自己的" in (tmp_path / "content/hubei/2026/notices/2026-06-01-tong-zhi.md").read_text("utf-8")


def test_pipelines_are_those_of_the_program_itself(portal: Portal, tmp_path: Path) -> None:
    """The same actions, image and system packages, pinned alike, and what the program's own pipelines run."""
    portal(*BEGIN[0])
    for own, made in ((".github/workflows/pages.yml",) * 2, (".gitlab-ci.yml",) * 2):
        before, after = ((root / path).read_text("utf-8") for root, path in ((ROOT, own), (tmp_path, made)))
        pins = re.findall(r"(?:uses|image): (\S+@\S+)", after)
        assert pins
        assert set(pins) <= set(re.findall(r"(?:uses|image): (\S+@\S+)", before))
        yaml.safe_load(after)
        for word in re.findall(r"--[a-z-]+=all|PORTAL_SITE_URL: .*|cron: .*|GIT_DEPTH.*", before):
            assert word in after
    script = (ROOT / "scripts/setup.sh").read_text("utf-8")
    assert re.search('print="([^"]*)"', script)[1].split() == PACKAGES.split()
    assert f"contest-portal=={generator.__version__}" in (tmp_path / "requirements.txt").read_text("utf-8")


def test_colours_of_new_branches_are_readable() -> None:
    assert min(contrast(colour, "#ffffff") for pair in HUES for colour in pair) >= READABLE
