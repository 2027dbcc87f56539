"""Rules about the bodies behind cases and editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial

from generator.catalog import Catalog
from generator.catalog.names import group_key, is_company, unit_key
from generator.checks.rule import Findings, rule
from generator.diagnostics import Diagnostic, Span
from generator.model import Edition, EditionId

_SHORTEST = 4
"""Names of fewer characters say too little to find affiliates by."""


@rule
def organisers_win_nothing(catalog: Catalog) -> Findings:
    """组织单位及其分公司、子公司、母公司、下属单位不得在本分赛参赛；组委会中的政府部门不在此列，写明可以参赛的也不在此列。"""
    editions = (edition for edition in catalog.editions.values() if not edition.team.organisers_may_enter)
    barred = {edition.id: _BarredUnits(edition) for edition in editions}
    for edition, at, name in _named(catalog):
        organiser = barred[edition].organiser(name) if edition in barred else None
        if organiser is not None:
            same = unit_key(organiser) == unit_key(name)
            yield Diagnostic(
                code="organiser-awarded",
                at=at(),
                message=f"“{name}”{'是本届的组织单位' if same else f'像是组织单位“{organiser}”的关联单位'}",
                hint="核对获奖名单；通知没有禁止组织单位参赛的，在 edition.yml 写 team: {organisers_may_enter: true}",
            )


class _BarredUnits:
    """The bodies of one edition that may not win.

    Public bodies may enter (guiding and committee members are dozens of departments), so these two roles bar
    only companies; hosts, undertakers, supporters and the secretariat bar whoever they are.
    """

    def __init__(self, edition: Edition) -> None:
        roles = edition.organisers
        running = (*roles.hosts, *roles.undertakers, *roles.supporters, *roles.secretariat)
        companies = [name for name in (*roles.guiding, *roles.committee) if is_company(name)]
        self.keys = {unit_key(name): name for name in (*companies, *running)}
        self.long = [(key, name) for key, name in self.keys.items() if len(key) >= _SHORTEST]
        self.groups = {group_key(name): name for name in self.keys.values() if is_company(name)}
        self.organiser = cache(self._organiser)

    def _organiser(self, name: str) -> str | None:
        """The organiser that the named body is or belongs to."""
        key = unit_key(name)
        if key in self.keys:
            return self.keys[key]
        if is_company(name) and (group := self.groups.get(group_key(name))):
            return group
        return next((body for part, body in self.long if _belongs(key, part, body)), None)


def _belongs(key: str, part: str, body: str) -> bool:
    """Whether the name says that the body belongs to an organiser."""
    return part in key if is_company(body) else key.startswith(part)


@rule
def units_are_spelt_one_way(catalog: Catalog) -> Findings:
    """同一单位只用一种写法，不能差在全角半角、空格或括号上，否则统计和检索会分成两个。"""
    uses = Counter(name for _, _, name in _named(catalog))
    usual: dict[str, str] = {}
    for name, _ in uses.most_common():
        usual.setdefault(unit_key(name), name)
    for _, at, name in _named(catalog):
        if usual[unit_key(name)] != name:
            message = f"“{name}”与别处的“{usual[unit_key(name)]}”只差全角半角、空格或括号"
            hint = f"是同一单位就统一写成“{usual[unit_key(name)]}”"
            yield Diagnostic("near-duplicate-unit", at(), message, hint)


def _named(catalog: Catalog) -> Iterator[tuple[EditionId, Callable[[], Span], str]]:
    """Every unit and partner of a case or an entry, with its edition and what finds its place: that reads the file."""
    for case in catalog.cases.values():
        if case.unit:
            yield case.edition, partial(catalog.span, "case", case.id, "unit"), case.unit
        for index, partner in enumerate(case.partners):
            yield case.edition, partial(catalog.span, "case", case.id, "partners", index), partner
    for edition, kept in catalog.entries.items():
        for entry in kept.entries:
            at = partial(catalog.entry_span, edition, entry.number)
            if entry.unit:
                yield edition, partial(at, "unit"), entry.unit
            yield from ((edition, partial(at, "partners"), partner) for partner in entry.partners)
