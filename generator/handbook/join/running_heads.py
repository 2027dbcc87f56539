"""Folios, running heads and the 示例 mark: put together from stamps that WeasyPrint has set."""

from __future__ import annotations

from collections.abc import Mapping

from generator.handbook.book import Unit
from generator.handbook.join.paging import Sheet
from generator.handbook.page.fragment import Stamp
from generator.handbook.page.stamps import OWN_MARK, SIDES

_ARTIFACT = "/Artifact <</Type /Pagination/Subtype /%s>> BDC\n%s\nEMC\n"


def drawn(sheet: Sheet, unit: Unit | None, stamps: Mapping[str, Stamp], own: Mapping[str, Stamp], demo: bool) -> str:
    """The operators that stamp one page. `own` are its unit's stamps, `stamps` the book's."""
    side = SIDES[sheet.right]
    parts = []
    if not sheet.bare:
        opening = unit is not None and unit.bare_opening and sheet.page == 0
        if not opening and (head := own.get("right-head" if sheet.right else "left-head")):
            parts.append(_ARTIFACT % ("Header", _at(head, head.x)))
        if sheet.folio:
            parts.append(_ARTIFACT % ("Footer", _folio(sheet.folio, side, stamps)))
    designed = sheet.bare and unit is not None and OWN_MARK.search(unit.html)
    if (demo or (unit is not None and unit.demo)) and not designed:
        mark = stamps[f"demo-{side}"]
        parts.append(_ARTIFACT % ("Watermark", _at(mark, mark.x)))
    return "".join(parts)


def _folio(folio: str, side: str, stamps: Mapping[str, Stamp]) -> str:
    """A page number from its characters: from the left edge on the verso, up to the right edge on the recto."""
    characters = [stamps[f"folio-{side}-{character}"] for character in folio]
    x = characters[0].x
    if side == "recto":
        x += characters[0].width - sum(each.width for each in characters)
    lines = []
    for each in characters:
        lines.append(_at(each, x))
        x += each.width
    return "\n".join(lines)


def _at(stamp: Stamp, x: float) -> str:
    return stamp.operators % {"x": f"{x:.3f}", "y": f"{stamp.y:.3f}"}
