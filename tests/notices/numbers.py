"""The numbers of every real edition, told once; checked against the notices where they are at hand.

What a notice does not tell is None or left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Numbers:
    """What can be counted in an edition."""

    topics: tuple[int, ...]
    """Of each track in order."""
    phases: int
    organisers: dict[str, int]
    """Bodies by role; roles without any are left out."""
    groups: tuple[tuple[str, int], ...] = ()
    """Topics of each group, where a track is composite."""
    per_track: tuple[tuple[int, ...], ...] = ()
    """Awards of each level from the highest, of the tracks in order."""
    per_edition: dict[str, int] = field(default_factory=dict)
    awards: int | None = None
    """In total, without special awards."""
    cash: dict[str, int] = field(default_factory=dict)
    special: int = 0
    indicators: tuple[int, ...] = ()
    """Last indicators of each rubric."""
    points: tuple[int | None, ...] = ()
    finals: tuple[int | None, bool, float | None] = (None, False, None)
    """Projects to recommend, whether that is a limit, and the least share of small firms."""
    publicity: tuple[int, str | None] = (7, None)
    representatives: int = 5
    panels: dict[str, int] = field(default_factory=dict)
    phones: int = 0
    emails: int = 0


NUMBERS = {
    "liaoning/2026": Numbers(
        topics=(5, 12, 13, 4, 4, 6, 15, 8, 1, 7, 40),
        groups=(
            ("商贸流通", 3),
            ("金融服务", 12),
            ("医疗健康", 4),
            ("医疗保障", 5),
            ("绿色低碳", 5),
            ("文物保护利用", 5),
            ("中医药", 6),
        ),
        phases=7,
        organisers={"guiding": 2, "committee": 20, "secretariat": 1},
        per_track=(*((1, 1, 3),) * 10, (1, 2, 4)),
        per_edition={"优秀奖": 30},
        awards=87,
        finals=(34, False, 0.30),
        phones=3,
    ),
    "ningxia/2026": Numbers(
        topics=(5, 12, 10, 7, 4, 15, 8, 22),
        phases=6,
        organisers={"guiding": 2, "hosts": 2, "committee": 28, "secretariat": 2},
        per_track=(*((1, 1, 2, 3),) * 7, (2, 2, 4, 6)),
        awards=63,
        cash={"一等奖": 30_000, "二等奖": 20_000, "三等奖": 10_000, "特色奖": 5_000},
        special=1,
        indicators=(12, 10),
        points=(100, 100),
        publicity=(5, "calendar"),
        panels={"合规审查专家组": 16, "初赛评审专家组": 40, "决赛评审专家组": 40},
    ),
    "guangdong/2026": Numbers(
        topics=(5, 12, 3, 13, 12, 4, 4, 5, 4, 6, 15, 5, 8, 7, 5, 6, 7),
        phases=4,
        organisers={"guiding": 1, "hosts": 26, "undertakers": 1, "secretariat": 1},
        per_track=((1, 2, 5),) * 17,
        awards=136,
        special=4,
        publicity=(7, "calendar"),
        phones=1,
        emails=1,
    ),
    "xinjiang/2025": Numbers(
        topics=(6, 10, 7, 7, 5, 4, 8, 5, 5, 3, 3, 13, 4, 2),
        phases=5,
        organisers={"guiding": 2, "hosts": 20, "undertakers": 1},
        special=1,
        indicators=(18,),
        points=(None,),
        finals=(28, True, 0.10),
        phones=3,
        emails=1,
    ),
    "national/2025": Numbers(
        topics=(6, 10, 7, 7, 6, 4, 8, 5, 5, 3, 3, 12, 4, 2),
        phases=4,
        organisers={"committee": 20, "secretariat": 5},
        special=1,
        finals=(28, True, 0.10),
        phones=6,
    ),
}
