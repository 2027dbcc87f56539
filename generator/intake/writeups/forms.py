"""Forms and tables of a first page: what stands beside what, and what is about persons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.content import headings
from generator.intake.winners.heads import NO_NAMES, PERSONAL
from generator.intake.writeups.passages import WordPart, escaped
from generator.privacy.personal import find

_OF_PERSONS = re.compile(
    "(项目|技术|单位|团队)?(联系人|联系方式|负责人|成员)(姓名|电话|方式)?|联系电话|(办公|移动)?电话|手机号?码?|"
    "(电子)?(邮箱|邮件)|姓名|身份证号?码?|微信号?|指导教师"
)
"""What a line or a column about persons is called, in a text of which they are no part."""

_OF_WORK = re.compile(rf"(?!.*(姓名|联系|人|号码?|方式|地址)$).*(?:{NO_NAMES.pattern})..")
"""What is called after something that also reaches persons, and goes on."""

_SIGNERS = re.compile("(拟[制建稿]|编[写制]|审[核定批]|校[对核]|批准|修[订改]人|执笔)[人者]?")
"""Columns of those who wrote and passed a paper; one of them alone may be about something else."""

_NAMED = {"姓名", "成员姓名", "联系人姓名", "负责人姓名"}
"""Columns without which a list is one of nobody."""

LINE = re.compile(r"^(?P<title>[^：:]{2,14})[：:]\s*(?P<value>.+)$")
"""A line with a label."""

_ASIDE = re.compile(
    "(填[报写表]|编写|申报)(说明|须知|要求)|填表?说明|注意事项|"
    "(真实性|诚信|参赛|申报|项目)*(承诺|声明)[书函]?|"
    "(申报|参赛|牵头|推荐|主管|审核|初审|评审|所在|单位|部门|专家|小?组|(指导)?[教导老]师|学?院|系|学校)*(意见|评语)"
)
"""How those parts of a form are headed that are none of the text: how to fill it in, promises, opinions of offices."""

_PAIR = 2
_LONGEST = 14
"""Characters of what may be the name of a column."""


def beside(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands beside what in a row of a form; in an odd one the first cell is the label of all others."""
    if len(cells) % 2:
        yield (cells[0], "、".join(filter(None, cells[1:]))) if len(cells) > 1 else ("", cells[0])
    else:
        yield from zip(cells[::2], cells[1::2], strict=True)


def is_list(rows: Sequence[Sequence[str]]) -> bool:
    """Whether what a table is about stands in its head alone, over its columns: then it is no form."""
    is_even = len(rows) > 2 and len(rows[0]) > 2 and len(set(map(len, rows))) == 1
    below = (cell for row in rows[1:] for cell in row)
    return is_even and not all(map(is_label, rows[0][::2])) and not any(map(is_label, below))


def is_label(words: str) -> bool:
    """Whether words say what stands beside them, as far as that is known."""
    return bool(headings.key_of(words)) or is_personal(words)


def is_personal(title: str, value: str = "") -> bool:
    """Whether a title is that of data about persons; a sentence behind 电话拦截功能 is of what the project does."""
    is_of_work = value.endswith("。") and _OF_WORK.match(title)
    return len(title) <= _LONGEST and PERSONAL.search(title) is not None and not is_of_work


def is_aside(words: str) -> bool:
    """Whether words head what is none of the text."""
    return _ASIDE.fullmatch(re.sub(r"\s|^[\d一二三四五六七八九十]+[、.．]|[：:]$", "", words)) is not None


def labels(block: WordPart) -> list[str]:
    """What a line says before its colon, or a table in its first row or column."""
    lines = [match["title"]] if block.kind == "paragraph" and (match := LINE.match(block.words)) else []
    return list(dict.fromkeys([*lines, *(block.rows[0] if block.rows else ()), *(row[0] for row in block.rows)]))


def persons(block: WordPart) -> list[str]:
    """The labels of what is about persons in a line or a table."""
    told = labels(block)
    signers = list(filter(_SIGNERS.fullmatch, told))
    return [each for each in told if _OF_PERSONS.fullmatch(each) or (len(signers) > 1 and each in signers)]


def without_persons(block: WordPart, called: Collection[str]) -> str:
    """The Markdown of a table without the column or the rows of these labels; empty where persons may be elsewhere."""
    first, *below = block.rows or ((),)
    is_form = len(first) == _PAIR
    others = [row[1] for row in block.rows] if is_form else [cell for row in below for cell in row]
    if len(first) < _PAIR or {*called} & {*_NAMED, *others}:
        return ""
    lines = [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in block.markdown.split("\n")]
    marked = set(map(escaped, called))
    rows = _without(marked, (lines[0], *lines[2:]), is_form)
    said = [cell for row in rows for cell in row[is_form:]]
    if len(rows) < _PAIR or len(rows[0]) < _PAIR or any(map(_may_be_name, said)):
        return ""
    return "\n".join(f"| {' | '.join(line)} |" for line in (rows[0], ["---"] * len(rows[0]), *rows[1:]))


def _without(labels: Collection[str], rows: Sequence[list[str]], is_form: bool) -> list[list[str]]:
    """The rows of a form but for those of the labels, or those of a table without the columns of these."""
    if is_form:
        return [row for row in rows if row[0] not in labels]
    kept = [at for at, name in enumerate(rows[0]) if name not in labels]
    return [[row[at] for at in kept if at < len(row)] for row in rows]


def _may_be_name(words: str) -> bool:
    return any(datum.message.startswith("出现个人姓名") for datum in find(f"联系人：{words}"))


def size(block: WordPart) -> str:
    """How much is left out with a table of which only some cells are named."""
    return f"（整张表，{len(block.rows)} 行）" if len(block.rows) > 1 else ""
