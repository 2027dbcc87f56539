from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import documents
from generator.content.documents import Document
from generator.diagnostics import Report, Span


def read(folder: Path, raw: str | bytes, name: str = "file.yml") -> tuple[Document | None, Report]:
    path = folder / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    report = Report()
    return documents.parse(path.name, path.read_bytes(), report), report


def codes(report: Report) -> list[str]:
    return [found.code for found in report.diagnostics]


def places(report: Report) -> list[tuple[int, int]]:
    return [(found.at.line, found.at.column) for found in report.diagnostics]


def test_values_keep_their_types(tmp_path: Path) -> None:
    document, report = read(
        tmp_path, "text: 甲\nnumber: 3\nshare: 0.5\nyes_no: true\nday: 2026-06-01\nnothing:\nlist: [一, 二]\n"
    )
    assert document is not None
    assert codes(report) == []
    assert {key: type(value).__name__ for key, value in document.data.items()} == {
        "text": "str",
        "number": "int",
        "share": "float",
        "yes_no": "bool",
        "day": "date",
        "nothing": "NoneType",
        "list": "tuple",
    }


def test_values_are_marked_where_they_stand(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "name: 甲\nteam:\n  size: 5\n  names:\n    - 一\n    - 二\n")
    assert document is not None
    assert document.span("name") == Span("file.yml", 1, 7)
    assert document.span("team") == Span("file.yml", 2, 1)
    assert document.span("team", "size") == Span("file.yml", 3, 9)
    assert document.span("team", "names", 1) == Span("file.yml", 6, 7)


def test_missing_values_are_marked_at_their_parent(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "name: 甲\nteam:\n  size: 5\n")
    assert document is not None
    assert document.span("team", "leader", "name") == Span("file.yml", 2, 1)
    assert document.span("unknown") == Span("file.yml", 1, 1)


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_byte_order_marks_and_line_ends_make_no_difference(tmp_path: Path, before: bytes, end: str) -> None:
    text = "---\ntitle: 甲\norder: 2\n---\n正文一\n\n正文二\n".replace("\n", end)
    document, report = read(tmp_path, before + text.encode(), "page.md")
    assert document is not None
    assert codes(report) == []
    assert document.data == {"title": "甲", "order": 2}
    assert document.body == "正文一\n\n正文二\n"
    assert document.span("order").line == 3
    assert document.body_span(2) == Span("page.md", 7, 1)


def test_front_matter_may_be_empty_and_body_may_hold_rules(tmp_path: Path) -> None:
    document, report = read(tmp_path, "---\n---\n一\n\n---\n\n二\n", "page.md")
    assert document is not None
    assert codes(report) == []
    assert document.data == {}
    assert document.body == "一\n\n---\n\n二\n"


@pytest.mark.parametrize("text", ["", "正文\n", "---\ntitle: 甲\n正文\n"], ids=["empty", "absent", "unclosed"])
def test_front_matter_must_be_complete(tmp_path: Path, text: str) -> None:
    document, report = read(tmp_path, text, "page.md")
    assert document is None
    assert codes(report) == ["front-matter"]


@pytest.mark.parametrize(("encoding", "named"), [("gb18030", "GBK"), ("utf-16", "UTF-16")])
def test_other_encodings_are_named(tmp_path: Path, encoding: str, named: str) -> None:
    document, report = read(tmp_path, "name: 数据要素\n".encode(encoding))
    assert document is None
    assert codes(report) == ["encoding"]
    assert named in report.diagnostics[0].message


def test_fullwidth_colons_are_found_before_the_parser_complains(tmp_path: Path) -> None:
    _, report = read(tmp_path, "name：甲\ntheme：乙\n")
    assert set(codes(report)) == {"fullwidth-colon"}
    _, report = read(tmp_path, "name: 甲\ntheme：乙\nsize: 3\n")
    assert codes(report) == ["fullwidth-colon"]
    assert places(report) == [(2, 6)]


def test_fullwidth_colons_within_text_are_text(tmp_path: Path) -> None:
    document, report = read(tmp_path, "name: 甲：乙\nnote: 发布启动通知；官网：某处\n")
    assert document is not None
    assert codes(report) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("team:\n\tsize: 5\n", 2, "Tab"),
        ("title: 甲: 乙\n", 1, "半角冒号"),
        ("title: [甲, 乙\nname: 丙\n", 2, "没有配对"),
        ('title: "甲\nname: 乙\n', 1, "引号没有结束"),
        ("title: 甲\nsize: %\n", 2, "特殊字符 %"),
        ("title: *甲*\n", 1, "特殊字符 *"),
        ("甲\n乙\n", 1, "键: 值"),
    ],
    ids=["tab", "colon", "bracket", "quote", "percent", "star", "prose"],
)
def test_syntax_errors_are_explained(tmp_path: Path, text: str, line: int, words: str) -> None:
    document, report = read(tmp_path, text)
    assert document is None
    assert codes(report) == ["yaml-syntax"]
    assert report.diagnostics[0].at.line == line
    assert words in report.diagnostics[0].message


@pytest.mark.parametrize("raw", ["010", "1_000", "0x1F", "12:30", "1:30:00", ".inf", ".5"])
def test_unusual_numbers_are_not_converted_silently(tmp_path: Path, raw: str) -> None:
    document, report = read(tmp_path, f"phone: {raw}\n")
    assert document is not None
    assert codes(report) == ["unquoted-value"]
    assert document.data["phone"] == raw


@pytest.mark.parametrize("raw", ["0", "-3", "94.2", "30000", "1e5"])
def test_usual_numbers_are_no_mistake(tmp_path: Path, raw: str) -> None:
    _, report = read(tmp_path, f"value: {raw}\n")
    assert codes(report) == []


@pytest.mark.parametrize(
    "raw", ["2026-13-40", "!!timestamp 六月", "!!bool 对", "!!int 三", "0001-01-01 00:00:00 +23:59", "9" * 6000]
)
def test_values_that_cannot_exist_are_reported(tmp_path: Path, raw: str) -> None:
    _, report = read(tmp_path, f"value: {raw}\n")
    assert set(codes(report)) <= {"invalid-value", "unquoted-value"}
    assert all(len(found.message) < 100 for found in report.diagnostics)


def test_repeated_keys_keep_the_first_value(tmp_path: Path) -> None:
    document, report = read(tmp_path, "name: 甲\nteam: {size: 1, size: 2}\nname: 乙\n")
    assert document is not None
    assert document.data == {"name": "甲", "team": {"size": 1}}
    assert codes(report) == ["duplicate-key", "duplicate-key"]
    assert places(report) == [(2, 17), (3, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 60 + "]" * 60,
        "\n".join(" " * depth + "a:" for depth in range(2000)),
        "a: &a [*a]\n",
        "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 10)}]\n" for i in range(8)),
        "a: [" + "1, " * 30_000 + "1]",
    ],
    ids=["deep-list", "deep-mapping", "recursive", "billion-laughs", "huge"],
)
def test_documents_that_grow_without_end_are_refused(tmp_path: Path, text: str) -> None:
    document, report = read(tmp_path, text)
    assert document is None
    assert codes(report) == ["alias-bomb"]


def test_plain_aliases_are_expanded(tmp_path: Path) -> None:
    document, report = read(tmp_path, "a: &units [甲, 乙]\nb: *units\n")
    assert document is not None
    assert codes(report) == []
    assert document.data["b"] == ("甲", "乙")


def test_foreign_tags_build_nothing(tmp_path: Path) -> None:
    document, report = read(tmp_path, "a: !!python/object/apply:os.system [ls]\n")
    assert document is not None
    assert document.data == {"a": ("ls",)}
    _, report = read(tmp_path, "a: !!python/name:os.system x\n")
    assert codes(report) in ([], ["yaml-syntax"])


def test_unquoted_words_remember_what_was_typed(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "region: no\nyear: 2026\nname: 甲\n")
    assert document is not None
    assert document.plain == {("region",): "no", ("year",): "2026"}


def test_headings_are_found_outside_code() -> None:
    body = "# 一\n正文\n## 二 ##\n```\n## 不是标题\n```\n~~~\n# 也不是\n~~~\n### 三  \n#没有空格\n"
    assert list(documents.headings(body)) == [(0, 1, "一"), (2, 2, "二"), (9, 3, "三")]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: 1\nb\n", (2, 1), "这一行附近缺少冒号"),
        ("a: 1\nb\nc: 2\n", (3, 1), "这一行附近缺少冒号"),
        ("a: 1\n  b: 2\n", (2, 4), "这一行缩进得比上一行深"),
        ("a: 甲\nb: 乙: 丙\n", (2, 5), "这一行的值里有半角冒号和空格，YAML 把它当成了新的键"),
        ("- id: 甲\n-id: 乙\n", (2, 1), "“-”后面少一个空格"),
        ("a: 甲\nb:\u3000乙\n", (2, 1), "冒号后面是全角空格或不换行空格"),
        ("a: {b: 甲， c: 乙}\n", (1, 12), "两项之间是全角逗号“，”"),
        ('a: "请点"报名"按钮"\n', (1, 8), "整段文字的引号里又有同样的引号"),
        ("a: {6月1日}至6月底\n", (1, 10), "文字以 YAML 的特殊字符 { 开头"),
        ("a: }\n", (1, 4), "缩进不齐，或者引号、括号没有配对"),
        ("a: 甲 #\n- 乙\n", (2, 1), "缩进不齐，或者引号、括号没有配对"),
        ("? @\n", (1, 3), "文字以 YAML 的特殊字符开头"),
        ("- *none\n", (1, 3), "文字以 YAML 的特殊字符 * 开头"),
        ("*none\n", (1, 1), "文字以 * 开头，被当成了别名"),
        ("a: - 甲\n", (1, 4), "YAML 写法有误"),
        ('a: "\\q"\n', (1, 5), "YAML 写法有误"),
        ('a: "甲\t乙"\nb: [\n', (2, 1), "缩进里有制表符（Tab）"),
        ('a: "甲\t乙"\nb: 丙\nc: }\n', (3, 4), "缩进不齐，或者引号、括号没有配对"),
        ("a: 甲\n\nb: '乙\n", (3, 4), "引号没有结束"),
        ('a: 甲\n"乙\n', (2, 1), "引号没有结束"),
        ("甲\n乙：丙\n", (1, 1), "内容不是“键: 值”的形式"),
    ],
)
def test_syntax_errors_have_a_place_and_a_reason(
    tmp_path: Path, text: str, place: tuple[int, int], message: str
) -> None:
    document, report = read(tmp_path, text)
    assert document is None
    assert [(found.code, found.message) for found in report.diagnostics] == [("yaml-syntax", message)]
    assert places(report) == [place]
    # In front matter, everything stands a line lower.
    _, report = read(tmp_path, f"---\n{text}---\n正文\n", "page.md")
    assert [(line, found.message) for (line, _), found in zip(places(report), report.diagnostics, strict=True)] == [
        (place[0] + 1, message)
    ]


@pytest.mark.parametrize(("depth", "fits"), [(50, True), (51, False)])
def test_lists_and_mappings_have_a_depth(tmp_path: Path, depth: int, fits: bool) -> None:
    flat = "".join("- [1]\n" for _ in range(60))
    lists = f"a:\n{flat}b: {'[' * (depth - 1)}{']' * (depth - 1)}"
    mappings = "\n".join(" " * level + "a:" for level in range(depth))
    for text in (lists, mappings):
        assert (read(tmp_path, text)[0] is not None) == fits


@pytest.mark.parametrize(("count", "fits"), [(19_998, True), (19_999, False)])
def test_values_have_a_number(tmp_path: Path, count: int, fits: bool) -> None:
    """With the list and the document, 20,000."""
    assert (read(tmp_path, f"a: [{'1, ' * count}]")[0] is not None) == fits


def test_long_values_are_cut_in_messages(tmp_path: Path) -> None:
    for length, shown in ((40, "甲" * 40), (41, "甲" * 40 + "……")):
        _, report = read(tmp_path, f"a: !!bool {'甲' * length}\n")
        assert report.diagnostics[0].message == f"“{shown}”不是有效的日期或数字"


def test_every_value_is_met_with_what_is_around_it(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "a: 甲\nb: [乙, {c: 丙}]\nd: []\n")
    assert document is not None
    met = {keys: (value, around) for keys, value, around in document.leaves()}
    assert met == {
        ("a",): ("甲", document.data),
        ("b", 0): ("乙", document.data["b"]),
        ("b", 1, "c"): ("丙", {"c": "丙"}),
    }


def test_headings_have_one_to_six_signs_and_fences_their_own_kind() -> None:
    body = "###### 六\n####### 七\n```\n~~~\n# 内\n```\n# 外\n# #\n"
    assert list(documents.headings(body)) == [(0, 6, "六"), (6, 1, "外"), (7, 1, "#")]


def test_radicals_pasted_from_a_pdf_are_characters() -> None:
    report = Report()
    document = documents.parse("a.md", "---\ntitle: ⼯业⻋间\n---\n⼈⼯看⽕\n".encode(), report)
    assert document
    assert (document.data["title"], document.body) == ("工业车间", "人工看火\n")
