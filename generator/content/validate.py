"""Values of a document against the record they are to become; what does not fit is told in the editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from enum import Enum
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content import documents, gaps
from generator.content.documents import FULLWIDTH_KEY, NULLS, Document, KeyPath, fullwidth_colon
from generator.content.hints import SAID, by_id_or_name, cut, listing, nearest, separated, to_day, to_number
from generator.diagnostics import Report
from generator.model import Record

R = TypeVar("R", bound=Record)

_SHOWN = 30
"""Characters of a wrong value that a message repeats."""

_LONGEST = 120
"""Characters of a text that a hint divides into a list."""

_TYPE_NAMES = {
    "string_type": "文字",
    "int_type": "整数",
    "int_from_float": "整数",
    "float_type": "数字",
    "bool_type": " true 或 false",
    "number_or_text": "数字或文字",
    "date_type": "日期（如 2026-06-22）",
    "date_from_datetime_inexact": "日期（如 2026-06-22）",
    "tuple_type": "列表",
    "model_type": "一组“键: 值”",
    "model_attributes_type": "一组“键: 值”",
}


_LIMIT_HINTS = {
    "primary": '写成六位颜色值并加引号："#0b4f8a"',
    "accent": '写成六位颜色值并加引号："#a85b00"',
    "url": "写完整网址，以 https:// 开头；contest.yml 的网站地址还要以 / 结尾",
    "repository": "写完整网址，以 https:// 开头",
    "sme_min_share": "比例写成小数：0.3 表示三成",
    "share": "比例写成小数：0.05 表示 5%",
    "reason": "写明为什么可以公开，例如本人书面同意",
    "isbn": "写成 978-7-0000-0000-1，13 位数字用半角连字符分成五段，前面不写 ISBN",
    "email": "写成 office@example.cn，@ 用半角，前后没有空格",
    "certificate": "大括号里编号写 year、branch、level、track、entry，正文写 unit、team、title、edition、track、award",
    "mark": "写一两个字",
    "name_forms": "大括号里只能写 year（年份）和 branch（分赛简称）",
    "words": "叫法不超过 8 个字，不带空格和标点",
}
"""What to write, by key or by what it stands in, where only a certain form is allowed."""


def validate(model: type[R], document: Document, report: Report) -> R | None:
    """The document as a record of that kind, or None after reporting every value that does not fit.

    Where nothing but gaps stands in for dates, numbers and the like, the record is without them.
    """
    try:
        return model.model_validate(dict(document.data))
    except ValidationError as error:
        details = list(_told_once(model, document, error.errors(include_url=False)))
        for detail in details:
            _report(model, document, detail, report)
        if all(gaps.is_gap(detail["input"]) for detail in details):
            return _without(model, dict(document.data), [_known_path(document, detail["loc"]) for detail in details])
        return None


def written(record: Record) -> dict[str, Any]:
    """What its file says of a record, by key."""
    return {key: getattr(record, key) for key in record.model_fields_set}


def _without(model: type[R], data: Any, paths: list[KeyPath]) -> R | None:
    """The record without what stands at these paths, nor what cannot be without it; None when nothing is left."""
    for path in sorted(paths, reverse=True):
        if not path:
            return None
        data = _dropped(data, path)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return _without(model, data, list({each["loc"][:-1] for each in error.errors(include_url=False)}))


def _dropped(data: Any, path: KeyPath) -> Any:
    """A copy of mappings and lists without one value."""
    first, rest = path[0], path[1:]
    items = data.items() if isinstance(data, Mapping) else enumerate(data)
    left = [(key, _dropped(each, rest) if key == first else each) for key, each in items if rest or key != first]
    return dict(left) if isinstance(data, Mapping) else tuple(each for _, each in left)


def _told_once(model: type[Record], document: Document, details: list[ErrorDetails]) -> Iterable[ErrorDetails]:
    """A value that fits neither numbers nor text is one mistake, not three; a key that is misspelt is not missing."""
    told: dict[tuple[int | str, ...], ErrorDetails] = {}
    unknown = (detail["loc"] for detail in details if detail["type"] == "extra_forbidden")
    meant = {(*loc[:-1], _meant(model, loc)) for loc in unknown}
    for detail in details:
        loc = detail["loc"]
        if detail["type"] == "missing" and loc in meant:
            continue
        path = loc if detail["type"] == "missing" else _known_path(document, loc)
        told[path] = {**detail, "type": "number_or_text"} if path in told else detail
    return told.values()


def _report(model: type[Record], document: Document, detail: ErrorDetails, report: Report) -> None:
    """One library error as a diagnostic in the editor's words."""
    path = _known_path(document, detail["loc"])
    key = str(detail["loc"][-1])
    kind = detail["type"]
    value = detail["input"]
    if kind == "missing":
        at = document.span(*detail["loc"][:-1])
        report.add("missing-key", at, f"缺少必填的键 `{key}`{_title(model, detail['loc'])}", f"补上 `{key}: …`")
    elif kind == "extra_forbidden":
        if match := FULLWIDTH_KEY.match(key):
            at = document.span(*path)
            fullwidth_colon(replace(at, column=at.column + key.index("：")), match[1], report)
            return
        hint = nearest(_meant(model, detail["loc"]), _field_names(model, detail["loc"][:-1]))
        hint = "数字里不写逗号：1,234 写成 1234" if re.fullmatch(r"\d{3}(\.\d+)?", key) else hint
        report.add("unknown-key", document.span(*path), f"不认识的键 `{key}`", hint)
    elif value is None and document.plain.get(path, "") not in NULLS:
        return  # a date or number that does not exist; reading the document has told so
    elif gaps.is_gap(value):
        report.extend([gaps.told(document, path, value)])
    else:
        _report_value(model, document, detail, path, report)


def _report_value(model: type[Record], document: Document, detail: ErrorDetails, path: KeyPath, report: Report) -> None:
    """What is wrong with a value that is there."""
    name = documents.written(path) or "文件"
    kind = detail["type"]
    value = detail["input"]
    if kind in ("string_type", "number_or_text") and value is not None and path in document.plain:
        raw = document.plain[path]
        message = f"`{name}` 应为文字，但“{raw}”没有引号，被读成了{_kind_of(value)}"
        report.add("unquoted-value", document.span(*path), message, f'加上引号："{raw}"')
    elif kind.startswith("model") and (match := FULLWIDTH_KEY.match(str(value))):
        fullwidth_colon(document.span(*path), match[1], report)
    elif kind in _TYPE_NAMES:
        message = f"`{name}` 应为{_TYPE_NAMES[kind]}，写的却是{_shown(value)}"
        keys = _required_first(model, detail["loc"]) if kind.startswith("model") else ()
        report.add("wrong-type", document.span(*path), message, _retype(kind, value, keys))
    elif kind in ("literal_error", "enum"):
        offered = _offered(_annotation_at(model, detail["loc"]))
        hint = by_id_or_name(str(value), {word: SAID["words"].get(word, word) for word in offered})
        report.add("invalid-value", document.span(*path), f"`{name}` 不能是{_shown(value)}", hint)
    else:
        message = f"`{name}` {'' if value == '' else f'的值{_shown(value)}'}{_limit(kind, detail)}"
        report.add("invalid-value", document.span(*path), message, _within_limits(detail, path))


def _within_limits(detail: ErrorDetails, path: KeyPath) -> str:
    """What to write instead of a value of the right type that is not allowed."""
    value = str(detail["input"])
    if re.fullmatch("[“‘「].*[”’」]", value):
        return "去掉两边的中文引号，要写就写半角引号"
    pattern = SAID["patterns"].get(str(detail.get("ctx", {}).get("pattern")))
    otherwise = "写上内容；可省略的连键删去" if value == "" else f"写成{pattern}" if pattern else "请改正"
    keys = map(str, (detail["loc"][-1], *path))
    return next((_LIMIT_HINTS[part] for part in keys if part in _LIMIT_HINTS), otherwise)


def _known_path(document: Document, loc: tuple[int | str, ...]) -> KeyPath:
    """The longest prefix of `loc` that stands in the file; unions add parts that do not."""
    for length in range(len(loc), 0, -1):
        if loc[:length] in document.marks:
            return loc[:length]
    return ()


def _kind_of(value: Any) -> str:
    names = {bool: "真假值", int: "数字", float: "数字", type(None): "空值"}
    return names.get(type(value), "日期")


def _shown(value: Any) -> str:
    """A value as an editor wrote it, cut short."""
    if value is None or value == "":
        return "空的"
    if isinstance(value, Mapping):
        return "一组“键: 值”"
    if isinstance(value, tuple):
        return "一个列表"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"“{cut(text, _SHOWN)}”"


def _retype(kind: str, value: Any, keys: Sequence[str] = ()) -> str:
    """How to write a value of the right type; `keys` are those of a mapping."""
    if value is None:
        return "补上内容；可省略的键也可以删去"
    if kind == "tuple_type" and not isinstance(value, Mapping):
        text = str(value).strip("[]［］【】〔〕")
        names = separated(text[:_LONGEST])
        names = text[:_LONGEST].split() if len(names) == 1 and not text.isascii() else names
        return f"写成列表：[{', '.join(names) if len(names) > 1 else text[:_SHOWN]}]"
    if kind.startswith("model") and keys:
        return f"写成 {{{keys[0]}: …}}；可以写的键：{listing(keys, 12)}"
    if kind == "string_type" and isinstance(value, tuple):
        return "只写一项，不用列表"
    if isinstance(value, Mapping | tuple) or kind.startswith("model"):
        return "写法见 docs/content-format.md"
    if kind.startswith("date"):
        return to_day(str(value.date() if isinstance(value, datetime) else value))
    return "写 true 或 false，不加引号" if kind == "bool_type" else to_number(str(value))


def _limit(kind: str, detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    wording = {
        "greater_than": "必须大于 {gt:g}",
        "greater_than_equal": "不能小于 {ge:g}",
        "less_than_equal": "不能大于 {le:g}",
        "string_too_short": "不能为空" if context.get("min_length") == 1 else "至少要有 {min_length} 个字",
        "string_too_long": "不能超过 {max_length} 个字",
        "too_short": "至少要有 {min_length} 项",
        "too_long": "最多只能有 {max_length} 项",
        "string_pattern_mismatch": "写法不对",
        "string_type": "应为文字",
    }
    return wording.get(kind, "不符合要求").format_map({**context})


def _annotation_at(model: type[Record], loc: tuple[int | str, ...]) -> Any:
    """The type of what stands at `loc`; unions add parts that name no field."""
    current: Any = model
    for part in loc:
        fields = getattr(record_in(current), "model_fields", {})
        current = fields[part].annotation if part in fields else current
    return current


def _offered(annotation: Any) -> list[str]:
    """The words that may stand where a type is a choice among some, in whatever it holds or offers besides."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    return [word for part in get_args(annotation) for word in _offered(part)]


def record_in(annotation: Any) -> Any:
    """The record class inside `X`, `X | None` or `tuple[X, ...]`."""
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)


def titles(model: type[BaseModel], path: Sequence[int | str]) -> Iterator[str]:
    """What the keys on the way to a place are called; items of lists by their numbers."""
    here: Any = model
    for key in path:
        field = getattr(record_in(here), "model_fields", {}).get(key)
        if field is not None:
            here = field.annotation
            yield str(field.title)
        elif isinstance(key, int):
            yield str(key + 1)


def _field_names(model: type[Record], loc: tuple[int | str, ...]) -> list[str]:
    target = record_in(_annotation_at(model, loc))
    return sorted(target.model_fields, key="allow_personal".__eq__) if target else []


def _required_first(model: type[Record], loc: tuple[int | str, ...]) -> list[str]:
    """The keys of a mapping, in their order but for those that may be left out."""
    target = record_in(_annotation_at(model, loc))
    return sorted(target.model_fields, key=lambda key: not target.model_fields[key].is_required()) if target else []


def _meant(model: type[Record], loc: tuple[int | str, ...]) -> str:
    """The key that one which is not known stands for, as far as can be told; else itself."""
    target, typed = record_in(_annotation_at(model, loc[:-1])), str(loc[-1])
    called = {str(field.title): name for name, field in target.model_fields.items()} if target else {}
    typed = typed.partition("：")[0]
    offered = [name for name in called.values() if name != "allow_personal"]
    close = offered if len(offered) == 1 else get_close_matches(typed, called.values(), n=1, cutoff=0.6)
    return called.get(typed) or next(iter(close), typed)


def _title(model: type[Record], loc: tuple[int | str, ...]) -> str:
    target = record_in(_annotation_at(model, loc[:-1]))
    field = target.model_fields.get(str(loc[-1])) if target else None
    return f"（{field.title}）" if field and field.title else ""
