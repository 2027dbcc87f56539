"""Doubt that needs no knowledge of a notice: a fact stands only where all that is said of its kind was understood."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.award_clauses import ALL_CASH, COUNT, MONEY, cny, each
from generator.intake.notices.fact import Fact, Gap, Path, Tree, leaves, mapped, value_of
from generator.intake.notices.schedule import SCHEDULE
from generator.intake.notices.surroundings import SECTIONS, Surroundings, is_notice
from generator.intake.notices.terms import ADVISERS, MATERIAL
from generator.intake.structure.bodies import is_unit
from generator.intake.structure.dates import periods
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.seeking import said, titled
from generator.intake.tracks.topic_lists import TOPIC
from generator.intake.tracks.track_guide import FoundTrack
from generator.text.numerals import NUMERAL, number

_PHASES, _QUOTAS, _PRIZES = ("timeline.yml", "phases"), ("awards.yml", "quotas"), ("awards.yml", "prizes")
_CONTACTS, _REGISTRATION = ("edition.yml", "contacts"), ("edition.yml", "registration")
_BEFORE = (
    "(?:由|原[定为计])[^，。；]{1,20}(?=，?(?:改|调整|增加|延长|延期|顺延|推迟|提高|减少|变更)[为至到])"
    "|^原(?!则).*|^.*(?:小计|合计)$"
)
"""What a notice that mends another says before what counts now, and columns of that or of sums."""
_PEOPLE = re.compile(rf"(\d{{1,3}}|{NUMERAL})\s*[名人](?![次均天])")
_NO_BODY = (
    "[局厅委部院府学司会]联合(?!会)|分别|共同(?!体)|负责|牵头|作为|组成|指导[下单]|[主承协]办|位为|可以|获奖|(?<!美)的"
)
_EVERYBODY = "各(?:部门|单位)|(?:自治区|直辖市|计划单列市)(?:[及和与].*)?$|(?:高等)?(?:院校|高校|科研院所)$"
"""What says whom else besides those with a name, and pieces of `各省、自治区、直辖市…`."""
_OWN = re.compile("(?<![\u4e00-\u9fff])((?!.*(?:[发送至到]|联系))[\u4e00-\u9fff]{4,}?)(?:电子)?(?:电话|邮箱|热线)：?$")
"""A label that says who answers."""
_SITE = (
    "字号|浏览[次量]|热门|征订|文章发布|版权(?!授权|承诺|声明|转让)|侵权|备案|ICP|网站标识码"
    "|主办(?:单位)?：.*(?:技术支持|邮编)"
)
_ORGANISED = "主办|承办|指导|协办|支持|组织|机构|单位|组委会|委员会|秘书处"
_UNNAMED = "只在一句话里提到，没有名目，请核对"
_ASTRAY = "先后的日期对不上，请核对"
_NO_TITLE = r"（\d+）|[①-⑳；？奖]|(?<!\d)\d{1,2}[.、．][\u4e00-\u9fff]|必须|应当|不超过|不少于|不得|20\d\d年"
_SHAPES = {
    r"submission\.item": (
        f"(?!(?:视频|报告|资料|作品|文档)$|(?:项目|参赛|报名|申报|作品|全部|对应|相应)材料$|.*方式|(?:有关|所需)|[^（]*(?:等$|奖|提交|如下|内容为|包括|%|以内的)){MATERIAL.pattern}"
    ),
    r"case_outline": "(?![^（]*(?:等$|奖|如下|内容为|个(?:部分|方面)$))[^%。；：]{2,24}",
    r"rubrics\.name": (
        r"(?!.*(?:[均按]|[下如上]表)|[图表][\d一二三四五六七八九十]).*(?:指标|标准|评分(?!项)|体系|要点|表|规则|办法).*"
    ),
    r"special\.name": "(?!.*(?:颁发|能手)|[从获和及按对给将被再评设揭]|其余|另|全市|全省|专项奖|授予|相关).{3,14}",
    r"document\.issuer": r"(?!.*(?:代章|：)|[\d一二三四五六七八九十]+[、.]).{3,60}",
    r"document\.bases": ".{5,}",
    r"edition\.yml\.name": "(?!.*(?:组委会|办公室)).*",
    r"document\.title": r".*(?:关于|大赛|竞赛|比赛|20\d\d).*",
    r"edition\.yml\.theme": "(?!.*(?:设置|安排)$)[^？。；]{4,40}",
    r"benefits\.name": "(?!.*(?:单位|联系|电话|咨询|编辑|费用|监督|评审|附则|公示|报名|附件|[将拟]))[^，。；]{2,16}",
    r"focus": "(?!.*(?:便于|已|具有|或者))[^，。；]{2,14}",
    r"organisers\.": f"(?!.*(?:{_NO_BODY}|将|[^高初中平]等(?!教)|[有相]关(?:主管)?[部单][门位])|{_EVERYBODY}).{{3,45}}",
    r"contacts\.role": (
        "(?!地址$|咨询$|联系单位$|.*(?:时间$|日期$|[前后]$|通过|[请可给我寄到某@]|应当|发[送至到给]|[前后]将))[^，。；：]{2,30}"
    ),
    r"attachments\.title": "[^，。；]{2,60}(?<!（略）)",
    r"contacts\.hours": "(?![为是：]).*",
    r"contacts\.email": r"(?:[A-Za-z]|\d+@).*",
    r"phases\.name": (
        r"(?![原各请由已]|截止$|阶段$|.*(?:根据|按照|预计|相应)|.*(?:单位|主体|机构|部门|企业|学院|主办方|组委会|[市县区仍须])$)[^，。；：（）/+\d]{1,8}(?:（[\u4e00-\u9fff]{1,2}）)?[^，。；：（）/+\d]{1,8}(?<![起至的在于])(?:（[A-Z]榜?）)?"
    ),
    r"phases\.text": r"(?s:.*(?<!）)|.*（(?:周|星期|礼拜|暂定|拟|预计|含)[^（）]*）)",
    r"tracks\.front\.name": "(?!开展|围绕|聚焦|设立|设置|分为).*(?<![等及的])(?<!哪些)",
    r"tracks\.topics": f"(?![如由各考]|不限|.*(?:{_NO_TITLE})).{{2,120}}(?<!等)(?<!等(?:方向|领域|场景))",
}
"""What values of a kind look like."""
_TOPICS = f"(?:{TOPIC})(?:清单|设置|方向|内容|范围|安排)?$"
_GROUP = "(?<!专家)(?<!评审)(?<!工作)(?<![小导])组(?:申报[^，。]*)?$"
"""A heading that is a group of entrants."""
_PAIRS = ("（）", "()", "“”", "《》")
_WORD, _DAY = 8, 10
"""Characters of two words, and of a day of the calendar."""


@dataclass(frozen=True)
class _Reading:
    """What was read of a notice, and the notice by its places."""

    files: Mapping[str, Any]
    whole: Mapping[PrintedPlace, str]
    now: Mapping[PrintedPlace, str]
    """Paragraphs and tables by their places, and the same without what they say was before."""
    year: int
    parts: Outline
    surroundings: Surroundings

    def records(self, path: Path) -> Iterator[tuple[Path, Any]]:
        """The records of a list with their paths."""
        inner: Any = self.files
        for key in path:
            inner = inner.get(key, {})
        for at, record in enumerate(inner if isinstance(inner, list) else [inner]):
            if isinstance(record, dict) and record:
                yield ((*path, at) if isinstance(inner, list) else path), record

    def values(self, path: Path, key: str) -> set[Any]:
        """All values that records of a list have for a key."""
        return {value for _, record in self.records(path) if (value := value_of(record, key)) is not None}

    def around(self, record: Any, key: str, marks: str = "。；") -> str:
        """The sentences or rows that a record was read from: those with the value of a key."""
        fact = record.get(key)
        if not isinstance(fact, Fact) or fact.place is None:
            return ""
        pieces = re.split(rf"[{marks}\n]", self.now.get(fact.place, ""))
        return "\n".join(piece for piece in pieces if str(fact.value) in piece)


def doubted(
    files: Mapping[str, Tree], tracks: Sequence[FoundTrack], parts: Outline, year: int
) -> tuple[dict[str, Tree], list[FoundTrack]]:
    """The same facts and tracks, those in doubt that one of the principles doubts."""
    told: Tree = [{"front": t.front, "topics": [Fact(each.title, each.place) for each in t.topics]} for t in tracks]
    texts = _texts(parts, "$."), _texts(parts, _BEFORE)
    reading = _Reading({**files, "tracks": told}, *texts, year, parts, Surroundings(parts))
    found: dict[Path, str] = {}
    for principle in PRINCIPLES:
        for path, why in principle(reading):
            found.setdefault(path, why)
    if unsure := next((why for path, why in found.items() if path[:2] == _QUOTAS), ""):
        found["awards.yml", "total"] = unsure
    marked = [_track(track, found, at) for at, track in enumerate(tracks)]
    return mapped(dict(files), partial(_marked, found)), marked


def _track(track: FoundTrack, found: Mapping[Path, str], at: int) -> FoundTrack:
    front: Any = mapped(track.front, partial(_marked, found), ("tracks", at, "front"))
    own = (found.get(("tracks", at, "topics", place), "") for place in range(len(track.topics)))
    pairs = zip(track.topics, own, strict=True)
    topics = [replace(topic, doubt=topic.doubt or why or front["name"].doubt) for topic, why in pairs]
    return replace(track, front=front, topics=topics)


def _texts(parts: Outline, before: str) -> dict[PrintedPlace, str]:
    """Paragraphs and tables by their places, without sentences' ends and columns of `before`."""
    texts: dict[PrintedPlace, str] = {}
    for block in (block for part in parts.parts for block in part.blocks()):
        columns = zip(*block.grid.rows, strict=True) if block.grid else ()
        kept = [column for column in columns if not re.search(before, column[0])]
        text = block.text or "\n".join(map("　".join, zip(*kept, strict=True)))
        texts[block.place] = f"{texts.get(block.place, '')}\n{re.sub(before, '', text)}"
    return texts


def _marked(found: Mapping[Path, str], path: Path, leaf: Fact | Gap) -> Fact | Gap:
    """A fact with the doubt of it or of what it is part of."""
    whys = (found[path[:end]] for end in range(len(path), 0, -1) if path[:end] in found)
    return replace(leaf, doubt=leaf.doubt or next(whys, "")) if isinstance(leaf, Fact) else leaf


def amended(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """What stands only where it says what was before."""
    for path, key in ((_PHASES, "text"), (_REGISTRATION, "text"), (_QUOTAS, "level")):
        for at, record in reading.records(path):
            fact = record.get(key)
            if isinstance(fact, Fact) and fact.place:
                whole, now = reading.whole.get(fact.place, ""), reading.now.get(fact.place, "")
                if str(fact.value) in whole and str(fact.value) not in now:
                    yield at, "可能是调整以前的，请核对"


def days_left(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """A sentence with days that no phase has."""
    read = {str(day)[:_DAY] for key in ("start", "end") for day in reading.values(_PHASES, key)}
    read |= {str(day)[:_DAY] for key in ("opens", "closes") for day in reading.values(_REGISTRATION, key)}
    read |= {f"{reading.year}{day[4:]}" for day in read}  # without a year they may be of the next
    for path in (_PHASES, _REGISTRATION):
        for at, record in reading.records(path):
            around = reading.around(record, "text")
            told = {str(day)[:_DAY] for *_, p in periods(around, reading.year) for day in (p.start, p.end) if day}
            if told - read or re.search(rf"{re.escape(str(value_of(record, 'text')))}[、和及]\d{{1,2}}[日号]", around):
                yield from (((*at, key), "同一句里还有没读懂的日期，请核对") for key in record if key != "url")


def hours_left(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """A last day that is told with an hour elsewhere."""
    told = [p for text in reading.now.values() for *_, p in periods(text, reading.year) if p.approximate is None]
    days = {str(p.end)[:_DAY] for p in told if len(str(p.end)) > _DAY}
    for path, key in ((_PHASES, "end"), (_REGISTRATION, "closes")):
        exact = [at for at, record in reading.records(path) if str(value_of(record, key)) in days]
        yield from (((*at, key), "别处写明了时刻，请核对") for at in exact)


def days_astray(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """Phases that end before the notice is signed, finals that end before entering does."""
    issued = value_of(reading.files["edition.yml"]["document"], "issued")
    closes = next(iter(reading.values(_REGISTRATION, "closes")), None)
    for at, record in reading.records(_PHASES):
        kind, last = value_of(record, "kind"), str(value_of(record, "end"))[:_DAY]
        begun = value_of(record, "start") and kind != "preparation"  # a launch may be over, and what is due by a day
        early = begun and issued and last < str(issued)
        if early and not reading.parts.main.issued:
            yield ("edition.yml", "document", "issued"), _ASTRAY
        elif early or (begun and kind in ("final", "ceremony") and closes and last < str(closes)[:_DAY]):
            yield from (((*at, key), _ASTRAY) for key in ("start", "end"))


_BY_GROUPS = re.compile("按[^，。；]{2,14}组别?[^，。；]{0,4}(?:分别|各自)")
"""Numbers that each of several groups has, beside what else they count over."""


def numbers_left(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """A sentence on the number of an award with numbers or shares that were not read."""
    read, shares = reading.values(_QUOTAS, "count"), reading.values(_QUOTAS, "share")
    for at, record in reading.records(_QUOTAS):
        clause = reading.around(record, "level", "。；，")
        about = re.search(rf"约(?:\d|{NUMERAL})|[个名项件]左右", clause)
        told = {number(match["count"]) for match in COUNT.finditer(each(clause)) if match["count"]}
        parts = re.findall(r"(\d+(?:\.\d+)?)\s*[%％]", reading.around(record, "level").partition("\n")[0])
        unread = {round(float(part) / 100, 4) for part in parts} - shares
        grouped = _BY_GROUPS.search(reading.around(record, "level").partition(str(value_of(record, "level")))[0])
        if about or unread or grouped or (told - read and not re.search("推荐|晋级", clause)):
            yield at, "同一句里还有没读懂的数，请核对"


def contradicted(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """Different numbers of one award for the same tracks, or several for the whole edition: they are of its groups."""
    told: dict[Any, dict[Path, Any]] = defaultdict(dict)
    every = [fact for _, record in reading.records(_QUOTAS) for fact in record.get("tracks", ())]
    for at, record in reading.records(_QUOTAS):
        scope = value_of(record, "scope")
        named = [fact.value for fact in record.get("tracks", every if scope == "track" else ())] or [scope]
        for track in named:
            told[value_of(record, "level"), track][at] = value_of(record, "count")
    for (_, over), numbers in told.items():
        if len(set(numbers.values())) > 1 or (over == "edition" and len(numbers) > 1):
            yield from ((at, "同一奖项有几个不同的数，请核对") for at in numbers)


def sums_left(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """A sentence on prizes with sums that were not read."""
    read = reading.values(_PRIZES, "cny")
    for at, record in reading.records(_PRIZES):
        if set(map(cny, MONEY.finditer(ALL_CASH.sub("", reading.around(record, "level"))))) - read:
            yield at, "同一句里还有没读懂的金额，请核对"


def people_left(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """A sentence on the size of a team with other numbers of people than those that it sums up."""
    for at, record in reading.records(("edition.yml", "team")):
        fact = record["max_representatives"]
        whole = ADVISERS.sub("", reading.now.get(fact.place, ""))
        teams = [text for text in re.split("[。；\n]", whole) if re.search("队|作者", text)]
        told = [set(map(number, _PEOPLE.findall(text))) for text in teams if not re.search("奖|专家", text)]
        if any(found and fact.value not in (max(found), sum(found)) for found in told):
            yield at, "同一段里还有别的人数，请核对"


def of_a_group(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """Materials that a passage on one of several groups of entrants or on one track of several tells of."""
    groups = {each.place for each in said(*reading.parts.parts) if each.under(_GROUP)}
    tracks = {track["front"]["name"].place for _, track in reading.records(("tracks",))}
    groups |= tracks if len(tracks) > 1 else set()
    for at, record in reading.records(("edition.yml", "submission")):
        if record["item"].place in groups:
            yield at, "只是其中一组的，请核对"


def other_office(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """A role that is no body, beside one that is; one whose number has a label of its own; the foot of a web page."""
    for at, record in reading.records(_CONTACTS):
        role, number = str(value_of(record, "role")), str(value_of(record, "phone") or value_of(record, "email"))
        around = reading.around(record, "phone") or reading.around(record, "email")
        before, _, after = around.partition(number)
        own = _OWN.search(before) or re.match("（([\u4e00-\u9fff]{4,})）", after)
        words = re.split(r"[\s：，、（）]+", around)
        several = not is_unit(role) and any(is_unit(word) and word not in role for word in words)
        labelled = own and (own.re is _OWN or is_unit(own[1])) and own[1] not in role and role not in own[1]
        if several or labelled:
            yield (*at, "role"), "同一行里另有一个机构，请核对"
        if re.search(_SITE, reading.around(record, "phone", "") or reading.around(record, "email", "")):
            yield at, "像是网站的页头或页脚，请核对"


def aside(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """What stands above the addressees or below a heading of several parts, or has no name in what is no notice."""
    unlike = not is_notice(reading.parts, reading.files["edition.yml"]["name"])
    for path, leaf in leaves(dict(reading.files)):
        if not isinstance(leaf, Fact) or not leaf.place or "document" in path:
            continue
        above = path[0] in ("edition.yml", "timeline.yml") and path[1] != "name"
        if above and leaf.place in reading.surroundings.aside:
            yield path, "在通知的抬头以上，或者只是其中一项的，请核对"
        if unlike and not reading.surroundings.name(leaf, SECTIONS):
            yield path, "全文不像一份比赛通知，这里又没有名目，请核对"


def unnamed_body(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """Bodies of one role that a sentence tells of."""
    edition, main, name = reading.files["edition.yml"], reading.parts.main, reading.surroundings.name
    told = _organisers(reading)
    names = "\n".join((main.title, *(block.text for block in main.signed)))
    for path, leaf in told:
        several = len({role for (role, *_), other in told if other.place == leaf.place}) > 1
        around = reading.whole.get(leaf.place, "") if leaf.place else ""
        ours = leaf.value in names or str(value_of(edition, "name")) in around
        if path[0] not in ("committee", "secretariat") and not (several or ours or name(leaf, _ORGANISED)):
            yield ("edition.yml", "organisers", *path), _UNNAMED


def _organisers(reading: _Reading) -> list[tuple[Path, Fact]]:
    """All bodies, each with its role and place among those that have it."""
    told = leaves(reading.files["edition.yml"].get("organisers", {}))
    return [(path, leaf) for path, leaf in told if isinstance(leaf, Fact)]


def unnamed_phase(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """Phases of no known kind that a sentence tells of."""
    for at, record in reading.records(_PHASES):
        if value_of(record, "kind") == "other" and not reading.surroundings.name(record["text"], SCHEDULE):
            yield at, _UNNAMED


def unsigned(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """An issuer that only a page names."""
    main, issuer = reading.parts.main, str(value_of(reading.files["edition.yml"]["document"], "issuer"))
    known = main.signed or main.issued or issuer in [leaf.value for _, leaf in _organisers(reading)]
    if not known and not re.match(f"关于|.*{re.escape(issuer)}", main.title):
        yield ("edition.yml", "document", "issuer"), "可能只是网站的名称，请核对"


def odd_shape(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """A value that does not look like those of its kind, or that has but one half of a pair of marks: it was torn."""
    for path, leaf in leaves(dict(reading.files)):
        key, told = ".".join(str(step) for step in path if isinstance(step, str)), str(getattr(leaf, "value", ""))
        shape = next((shape for kind, shape in _SHAPES.items() if re.search(kind, key)), "")
        if shape and isinstance(leaf, Fact) and not re.fullmatch(shape, told):
            yield path[: -1 if key.endswith("phases.name") else None], "样子不像这一类，请核对"
        elif path[-1] != "text" and any(told.count(pair[0]) != told.count(pair[1]) for pair in _PAIRS):
            yield path, "括号或引号不成对，请核对"


def topics_left(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """Tracks where a heading is called topics and nothing below it was read as one, or as a track."""
    tracks = [*reading.records(("tracks",))]
    read = [value_of(t["front"], "name") for _, t in tracks] + [topic.value for _, t in tracks for topic in t["topics"]]
    for passage in (passage for part in reading.parts.parts for passage in titled(part, _TOPICS)):
        titles = [each.title for each in passage.below]
        if len(titles) > 1 and not any(title in name or name in title for title in titles for name in read):
            yield from ((path, "有一节像赛题，没有读进来，请核对") for path in (*(at for at, _ in tracks), _QUOTAS))


def odd_tracks(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """Tracks beside one, not the last, that is none by its name; topics mostly of a word, or called as their track."""
    tracks = [*reading.records(("tracks",))]
    shape, names = _SHAPES[r"tracks\.front\.name"], [str(value_of(track["front"], "name")) for _, track in tracks]
    odd = not all(re.fullmatch(shape, name) for name in names[:-1])
    for (at, track), name in zip(tracks, names, strict=True):
        words = [len(topic.value) <= _WORD // 2 for topic in track["topics"]]
        for place, topic in enumerate(track["topics"]):
            if 2 * sum(words) > len(words) or topic.value == name:
                yield (*at, "topics", place), "像是类别，不像赛题，请核对"
        yield from [(at, "同一列里有的不像赛道，请核对")] * odd


def same_names(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """A name that several rubrics or phases have: headings tell them apart."""
    for path, what in ((("judging.yml", "rubrics"), "几张评分表"), (_PHASES, "几个阶段")):
        records = [*reading.records(path)]
        names = Counter(value_of(record, "name") for _, record in records)
        for at, record in records:
            if names[value_of(record, "name")] > 1:
                yield (*at, "name"), f"{what}同名，请核对"


def mixed_focus(reading: _Reading) -> Iterator[tuple[Path, str]]:
    """Points of a rubric that are words here and explanations there."""
    for at, rubric in reading.records(("judging.yml", "rubrics")):
        found = [(path, leaf) for path, leaf in leaves(rubric) if "focus" in path and isinstance(leaf, Fact)]
        told = [leaf.value for _, leaf in found if leaf.doubt and len(leaf.value) > _WORD]
        if told or not all(re.fullmatch(_SHAPES["focus"], leaf.value) for _, leaf in found):
            yield from (((*at, *path), "有的是说明，不是要点，请核对") for path, _ in found)


PRINCIPLES = (
    *(amended, days_left, hours_left, days_astray, numbers_left, contradicted, sums_left, people_left, other_office),
    *(aside, of_a_group, unnamed_body, unnamed_phase, unsigned),
    *(odd_shape, odd_tracks, topics_left, same_names, mixed_focus),
)
