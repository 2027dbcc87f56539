"""Content files as documents: plain values with a line and column for every key.

A document is a YAML file, or a Markdown file with YAML front matter. Reading never raises for what an editor
wrote: every problem becomes a diagnostic, and a file that cannot be read at all gives ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import yaml

from generator.content import syntax
from generator.content.hints import cut, to_day
from generator.content.radicals import as_characters
from generator.diagnostics import Report, Span
from generator.machine.faults import words

KeyPath = tuple[str | int, ...]


def written(path: KeyPath) -> str:
    """A place in a file as an editor would say it: `contacts[2].phone`."""
    return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path).lstrip(".")


MAX_NODES = 20_000
"""More values than this in one file means that aliases were expanded without end."""

MAX_DEPTH = 50
"""Lists and mappings within one another."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
NULLS = ("", "~", "null", "Null", "NULL")
"""The ways to write that a key has no value."""

_WRONG_FENCE = re.compile(r"[ \t]*(?:[—–―－﹣_＿=]{1,6}|-{2}|-{4,9})[ \t]*|[ \t]+---[ \t]*")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_TEXT = re.compile(r"\.(?:md|markdown)(?:\.txt)?$", re.IGNORECASE)
FULLWIDTH_KEY = re.compile(r"^(?:- )?\s*([A-Za-z_][A-Za-z0-9_]*)：")


@dataclass(frozen=True)
class Document:
    """One content file: its values, the place of each, and its Markdown body (empty for YAML files)."""

    path: str
    data: Mapping[str, Any]
    body: str = ""
    body_line: int = 1
    marks: Mapping[KeyPath, Span] = field(default_factory=dict)
    plain: Mapping[KeyPath, str] = field(default_factory=dict)
    """Unquoted scalars that YAML read as something else than text, by key path: what was typed."""

    sound: ClassVar[bool] = False
    """Whether all rules about this file alone have found nothing in these very bytes."""

    new: ClassVar[bool] = True
    """Whether it was not known when the project was loaded."""

    def span(self, *keys: str | int) -> Span:
        """The place of the value under `keys`, or of its nearest ancestor that has one."""
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.marks:
                return self.marks[keys[:length]]
        return Span(self.path)

    def body_span(self, line: int, column: int = 1) -> Span:
        """The place of the body's 0-based line in the file."""
        return Span(self.path, self.body_line + line, column)

    def may_hold(self, *marks: str) -> bool:
        """Whether one of these may stand in its Markdown: a fast first look."""
        return any(mark in self.body for mark in marks)

    @cached_property
    def written(self) -> str:
        """All values as one text for a fast first look; what nobody sees is escaped there by a backslash."""
        return str(self.data)

    def leaves(self) -> Iterator[tuple[KeyPath, Any, Any]]:
        """Every value that is no mapping and no list: its key path, itself, and the mapping or list around it."""
        waiting: list[tuple[KeyPath, Any]] = [((), self.data)]
        while waiting:
            keys, around = waiting.pop()
            for key, value in around.items() if isinstance(around, Mapping) else enumerate(around):
                if isinstance(value, Mapping | tuple):
                    waiting.append(((*keys, key), value))
                else:
                    yield (*keys, key), value, around


def read(root: Path, name: str, report: Report) -> bytes | None:
    """The bytes of a file, by its name below `root`."""
    report.files += 1
    try:
        with open(f"{root}/{name}", "rb") as file:  # noqa: PTH123 - thousands of files
            return file.read()
    except OSError as error:
        report.add("unreadable-file", Span(name), f"打不开这个文件：{words(error)}", "检查文件的权限和磁盘")
        return None


def parse(name: str, raw: bytes, report: Report) -> Document | None:
    """The document in the bytes of a `.yml` file, or of a `.md` file with front matter."""
    text = _text(raw, name, report)
    if text is None:
        return None
    if not _TEXT.search(name):
        return _Reader(name, report).document(text)
    parts = _split_front_matter(text, name, report)
    if parts is None:
        return None
    front, body, body_line = parts
    return _Reader(name, report, first_line=2).document(front, body, body_line)


def body(name: str, raw: bytes) -> str:
    """The Markdown in the bytes of a sound file, whose values are not read."""
    parts = _split_front_matter(_text(raw, name, Report()) or "", name, Report())
    return parts[1] if parts else ""


def joined(first: Document, second: Document | None) -> Document:
    """Two files that are one document; what both say is taken from the first."""
    if second is None:
        return first
    marks, plain = {**second.marks, **first.marks}, {**second.plain, **first.plain}
    return Document(first.path, {**second.data, **first.data}, marks=marks, plain=plain)


def _text(raw: bytes, name: str, report: Report) -> str | None:
    """The file as text with LF line ends; UTF-8 with or without byte order mark."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return None if in_conflict(text, name, report) else as_characters(text)
    except UnicodeDecodeError as error:
        at = Span(name, raw[: error.start].count(b"\n") + 1)
        report.add("encoding", at, f"文件不是 UTF-8 编码{_guessed(raw)}", "请用编辑器另存为 UTF-8 编码")
        return None


def in_conflict(text: str, name: str, report: Report) -> bool:
    """Whether git has left two versions of a passage in the text."""
    if match := _CONFLICT.search(text):
        line = text.count("\n", 0, match.start()) + 1
        hint = "留下要的一个版本，删去 <<<<<<<、=======、>>>>>>> 这几行"
        report.add("conflict-marker", Span(name, line), "这里有两个版本没有合并（git 的冲突标记）", hint)
    return match is not None


def _guessed(raw: bytes) -> str:
    """What the encoding of a file seems to be."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "，看起来是 UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "，看起来是 GBK"


def _split_front_matter(text: str, name: str, report: Report) -> tuple[str, str, int] | None:
    """Front matter, body, and the body's first line number."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        report.add("front-matter", Span(name), "文件开头没有元数据块", _opening_hint(lines))
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    hint = "在元数据之后、正文之前单独写一行 ---"
    at = next((number for number, line in enumerate(lines[1:], start=2) if _WRONG_FENCE.fullmatch(line)), None)
    hint = f"第 {at} 行的“{lines[at - 1].strip()}”改成三个半角连字符 ---" if at else hint
    report.add("front-matter", Span(name, at or 1), "元数据块没有结束", hint)
    return None


def _opening_hint(lines: list[str]) -> str:
    if _WRONG_FENCE.fullmatch(lines[0]):
        return f"第一行的“{lines[0].strip()}”改成三个半角连字符 ---"
    if "---" in (line.rstrip() for line in lines):
        return "--- 要在第一行：把它上面的文字移到元数据之后"
    return "第一行写 ---，元数据之后再用一行 --- 结束"


class _TooLarge(Exception):
    """The document expands to more than `MAX_NODES` values."""


class _Reader:
    """Turns one YAML text into a document; keeps the marks that a plain loader throws away."""

    def __init__(self, name: str, report: Report, first_line: int = 1) -> None:
        self.name = name
        self.report = report
        self.first_line = first_line
        self.marks: dict[KeyPath, Span] = {}
        self.plain: dict[KeyPath, str] = {}
        self.nodes = 0
        self.lines: list[str] = []
        """Those of the text where a # may be lost."""

    def document(self, text: str, body: str = "", body_line: int = 1) -> Document | None:
        """The document, or None when the text is not a YAML mapping."""
        try:
            self._refuse_depth(text)
            self.lines = text.split("\n") if syntax.may_lose(text) else []
            loader = _Loader(text)
            try:
                node = loader.get_single_node()
                data = self._value(loader, node, ()) if node is not None else {}
            finally:
                loader.dispose()
        except yaml.YAMLError as error:
            self._syntax_error(text, error)
            return None
        except (RecursionError, _TooLarge):
            at, hint = Span(self.name, self.first_line), "请去掉 & 与 * 别名，直接写出内容"
            self.report.add("alias-bomb", at, "内容嵌套过深，或别名展开后过大", hint)
            return None
        if not isinstance(data, dict):
            self._not_a_mapping(text, is_list=isinstance(data, tuple))
            return None
        return Document(self.name, data, body, body_line, self.marks, self.plain)

    def _refuse_depth(self, text: str) -> None:
        """Building what is nested without end would overflow the stack of the parser, which is written in C."""
        if sum(map(text.count, ("[", "{", "- ", "? "))) <= MAX_DEPTH:
            return
        loader, depth = _Loader(text), 0
        try:
            while loader.check_event():
                event = loader.get_event()
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                if depth > MAX_DEPTH:
                    raise _TooLarge
        finally:
            loader.dispose()

    def _span(self, mark: Any) -> Span:
        return Span(self.name, mark.line + self.first_line, mark.column + 1)

    def _value(self, loader: Any, node: yaml.Node, path: KeyPath) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES or len(path) > MAX_DEPTH:
            raise _TooLarge
        self.marks[path] = self._span(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(loader, node, path)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._value(loader, child, (*path, index)) for index, child in enumerate(node.value))
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(loader, node, path)

    def _mapping(self, loader: Any, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else str(key_node.tag)
            if key in values:
                first = self.marks[(*path, key)].line
                message = f"键 `{key}` 重复，前面第 {first} 行已经写过"
                self.report.add("duplicate-key", self._span(key_node.start_mark), message, "删去其中一个")
                continue
            values[key] = self._value(loader, value_node, (*path, key))
            if not isinstance(value_node, yaml.ScalarNode) or value_node.value == "":
                self.marks[(*path, key)] = self._span(key_node.start_mark)
        return values

    def _scalar(self, loader: Any, node: yaml.ScalarNode, path: KeyPath) -> Any:
        if not node.style and (node.tag.endswith(":str") or node.value == ""):
            self._look_for_loss(node)
        if node.tag == "tag:yaml.org,2002:str":
            return node.value
        self.plain[path] = node.value
        if not node.tag.startswith("tag:yaml.org,2002:") or (node.tag.endswith(":null") and node.value not in NULLS):
            return node.value
        if node.tag.endswith((":int", ":float")) and not _PLAIN_NUMBER.fullmatch(node.value):
            self.report.add(
                "unquoted-value",
                self._span(node.start_mark),
                f"“{node.value}”没有引号，会被读成另一个数",
                f'是文字就加引号："{node.value}"；是数字就写成普通的十进制数',
            )
            return node.value
        try:
            return loader.construct_object(node)
        except (ValueError, OverflowError, LookupError, AttributeError):  # what constructors raise for odd values
            message = f"“{cut(node.value, 40)}”不是有效的日期或数字"
            self.report.add("invalid-value", self._span(node.start_mark), message, to_day(cut(node.value, 40)))
            return None

    def _look_for_loss(self, node: yaml.ScalarNode) -> None:
        """Complain where a value begins or goes on with a # behind a blank, as in 老人推车 #1: what follows is lost."""
        end = node.end_mark
        if end.line < len(self.lines) and (lost := syntax.lost_behind(self.lines[end.line], end.column)):
            message = f"“{cut(lost, 20)}”前面是空格，当成了注释，不会显示"
            hint = "是内容就给整段文字加上引号；是注释就在 # 后面空一格"
            self.report.add("unquoted-value", self._span(node.start_mark), message, hint)

    def _syntax_error(self, text: str, error: yaml.YAMLError) -> None:
        if found := list(self._fullwidth_keys(text)):
            for at, key in found:
                fullwidth_colon(at, key, self.report)
            return
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        at = self._span(mark) if mark else Span(self.name, self.first_line)
        last = text.rstrip("\n").count("\n") + self.first_line
        at = at if at.line <= last else Span(self.name, last)  # the end of a file is said to be a line after it
        if opened := syntax.open_quote(text, at.line - self.first_line):
            row, column = opened
            self.report.add("yaml-syntax", Span(self.name, row + self.first_line, column), *syntax.OPEN_QUOTE)
            return
        problem = str(getattr(error, "problem", "") or error)
        self.report.add("yaml-syntax", at, *syntax.explained(problem, text, at.line - self.first_line))

    def _fullwidth_keys(self, text: str) -> Iterator[tuple[Span, str]]:
        """The keys that are followed by a Chinese colon, each with the place of that."""
        for number, line in enumerate(text.split("\n"), self.first_line):
            if match := FULLWIDTH_KEY.match(line.strip()):
                yield Span(self.name, number, line.index("：") + 1), match[1]

    def _not_a_mapping(self, text: str, *, is_list: bool) -> None:
        if found := next(self._fullwidth_keys(text), None):
            fullwidth_colon(*found, self.report)
            return
        hint = "每行写成 `键: 值`，冒号为半角、后跟空格"
        if is_list:
            hint = "列表前面加一行它的键，如 phases:、questions:，写法见 docs/content-format.md"
        self.report.add("yaml-syntax", Span(self.name, self.first_line), "内容不是“键: 值”的形式", hint)


def fullwidth_colon(at: Span, key: str, report: Report) -> None:
    """Report a key that is followed by a Chinese colon."""
    report.add("fullwidth-colon", at, f"键 `{key}` 后面是全角冒号“：”", f"改成半角冒号加一个空格：`{key}: `")


def headings(body: str) -> Iterator[tuple[int, int, str]]:
    """The ATX headings of a Markdown body: 0-based line, level, text. Fenced code is skipped."""
    fence = ""
    for number, line in enumerate(body.split("\n")):
        stripped = line.strip()
        if stripped.startswith(("```", "~~~")):
            mark = stripped[:3]
            fence = "" if fence == mark else fence or mark
        elif not fence and (match := re.match(r"(#{1,6})\s+(\S.*)", line)):
            words = match[2].rstrip()
            yield number, len(match[1]), words.rstrip("#").rstrip() or words
