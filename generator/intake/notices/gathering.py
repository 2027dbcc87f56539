"""All facts of one notice, in the shape of the files that will hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.intake.drafts import slug
from generator.intake.manuscripts import Manuscript
from generator.intake.notices import doubting, entering, front, offices, prizes, rubrics, rule_drafts, schedule, terms
from generator.intake.notices.fact import Fact, Gap, Tree
from generator.intake.notices.surroundings import is_notice
from generator.intake.structure import bodies
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.outline import outline
from generator.intake.tracks import track_guide, track_lists
from generator.intake.tracks.track_guide import FoundTrack
from generator.intake.tracks.wanted import Wanted, sectors_in


@dataclass(frozen=True)
class Gathered:
    """The files of an edition as trees of facts and gaps, and what its editor should know."""

    files: Mapping[str, Tree]
    tracks: tuple[FoundTrack, ...]
    notes: tuple[str, ...]


def gather(manuscript: Manuscript, wanted: Wanted) -> Gathered:
    """Everything that content can hold of a notice."""
    names = (form.replace("{year}", str(wanted.year)).split("{branch}")[0] for form in wanted.forms)
    parts = outline(manuscript, [*names])
    found = track_guide.tracks(parts, wanted)
    _add_fronts(found, wanted)
    phases = schedule.timeline(parts, wanted)
    asked = offices.contacts(parts)
    miscounted = _miscounted(parts, len(found), sum(len(track.topics) for track in found))
    files: dict[str, Tree] = {
        "edition.yml": _edition(parts, wanted, phases, asked, miscounted),
        "timeline.yml": {"phases": phases or [Gap("赛程阶段，没有写明就删去这一项")]},
        "awards.yml": prizes.awards(parts, found),
    }
    if judging := rubrics.judging(parts, found):
        files["judging.yml"] = judging
    unlike = "" if is_notice(parts, front.name(parts, wanted)) else "全文不像一份比赛通知，没有名目的都标了待核对。"
    notes = (*filter(None, [unlike]), *_notes(parts, found, asked, miscounted, wanted.year))
    marked, doubted = doubting.doubted(files, found, parts, wanted.year)
    return Gathered(marked, tuple(doubted), notes)


def _edition(
    parts: Outline, wanted: Wanted, phases: Sequence[Tree], asked: offices.Contacts, miscounted: Sequence[str]
) -> Tree:
    items, case_outline = terms.submission(parts)
    made: dict[str, Tree] = {
        "name": front.name(parts, wanted),
        "theme": front.theme(parts),
        "document": front.document(parts, wanted.year),
        "summary": Gap("".join(("一两句话介绍本届比赛，不超过120字，用自己的话。", *miscounted)).rstrip("。")),
        "organisers": front.organisers(parts),
        "registration": entering.registration(parts, wanted, phases),
        **terms.requirements(parts),
        "submission": items,
        "case_outline": list(case_outline),
        "team": terms.team(parts),
        "publicity": terms.publicity(parts) or Gap("公示天数，没有写明就删去"),
        "finals": terms.finals(parts, wanted.national)
        or ({} if wanted.national else {"quota": Gap("推荐名额，没有写明就删去")}),
        "benefits": terms.benefits(parts),
        "rules": rule_drafts.rules(parts),
        "contacts": asked.found or [Gap("联系方式，没有写明就删去")],
        "attachments": front.attachments(parts),
    }
    return {key: value for key, value in made.items() if value not in ([], {})}


def _kind(track: FoundTrack, sectors: Mapping[str, str]) -> str:
    if set(track.groups) & set(sectors):
        return "composite"
    return track.kind or ("open" if track_lists.OPEN.search(track.name) else "professional")


def _add_fronts(found: Sequence[FoundTrack], wanted: Wanted) -> None:
    """Settle what the tracks are in content."""
    for track in found:
        track.kind = _kind(track, wanted.sectors)
        track.sectors = _sectors(track, wanted)
    if not any(track.sectors for track in found) and wanted.track != Wanted.track:
        wanted = replace(wanted, sectors={})  # 小学组 and other 组别 are no fields, nor professional ones
    for number, track in enumerate(found, 1):
        exact = wanted.sectors.get(track.name) or (track.sectors[0] if track.kind == "open" and track.sectors else None)
        taken = [each.slug for each in found]
        track.slug = exact if exact and exact not in taken else slug(track.name, taken)
        track.front = _front(track, number, wanted)


def _sectors(track: FoundTrack, wanted: Wanted) -> list[str]:
    names = [track.name, *track.groups] if track.kind == "composite" else [track.name]
    found = [key for name in names for key in sectors_in(name, wanted.sectors)]
    if track.kind == "open":
        found = found or [key for name, key in wanted.sectors.items() if track_lists.OPEN.search(name)][:1]
        found = [*found, *sectors_in(track.introduction, wanted.sectors)]
    return list(dict.fromkeys(found))


def _front(track: FoundTrack, number: int, wanted: Wanted) -> Tree:
    place, kind = track.place, track.kind
    other = kind == "professional" and track.name not in wanted.sectors  # it may be open without saying so
    unsure = "类别拿不准，请核对" if other and re.search("综合|创新|其他|揭榜", track.name) else ""
    made: dict[str, Tree] = {"name": Fact(track.name, place, track.doubt), "number": Fact(number, place)}
    if wanted.sectors or unsure or kind != "professional":
        made["kind"] = Fact(kind, place, track.doubt or unsure)
    if wanted.sectors:
        facts = [Fact(sector, None, track.doubt) for sector in track.sectors]
        made["sectors"] = [*facts] or [Gap("领域，sectors.yml 中的一个或几个")]
    made["guiding_units"] = [Fact(unit, at, track.doubt or bodies.doubt(unit)) for unit, at in track.units]
    if track.name not in (track.printed, re.sub(f"(?:{track_lists.words(wanted)})$", "", track.printed)):
        made["source_name"] = Fact(track.printed, place)
    return made | ({"groups": Fact(True, place)} if track.groups else {})


def _miscounted(parts: Outline, tracks: int, topics: int) -> list[str]:
    """Where the notice says that there are more tracks or topics than were read."""
    claimed = track_lists.claims(parts)
    read = [(word, max(claimed.get(word, {0})), count) for word, count in (("赛道", tracks), ("赛题", topics))]
    return [f"通知说有 {told} 个{word}，只读到 {count} 个，请核对。" for word, told, count in read if told > count]


def _notes(
    parts: Outline, tracks: Sequence[FoundTrack], asked: offices.Contacts, miscounted: Sequence[str], year: int
) -> list[str]:
    topics = sum(len(track.topics) for track in tracks)
    notes = [f"读到 {len(tracks)} 个赛道、{topics} 个赛题。", *miscounted]
    if not tracks:
        notes = ["没有找到赛道，请用 portal new track 补上。"]
    elif empty := [track.slug for track in tracks if not track.topics]:
        notes.append(f"有 {len(empty)} 个赛道没有找到赛题：{'、'.join(empty)}。")
    if asked.persons or asked.mobiles:
        notes.append(f"略去了 {asked.persons} 个姓名和 {asked.mobiles} 个手机号。")
    if other := schedule.other_year(parts.main.title, year):
        notes.append(f"通知是{other}年的，现在导入的是{year}年的一届：年份写错了就改用 --year {other}。")
    others = [chapter.title or "（无标题）" for chapter in parts.others if chapter.kind == "notice"]
    if others:
        notes.append(f"文件里还有别的通知，没有采用：{'；'.join(others)}。")
    return notes
