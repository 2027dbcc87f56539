"""What stands around the facts of a notice: headings, labels, the head of a page; and whether a text is one at all."""

from __future__ import annotations

import re
from collections import defaultdict

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.fact import Fact, Tree
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.outline import FILE_NUMBER
from generator.intake.structure.seeking import Said, said, tables

_TITLE = re.compile("(?!.*(?:公示|结果|名单|获奖)).*关于.*(?:通知|公告|通告|方案|启事)")
SECTIONS = "组[织别]|类别|主题|赛[程道题]|日程|时间|参赛|报名|对象|奖|评[审选]|内容|方式|要求|流程|申报|征集|条件|范围"
_HEADING, _HEAD, _ENOUGH = 24, 12, 3
"""Characters of a heading, pieces of the head of a notice, marks that make a text one."""


def is_notice(outline: Outline, name: Tree) -> bool:
    """Whether a text is a notice: by the contest's name as `contest.yml` writes it, by its title, or by its marks."""
    main = outline.main
    head = "\n".join(block.text for block in main.root.blocks[:_HEAD])
    headings = "\n".join(p.title for part in outline.parts for p, _ in part.walk() if len(p.title) < _HEADING)
    marks = (
        main.title and not re.search("公示|结果|名单|获奖|解读", main.title),
        re.search(f"(?m)^[^《，。\n]*{FILE_NUMBER.pattern}[^《，。\n]*$", head),
        re.search("(?m)^[^。\n]{3,}：$", head),
        re.search("(?m)(?:如下|[通公]告|通知)[：。]?$", head),
        len(set(re.findall(SECTIONS, headings))) > 1,
        any(re.search("(?:[主承]办|举办|组织)(?:单位|方)?：", block.text) for block in main.blocks()),
        main.signed and main.issued,
    )
    named = isinstance(name, Fact) and not name.doubt
    return named or bool(_TITLE.fullmatch(main.title)) or sum(map(bool, marks)) >= _ENOUGH


class Surroundings:
    """The paragraphs of a notice with their headings, by place; its tables; what stands aside from all that it says."""

    def __init__(self, outline: Outline) -> None:
        self._told: defaultdict[PrintedPlace | None, list[Said]] = defaultdict(list)
        parts: defaultdict[str, set[str]] = defaultdict(set)
        for each in said(*outline.parts):
            self._told[each.place].append(each)
            for title in filter(re.compile("主题|组织|主办|时间|对象|联系").search, each.path[1:]):
                parts[title].add(each.path[0])
        self._tables = {table.grid.place for table in tables(*outline.parts)}
        head = outline.main.root.blocks[:_HEAD]
        titled = next((at for at, block in enumerate(head) if block.place == outline.main.title_place), 0)
        to = next((at for at, block in enumerate(head) if re.fullmatch("[各有全].{2,}：", block.text)), titled)
        several = set().union(*(tops for tops in parts.values() if len(tops) > 1))
        of_one = {each.place for here in self._told.values() for each in here if several & {*each.path[:1]}}
        self.aside = of_one | {block.place for block in head[:to]}

    def name(self, leaf: Fact, headings: str) -> bool:
        """Whether one of `headings` above a fact, a label before it or a table that it is in names what it is."""
        here, value = self._told[leaf.place], str(leaf.value)
        before = (re.split("[。；]", each.text.partition(value)[0])[-1] for each in here if value in each.text)
        return leaf.place in self._tables or any(each.under(headings) for each in here) or "：" in "".join(before)
