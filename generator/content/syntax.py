"""Faults of YAML in the editor's words: what is wrong, what to do."""

from __future__ import annotations

import re

OPEN_QUOTE = ("引号没有结束", "在这一行补上另一半引号")

_OPEN_QUOTE = re.compile(r"""(?:^|[:,\[{-]\s+|[\[{])(["'])(?:(?!\1).)*$""")
_SPECIAL = re.compile(r"(?:^\s*-\s+|:\s+|[\[{,]\s*)([*&%@`!])")
_KEY = re.compile(r"(?P<indent> *(?:- +)*)[a-z_]+:(?: +(?P<value>[^\s#].*))?$")
_LOST = re.compile(r"[ \t](#[^\s#].*)")

_QUOTED = ("整段文字的引号里又有同样的引号", "里面的改成“”，或者外面改用半角单引号")

_SEEN = (
    (re.compile(r"\t"), "缩进里有制表符（Tab）", "请用空格缩进"),
    (re.compile(r"^ *[\u00a0\u3000]", re.MULTILINE), "缩进里有全角空格或不换行空格", "请用半角空格缩进"),
    (re.compile(r"\w:[\u00a0\u3000]"), "冒号后面是全角空格或不换行空格", "改成一个半角空格"),
    (re.compile(r"^ *(-)\w+: ", re.MULTILINE), "“{}”后面少一个空格", "写成 `- 键: 值`"),
    (re.compile(r"[{\[][^}\]\n]*(，)\s*\w+: "), "两项之间是全角逗号“{}”", "改成半角逗号加一个空格"),
    (re.compile(r""":[ ]+"[^"\n]*"(?=[^\s,}\]"])"""), *_QUOTED),
    (re.compile(r": +([{\[])[^}\]\n]*[}\]] *[^\s,}\]#]"), "文字以 YAML 的特殊字符 {} 开头", "给这段文字加上引号"),
    (re.compile(r"[:,\[{-][ \t]+(#[^\s#,}\]]+)"), "“{}”没有引号，从它起都当成了注释", "给这个值加上引号"),
)
"""What is wrong where the lines about a fault look so."""

_SAID = (
    ("\\t", "缩进里有制表符（Tab）", "请用空格缩进"),
    ("mapping values are not allowed", "这一行的值里有半角冒号和空格，YAML 把它当成了新的键", "给整段文字加上引号"),
    ("could not find expected ':'", "这一行附近缺少冒号", "写成 `键: 值`，冒号为半角、后跟空格"),
    ("expected <block end>", "缩进不齐，或者引号、括号没有配对", "同一级的键左端对齐；检查引号和括号是否成对"),
    ("did not find expected", "缩进不齐，或者引号、括号没有配对", "同一级的键左端对齐；检查引号和括号是否成对"),
    ("found unexpected end of stream", "引号没有结束", "补上另一半引号"),
    ("cannot start any token", "文字以 YAML 的特殊字符开头", "给这段文字加上引号"),
    ("undefined alias", "文字以 * 开头，被当成了别名", "给这段文字加上引号"),
    ("found undefined", "文字以 * 开头，被当成了别名", "给这段文字加上引号"),
    ("another document", "这一行 --- 开始了另一份内容", "一个文件只写一份内容，删去这一行"),
)
"""Likewise by what the library says."""


def open_quote(text: str, last: int) -> tuple[int, int] | None:
    """Line (0-based) and column of the first value up to that line whose quote is not closed on its line."""
    for number, line in enumerate(text.split("\n")[: last + 1]):
        if match := _OPEN_QUOTE.search(line):
            return number, match.start(1) + 1
    return None


def explained(problem: str, text: str, line: int) -> tuple[str, str]:
    """A library's complaint about a line (0-based): what is wrong, what to do."""
    lines = text.split("\n")
    around = "\n".join(lines[max(0, line - 1) : line + 1])
    here, above = (lines[each] if 0 <= each < len(lines) else "" for each in (line, line - 1))
    if _is_too_deep(here, above):
        return "这一行缩进得比上一行深", "同一级的键左端对齐；是上一行没写完的文字，就给整段加上引号"
    for sign, message, hint in _SEEN:
        if match := sign.search(around):
            return message.format(*match.groups()), hint
    if match := _SPECIAL.search(here):
        return f"文字以 YAML 的特殊字符 {match[1]} 开头", "给这段文字加上引号"
    found = ((message, hint) for words, message, hint in _SAID if words in problem)
    return next(found, ("YAML 写法有误", "检查缩进、冒号和引号；拿不准的文字请加引号"))


def _is_too_deep(line: str, before: str) -> bool:
    """Whether a key stands farther right than the one above, which has a value on its line already."""
    here, above = _KEY.match(line), _KEY.match(before)
    return bool(here and above and above["value"] and len(here["indent"]) > len(above["indent"]))


def may_lose(text: str) -> bool:
    """Whether a # stands somewhere in it that may be meant: comments have a blank behind theirs."""
    return _LOST.search(text) is not None


def lost_behind(line: str, column: int) -> str:
    """What a value that ends at a column loses, because a # behind a blank begins a comment: #1 of 老人推车 #1."""
    value = line[:column].rstrip()
    found = _LOST.match(line[len(value) :])
    return found[1] if found else ""
