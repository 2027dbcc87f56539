"""Which of a notice's lists names its tracks: every list is weighed by what speaks for it and what it agrees with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.structure.bodies import is_unit
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.listings import ListEntry, Listing, listings
from generator.intake.structure.seeking import said
from generator.intake.structure.typing_marks import NUMERAL, number
from generator.intake.tracks import topic_lists
from generator.intake.tracks.topic_lists import GUIDED, TOPIC, FoundTopic
from generator.intake.tracks.wanted import Wanted

_WORDS = "赛道|组别|赛项|专题|单元|板块|方向|领域|类别|类|组"
"""What tracks are called, the plainest first."""
_NO_TRACK = re.compile(
    "^(?:赛题|题目|选题|命题|任务)|设置|安排|要求|说明|机制|工作组|单位|选择|赛道[及和与由的]|办法|规则|评价|评审|指标|奖|推荐|初赛|决赛|复赛|报名|公示|时间|日期|"
    "材料|主办|承办|联系|电话|邮箱|地址|附件|权重|分值|名额|数量|组委会|专家|序号|编号|名称|内容|阶段|步骤|条件|对象|方式|流程|启动|"
    "[各本该每]个?赛道|所有|个(?:行业|专业)?赛道|合计|^其[他它余中]|事项|^(?:以[上下]|上述|这些)|^[一二三四五六七八九十]等|目标|背景|目的|资格|赛程|总则|附则|意义"
)
AWAY = (
    "组委会|工作小?组|领导小组|奖|评[审分价]|材料|时间|日程|联系|组织(?!实施)|单位|附件|指标|条件|参赛(?:对象|要求|资格)|"
    "推荐|保障|权益|规则"
)
"""Headings below which no tracks are listed."""
_CLAIM = re.compile(
    rf"(?<![每第各])(?:(?P<sum>\d+(?:[+＋]\d+)+)”?(?:的?(?:方式|模式|架构))?(?:设置|布局)?[个条]?"
    rf"|(?P<one>\d{{1,3}}|{NUMERAL})[个条道大类项]+)"
    rf"(?P<which>[\u4e00-\u9fff]{{0,5}}?)(?P<word>{_WORDS})"
    rf"|(?P<called>{_WORDS})[，（]?(?:共|总计|合计)[设有计]?(?P<count>\d{{1,3}}|{NUMERAL})个(?!{_WORDS})"
)
_ENOUGH, _SURE = 4.0, 6.0
"""What must speak for a list to be taken, and to be taken without a doubt."""


@dataclass(frozen=True)
class TrackList:
    """A list that may be the tracks: what speaks for it, the names without what all are called, the topics of each."""

    listing: Listing
    names: tuple[str, ...]
    topics: tuple[tuple[FoundTopic, ...], ...]
    weight: float

    @property
    def covered(self) -> float:
        """The share of its tracks that have topics."""
        return sum(map(bool, self.topics)) / len(self.names)


def short_name(printed: str, wanted: Wanted) -> str:
    """The name of a track without its number, the contest, and the word for tracks."""
    name = called(printed)
    if wanted.prefix:
        name = re.sub(f"^[“]?{re.escape(wanted.prefix)}[”]?", "", name)
    name = re.sub(f"^“([^“”]+)”(?={words(wanted)}|$)", r"\1", name)
    bare = re.sub(f"(?:领域|方向|行业|专业)?(?:{words(wanted)})$", "", name).strip("：、 ")
    return re.sub("^“([^“”]+)”$", r"\1", bare if len(bare) > 1 else name) or printed


def words(wanted: Wanted) -> str:
    """What tracks may be called, as a pattern."""
    return f"{wanted.track}|{_WORDS}"


_NUMBERED = (
    rf"^第?(?:{_WORDS})?(?:{NUMERAL}|\d{{1,2}}|[A-H])(?:{_WORDS})?[：、.．]\s*"
    rf"|^(?:{_WORDS})(?:{NUMERAL}|\d{{1,2}}|[A-H])(?=[\u4e00-\u9fff])"
)
_ASIDE = (
    rf"(?:赛题)?(?:指南|清单|目录|一览表|列表)$|（共?(?:\d+|{NUMERAL})[个项道题].*?）$|（[^（）]*(?:指导|牵头)[^（）]*）$"
    "|（(?:含|共|包括)[^（）]*）$|(?<=赛道)（[^（）]*）$|（[A-Za-z &]+）$"
)


def called(printed: str) -> str:
    """A track as it is printed, without numbers before it and counts behind it."""
    name = re.sub(_NUMBERED, "", printed.strip("。；： "))
    name = re.sub("(?<=赛道)(?:，?(?:赛题|题目|命题)[为有是]?|赛题)$", "", name)
    return re.sub(_ASIDE, "", name)


def candidates(outline: Outline, wanted: Wanted) -> list[TrackList]:
    """Every list that may be the tracks, the best first."""
    found = [kept for each in (*listings(*outline.parts), _fields(outline, wanted)) if (kept := _kept(each, wanted))]
    names = [tuple(short_name(entry.name, wanted) for entry in each.entries) for each in found]
    claimed = claims(outline)
    made = []
    for listing, own in zip(found, names, strict=True):
        others = [other for place, other in enumerate(names) if found[place].form != listing.form]
        made.append(_weighed(listing, own, others, claimed, wanted))
    made = sorted((each for each in made if each.weight >= _ENOUGH), key=lambda each: -each.weight)
    more = (each for each in made if set(each.names) > set(made[0].names) and each.covered and each.weight >= _SURE)
    best = next(more, None)
    return [best, *made] if best else made


def _fields(outline: Outline, wanted: Wanted) -> Listing:
    """The fields that a notice calls tracks, wherever it does."""
    called_so = f"(?P<name>{'|'.join(map(re.escape, wanted.sectors)) or '(?!)'})(?:{wanted.track}|赛道)"
    found: dict[str, ListEntry] = {}
    for each in said(*outline.parts):
        for match in re.finditer(called_so, each.text):
            found.setdefault(match["name"], ListEntry(match[0], each.place))
    return Listing(tuple(found.values()), "", "mentions")


def _kept(listing: Listing, wanted: Wanted) -> Listing | None:
    """The entries whose names may be of tracks; of a mixed list those that are called so."""
    if re.search(AWAY, listing.lead[-40:]) and not re.search(words(wanted).removesuffix("|组"), listing.lead):
        return None
    if listing.form == "column" and re.search(TOPIC, listing.lead) and not re.search(words(wanted), listing.lead):
        return None
    labelled = [
        entry for entry in listing.entries if entry.passage and entry.passage.kind == "track" and entry.passage.label
    ]
    entries = [entry for entry in listing.entries if entry in labelled or _may_be(called(entry.name))]
    marked = [entry for entry in entries if re.search(f"(?:{wanted.track}|赛道)$", called(entry.name))]
    entries = marked if len(marked) > 1 else entries
    strict = listing.form in ("numbered tracks", "annexes", "one in a sentence", "mentions") or (
        marked and listing.form != "sentence"
    )
    if len(entries) < (1 if strict else 2) or (len(entries) * 2 < len(listing.entries) and listing.form != "mentions"):
        return None
    distinct = {called(entry.name): entry for entry in reversed(entries)}
    return Listing(
        tuple(distinct[name] for name in dict.fromkeys(called(e.name) for e in entries)), listing.lead, listing.form
    )


def _may_be(name: str) -> bool:
    if (
        not 2 <= len(name) <= 22
        or re.search(r"[，。；：！？、/]|\d|^[与和及的在]", name)
        or _NO_TRACK.search(name)
        or re.fullmatch(f"{_WORDS}|{TOPIC}", name)
    ):
        return False
    return not (is_unit(name) and not re.search(f"(?:{_WORDS})$", name))


def claims(outline: Outline) -> dict[str, set[int]]:
    """How many tracks a notice says that there are, by the word."""
    found: dict[str, set[int]] = {}
    for each in said(*outline.parts):
        for match in _CLAIM.finditer(each.text):
            if re.search("每|限|任|选|参加|报名|同|另", each.text[max(match.start() - 8, 0) : match.start()]):
                continue
            numbers = [number(part) for part in re.split("[+＋]", match["sum"] or match["one"] or match["count"])]
            part = re.search("专业|行业|开放|创新|专项|其[他余]", match["which"] or "")
            word = "部分" * bool(part) + (match["word"] or match["called"])
            found.setdefault(word, set()).add(sum(numbers))
    return found


def _weighed(
    listing: Listing,
    names: tuple[str, ...],
    others: Sequence[tuple[str, ...]],
    claimed: dict[str, set[int]],
    wanted: Wanted,
) -> TrackList:
    entries, count = listing.entries, len(names)
    topics = tuple(tuple(topic_lists.of_entry(entry)) for entry in entries)
    strong = f"{wanted.track}|赛道"
    so = words(wanted)
    printed = [called(entry.name) for entry in entries]
    marked = sum(bool(re.search(f"(?:{strong})$", name)) for name in printed) / count
    mild = sum(bool(re.search(f"(?:{so})$", name)) for name in printed) / count
    labelled = listing.form == "numbered tracks" or (
        all(re.match(f"(?:{so})", entry.passage.label) for entry in entries if entry.passage)
        and any(entry.passage for entry in entries)
    )
    heading, _, lead = listing.lead.rpartition("\n")
    known = sum(name in wanted.sectors for name in names) / count
    same = sum(
        set(names) <= set(other) or (set(other) <= set(names) and len(other) * 5 >= count * 4) for other in others
    )
    told = next((word for word, numbers in claimed.items() if count in numbers), "")
    marked = max(marked, listing.form == "numbered tracks")
    named = marked or labelled
    last = re.findall(f"{so}|{TOPIC}", lead)[-1:]
    own_word = 3 if re.search(strong, "".join(last)) else 2 if last and re.fullmatch(so, last[0]) else 0
    weight = (
        (4 * marked or 2.5 * mild or 2.5 * labelled)
        + (own_word or -1.5 * bool(last and not named))
        + 1.5 * bool(re.search(so, heading))
        + 2 * (mild == 1 and bool(re.search(so, heading + lead)))
        + (1 + bool(re.search(strong, told)) + bool(own_word)) * bool(told)
        + 3 * known
        + 2 * min(same, 2)
        + 4 * sum(map(bool, topics)) / count
        + any(GUIDED.search(entry.told) is not None for entry in entries)
        - 3 * bool((total := claimed.get("赛道")) and max(total) not in _counts(names))
        - (1 if told else 3) * (count == 1)
        - 2 * (listing.form == "heads")
        - bool(re.search("…等", lead) and not told)
    )
    return TrackList(listing, names, topics, weight)


def _counts(names: Sequence[str]) -> tuple[int, int]:
    """How many tracks there are, and without an open one, which is often not counted with the others."""
    return len(names), len(names) - any(re.search("开放|创新|自由", name) for name in names)


def doubt(best: TrackList, claimed: dict[str, set[int]]) -> str:
    """Why the tracks must be looked at: little speaks for them, or the notice counts others."""
    told = claimed.get("赛道")
    if told and max(told) not in _counts(best.names):
        return "赛道的个数与通知所说的不符，请核对"
    return "" if best.weight >= _SURE else "不能确定这些是赛道，请核对"
