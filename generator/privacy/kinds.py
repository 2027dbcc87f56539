"""The kinds of personal data: one table, each with its sign, its pattern, its proof and how much a message shows.

Every pattern is bounded, so that reading takes time with the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from generator.privacy import proofs, surnames
from generator.privacy.comparable import HAN


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of datum.

    `sign` stands in every text that has one; the group `it` of `pattern` is the datum; a message shows its first
    `shown` characters.
    """

    name: str
    sign: re.Pattern[str]
    pattern: re.Pattern[str]
    proved: Callable[[proofs.Match], bool]
    shown: int


# Signs

_PLATES = "京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂甘晋蒙陕闽粤琼云黑新吉贵青藏川宁"
_MAIL_SIGNS = "@|(?:[(\\[]at[)\\]])|#qq"
_CHAT_SIGNS = "微信|微 信|薇信|薇 信|威信|加微|加[vV]|[vV]信|[vV][xX]|[wW][xX]|[wW]e[Cc]hat|WECHAT|[wW]ei[xX]in|[vV]:"
_QQ_SIGNS = "[qQ]{2}|[qQ] [qQ]|[qQ]:|扣扣|企鹅"
_HOME_SIGNS = "家住|住址|家庭|现住|住在|居住|户籍|身份证地址|我家在"
_PERMITS = "通行证|回乡证|台胞证|返乡证"
_PERSON = (
    "联系人|联络人|联络员|经办人|承办人|对接人|咨询人|负责人|收件人|收款人|申请人|主讲人|法定代表人|法人代表|法人|队长|组长|项目经理|指导教师|指导老师"
    "|户主|参赛代表|联系老师|个人(?= ?[:：])"
)
_OFFICE_LINE = (
    "经办|负责同志|联系方式|联系电话|咨询电话|电话联系|技术支持|参赛咨询|业务咨询|技术咨询|业务联系|咨询|联络方式"
    "|联系|联络"
)
_ADDRESS = "先生|女士|小姐|老师|同志|主任"
_TITLE = f"{_ADDRESS}|教授|经理|科长|处长|工程师"

_SEPARATORS = " .,、…`\\-()\\[\\]/_~*\\\n>"
_COMMON = "0-9零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖"
NUMBER_SIGN = re.compile(rf"[{_COMMON}](?:[{_SEPARATORS}·–—，。．／（）－]{{0,6}}[{_COMMON}OolI]){{10}}")
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
        or NUMBER_SIGN.search(text)
        or _LETTER_SIGN.search(text)
        or _WORD_SIGN.search(text)
        or (_TITLE_SIGN.search(text) and _CONTACT_SIGN.search(text))
    )


# The table

_GAP = rf"[{_SEPARATORS}]{{0,6}}+"
_GIVEN = rf"(?:(?!{_TITLE})[{HAN}])"
_NAME = (
    rf"(?:(?:{surnames.COMPOUND}){_GIVEN}{{1,2}}|[{surnames.SINGLE}](?:(?={_TITLE})| {{0,4}}{_GIVEN}{{1,2}})"
    rf"|[{HAN}]{{2,6}}\.[{HAN}]{{2,8}}|[A-Z][a-z]{{1,12}} [A-Z][a-z]{{1,12}})"
)
_NAME_ENDS = (
    rf"(?=[^{HAN}A-Za-z]|$|[A-Za-z]|{_TITLE}|电话|手机|联系|联络|微信|邮箱|职务|身份证|男|女|和|与|及|或|的|为)"
)
_NUMBER = r"(?<![0-9])(?=(?P<it>{})(?![0-9A-Za-z]))"


def _kind(
    name: str, sign: str | re.Pattern[str], pattern: str, proved: Callable[[proofs.Match], bool], shown: int
) -> Kind:
    return Kind(name, re.compile(sign), re.compile(pattern), proved, shown)


KINDS: tuple[Kind, ...] = (
    _kind(
        "身份证号",
        NUMBER_SIGN,
        _NUMBER.format(rf"[1-8](?:{_GAP}[0-9]){{5}}{_GAP}(?:1{_GAP}[89]|2{_GAP}0)(?:{_GAP}[0-9]){{9}}{_GAP}[0-9Xx]"),
        proofs.is_identity,
        6,
    ),
    _kind(
        "身份证号",
        NUMBER_SIGN,
        _NUMBER.format(rf"(?<![A-Za-z])[1-8](?:{_GAP}[0-9]){{14}}+"),
        proofs.is_old_identity,
        6,
    ),
    _kind(
        "银行卡号",
        NUMBER_SIGN,
        _NUMBER.format(r"(?<![A-Za-z])[2-69](?:[ \-.\n]{0,3}[0-9]){14,18}"),
        proofs.is_card,
        4,
    ),
    _kind(
        "手机号码",
        NUMBER_SIGN,
        r"(?:(?<![0-9A-Za-z])|(?<=tel)|(?<=Tel)|(?<=TEL)|(?<=hone)|(?<=vx)|(?<=VX)|(?<=wx)|(?<=WX)|(?<=qq)|(?<=QQ))"
        rf"(?P<country>(?:\+|00)?86{_GAP})?(?P<zero>\(?0\)?(?=1))?"
        rf"(?=(?P<it>1{_GAP}[3-9](?:{_GAP}[0-9]){{9}}+)(?![0-9]|(?![vwVW][xX]|[qQ]{{2}})[A-Za-z])(?![.-][0-9]))",
        proofs.is_mobile,
        3,
    ),
    _kind(
        "香港身份证号",
        _CARD_SIGN,
        r"(?<![0-9A-Za-z])(?P<it>(?P<letters>[A-Z]{1,2})(?P<digits>[0-9]{6})\((?P<check>[0-9A])\))",
        proofs.is_hong_kong_card,
        1,
    ),
    _kind(
        "通行证号",
        _PERMITS,
        r"(?<![0-9A-Za-z])(?P<it>[HMCTLWhmctlw][A-Za-z]? ?[0-9]{7,10}|[0-9]{8}(?:\([A-Z0-9]{1,2}\))?|[0-9]{10})"
        r"(?![0-9A-Za-z])",
        partial(proofs.says, words=re.compile("通行证|回乡证|台胞证|返乡证")),
        1,
    ),
    _kind(
        "护照号码",
        "(?i)护照|passport",
        r"(?<![0-9A-Za-z])(?P<it>[EGDSPKegdspk][A-Za-z]?[ -]?[0-9]{2}[ -]?[0-9]{5,6})(?![0-9A-Za-z])",
        partial(proofs.says, words=re.compile("(?i)护照|passport")),
        1,
    ),
    _kind(
        "车牌号码",
        _PLATE_SIGN,
        rf"(?P<it>[{_PLATES}] ?[A-HJ-NP-Z][ .-]{{0,3}}"
        r"(?P<tail>[A-HJ-NP-Z0-9][ -]?[A-HJ-NP-Z0-9]{3,4}[A-HJ-NP-Z0-9学警港澳挂]))(?![0-9A-Za-z])",
        proofs.is_plate,
        2,
    ),
    _kind(
        "微信号",
        _CHAT_SIGNS,
        r"(?:微 ?信|薇 ?信|威信|[Vv]信|加微|加[Vv]|(?<![A-Za-z0-9])"
        r"(?:[Vv][Xx]|[Ww][Xx]|[Ww]e[Cc]hat|WECHAT|[Ww]ei[Xx]in|[Vv](?= ?:)))"
        r"(?P<between> ?(?:帐号|账号|号码|号|同号|ID|id|昵称|\([^()\n]{1,6}\)|/[^:\n]{1,4})?"
        r" {0,3}(?:[:是为=]|\()? {0,3}[\"'“`*]{0,2})"
        r"(?P<it>[A-Za-z][-_A-Za-z0-9]{5,19}|[0-9]{6,12})(?![-_A-Za-z0-9:/.])",
        proofs.is_account,
        2,
    ),
    _kind(
        "QQ 号",
        _QQ_SIGNS,
        r"(?:(?<![A-Za-z])(?:[Qq] ?[Qq]|[Qq](?=:))|扣扣|企鹅号?)"
        r"(?:号码|帐号|账号|号|/[^:\n]{1,4})? {0,3}(?:[:是为=]|\()? {0,3}[\"'“`*]{0,2}"
        r"(?P<it>[1-9][0-9]{4,11}|[1-9][0-9]{1,3}(?:[ -][0-9]{2,4}){1,3})(?![0-9A-Za-z])",
        bool,
        2,
    ),
    _kind(
        "私人邮箱",
        _MAIL_SIGNS,
        r"(?<![A-Za-z0-9._%+-])(?P<it>(?P<name>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}) ?(?:@|\(at\)|\[at\]|#(?=qq)) ?"
        r"(?P<host>[A-Za-z0-9-]{1,40}(?: ?\.[A-Za-z0-9-]{1,40}){1,4}))",
        proofs.is_private_mail,
        1,
    ),
    _kind(
        "家庭住址",
        _HOME_SIGNS,
        r"(?:(?P<form>家庭 ?(?:住址|地址)|住址|现住(?:址|地址?)?|居住地址?|居住于|户籍(?:所在地|地址?)?|身份证地址)"
        r"|家住|住在|我家在)"
        rf"[ :是为在*|]{{0,6}}(?P<it>[{HAN}0-9A-Za-z#() -]{{5,60}})",
        proofs.is_home,
        3,
    ),
    _kind(
        "个人姓名",
        f"{_PERSON}|联 系 人|{_OFFICE_LINE}",
        rf"(?:{_PERSON}|联 系 人|(?P<weak>{_OFFICE_LINE}))"
        rf"[0-9一二三]?(?:姓名|名字)?(?:\([^()\n]{{0,12}}\)|/[{HAN}]{{2,4}})?"
        rf"(?P<between>[ *|]{{0,6}}(?:[:为是叫=]|-{{1,2}})?[ *|\n>\[]{{0,8}})小?(?P<it>{_NAME}){_NAME_ENDS}",
        proofs.is_named,
        1,
    ),
    _kind(
        "个人姓名",
        _ADDRESS,
        rf"(?m)(?:^|(?<=[^{HAN}])|(?<=[系询找给与和向由是为人话问让到及或致邀洽员电]))"
        rf"(?P<it>(?:{surnames.COMPOUND})[{HAN}]{{0,2}}|[{surnames.SINGLE}][{HAN}]{{0,2}}?) ?\(?(?:{_ADDRESS})",
        proofs.is_addressed,
        1,
    ),
)
"""Every kind, the surest first: what one kind has taken no other takes again."""
