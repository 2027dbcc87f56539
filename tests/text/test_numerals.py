"""Chinese numerals, read and written."""

from __future__ import annotations

import pytest

from generator.text.numerals import chinese, circled, number, roman


@pytest.mark.parametrize(("value", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")])
def test_numerals_are_written_and_read_back(value: int, text: str) -> None:
    assert chinese(value) == text
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("两", 2), ("贰拾", 20), ("一百零五", 105), ("21", 21), ("A", 1), ("⑫", 12)]
)
def test_other_ways_of_writing_are_read(text: str, value: int) -> None:
    assert number(text) == value


def test_numerals_that_are_printed_in_other_signs() -> None:
    assert [chinese(12, formal=True), roman(14), circled(3), circled(21)] == ["拾贰", "XIV", "③", "21"]
