"""Rounds of review: from the section on judging, else from the schedule, where their passages say how."""

from __future__ import annotations

import re

from generator.intake.notices.fact import Fact, Gap, Tree
from generator.intake.notices.schedule import SCHEDULE, phase_name
from generator.intake.structure.document_parts import NumberedPassage, Outline
from generator.intake.structure.seeking import titled
from generator.intake.structure.typing_marks import NUMERAL

_JUDGING = "评审(?!指标)|评选|评比|比赛(?:流程|形式|规则|办法)|赛制|竞赛(?:流程|规则)"
_STAGE = re.compile(
    "初[赛审评选]|复[赛审评]|终[审评]|决赛|预赛|海选|审[查核]|验证|核[查验]|路演|答辩|评审|遴选|筛选|网络投票|考察"
)
_DIMENSIONS = re.compile(
    r"(?:从|围绕|对)(?:[^，。；、]{0,12}的)?(?P<list>[\u4e00-\u9fff]{2,8}(?:[、和及与][\u4e00-\u9fff]{2,8}?){1,7})等?"
    rf"(?:(?:\d|{NUMERAL})个)?(?:方面|维度)"
)
_ASIDE, _SHORTEST = 12, 10
"""Characters of the name of a round, and of what is said of it."""


def stages(outline: Outline) -> dict[str, Tree]:
    """`stages` of `judging.yml`: names, and dimensions that a text lists; how a round goes is to be written."""
    passages = (each for pattern in (_JUDGING, SCHEDULE) for part in outline.parts for each in titled(part, pattern))
    ways = (_below(passage) for passage in passages)
    found = next((way for way in ways if len(way) > 1), [])
    return {"stages": found} if found else {}


def _below(passage: NumberedPassage) -> list[Tree]:
    """The rounds just below a heading, of the level that has most."""
    levels = ([stage for child in inner.below if (stage := _stage(child))] for inner, _ in passage.walk())
    return max(levels, key=len)


def _stage(passage: NumberedPassage) -> Tree | None:
    words = passage.rest + "".join(block.text for inner, _ in passage.walk() for block in inner.blocks)
    words += "".join(inner.text for inner, above in passage.walk() if above)
    name = phase_name(passage.title).removesuffix("阶段")
    fits = _STAGE.search(name) and not re.search("公示|专家(?!初|评|打分)", name)
    if not fits or len(name) > _ASIDE or len(words) < _SHORTEST:
        return None
    made: dict[str, Tree] = {"name": Fact(name, passage.place), "text": Gap("怎样评审", words, passage.place)}
    if match := _DIMENSIONS.search(words):
        made["dimensions"] = [Fact(word, passage.place) for word in re.split("[、和及与]", match["list"])]
    return made
