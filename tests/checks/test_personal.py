"""Personal data of every kind in many writings is found; figures, numbers and offices are left alone.

Everything here is fabricated: names, numbers and addresses come from a seeded generator.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from generator.checks import personal
from generator.documents import Document
from generator.project import load
from tests.notices.reading import FOLDER

Planted = tuple[str, str]
"""A kind, and a text that holds one datum of it."""

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "慕容")
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰峰宇鑫浩然子涵梓萱思远志国建文博雅婷晓琳嘉怡俊熙"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_CODES = ("110105", "310104", "440106", "440305", "210102", "640104", "650102", "330106", "510104", "810000", "830000")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PINYIN = ("zhang", "wang", "liu", "chen", "zhao", "huang", "zhou", "xu", "sun", "guo")
_GIVEN_PINYIN = ("wei", "fang", "xiaoming", "lili", "jianguo", "min", "jing", "haoran", "yuting")


def digits(random: Random, count: int) -> str:
    return "".join(random.choices("0123456789", k=count))


def mobile(random: Random) -> str:
    return f"1{random.choice('3456789')}{digits(random, 9)}"


def identity(random: Random) -> str:
    day = f"{random.randint(1949, 2008)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    first = random.choice(_CODES) + day + digits(random, 3)
    return first + "10X98765432"[sum(int(d) * w for d, w in zip(first, _WEIGHTS, strict=True)) % 11]


def old_identity(random: Random) -> str:
    day = f"{random.randint(30, 90)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    return random.choice(_CODES[:9]) + day + digits(random, 3)


def card(random: Random) -> str:
    start, length = random.choice(
        (("622202", 19), ("621700", 19), ("622848", 19), ("625965", 16), ("621226", 19), ("62", 17))
    )
    first = start + digits(random, length - len(start) - 1)
    return next(first + last for last in "0123456789" if luhn(first + last))


def luhn(number: str) -> bool:
    values = [int(digit) for digit in reversed(number)]
    return (sum(values[::2]) + sum(sum(divmod(2 * value, 10)) for value in values[1::2])) % 10 == 0


def name(random: Random) -> str:
    surname = random.choice(_COMPOUND) if random.random() < 0.15 else random.choice(_SURNAMES)
    return surname + "".join(random.sample(_GIVEN, random.choice((1, 2, 2))))


def plate(random: Random) -> str:
    start = random.choice(_PROVINCES) + random.choice("ABCDEFGH")
    tail = random.choice(
        (
            digits(random, 5),
            f"{random.choice('ABCD')}{digits(random, 4)}",
            f"D{digits(random, 5)}",
            f"{digits(random, 5)}F",
        )
    )
    return start + tail


def office(random: Random) -> str:
    return f"0{random.choice(('10', '20', '24', '755', '991', '951'))}-{random.randint(2, 8)}{digits(random, 7)}"


def home(random: Random) -> str:
    place = random.choice(
        (
            "广州市天河区体育西路",
            "沈阳市和平区文化路",
            "银川市兴庆区解放街",
            "乌鲁木齐市天山区光明路",
            "临河市北新区花园小区",
        )
    )
    door = random.choice(("{}号{}栋{}室", "{}号{}单元{}室", "{}弄{}号{}室", "{}号{}楼{}号", "{}号院{}号楼{}室"))
    return place + door.format(random.randint(1, 200), random.randint(1, 20), random.randint(101, 2604))


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN = str.maketrans("0123456789", "零一二三四五六七八九")
_YAO = str.maketrans("0123456789", "〇幺二三四五六七八九")


def parted(number: str, sign: str, *sizes: int) -> str:
    parts, start = [], 0
    for size in sizes:
        parts.append(number[start : start + size])
        start += size
    return sign.join([*parts, number[start:]])


MOBILES: tuple[Callable[[str], str], ...] = (
    lambda n: n,
    lambda n: parted(n, " ", 3, 4),
    lambda n: parted(n, "-", 3, 4),
    lambda n: parted(n, ".", 3, 4),
    lambda n: parted(n, "·", 3, 4),
    lambda n: parted(n, "  ", 3, 4),
    lambda n: parted(n, " - ", 3, 4),
    lambda n: parted(n, "—", 3, 4),
    lambda n: parted(n, "\u3000", 3, 4),
    lambda n: parted(n, "\u00a0", 3, 4),
    lambda n: parted(n, "－", 3, 4),
    lambda n: parted(n, "-", 3, 3),
    lambda n: parted(n, " ", 4, 4),
    lambda n: parted(n, " ", 3),
    lambda n: " ".join(n),
    lambda n: "-".join(n),
    lambda n: n.translate(_WIDE),
    lambda n: parted(n.translate(_WIDE), "－", 3, 4),
    lambda n: "\u200b".join(n),
    lambda n: parted(n, "\u200d", 5),
    lambda n: parted(n, "\ufeff", 3, 4),
    lambda n: parted(n, "\u00ad", 7),
    lambda n: parted(n, "\n", 6),
    lambda n: parted(n, "-\n", 3),
    lambda n: n.translate(_HAN),
    lambda n: n.translate(_YAO),
    lambda n: parted(n.translate(_YAO), " ", 3, 4),
    lambda n: n[:3].translate(_HAN) + n[3:],
    lambda n: n[:7] + n[7:].translate(_HAN),
    lambda n: f"+86{n}",
    lambda n: f"+86 {parted(n, '-', 3, 4)}",
    lambda n: f"0086{n}",
    lambda n: f"86-{n}",
    lambda n: f"（+86）{n}",
    lambda n: f"＋８６ {n.translate(_WIDE)}",
    lambda n: f"**{n[:3]}**{n[3:]}",
    lambda n: parted(n, "&nbsp;", 3, 4),
    lambda n: parted(n, "<br>", 7),
    lambda n: "".join(f"&#{ord(digit)};" for digit in n),
)
IDENTITIES: tuple[Callable[[str], str], ...] = (
    lambda n: n,
    str.lower,
    lambda n: n.translate(_WIDE),
    lambda n: parted(n, " ", 6, 8),
    lambda n: parted(n, "-", 6, 8),
    lambda n: parted(n, " ", 3, 3, 4, 4),
    lambda n: " ".join(n),
    lambda n: "\u200b".join(n),
    lambda n: parted(n, "\n", 10),
    lambda n: parted(n, "\u2060", 6, 8),
)
CARDS: tuple[Callable[[str], str], ...] = (
    lambda n: n,
    lambda n: parted(n, " ", 4, 4, 4, 4),
    lambda n: parted(n, "-", 4, 4, 4, 4),
    lambda n: parted(n, " ", 6),
    lambda n: n.translate(_WIDE),
    lambda n: parted(n, "\n", 8),
)
AROUND = (
    "{}",
    "请打{}。",
    "（{}）",
    "- 备注：{}",
    "| 其他 | {} |",
    "资料由办公室整理，{}，欢迎来函",
    "《说明》\n\n{}\n\n以上",
)


def planted(random: Random) -> Iterator[Planted]:
    """Every kind in many writings and places."""
    for writing in MOBILES:
        for place in random.sample(
            ("{}", "联系{}。", "（{}）", "手机：{}", "| 电话 | {} |", "或拨打{}报名", "办公电话010-68557325，{}"), 4
        ):
            yield "手机号码", place.format(writing(mobile(random)))
    for writing in IDENTITIES:
        for place in random.sample(AROUND, 4):
            yield "身份证号", place.format(writing(identity(random)))
        yield "身份证号", f"身份证号码：{writing(old_identity(random))}，已核对"
    for place in AROUND:
        yield "身份证号", place.format(old_identity(random))
    for writing in CARDS:
        for place in ("{}", "银行卡号：{}", "奖金汇入{}（储蓄卡）", "开户账号 {}，工商银行"):
            yield "银行卡号", place.format(writing(card(random)))
    people = (
        "联系人：{}",
        "联系人: {}，电话 {o}",
        "负责人：{}",
        "项目负责人：{}（高级工程师）",
        "联络人 {}",
        "经办人：{}\n日期：2026年6月1日",
    )
    people += (
        "联系人{}，电话{o}",
        "| 联系人 | {} | {o} |",
        "**联系人**：{}",
        "负责人为{}。",
        "电话联系：{} {o}",
        "联系人（技术）：{}",
        "联络员：{}、",
        "团队负责人：{}；",
        "联系人：\n{}",
    )
    addressed = (
        "请联系{}先生，电话{o}",
        "{}女士 {o}",
        "{}老师（{o}）",
        "咨询：{}老师，{o}",
        "{o} {}先生",
        "请与{}女士联系，邮箱 office@contest.example",
    )
    for form in (*people, *addressed):
        for _ in range(4):
            yield "个人姓名", form.format(name(random), o=office(random))
    for form in ("{}", "车牌号：{}", "请将{}停入地下车库", "车辆（{}）已登记"):
        for _ in range(6):
            number = plate(random)
            yield (
                "车牌号码",
                form.format(random.choice((number, f"{number[:2]}·{number[2:]}", f"{number[:2]} {number[2:]}"))),
            )
    for form in ("护照号：{}", "护照 {}", "持{}号护照", "护照号码为{}，有效期五年", "passport No. {}"):
        for letter in ("E", "G", "EA", "D", "PE"):
            yield "护照号码", form.format(letter + digits(random, 9 - len(letter)))
    for form in ("港澳居民来往内地通行证 {}", "回乡证：{}", "通行证号码{}"):
        for letter in ("H", "M"):
            yield "通行证号", form.format(letter + digits(random, random.choice((8, 10))))
    yield "通行证号", f"台胞证号：{digits(random, 8)}"
    account = ("zhangsan_88", "wxid_a1b2c3d4e5", "li-ming2020", "sunny0912", "hellokitty")
    for form in (
        "微信：{}",
        "微信号{}",
        "微信号：{}",
        "加微信 {}",
        "vx：{}",
        "VX:{}",
        "wechat: {}",
        "微信ID：{}",
        "ＶＸ：{}",
        "微信号是{}",
    ):
        for each in random.sample(account[:4], 3):
            yield "微信号", form.format(each)
    yield "微信号", "微信：hellokitty"
    for form in ("QQ：{}", "QQ {}", "qq号：{}", "QQ号码是{}", "ＱＱ：{}", "扣扣{}", "加QQ{}"):
        for _ in range(3):
            yield "QQ 号", form.format(random.choice("123456789") + digits(random, random.randint(5, 9)))
    for host in (
        "qq.com",
        "163.com",
        "126.com",
        "gmail.com",
        "foxmail.com",
        "sina.com",
        "139.com",
        "outlook.com",
        "vip.qq.com",
        "yeah.net",
    ):
        for form in ("邮箱：{}", "<{}>", "请发送至{}。", "[写信](mailto:{})"):
            local = random.choice(
                (digits(random, 8), random.choice(_PINYIN) + random.choice(_GIVEN_PINYIN), "happy.day", "abc_123")
            )
            yield "私人邮箱", form.format(f"{local}@{host}")
    for _ in range(10):
        local = random.choice(_PINYIN) + random.choice(("", ".", "_")) + random.choice(_GIVEN_PINYIN)
        yield "私人邮箱", f"邮箱 {local}@company.example"
    for form in (
        "家住{}",
        "家庭住址：{}",
        "住址：{}",
        "家庭地址 {}",
        "现住{}",
        "现住址：{}",
        "户籍地址：{}",
        "居住地址：{}",
    ):
        for _ in range(4):
            yield "家庭住址", form.format(home(random))


def test_planted_data_is_found() -> None:
    items = list(planted(Random(20260601)))
    missed = [(kind, text) for kind, text in items if not any(kind in each.message for each in personal.find(text))]
    counts, lost = Counter(kind for kind, _ in items), Counter(kind for kind, _ in missed)
    recall = {kind: f"{count - lost[kind]}/{count}" for kind, count in counts.items()}
    assert len(items) >= 400
    assert not missed, (recall, missed)


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "电话13800138000。",
        "138-0013-8000",
        "138 0013 8000",
        "138.0013.8000",
        "+86 13800138000",
        "(+86)138-0013-8000",
        "8613800138000",
        "１３８００１３８０００",
        "138\u00a00013\u00a08000",
        "13800138000@mail.example",
        "tel:13800138000",
        "110105194912310 02X".replace(" ", ""),
        "身份证110105 19491231 002x",
    ],
)
def test_private_numbers_are_found(text: str) -> None:
    assert len(list(personal.find(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "024-83988827",
        "甲数发〔2026〕13800138000001号",
        "编号 2026-13800138000",
        "https://a.example/13800138000.html",
        "https://a.example/t20260613_13800138000.html",
        "DL13800138000",
        "13800138000.5",
        "产值15000000000元",
        "12345678901",
        "公安备案 11010502030143 号",
        "110105194912310021",  # the check digit is wrong
        "110105194913310025",  # there is no thirteenth month
        "2026-06-01 2026-06-30",
        "统一社会信用代码 91110000802100433B",
        "1.3 8001 3800 0",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(personal.find(text)) == []


def test_private_numbers_are_not_repeated_in_messages() -> None:
    for number in ("13800138000", "11010519491231002X"):
        (found,) = personal.find(number)
        assert number[8:] not in found.message
