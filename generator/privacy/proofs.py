"""Whether what looks like a datum of a person is one: by its check digit, and by what stands around it."""

from __future__ import annotations

import re
from datetime import date

from generator.privacy import surnames
from generator.privacy.comparable import HAN

Match = re.Match[str]

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


def says(match: Match, words: re.Pattern[str]) -> bool:
    """Whether one of the words stands close before or after a match."""
    return bool(words.search(_before(match, 24)) or words.search(_after(match, 12)))


def _is_figure(match: Match) -> bool:
    """Whether what stands around says that the number counts or numbers something."""
    before = _before(match, 16)
    return bool(_UNIT.match(_after(match, 8)) or _NUMBERED.search(before) or _AMOUNT.search(before))


_GROUPINGS = {
    tuple(map(int, sizes)) for sizes in ("1" * 11, *"38 74 335 443 434 353 3233 3422 32222 3134 2144 1244 3413".split())
}
"""How people part a mobile number; other groups need a word such as 电话 nearby."""


def is_mobile(match: Match) -> bool:
    """Whether eleven digits are a mobile number: by how they are grouped or a word nearby, and no other figure."""
    number = match["it"]
    if _counts_something(match):
        return False
    if re.search(r"(?:tel:|phone=)\+?(?:86)?-?$", _before(match, 60)):
        return True
    said = bool(match["country"]) or says(match, _SAYS_PHONE)
    if _is_part_of_more(match, said):
        return False
    sizes = tuple(map(len, re.findall("[0-9]+", number)))
    if re.search("[,、…]", number) and not (said and sizes == (3, 4, 4)):
        return False
    if sizes in ((11,), (3, 4, 4)) or (len(sizes) == 2 and "\n" in number):
        return True
    if said:
        return not (len(sizes) == 4 and sizes[1:] == (3, 3, 3))
    return sizes in _GROUPINGS and not (len(sizes) == 2 and "." in number)


def _counts_something(match: Match) -> bool:
    """Whether the digits have a unit behind them, stand in two paragraphs, or go on a longer number."""
    goes_on = match["country"] and re.search("[0-9]-$", match.string[: match.start()][-2:])
    return bool(goes_on or "\n\n" in match["it"] or _UNIT.match(_after(match, 8)))


def _is_part_of_more(match: Match, said: bool) -> bool:
    """Whether the digits are of an address, of a decimal or, unless something says telephone, of another figure."""
    number, before = match["it"], _before(match, 60)
    if _URL.search(before) or re.search(r"[0-9]\.$", before):
        return True
    other = _is_figure(match) or match["zero"] or number.endswith("000000") or re.search(r"[0-9]-$", before)
    return not said and bool(other)


_REGION = re.compile(r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])[0-9]{4}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_identity(match: Match) -> bool:
    """Whether 18 characters have a region, a date of birth and the check digit of GB 11643-1999."""
    number = re.sub(r"[^0-9Xx]", "", match["it"])
    if not (_REGION.match(number) and _is_day(number[6:14])) or _CREDIT.search(_before(match, 16)):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17].upper()


def is_old_identity(match: Match) -> bool:
    """Whether 15 digits have a region and a date of birth; by itself such a number must stand alone and unlabelled."""
    number = re.sub(r"[^0-9]", "", match["it"])
    if not (_REGION.match(number) and number[4:6] != "00" and _is_day(f"19{number[6:12]}")):
        return False
    if _UNIT.match(_after(match, 8)) or "," in match["it"]:
        return False
    if says(match, _SAYS_IDENTITY):
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


def is_card(match: Match) -> bool:
    """Whether the digits begin as an issuer's and end with Luhn's check digit (ISO/IEC 7812-1)."""
    if _UNIT.match(_after(match, 8)) or _CREDIT.search(_before(match, 20)):
        return False
    groups = re.findall("[0-9]+", match["it"])
    by_four = len(groups) >= 4 and all(len(group) == 4 for group in groups[:4])
    plain = len(groups) <= 2 and "." not in match["it"] and match["it"].startswith(("62", "9558"))
    if not says(match, _SAYS_CARD) and not by_four and (not plain or _is_figure(match)):
        return False
    numbers = ("".join(groups[:count]) for count in range(len(groups), 0, -1))
    return any(_ISSUERS.fullmatch(number) and _luhn(number) for number in numbers)


def _luhn(number: str) -> bool:
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in number[-2::-2])
    return (sum(doubled) + sum(map(int, number[-1::-2]))) % 10 == 0


def is_hong_kong_card(match: Match) -> bool:
    """Whether letters and digits end with the check digit of a Hong Kong identity card."""
    letters, digits = match["letters"].rjust(2), match["digits"]
    values = [36 if letter == " " else ord(letter) - 55 for letter in letters] + [int(digit) for digit in digits]
    check = 10 if match["check"] == "A" else int(match["check"])
    return (sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True)) + check) % 11 == 0


def is_plate(match: Match) -> bool:
    """Whether it reads as a plate; after other characters, or before 号, a word such as 车牌 must say so."""
    tail = re.sub(r"[^0-9A-Z]", "", match["tail"])
    if sum(character.isdigit() for character in tail) < 3 or _NUMBERED.search(_before(match, 12)):
        return False
    if match["it"][0] in "云黑新吉贵青藏川宁" and re.search(rf"[{HAN}]$", _before(match, 1)):
        return says(match, _SAYS_CAR)
    return not _after(match, 1).startswith("号") or says(match, _SAYS_CAR)


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


def is_private_mail(match: Match) -> bool:
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


def is_home(match: Match) -> bool:
    """An address by its street and its door; prose such as 家住 needs two parts of a door."""
    doors = _DOOR.findall(match["it"])
    return len(doors) > 1 or bool(doors and _STREET.search(match["it"]) and match["form"])


_CONTACT = re.compile(
    r"(?<![0-9])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])|(?<![0-9])\(?0[0-9]{2,3}\)?[ -]{0,5}[0-9]{7,8}(?![0-9])"
    r"|(?:电话|手机|致电|拨打)[^\n0-9]{0,8}[0-9]{3,}|[48]00-?[0-9]{3}-?[0-9]{4}|[A-Za-z0-9]@[A-Za-z0-9]"
    r"|(?:微信|QQ)号?[: ]"
)


def is_named(match: Match) -> bool:
    """A name after a word such as 联系人; without a sign between them, or after 电话, a contact must follow."""
    if not surnames.is_name(match["it"]):
        return False
    if match["weak"] or not match["between"]:
        return bool(_CONTACT.search(_after(match, 40))) or (not match["weak"] and _is_alone(match))
    return True


_LONGEST_ROLE = 4
"""Characters that may stand before a word such as 负责人."""


def _is_alone(match: Match) -> bool:
    """Whether the word and the name are all that a line or a value says: 项目负责人张三."""
    before = match.string[: match.start()].rpartition("\n")[2].rpartition(":")[2]
    return len(before) <= _LONGEST_ROLE and not _after(match, 1).strip()


def is_addressed(match: Match) -> bool:
    """A name before 先生, 女士, 老师 with a contact nearby; 班主任 is no person called 班."""
    named = surnames.is_name(match["it"]) if len(match["it"]) > 1 else match["it"] != "班"
    return named and bool(_CONTACT.search(_after(match, 40)) or _CONTACT.search(_before(match, 40)))


def is_account(match: Match) -> bool:
    """An account of WeChat; a word without a digit needs a colon or 号 before it."""
    account = match["it"].lower()
    if match[0][0].isascii() and not match["between"]:
        return False
    if account.startswith(("http", "www", "wechat", "weixin", "official", "miniprogram")) or account.endswith("."):
        return False
    return bool(re.search("[0-9_]", account)) or bool(re.search("[号:]", match["between"]))
