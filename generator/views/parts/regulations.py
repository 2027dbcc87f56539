"""Rules where they are looked for: beside what they concern, the others by what they are about."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.model import Edition
from generator.model.edition import About, Audience, Contact, Rule
from generator.views.parts.page import Site

ABOUT: dict[About | None, str] = {
    "eligibility": "参赛资格",
    "registration": "报名",
    "materials": "材料",
    "judging": "评审",
    "awards": "奖项",
    "finals": "推荐总决赛",
    "publicity": "公示",
    "complaints": "举报与异议",
    "names": "名称与标识",
    "fees": "费用",
    "promotion": "宣传推广",
    "organising": "办赛组织",
    "questions": "解释与查询",
    None: "其他",
}
_AUDIENCES: dict[Audience, str] = {
    "entrants": "参赛单位",
    "branches": "办赛单位",
    "contests": "其他赛事组织单位",
    "experts": "评审专家",
    "press": "媒体",
}


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule, whom it binds when that is not only entrants, and the offices that deal with what it is about."""

    name: str
    text: str
    audience: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules about one thing."""

    title: str
    rules: tuple[RuleView, ...]


def about(site: Site, edition: Edition, *subjects: About) -> tuple[RuleView, ...]:
    """An edition's rules about something, in the order of the subjects."""
    return tuple(view for subject in subjects for view in _of(site, edition, subject))


def grouped(site: Site, edition: Edition, without: Collection[About]) -> tuple[RuleGroup, ...]:
    """All rules but those that stand elsewhere on the page."""
    groups = (
        RuleGroup(site.say(title), tuple(_of(site, edition, subject)))
        for subject, title in ABOUT.items()
        if subject not in without
    )
    return tuple(group for group in groups if group.rules)


def _of(site: Site, edition: Edition, subject: About | None) -> Iterator[RuleView]:
    return (_view(site, edition, rule) for rule in edition.rules if _subject(rule) == subject)


def _subject(rule: Rule) -> About | None:
    """What a rule is about; of complaints the name tells it, too."""
    return rule.about or ("complaints" if "举报" in rule.name or "异议" in rule.name else None)


def _view(site: Site, edition: Edition, rule: Rule) -> RuleView:
    bound = "" if rule.audience == ("entrants",) else "、".join(site.say(_AUDIENCES[each]) for each in rule.audience)
    offices = tuple(each for each in edition.contacts if each.about and each.about == _subject(rule))
    return RuleView(rule.name, rule.text, bound, offices)
