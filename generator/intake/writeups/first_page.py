"""What stands before the first section of a write-up: its title, facts of the project, an introduction, a cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, takewhile

from generator.content import headings
from generator.content.tables import EMPTY
from generator.intake.winners.unit_names import BODY
from generator.intake.writeups import forms
from generator.intake.writeups.passages import CellText, WordPart, escaped

CONTENTS = re.compile(r"^(?P<words>.{2,60}?)(?:\s*(?P<dots>…{2,}|[.·]{6,})\s*|[\s.…·]+)\d{1,3}$")
"""A line of a table of contents, surely so with dots."""

_COVER = re.compile(r"大赛|申报|附件|推荐|征集|材料|目录|案例集|报告书|[：:]|\d{4}年|^\W*\d|月$|日$|盖章|说明$|须知$")
"""What the lines of a cover have that are not the project's name."""

_OF_UNIT = re.compile(f"{BODY}$")

_LABEL = re.compile(".*[：:]|数量|单价|总价|金额|规格|型号|备注")
"""What stands beside a label and is one itself: 编号 密级：, or 单位 数量 in a list of goods."""

_CASE = re.compile(r"(?:典型|优秀)?案例[一二三四五六七八九十\d]{1,3}[：:、.．\s]\s*(?P<title>[^。]{4,60})")
"""The title of one of several cases: 案例三：某平台."""

_FORM = re.compile(r"(申报|申请|推荐|报名)(书|表|材料)$")
"""How the name of a form ends, which is none of a project."""

_NUMBER = re.compile(
    r"[（(第]?(([一二三四五六七八九十]+|\d{1,2}|[A-Z]\d?)[章节部)）、.．\s]|\d{1,2}(\.\d{1,2})+\W?)\s*[^\W\d年月日]"
)
"""How a heading begins."""

_PART = re.compile(r"([A-Z]\d?|[一二三四五六七八九十]+)[.．、]\s*.{2,30}[^。；;，,]")
"""A heading of a form, which ends how it is to be filled in, whatever its letters look like."""

_PROSE = 60
"""Characters: what is longer is text, what is shorter belongs to a cover."""


@dataclass
class FirstPage:
    """What it says of the project, taken block by block."""

    title: str = ""
    is_guess: bool = False
    """Whether the title is only likely."""

    facts: dict[str, str] = field(default_factory=dict)
    """What lines and tables say, by the keys of entries."""

    introduction: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was decided, and what was left out, for those who read it over."""

    cover: list[str] = field(default_factory=list)
    """Short lines, which only the table of projects may tell the title from."""

    cells: list[tuple[str, str]] = field(default_factory=list)
    """What tables say that no key is for, with their labels: the same holds for them."""

    lines: list[WordPart] = field(default_factory=list)
    """Short lines that say nothing of the project."""

    is_aside: bool = False
    """Whether the heading above is of what is no text, such as how to fill in a form."""

    def add(self, block: WordPart) -> None:
        """Take what a block says of the project, else as a title, text, instructions, or words of a cover."""
        if not (self.title or "title" in self.facts) and (counted := _CASE.fullmatch(block.words)):
            self.title, self.is_guess = counted["title"], True
            return
        if self._tells(block):
            return
        is_aside = forms.is_aside(block.words)
        if block.kind in ("heading", "bold") or is_aside or _PART.fullmatch(block.words):
            self.is_aside = is_aside
        if block.kind == "heading" and block.level == 1 and not (self.title or _FORM.search(block.words)):
            self.title = block.words
        elif not self.is_aside and _is_text(block):
            self.introduction += [*self._headings_above(), block.markdown]
        else:
            self.lines.append(block)

    def _headings_above(self) -> list[str]:
        """The lines directly above a text that are its headings, as what is bold: they are none of the outline."""
        above = [*takewhile(self._is_heading, reversed(self.lines))][::-1]
        del self.lines[len(self.lines) - len(above) :]
        return [f"**{escaped(line.words)}**" for line in above]

    def _is_heading(self, line: WordPart) -> bool:
        is_clear = line.kind in ("heading", "bold") and not re.fullmatch(r"目\s*录", line.words)
        return bool(_NUMBER.match(line.words) or (is_clear and self.introduction))

    def settle(self) -> None:
        """Tell the title, when nothing was called so: the only line of the cover that may be one."""
        told = self.facts.get("title")
        other = [self.title] if told and self.is_guess else []
        if told:
            self.title, self.is_guess = told, False
        likely = [line for line in self.lines if _may_be_title(line.words)]
        for kind in ("bold", "heading"):
            likely = [line for line in likely if line.kind == kind] or likely
        if not self.title and len(likely) == 1:
            self.title, self.is_guess = likely[0].words, True
            self.lines.remove(likely[0])
        self.cover = [*other, *(line.words for line in self.lines)]

    def _tells(self, block: WordPart) -> bool:
        """Take what a line or a table says of the project; whether it says such things."""
        rows = [[cell for cell, _ in groupby(row)] for row in block.rows]
        if forms.is_list(rows):
            if columns := list(filter(forms.is_personal, rows[0])):
                self.take_without(columns, block, self.introduction)
            return bool(columns)
        pairs = _pairs(block, rows)
        found = self._take_facts(pairs)
        personal = dict.fromkeys(title for title, value in pairs if forms.is_personal(title, value))
        if personal:
            self.notes.append(f"有关个人的内容没有导入：{'、'.join(personal)}")
        if found or personal:  # long texts of a form are text, the rest that no key is for is remembered
            taken = self._take_texts(block.texts, self.introduction)
            beside = (pair for cells in rows for pair in forms.beside(cells))
            self.cells += [pair for pair in beside if not forms.is_label(pair[0]) and pair[1] not in taken]
        return bool(found or personal)

    def _take_facts(self, pairs: Sequence[tuple[str, str]]) -> bool:
        """Remember what is first said for each key; whether any of the labels is that of a key."""
        known = [(headings.key_of(title), value) for title, value in pairs]
        found = [(key, said) for key, said in known if key and not (forms.is_label(said) or _LABEL.fullmatch(said))]
        for key, value in found:
            if value not in EMPTY:
                self.facts.setdefault(key, value)
        return bool(found)

    def _take_texts(self, texts: Sequence[CellText], into: list[str]) -> list[str]:
        """Take cells as text, each under its label, but for what they say of persons; the words of those taken."""
        headed = [(text.label or re.split(r"[：:\s]", text.words)[0], text) for text in texts]
        taken = [text for head, text in headed if not (forms.is_label(text.label) or forms.is_aside(head))]
        for text in taken:
            into += [f"**{escaped(text.label)}**"] * bool(text.label)
            for part in text.parts:
                if persons := forms.persons(part):
                    self.take_without(persons, part, into)
                else:
                    into.append(part.markdown)
        return [text.words for text in taken]

    def take_without(self, persons: Sequence[str], block: WordPart, into: list[str], where: str = "") -> None:
        """Take what a line or a table says besides these labels of persons, as far as nobody can be named there."""
        rest = forms.without_persons(block, persons)
        into += [rest] * bool(rest)
        left = "（表里的其他内容导入了）" if rest else self.take_rows(block, into)
        self.notes.append(f"{where}有关个人的内容没有导入：{'、'.join(persons)}{left}")

    def take_rows(self, block: WordPart, into: list[str]) -> str:
        """Take the long texts that have rows of their own in a table that is left out, and say how much that is."""
        taken = self._take_texts([text for text in block.texts if text.is_row], into)
        return forms.size(block) + "，里面成段的文字导入了" * bool(taken)


def _pairs(block: WordPart, rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Labels and what stands behind them: in a line, or side by side in the rows of a table."""
    if block.kind in ("paragraph", "bold") and (line := forms.LINE.match(block.words)):
        return [(line["title"], line["value"])]
    return [pair for cells in rows for pair in pairwise(cells)]


def _is_text(block: WordPart) -> bool:
    """Whether a block is more than words of a cover; a table of one row only lays these out."""
    is_whole = block.kind in ("list", "table") and len(block.rows) != 1
    return is_whole or len(block.words) > _PROSE or re.search("。|^(?=.{30}).*，", block.words) is not None


def _may_be_title(words: str) -> bool:
    is_other = len(words) > _PROSE or forms.is_aside(words) or _OF_UNIT.search(words)
    return not (is_other or _COVER.search(re.sub(r"\s", "", words)))
