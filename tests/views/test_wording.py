"""Wordings of dates, numbers and gaps."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from generator.model import AwardScheme, Phase, PhaseKind
from generator.model.edition import Publicity
from generator.views.parts import wording
from tests import whole

WORDS = (wording.UNSTATED, wording.UNANNOUNCED)


def test_dates_are_written_in_full() -> None:
    assert wording.day(date(2026, 6, 2)) == "2026年6月2日"


def test_what_the_notice_does_not_say_is_said_so() -> None:
    assert wording.count(None) == wording.publicity(None) == "通知未载明"


@pytest.mark.parametrize(
    ("cny", "text"), [(30_000, "3万元"), (15_000, "1.5万元"), (5_000, "5,000元"), (12_345, "12,345元")]
)
def test_money(cny: int, text: str) -> None:
    assert wording.money(cny) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((94.2, "94.2"), (94.0, "94"), (18_460, "18,460"), (0.125, "0.125"), (99.999, "99.999"), (0.004, "0.004")),
        *(
            (0.1 + 0.2, "0.3"),
            (1e-7, "0.0000001"),
            (-1_234.5678, "-1,234.5678"),
            (10**18 + 1, "1,000,000,000,000,000,001"),
        ),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert wording.number(value) == text


def test_shares_are_not_rounded_up() -> None:
    assert [wording.percent(share) for share in (0.3, 0.07, 0.99999)] == ["30%", "7%", "99.999%"]


def test_publicity_periods_keep_the_unit_of_the_notice() -> None:
    assert wording.publicity(Publicity(days=5, unit="calendar")) == "5个自然日"
    assert wording.publicity(Publicity(days=5, unit="working")) == "5个工作日"
    assert wording.publicity(Publicity(days=7)) == "7天"


def test_a_contest_without_cash_says_so_beside_what_it_gives() -> None:
    scheme = AwardScheme(levels=("一等奖",), forms=("奖牌", "证书"))
    assert wording.rewards(scheme) == "奖牌、证书"
    assert wording.rewards(scheme.model_copy(update={"no_cash": True})) == "奖牌、证书，不设奖金"


def test_publicity_that_has_its_days_in_the_timeline_is_not_called_unstated() -> None:
    phase = Phase(id="p", name="公示", kind=PhaseKind.PUBLICITY, start=date(2026, 6, 8), text="6月8日起")
    assert wording.publicity(None, (phase,)) == "6月8日起"
    assert wording.publicity(Publicity(days=7), (phase,)) == "7天"


def test_names_break_between_year_contest_and_branch() -> None:
    assert wording.phrases("2026年“数据要素×”大赛辽宁分赛", "“数据要素×”大赛") == (
        "2026年",
        "“数据要素×”大赛",
        "辽宁分赛",
    )
    assert wording.phrases("别的名称", "“数据要素×”大赛") == ("别的名称",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3月5日—4月10日17时", ""),
        ("4月10日下午5时前", ""),
        ("4月10日17：00", ""),
        ("截至4月10日", "（17:00截止）"),
        ("4月10日5时至5月1日", "（17:00截止）"),
        ("4月10日17时30分", "（17:00截止）"),
    ],
)
def test_the_hour_is_said_once(text: str, said: str) -> None:
    phase = Phase(id="a", name="报名", kind=PhaseKind.REGISTRATION, end=datetime(2026, 4, 10, 17), text=text)  # noqa: DTZ001
    assert wording.when(phase) == text + said


def test_no_notice_is_called_silent_before_there_is_one(project: Path) -> None:
    for name in ("branches", "content"):
        copied = shutil.copytree(project / name / "beta", project / name / "gamma")
        for path in [*copied.rglob("*.yml"), *copied.rglob("*.md")]:
            path.write_text(path.read_text("utf-8").replace("乙原", "丙原").replace("id: beta", "id: gamma"), "utf-8")
    shutil.rmtree(project / "content/beta/2026/notices")  # gamma has one
    whole.make(project, handbooks=False)
    said = {
        name: {word for path in (project / "site" / name).rglob("*.html") for word in WORDS if word in path.read_text()}
        for name in ("beta", "gamma", "compare")
    }
    assert said == {"beta": {wording.UNANNOUNCED}, "gamma": {wording.UNSTATED}, "compare": {*WORDS}}
