"""What pages say of an edition's standing: every line of its table in words, one of them shown.

Scripts show another line when the reader's clock says so, and count days; they have no words of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.catalog import addresses
from generator.catalog.standing import ALWAYS, Intake, Standing, State, intake
from generator.model import Edition, ListKind, Phase, PhaseKind
from generator.model.moment import begins, day_of, ends, written
from generator.views.parts import wording
from generator.views.parts.page import Link, Site

MISSING = "本站尚未收录本届获奖结果，请以主办单位公布为准。"


@dataclass(frozen=True, slots=True)
class Countdown:
    """Days to a day, which the reader's clock counts: the words before them, and what is said on the day itself."""

    day: str
    words: str
    last: str


@dataclass(frozen=True, slots=True)
class StandingLine:
    """What is said from `since` on (an ISO minute in Beijing time, empty for ever)."""

    since: str
    since_day: str
    """The same in words: who reads without scripts, or a print, sees of when the line is."""
    state: str
    title: str
    sentences: tuple[str, ...]
    countdown: Countdown | None
    action: Link
    shown: bool
    """Whether it holds on the day of the build."""

    def says(self, other: StandingLine) -> bool:
        """Whether it says the same, only of another time."""
        return replace(self, since=other.since, since_day=other.since_day, shown=other.shown) == other


@dataclass(frozen=True, slots=True)
class ResultsLine:
    """What is said from `since` on of results that are not on this site, and where they are."""

    since: str
    text: str
    url: str | None
    shown: bool


def standing(site: Site, edition: Edition) -> tuple[StandingLine, ...]:
    """An edition's standing at any moment."""
    at = site.catalog.standing(edition.id)
    words = _Words(site, edition, intake(edition, site.catalog.phases_of(edition.id)))
    lines: list[StandingLine] = []
    for place, row in enumerate(site.catalog.standings(edition.id)):
        line, before = words.line(row, place == at), lines[-1] if lines else None
        if before and before.says(line):
            lines[-1] = replace(before, shown=before.shown or line.shown)
        else:
            lines.append(line)
    return tuple(lines)


def results(site: Site, edition: Edition) -> tuple[ResultsLine, ...]:
    """What is said where no cases are: while the contest runs when they are due, then that we lack them."""
    if site.catalog.cases_of(edition.id):
        return (ResultsLine("", site.say("这里没有收录获奖案例。"), None, True),)
    if site.catalog.entries_in(edition.id, ListKind.WINNERS):
        return (ResultsLine("", site.say("获奖名单已经公布，这里还没有收录获奖案例。"), None, True),)
    table = site.catalog.standings(edition.id)
    over = next((row.since for row in table if row.state is State.AFTER), None)
    is_over = table[site.catalog.standing(edition.id)].state is State.AFTER
    proposed = site.catalog.entries_in(edition.id, ListKind.PROPOSED)
    missing = f"{site.say('本站还没有本届获奖结果')}{_expected(site, edition)}。"
    text = site.say("拟获奖名单已经公布，最终结果以获奖名单为准。") if proposed else missing
    coming = ResultsLine("", text, None, not is_over)
    if over is None:
        return (coming,)
    given = edition.results
    return (coming, ResultsLine(_iso(over), f"{site.say(MISSING)}{given.note or ''}", given.url, is_over))


def _expected(site: Site, edition: Edition) -> str:
    """When results are to be announced, if the notice says so: what follows the last final."""
    phases = site.catalog.phases_of(edition.id)
    final = max((place for place, phase in enumerate(phases) if phase.kind is PhaseKind.FINAL), default=len(phases))
    announced = (phase for phase in phases[final:] if phase.kind in (PhaseKind.PUBLICITY, PhaseKind.CEREMONY))
    phase = next(announced, None)
    return f"；通知安排的{phase.name}在{wording.when(phase)}" if phase else ""


def _final(site: Site, edition: Edition) -> str:
    phases = site.catalog.phases_of(edition.id)
    return next((phase.name for phase in phases if phase.kind is PhaseKind.FINAL), "比赛")


def _phase(phase: Phase) -> str:
    return f"{phase.name}（{wording.when(phase)}）"


def _following(phase: Phase) -> str:
    return f"{'下一阶段' if phase.start or not phase.end else '下一个截止时间'}：{_phase(phase)}。"


def _iso(moment: date) -> str:
    return "" if moment == ALWAYS else written(moment)


@dataclass(frozen=True)
class _Words:
    site: Site
    edition: Edition
    intake: Intake

    def line(self, row: Standing, shown: bool) -> StandingLine:
        return StandingLine(
            since=_iso(row.since),
            since_day="" if row.since == ALWAYS else wording.moment(row.since if row.since.hour else row.since.date()),
            state=row.state,
            title=self._title(row),
            sentences=tuple(self._sentences(row)),
            countdown=self._countdown(row),
            action=self._action(row),
            shown=shown,
        )

    @property
    def _winners(self) -> int:
        return len(self.site.catalog.entries_in(self.edition.id, ListKind.WINNERS))

    def _title(self, row: Standing) -> str:
        between = row.state is State.JUDGING or (row.state is State.RESULTS and not self._winners)
        if between and not row.running:  # the notice says nothing of these days
            return "赛程进行中"
        first = "报名" if self.intake.begin or self.intake.end else _final(self.site, self.edition)
        titles = {
            State.BEFORE: f"{first}尚未开始",
            State.OPEN: "报名进行中" if self.intake.opens else "报名期间",
            State.CLOSING: "报名即将截止",
            State.CLOSED: "报名已截止",
            State.JUDGING: "决赛阶段" if any(phase.kind is PhaseKind.FINAL for phase in row.running) else "评审阶段",
            State.PUBLICITY: "公示阶段",
            State.RESULTS: self.site.say("获奖结果已公布") if self._winners else "颁奖阶段",
            State.AFTER: "本届赛程已结束",
            State.UNTOLD: "本站尚未收录本届赛程",
        }
        return titles[row.state]

    def _sentences(self, row: Standing) -> Iterator[str]:
        if row.state in (State.BEFORE, State.OPEN, State.CLOSING):
            yield from self._about_entry(row)
            return
        if row.state is State.CLOSED:
            yield self._closed()
        if row.state in (State.RESULTS, State.AFTER, State.UNTOLD) and self._winners:
            yield f"本站收录{self._winners}{self.site.say('个获奖项目。')}"
        if row.state is State.AFTER:
            if not self._winners:
                yield f"{self.site.say(MISSING)}{self.edition.results.note or ''}"
            return
        for phase in row.running:
            yield f"{'按通知的安排，预计正在进行' if phase.is_vague else '正在进行'}：{_phase(phase)}。"
        if row.next:
            yield _following(row.next)

    def _about_entry(self, row: Standing) -> Iterator[str]:
        opens, closes = self.intake.opens, self.intake.closes
        text = wording.registration(self.edition, ())
        if row.state is State.BEFORE and opens:
            yield f"报名将于{wording.moment(opens)}开始{f'，{wording.moment(closes)}截止' if closes else ''}。"
        elif row.state is not State.BEFORE and closes:
            yield f"报名将于{wording.moment(closes)}截止。"
        elif text != wording.UNSTATED:
            yield f"通知的报名时间是{text}，具体日期请看{'报名平台' if self._open(row) else '主办单位的公布'}。"
        elif row.next:
            yield _following(row.next)

    def _closed(self) -> str:
        if self.intake.closes:
            return f"报名已于{wording.moment(self.intake.closes)}截止。"
        text = wording.registration(self.edition, self.site.catalog.phases_of(self.edition.id))
        return f"按通知的安排（{text}），报名应已截止。"

    def _countdown(self, row: Standing) -> Countdown | None:
        if row.state is State.BEFORE and self.intake.opens:
            return _count(self.intake.opens, "距报名开始还有", "报名今天{}开始")
        if row.state in (State.OPEN, State.CLOSING):
            return _count(self.intake.closes, "距报名截止还有", "报名今天{}截止")
        if row.running:
            first, *others = row.running
            name = first.name if others else "本阶段"
            return _count(first.exact_end, f"距{name}结束还有", f"{name}今天{{}}结束")
        if row.next and not row.next.start:
            return _count(row.next.exact_end, "距截止还有", "今天{}截止")
        return _count(None if not row.next or row.next.is_vague else row.next.start, "距开始还有", "今天{}开始")

    def _open(self, row: Standing) -> bool:
        return row.state in (State.OPEN, State.CLOSING) and self.edition.registration.url is not None

    def _action(self, row: Standing) -> Link:
        if self._open(row):
            return Link("前往报名平台", external=self.edition.registration.url)
        if row.state in (State.BEFORE, State.OPEN, State.CLOSING):
            return self._page("查看参赛指南", "guide")
        if row.state in (State.CLOSED, State.JUDGING):
            return self._page("查看评审环节", "judging")
        if row.state is State.PUBLICITY and (posted := self._posted(row)):
            return Link("查看公示名单", addresses.entry_list(self.edition.id, posted))
        if self._winners:
            return self._page("查看获奖名单", "winners")
        if self.edition.results.url:
            return Link("查看主办单位公布的结果", external=self.edition.results.url)
        if row.state in (State.AFTER, State.UNTOLD):
            return self._page("浏览赛道赛题", "tracks")
        return self._page("查看公示安排", "winners")

    def _posted(self, row: Standing) -> ListKind | None:
        """The list that is open to objections then."""
        for each in self.site.catalog.kept(self.edition.id).lists:
            is_open = each.start and each.end and begins(each.start) <= row.since < ends(each.end)
            if is_open and self.site.catalog.entries_in(self.edition.id, each.stage):
                return each.stage
        return None

    def _page(self, label: str, section: str) -> Link:
        return Link(self.site.say(label), addresses.section(self.edition.id, section))


def _count(moment: date | None, words: str, last: str) -> Countdown | None:
    hour = wording.hour(moment) if moment else ""
    return Countdown(day_of(moment).isoformat(), words, last.replace("{}", hour) + "。") if moment else None
