"""Rules that have no place of their own: what each is about, whom it binds, its words beside the text to write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.fact import Fact, Gap, Tree
from generator.intake.structure.document_parts import NoticePart, NumberedPassage, Outline

_ABOUT = {
    "complaints": "举报|投诉|异议|申诉",
    "publicity": "公示",
    "fees": "费用|收费|经费",
    "names": "标识|规范名称|名称(?:使用|管理)",
    "finals": "(?:总决赛|国赛|全国赛).{0,6}(?:推荐|推选|报送)|(?:推荐|推选|报送|晋级).{0,6}(?:总决赛|国赛|全国赛)",
    "promotion": "宣传|推广",
    "registration": "报名(?:方式|渠道|要求|流程|办法|须知)|参赛(?:方式|渠道)",
    "materials": "材料(?:要求|归属|报送)|知识产权|保密",
    "judging": "评审(?:要求|纪律|回避|规则|监督|办法|机制)|评分(?:办法|规则)|专家评审|回避|专家(?:管理|服务|组建)",
    "organising": "组织(?:保障|领导|实施)|工作要求|任务|办赛|保障|地方分赛",
    "questions": "解释权|负责解释|未尽事宜|^其他(?:事项)?$",
}
"""What a heading says of the rules below it, the narrower first."""
_AUDIENCES = {
    "entrants": "参赛|团队|选手|作品|申报单位|获奖",
    "branches": "各(?:分赛|地方|市|州|县|区|地)|地方分赛|分赛(?:区)?(?:主办|承办)",
    "contests": "其他[^，。；]{0,6}赛事",
    "experts": "专家|评委",
    "press": "媒体|新闻单位",
}
_ANNEX = re.compile("办法|规则|细则|章程|须知|规程|(?:评审|专家|审核|推荐).*方案")
_TOLD = re.compile(
    "权益|激励|奖励|赛道|赛题|指标|联系|提交|目标|名称$|主题|赛程|日程|步骤|阶段|(?:参赛|报名)(?:单位|项目|作品|条件|要求|对象|资格)"
)
"""Headings of what has a place of its own."""
_END = re.compile("(?:联系|咨询)(?:人|电话|方式)|附件?[：:]?\\d?[.．、：:]")
"""How the end of a notice begins, which belongs to no rule."""
_LONGEST, _SHORTEST = 16, 8
"""Characters of a heading that names a rule, and of a text that is one."""


def rules(outline: Outline) -> list[Tree]:
    """`rules`: each with the notice's words in a comment, for nobody may copy its sentences."""
    chapters = [outline.main, *(annex for annex in outline.annexes if _ANNEX.search(annex.title))]
    return [rule for chapter in chapters for about, passage in _found(chapter) for rule in _rules(about, passage)]


def _found(chapter: NoticePart) -> Iterator[tuple[str, NumberedPassage]]:
    """The outermost passages whose headings say that they are rules."""
    taken: list[NumberedPassage] = []
    for passage, above in chapter.walk():
        told = any(inner in taken or _TOLD.search(inner.title) for inner in (*above, passage))
        if not told and (about := _about(passage.title)):
            taken.append(passage)
            yield about, passage


def _about(text: str) -> str:
    return next((key for key, pattern in _ABOUT.items() if re.search(pattern, text[:40])), "")


def _rules(about: str, passage: NumberedPassage) -> Iterator[Tree]:
    """A rule for each passage just below, or for one that has none."""
    for each in passage.below or [passage]:
        _, *below = (block.text for block in each.all_blocks())
        headed = len(each.title) <= _LONGEST and bool(each.rest or below)
        words = "".join(text for text in (each.rest if headed else each.text, *below) if not _END.match(text))
        if len(words) >= _SHORTEST and not _TOLD.search(each.title):
            yield _rule(each.title if headed else "", _about(words) or about, words, each.place)


def _rule(title: str, about: str, words: str, place: PrintedPlace) -> Tree:
    audience = [Fact(key, place) for key, pattern in _AUDIENCES.items() if re.search(pattern, words)]
    rule: dict[str, Tree] = {
        "name": Fact(title, place) if title else Gap("规则的名称"),
        "text": Gap("用自己的话；不是规则就删去这一项", words, place),
        "about": Fact(about, place),
    }
    return rule | ({"audience": [*audience]} if audience else {})
