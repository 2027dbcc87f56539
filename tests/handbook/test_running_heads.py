"""What is stamped on a page beside its text."""

from __future__ import annotations

import re

import pytest

from generator.handbook.join import running_heads
from generator.handbook.join.paging import Sheet
from generator.handbook.page.fragment import Stamp

STAMPS = {
    f"folio-{side}-{character}": Stamp("%(x)s %(y)s", 306.0 - width if side == "recto" else 40.0, 30.0, width)
    for side in ("verso", "recto")
    for character, width in (("0", 6.0), ("1", 4.0), ("7", 5.0))
}


@pytest.mark.parametrize(
    ("number", "right", "places"),
    [
        (7, True, [301.0]),
        (17, True, [297.0, 301.0]),
        (107, True, [291.0, 295.0, 301.0]),
        (7, False, [40.0]),
        (107, False, [40.0, 44.0, 50.0]),
    ],
)
def test_folios_end_at_the_outer_edge_of_right_pages_and_begin_at_that_of_left_ones(
    number: int, right: bool, places: list[float]
) -> None:
    sheet = Sheet(None, 0, "arabic", number, right, bare=False)
    drawn = running_heads.drawn(sheet, None, STAMPS, {}, demo=False)
    assert [float(x) for x in re.findall(r"^(\S+) 30\.000$", drawn, re.MULTILINE)] == places
