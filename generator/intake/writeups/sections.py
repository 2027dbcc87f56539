"""Blocks put into the sections that the edition's outline prescribes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from generator.catalog.names import title_key
from generator.content.hints import cut
from generator.intake.writeups import captions, forms, typed_lists
from generator.intake.writeups.first_page import CONTENTS, FirstPage
from generator.intake.writeups.passages import WordPart
from generator.machine.apart import Refused

_NUMBERS = {
    "一、": re.compile(r"^(第[一二三四五六七八九十]+[章节部分]+|[一二三四五六七八九十]+)[、.．:：\s]\s*"),
    "（一）": re.compile(r"^[（(][一二三四五六七八九十]+[)）]、?\s*"),
    "1.1": re.compile(r"^\d+(\.\d+)+[、.．]?\s*"),
    "1.": re.compile(r"^\d+([、.．](?!\d)|\s)\s*"),
    "（1）": re.compile(r"^([（(]\d+[)）]|[①-⑳])\s*"),
}
_CLEAR = ("一、", "（一）", "【】")
"""Forms of numbers that make a short line a heading, whatever its letters look like."""

_LEVELS = re.compile(r"\d{1,2}(\.\d{1,2}){1,3}[、.．\s]\s*[^\W\d]")
"""A number of several levels that stands apart does so too."""

_LONGEST = 40
_NEAR = 0.6
_MARK = re.compile("([：:。])")
_ENDS = re.compile(r"[。；;，,！？]$")
_DEEPEST = 5


@dataclass
class CasePart:
    """One part of a case: the heading of the outline, and its Markdown, block by block."""

    heading: str
    parts: list[str] = field(default_factory=list)


@dataclass
class Arranged(FirstPage):
    """A write-up in the order of the format."""

    sections: list[CasePart] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    captions: dict[str, str] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    """Names of files, in their order."""


@dataclass(frozen=True)
class _LikelyHeading:
    """A line that may be a heading: its words without a number, the form of that, and the section it opens."""

    words: str
    form: str
    section: str = ""
    is_near: bool = False
    rest: str = ""


def arrange(blocks: Sequence[WordPart], outline: Sequence[str]) -> Arranged:
    """The blocks by sections; by the headings of the text where there is no outline, or none of its sections."""
    left_out: list[str] = []

    def opens(words: str) -> bool:
        return bool(CONTENTS.match(words) or _exact(words, outline)[0])

    freed = [each for block in typed_lists.without_end(blocks, opens, left_out) for each in _freed(block, outline)]
    with_captions = captions.captioned(freed)
    lost = [block for block in with_captions if captions.names_in(block, "paragraph", "bold")]
    left_out += [block.words for block in lost]
    shown = (block for block in with_captions if block not in lost)
    pictured = typed_lists.nested(typed_lists.listed(shown, opens))
    made = _Arranger(outline).arrange(pictured)
    if outline and not any(section.parts for section in made.sections):
        made = _by_own_headings(_Arranger(()).arrange(pictured), outline) or made
    _refer(made, [block for block in freed if block not in lost])
    if left_out:
        made.notes.append(f"没有导入没有图的图题、附件名称、签名和“以下无正文”：{'、'.join(map(short, left_out))}")
    return made


def _refer(made: Arranged, blocks: Sequence[WordPart]) -> None:
    """Write the names of figures, as the captions among the blocks tell them, where the text has their numbers."""
    named = (each for block in blocks for each in captions.numbered_names(block))
    names, told = {number: name for number, name in named if name}, dict[str, None]()
    for section in made.sections:
        section.parts = captions.referring(section.parts, names, told)
    made.notes += told


def _by_own_headings(own: Arranged, outline: Sequence[str]) -> Arranged | None:
    """A text none of whose headings is in the outline; a single one is the title, those within come up."""
    if not own.sections:
        return None
    if own.title or own.introduction or len(own.sections) > 1:
        own.notes.append(f"提纲的标题一个也没有，照原文的标题分的，请改成：{'、'.join(outline)}")
        return own
    only, own.sections = own.sections[0], [CasePart(heading) for heading in outline]
    own.title, own.introduction = only.heading, [re.sub("^#(?=##)", "", part) for part in only.parts]
    own.notes.append("只有一个大标题，当作案例名称；正文请按提纲分开")
    return own


def _freed(block: WordPart, outline: Sequence[str]) -> Iterator[WordPart]:
    """A list whose items are sections (numbers that Word counts) as lines of its own; anything else as it is."""
    items = block.words.split("\n") if block.kind == "list" else []
    if any(title_key(item) in {title_key(each) for each in outline} for item in items):
        yield from (WordPart("paragraph", item, item) for item in items)
    else:
        yield block


class _Arranger:
    def __init__(self, outline: Sequence[str]) -> None:
        self.outline = outline
        self.keys = {title_key(each): each for each in outline}
        self.made = Arranged()
        self.forms: list[str] = []
        """Forms of the headings that are open in the present section, from the outer one in."""

        self.aside = ""
        """The form of the heading under which nothing is of the text."""

        self.outer = ""
        """The form of the last heading that opened a section."""

        self.pages = 0  # lines of a table of contents
        self.twice: set[str] = set()
        """Sections that have text and were opened again after another."""

    def arrange(self, blocks: list[WordPart]) -> Arranged:
        titles = [self._title(block) for block in blocks]
        named = {title_key(title.words) for title in titles if title}
        for block, title in zip(blocks, titles, strict=True):
            contents = CONTENTS.match(block.words)
            if contents and (contents["dots"] or title_key(_bare(contents["words"])[0]) in named):
                self.pages += 1
            else:
                self._put(block, title)
        self._close()
        return self.made

    def _put(self, block: WordPart, title: _LikelyHeading | None) -> None:
        """Open a section, or go on in the present one with a heading or with anything else."""
        on_cover = title is not None and title.form == "bold" and not self.made.sections
        if title and title.section:
            self._open(title)
        elif title and not self.outline and not on_cover and self.outer in ("", title.form):
            self._open(_LikelyHeading(title.words, title.form, title.words))
        elif self.made.sections and (title or forms.is_aside(block.words)):
            self._inner(title or _LikelyHeading(block.words, block.kind))
        else:
            self._add(block)

    def _title(self, block: WordPart) -> _LikelyHeading | None:
        """The block as a heading, if it may be one."""
        if block.kind not in ("heading", "bold", "paragraph"):
            return None
        words, form = _bare(block.words)
        section, rest = _exact(words, self.outline)
        is_heading = block.kind == "heading" and block.level > 1
        is_clear = block.kind == "bold" or form in _CLEAR or bool(_LEVELS.match(block.words))
        likely = is_heading or (len(words) <= _LONGEST and not _ENDS.search(words) and is_clear)
        form = f"h{block.level}" if is_heading else form or block.kind
        if section:
            return _LikelyHeading(words, form, section, rest=rest)
        if not likely:
            return None
        near = get_close_matches(title_key(words), self.keys, n=1, cutoff=_NEAR)
        return _LikelyHeading(words, form, self.keys[near[0]], is_near=True) if near else _LikelyHeading(words, form)

    def _open(self, title: _LikelyHeading) -> None:
        if title.is_near:
            self.made.notes.append(f"标题“{title.words}”当作“{title.section}”")
        known = next((each for each in self.made.sections if each.heading == title.section), None)
        if known:
            is_again = known is not self.made.sections[-1] and any(part[0] != "#" for part in known.parts)
            self.twice |= {title.section} if is_again and not title.is_near else set()
            self.made.sections.remove(known)
        self.made.sections.append(known or CasePart(title.section))
        self.forms, self.outer, self.aside = [], title.form, ""
        if title.rest.endswith(("？", "?")):
            self.made.notes.append(f"“{title.section}”后面的提问没有导入：{short(title.rest)}")
        elif title.rest:
            self.made.sections[-1].parts.append(title.rest)

    def _inner(self, title: _LikelyHeading) -> None:
        if self.aside and title.form not in (self.aside, self.outer, *self.forms):
            return
        self.aside = title.form if forms.is_aside(title.words) else ""
        if self.aside:
            self.made.notes.append(f"不是正文，没有导入：{title.words}")
            return
        if title.form == self.outer:
            told = f"提纲里没有“{title.words}”，放在“{self.made.sections[-1].heading}”里"
            self.made.notes.append(told)
            self.forms = []
        outer = self.forms[: self.forms.index(title.form)] if title.form in self.forms else self.forms
        self.forms = [*outer, title.form]
        level = min(2 + len(self.forms), _DEEPEST)
        self.made.sections[-1].parts.append(f"{'#' * level} {title.words}")

    def _add(self, block: WordPart) -> None:
        if block.kind == "note":
            self.made.footnotes.append(block.markdown)
        elif self.aside and self.made.sections:
            return  # its heading was told
        elif block.kind == "picture":
            self._picture(block)
        elif self.made.sections and (asides := list(filter(forms.is_aside, forms.labels(block)))):
            left = self.made.take_rows(block, self.made.sections[-1].parts)
            self.made.notes.append(f"不是正文，没有导入：{'、'.join(asides)}{left}")
        elif self.made.sections and (persons := forms.persons(block)):
            section = self.made.sections[-1]
            self.made.take_without(persons, block, section.parts, f"“{section.heading}”里")
        elif self.made.sections:
            self.made.sections[-1].parts.append(block.markdown if block.kind != "heading" else f"**{block.words}**")
        else:
            self.made.add(block)

    def _picture(self, block: WordPart) -> None:
        name = block.markdown
        if name not in self.made.pictures:
            self.made.pictures.append(name)
        if block.words:
            self.made.captions[name] = block.words
        into = self.made.sections[-1].parts if self.made.sections else self.made.introduction
        shown = f"![{block.words or f'图 {self.made.pictures.index(name) + 1}'}]({name})"
        if block.is_beside and into and into[-1].startswith("!["):
            into[-1] += f"\n{shown}"
        else:
            into.append(shown)

    def _close(self) -> None:
        self.made.settle()
        self.made.notes += [f"目录没有导入（{self.pages} 行）"] * bool(self.pages)
        if len(self.twice) > 1:
            told = "、".join(each for each in self.outline if each in self.twice)
            why = f"{told}都出现了几次，像是几个案例写在一个文件里，或者正文前面有一份摘要"
            raise Refused(why, "一个文件只留一个案例的正文，再导入")
        self.made.notes += [f"“{each}”出现了几次，内容放在了一起" for each in self.twice]
        if not self.outline:
            return
        have = {section.heading: section for section in self.made.sections if section.parts}
        missing = [heading for heading in self.outline if heading not in have]
        if missing:
            self.made.notes.append(f"没有找到这些部分，留了记号：{'、'.join(missing)}")
        self.made.sections = [have.get(heading) or CasePart(heading) for heading in self.outline]


def _exact(words: str, outline: Sequence[str]) -> tuple[str, str]:
    """The section that a line names, and what follows in the same line after a mark."""
    if key := section_of(words, outline):
        return key, ""
    head, mark, rest = _MARK.split(words, maxsplit=1) if _MARK.search(words) else ("", "", "")
    return (section_of(head, outline), rest.strip()) if mark and rest else ("", "")


def section_of(words: str, outline: Sequence[str]) -> str:
    """The section that a heading means exactly, whatever number it has and whatever is asked for in brackets."""
    bare = re.sub(r"[（(][^（）()]*[)）]$", "", _bare(words)[0])
    return next((each for each in outline if title_key(each) == title_key(bare)), "")


def _bare(words: str) -> tuple[str, str]:
    """A line without its number and the colon behind it, and the form of that; 【heading】 is as with a colon."""
    if framed := re.fullmatch("【((?!待|[此请]处?|插入|附?[图表]|备?注)[^【】]{2,20})】", words):
        return framed[1], "【】"
    words = re.sub(r"^【([^【】]+)】", r"\1：", words)
    for form, pattern in _NUMBERS.items():
        if match := pattern.match(words):
            levels = re.sub(r"\d+", "1", match[0].strip("、.． \u3000")) if form == "1.1" else form
            return words[match.end() :].rstrip("：: "), levels
    return words.rstrip("：: "), ""


def short(text: str) -> str:
    """The beginning of a text, to stand in quotes."""
    return cut(text.replace("“", "‘").replace("”", "’"), 24)
