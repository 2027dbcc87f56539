"""Rules about entries: projects in lists, with or without a case."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, partial

import chinese_calendar

from generator.catalog import Catalog, addresses
from generator.catalog.names import title_key, unit_key
from generator.checks.rule import Findings, any_broken, repeated, rule, track_hint
from generator.content.hints import listing, nearest
from generator.content.tables import BETWEEN
from generator.diagnostics import Diagnostic, Span
from generator.model import Edition, EditionId, Entry, ListKind, Track, WinningCase
from generator.model.edition import Publicity
from generator.model.entry import UNTOLD, sme_share, track_of
from generator.model.moment import begins, ends
from generator.model.record import year_of


@rule
def numbers_are_given_once(catalog: Catalog) -> Findings:
    """每个项目的编号只用一次，大小写不算不同；编号是网址的一部分。"""
    for edition, entries in catalog.entries.items():
        seen: set[str] = set()
        for row, entry in enumerate(entries.entries):
            at = catalog.span("entries", edition, "entries", row, "number")
            if entry.number.lower() in seen:
                yield Diagnostic("duplicate-entry", at, f"编号“{entry.number}”用了两次", "给其中一个项目另编号")
            elif not addresses.is_slug(entry.number.lower()):
                hint = "编号只用字母、数字和单个连字符，如 A-017"
                yield Diagnostic("unsafe-path", at, f"编号“{entry.number}”不能用作网址", hint)
            seen.add(entry.number.lower())


@rule
def references_are_known(catalog: Catalog) -> Findings:
    """项目的赛道、赛题、案例都要在本届里。"""
    # A track that cannot be read may have any name.
    may_be_broken = cache(partial(any_broken, catalog, "track"))
    for edition, entry in _rows(catalog):
        track = catalog.tracks.get(track_of(edition, entry))
        if track is None:
            if entry.track != UNTOLD and not may_be_broken(edition):
                at = catalog.entry_span(edition, entry.number, "track")
                hint = track_hint(catalog, edition, entry.track)
                yield Diagnostic("unknown-track", at, f"本届没有赛道“{entry.track}”", hint)
        elif entry.topic and track.topic(entry.topic) is None:
            at = catalog.entry_span(edition, entry.number, "topic")
            hint = nearest(entry.topic, [topic.title for topic in track.topics])
            yield Diagnostic("unknown-topic", at, f"“{track.name}”赛道没有赛题“{entry.topic}”", hint)
        if entry.case and ("case", f"{edition}/{entry.case}") not in catalog.sources:
            at = catalog.entry_span(edition, entry.number, "case")
            hint = nearest(entry.case, [case.slug for case in catalog.cases_of(edition)])
            yield Diagnostic("unknown-entry", at, f"没有案例“{entry.case}”", hint or "案例写好以前这一格空着")


_ASIDE = re.compile("（.*?）|\\(.*?\\)")


@rule
def leading_unit_is_one(catalog: Catalog) -> Findings:
    """牵头单位只写一个，其余写进合作单位。"""
    for edition, entry in _rows(catalog):
        if entry.unit and BETWEEN.search(_ASIDE.sub("", entry.unit)):
            at = catalog.entry_span(edition, entry.number, "unit")
            told = "、".join(entry.unit.splitlines())
            hint = "只写牵头的一个，写在一行里；其余写进“合作单位”"
            yield Diagnostic("invalid-value", at, f"牵头单位不止一个：“{told}”", hint)


@rule
def entrants_are_named(catalog: Catalog) -> Findings:
    """项目和案例要写牵头单位；没有单位的，contest.yml 的 `entrants` 准许才行。"""
    allowed = catalog.contest.entrants
    for record, at in _entered(catalog):
        if record.unit is None and allowed.unit:
            yield Diagnostic("missing-key", at("unit"), "缺少必填的键 `unit`（牵头单位）", "补上 `unit: …`")
        elif not record.holder:
            hint = "写单位（`unit`）、团队（`team`）或者参赛者（`people`）"
            yield Diagnostic("missing-key", at("unit"), "没有写谁参赛", hint)


_PERSONS = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[ \u3000]+[\u4e00-\u9fff]{2,4})+")
"""Several names that only blanks part, unlike 李　明."""


@rule
def persons_may_be_named(catalog: Catalog) -> Findings:
    """参赛者和指导教师的姓名，contest.yml 的 `entrants` 准许才能公开；几个人用空格隔开的，会当成一个人。"""
    allowed = catalog.contest.entrants
    kinds = (("people", "参赛者", allowed.names), ("mentors", "指导教师", allowed.mentors))
    unasked = defaultdict[tuple[str, str], list[Span]](list)
    for record, at in _entered(catalog):
        for key, told, may in kinds:
            if getattr(record, key) and not may:
                unasked[at(key).path, told].append(at(key))
            for name in filter(_PERSONS.fullmatch, getattr(record, key)):
                hint = "几个人分开写，表格里用顿号；是一个人的，去掉空格"
                yield Diagnostic("joined-names", at(key), f"“{name}”会当成一个人", hint)
    for (_, told), places in unasked.items():
        more = f"（这个文件里有 {len(places)} 处）" if len(places) > 1 else ""
        hint = f"删去；本人（未成年人由监护人）同意公开的，在 contest.yml 的 `entrants` 里准许公开{told}姓名"
        yield Diagnostic("public-names", places[0], f"没有准许公开{told}的姓名{more}", hint)


def _entered(catalog: Catalog) -> Iterator[tuple[Entry | WinningCase, Callable[[str], Span]]]:
    """Every entry and every case, with what gives the place of a key."""
    for edition, entry in _rows(catalog):
        yield entry, partial(catalog.entry_span, edition, entry.number)
    for case in catalog.cases.values():
        yield case, partial(catalog.span, "case", case.id)


@rule
def lists_are_described_once(catalog: Catalog) -> Findings:
    """每份名单只写一段说明；公示要有先后，结束不早于开始。"""
    for edition, entries in catalog.entries.items():
        for index, stage in repeated(given.stage for given in entries.lists):
            at = catalog.span("entries", edition, "lists", index, "stage")
            yield Diagnostic("duplicate-entry", at, f"名单 `{stage}` 写了两次", "合成一段")
        for index, given in enumerate(entries.lists):
            if given.start and given.end and ends(given.end) < begins(given.start):
                at = catalog.span("entries", edition, "lists", index, "end")
                yield Diagnostic("phase-order", at, "公示结束早于开始", "改正 `start` 或 `end`")


@rule
def changes_name_entries(catalog: Catalog) -> Findings:
    """变动所说的项目和替补项目都要在项目表里；替换要写明由谁替补。"""
    for edition, entries in catalog.entries.items():
        known = [entry.number for entry in entries.entries]
        for index, change in enumerate(entries.changes):
            for key, number in (("entry", change.entry), ("by", change.by)):
                if number and number not in known:
                    at = catalog.span("entries", edition, "changes", index, key)
                    yield Diagnostic("unknown-entry", at, f"项目表里没有编号“{number}”", nearest(number, known))
            if change.kind == "replaced" and not change.by:
                at = catalog.span("entries", edition, "changes", index)
                yield Diagnostic("missing-key", at, "被替换的项目没有写明替补项目", "加上 `by: 替补项目的编号`")


@rule
def ended_entries_are_in_no_later_list(catalog: Catalog) -> Findings:
    """退出、取消资格、被替换的项目，留在当时的名单里，不再进后面的名单。"""
    for edition, entries in catalog.entries.items():
        ended = entries.ended()
        for entry in entries.entries:
            for stage in (ListKind.WINNERS, ListKind.RECOMMENDED, ListKind.FINALS):
                if entry.number in ended and entry.is_in(stage):
                    at = catalog.entry_span(edition, entry.number, stage.fact)
                    place = catalog.span("entries", edition, "changes", entries.changes.index(ended[entry.number]))
                    column = Entry.model_fields[stage.fact].title
                    message = f"“{entry.title}”已在第 {place.line} 行的变动里退出，“{column}”却还有内容"
                    yield Diagnostic("entry-ended", at, message, f"清空这一格，或改正 {place.path} 的变动")


@rule
def finals_award_needs_recommendation(catalog: Catalog) -> Findings:
    """只有推荐参加全国总决赛的项目才会在总决赛获奖。"""
    for edition, entry in _rows(catalog):
        if entry.finals and entry.recommended is not True:
            at = catalog.entry_span(edition, entry.number, "finals")
            message = f"没有推荐参加总决赛，却写了总决赛奖项“{entry.finals}”"
            yield Diagnostic("invalid-value", at, message, "“推荐总决赛”写“是”，或清空总决赛奖项")


@rule
def cases_agree(catalog: Catalog) -> Findings:
    """项目表与它的案例不能各说各的：两处都写了的一致；案例说获了奖、受了推荐的，项目表里有那份名单就要在里面。"""
    lists = {(edition, stage.fact) for edition, entry in _rows(catalog) for stage in _TOLD if entry.is_in(stage)}
    for edition, entry, case in _with_cases(catalog):
        known = [stage.fact for stage in _TOLD if (edition, stage.fact) in lists and not case.draft]
        different = dict(_differences(entry, case, catalog.tracks.get(case.track_id), known))
        if not {track_of(edition, entry), case.track_id} <= catalog.tracks.keys():
            different.pop("track", None)  # told as unknown
        if not {*entry.awards} <= {*catalog.award_levels(edition)}:
            different.pop("awards", None)  # likewise
        if {"title", "unit"} <= different.keys():
            at = catalog.entry_span(edition, entry.number, "case" if entry.case else "number")
            message = f"“{entry.title}”对应的案例 {case.slug} 是别的项目：“{case.title}”，{case.holder}"
            yield Diagnostic("entry-mismatch", at, message, "改正编号或“案例”一列；就是同一个项目的，两处改成一致")
            continue
        for fact, (said, told) in different.items():
            at = catalog.entry_span(edition, entry.number, fact)
            whose = f"“{entry.title}”的" if fact != "title" else ""
            message = f"{whose}{Entry.model_fields[fact].title}是“{said}”，案例 {case.slug} 写的是“{told}”"
            yield Diagnostic("entry-mismatch", at, message, "两处改成一致")


def _with_cases(catalog: Catalog) -> Iterator[tuple[EditionId, Entry, WinningCase]]:
    """The rows that have a case."""
    for edition, entry in _rows(catalog):
        if edition in catalog.editions and (case := catalog.case_of(edition, entry.number)):
            yield edition, entry, catalog.cases[case]


_TOLD = {
    ListKind.WINNERS: ("获奖名单", "奖项"),
    ListKind.RECOMMENDED: ("推荐总决赛名单", "推荐结果"),
    ListKind.FINALS: ("总决赛获奖名单", "总决赛奖项"),
}
"""The lists of which a case tells, and what it tells."""


@rule
def cases_are_no_earlier_than_their_lists(catalog: Catalog) -> Findings:
    """案例不能早于它说到的名单公开：获奖名单，写了 `finals` 的还有推荐名单和总决赛名单。"""
    for edition, entries in catalog.entries.items():
        for case in (each for each in catalog.cases_of(edition) if not each.draft):
            told = case.entry
            for stage, (name, what) in _TOLD.items():
                due = entries.list_of(stage).publish_at
                if due and told.is_in(stage) and begins(due) > begins(case.publish_at or date.min):
                    at = catalog.span("case", case.id, "publish_at")
                    message = f"案例比{name}（{due:%Y-%m-%d}）先公开，会提前泄露{what}"
                    hint = f"加上 `publish_at: {begins(due) + timedelta(days=1):%Y-%m-%d}` 或更晚"
                    other = "" if stage is ListKind.WINNERS else "；或者删去 `finals`，写进项目表"
                    yield Diagnostic("publish-dates", at, message, hint + other)


_KEYS: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(("title", "topic"), title_key),
    **dict.fromkeys(("unit", "partners", "team"), unit_key),
    **dict.fromkeys(("track", "region", "awards", "recommended", "finals", "people", "mentors"), str),
}
"""What lists and the page of a case both show, with what leaves out of it how it was typed."""


def _differences(
    entry: Entry, case: WinningCase, track: Track | None, known: Collection[str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """What the row and the case both tell, but not alike, in the words of each; of awards a row may tell more.

    Of facts that are `known` of a whole list, a row says in silence that there are none.
    """
    for fact, key in _KEYS.items():
        said, told = _words(entry, fact, track), _words(case.entry, fact, track)
        if fact in known:
            said = said or ("否" if fact == "recommended" else "无",)
        if said == told or not said or not told or UNTOLD in said:
            continue
        ours, theirs = {*map(key, said)}, {*map(key, told)}
        if not (theirs <= ours if fact == "awards" else theirs == ours):
            yield fact, ("、".join(said), "、".join(told))


def _words(entry: Entry, fact: str, track: Track | None) -> tuple[str, ...]:
    """What is told of an entry; for the unit who is named first, for a topic its title."""
    value = entry.holder if fact == "unit" else getattr(entry, fact)
    if fact == "topic" and track and (topic := track.topic(value or "")):
        value = topic.title
    if isinstance(value, bool):
        value = "是" if value else "否"
    return value if isinstance(value, tuple) else tuple(filter(None, [value]))


@rule
def cases_are_listed(catalog: Catalog) -> Findings:
    """有项目表的届次，每个案例都应在项目表里；不在的按案例补进获奖名单。"""
    for edition, entries in catalog.entries.items():
        rows = {entry.number for entry in entries.entries}
        for entry in catalog.entries_of(edition) if rows else ():
            if entry.number not in rows:
                at = catalog.span("case", f"{edition}/{entry.number}", "title")
                own = [row for row in entries.entries if unit_key(row.holder) == unit_key(entry.holder)]
                free = [row for row in own if catalog.case_of(edition, row.number) is None]
                told = [f"第 {catalog.entry_span(edition, row.number, 'title').line} 行“{row.title}”" for row in free]
                hint = "项目名称与项目表写成一致，或在项目表的“案例”一列写上目录名"
                hint += f"；这个单位还没有案例的项目是{listing(told)}" if told else ""
                yield Diagnostic("case-not-listed", at, f"案例“{entry.title}”不在项目表里", hint)


@rule
def project_is_awarded_once(catalog: Catalog) -> Findings:
    """一个项目一年只能参加一个分赛、一个赛道、一个赛题，不能重复获奖。"""
    seen: dict[tuple[int, str, str], tuple[EditionId, Entry]] = {}
    for edition in catalog.editions:
        for entry in catalog.entries_of(edition):
            key = year_of(edition), title_key(entry.title), unit_key(entry.holder)
            first = seen.setdefault(key, (edition, entry))
            if first[1] is not entry:
                place = catalog.entry_span(first[0], first[1].number, "title")
                row = f" 第 {place.line} 行" if catalog.has_row(first[0], first[1].number) else ""
                yield Diagnostic(
                    code="repeated-project",
                    at=catalog.entry_span(edition, entry.number, "title"),
                    message=f"“{entry.title}”与 {place.path}{row} 是同一单位的同一项目",
                    hint="一个项目一年只能报一次、获奖一次，请核对后删去其中一个",
                )


@rule
def barred_units_are_in_no_list(catalog: Catalog) -> Findings:
    """`barred` 里的单位不得参赛，名单里不能有。"""
    for edition, entries in catalog.entries.items():
        barred = {unit_key(each.unit): each for each in entries.barred}
        for entry in catalog.entries_of(edition) if barred else ():
            for name in entry.units:
                if found := barred.get(unit_key(name)):
                    at = catalog.entry_span(edition, entry.number, "unit" if name == entry.unit else "partners")
                    yield Diagnostic("barred-unit", at, f"“{name}”不得参赛：{found.reason}", "核对名单")


@rule
def recommended_stay_within_quota(catalog: Catalog) -> Findings:
    """推荐参加全国总决赛的项目不能超过推荐名额；草稿不计。"""
    for edition, entries in _recommended(catalog):
        quota = edition.finals.quota
        if quota is not None and len(entries) > quota:
            yield Diagnostic(
                code="finals-quota",
                at=catalog.entry_span(edition.id, entries[-1].number, "recommended"),
                message=f"推荐全国总决赛的项目有 {len(entries)} 个，名额是 {quota} 个",
                hint=f"核对推荐名单：{listing(entry.number for entry in entries)}",
            )


@rule
def recommended_include_small_firms(catalog: Catalog) -> Findings:
    """推荐项目中来自中小企业的不能低于规定比例；没有写明的，不当作是，也不当作不是。"""
    for edition, entries in _recommended(catalog):
        minimum = edition.finals.sme_min_share
        small, unknown, total = sme_share(entries)
        if minimum is None or small >= minimum * total - 1e-9 or any_broken(catalog, "case", edition.id):
            continue
        at = catalog.span("edition", edition.id, "finals", "sme_min_share")
        silent = [entry.number for entry in entries if entry.sme is None]
        if small + unknown >= minimum * total - 1e-9:
            message = (
                f"推荐的 {total} 个项目中，中小企业已知 {small} 个，还有 {unknown} 个没有写明，不足以确认 {minimum:.0%}"
            )
            yield Diagnostic("sme-unknown", at, message, f"补写这些项目是不是中小企业：{listing(silent)}")
        else:
            most = f"{'至多' if unknown else '有'} {small + unknown} 个"
            message = f"推荐的 {total} 个项目中，中小企业{most}，不足 {minimum:.0%}"
            yield Diagnostic("sme-share", at, message, "核对推荐名单，以及各项目是不是中小企业")


def _recommended(catalog: Catalog) -> Iterator[tuple[Edition, tuple[Entry, ...]]]:
    """Each edition whose own quota is known, with its entries that go to the national finals."""
    for edition in (each for each in catalog.editions.values() if each.finals.scope == "this-branch"):
        yield edition, catalog.entries_in(edition.id, ListKind.RECOMMENDED)


@rule
def publicity_is_long_enough(catalog: Catalog) -> Findings:
    """公示期不能短于通知的规定：自然日连头带尾，工作日扣去周末和法定节假日、算上调休上班的日子。"""
    for edition, entries in catalog.entries.items():
        required = catalog.editions[edition].publicity if edition in catalog.editions else None
        for index, given in enumerate(entries.lists):
            if required and given.start and given.end:
                at = catalog.span("entries", edition, "lists", index, "end")
                yield from _publicity(at, _days(given.start, given.end), required)


def _publicity(at: Span, days: list[date], required: Publicity) -> Findings:
    unit = "自然日"
    if required.unit == "working":
        unit = "工作日"
        unknown = sorted({day.year for day in days} - _known_years())
        if unknown:
            message = f"还没有 {unknown[-1]} 年的放假安排，工作日只扣去了周末"
            yield Diagnostic("unknown-holidays", at, message, "放假安排公布后升级本程序，再检查一次")
        days = [day for day in days if _is_working(day)]
    if len(days) < required.days:
        message = f"公示期只有 {len(days)} 个{unit}，通知规定 {required.days} 个"
        yield Diagnostic("publicity-period", at, message, "延后 `end`；第一天和最后一天都算")


def _days(start: date, end: date) -> list[date]:
    """Every day from one moment to another, both included."""
    first, last = begins(start).date(), begins(end).date()
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _is_working(day: date) -> bool:
    return chinese_calendar.is_workday(day) if day.year in _known_years() else day.weekday() < 5


@cache
def _known_years() -> frozenset[int]:
    """The years whose holidays the State Council has announced, as far as the library knows."""
    return frozenset(day.year for day in chinese_calendar.holidays)


def _rows(catalog: Catalog) -> Iterator[tuple[EditionId, Entry]]:
    """Every row of every table."""
    for edition, entries in catalog.entries.items():
        yield from ((edition, entry) for entry in entries.entries)
