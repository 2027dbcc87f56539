"""Where and when one enters: the address on the web, told from those that are only to be read; the days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from generator.intake.notices.fact import Fact, Gap, Tree, value_of
from generator.intake.notices.schedule import entering_by_label
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.seeking import Said, cells, said
from generator.intake.tracks.wanted import Wanted

_URL = re.compile(
    r"https?://[A-Za-z0-9][\w./:?=&%#~+-]*[\w/]"
    r"|(?:(?<![@A-Za-z0-9.])www\.|(?<=网址：)|(?<=(?:平台|网站|官网)[（：]))[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/[\w./?=&%#-]*)?",
    re.ASCII,
)
_TO_READ = re.compile("(?:见|参见|参考|查看|查阅|浏览|下载|转载|出处)[^，。；]{0,12}(?:，网址：)?$")
"""What an address is told for besides entering."""
_NO_PLACE = re.compile(r"wx_fmt=|//mp\.weixin\.qq\.com/s|\.(?:png|jpe?g|gif|webp)(?:$|\?)")


def registration(outline: Outline, wanted: Wanted, phases: Sequence[Tree]) -> Tree:
    """`registration`: address and days of entering."""
    found: dict[str, Tree] = {"url": address} if (address := _address(outline)) else {}
    phase = _phase(outline, wanted, phases)
    closing: Any = next((each for each in _entering(phases) if "end" in each and "start" not in each), {})
    apart = bool(closing) and "end" not in phase
    phase = {**phase, "end": closing["end"]} if apart else phase
    if not {"start", "end"} & {*phase}:
        return {**found, "text": Gap("报名时间")}
    vague, exact = value_of(phase, "approximate"), value_of(phase, "exact")
    for key, mine in (("start", "opens"), ("end", "closes")):
        if key in phase and (vague in (None, "half-day") or exact == key):
            found[mine] = phase[key]
    doubt = "开始和截止写在两处，请合写" if apart else phase["end" if "end" in phase else "start"].doubt
    return {**found, "text": replace(phase["text"], doubt=doubt)}


def _phase(outline: Outline, wanted: Wanted, phases: Sequence[Tree]) -> Any:
    """The phase of the timeline, or what a label tells where it is plainer or has more hours; empty for neither."""
    entering = _entering(phases)
    phase: Any = next((phase for phase in entering if {"start", "end"} & {*phase}), next(iter(entering), {}))
    labelled: Any = entering_by_label(outline, wanted.year)
    plainly = value_of(labelled, "name") == "报名" and "报名" not in str(value_of(phase, "name"))
    return labelled if not phase or plainly or _hours(labelled) > _hours(phase) else phase


def _entering(phases: Sequence[Tree]) -> list[Any]:
    """The phases of entering."""
    return [phase for phase in phases if value_of(phase, "kind") == "registration"]


def _hours(phase: Any) -> int:
    """How many ends of a phase have an hour."""
    return sum(isinstance(value_of(phase, key), datetime) for key in ("start", "end"))


def _address(outline: Outline) -> Fact | None:
    """The address where one enters: named with entering before others."""
    told = ((each, m) for each in (*said(*outline.parts), *cells(outline.main)) for m in _URL.finditer(each.text))
    found = [(_weight(each, m), m[0], each.place) for each, m in told if not _NO_PLACE.search(m[0])]
    if not found:
        return None
    weight, url, place = max(found, key=lambda item: item[0])
    weight *= len({other for same, other, _ in found if same == weight}) == 1
    url = url if url.startswith("http") else f"http://{url}"
    if not re.match(r"https?://(?!www\.[^./]+(?:/|$))[\w-]+(?:\.[\w-]+)+", url):
        return Fact(url, place, "网址像是断开了，请核对")
    return Fact(url, place, "" if weight else "不能确定这是报名网址，请核对")


def _weight(each: Said, url: re.Match[str]) -> int:
    before = each.text[max(url.start() - 60, 0) : url.start()]
    to_read = _TO_READ.search(before) or re.match("上?(?:公布|发布|下载)", each.text[url.end() :])
    named = bool(re.search("官网|官方|网站|平台|网址|系统|登录", before)) and not to_read
    return 4 * bool(re.search("报名|登录.{0,2}$", before)) + 2 * each.under("报名|报送") + named
