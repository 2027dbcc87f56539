"""Personal data in a text: one table of kinds, each with its pattern, its proof and how much of it a message shows.

A text is read twice: with its digits, blanks and dashes made ordinary, and once more with Chinese numerals as digits
when a run of them is long enough. Every pattern is bounded, so that reading takes time with the text's length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.checks.privacy import surnames

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """A datum of a private person: offset and length in the text, what to say of it, and itself made comparable."""

    offset: int
    message: str
    key: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of datum.

    `sign` stands in every text that has one; the group `it` of `pattern` is the datum; a message shows its first
    `shown` characters.
    """

    name: str
    sign: re.Pattern[str]
    pattern: re.Pattern[str]
    proved: Callable[[Match], bool]
    shown: int


# Reading

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_ZEROS = (0x660, 0x6F0, 0x966, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0)
_FOLDED = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{zero + digit: 0x30 + digit for zero in _ZEROS for digit in range(10)},
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x09), 0x20),
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0x2500), 0x2D),
    **dict.fromkeys(map(ord, "·•‧∙⋅・。"), 0x2E),
    ord("×"): ord("X"),
    ord("Ⅹ"): ord("X"),
}
"""Wide letters and signs, foreign digits, unusual blanks, dashes and dots, with what they stand for."""

_DIGITS = ("零〇○Oo", "一幺壹lI", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_NUMERALS = {
    **{code: str(digit) for code in range(0xB2, 0x2794) if (digit := unicodedata.digit(chr(code), None)) is not None},
    **{ord(numeral): str(digit) for digit, row in enumerate(_DIGITS) for numeral in row},
}
"""Chinese, circled and raised numerals, and letters that look like digits."""

_NUMERAL = "0-9" + "".join(map(chr, _NUMERALS))
_NUMERAL_RUN = re.compile(rf"[{_NUMERAL}](?:[ .\n-]{{0,3}}[{_NUMERAL}]){{10}}")

_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e01ef\u0300-\u036f\u20d0-\u20ff"
)
_UNSEEN = re.compile(
    rf"[{_HIDDEN}]"
    r"|&(?:nbsp|ensp|emsp|thinsp|zwn?j|shy);|</?[A-Za-z]{1,8} ?/?>|&#(?P<code>[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6});"
)
"""What readers do not see inside a number; a character that is written by its code is that character."""

_PLATES = "京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂甘晋蒙陕闽粤琼云黑新吉贵青藏川宁"
_MAIL_SIGNS = "@|(?:[(\\[]at[)\\]])|#qq"
_CHAT_SIGNS = "微信|微 信|薇信|薇 信|威信|加微|加[vV]|[vV]信|[vV][xX]|[wW][xX]|[wW]e[Cc]hat|WECHAT|[wW]ei[xX]in|[vV]:"
_QQ_SIGNS = "[qQ]{2}|[qQ] [qQ]|[qQ]:|扣扣|企鹅"
_HOME_SIGNS = "家住|住址|家庭|现住|住在|居住|户籍|身份证地址|我家在"
_PERMITS = "通行证|回乡证|台胞证|返乡证"
_PERSON = (
    "联系人|联络人|联络员|经办人|承办人|对接人|咨询人|负责人|收件人|收款人|申请人|主讲人|法定代表人|法人代表|法人|队长|组长|项目经理|指导教师|指导老师"
    "|户主|参赛代表|联系老师"
)
_OFFICE_LINE = (
    "经办|负责同志|联系方式|联系电话|咨询电话|电话联系|技术支持|参赛咨询|业务咨询|技术咨询|业务联系|咨询|联络方式"
    "|联系|联络"
)
_ADDRESS = "先生|女士|小姐|老师|同志|主任"
_TITLE = f"{_ADDRESS}|教授|经理|科长|处长|工程师"

_SEPARATORS = " .,、…`\\-()\\[\\]/_~*\\\n>"
_COMMON = "0-9零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖"
_NUMBER_SIGN = re.compile(rf"[{_COMMON}](?:[{_SEPARATORS}·–—，。．／（）－]{{0,6}}[{_COMMON}OolI]){{10}}")
_PLATE_SIGN = re.compile(rf"[{_PLATES}] ?[A-Z]")
_CARD_SIGN = re.compile(r"[A-Z][0-9]{6}[(（]")
_WORD_SIGN = re.compile(
    "|".join((_PERSON, "联 系 人", _HOME_SIGNS, _PERMITS, "护照|@|#qq|微 ?信|薇 ?信|威信|加微|扣扣|企鹅"))
)
_LETTER_SIGN = re.compile(
    rf"[{_PLATES}A-Zqvwap](?:(?<=[{_PLATES}]) ?[A-Z]|(?<=[A-Z])[0-9]{{6}}[(（]"
    r"|(?<=[qQvVwWaPp])(?:[qQxX:：信]|ei?[xXcC]| [qQ]|t[)\]]|assport|ASSPORT))"
)
_TITLE_SIGN = re.compile(f"{_ADDRESS}|{_OFFICE_LINE}")
_CONTACT_SIGN = re.compile("[0-9](?:[ ()（）—–-]{0,5}[0-9]){6}")
_RARE = re.compile("[^\n\x20-\x25\x27-\x3b\x3d-\x7e°±·×–—‘’“”…※℃↑→↓≤≥□■○●★☆、-〗〝一-鿿！％（-＋，．／：；＝？～￥]")
"""What stands in every text with personal data; most texts have none of it. Rare characters may hide something."""


def suspect(text: str) -> bool:
    """A fast first look: False when the text has no personal data for certain."""
    return bool(
        _RARE.search(text)
        or _NUMBER_SIGN.search(text)
        or _LETTER_SIGN.search(text)
        or _WORD_SIGN.search(text)
        or (_TITLE_SIGN.search(text) and _CONTACT_SIGN.search(text))
    )


def find(text: str, lead: str = "") -> Iterator[PersonalDatum]:
    """The personal data of a text; `lead` is what stands before it on the page, such as the label of a figure."""
    if not suspect(f"{lead} {text}"):
        return
    plain, places = _plain(f"{lead}:{text}" if lead else text)
    begin = len(lead) + 1 if lead else 0
    taken = bytearray(len(plain))
    for kind, match in _matches(plain):
        start, end = match.span("it")
        if not any(taken[start:end]) and kind.proved(match):
            taken[start:end] = bytes([1]) * (end - start)
            if places[start] >= begin:
                message = f"出现{kind.name} {_masked(match['it'], kind.shown)}"
                yield PersonalDatum(places[start] - begin, message, key(plain[start:end]))


def key(text: str) -> str:
    """A datum without blanks and signs, to be compared with an exception."""
    return re.sub(r"[\W_]", "", _plain(text)[0].translate(_NUMERALS)).lower()


def _matches(plain: str) -> Iterator[tuple[Kind, Match]]:
    """What may be a datum, in both readings; the second is for kinds of numbers."""
    for kind in KINDS:
        if kind.sign.search(plain):
            yield from ((kind, match) for match in kind.pattern.finditer(plain))
    digits = plain.translate(_NUMERALS)
    if digits != plain and _NUMERAL_RUN.search(plain):
        for kind in KINDS:
            if kind.sign is _NUMBER_SIGN:
                yield from ((kind, match) for match in kind.pattern.finditer(digits))


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text as ordinary characters, and where each of them stands in it."""
    if not _UNSEEN.search(text):
        return text.translate(_FOLDED), range(len(text) + 1)
    kept: list[str] = []
    places: list[int] = []
    last = 0
    for match in _UNSEEN.finditer(text):
        kept.append(text[last : match.start()])
        places += range(last, match.start())
        if match["code"] and (character := _character(match["code"])):
            kept.append(character)
            places.append(match.start())
        last = match.end()
    return "".join([*kept, text[last:]]).translate(_FOLDED), [*places, *range(last, len(text) + 1)]


def _character(code: str) -> str:
    """What an HTML reference stands for; nothing when it stands for no visible character."""
    number = int(code[1:], 16) if code[0] in "xX" else int(code)
    return _UNSEEN.sub("", chr(number)) if 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else ""


def _masked(datum: str, shown: int) -> str:
    compact = re.sub(r"[\W_]", "", datum)
    return compact[:shown] + "*" * max(len(compact) - shown, 1)


# Proofs

_GAP = rf"[{_SEPARATORS}]{{0,6}}+"
_UNIT = re.compile(
    r"\*{0,2} ?[余多]?[ ]?(?:[十百千万亿元美欧条次人个件吨千瓦度户笔字平立方张份家台套部项名位米公克升秒分小天年月"
    r"种批组颗株头只辆架艘座栋亩倍点行列对步帧页册枚路单包片块根]|(?:[KMGTPkmgt]?B|[kMGT]?Wh?|km|kg|t|m[23²³]?|Hz|bytes?)\b|[%‰℃])"
)
_NUMBERED = re.compile(
    r"(?:编号|单号|编码|代码|流水号?|序列号?|条形?码|账号|文号|批号|许可证号?|登记号|专利号?|申请号|备案号?|案号|税号|识别号|订单号?"
    r"|IMEI|ISBN|SN|ID|[Nn]o\.?|NO\.?|№|第|款号|批次|版本|合同号?)[^\n\d]{0,4}$"
)
_AMOUNT = re.compile(
    r"(?:[¥￥$€£]|人民币|金额|总额|产值|营收|合计|总计|累计|共计|达到?|超过?|约|近|共|处理|调用)[^\n\d]{0,3}$"
)
_CREDIT = re.compile(r"信用代码|税号|识别号|组织机构代码|登记号")
_SAYS_PHONE = re.compile(
    r"电话|手机(?!信令)|联系|拨打|致电|来电|微信|号码|联络|短信|本机|电联|tel|phone|mobile|cell|call|contact|先生|女士|老师",
    re.IGNORECASE,
)
_SAYS_IDENTITY = re.compile(r"身份证|证件号|公民身份|身份号码|身份证明|居民证")
_SAYS_CARD = re.compile(r"卡号|银行卡|账号|帐号|账户|开户|收款|储蓄|信用卡|借记|打款|转账|card", re.IGNORECASE)
_SAYS_CAR = re.compile(r"车牌|车号|牌照|号牌|车|司机|驾驶")
_URL = re.compile(r"(?:://|www\.|[A-Za-z]/|[A-Za-z]=)[^\s\u3000-\uffff]*$")


def _before(match: Match, length: int) -> str:
    start = match.start("it")
    return match.string[max(0, start - length) : start]


def _after(match: Match, length: int) -> str:
    end = match.end("it")
    return match.string[end : end + length]


def _says(match: Match, words: re.Pattern[str], before: int = 24, after: int = 12) -> bool:
    return bool(words.search(_before(match, before)) or words.search(_after(match, after)))


def _is_figure(match: Match) -> bool:
    """Whether what stands around says that the number counts or numbers something."""
    return bool(
        _UNIT.match(_after(match, 8)) or _NUMBERED.search(_before(match, 16)) or _AMOUNT.search(_before(match, 16))
    )


_GROUPINGS = {
    (1,) * 11,
    (3, 8),
    (7, 4),
    (3, 3, 5),
    (4, 4, 3),
    (4, 3, 4),
    (3, 5, 3),
    (3, 2, 3, 3),
    (3, 4, 2, 2),
    (3, 2, 2, 2, 2),
    (3, 1, 3, 4),
    (2, 1, 4, 4),
    (1, 2, 4, 4),
    (3, 4, 1, 3),
}
"""How people part a mobile number; other groups need a word such as 电话 nearby."""


def _is_mobile(match: Match) -> bool:
    number, before = match["it"], _before(match, 60)
    if match["country"] and re.search("[0-9]-$", match.string[: match.start()][-2:]):
        return False
    if "\n\n" in number or _UNIT.match(_after(match, 8)):
        return False
    if re.search(r"(?:tel:|phone=)\+?(?:86)?-?$", before):
        return True
    sizes = tuple(map(len, re.findall("[0-9]+", number)))
    said = bool(match["country"]) or _says(match, _SAYS_PHONE)
    if _URL.search(before) or re.search(r"[0-9]\.$", before):
        return False
    if not said and (_is_figure(match) or match["zero"] or number.endswith("000000") or re.search(r"[0-9]-$", before)):
        return False
    if re.search("[,、…]", number) and not (said and sizes == (3, 4, 4)):
        return False
    if sizes in ((11,), (3, 4, 4)) or (len(sizes) == 2 and "\n" in number):
        return True
    if said:
        return not (len(sizes) == 4 and sizes[1:] == (3, 3, 3))
    return sizes in _GROUPINGS and not (len(sizes) == 2 and "." in number)


_REGION = re.compile(r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])[0-9]{4}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _is_identity(match: Match) -> bool:
    """Whether 18 characters have a region, a date of birth and the check digit of GB 11643-1999."""
    number = re.sub(r"[^0-9Xx]", "", match["it"])
    if not (_REGION.match(number) and _is_day(number[6:14])) or _CREDIT.search(_before(match, 16)):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17].upper()


def _is_old_identity(match: Match) -> bool:
    """Whether 15 digits have a region and a date of birth; by itself such a number must stand alone and unlabelled."""
    number = re.sub(r"[^0-9]", "", match["it"])
    if not (_REGION.match(number) and number[4:6] != "00" and _is_day(f"19{number[6:12]}")):
        return False
    if _UNIT.match(_after(match, 8)) or "," in match["it"]:
        return False
    if _says(match, _SAYS_IDENTITY):
        return True
    return number == match["it"] and not _is_figure(match) and not _CREDIT.search(_before(match, 16))


def _is_day(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return 1880 <= born.year < 2050


_ISSUERS = re.compile(
    r"62\d{14,17}|9558\d{12,15}|(?:4\d{3}|5[1-5]\d\d|222[1-9]|2[3-6]\d\d|27[01]\d|35[2-8]\d|6011)\d{12}|60\d{14,17}"
)


def _is_card(match: Match) -> bool:
    """Whether the digits begin as an issuer's and end with Luhn's check digit (ISO/IEC 7812-1)."""
    if _UNIT.match(_after(match, 8)) or _CREDIT.search(_before(match, 20)):
        return False
    groups = re.findall("[0-9]+", match["it"])
    by_four = len(groups) >= 4 and all(len(group) == 4 for group in groups[:4])
    plain = len(groups) <= 2 and "." not in match["it"] and match["it"].startswith(("62", "9558"))
    if not _says(match, _SAYS_CARD) and not by_four and (not plain or _is_figure(match)):
        return False
    numbers = ("".join(groups[:count]) for count in range(len(groups), 0, -1))
    return any(_ISSUERS.fullmatch(number) and _luhn(number) for number in numbers)


def _luhn(number: str) -> bool:
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in number[-2::-2])
    return (sum(doubled) + sum(map(int, number[-1::-2]))) % 10 == 0


def _is_hong_kong_card(match: Match) -> bool:
    letters, digits = match["letters"].rjust(2), match["digits"]
    values = [36 if letter == " " else ord(letter) - 55 for letter in letters] + [int(digit) for digit in digits]
    check = 10 if match["check"] == "A" else int(match["check"])
    return (sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True)) + check) % 11 == 0


def _is_plate(match: Match) -> bool:
    tail = re.sub(r"[^0-9A-Z]", "", match["tail"])
    if sum(character.isdigit() for character in tail) < 3 or _NUMBERED.search(_before(match, 12)):
        return False
    if match["it"][0] in "云黑新吉贵青藏川宁" and re.search(rf"[{_HAN}]$", _before(match, 1)):
        return _says(match, _SAYS_CAR)
    return not _after(match, 1).startswith("号") or _says(match, _SAYS_CAR)


_FREE_MAIL = (
    r"(?:vip\.)?(?:qq|163|126|sina|sohu|188)\.com(?:\.cn)?|sina\.cn|foxmail\.com|yeah\.net|139\.com|189\.cn|wo\.cn|g(?:oogle)?mail\.com"
    r"|(?:outlook|hotmail|live|msn|icloud|me|mac|aliyun|tom|21cn|aol|gmx|protonmail|mail)\.com|263\.net|proton\.me|yahoo\.[a-z.]{2,6}"
    r"|(?:hotmail|live|outlook)\.[a-z.]{2,6}|21cn\.net|eyou\.com|china\.com|kakao\.com|naver\.com"
)
_PRIVATE_HOST = re.compile(_FREE_MAIL, re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:office|bgs|bangongshi|service|support|info|contact|contest|kefu|admin|help|press|media|hr|mail|dasai|zwh|zuweihui|appeal|feedback)"
    r"[0-9_.-]{0,8}"
)
_PERSON_IN_MAIL = re.compile(
    rf"(?:{surnames.PINYIN})(?:[._-]?{surnames.SYLLABLE}){{1,2}}(?<!qu|ju)[._-]?[0-9]{{0,8}}"
    rf"|{surnames.SYLLABLE}{{1,2}}[._-](?:{surnames.PINYIN})[0-9]{{0,8}}"
)


def _is_private_mail(match: Match) -> bool:
    """Whether an address is at a host of private mail, or names a person; mailboxes of public bodies are offices'."""
    name, host = match["name"].lower(), match["host"].lower()
    if _PRIVATE_HOST.fullmatch(host):
        return not _OFFICE.fullmatch(name)
    if re.fullmatch(r"1[3-9][0-9]{9}", name):
        return True
    if surnames.OFFICES.match(name) or name == host.partition(".")[0] or not _PERSON_IN_MAIL.fullmatch(name):
        return False
    return not host.endswith(("gov.cn", "edu.cn", "org.cn")) or bool(re.search("[._]", name))


_DOOR = re.compile(
    r"[0-9一二三四五六七八九十百甲乙丙A-Z-]{1,6} ?(?:号(?!线)|栋|幢|单元|室|座|户|门|弄|楼)|[0-9]{1,4}-[0-9]{1,4}"
)
_STREET = re.compile("路|街|道|巷|胡同|村|小区|花园|苑|里|庄|公寓|镇|乡|大院|家属院|宿舍|城|府|园")


def _is_home(match: Match) -> bool:
    """An address by its street and its door; prose such as 家住 needs two parts of a door."""
    doors = _DOOR.findall(match["it"])
    return (
        bool(doors) and bool(_STREET.search(match["it"]) or len(doors) > 1) and (bool(match["form"]) or len(doors) > 1)
    )


_CONTACT = re.compile(
    r"(?<![0-9])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])|(?<![0-9])\(?0[0-9]{2,3}\)?[ -]{0,5}[0-9]{7,8}(?![0-9])"
    r"|(?:电话|手机|致电|拨打)[^\n0-9]{0,8}[0-9]{3,}|[48]00-?[0-9]{3}-?[0-9]{4}|[A-Za-z0-9]@[A-Za-z0-9]"
    r"|(?:微信|QQ)号?[: ]"
)


def _has_contact(match: Match, before: int = 40, after: int = 40) -> bool:
    return bool(_CONTACT.search(_after(match, after)) or _CONTACT.search(_before(match, before)))


def _is_named(match: Match) -> bool:
    """A name after a word such as 联系人; without a sign between them, or after 电话, a contact must follow."""
    if not surnames.is_name(match["it"]):
        return False
    if match["weak"] or not match["between"]:
        return bool(_CONTACT.search(_after(match, 40)))
    return True


def _is_addressed(match: Match) -> bool:
    """A name before 先生, 女士, 老师 with a contact nearby; 班主任 is no person called 班."""
    named = surnames.is_name(match["it"]) if len(match["it"]) > 1 else match["it"] != "班"
    return named and _has_contact(match)


def _is_account(match: Match) -> bool:
    """An account of WeChat; a word without a digit needs a colon or 号 before it."""
    account = match["it"].lower()
    if match[0][0].isascii() and not match["between"]:
        return False
    if account.startswith(("http", "www", "wechat", "weixin", "official", "miniprogram")) or account.endswith("."):
        return False
    return bool(re.search("[0-9_]", account)) or bool(re.search("[号:]", match["between"]))


# The table

_GIVEN = rf"(?:(?!{_TITLE})[{_HAN}])"
_NAME = (
    rf"(?:(?:{surnames.COMPOUND}){_GIVEN}{{1,2}}|[{surnames.SINGLE}](?:(?={_TITLE})| {{0,4}}{_GIVEN}{{1,2}})"
    rf"|[{_HAN}]{{2,6}}\.[{_HAN}]{{2,8}}|[A-Z][a-z]{{1,12}} [A-Z][a-z]{{1,12}})"
)
_NAME_ENDS = (
    rf"(?=[^{_HAN}A-Za-z]|$|[A-Za-z]|{_TITLE}|电话|手机|联系|联络|微信|邮箱|职务|身份证|男|女|和|与|及|或|的|为)"
)
_NUMBER = r"(?<![0-9])(?=(?P<it>{})(?![0-9A-Za-z]))"

KINDS: tuple[Kind, ...] = (
    Kind(
        "身份证号",
        _NUMBER_SIGN,
        re.compile(
            _NUMBER.format(rf"[1-8](?:{_GAP}[0-9]){{5}}{_GAP}(?:1{_GAP}[89]|2{_GAP}0)(?:{_GAP}[0-9]){{9}}{_GAP}[0-9Xx]")
        ),
        _is_identity,
        6,
    ),
    Kind(
        "身份证号",
        _NUMBER_SIGN,
        re.compile(_NUMBER.format(rf"(?<![A-Za-z])[1-8](?:{_GAP}[0-9]){{14}}+")),
        _is_old_identity,
        6,
    ),
    Kind(
        "银行卡号",
        _NUMBER_SIGN,
        re.compile(_NUMBER.format(r"(?<![A-Za-z])[2-69](?:[ \-.\n]{0,3}[0-9]){14,18}")),
        _is_card,
        4,
    ),
    Kind(
        "手机号码",
        _NUMBER_SIGN,
        re.compile(
            r"(?:(?<![0-9A-Za-z])|(?<=tel)|(?<=Tel)|(?<=TEL)|(?<=hone)|(?<=vx)|(?<=VX)|(?<=wx)|(?<=WX)|(?<=qq)|(?<=QQ))"
            rf"(?P<country>(?:\+|00)?86{_GAP})?(?P<zero>\(?0\)?(?=1))?"
            rf"(?=(?P<it>1{_GAP}[3-9](?:{_GAP}[0-9]){{9}}+)(?![0-9]|(?![vwVW][xX]|[qQ]{{2}})[A-Za-z])(?![.-][0-9]))"
        ),
        _is_mobile,
        3,
    ),
    Kind(
        "香港身份证号",
        _CARD_SIGN,
        re.compile(r"(?<![0-9A-Za-z])(?P<it>(?P<letters>[A-Z]{1,2})(?P<digits>[0-9]{6})\((?P<check>[0-9A])\))"),
        _is_hong_kong_card,
        1,
    ),
    Kind(
        "通行证号",
        re.compile(_PERMITS),
        re.compile(
            r"(?<![0-9A-Za-z])(?P<it>[HMCTLWhmctlw][A-Za-z]? ?[0-9]{7,10}|[0-9]{8}(?:\([A-Z0-9]{1,2}\))?|[0-9]{10})"
            r"(?![0-9A-Za-z])"
        ),
        partial(_says, words=re.compile("通行证|回乡证|台胞证|返乡证")),
        1,
    ),
    Kind(
        "护照号码",
        re.compile("护照|passport", re.IGNORECASE),
        re.compile(r"(?<![0-9A-Za-z])(?P<it>[EGDSPKegdspk][A-Za-z]?[ -]?[0-9]{2}[ -]?[0-9]{5,6})(?![0-9A-Za-z])"),
        partial(_says, words=re.compile("护照|passport", re.IGNORECASE)),
        1,
    ),
    Kind(
        "车牌号码",
        _PLATE_SIGN,
        re.compile(
            rf"(?P<it>[{_PLATES}] ?[A-HJ-NP-Z][ .-]{{0,3}}"
            r"(?P<tail>[A-HJ-NP-Z0-9][ -]?[A-HJ-NP-Z0-9]{3,4}[A-HJ-NP-Z0-9学警港澳挂]))(?![0-9A-Za-z])"
        ),
        _is_plate,
        2,
    ),
    Kind(
        "微信号",
        re.compile(_CHAT_SIGNS),
        re.compile(
            r"(?:微 ?信|薇 ?信|威信|[Vv]信|加微|加[Vv]|(?<![A-Za-z0-9])"
            r"(?:[Vv][Xx]|[Ww][Xx]|[Ww]e[Cc]hat|WECHAT|[Ww]ei[Xx]in|[Vv](?= ?:)))"
            r"(?P<between> ?(?:帐号|账号|号码|号|同号|ID|id|昵称|\([^()\n]{1,6}\)|/[^:\n]{1,4})?"
            r" {0,3}(?:[:是为=]|\()? {0,3}[\"'“`*]{0,2})"
            r"(?P<it>[A-Za-z][-_A-Za-z0-9]{5,19}|[0-9]{6,12})(?![-_A-Za-z0-9:/.])"
        ),
        _is_account,
        2,
    ),
    Kind(
        "QQ 号",
        re.compile(_QQ_SIGNS),
        re.compile(
            r"(?:(?<![A-Za-z])(?:[Qq] ?[Qq]|[Qq](?=:))|扣扣|企鹅号?)"
            r"(?:号码|帐号|账号|号|/[^:\n]{1,4})? {0,3}(?:[:是为=]|\()? {0,3}[\"'“`*]{0,2}"
            r"(?P<it>[1-9][0-9]{4,11}|[1-9][0-9]{1,3}(?:[ -][0-9]{2,4}){1,3})(?![0-9A-Za-z])"
        ),
        bool,
        2,
    ),
    Kind(
        "私人邮箱",
        re.compile(_MAIL_SIGNS),
        re.compile(
            r"(?<![A-Za-z0-9._%+-])(?P<it>(?P<name>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}) ?(?:@|\(at\)|\[at\]|#(?=qq)) ?"
            r"(?P<host>[A-Za-z0-9-]{1,40}(?: ?\.[A-Za-z0-9-]{1,40}){1,4}))"
        ),
        _is_private_mail,
        1,
    ),
    Kind(
        "家庭住址",
        re.compile(_HOME_SIGNS),
        re.compile(
            r"(?:(?P<form>家庭 ?(?:住址|地址)|住址|现住(?:址|地址?)?|居住地址?|居住于|户籍(?:所在地|地址?)?|身份证地址)"
            r"|家住|住在|我家在)"
            rf"[ :是为在*|]{{0,6}}(?P<it>[{_HAN}0-9A-Za-z#() -]{{5,60}})"
        ),
        _is_home,
        3,
    ),
    Kind(
        "个人姓名",
        re.compile(f"{_PERSON}|联 系 人|{_OFFICE_LINE}"),
        re.compile(
            rf"(?:{_PERSON}|联 系 人|(?P<weak>{_OFFICE_LINE}))"
            rf"[0-9一二三]?(?:姓名|名字)?(?:\([^()\n]{{0,12}}\)|/[{_HAN}]{{2,4}})?"
            rf"(?P<between>[ *|]{{0,6}}(?:[:为是叫=]|-{{1,2}})?[ *|\n>\[]{{0,8}})小?(?P<it>{_NAME}){_NAME_ENDS}"
        ),
        _is_named,
        1,
    ),
    Kind(
        "个人姓名",
        re.compile(_ADDRESS),
        re.compile(
            rf"(?:^|(?<=[^{_HAN}])|(?<=[系询找给与和向由是为人话问让到及或致邀洽员电]))"
            rf"(?P<it>(?:{surnames.COMPOUND})[{_HAN}]{{0,2}}|[{surnames.SINGLE}][{_HAN}]{{0,2}}?) ?\(?(?:{_ADDRESS})",
            re.MULTILINE,
        ),
        _is_addressed,
        1,
    ),
)
"""Every kind, the surest first: what one kind has taken no other takes again."""
