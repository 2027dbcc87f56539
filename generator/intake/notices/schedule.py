"""The timeline: phases from numbered passages, from tables, from labels, and from sentences that set days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.fact import Fact, Tree
from generator.intake.structure.dates import LEAP, Period, is_period, periods, without_periods
from generator.intake.structure.document_parts import NoticePart, NumberedPassage, Outline
from generator.intake.structure.seeking import Said, said, sentences, tables, titled
from generator.intake.tracks.wanted import Wanted
from generator.text.numerals import NUMERAL

SCHEDULE = (
    "赛程|日程|时间(?:安排|节点|进度)|进度|(?:推进|实施|工作)步骤|(?:阶段|工作|活动|步骤|大赛|赛事|竞赛|比赛)安排|实施阶段|时间表|日期$|^时间"
    "|(?:大赛|赛事|竞赛|比赛|[初复决预]赛|[预海]选赛?|选拔赛|工作|报送|申报|参赛|活动|揭榜|征集|评选)(?:流程|程序|阶段|安排|时间)|^流程|(?:立项|实施)流程|[及和与]时间$|^[\u4e00-\u9fff]{0,8}截[止稿](?:时间|日期)$"
)
_KINDS = (
    ("publicity", "公示|公告结果"),
    ("ceremony", "颁奖|闭幕|典礼|表彰|发布会"),
    (
        "registration",
        "报名|(?<!赛题)(?<!题目)(?<!需求)征集(?!.*(?:赛题|题目|需求))|受理|申报|报送作品|提交作品|作品(?:提交|报送|征集)|(?<!推荐)项目报送$|参赛登记|征文|[投截]稿",
    ),
    ("final", "(?<!半)决赛|总决赛|路演|决战|现场赛|总评|终场|竞演"),
    (
        "review",
        "初赛|(?:区县|行业|赛道|区域|[市县校]级|校|省|分站)赛|[初终]选|初筛|复选|复赛|评审|初评|复[评审]|终评|评选|评阅|审查|审核|初审|验证(?!实施)|半决赛|遴选|筛选|比赛|评比|答辩|核查|复核|海选|预赛|选拔|晋级赛|核验|验收",
    ),
    ("preparation", "启动|发动|发榜|筹备|宣传|动员|培训|发布|部署|组织准备|准备"),
)
_TIME_HEAD = re.compile("^(?!原).*(?:时间|日期|起止)")
_NAME_HEAD = re.compile("阶段|环节|步骤|事项|安排|内容|节点|名称|项目|流程|赛程")
_LABELLED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12}?)(?:相应|已)?(?:起止|截[止至])?(?:时间段?|日期|期限)?(?:：(?:截止至?)?|仍?为|[定拟将]?[于在]|自|从|调整[为至]|[延推][长后期]?[为至])$"
    "|(?:^|[，；：、。“→是])(?P<aside>(?:(?!是)[\u4e00-\u9fff]){2,8})（$"
    "|^(?P<begun>(?:全国)?(?:[初复决预]赛|总决赛|半决赛|[初复终]评))[^。；]{0,30}，时间(?:安排)?(?:[为：]|[定拟]?于)$"
)
_NO_PHASE = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[局厅委部院会府员]))(?:发布|公布|发文|成文|印发|施行|更新|刊发)(?:日期|时间)[】：]*$"
    "|(?:形成|成立|注册|出生|建成|投产|取得)(?:日期|时间)[^，。；]{0,4}$"
)
"""What a page says of itself, and what must have come about by then to be entered."""
_COME_ABOUT = re.compile("(?:之?[前后])?(?:已经?)?(?:正式)?(?:投[入产]|建成|竣工|完工|注册|成立|上线运[行营])")
"""The same where it is told behind a day: `2025年5月31日前投入运营`."""
_BEGINS = re.compile("(?:正式)?(?:开启|启动|开始|开放)")
"""What entering does on a day from which it goes on."""
_HOLDING = re.compile(
    "(?:在[^，。；]{2,24}?|(?:各?分?[赛省市]区|组委会)|(?:团队|单位|队伍)?登录[^，。；]{0,40}?)?(?:将|拟)?(?:组织专家)?(?:组织|举行|举办|开展|进行|完成|为)?("
    "(?:线上|线下|现场|集中|专家|书面|网络|作品)?(?:报名|(?:[初复]赛|决赛)评[审选]|[初复决预]赛|总决赛|半决赛|[初复终]评|初[审选]|复选|推荐|评[审比]|资格审[查核]|颁奖(?:典礼|仪式|大会)?|公示|路演))"
)
"""A phase by a usual name, with the verb that a sentence gives it."""
_HEADED = re.compile("(报名(?!.?后|人数|[的者])|(?:评审|[初复终]评|初赛|决赛|公示)$)")
_ELSEWHERE = (
    ("", "(?:全国|国家级?)(?:总?决|大)?赛|国赛|国家层面|国家数据局"),
    ("^[^省]{2,6}?市|^[^省市]{1,8}(?<!自治)[区县旗]", "省(?:级[初复决]?|[初复决]|分)赛"),
    ("^[^省]{1,8}(?<!自治)[区县旗]", "市(?:级[初复决]?|[初复决])赛"),
)
"""Whose days do not count where only a sentence sets them, by who issues the notice: the nation, what is above."""
_WHOLE = ("竞赛", "比赛", "大赛")
"""What a label calls the whole."""
_DEADLINE = re.compile("应|须|需|将|举办|举行|报送|提交|开展|公布|截止")
_WITHIN = "日期写在句子里面，请核对是不是这个阶段的"
_COUNTS = re.compile(rf"\d*|第?(?:{NUMERAL}|\d)(?:阶段|步|轮)?|阶段(?:{NUMERAL}|\d)")
"""A cell that only counts."""
_FEWEST_ROWS = 2
"""Rows below the head of a table of phases."""


@dataclass(frozen=True)
class Step:
    """A phase as found, before it has an id."""

    name: str
    period: Period | None
    place: PrintedPlace
    doubt: str = ""


def timeline(outline: Outline, wanted: Wanted) -> list[Tree]:
    """`phases` in the order of the notice."""
    other = other_year(outline.main.title, wanted.year)
    steps = _steps(outline, wanted)
    entering = any("报名" in step.name for step in steps)
    ids: Counter[str] = Counter()
    made: list[Tree] = []
    for step, usual in zip(_in_order(steps, wanted.year), _kinds(steps), strict=True):
        late = usual == "preparation" and ids["registration"]
        handed_in = usual == "registration" and entering and "报名" not in step.name
        kind = "other" if late or handed_in else usual
        stem = "stage" if kind == "other" else kind
        ids[stem] += 1
        made.append(_phase(step, kind, stem if ids[stem] == 1 else f"{stem}-{ids[stem]}", wanted.year, other))
    return made


def _in_order(steps: Sequence[Step], year: int) -> Iterator[Step]:
    """The steps; days without a year are of the next one where that is nearer to the step before."""
    before = 0
    for step in steps:
        ways = [step.period] if step.period else []
        if before and (told := step.period) and not told.certain_year:
            found = [later for *_, later in periods(told.text, year + 1)]
            ways += [replace(told, start=told.start and way.start, end=told.end and way.end) for way in found]
        days = {(way.start or way.end or date.max).toordinal(): way for way in reversed(ways)}
        before = min(days, key=lambda day: abs(day - before), default=before)
        yield replace(step, period=days.get(before))


def _steps(outline: Outline, wanted: Wanted) -> list[Step]:
    """From the main notice by its structure, else from its annexes, else from what sentences say."""
    year, issuer = wanted.year, next((block.text for block in outline.main.signed), outline.main.title)
    elsewhere = (words for whose, words in _ELSEWHERE if re.search(whose, issuer))
    others = "(?!)" if wanted.national else "|".join(elsewhere)  # days of the nation are a national notice's
    ways = (partial(_from_passages, others=others), _from_tables, partial(_from_labels, others=others))
    for chapter in outline.parts:
        found = [steps for way in ways if len(steps := list(way(chapter, year))) > 1]
        if found:
            return _with_entering(max(found, key=len), outline, year)
    single = [step for way in ways for step in way(outline.main, year)]
    told = {step.period.text for step in single[:1] if step.period}
    spoken = (step for step in _from_sentences(outline, year) if step.period and step.period.text not in told)
    return [*single[:1], *spoken]


def _with_entering(steps: list[Step], outline: Outline, year: int) -> list[Step]:
    """The steps; where none of them is to enter, those that sentences tell of come first."""
    if any(kind_of(step.name) == "registration" for step in steps):
        return steps
    more = _from_sentences(outline, year)
    return [*(step for step in more if kind_of(step.name) == "registration" and not step.doubt), *steps]


_JUDGING = re.compile("[初预复半]|^(?:作品|专家)?评[审选](?:阶段)?$")
"""What is no final: a round before it, judging without a word on which round."""


def _kinds(steps: Sequence[Step]) -> list[str]:
    """What happens in each; where none is called a final, the last of several reviews is it."""
    kinds = [kind_of(step.name) for step in steps]
    reviews = [at for at, kind in enumerate(kinds) if kind == "review"]
    open_end = "final" in kinds or "other" in kinds[reviews[-1] if reviews else 0 :]
    if not open_end and len(reviews) > 1 and not _JUDGING.search(steps[reviews[-1]].name):
        kinds[reviews[-1]] = "final"
    return kinds


def kind_of(name: str) -> str:
    """What happens in a phase of that name."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name)), "other")


def other_year(title: str, year: int) -> int | None:
    """The year of a notice, by its title, if that is another one."""
    years = set(map(int, re.findall(r"(20\d\d)年", title)))
    return min(years) if years and year not in years else None


def _phase(step: Step, kind: str, name: str, year: int, other: int | None) -> Tree:
    place, period = step.place, step.period
    unsure = step.doubt
    phase: dict[str, Any] = {
        "id": Fact(name),
        "name": Fact(step.name, place, unsure),
        "kind": Fact(kind, place, unsure or _doubt_of_kind(step.name, kind)),
    }
    if period is None:
        return {**phase, "text": Fact("时间未写明", place, "通知没有写这个阶段的时间")}
    undated = other is not None and not period.certain_year
    doubt = unsure or (f"日期没有写年份，而通知是{other}年的，请核对" if undated else _doubt(period, year))
    for key in ("start", "end", "text", "approximate", "exact"):
        if (value := getattr(period, key)) is not None:
            phase[key] = Fact(value, place, "" if key == "text" else doubt)
    return phase


def _doubt_of_kind(name: str, kind: str) -> str:
    halves = {kind_of(half) for half in re.split("[和与及暨、]|(?<=公示)", name)} - {"other", "preparation"}
    several = len(halves) > 1 and "registration" not in halves
    vague = name in _WHOLE or re.search("终[评审选](?!决)|发布会|现场评审|公布", name)
    return "类别拿不准，请核对" if kind == "other" or several or vague else ""


def _doubt(period: Period, year: int) -> str:
    days = [day for day in (period.start, period.end) if day]
    if len(days) > 1 and days[0].isoformat()[:10] > days[1].isoformat()[:10]:
        return "开始晚于结束，请核对"
    return "" if all(abs(day.year - year) <= 1 for day in days) else "年份与本届不同，请核对"


def _from_passages(chapter: NoticePart, year: int, others: str) -> Iterator[Step]:
    """Numbered passages below a heading of the schedule, or any that are phases: `（一）报名（6月1日—…）`."""
    for passage in titled(chapter, SCHEDULE) or [each for each, _ in chapter.walk() if _are_phases(each.below, year)]:
        found = max((_of_passages(inner.below, year) for inner, _ in passage.walk()), key=len)
        yield from found or _of_blocks(passage, year, others)


def _are_phases(passages: Sequence[NumberedPassage], year: int) -> bool:
    """Whether passages below a heading of no schedule tell a day, all but one, most of them of a usual phase."""
    steps = _of_passages(passages, year)
    dated = [kind_of(step.name) for step in steps if step.period]
    return len(steps) == len(passages) and 1 < len(passages) <= len(dated) + 1 and 2 * dated.count("other") < len(dated)


def _of_passages(passages: Sequence[NumberedPassage], year: int) -> list[Step]:
    steps = [_of_text(passage, year) for passage in passages]
    dated = sum(step.period is not None and step.doubt != _WITHIN for step in steps)
    # A passage without days among dated ones is a phase too; most without are not.
    kept = [step for step in steps if step.period or kind_of(step.name) != "other"]
    return kept if dated * 2 >= len(steps) and dated else []


def _of_text(passage: NumberedPassage, year: int) -> Step:
    label = f"(?:{re.escape(passage.title)})?(?:时间|日期)："
    told = sorted(passage.blocks, key=lambda block: not re.match(label, block.text))
    texts = [passage.text, *(block.text for block in told[:1])]
    whole = texts[0] if len(texts[0]) > 60 else "。".join(texts)
    found = _first_period(whole, passage.title, year)
    done = found and re.match("）[，：]", passage.title[found[1] :])  # behind it stands what is done then
    name = phase_name(passage.title[: found[1]] if found and done else passage.title, year)
    later = [] if found or kind_of(name) == "other" else [*periods(whole, year)]
    if len(later) == 1:
        return Step(name, later[0][2], passage.place, _WITHIN)
    if found and (not name or not found[0]):  # the day comes first: `6月1日—6月30日，报名`
        name = re.split("[，。；：（]", whole[found[1] :].lstrip("，。：；—- "))[0][:20]
        name = held[1] if (held := _HOLDING.fullmatch(name)) else name
    again = found and next(periods(whole[found[1] :].partition("。")[0], year), None)
    doubt = "这一段写了几个时间，请核对" if again else ""
    return Step(name, found and _with_hour(found[2], "。".join(texts), year), passage.place, doubt)


def _with_hour(period: Period, text: str, year: int) -> Period:
    """The period with the hour of its last day, where the same passage tells that of a deadline."""
    due = (later.end for *_, later in periods(text, year) if later.start is None)
    return replace(period, end=next((end for end in due if str(end)[:10] == str(period.end)), period.end))


def _first_period(text: str, title: str, year: int) -> tuple[int, int, Period] | None:
    """The period of a heading, or of the beginning of its text; later ones are of something else."""
    for found in periods(text, year):
        before = text[: found[0]]
        near = len(before) < len(title) + 2 or re.search("(?:时间|日期|期限)(?:安排)?为?：?$", before)
        if near or re.fullmatch("[^，；。]{0,16}", before[len(title) :].lstrip("。：（")):
            return found
    return None


_NO_NAME = (
    f"（(?:[^（）]*另行通知|待定|时间[^（）]*|[^（）]*(?:厅|馆|中心|楼|校|院|室|场|大学|学院|饭店|酒店|基地|园区|线上|线下|评审|答辩|路演)|线[上下][^（）]{{0,4}})）$|^(?:第{NUMERAL}阶段|阶段(?:{NUMERAL}|\\d))[：、](?=.)",
    "(?:时间|日期)[为是：]?，.*$|[：，]?自?即日起?[至到]?$|^于?(?:本届|本次)?(?:大赛|分赛)(?=报名)|^[^，。]*的(?=报名$)",
    "^(?:进行|开展|举行|举办|完成|为)(?=..)|(?:时间|日期)[及和与、](?:方式|地点|办法|要求)$|(?:拟定?|计划|定|将)于[^，。]*$|(?:时间|日期)?(?:相应)?(?:仍|调整|改|延[长期后])?(?:[为至]|(?<!报)到)?$|(?:起止|截止)?(?:时间段?|日期)[为是：]?(?:截止)?$|(?:(?<=报名)|^)截止$",
    "(?<![\u4e00-\u9fff])（[^（）]{0,3}）|（(?![A-Z])[^（）]{0,3}）(?![\u4e00-\u9fff])|[（(]?时间[：:]?[)）]?$|(?:完成|结束|[从自于在])$",
    "^[，。：；—、｜丨| -]+|[，。：；—｜丨| -]+$",
)
"""What stands beside the name of a phase."""


def phase_name(title: str, year: int = LEAP) -> str:
    """A heading without the period in it; days without a year are of `year`."""
    title = without_periods(title, year, "(?:即日|(?:通知)?(?:发布|印发|发文)之日)?起?[至到]?$")
    for pattern in _NO_NAME:
        title = re.sub(pattern, "", title)
    title = title.strip("（） ")
    return title + "）" * (title.count("（") > title.count("）"))


def _of_blocks(passage: NumberedPassage, year: int, others: str) -> Iterator[Step]:
    for text, place in _with_days(_lines_of(passage, year), year):
        apart = r"[；。→]|(?<=[\u4e00-\u9fff])，(?=\d{1,2}月[^，；。]*(?:举[行办]|组织|开展|进行|完成))"
        for at, clause in enumerate(re.split(apart, text)):
            found = next(periods(clause, year), None)
            if not found or found[0] > 16 or re.search(others, clause[: found[0]]):
                continue
            before = phase_name(re.sub(f"^{NUMERAL}是", "", clause[: found[0]]), year)
            after = re.split("[，。；]", clause[found[1] :].lstrip("，：: —"))[0]
            named = _HOLDING.fullmatch(after) or (_HEADED.match(passage.title) if kind_of(after) == "other" else None)
            name = before or (named[1] if named else after)
            if not at or ((named or before) and kind_of(name) != "other"):
                yield Step(phase_name(name, year)[:20], _due(found[2], after, year), place)


def _lines_of(passage: NumberedPassage, year: int) -> list[tuple[str, PrintedPlace]]:
    """The paragraphs of a passage; where there is but a day, the heading that asks for it goes before."""
    own = [] if not passage.rest else [(passage.rest, passage.place)]
    lines = own + [(block.text, block.place) for block in passage.blocks if not block.grid]
    if len(lines) == 1 and re.search("(?:时间|日期)$", passage.title) and is_period(lines[0][0], year):
        return [(f"{passage.title}：{lines[0][0]}", lines[0][1])]
    return lines


def _with_days(lines: Sequence[tuple[str, PrintedPlace]], year: int) -> Iterator[tuple[str, PrintedPlace]]:
    """Lines, where one that is nothing but a period goes with the name below it, or above it where names come first."""
    places = [place for place, (text, _) in enumerate(lines) if is_period(text, year)]
    apart = {after - place for place, after in pairwise(places)}
    step = min(apart, default=0)
    more = lines[places[-1] + step :] if places and step == 2 and not places[0] else []  # day, name, day, name, prose
    if len(apart) != 1 or step < 2 or len(lines) - len(more) - places[-1] > step:
        yield from lines
        return
    for day in places:
        name = day + (-1 if places[0] else 1)
        yield f"{lines[day][0].strip('。：')}：{lines[name][0].strip('。：')}", lines[day][1]
    yield from more


def _from_tables(chapter: NoticePart, year: int) -> Iterator[Step]:
    """Tables with a column of times, or with a row of them where they stand on end."""
    for table in tables(chapter):
        on_end = any(re.fullmatch("时间|日期", row[0]) for row in table.grid.rows[1:])
        head, *rows = zip(*table.grid.rows, strict=True) if on_end else table.grid.rows
        of_places = all(re.search("[市州盟区县旗]$", row[0]) for row in rows)  # what each place has to do
        times = [] if of_places or len(rows) < _FEWEST_ROWS else _columns_of_times(head, rows, year)
        name = _column_of_names(head, rows, times) if times else None
        if name is None:
            continue
        until = next((at for at in times[1:] if re.search("结束|截止|终", head[at])), times[0])
        for row in rows:
            text = row[times[0]] if row[until] in ("", row[times[0]]) else f"{row[times[0]]}至{row[until]}"
            found = next(periods(f"时间：{text}", year), None)
            if row[name]:
                yield Step(phase_name(row[name], year), found and _due(found[2], row[name], year), table.grid.place)


def _due(period: Period, words: str, year: int) -> Period:
    """The period; only its end where the words beside it say that something ends then."""
    ends = words.endswith(("截止", "截稿", "关闭"))
    return next((due for *_, due in periods(f"截止时间：{period.text}", year)), period) if ends else period


def _columns_of_times(head: Sequence[str], rows: Sequence[Sequence[str]], year: int) -> list[int]:
    """Columns whose heads or most of whose cells say when; the dates of what was changed do not."""

    def is_dated(at: int) -> bool:
        dated = sum(next(periods(row[at], year), None) is not None for row in rows)
        return 2 * dated > len(rows) + 1 and "原" not in head[at]

    return [at for at, cell in enumerate(head) if _TIME_HEAD.search(cell) or is_dated(at)]


def _column_of_names(head: Sequence[str], rows: Sequence[Sequence[str]], times: Sequence[int]) -> int | None:
    """The column of the names of phases: one whose cells all differ before one of what several are called."""
    fits = [at for at, cell in enumerate(head) if at != times[0] and (_NAME_HEAD.search(cell) or "序号" not in cell)]
    named = [at for at in fits if not all(_COUNTS.fullmatch(row[at]) for row in rows)] or fits
    return min(named, key=lambda at: len({row[at] for row in (head, *rows)}) <= len(rows), default=None)


def _from_labels(chapter: NoticePart, year: int, others: str = _ELSEWHERE[0][1]) -> Iterator[Step]:
    """`报名时间：…` anywhere, when it names what happens; days of `others` do not count."""
    seen: set[str] = set()
    for each in sentences(chapter):
        for start, end, period in periods(each.text, year):
            name = _label(each, start, end, others)
            if name and not {name, period.text} & seen:
                begins = kind_of(name) == "registration" and _BEGINS.match(each.text, end)
                seen |= {period.text} if begins else {name, period.text}
                yield Step(name, replace(period, end=None) if begins else period, each.place)


def _label(each: Said, start: int, end: int, others: str) -> str:
    """The phase that words before a day name, empty for none."""
    before = re.sub("即日起?至?$", "", each.text[:start])
    if _NO_PHASE.search(before) or _COME_ABOUT.match(each.text, end):
        return ""
    elsewhere = before[-1:] not in "：（" and re.search(others, before)
    match = None if elsewhere else _LABELLED.search(before)
    name = phase_name(match["name"] or match["aside"] or match["begun"]) if match else ""
    known = kind_of(name) != "other" or each.under(SCHEDULE) or name in _WHOLE
    return name if known and not re.search("[。，；]|^[由其请经]|[后前]$|^时间安排$", name) else ""


def _from_sentences(outline: Outline, year: int) -> Iterator[Step]:
    """Days that a sentence sets for something to be done; somebody must name the phase."""
    told = set()
    for each in said(*outline.parts):
        for sentence in re.split(r"(?<=[。；])|(?<=[^始起]，)(?=\d{1,2}月)", each.text):
            found = next(periods(sentence, year), None)
            if not found or found[2].text in told or each.under("赛题指南"):
                continue
            if _NO_PHASE.search(sentence[: found[0]]) or _COME_ABOUT.match(sentence, found[1]):
                continue
            name = re.split("[，。；]", sentence[found[1] :].lstrip("，"))[0] or "".join(each.path[-1:]) or "阶段"
            named = _HOLDING.fullmatch(name) or _HEADED.match("".join(each.path[-1:]))
            if named or _DEADLINE.search(sentence):
                told.add(found[2].text)
                unnamed = "" if named else "通知没有给这个阶段起名，请改写名称并核对日期"
                yield Step(named[1] if named else name[:16].strip("。；"), found[2], each.place, unnamed)


def entering_by_label(outline: Outline, year: int) -> Tree:
    """The phase of entering that a label tells, wherever it stands; empty for none."""
    step = next((step for step in _from_labels(outline.main, year) if kind_of(step.name) == "registration"), None)
    return _phase(step, "registration", "registration", year, None) if step else {}
