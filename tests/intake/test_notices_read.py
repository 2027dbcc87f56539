"""How much of a notice the importer finds: never a wrong fact without a mark on the official ones."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from generator.intake.manuscripts.opening import opened
from generator.intake.notices.gathering import gather
from generator.intake.structure.bodies import listed
from generator.intake.structure.dates import periods
from generator.intake.tracks.wanted import Wanted
from generator.project import load
from tests.intake import fabricated, official
from tests.intake.corpus import first, made_up
from tests.intake.scoring import Score, items_of
from tests.notices.reading import FOLDER


def test_official_notices() -> None:
    if not FOLDER.is_dir():
        pytest.skip("the notices (../shared/notices) are not beside the repository")
    catalog = load(official.CONTENT.parent).catalog
    assert catalog
    scores = dict(official.scores(catalog))
    assert {name: score.wrong for name, score in scores.items() if score.wrong} == {}
    together = sum(scores.values(), Score())
    assert together.right >= 0.97 * together.total
    assert min(score.right / score.total for score in scores.values()) > 0.95


@pytest.mark.parametrize(
    ("which", "right", "wrong"),
    [
        *(("first", 0.98, 0.0), ("second", 0.97, 0.0), ("third", 0.98, 0.0), ("fourth", 0.95, 0.0)),
        *(("fifth", 0.98, 0.0), ("sixth", 0.98, 0.0), ("seventh", 0.98, 0.0), ("eighth", 0.97, 0.0)),
        *(("ninth", 0.97, 0.0), ("tenth", 0.98, 0.0), ("eleventh", 0.92, 0.003), ("twelfth", 0.95, 0.0)),
        *(("thirteenth", 0.97, 0.0), ("fourteenth", 0.97, 0.003), ("fifteenth", 0.97, 0.0)),
        *(("sixteenth", 0.92, 0.002), ("seventeenth", 0.92, 0.002), ("eighteenth", 0.96, 0.002)),
        *(("nineteenth", 0.98, 0.004), ("twentieth", 0.96, 0.003), ("twenty-first", 0.99, 0.0)),
        *(("twenty-second", 0.96, 0.0), ("twenty-third", 0.98, 0.0), ("twenty-fourth", 0.98, 0.0)),
        *(("twenty-fifth", 0.99, 0.0), ("twenty-sixth", 0.99, 0.0)),
        *(("twenty-seventh", 0.99, 0.0), ("twenty-eighth", 0.98, 0.0)),
        *(("twenty-ninth", 0.98, 0.0), ("thirtieth", 0.98, 0.0), ("thirty-first", 0.98, 0.0)),
        *(("thirty-second", 0.88, 0.002), ("thirty-third", 0.85, 0.0), ("thirty-fourth", 0.78, 0.0)),
        *(("thirty-fifth", 0.88, 0.0), ("thirty-sixth", 0.88, 0.0)),
    ],
)
def test_fabricated_notices(which, right, wrong, tmp_path) -> None:
    together = sum((score for _, score in fabricated.scores(tmp_path, which)), Score())
    assert together.right >= right * together.total
    assert len(together.wrong) <= wrong * together.total


D = date


def at(*moment: int) -> datetime:
    return datetime(*moment)  # noqa: DTZ001 - Beijing time, as content has it


@pytest.mark.parametrize(
    ("text", "start", "end", "vague", "exact"),
    [
        ("6月22日—7月18日", D(2026, 6, 22), D(2026, 7, 18), None, None),
        ("2026年5月1日9时至6月30日24:00", at(2026, 5, 1, 9), D(2026, 6, 30), None, None),
        ("5月6日-20日", D(2026, 5, 6), D(2026, 5, 20), None, None),
        ("2026.5.1-2026.6.30", D(2026, 5, 1), D(2026, 6, 30), None, None),
        ("8月21日下午", at(2026, 8, 21, 12), D(2026, 8, 21), "half-day", None),
        ("5月下旬至6月中旬", D(2026, 5, 21), D(2026, 6, 20), "ten-day", None),
        ("5月至7月10日", D(2026, 5, 1), D(2026, 7, 10), "month", "end"),
        ("即日起至6月30日18:00", None, at(2026, 6, 30, 18), None, None),
        ("8月底前", None, D(2026, 8, 31), "part-of-month", None),
        ("11月20日至1月5日", D(2026, 11, 20), D(2027, 1, 5), None, None),
        ("2月下旬", D(2026, 2, 21), D(2026, 2, 28), "ten-day", None),
    ],
)
def test_periods_are_read_with_their_vagueness(text, start, end, vague, exact) -> None:
    [(_, _, found)] = periods(text, 2026)
    assert (found.text, found.start, found.end, found.approximate, found.exact) == (text, start, end, vague, exact)


def test_what_is_no_period() -> None:
    assert list(periods("公示2个月，文号为〔2026〕15号，2月30日", 2026)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云川省数据局、云川省工业和信息化厅等单位。负责组织", ["云川省数据局", "云川省工业和信息化厅"]),
        ("云川省数据局和云川省财政厅", ["云川省数据局", "云川省财政厅"]),
        ("云川市数据管理局，负责具体实施、现场保障等工作", ["云川市数据管理局"]),
        ("自治区发展改革委（数据局）、云川大学", ["自治区发展改革委（数据局）", "云川大学"]),
    ],
)
def test_lists_of_bodies(text, names) -> None:
    assert listed(text) == names


FREE = Path(__file__).with_name("corpus") / "free"


@pytest.mark.parametrize(
    "path", sorted(path for path in FREE.iterdir() if path.suffix != ".expected"), ids=lambda path: path.name
)
def test_notices_written_by_hand(path, regen) -> None:
    wanted = Wanted(2026, first.CONTEST, first.FORMS, False, made_up.FIELDS)
    gathered = gather(opened((path.suffix, path.read_bytes())), wanted)
    found = [
        f"{'' if not doubtful else '? '}{' '.join(filter(None, item))}"
        for item, doubtful in items_of(gathered)
        if item[2] or not doubtful
    ]
    told = "\n".join((*gathered.notes, *found)) + "\n"
    expected = path.with_suffix(path.suffix + ".expected")
    if regen:
        expected.write_text(told, "utf-8")
    assert told == expected.read_text("utf-8")


@pytest.mark.parametrize(("year", "doubted"), [(2026, False), (2027, True)])
def test_days_without_a_year_are_doubted_when_the_notice_is_of_another(year: int, doubted: bool) -> None:
    notice = "关于2026年“云帆”数据创新大赛云川分赛延长报名的通知\n\n报名截止时间由6月30日延长至7月15日。\n"
    gathered = gather(opened((".txt", notice.encode())), Wanted(year, first.CONTEST, first.FORMS, False, {}))
    found = {item: doubt for item, doubt in items_of(gathered) if item[0] in ("phase.end", "registration.closes")}
    assert list(found.values()) == [doubted, doubted]
    assert {value for _, _, value in found} == {f"{year}-07-15"}
    assert ("年份写错了就改用 --year 2026。" in "".join(gathered.notes)) is doubted
    assert (("phase", "7月15日", "报名"), False) in items_of(gathered)  # only its days are in doubt


@pytest.mark.parametrize(
    ("told", "days", "unit"),
    [
        ("获奖名单公示（6月15日—19日）。公示5个工作日。", 5, "working"),
        ("公示（6月15—19日），为期5个工作日的公示由省数据局组织。", 5, "working"),
        ("公示时间为6月15日至6月19日，公示期7天。", 7, None),
        ("公示3-5个工作日。", 5, "working"),
        ("获奖名单公示（6月15日—19日）。", None, None),
    ],
)
def test_days_of_publicity_are_counted_and_no_days_of_the_calendar(told: str, days: int | None, unit) -> None:
    notice = f"关于举办2026年“云帆”数据创新大赛云川分赛的通知\n\n一、结果公示\n{told}\n"
    gathered = gather(opened((".txt", notice.encode())), Wanted(2026, first.CONTEST, first.FORMS, False, {}))
    found = {item[0]: item[2] for item, _ in items_of(gathered) if item[0].startswith("publicity")}
    assert found.get("publicity.days") == (str(days) if days else None), found
    assert found.get("publicity.unit") == unit


@pytest.mark.parametrize(
    "told",
    [
        "设一等奖三五名，二等奖百百名。",
        "每个团队三五人。",
        "设三五个赛道。",
        "公示三五个工作日。",
        "推荐三五个项目参加全国总决赛。",
    ],
)
def test_a_number_that_is_none_is_not_read(told: str) -> None:
    notice = f"关于举办2026年“云帆”数据创新大赛云川分赛的通知\n\n一、奖项设置\n{told}\n"
    gathered = gather(opened((".txt", notice.encode())), Wanted(2026, first.CONTEST, first.FORMS, False, {}))
    counted = {kind for (kind, *_), _ in items_of(gathered)} & {"quota", "team.max_representatives", "publicity.days"}
    assert counted <= {"quota"}
    assert not any(value.isdigit() for (kind, _, value), _ in items_of(gathered) if kind == "quota")
