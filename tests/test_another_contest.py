"""Another contest, begun by commands in an empty folder: students' robots, with words, prizes and people of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from generator.commands import cli
from generator.handbook.printing import Choice
from generator.model import Contest, Words
from generator.papers import Make
from generator.project import load
from tests import whole
from tests.search.reference import Searcher

ROBOTS = Path(__file__).parent / "fixtures" / "robots"
NAME = "云川市学生机器人创作展演"
BEGIN = (
    ("new", "project", NAME),
    ("new", "branch", "yunchuan", "--name", "云川", "--kind", "national", "--year", "2026", "--demo"),
    ("new", "track", "yunchuan", "2026", "小学组", "--slug", "primary-school"),
)
BOOKS = [("yunchuan/2026", Choice(makes=(Make.SCREEN,))), ("yunchuan/2026", Choice(("guide",), (Make.PRINT,)))]
"""All for the screen, one for the press."""

FOREIGN = re.compile(
    "^.*(?:" + "|".join([*(field.default for field in Words.model_fields.values()), "总决赛", "数据要素"]) + ").*",
    re.MULTILINE,
)
"""Lines with a word that this contest has another for."""

pytestmark = pytest.mark.xdist_group("robots")  # they are built once a run


def run(root: Path, *arguments: str) -> None:
    result = CliRunner().invoke(cli.main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module")
def robots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The project with its site and its books."""
    root = tmp_path_factory.mktemp("robots")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        for order in BEGIN:
            run(root, *order)
        shutil.copytree(ROBOTS, root, dirs_exist_ok=True)
        with whole.printing_only(BOOKS):
            run(root, "build", "--as-of", "2026-06-15", "--site-url", "https://robots.example/")
        yield root


def page(root: Path, name: str) -> str:
    return (root / "site/yunchuan" / name / "index.html").read_text("utf-8")


def test_nothing_is_wrong_with_it(robots: Path) -> None:
    assert load(robots).report.diagnostics == []


def test_everything_published_is_in_its_words(robots: Path) -> None:
    files = [
        each
        for each in (robots / "site").rglob("*")
        if each.suffix in (".html", ".js", ".csv", ".ics", ".xml")
        and not re.fullmatch(r"[ps]\d", each.parent.name)  # letters of the search index, side by side by chance
    ]
    assert len(files) > 60
    assert {each.name: found for each in files if (found := FOREIGN.findall(each.read_text("utf-8")))} == {}
    assert "组别设置" in page(robots, "2026")
    assert "入选作品" in page(robots, "2026")


def test_its_only_portal_has_no_hub_beside_it(robots: Path) -> None:
    assert "url=yunchuan/index.html" in (robots / "site/index.html").read_text("utf-8")
    assert sorted(each.parent.name for each in (robots / "site").glob("*/index.html")) == ["yunchuan"]
    assert "总览" not in page(robots, "2026")


def test_prizes_are_things_and_differ_by_track(robots: Path) -> None:
    awards = page(robots, "2026/awards")
    assert "每个 传感器盒" in awards
    assert "2,000元、夏令营名额" in awards
    assert "参展作品的15%" in awards
    assert "奖励：三维打印服务十小时。" in awards
    assert "机器人套件一套、科技馆年卡" in page(robots, "2026/tracks/primary-school")
    assert "夏令营" not in page(robots, "2026/tracks/primary-school")


def test_topics_have_a_difficulty_and_fields_of_their_own(robots: Path) -> None:
    assert "难度：进阶；器材：小型水泵；时长：五分钟" in page(robots, "2026/tracks/primary-school")


def test_people_and_teams_enter_without_a_unit(robots: Path) -> None:
    alone, team = page(robots, "2026/cases/night-garden"), page(robots, "2026/entries/c2")
    assert '<p class="case-unit">许一诺</p>' in alone
    assert "学校" not in alone
    assert '<p class="case-unit">灯火队</p>' in team
    together = page(robots, "2026/entries/a1")
    assert all(told in together for told in ("小作者", "林小满、周小舟", "辅导老师", "何知微"))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("周小舟", "cases/desk-sorter/index.html"),
        ("何知微", "cases/desk-sorter/index.html"),
        ("灯火队", "entries/c2/index.html"),
        ("小型水泵", "tracks/primary-school/index.html#topic-2"),
    ],
)
def test_search_finds_what_is_its_own(words: str, place: str, robots: Path) -> None:
    folder = robots / "site/yunchuan/search"
    files = {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*.js")}
    found = Searcher(files).search(words)
    assert f"yunchuan/2026/{place}" in found.addresses


def test_books_are_in_its_words(robots: Path) -> None:
    books = sorted((robots / "site/yunchuan/2026/downloads").glob("*-screen.pdf"))
    assert [each.name.partition("-")[0] for each in books] == ["casebook", "checklist", "guide", "scoring"]
    texts = {book.name: _text(book) for book in books}
    assert {name: found for name, text in texts.items() if (found := FOREIGN.findall(text))} == {}
    assert all(
        told in texts["guide-screen.pdf"]
        for told in ("组别与课题", "参展要求", "每项奖励三维打印服务十小时", "参展作品的")
    )
    assert all(told in texts["casebook-screen.pdf"] for told in ("典型作品集", "许一诺", "辅导老师", "入选名单"))


def test_shares_of_levels_stand_beside_each_other(robots: Path) -> None:
    """None is printed over the next, as texts too wide for their columns were."""
    pages = pypdfium2.PdfDocument(robots / "site/yunchuan/2026/downloads/guide-screen.pdf")
    texts = (page.get_textpage() for page in pages)
    text = next(each for each in texts if "荣誉名额" in each.get_text_bounded() and "25%" in each.get_text_bounded())
    boxes = [text.get_rect(at) for at in range(text.count_rects())]
    over = [(a, b) for a, b in combinations(boxes, 2) if a[0] < b[2] - 1 and b[0] < a[2] - 1 and _level(a, b)]
    assert over == []


def _level(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return abs(one[1] - other[1]) < 2


def test_lists_and_certificates_name_the_persons_beside_the_holder(robots: Path) -> None:
    winners = page(robots, "2026/winners")
    assert all(f"<small>{told}</small>" in winners for told in ("小作者：林小满、周小舟", "辅导老师：何知微"))
    assert "<td>许一诺</td>" in winners  # nobody stands beside who is the holder
    run(robots, "print", "certificates", "yunchuan", "2026")
    certificate = _text(next((robots / "prints/yunchuan/2026/certificates").glob("*A1.pdf")))
    assert "作品《" in certificate
    assert all(told in certificate for told in ("入选团队　分拣小队", "小作者　林小满、周小舟", "辅导老师　何知微"))


def test_who_enters_is_called_as_the_contest_calls_persons(robots: Path) -> None:
    guide = page(robots, "2026/guide")
    assert "小作者要求" in guide
    assert "每队小作者" in guide
    for book in ("guide", "checklist"):
        text = _text(next((robots / "site/yunchuan/2026/downloads").glob(f"{book}-*screen.pdf")))
        assert "小作者要求" in text
        assert "单位要求" not in text


def test_a_checklist_with_room_for_all_groups_is_one_page(robots: Path) -> None:
    (book,) = (robots / "site/yunchuan/2026/downloads").glob("checklist-*.pdf")
    assert len(pypdfium2.PdfDocument(book)) == 1


def test_a_board_names_the_persons_below_their_school(robots: Path) -> None:
    run(robots, "print", "boards", "yunchuan", "2026", "--case", "desk-sorter", "--size", "80x180")
    board = _text(next((robots / "prints/yunchuan/2026/boards").glob("desk-sorter-*.pdf")))
    assert all(told in board for told in ("小作者：林小满、周小舟", "辅导老师：何知微"))
    assert board.index("云川市第一小学") < board.index("小作者：")


def _text(book: Path) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(book))


@pytest.mark.parametrize(
    ("words", "text", "said"),
    [
        ({}, "拟获奖项目和获奖项目", "拟获奖项目和获奖项目"),
        ({"award": "荣誉"}, "拟获奖项、获奖项目与奖项", "拟获荣誉、获奖项目与荣誉"),
        ({"winners": "入选"}, "拟获奖项目、未获奖", "拟入选项目、未入选"),
        ({"finals": "总展演"}, "推荐全国总决赛，总决赛奖项", "推荐总展演，总展演奖项"),
        ({"contest": "竞赛"}, "全国大赛与大赛概览", "全国大赛与竞赛概览"),
        ({"track": "组别"}, "浏览赛道赛题，各赛道的赛题", "浏览组别与赛题，各组别的赛题"),
    ],
)
def test_a_text_is_said_in_the_words_of_the_contest(words: dict[str, str], text: str, said: str) -> None:
    assert Words(**words).say(text) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "参赛单位要求、每队参赛代表"),
        ({"words": {"entering": "参展"}}, "参展单位要求、每队参展代表"),
        ({"entrants": {"unit": False}}, "参赛者要求、每队参赛者"),
        ({"entrants": {"unit": False}, "words": {"entrant": "选手"}}, "选手要求、每队选手"),
        ({"entrants": {"unit": False}, "words": {"representative": "队员"}}, "参赛者要求、每队队员"),
    ],
)
def test_units_that_enter_are_called_as_who_may_enter(given: dict[str, object], said: str) -> None:
    facts = {
        "name": "展演",
        "name_forms": {"national": "{year}年展演", "branch": "{year}年{branch}展演"},
        "site": {"title": "展演", "mark": "展", "colours": {"primary": "#2f4a1e", "accent": "#a34a00"}},
    }
    contest = Contest.model_validate({**facts, **given})
    assert contest.words.say("参赛单位要求、每队参赛代表") == said


@pytest.mark.parametrize(
    ("word", "name", "called"),
    [("赛道", "城市治理", "城市治理赛道"), ("组别", "小学组", "小学组"), ("方向", "智能驾驶", "智能驾驶方向")],
)
def test_a_track_says_once_what_it_is(word: str, name: str, called: str) -> None:
    assert Words(track=word).track_name(name) == called
