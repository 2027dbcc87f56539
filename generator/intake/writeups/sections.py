"""Blocks put into the sections that the edition's outline prescribes; what the first page says of the project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import groupby, pairwise

from generator.catalog.names import title_key
from generator.content import headings
from generator.content.hints import cut
from generator.content.tables import EMPTY
from generator.intake.winners.projects import BODY
from generator.intake.writeups import captions, forms, typed_lists
from generator.intake.writeups.passages import WordPart, escaped
from generator.machine.apart import Refused

_NUMBERS = {
    "一、": re.compile(r"^(第[一二三四五六七八九十]+[章节部分]+|[一二三四五六七八九十]+)[、.．:：\s]\s*"),
    "（一）": re.compile(r"^[（(][一二三四五六七八九十]+[)）]、?\s*"),
    "1.1": re.compile(r"^\d+(\.\d+)+[、.．]?\s*"),
    "1.": re.compile(r"^\d+([、.．](?!\d)|\s)\s*"),
    "（1）": re.compile(r"^([（(]\d+[)）]|[①-⑳])\s*"),
}
_CLEAR = ("一、", "（一）")
"""Forms of numbers that make a short line a heading, whatever its letters look like."""

_LEVELS = re.compile(r"\d{1,2}(\.\d{1,2}){1,3}[、.．\s]\s*[^\W\d]")
"""A number of several levels that stands apart does so too."""

_LONGEST = 40
_NEAR = 0.6
_MARK = re.compile("([：:。])")
_CONTENTS = re.compile(r"^(?P<words>.{2,60}?)[\s.…·]+\d{1,3}$")
_FACT = re.compile(r"^(?P<title>[^：:]{2,14})[：:]\s*(?P<value>.+)$")
_COVER = re.compile(r"大赛|申报|附件|推荐|征集|材料|目录|案例集|报告书|[：:]|\d{4}年|^\W*\d|月$|日$|盖章|说明$|须知$")
"""What the lines of a cover have that are not the project's name."""

_OF_UNIT = re.compile(f"{BODY}$")

_FORM = re.compile(r"(申报|申请|推荐|报名)(书|表|材料)$")
"""How the name of a form ends, which is none of a project."""

_REST = "（表里的其他内容导入了）"
_ENDS = re.compile(r"[。；;，,！？]$")
_DEEPEST = 5
_ASIDE = re.compile(
    "(填[报写表]|编写|申报)(说明|须知|要求)|填表?说明|注意事项|"
    "(真实性|诚信|参赛|申报|项目)*(承诺|声明)[书函]?|(申报|参赛|牵头|推荐|主管|审核|初审|所在|单位|部门|专家)*意见"
)
"""How those parts of a form are headed that are none of the text: how to fill it in, promises, opinions of offices."""

_FEW = 3
"""Lines that end with a number of a page before they are a table of contents."""

_PROSE = 60
"""Characters: what is longer before the first section is text, what is shorter belongs to a cover."""


@dataclass
class CasePart:
    """One part of a case: the heading of the outline, and its Markdown, block by block."""

    heading: str
    parts: list[str] = field(default_factory=list)


@dataclass
class Arranged:
    """A write-up in the order of the format."""

    title: str = ""
    is_guess: bool = False
    """Whether the title is only likely."""

    facts: dict[str, str] = field(default_factory=dict)
    """What lines and tables before the first section say, by the keys of entries."""

    introduction: list[str] = field(default_factory=list)
    sections: list[CasePart] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What was decided, and what was left out, for those who read it over."""

    cover: list[str] = field(default_factory=list)
    """Short lines before the first section, which only the table of projects may tell the title from."""

    cells: list[tuple[str, str]] = field(default_factory=list)
    """What tables on the cover say that no key is for, with their labels: the same holds for them."""

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
        return bool(_CONTENTS.match(words) or _exact(words, outline)[0])

    freed = [each for block in typed_lists.without_end(blocks, opens, left_out) for each in _freed(block, outline)]
    with_captions = captions.captioned(freed)
    lost = [block for block in with_captions if captions.names_in(block, "paragraph", "bold")]
    left_out += [block.words for block in lost]
    shown = (block for block in with_captions if block not in lost)
    pictured = list(typed_lists.listed(shown, opens))
    made = _Arranger(outline).arrange(pictured)
    if outline and not any(section.parts for section in made.sections):
        made = _by_own_headings(_Arranger(()).arrange(pictured), outline) or made
    named = (each for block in freed if block not in lost for each in captions.numbered_names(block))
    names, told = {number: name for number, name in named if name}, dict[str, None]()
    for section in made.sections:
        section.parts = captions.referring(section.parts, names, told)
    made.notes += told
    if left_out:
        made.notes.append(f"没有导入没有图的图题、附件名称、签名和“以下无正文”：{'、'.join(map(short, left_out))}")
    return made


def _by_own_headings(own: Arranged, outline: Sequence[str]) -> Arranged | None:
    """A text none of whose headings is in the outline; its only heading is the title of a text without any."""
    if not own.sections:
        return None
    if own.title or own.introduction or len(own.sections) > 1:
        own.notes.append(f"提纲的标题一个也没有，照原文的标题分的，请改成：{'、'.join(outline)}")
        return own
    own.notes.append("正文没有标题，请按提纲分开")
    only, own.sections = own.sections[0], [CasePart(heading) for heading in outline]
    own.title, own.introduction = only.heading, only.parts
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

        self.cover: list[WordPart] = []
        """Short lines before the first section that say nothing of the project."""

        self.aside = ""
        """The form of the heading under which nothing is of the text."""

        self.outer = ""
        """The form of the last heading that opened a section."""

        self.twice: set[str] = set()
        """Sections that have text and were opened again after another."""

    def arrange(self, blocks: list[WordPart]) -> Arranged:
        titles = [self._title(block) for block in blocks]
        named = {title_key(title.words) for title in titles if title}
        for block, title in zip(blocks, titles, strict=True):
            contents = _CONTENTS.match(block.words)
            if contents and title_key(_bare(contents["words"])[0]) in named:
                continue  # a line of a table of contents
            on_cover = title is not None and title.form == "bold" and not self.made.sections
            if title and title.section:
                self._open(title)
            elif title and not self.outline and not on_cover and self.outer in ("", title.form):
                self._open(_LikelyHeading(title.words, title.form, title.words))
            elif self.made.sections and (title or _is_aside(block.words)):
                self._inner(title or _LikelyHeading(block.words, block.kind))
            else:
                self._add(block)
        self._close()
        return self.made

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
        self.aside = title.form if _is_aside(title.words) else ""
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
        elif self.made.sections and (asides := list(filter(_is_aside, _labels(block)))):
            self.made.notes.append(f"不是正文，没有导入：{'、'.join(asides)}{forms.size(block)}")
        elif self.made.sections and (persons := list(filter(forms.OF_PERSONS.fullmatch, _labels(block)))):
            told = f"“{self.made.sections[-1].heading}”里有关个人的内容没有导入：{'、'.join(persons)}"
            rest = forms.without_persons(block, persons)
            self.made.notes.append(told + (_REST if rest else forms.size(block)))
            self.made.sections[-1].parts += [rest] * bool(rest)
        elif self.made.sections:
            self.made.sections[-1].parts.append(block.markdown if block.kind != "heading" else f"**{block.words}**")
        elif not self._fact(block):
            self._before(block)

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

    def _before(self, block: WordPart) -> None:
        """What stands before the first section: a title, text, instructions, or words of a cover."""
        if block.kind in ("heading", "bold") or _is_aside(block.words):
            self.aside = block.kind if _is_aside(block.words) else ""
        if block.kind == "heading" and block.level == 1 and not (self.made.title or _FORM.search(block.words)):
            self.made.title = block.words
        elif not self.aside and (
            (block.kind in ("list", "table") and len(block.rows) != 1)
            or len(block.words) > _PROSE
            or block.words.endswith("。")
        ):
            self.made.introduction.append(block.markdown)
        else:
            self.cover.append(block)

    def _fact(self, block: WordPart) -> bool:
        """Take what a line or a table says of the project; whether it says such things."""
        lines = [match] if (match := _FACT.match(block.words)) and block.kind in ("paragraph", "bold") else []
        pairs = [(line["title"], line["value"]) for line in lines]
        rows = [[cell for cell, _ in groupby(row)] for row in block.rows]
        if forms.is_list(rows):
            return self._list_of_persons(block, rows)
        for cells in rows:
            pairs += pairwise(cells)
        known = [(headings.key_of(title), value) for title, value in pairs]
        found = [(key, value) for key, value in known if key and not headings.key_of(value)]
        personal = [title for title, _ in pairs if forms.is_personal(title)]
        for key, value in found:
            if value not in EMPTY:
                self.made.facts.setdefault(key, value)
        if personal:
            self.made.notes.append(f"有关个人的内容没有导入：{'、'.join(dict.fromkeys(personal))}")
        if found or personal:
            self._unknown(block, [pair for cells in rows for pair in forms.beside(cells)])
        return bool(found or personal)

    def _unknown(self, block: WordPart, pairs: Sequence[tuple[str, str]]) -> None:
        """Take long texts of a form as text, and remember what else it says that no key is for."""
        texts = [text for text in block.texts if not (forms.is_label(text.label) or _is_aside(text.heading))]
        for text in texts:
            self.made.introduction += [f"**{escaped(text.label)}**"] * bool(text.label) + [text.markdown]
        taken = [text.words for text in texts]
        self.made.cells += [pair for pair in pairs if not forms.is_label(pair[0]) and pair[1] not in taken]

    def _list_of_persons(self, block: WordPart, rows: Sequence[Sequence[str]]) -> bool:
        """Leave out a table one of whose columns is of persons; whether this is one."""
        personal = list(filter(forms.is_personal, rows[0]))
        if personal:
            rest = forms.without_persons(block, personal)
            self.made.introduction += [rest] * bool(rest)
            self.made.notes.append(
                f"有关个人的内容没有导入：{'、'.join(personal)}{_REST if rest else forms.size(block)}"
            )
        return bool(personal)

    def _close(self) -> None:
        self.made.title = self.made.facts.get("title") or self.made.title
        likely = [line for line in self.cover if not _COVER.search(re.sub(r"\s", "", line.words))]
        likely = [line for line in likely if not (_is_aside(line.words) or _OF_UNIT.search(line.words))]
        for kind in ("bold", "heading"):
            likely = [line for line in likely if line.kind == kind] or likely
        if not self.made.title and len(likely) == 1:
            self.made.title, self.made.is_guess = likely[0].words, True
            self.cover.remove(likely[0])
        self.made.cover = self._without_contents([line.words for line in self.cover])
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

    def _without_contents(self, lines: list[str]) -> list[str]:
        """The lines of a cover without a table of contents, which is told once."""
        contents = list(filter(_CONTENTS.match, lines))
        if len(contents) < _FEW:
            return lines
        self.made.notes.append(f"目录没有导入（{len(contents)} 行）")
        return [line for line in lines if line not in contents]


def _is_aside(words: str) -> bool:
    return _ASIDE.fullmatch(re.sub(r"\s", "", words)) is not None


def _labels(block: WordPart) -> list[str]:
    """What a line says before its colon, or a table in its first row or column."""
    lines = [match["title"]] if block.kind == "paragraph" and (match := _FACT.match(block.words)) else []
    return list(dict.fromkeys([*lines, *(block.rows[0] if block.rows else ()), *(row[0] for row in block.rows)]))


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
    words = re.sub(r"^【([^【】]+)】", r"\1：", words)
    for form, pattern in _NUMBERS.items():
        if match := pattern.match(words):
            levels = re.sub(r"\d+", "1", match[0].strip("、.． \u3000")) if form == "1.1" else form
            return words[match.end() :].rstrip("：: "), levels
    return words.rstrip("：: "), ""


def short(text: str) -> str:
    """The beginning of a text, to stand in quotes."""
    return cut(text.replace("“", "‘").replace("”", "’"), 24)
