"""Personal data of every kind in many writings is found; figures, numbers and offices are left alone."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from generator.checks import personal
from generator.project import load
from tests.checks.persons import OTHERS, planted, say
from tests.notices.reading import FOLDER


def test_planted_data_is_found() -> None:
    items = list(planted(Random(20260601)))
    missed = [(kind, text) for kind, text in items if not any(kind in each.message for each in personal.find(text))]
    counts, lost = Counter(kind for kind, _ in items), Counter(kind for kind, _ in missed)
    assert len(items) >= 400
    assert not missed, ({kind: f"{count - lost[kind]}/{count}" for kind, count in counts.items()}, missed)


def test_ten_thousand_other_sentences_are_left_alone() -> None:
    random = Random(20260602)
    for number in range(10_000):
        sentence = say(random, OTHERS[number % len(OTHERS)])
        alarms = [found.message for found in personal.find(sentence)]
        assert not alarms, (sentence, alarms)


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "电话13800138000。",
        "138-0013-8000",
        "138 0013 8000",
        "138.0013.8000",
        "+86 13800138000",
        "(+86)138-0013-8000",
        "8613800138000",
        "１３８００１３８０００",
        "138\u00a00013\u00a08000",
        "13800138000@mail.example",
        "tel:13800138000",
        "110105194912310 02X".replace(" ", ""),
        "身份证110105 19491231 002x",
    ],
)
def test_private_numbers_are_found(text: str) -> None:
    assert len(list(personal.find(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "024-83988827",
        "甲数发〔2026〕13800138000001号",
        "编号 2026-13800138000",
        "https://a.example/13800138000.html",
        "https://a.example/t20260613_13800138000.html",
        "DL13800138000",
        "13800138000.5",
        "产值15000000000元",
        "12345678901",
        "公安备案 11010502030143 号",
        "110105194912310021",  # the check digit is wrong
        "110105194913310025",  # there is no thirteenth month
        "2026-06-01 2026-06-30",
        "统一社会信用代码 91110000802100433B",
        "1.3 8001 3800 0",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(personal.find(text)) == []


def test_private_numbers_are_not_repeated_in_messages() -> None:
    for number in ("13800138000", "11010519491231002X"):
        (found,) = personal.find(number)
        assert number[8:] not in found.message


def test_real_content_has_no_alarm() -> None:
    report = load(Path(__file__).parents[2]).report
    assert [found for found in report.diagnostics if found.code in ("private-data", "unused-exception")] == []


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the notices (../shared/notices) are not beside the repository")
def test_notices_name_only_people_who_answer_the_telephone() -> None:
    """The notices themselves list mobiles and people beside telephones; nothing else in them is taken for such."""
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for found in personal.find(text):
            line = text[text.rfind("\n", 0, found.offset) + 1 : text.find("\n", found.offset)]
            assert found.message.startswith(("出现手机号码", "出现个人姓名")), found.message
            assert _TELEPHONE.search(line), found.message


_TELEPHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}[-—]+\d{8}|0\d{3}-\d{7}")

HOSTILE = (
    "1 " * 100_000,
    "13" * 100_000,
    "1\u200b" * 100_000,
    "一" * 200_000,
    "联系人：" * 50_000,
    "联系人" + " " * 200_000 + "张三",
    "a" * 200_000,
    "a@" * 100_000,
    "a." * 100_000,
    "微信" * 100_000,
    "QQ " * 66_000,
    "家住" + "路1" * 100_000,
    "粤B" * 100_000,
    "李老师" * 66_000,
    "62220212345678901 " * 11_000,
    "<b" * 100_000,
    "&#49;" * 40_000,
    "护照E1" * 50_000,
    "13800138000 " * 16_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:9]))
def test_reading_takes_time_with_the_length(text: str) -> None:
    def cost(part: str) -> float:
        start = time.process_time()
        list(personal.find(part))
        return time.process_time() - start

    assert cost(text) < 6
