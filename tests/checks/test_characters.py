"""What stands in texts without being seen is named; scripts, emoji and rare characters that need it are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.unicode import out_of_place
from generator.project import load


@pytest.mark.parametrize(
    "character",
    [
        *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
        *"\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u206a\u180e\ufeff\u00ad\u034f\u115f\u1160\u3164\uffa0",
        *"\ufff9\ufffa\ufffb\ufffc\ufffd\ufffe\uffff\ufdd0\U0001fffe\U0010ffff\ue000\uf8ff\U000f0001\U00100000",
        *"\U000e0001\U000e0041\U000e007f\ufe00\ufe0e\ufe0f\U000e0100\u180b\x00\x0b\x7f\x85\u2028\u2029",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
@pytest.mark.parametrize("around", ["报{}名", "{}报名", "报名{}", "abc{}def", "第一段\n\n第二{}段"])
def test_a_character_out_of_place_is_found(character: str, around: str) -> None:
    if character == "\ufe00" and around in ("报{}名", "报名{}", "第一段\n\n第二{}段"):
        pytest.skip("a standardised variant of a Chinese character")
    if character == "\U000e0100" and around in ("报{}名", "报名{}", "第一段\n\n第二{}段"):
        pytest.skip("an ideographic variant")
    text = around.format(character)
    assert list(out_of_place(text)) == [(text.index(character), character)]


@pytest.mark.parametrize(
    "text",
    [
        "普通的文字，½、№、①、「」、《》、‰、℃、㎡、×、÷、≤、→、■、★、㊗、Ⅳ、…、——、ā á ǎ à、é、ñ、ß",
        "Emoji 😀 👍🏽 ❤️ ☎︎ ©️ 1️⃣ #️⃣ 👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍💻 ❤️‍🔥",
        "🇨🇳 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى، سانلىق مەلۇمات مۇسابىقىسى",
        "نامزات\u200cلىق می\u200cخواهم \u200fABC\u200f 24\u200e",
        "维吾尔文 \u2067شىنجاڭ\u2069 与 \u2068ABC\u2069 并排",
        "\u2067外 \u2066内\u2069 外\u2069",
        "𠮷湾镇、𡈽地、𪚥、𰻝面、葛\U000e0100城、辻\U000e0101、㐂、神\ufe00",
        "བོད་ཡིག ᠮᠣᠩᠭᠣᠯ\u180b ไทยที่นี่ हिन्दी क्\u200dष Việt Nam 한국어 かんじ ｶﾅ ﾊﾟ",
        "e\u0301\u0302\u0303\u0304 四个附加符号",
        "名\u00a0字\u3000空格\u2009细空格\u202f和\t制表符",
        "مُحَمَّدٌ",
    ],
)
def test_what_has_its_place_is_left_alone(text: str) -> None:
    assert list(out_of_place(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\u2067一段\n\n另一段\u2069", ["\u2067", "\u2069"]),
        ("\u2067甲\u2069\u2069", ["\u2069"]),
        ("\u2067\u2067甲\u2069", ["\u2067"]),
        ("A\u200dB", ["\u200d"]),
        ("😀\u200d字", ["\u200d"]),
        ("字\ufe0f", ["\ufe0f"]),
        ("a\U000e0100", ["\U000e0100"]),
        ("∩\ufe00∩\U000e0100", ["\U000e0100"]),
        ("🏴\U000e0067", ["\U000e0067"]),
        ("a" + "\u0301" * 5 + "b", ["\u0301" * 5]),
        ("ก" + "\u0e47" * 30, ["\u0e47" * 30]),
        ("甲\u200b乙\u200b丙\u202e", ["\u200b", "\u202e"]),
    ],
)
def test_the_same_characters_where_they_do_not_belong(text: str, found: list[str]) -> None:
    assert [each for _, each in out_of_place(text)] == found


@pytest.mark.parametrize("text", ["\u2067" * 200_000, "\u200b" * 200_000, "a\u0301" * 100_000, "\n \n\u2069" * 50_000])
def test_long_texts_are_read_in_one_go(text: str) -> None:
    assert len(list(out_of_place(text))) <= 1


def test_the_character_itself_is_never_in_a_message(contest: Path) -> None:
    page = contest / "content/alpha/2026/pages/about.md"
    page.write_text(page.read_text(encoding="utf-8").replace("关于大赛", "关于\u2066大赛\u202e"), encoding="utf-8")
    text = load(contest).report.to_text()
    assert "（U+202E）" in text
    assert "（U+2066）" in text
    assert not any(character in text for character in "\u202e\u2066")
