"""The border between personal data and other texts: what a small change makes the one or the other."""

from __future__ import annotations

import pytest

from generator.privacy import personal

FOUND = {
    "手机号码": """
        电话138、0013、8000
        电话 138,0013,8000
        联系 138 001 380 00
        1380 0138 000
        电话138001 38000
        138-00138000
        86-138001 38000
        (0)13800138000
        电话 013800138000
        电话 13800000000
        电话 2026-13800138000
        tel:+86-13800138000
        phone=13800138000
        http://a.example/tel:13800138000
        1 3 8 0 0 1 3 8 0 0 0
        138 00138000
        1380013 8000
        138 001 38000
        1380 0138 000
        1380 013 8000
        138 00138 000
        138 00 138 000
        138 0013 80 00
        138 00 13 80 00
        138 0 013 8000
        13 8 0013 8000
        1 38 0013 8000
        138 0013 8 000
    """,
    "银行卡号": """
        卡号 4111111111111111
        4111 1111 1111 1111
        6222021234567890128
        6212345678901232
        9558123456789012
        编号6222 0212 3456 7890 128
        卡号 622202.1234567890128
        卡号 622202 123456 7890128
        卡号 5105105105105100
        卡号 3530111333300000
        卡号6011123456789019
        卡号2710123456789012
        卡号2221123456789014
        卡号6014281234567896
        收款 4111 1111 1111 1111 202
    """,
    "香港身份证号": "A123456(3) AB987654(3) G123456(A)",
    "身份证号": """
        11010519491231002X
        110105188001010025
        110105204912310026
        110105491231002
        身份证110105491231002
        身份证 110105 491231 002
    """,
    "私人邮箱": """
        zhangsan@163.com
        zhang.wei@gd.gov.cn
        zhang_wei@edu.cn
        zhangwei@company.example
        wei.zhang@company.example
        zhangsan(at)qq.com
        12345678#qq.com
    """,
    "车牌号码": """
        粤B12345
        粤B·12A4C
        粤BD12345
        宁A1B2C3
        新A-12345
        云A12345
        车牌粤B12345号
        白云A12345 车
    """,
    "微信号": """
        微信：zhangsan
        微信 zhang_san1
        微信号zhangsan
        微信 123456
        vx zhangsan_1
        vx:zhangsan
    """,
    "个人姓名": """
        李老师，电话0755-82345678
        李建国老师 邮箱 a@b.cn
        班建国老师，电话0755-82345678
        联系人李建国，电话0755-82345678
        联系人：李建国
        联系人李建国
        咨询电话：李建国，0755-82345678
    """,
    "家庭住址": """
        家住幸福路12号3栋
        家住3栋2单元101室
        家庭住址：幸福路12号
        家庭住址：3栋2单元
    """,
}
LEFT = """
    138、0013、8000
    138,0013,8000
    电话138,00138,000
    138 001 380 00
    电话13 800 138 000
    138001 38000
    138.00138000
    +86 13800138000元
    电话 1.13800138000
    013800138000
    13800000000
    2026-13800138000
    10-86-13800138000
    138 00 1380 00
    4111111111111111
    卡号4111111111111111元
    卡号 4111111111111112
    编号6222021234567890128
    信用代码6222 0212 3456 7890 128
    622202.1234567890128
    622202 123456 7890128
    622202 12345 67890 128
    A123456(4)
    AB987654(4)
    G123456(1)
    110105490231002
    身份证 110100491231002
    110105491231002元
    编号110105491231002
    110105 491231 002
    信用代码110105491231002
    110105187912310024
    110105205001010027
    office@qq.com
    office12@163.com
    zhangwei@gd.gov.cn
    company@company.example
    粤B123AB号
    粤B12345号
    白云A12345
    编号粤B12345
    微信 zhangsan
    微信：http123
    微信：officialname1
    微信 abc123.
    公众微信 wechat123
    vx123456
    李老师
    班主任，电话0755-82345678
    王主任 微信号
    咨询电话：李建国
    家住幸福路12号
    家庭住址：幸福
    家庭住址：3栋
"""


def lines(texts: str) -> list[str]:
    return [line.strip() for line in texts.strip().splitlines()]


def kinds(text: str) -> list[str]:
    return [found.message.removeprefix("出现").split(" ")[0] for found in personal.find(text)]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in lines(texts)])
def test_it_is_found_once_and_as_what_it_is(kind: str, text: str) -> None:
    assert kinds(text) == [kind] * (text.count("(") if kind.startswith("香港") else 1)


@pytest.mark.parametrize("text", lines(LEFT))
def test_it_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("AAAA 13800138000", 5),
        ("A&#65; &#x31;3800138000", 7),
        ("号码&nbsp;138&nbsp;0013&nbsp;8000", 8),
        ("<b>电话</b> <i>138</i>00138000", 13),
        ("①③⑧⓪⓪①③⑧⓪⓪⓪", 0),
        ("如一三八零零一三八零零零", 1),
    ],
)
def test_its_place_is_that_of_the_first_character(text: str, place: int) -> None:
    assert [found.offset for found in personal.find(text)] == [place]


def test_two_of_a_kind_are_two() -> None:
    assert [found.offset for found in personal.find("13800138000 13900139000")] == [0, 12]


def test_what_stands_before_on_the_page_is_read_and_not_told() -> None:
    assert [found.offset for found in personal.find("138001 38000", lead="联系电话")] == [0]
    assert [found.offset for found in personal.find("，13800138000", lead="13900139000")] == [1]
    assert kinds("138001 38000") == []


def test_the_message_shows_a_little_of_it() -> None:
    told = [found.message for found in personal.find("A123456(3)，李建国老师，电话 138-0013-8000")]
    assert told == ["出现手机号码 138********", "出现香港身份证号 A*******", "出现个人姓名 李**"]


@pytest.mark.parametrize("zero", "٠۰०０𝟎𝟘𝟢𝟬𝟶🯰")
def test_digits_of_other_scripts_are_digits(zero: str) -> None:
    assert kinds("".join(chr(ord(zero) + int(digit)) for digit in "13800138000")) == ["手机号码"]
    assert kinds("".join(chr(ord(zero) + int(digit)) for digit in "15926473859")) == ["手机号码"]


@pytest.mark.parametrize("sign", "-‐‑‒–—―−﹘﹣－─·•‧∙⋅・。 \u00a0\u2000\u2005\u200a\u202f\u205f\u3000\t.")
def test_dashes_dots_and_blanks_of_any_kind_part_a_number(sign: str) -> None:
    assert kinds(f"159{sign}2647{sign}3859") == ["手机号码"]


def test_wide_letters_are_letters() -> None:
    assert kinds("ｚｈａｎｇｓａｎ＠ｑｑ．ｃｏｍ") == kinds("zhangsan@qq.com") == ["私人邮箱"]
    assert kinds("11010519491231002Ⅹ") == kinds("11010519491231002×") == ["身份证号"]


@pytest.mark.parametrize("code", ["8203", "x200D", "173", "31", "55296", "57343", "1114112", "xD800", "x110000"])
def test_codes_that_show_nothing_part_no_number(code: str) -> None:
    assert kinds(f"138&#{code};00138000") == ["手机号码"]


@pytest.mark.parametrize(("before", "after", "found"), [(22, 11, True), (23, 11, False), (23, 10, True)])
def test_words_tell_of_numbers_that_are_near(before: int, after: int, found: bool) -> None:
    """24 characters before, 12 after."""
    assert bool(kinds(f"电话{'某' * before}138001 38000{'某' * after}电话")) == found


def test_a_blank_line_parts_numbers() -> None:
    assert kinds("电话 138\n00138000") == ["手机号码"]
    assert kinds("电话 138\n\n00138000") == []
