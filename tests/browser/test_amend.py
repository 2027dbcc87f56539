"""What the editor page makes of content files: untouched they stay, an edit changes its own lines only."""

from __future__ import annotations

import difflib
import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.content.documents import parse
from generator.diagnostics import Report
from generator.exports.schemas import CONTENT, FileSchema, content_schema
from generator.media import scripts

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "templates" / "shell" / "assets" / "js"
FILES = sorted(
    path
    for top in ("content", "branches", "tests/fixtures/minimal")
    for path in (ROOT / top).rglob("*")
    if path.suffix in (".yml", ".md") and path.name != "mkdocs.yml"
)
PROBE = """import { changed, contents, hindrance } from "./admin/text.js";
import { problems } from "./admin/schema.js";
import { Day } from "./admin/yaml.js";
Object.assign(window, { changed, contents, hindrance, problems, Day });
"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with the modules of the editor that know texts."""
    folder = tmp_path_factory.mktemp("js")
    shutil.copytree(SCRIPTS / "admin", folder / "admin")
    (folder / "probe.js").write_text(PROBE, "utf-8")
    made = browser.new_page()
    made.add_script_tag(content=(SCRIPTS / "vendor" / "yaml.js").read_text("utf-8"))
    made.add_script_tag(content=scripts.bundle(folder / "probe.js"))
    yield made
    made.close()


def test_every_content_file_can_be_edited_and_stays_as_it_is(page: Page) -> None:
    for path in FILES:
        name, text = path.relative_to(ROOT).as_posix(), path.read_bytes().decode()
        assert page.evaluate("([path, text]) => hindrance(path, text)", [name, text]) == "", name
        assert page.evaluate(SET, [name, text, []])[0] == text, name


@pytest.mark.parametrize("described", CONTENT, ids=lambda each: each.name)
def test_nothing_is_said_of_what_is_right(page: Page, described: FileSchema) -> None:
    pattern = re.compile(re.sub(r"<\w+>", "[^/]+", described.files.replace(".", r"\.")))
    own = [path for path in FILES if pattern.search(path.relative_to(ROOT).as_posix())]
    texts = [[path.name, path.read_bytes().decode()] for path in own]
    said = page.evaluate(
        "([schema, all]) => all.map((each) => problems(schema, contents(...each).value, schema))",
        [content_schema(described), texts],
    )
    assert [(path.name, found) for path, found in zip(own, said, strict=True) if found] == []


CHANGES = """([path, text, seed]) => {
    const { value, body } = contents(path, text);
    const spots = [];
    const look = (around) => Object.entries(around).forEach(([key, each]) => {
        if (each && typeof each === "object" && !(each instanceof Day)) look(each);
        else spots.push([around, key]);
    });
    look(value);
    const [around, key] = spots[seed % spots.length];
    around[key] = "改过的文字";
    return [changed(path, text, value, body), spots.length];
}"""


@pytest.mark.parametrize("seed", range(6))
def test_one_changed_value_changes_the_lines_that_it_stands_in(page: Page, seed: int) -> None:
    """Paragraphs of several lines become one; all other values stand in one line, and one line replaces them."""
    for path in FILES:
        name, text = path.relative_to(ROOT).as_posix(), path.read_bytes().decode()
        chosen = random.Random(f"{seed} {name}").randrange(10_000)
        after, _ = page.evaluate(CHANGES, [name, text, chosen])
        lines = list(difflib.unified_diff(text.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
        added = [line for line in lines if line.startswith("+")]
        assert len(added) == 1, name
        assert "改过的文字" in added[0], name
        assert len([line for line in lines if line.startswith("@")]) == 1, name


NASTY = {
    "comments": "# 头\ntitle: 甲   # 名\n\n# 中\nnote: 乙   # 注\n# 尾\n",
    "quotes": "title: '甲''乙'\nnote: \"丙\\n丁\"\nplain: 戊\n",
    "blocks": "title: |\n  一行\n  二行\n\nnote: >-\n  折\n  叠\n\nlast: 末\n",
    "flow": "title: [甲, 乙]\nnote: {a: 1, b: [2, 3]}   # 注\n",
    "flow over lines": "title: [\n  甲,   # 一\n  乙,\n]\nnote: 丙\n",
    "nested": "title:\n- a: 1\n  b: 2   # 二\n# 间\n- a: 3\n\n  b: 4\nnote:\n  c:\n    - d\n    -   e\n",
    "list within list": "title:\n  - - 甲\n    - 乙\n  - - 丙\nnote: 丁\n",
    "nothing": "title:\nnote: ~   # 空\nlast: null\n",
    "no end of line": "title: 甲\nnote: [乙]",
    "empty": "",
    "comment only": "# 只有注释\n",
    "windows": "title: 甲\r\nnote:\r\n  - 乙   # 注\r\n  - 丙\r\n",
    "mark": "\ufefftitle: 甲\nnote: 乙\n",
    "wide spaces": "title :   甲\nnote:     [ 乙 ,丙 ]\n",
    "old dates": "title: 2026-06-22\nnote: 2026-07-18T17:00\nlast: 'yes'\n",
}

VALUES = (
    *"yes No on null ~ 1 1.0 1e3 0x1F 0o17 017 1_000 12:30 .5 +1 -1 .inf .NaN".split(),
    *"2026-06-22 2026-13-45 2026-07-18T17:00 = << 0b1 1:20:30 190:20:30 0.1.2 5G 3D打印 2026年 1,234".split(),
    "a: b",
    "a:",
    "甲：乙",
    "a #b",
    "#b",
    "- a",
    "-",
    "? a",
    "[a]",
    "{a}",
    "a, b",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "'a'",
    '"a"',
    "“a”",
    "a\\nb",
    " a",
    "a ",
    "a\tb",
    "a\nb",
    "a\nb\n",
    "a\n\n\nb\n\n",
    " a\nb",
    "a\n b",
    "a \nb",
    "\n",
    "---",
    "a\n---\nb",
    "...",
    "\u00a0a",
    "\u3000甲",
    "甲\u2028乙",
    "\x07",
    "\x85",
    "\ufeff",
    "😀",
    "𠮷",
    "y",
    "n",
    "|",
    ">",
    "a|",
    "https://example.org/?a=b#c",
    "",
)

SET = """([path, text, steps]) => {
    const { value, body } = contents(path, text);
    steps.forEach(([keys, next]) => {
        const key = keys.pop();
        const around = keys.reduce((each, step) => each[step], value);
        if (next === undefined || next === null) Array.isArray(around) ? around.splice(key, 1) : delete around[key];
        else around[key] = next;
    });
    const said = JSON.stringify(value, (_, each) => each instanceof Day ? each.text : each);
    return [changed(path, text, value, body), said];
}"""


def as_read(text: str) -> Any:
    """What the program reads, days as they are written."""
    report = Report()
    document = parse("a.yml", text.encode(), report)
    assert document, report.to_text()
    return json.loads(json.dumps(document.data, default=str))


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_the_program_reads_what_the_form_says(page: Page, text: str) -> None:
    changes = [steps for value in VALUES for steps in _changes(value, "title" in text)]
    made = page.evaluate(f"([text, all]) => all.map((steps) => ({SET})(['a.yml', text, steps]))", [text, changes])
    for steps, (after, said) in zip(changes, made, strict=True):
        assert as_read(after) == json.loads(said), (steps, after)


def _changes(value: str, has_title: bool) -> Iterator[Any]:
    yield [[["title"], value]]
    yield [[["fresh"], value]]
    yield [[["title"], [value, "甲"]]]
    yield [[["fresh"], [{"a": value, "b": [value]}]]]
    if has_title:
        yield [[["title"], None], [["fresh"], value]]


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        ("a: 1   # 一\nb: 2\n", [[["b"], None]], "a: 1   # 一\n"),
        ("a: 1\n\n# 说明\nb: 2\nc: 3\n", [[["b"], None]], "a: 1\n\n# 说明\nc: 3\n"),
        ("# 头\na: 1\nb: 2\n", [[["a"], None]], "# 头\nb: 2\n"),
        ("a: 1   # 一\n# 尾\n", [[["b"], "新"]], "a: 1   # 一\nb: 新\n# 尾\n"),
        ("a: []   # 空\nb: 1\n", [[["a"], ["甲"]]], "a: [甲]   # 空\nb: 1\n"),
        ("a: []   # 空\nb: 1\n", [[["a"], [{"c": "甲"}]]], "a:   # 空\n  - c: 甲\nb: 1\n"),
        ("a:   # 空\nb: 1\n", [[["a"], "甲"]], "a: 甲   # 空\nb: 1\n"),
        ("a: [甲, 乙, 丙]   # 三\n", [[["a", 1], None]], "a: [甲, 丙]   # 三\n"),
        ("a: [甲, 乙, 丙]   # 三\n", [[["a", 0], None]], "a: [乙, 丙]   # 三\n"),
        (
            "a:\n  - {b: 1}   # 一\n  - {b: 2}\n",
            [[["a", 2], {"b": "丙"}]],
            "a:\n  - {b: 1}   # 一\n  - {b: 2}\n  - {b: 丙}\n",
        ),
        (
            "a:\n  - b: 1   # 一\n    c: 2\n  - b: 3\n",
            [[["a", 0, "b"], None]],
            "a:\n  - c: 2\n  - b: 3\n",
        ),
        ("a: |\n  一\n  二\nb: 1\n", [[["a"], "三"]], "a: 三\nb: 1\n"),
        ("a: 一   # 注\nb: 1\n", [[["a"], "一\n二\n"]], "a: |   # 注\n  一\n  二\nb: 1\n"),
        (
            "a: 甲\r\nb: 乙\r\n",
            [[["c"], ["丙", "一\n二"]]],
            "a: 甲\r\nb: 乙\r\nc:\r\n  - 丙\r\n  - |-\r\n    一\r\n    二\r\n",
        ),
        ("a: 'x'\nb: \"y\"\n", [[["a"], "z"]], 'a: z\nb: "y"\n'),
    ],
)
def test_an_edit_keeps_what_stands_around_it(page: Page, before: str, steps: Any, after: str) -> None:
    assert page.evaluate(SET, ["a.yml", before, steps])[0] == after


def test_moved_items_take_their_comments_along(page: Page) -> None:
    before = "a:\n  # 一\n  - b: 1   # 甲\n    c: 2\n\n  # 二\n  - b: 3\n  - {b: 4}   # 丙\n"
    script = """text => { const {value} = contents("a.yml", text); value.a.unshift(value.a.splice(1, 1)[0]);
        return changed("a.yml", text, value, ""); }"""
    moved = page.evaluate(script, before)
    assert moved == "a:\n  # 二\n  - b: 3\n  # 一\n  - b: 1   # 甲\n    c: 2\n  - {b: 4}   # 丙\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "a: !tag 1\n",
        "? a\n: 1\n",
        "? [a, b]\n: 1\n",
        "a: 1\na: 2\n",
        "- a\n",
        "甲\n",
        "a: [1\n",
        "a：1\n",
        "a:\tb: c\n",
        "a: 1\rb: 2\r",
        "a: 1\n---\nb: 2\n",
        "<<: {a: 1}\nb: *c\n",
    ],
)
def test_what_no_form_can_hold_is_left_to_the_source(page: Page, text: str) -> None:
    assert page.evaluate("text => hindrance('a.yml', text)", text) != ""


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_body_keeps_the_ends_of_its_lines(page: Page, eol: str, mark: str) -> None:
    text = mark + eol.join(["---", "title: 甲   # 注", "---  ", "", "一", "二", "三", ""])
    script = """([text, from, to]) => { const {value, body} = contents("a.md", text);
        return changed("a.md", text, value, body.replace(from, to)); }"""
    for old, new in (("二\n", ""), ("二", "二\n二之二"), ("三\n", "三"), ("\n一", "零\n一"), ("三\n", "三\n\n四\n")):
        expected = text.replace(old.replace("\n", eol), new.replace("\n", eol))
        assert page.evaluate(script, [text, old, new]) == expected
    assert page.evaluate("text => hindrance('a.md', text)", "没有元数据\n") != ""
