"""A line of a document that is a project: its title, its units and, where it says so, its award."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.intake.winners.heads import PERSONAL
from generator.intake.winners.several import MARK, ORDINAL
from generator.intake.winners.unit_names import BODY, ENDS, RUN_ON

BEGINS = re.compile(f"^{MARK}")
"""How a line of a list begins, wherever it stands."""

_ORDINAL = re.compile(f"^{ORDINAL}")
UNCLEAR = re.compile(r"\d{1,4}[.．]\d")
"""How a line begins with a number of its own, or of what it is about: 1.5G智慧园区."""

LABELLED = re.compile(r"([^：:。，]{2,12})[：:]\s*(.+)")

_INNER = r"(?:[^（）()]|[（(][^（）()]*[）)])+"
_BY = "(?:(?:(?:联合|共同|牵头)?(?:申报|提交|完成|研发))?的|凭借?|以)"
_BARE = "(?:联合|共同|牵头)?(?:申报|提交|完成|研发)?"
"""How a unit is joined to its project; a plain unit needs nothing."""

_WORK = "(?:项目|作品|案例)?[。；;]?"
_MARKED, _QUOTED = "《(?P<title>(?:[^《》]|《[^《》]*》)+)》", "“(?P<title>(?:[^“”]|“[^“”]*”)+)”"
_BEHIND = rf"(?:[（(](?P<within>{_INNER})[）)]|[\s，,：:—-]+(?P<unit>[^《》“”]+?))[。；;]?"
_PLAIN = "[司团学院校所局厅会心行厂社站馆处队场]"
"""How a plain name of a unit ends."""

_FORMS = (
    *(re.compile(f"{named}{_BEHIND}") for named in (_MARKED, _QUOTED)),
    re.compile(rf"(?P<unit>[^《》]+?)\s*(?:{_BY}|{_BARE})[\s，,：:]*{_MARKED}{_WORK}"),
    re.compile(rf"(?P<unit>[^“”]+?)\s*(?:{_BY}|(?<={_PLAIN}){_BARE})\s*{_QUOTED}\s*{_WORK}"),
    re.compile(rf"(?P<title>.+)[（(](?P<unit>{_INNER})[）)][。；;]?"),
    re.compile(r"(?P<title>.*[^—－-])(?P<dash>—+|－|--)(?P<unit>[^—－]+?)[。；;]?"),
    re.compile(r"(?P<unit>[^—－]+)(?P<turned>—+|－|--)(?P<title>.+?)[。；;]?"),
    re.compile(rf"(?P<unit>[^：:]+(?:{BODY}|[厂院所社站]))(?P<turned>[：:])\s*(?P<title>.+?)[。；;]?"),
    re.compile(r"(?P<title>[^|｜]+)(?P<dash>[|｜]|\s[/／]\s)(?P<unit>[^|｜]+)"),
    re.compile(r"(?P<title>\S+)(?P<dash>\s+)(?P<unit>\S+)"),
    re.compile(r"(?P<unit>\S+)(?P<turned>\s+)(?P<title>[^\s、，,；;和与及]\S+)"),
)
_TABBED = re.compile(rf"(.+\t.*{BODY})\t(?=\S*{BODY}$)")
"""A title and several units, each behind a tab."""

UNIT = re.compile(rf"{BODY}(?=$|[、，,；;])")
_HALVED = re.compile(rf"[—－].*{BODY}$")
"""What stands before a bracket, where a dash has parted the title from its unit already: 某平台——某大学（某学院）."""

_RANKED = "(?:[^\\s，,、。；;：:]{2,12}(?:赛道|领域|组))?(?:特等|[一二三四]等|优[秀胜]|[金银铜])奖"
_OWN = (
    re.compile(rf"(?P<item>.*[^\s，,、—－|｜])[\s，,—－|｜]+(?P<award>{_RANKED})"),
    re.compile(rf"(?P<award>{_RANKED})\s+(?P<item>.+)"),
)
"""An award in the line of its project, behind or before it."""

# Sentences

_GOT = "(?:荣获|斩获|喜获|获评|获得|夺得|获)了?"
_ONE = rf"[^，,；;。：:、“”《》]+?(?:{_BY}|{_BARE})\s*(?:《[^《》]+》|“[^“”]+”)(?:项目|作品|案例)?"
_WON = re.compile(
    rf"(?:(?<=[，,；;。：:])|^)\s*+(?:(?:其中|最终|另外|此外)[，,]?)?(?P<who>(?>{_ONE})(?:[、和及与]+(?>{_ONE}))*+)[，,]?\s*"
    rf"(?P<each>分别?)?{_GOT}(?P<award>[^，,；;。“”《》]+?奖)(?=[，,；;。]|$)"
)
"""某公司的“某项目”获得某赛道一等奖; several that get the same, or each its own."""

_NO_UNIT = re.compile(
    "^(?:由|在|从|被|经过|通过|对|当|据|位于|同时|以及|而|并|我[省市区县校院司]|本[省市区县次届]|全[省市国]|[最其该])"
    "|的|推荐|[选报]送|角逐|评审|指导|代表|记者"
)
"""What goes before the unit in its sentence, or says that it is none of the winner's."""

_EARLIER = re.compile("去年|前年|往年|此前|曾|[上往历]一?[届年]")
"""What a sentence begins with that tells of another edition."""

_NAMED = re.compile(
    rf"(?:《([^《》]+)》|“([^“”]+)”)(?:项目|作品|案例)?[，,]?\s*(?:分别|共同|双双|分)?{_GOT}[^，,；;。：:]{{,40}}奖"
    rf"|{_GOT}[^，,；;。：:]{{,40}}奖的[^，,；;。“《将参按依根给]{{,40}}(?:《([^《》]+)》|“([^“”]+)”)"
)
"""What a sentence in some form says to have an award."""


def sentences(text: str) -> list[str]:
    """What a paragraph of news tells of winners, one a line (某公司的“某项目”获一等奖), then the rest of its words.

    None where it tells of none in a form that is sure.
    """
    said, rest, end = list[str](), list[str](), 0
    for match in _WON.finditer(text):
        before = re.split("[。；;]", text[end : match.start()])[-1]
        if not _EARLIER.search(before) and (won := _each_won(match)):
            said += won
            rest.append(text[end : match.start()])
            end = match.end()
    left = re.sub(r"^[\s，,；;。]+|(?<![\s，,；;。])[\s，,；;。]+$", "", "".join([*rest, text[end:]]))
    return [*said, *[f"{left}。"] * bool(left)] if said else []


def _each_won(match: re.Match[str]) -> list[str]:
    """A line for each project; none where it is not clear which has got what."""
    apart = re.sub("(?<=[”》目品例])[、和及与]+", "，", match["who"])
    who = [one.removeprefix("来自") for one in re.findall(_ONE, apart)]
    awards = _shared_out(match["award"]) if match["each"] else [match["award"]]
    awards *= len(who) if len(awards) == 1 else 1
    if len(awards) != len(who) or any(re.search("[、和及]", award) for award in awards):
        return []
    lines = [f"{one}获{award}" for one, award in zip(who, awards, strict=True)]
    found = [item for line in lines if (item := of(line)) and not _NO_UNIT.search(item[1])]
    return lines if len(found) == len(lines) else []


def _shared_out(said: str) -> list[str]:
    """The awards of several: 工业制造、城市治理赛道三等奖 are two, and so are 一等奖、二等奖."""
    tracks = re.fullmatch(r"(.+[、和及].+)(赛道|领域|组)([^、和及]+奖)", said)
    parts = re.split("[、和及]", tracks[1] if tracks else said)
    return [f"{part.removesuffix(tracks[2])}{tracks[2]}{tracks[3]}" for part in parts] if tracks else parts


def named_winners(text: str) -> list[str]:
    """The names in a sentence of which it says in some form that they have an award."""
    return [next(filter(None, match.groups())) for match in _NAMED.finditer(text)]


# Lines


def of(line: str) -> list[str] | None:
    """The title and the units in a line, and its award where the line has one."""
    won = re.fullmatch(rf"(?P<item>.+[”》](?:项目|作品|案例)?){_GOT}(?P<award>[^，,；;。]+奖)", line)
    if won and (found := _item(won["item"])):
        return [*found, won["award"]]
    bare = _ORDINAL.sub("", line, count=1)
    for own in filter(None, (form.fullmatch(bare) for form in _OWN)):
        if found := _item(own["item"]):
            return [*found, own["award"]]
    return _item(line)


def may_be(line: str) -> bool:
    """Whether a line that stands anywhere may be a project: it begins like one of a list, or has its own award."""
    return bool(BEGINS.match(line)) or len(of(line) or ()) > 2


def _item(line: str) -> list[str] | None:
    """The title and the units in a line, by the form that finds a plain unit, or else what ends like one.

    Two names of bodies with a dash between them do not tell which is the title.
    """
    bare = _TABBED.sub(r"\1、", _ORDINAL.sub("", line, count=1))
    text = re.sub(r"\s+", " ", bare)  # many blanks would take the cube of their time
    if (said := LABELLED.fullmatch(text)) and PERSONAL.search(said[1]):  # 联系人：…（某某单位）
        return None
    groups = [match.groupdict("") for form in _FORMS if (match := form.fullmatch(text))]
    parted = ((form, *_parted(form, each)) for form in (UNIT, ENDS) for each in groups)
    return next(([title, unit] for form, title, unit in parted if title and form.search(unit)), None)


def _parted(form: re.Pattern[str], groups: Mapping[str, str]) -> tuple[str, str]:
    """The title and the units of a form of lines; empty where it is not clear that they are these."""
    title, unit = groups["title"].strip(), (groups.get("within") or groups.get("unit", "")).strip()
    if groups.get("dash"):
        is_other = form.search(title)
    else:
        is_other = ENDS.search(title) if groups.get("turned") else _HALVED.search(title)
    return ("", "") if is_other or RUN_ON.fullmatch(title) or re.search(_GOT, unit) else (title, unit)


def kept(items: Mapping[int, list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The items by their rows; where only some have their own award these are left as lines, to be told."""
    awarded = {place for place, item in items.items() if len(item) > 2}
    are_all = len(awarded) == len(items)
    yield from ((place, item) for place, item in items.items() if are_all or place not in awarded)
