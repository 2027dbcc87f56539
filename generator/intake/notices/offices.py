"""Whom to ask: offices with their landlines and addresses; persons and mobile numbers are dropped and counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from generator.intake.notices.fact import Fact, Tree
from generator.intake.structure.bodies import is_unit
from generator.intake.structure.document_parts import NoticePart, Outline
from generator.intake.structure.seeking import Said, column, said, tables
from generator.intake.structure.typing_marks import tidy
from generator.text.numerals import NUMERAL

_PHONE = re.compile(
    r"(?<![\da-z=&-])(?:（?0\d{2,3}）?\s*[-—–－ ]*\s*[2-9]\d{6,7}(?:\s*(?:转|-)\s*\d{1,5}(?!\d))?"
    r"|[48]00[-—– ]?\d{3,4}[-—– ]?\d{3,4}|(?<=[：、/\s\u4e00-\u9fff])[2-8]\d{6,7})(?!\d)"
)
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_EMAIL = re.compile(
    r"(?:(?<=\d{7})(?=[A-Za-z])|(?<![A-Za-z0-9_.-])(?!0\d{2,3}-?\d{7,8}))[A-Za-z0-9][\w.\\+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    re.ASCII,
)
_HOURS = re.compile(
    "(?:受理|工作|咨询|服务|接听|办公)时间[：为是]?(.+)|^(?:[^；。]{0,40}?[（，]|\\s*)((?:工作日|周[一二三四五六日](?![）。；])|法定|上班时间)[^（）。；]*)"
)
_TITLES = "老师|同志|先生|女士|处长|科长|主任|经理|工"
_PERSON = re.compile(
    rf"^[\u4e00-\u9fff·]{{1,4}}\s?[\u4e00-\u9fff]?(?:{_TITLES})$|^[\u4e00-\u9fff]\s?[\u4e00-\u9fff]{{1,3}}$"
)
_WORDS = re.compile(
    "(?i:联系(?:人|方式)|(?<=[科处室局部院心])联系|电话|热线|(?:电子)?邮[箱件]|方式|人|传真|E-?mail)(?:及(?:电话|邮箱))?$"
)
_NO_ROLE = re.compile("(?:联系|我们|服务|值班|办公|固定|手机|受理|公开|官方|指定|问|答)*")
_ROLE_ENDS = re.compile(
    "办公室|秘书处|组委会|组$|处$|科$|局|委|部|厅|中心|公司|集团|协会|学会|院|会$|咨询|支持|联系|举报|监督|报名|技术|平台|会务|服务|赛事|参赛|投诉|受理|纪检"
)
_LONGEST_GUESS = 24
"""Characters of a role that no label names."""
_UNSURE = "不能确定是哪个机构的联系方式，请核对"
_TO_ASK = re.compile("联系(?!人)|咨询|热线")
_COMPLAINTS = re.compile("举报|投诉|监督|异议|纪检")
_SENTENCE = re.compile(
    "([\u4e00-\u9fff]{2,14}?(?:组委会|秘书处|办公室|局|中心|[科处股室部]))(?:官方|指定|的|公布|举报|咨询)*(?:邮箱|电话|热线)"
)


@dataclass(frozen=True)
class Contacts:
    """`contacts`, and how many persons and mobile numbers were left out."""

    found: list[Tree]
    persons: int
    mobiles: int


def contacts(outline: Outline) -> Contacts:
    """Every landline and address with the office that it is of."""
    made: list[dict[str, Tree]] = []
    persons = mobiles = before = 0
    seen: set[str] = set()
    known: dict[tuple[str, ...], dict[str, None]] = {}
    for line, label in _lines(outline):
        each = replace(line, text=_spaced(line))
        if not _has_value(each.text):
            if (hours := _HOURS.search(each.text)) and "电话" not in each.text:
                told = Fact(_hours(hours[1] or hours[2]), each.place)  # of all whose numbers stand in the line above
                made[before:] = [contact | {"hours": told} for contact in made[before:]]
            continue
        mobiles += len(_MOBILE.findall(each.text))
        persons += sum(map(_is_person, re.split(r"[\s、，,：:；;（）()\d\-—–]+", _EMAIL.sub("", each.text))))
        before = len(made)
        for kind, value in _values(each.text):
            if value not in seen:
                seen.add(value)
                made.append(_contact(kind, value, each, label, known.get(each.path, {}).keys()))
                if (role := made[-1]["role"]) and isinstance(role, Fact) and not role.doubt:
                    known.setdefault(each.path, {})[role.value] = None
        alone = bool(before and re.match("(?:电子)?邮[箱件]", each.text))  # of the office whose number stands above
        made[before - alone :] = _as_one(made[before - alone :])
    return Contacts([*made], persons, mobiles)


def _has_value(text: str) -> bool:
    """Whether a text has a number or an address, be it one that is dropped."""
    return bool(_PHONE.search(_MOBILE.sub("", text)) or _EMAIL.search(text) or _MOBILE.search(text))


def _lines(outline: Outline) -> Iterator[tuple[Said, str]]:
    """What may hold a contact, with the role that stands above it."""
    for chapter in outline.parts:
        about = chapter is outline.main or re.search("联系|咨询", chapter.title)
        lines = ((each, role, "".join(each.path[-1:]) + each.text[:8]) for each, role in _of_chapter(chapter))
        yield from ((each, role) for each, role, begin in lines if about or _TO_ASK.search(begin))


def _spaced(each: Said) -> str:
    """The paragraph with blanks where it has them, but for those within a name of two characters."""
    raw = re.sub(r"\s+", " ", each.raw or each.text)
    han = "[\u4e00-\u9fff]"
    raw = re.sub(rf"(?<!{han})(?:{han} )+{han}(?!{han})", lambda match: match[0].replace(" ", ""), raw)
    return "　".join(tidy(part) for part in re.split(" ", raw) if part)


def _of_chapter(chapter: NoticePart) -> Iterator[tuple[Said, str]]:
    role = ""
    path: tuple[str, ...] = ()
    for each in said(chapter):
        if each.path != path:
            path, role = each.path, ""
        role = _of_line(each) or role
        yield each, role
    for table in tables(chapter):
        if len(table.grid.rows[0]) > 2:
            head, *rows = table.grid.rows
            at = column(head, "单位|部门|机构|处室") or 0
            told = [(row[at], "　".join((row[at], *row[:at], *row[at + 1 :]))) for row in rows]
            yield from ((Said(text, table.grid.place, table.path), _cleaned(office)) for office, text in told)


def _of_line(each: Said) -> str:
    """The role that a line without a number gives what stands below it: by its words, or before or behind a label."""
    bare = each.text.strip("：。")
    short = len(bare) < 30 and _ROLE_ENDS.search(bare) and not re.search("[。；，：]|\\d[室号楼层]", bare)
    labelled = re.match("[^：]{0,12}联系人：", each.text)
    if not (short or labelled) or _has_value(each.text):
        return ""
    found = _of_label(_spaced(each)) if labelled else (_cleaned(bare), "")
    return found[0] if found and not found[1] else ""


def _hours(text: str) -> str:
    return re.sub(r"\s", "", re.sub(r",\s*", "，", text)).strip("。；）")


def _values(text: str) -> Iterator[tuple[str, str]]:
    without = _MOBILE.sub(lambda match: "*" * len(match[0]), text)
    without = re.sub(r"(?<!\d)(0\d{2,3}-)(\d{7,8}[、/，]\s*)(?=[2-8]\d{6,7}(?!\d))", r"\1\2\1", without)  # of one town
    for match in _PHONE.finditer(without):
        other = re.search(r"(?:传\s*真(?:至|到|号码)?|(?:QQ|微信|交流)群号?)[：]?\s*$", without[: match.start()])
        if not other and not re.match("（传真(?!同)", without[match.end() :]):
            yield "phone", _written(match[0])
    for match in _EMAIL.finditer(text):
        yield "email", match[0].replace("\\", "")


def _written(phone: str) -> str:
    """A number as content writes it: the code of the town, a hyphen, the number."""
    digits = re.sub(r"[（）\s]", "", re.sub("[—–－ -]+", "-", phone))
    if match := re.fullmatch(r"(010|02\d|0[3-9]\d{2})-?(\d{7,8})(.*)", digits):
        return f"{match[1]}-{match[2]}{match[3]}"
    return digits


def _contact(kind: str, value: str, each: Said, above: str, known: Collection[str]) -> dict[str, Tree]:
    mark = value.rpartition("-")[2] if kind == "phone" else value.partition("@")[0][-4:]
    at = each.text.find(mark)
    before = re.sub(r"[\d（）—–-]*$", "", each.text[: max(at, 0)])
    brackets = re.match("[^（，；。]{0,40}（([\u4e00-\u9fff]{3,20})）", each.text[at + len(mark) :])
    aside = brackets[1] if brackets else ""
    role, doubt = _role(before, above, known)
    if (is_unit(aside) or _ROLE_ENDS.search(aside)) and (doubt or not is_unit(role) or _behind_another(before)):
        role, doubt = aside, ""
    contact: dict[str, Tree] = {"role": Fact(role, each.place, doubt), kind: Fact(value, each.place)}
    if kind == "phone" and re.fullmatch(r"[2-8]\d{6,7}", value):
        contact["phone"] = Fact(value, each.place, "没有区号，请补上")
    if hours := _HOURS.search(each.text[at + len(mark) :]):
        contact["hours"] = Fact(_hours(hours[1] or hours[2]), each.place)
    heading = "".join(each.path[-1:])
    of_all = "" if re.search("咨询|联系", heading) else heading
    if _COMPLAINTS.search(f"{before[-30:]} {role} {aside} {of_all}"):
        contact["about"] = Fact("complaints", each.place)
    return contact


_WAYS = ("phone", "email")


def _as_one(told: list[dict[str, Tree]]) -> list[dict[str, Tree]]:
    """The contacts of a line; a number and an address of the same office are one, unless hours are those of one."""
    rest = [{k: (v.value, v.doubt) for k, v in each.items() if isinstance(v, Fact) and k not in _WAYS} for each in told]
    if ["phone" in each for each in told] != [True, False] or rest[0] != rest[1]:
        return told
    number, address = told
    return [{"role": number["role"], "phone": number["phone"], "email": address["email"], **number}]


def _role(before: str, above: str, known: Collection[str]) -> tuple[str, str]:
    """Who answers, and a doubt: by the words before the number, what stands above, the one `known` of its section."""
    segment = re.split("[；。]", before)[-1]
    if found := _behind_another(before) or _of_verb(before) or _of_label(segment):
        return found
    guess = _of_words(segment)
    if guess and len(guess) < _LONGEST_GUESS and _is_office(guess) and ("：" not in segment or is_unit(guess)):
        return guess, ""
    if not above and not guess and len(known) == 1:
        return next(iter(known)), ""
    sure = is_unit(above) or above.endswith(("科", "室"))
    return above or guess or "赛事联系", "" if sure else _UNSURE


def _behind_another(before: str) -> tuple[str, str] | None:
    """The last body behind another number or address of the same paragraph."""
    for piece in reversed(re.split(r"\d{7,8}(?:（[^（）]*）)?|@[\w.-]+", re.split("；", before)[-1])[1:]):
        if units := [word for word in re.split(r"[\s，。；：、（）]+", piece) if is_unit(word)]:
            return units[-1], _UNSURE if re.search("[楼层]", units[-1]) else ""
    return None


def _of_verb(before: str) -> tuple[str, str] | None:
    """`发送至某某办公室邮箱`: the body that a sentence has written to."""
    match = _SENTENCE.search(re.split("[，。；]", before)[-1].rpartition("：")[2])
    if match is None:
        return None
    return re.sub("^.*(?:发送|寄送|报送|发|报|送|寄|拨打|联系|设立?)(?:邮件)?(?:到|至|送)?", "", match[1]), ""


def _of_label(segment: str) -> tuple[str, str] | None:
    """The nearest label that is a role, or the body that is written behind a label that is none."""
    for label in reversed(re.findall("([^；。，、：（）　]+)：", segment)):
        own = _cleaned(label)
        body = re.split(r"[\s，；（]", segment.rpartition(f"{label}：")[2])[0]
        if is_unit(body) and not is_unit(own) and not _is_person(body):
            return body, _UNSURE if re.search("地[点址]", label) else ""
        if own and not _is_person(own) and not re.search(r"\d|@|将", own):
            return own, "" if _is_office(own) else _UNSURE
    return None


def _of_words(segment: str) -> str:
    """The first word that looks like a role, empty when there is none."""
    words = (word for word in re.split(r"[\s，：（）]+", segment) if word and not _is_person(word))
    roles = (own for own in map(_cleaned, words) if own and not re.search(r"\d|将", own))
    return next((own for own in roles if is_unit(own) or _ROLE_ENDS.search(own)), "")


def _is_office(word: str) -> bool:
    """Whether a word may say who answers: a body, or what it does, without a verb."""
    acts = re.search("[、（]|^请|可以|^我|发|寄|公章|填写|提交|将|统一|附件|[表的至]$|^报名$", word)
    return is_unit(word) or bool(_ROLE_ENDS.search(word) and not acts)


def _cleaned(label: str) -> str:
    """A label without its number and “电话”, empty when it names no role."""
    aside = (
        rf"^(?:{NUMERAL}|\d+)[、.．]|^（(?:{NUMERAL}|\d+)）|^设立?(?![计备施])|^请(?:联系|咨询)|（[^（）]*）$"
        "|(?<=办公室|秘书处)设立?[在于].*$"
    )
    label = re.sub(aside, "", label).strip("：: 　。")
    previous = None
    while previous != label:
        previous, label = label, _WORDS.sub("", label.rstrip("为是")).strip("：:的 　")
        person = re.fullmatch("(.{3,}[处科局室股])[\u4e00-\u9fff]{2}", label)
        label = person[1] if person and is_unit(person[1]) and not _ROLE_ENDS.search(label[-2:]) else label
    return "" if _NO_ROLE.fullmatch(label) or label in ("赛事", "大赛", "竞赛", "比赛", "活动") else label


def _is_person(word: str) -> bool:
    """Whether a word looks like somebody's name."""
    if not _PERSON.fullmatch(word) or (_ROLE_ENDS.search(word) and not re.search(f"(?:{_TITLES})$", word)):
        return False
    return not re.fullmatch(
        ".*(?:电话|邮箱|联系|方式|地址|时间|工作日|网址|传真|咨询|热线|至|转|或|其他|附件|上午|下午|手机)", word
    )
