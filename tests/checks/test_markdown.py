from __future__ import annotations

import pytest

from generator.text import markdown, scan


def targets(text: str) -> list[str]:
    return [link.target for link in scan.links(scan.prose(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[赛程](record:timeline)", ["record:timeline"]),
        ('[一](a "题") 和 [二](<b c>)', ["a", "b c"]),
        ("[括号](https://a.example/b_(c)) 后", ["https://a.example/b_(c)"]),
        ("[![图](a.png)](record:cases/x)", ["record:cases/x"]),
        ("![图](a.png)", []),
        ("[空]()", [""]),
        ("[定义][1]\n\n[1]: https://a.example", ["https://a.example"]),
        ("脚注[^1]\n\n[^1]: 说明", []),
        ("`[代码](a)` ``[`](b)`` [真](c)", ["c"]),
        ("```\n[代码](a)\n```\n[真](b)\n", ["b"]),
        ("~~~\n[代码](a)\n~~~", []),
        ('<a class="x" href="a">一</a>', ["a"]),
        ("[a] (b)", []),
        ("数组[1](2)", ["2"]),
    ],
)
def test_links(text: str, found: list[str]) -> None:
    assert targets(text) == found


def test_offsets_point_at_the_link() -> None:
    text = "前`x`后 [一](a) ![图](b.png)"
    (link,) = scan.links(scan.prose(text))
    (image,) = scan.images(scan.prose(text))
    assert text[link.offset :].startswith("a)")
    assert text[image.offset :].startswith("![图]")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![画面](a.png)", ["a.png"]),
        ('![](a.png "题")', ["a.png"]),
        ('<img alt="画面" src="a.png">', ["a.png"]),
        ("`![代码](a.png)`", []),
    ],
)
def test_images(text: str, found: list[str]) -> None:
    assert [image.target for image in scan.images(scan.prose(text))] == found


def test_tables() -> None:
    (table,) = scan.tables("前\n\n| 甲 | 乙 |\n|---|:-:|\n| 1 | a\\|b |\n| 2 |\n\n后 | 文")
    assert (table.line, table.header, table.rows) == (2, ["甲", "乙"], [["1", "a\\|b"], ["2"]])


def test_tables_without_outer_bars() -> None:
    (table,) = scan.tables("甲 | 乙\n--- | ---\n1 | 2")
    assert (table.header, table.rows) == (["甲", "乙"], [["1", "2"]])


@pytest.mark.parametrize("text", ["一\n---\n二", "a | b\n\n--- | ---", "1 - 2 | 3"])
def test_rules_and_headings_are_no_tables(text: str) -> None:
    assert list(scan.tables(text)) == []


def test_anchors_are_those_of_the_page() -> None:
    assert markdown.anchors("# 一\n## 怎样 参加？\n### API 说明\n") == {
        "怎样-参加": "怎样 参加？",
        "api-说明": "API 说明",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```\n[未结束](a)", ["a"]),
        ("``` a b\n[围栏不成立](a)\n\n```", ["a"]),
        ("\\`[转义](a)`", ["a"]),
        ("`两行\n[代码](a)`", []),
        ("> [名]: a", ["a"]),
        ("- [名]: a", ["a"]),
        ("[名]:\na", ["a"]),
        ('<a title="一>二" href="a">一</a>', ["a"]),
        ('<a href="#甲 乙">一</a>', ["#甲 乙"]),
        ("[一](#甲\n乙)", ["#甲\n乙"]),
        ("[一](#甲\n)", ["#甲"]),
        ("[一](#甲 (乙))", ["#甲 (乙"]),
        ('[一](a "题" 乙)', ['a "题" 乙']),
    ],
)
def test_links_are_those_that_are_rendered(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    "text", ["![图][名]\n\n[名]: https://a.example/b.png", "![名]\n\n[名]: https://a.example/b.png"]
)
def test_images_by_name_are_images(text: str) -> None:
    assert [image.target for image in scan.images(text)] == ["https://a.example/b.png"]
