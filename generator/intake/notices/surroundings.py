"""How strong what speaks for a fact is: the marks of a notice, headings and labels that name it, a second mention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.fact import Fact, Gap, Tree
from generator.intake.structure.document_parts import NoticePart, Outline
from generator.intake.structure.outline import FILE_NUMBER
from generator.intake.structure.seeking import Said, said, tables

_TITLE = re.compile("(?!.*(?:公示|结果|名单|获奖)).*关于.*(?:通知|公告|通告|方案|启事)")
_SECTIONS = "组织|主题|赛程|日程|时间|参赛|报名|对象|奖|评审|评选|赛道|赛题|内容|方式|要求|流程|申报|征集|条件|范围"
_HEADING, _HEAD = 24, 12
"""Characters of a heading, and pieces among which the head of a notice stands."""
_ENOUGH = 3
"""So many marks make a notice."""
_ADDRESSEES = re.compile("[^。]{3,}：")
_FEW = 8
"""Characters beside a value that is all that stands below its heading."""


def is_notice(outline: Outline, name: Tree) -> bool:
    """Whether a text is a notice: by the contest's name as `contest.yml` writes it, by its title, or by its marks."""
    named = (isinstance(name, Fact) and not name.doubt) or _TITLE.fullmatch(outline.main.title)
    return bool(named) or sum(map(bool, _marks(outline))) >= _ENOUGH


def _marks(outline: Outline) -> tuple[object, ...]:
    """Title, file number, addressees, `as follows`, sections, organisers behind a label, signature with its day."""
    main = outline.main
    texts = [block.text for block in main.blocks()]
    head = [block.text for block in main.root.blocks[:_HEAD]]
    headings = "\n".join(
        inner.title for part in outline.parts for inner, _ in part.walk() if len(inner.title) < _HEADING
    )
    return (
        main.title and not re.search("公示|结果|名单|获奖|解读", main.title),
        any(FILE_NUMBER.search(text) and not re.search("[《，。]", text) for text in head),
        any(map(_ADDRESSEES.fullmatch, head)),
        any(re.search("(?:如下|[通公]告|通知)[：。]?$", text) for text in head),
        len(set(re.findall(_SECTIONS, headings))) > 1,
        any(re.search("(?:[主承]办|举办|组织)(?:单位|方)?：", text) for text in texts),
        main.signed and main.issued,
    )


@dataclass(frozen=True)
class Surroundings:
    """Where things stand in a notice: below which headings, behind which labels, above what it begins with."""

    told: Mapping[PrintedPlace, list[Said]]
    tables: frozenset[PrintedPlace]
    above: frozenset[PrintedPlace]
    """What stands before the addressees: of the page, or of the notice as a paper."""
    names: str
    """The title and who signed."""

    def is_headed(self, leaf: Fact | Gap, headings: str) -> bool:
        """Whether a fact stands below one of `headings`, or in a table."""
        here = self.told.get(leaf.place, []) if leaf.place else []
        return leaf.place in self.tables or any(each.under(headings) for each in here)

    def is_labelled(self, leaf: Fact) -> bool:
        """Whether a label stands before a fact in its paragraph, or it is all that stands below a heading."""
        here, value = (self.told.get(leaf.place, []) if leaf.place else []), str(leaf.value)
        behind = any(
            "：" in re.split("[。；]", each.text.partition(value)[0])[-1] for each in here if value in each.text
        )
        alone = any(each.path and len(each.text) < len(value) + _FEW for each in here)
        return leaf.place in self.tables or behind or alone

    def is_confirmed(self, leaf: Fact, contest: str) -> bool:
        """Whether the title or a signature has the same words, or its paragraph names the `contest`."""
        here = self.told.get(leaf.place, []) if leaf.place else []
        return str(leaf.value) in self.names or any(contest and contest in each.text for each in here)


def surroundings(outline: Outline) -> Surroundings:
    """What stands where in a notice."""
    told: defaultdict[PrintedPlace, list[Said]] = defaultdict(list)
    for each in said(*outline.parts):
        told[each.place].append(each)
    main = outline.main
    names = "\n".join((main.title, *(block.text for block in main.signed)))
    return Surroundings(told, frozenset(table.grid.place for table in tables(*outline.parts)), _above(main), names)


def _above(main: NoticePart) -> frozenset[PrintedPlace]:
    """The places of what stands before the addressees."""
    head = main.root.blocks[:_HEAD]
    to = next((at for at, block in enumerate(head) if re.fullmatch("[各有全].{2,}：", block.text)), 0)
    return frozenset(block.place for block in head[:to])
