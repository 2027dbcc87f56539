"""Which of a notice's lists names its tracks: every list is weighed by what speaks for it and what it agrees with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.intake.structure.bodies import is_unit
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.listings import Listing, listings
from generator.intake.structure.seeking import said
from generator.intake.tracks import topic_lists
from generator.intake.tracks.topic_lists import TOPIC, FoundTopic
from generator.intake.tracks.wanted import Wanted
from generator.text.numerals import NUMERAL, number

_WORDS = "赛道|组别|赛项|专题|单元|板块|方向|领域|类别|类|组"
"""What tracks are called, the plainest first."""
_NUMBERED = (
    rf"^第?(?:{_WORDS})?(?:{NUMERAL}|\d{{1,2}}|[A-H])(?:{_WORDS})?[：、.．]\s*"
    rf"|^(?:{_WORDS})(?:{NUMERAL}|\d{{1,2}}|[A-H])(?=[\u4e00-\u9fff])"
)
_ASIDE = (
    rf"(?:赛题)?(?:指南|清单|目录|一览表|列表)$|（共?(?:\d+|{NUMERAL})[个项道题].*?）$|（[^（）]*(?:指导|牵头)[^（）]*）$"
    "|（(?:含|共|包括)[^（）]*）$|(?<=赛[道项])（[^（）]*）$|（[^（）]{0,4}赛道）$|（[A-Za-z &]+）$"
)
"""What stands before and behind the name of a track that is no part of it."""
_NO_TRACK = re.compile(
    "^(?:赛题|题目|选题|命题|任务)|哪|什么|怎么|多少|去掉|平均分|最[高低]分|设置|安排|要求|说明|机制$|工作组|单位|选择|赛道[及和与由的]|办法|规则|评价|评审|指标|奖|推荐|初赛|决赛|复赛|初筛|评比|申报|等次|报名|公示|时间|日期|"
    "(?<![新原型])材料(?![工科产])|主办|承办|联系|电话|邮箱|地址|附件|权重|分值|名额|数量|组委会|专家|序号|编号|名称|内容|阶段|步骤|条件|对象|方式|流程(?!工|制)|启动|"
    "[各本该每][个条]?赛道|^每[个条一]|^[大分竞比]赛赛道|所有|个(?:行业|专业)?赛道|合计|^其[他它余中]|事项|^(?:以[上下]|上述|这些)|^[一二三四五六七八九十]等|目标|背景|目的|主题$|架构|资格|赛程|总则|附则|意义|(?:征集|参赛|申报)(?:范围|类型|类别)|使用$|机构$"
)
AWAY = (
    "组委会|工作小?组|领导小组|奖|评[审分价]|材料|时间|日程|联系|咨询|组织(?!实施)|单位|附件|指标|条件|资格|参赛(?:对象|要求)|"
    "推荐|保障|权益|规则"
)
"""Headings below which no tracks are listed."""
_WITHIN = "各(?:赛道|赛项)[^，。；]{0,4}[设分][置为]*…"
"""What comes before groups that every track has."""
_OF_A_PART = (
    r"(?:^|[\n，])(?!大赛|分赛|决赛|本[届次])(?:综合|专业|专项|职工|学生|团体|个人|企业)赛"
    r"(?:（[^（）]*）)?[^，。；\n]*分[为成]"
)
"""What comes before the groups of one part of a contest."""
_CLAIM = re.compile(
    rf"(?<![每第各])(?:(?P<sum>\d+(?:[+＋]\d+)+)”?(?:的?(?:方式|模式|架构))?(?:设置|布局)?[个条]?"
    rf"|(?P<one>\d{{1,3}}|{NUMERAL})[个条道大类项]+)"
    rf"(?P<which>[\u4e00-\u9fff]{{0,5}}?)(?P<word>{_WORDS}|赛题)"
    r"|(?P<pattern>\d+(?:[+＋]\d+)+)”?的?(?:架构|模式|布局|方式|体系)(?=[，。；、])"
    rf"|(?P<called>{_WORDS})[，（]?(?:共|总计|合计)[设有计]?(?P<count>\d{{1,3}}|{NUMERAL})个(?!{_WORDS}|赛题)"
)
OPEN = re.compile("开放|^(?:自由)?创新$|^自由|^公开")
"""A track for whatever is new."""
_ASKED_FOR = re.compile("(?:案例|作品|项目|重点)?(?:征集|申报|参赛)(?:方向|类别|领域)")
"""A heading of directions that may be tracks where nothing else is."""
_LONGEST = 22
"""Characters of the name of a track but for what it quotes and what stands in brackets."""
_MAY_BE_ALONE = ("numbered tracks", "annexes", "one in a sentence", "mentions")
_ENOUGH, _SURE, _EXPLICIT = 4.0, 6.0, 9.0
"""What must speak for a list to be taken, to rival the best, to be taken without a doubt where nothing sets it up."""
_MORE = 0.8
"""A list of so much of the weight of the best that has all its names and more is taken instead."""
_NEAR = 0.95
"""A list of so much of the weight of the best may be the tracks as well."""

Claims = dict[str, set[int]]
"""How many there are of what, as a notice says, by the word."""


@dataclass(frozen=True)
class TrackList:
    """A list that may be the tracks: what speaks for it, the names without what all are called, the topics of each."""

    listing: Listing
    names: tuple[str, ...]
    topics: tuple[tuple[FoundTopic, ...], ...]
    weight: float


def short_name(printed: str, wanted: Wanted) -> str:
    """The name of a track without its number, the contest, and the word for tracks."""
    name = re.sub("^(“?)[^×]{1,8}×(?=..)", r"\1", called(printed))
    longest = 12 if wanted.track[0] == "组" else 4  # 本科组 is a name as it is, and any where tracks are 组别
    is_group = re.fullmatch(rf"[\u4e00-\u9fff]{{2,{longest}}}(?<!组)组", name)
    without = re.sub(f"(?:领域|方向|行业|专业|特色|专项)?(?:{words(wanted)})$", "", name).strip("：、 ")
    bare = name if is_group else without
    return re.sub("^“([^“”]+)”$", r"\1", bare if len(bare) > 1 else name) or printed


def words(wanted: Wanted) -> str:
    """What tracks may be called, as a pattern."""
    return f"{wanted.track}|{_WORDS}"


def called(printed: str) -> str:
    """A track as it is printed, without numbers before it and counts behind it."""
    name = re.sub(_NUMBERED, "", printed.strip("。；： "))
    name = re.sub("(?<=赛道)(?:，?(?:赛题|题目|命题)[为有是]?|赛题)$", "", name)
    return re.sub(_ASIDE, "", name)


def candidates(outline: Outline, wanted: Wanted) -> list[TrackList]:
    """Every list that may be the tracks, the best first."""
    found = [kept for each in listings(*outline.parts) if (kept := _kept(each, wanted))]
    names = [tuple(short_name(entry.name, wanted) for entry in each.entries) for each in found]
    claimed = claims(outline)
    made = []
    for listing, own in zip(found, names, strict=True):
        others = [other for place, other in enumerate(names) if found[place].form != listing.form]
        made.append(_weighed(listing, own, others, claimed, wanted))
    return _best_first(made, wanted)


def _goes_further(other: TrackList, best: TrackList, wanted: Wanted) -> bool:
    """Whether a list has what is of the kinds that the best one names, or all of its names and more."""
    kinds = _kinds(other, wanted)
    enough = _SURE if kinds else max(_SURE, _MORE * best.weight)
    return set(best.names) <= kinds or (set(other.names) > set(best.names) and other.weight >= enough)


def _kinds(each: TrackList, wanted: Wanted) -> set[str]:
    """What the entries of a list are called together with some of the others."""
    return {short_name(entry.kind, wanted) for entry in each.listing.entries if entry.kind}


def _best_first(lists: Sequence[TrackList], wanted: Wanted) -> list[TrackList]:
    """The lists that much speaks for, the best first; then headings, below which tracks of these may have topics."""
    heavy = (each for each in lists if each.weight >= _ENOUGH)
    made = sorted(heavy, key=lambda each: (-each.weight, each.listing.form == "sentence"))
    if not made:  # what is asked for below a heading of its own, to be looked at
        return [each for each in lists if each.listing.form == "passages" and _ASKED_FOR.fullmatch(each.listing.lead)]
    more = (each for each in made if _goes_further(each, made[0], wanted))
    light = (each for each in lists if each.weight < _ENOUGH and each.listing.form == "passages")
    return [*islice(more, 1), *made, *light]


def _kept(listing: Listing, wanted: Wanted) -> Listing | None:
    """The entries whose names may be of tracks; of a mixed list those that are called so."""
    if _leads_elsewhere(listing.lead, wanted):
        return None
    alike = listing.form == "passages" and all(
        re.search(f"(?:{words(wanted)})$", called(each.name)) for each in listing.entries
    )
    entries = [entry for entry in listing.entries if _may_be(called(entry.name), listing.form, alike)]
    called_so = [name for each in listing.entries if re.search(f"(?:{wanted.track}|赛道)$", name := called(each.name))]
    marked = [name for name in called_so if _may_be(name, listing.form)]
    lost = listing.form != "mentions" and any(not _NO_TRACK.search(name) for name in {*called_so} - {*marked})
    if not _are_enough(len(entries), listing, bool(marked)):
        return None
    entries = [*{called(each.name): each for each in reversed(entries)}.values()][::-1]
    return replace(listing, entries=tuple(entries), lost=lost)


def _leads_elsewhere(lead: str, wanted: Wanted) -> bool:
    """Whether the words before a list are of something else, or of groups within every track."""
    away = re.search(AWAY, lead[-40:]) and not re.search(words(wanted).removesuffix("|组"), lead)
    return bool(away or re.search(_WITHIN, lead))


def _are_enough(kept: int, listing: Listing, marked: bool) -> bool:
    """Whether half of a list is kept, and two where neither its form nor a name `marked` as a track lets one do."""
    alone = listing.form in _MAY_BE_ALONE or (marked and listing.form != "sentence")
    most = kept * 2 >= len(listing.entries) or listing.form == "mentions"
    return most and kept >= (1 if alone else 2)


def _may_be(name: str, form: str, alike: bool = False) -> bool:
    """Whether a name may be that of a track: short, no body unless numbered, no label unless all are called `alike`."""
    bare = re.sub("“[^”]*”|（[^）]*）", "", name)
    odd = re.search(r"[，。；：！？、/]|\d(?![A-Z])", bare) or re.match(f"[与和及的在]|(?:{_WORDS}|{TOPIC})$", name)
    body = is_unit(name) and form != "numbered tracks" and not re.search(f"(?:{_WORDS})$", name)
    return len(name) > 1 and len(bare) <= _LONGEST and not (odd or body or (not alike and _NO_TRACK.search(name)))


def claims(outline: Outline) -> Claims:
    """How many tracks and topics a notice says that there are."""
    found: Claims = {}
    for each in said(*outline.parts):
        for match in _CLAIM.finditer(each.text):
            before = each.text[max(match.start() - 8, 0) : match.start()]
            some = "、" in before and each.text[match.end() :].startswith("各")  # 甲、乙两个赛道各设…
            if some or re.search("每|限|任|选|参加|报名|同|原(?!则)", before):
                continue
            told = match["sum"] or match["pattern"] or match["one"] or match["count"]
            numbers = [number(each) for each in re.split("[+＋]", told)]
            part = re.search(
                "国家|地方|基础|通用|专业|行业|开放|创新|专项|自选|指定|特色|其[他余]", match["which"] or ""
            )
            word = "部分" * bool(part) + (match["word"] or match["called"] or "赛道")
            if "另" in before:  # they are set up beside those before
                found = {same: counts | {max(counts) + sum(numbers)} for same, counts in found.items()}
            else:
                found.setdefault(word, set()).add(sum(numbers))
    return found


def _weighed(
    listing: Listing, names: tuple[str, ...], others: Sequence[tuple[str, ...]], claimed: Claims, wanted: Wanted
) -> TrackList:
    """A list with all that speaks for it: words of tracks, numbers that are told, known fields, topics, other lists."""
    topics, led = _topics(listing), _led(listing, wanted)
    told = next((word for word, numbers in claimed.items() if not numbers.isdisjoint(_counts(names))), "")
    weight = (
        _by_words(listing, led, all(topics), wanted)
        + (1 + bool(re.search(_strong(wanted), told)) + bool(led)) * bool(told)
        + 3 * _share(name in wanted.sectors for name in names)
        + 2 * min(sum(_agrees(set(names), set(other)) for other in others), 2)
        + 4 * _share(topics)
        - 2 * (listing.form == "passages") * _share(own and all(each.doubt for each in own) for own in topics)
        - 3 * _contradicted(names, claimed, wanted)
        - (1 if told else 3) * (len(names) == 1)
        - 2 * (listing.form == "heads")
    )
    return TrackList(listing, names, topics, weight)


def _topics(listing: Listing) -> tuple[tuple[FoundTopic, ...], ...]:
    """The topics of each entry; a single one beside each name where the list is said to be of topics."""
    topics = tuple(tuple(topic_lists.of_entry(entry)) for entry in listing.entries)
    single = tuple(tuple(topic_lists.of_entry(entry, True)) for entry in listing.entries)
    one_each = not any(topics) and all(single) and re.search(TOPIC, listing.lead)
    return single if one_each else topics


def _strong(wanted: Wanted) -> str:
    """What only tracks are called, as a pattern."""
    return f"{wanted.track}|赛道"


def _last_word(listing: Listing, wanted: Wanted) -> str:
    """The last word for tracks or topics before a list."""
    lead = listing.lead.rpartition("\n")[2]
    return "".join(re.findall(f"{words(wanted)}|{TOPIC}", lead)[-1:])


def _led(listing: Listing, wanted: Wanted) -> int:
    """How far the words before a list call it tracks."""
    last = _last_word(listing, wanted)
    if re.search(_strong(wanted), listing.lead.rpartition("\n")[2] if listing.form == "heads" else last):
        return 3
    return 2 if re.search(words(wanted), last) else 0


def _by_words(listing: Listing, led: int, all_have_topics: bool, wanted: Wanted) -> float:
    """What the words of the entries, before the list and of its heading say; other words before it speak against it."""
    every, names = words(wanted), [called(entry.name) for entry in listing.entries]
    labels = [entry.passage.label for entry in listing.entries if entry.passage]
    labelled = bool(labels) and all(re.match(every, label) for label in labels)
    numbered = listing.form == "numbered tracks"
    called_so = max(numbered, _end_in([entry.kind or called(entry.name) for entry in listing.entries], _strong(wanted)))
    called_like = _end_in(names, every)
    grouped = listing.form == "passages" and all_have_topics  # below a word for topics they are what groups them
    against = bool(_last_word(listing, wanted)) and not called_so and not labelled and not grouped
    heading, _, lead = listing.lead.rpartition("\n")
    return (
        (4 * called_so or 2.5 * called_like or 2.5 * labelled)
        + (led or -1.5 * against)
        + 1.5 * bool(re.search(every, heading))
        + 2 * (called_like == 1 and bool(re.search(every, heading + lead)))
    )


def _end_in(names: Sequence[str], words: str) -> float:
    """The share of names that end in one of some words."""
    return _share(re.search(f"(?:{words})$", name) for name in names)


def _agrees(mine: set[str], other: set[str]) -> bool:
    """Whether another list has all of the names, or four fifths of them and nothing else."""
    return mine <= other or (mine >= other and len(other) * 5 >= len(mine) * 4)


def _share(hits: Iterable[object]) -> float:
    found = list(map(bool, hits))
    return sum(found) / len(found)


def _counts(names: Sequence[str]) -> tuple[int, int]:
    """How many there are; an open track is often not counted with the rest."""
    return len(names), len(names) - any(map(OPEN.search, names))


def _contradicted(names: Sequence[str], claimed: Claims, wanted: Wanted) -> bool:
    """Whether the notice counts others."""
    told = claimed.get(wanted.track) or claimed.get("赛道")
    return bool(told) and max(told or ()) not in _counts(names)


def _has_rival(found: Sequence[TrackList], wanted: Wanted) -> bool:
    """Whether a list of much the same weight as the first has other names, which are no kinds of its tracks."""
    best, mine = found[0], set(found[0].names)
    rivals = (set(each.names) for each in found[1:] if each.weight >= max(_SURE, _NEAR * best.weight))
    return any(not (rival <= mine or mine <= rival or rival <= _kinds(best, wanted)) for rival in rivals)


def doubt(found: Sequence[TrackList], claimed: Claims, wanted: Wanted) -> str:
    """Why the first list must be looked at: the notice counts others, another list differs, little speaks for it."""
    best = found[0]
    if best.listing.lost:
        return "还有像赛道的没有读到，请核对"
    if re.search(_OF_A_PART, best.listing.lead):
        return "像是其中一项比赛的分组，请核对"
    if _contradicted(best.names, claimed, wanted):
        return "赛道的个数与通知所说的不符，请核对"
    told = claimed.get(_last_word(best.listing, wanted), {0})  # 设十四个组别：, of which one may be 其他
    if best.listing.form == "sentence" and max(told) > len(best.names) + 1:
        return "赛道的个数与通知所说的不符，请核对"
    if _has_rival(found, wanted):
        return "通知里另有一列也像赛道，请核对"
    alone = len(best.names) == 1 and best.listing.form not in _MAY_BE_ALONE
    set_up = best.listing.form != "sentence" or re.search("设|分[为成]", best.listing.lead)
    return "" if best.weight >= (_SURE if set_up and not alone else _EXPLICIT) else "不能确定这些是赛道，请核对"
