"""A write-up as the file of a case: what the entry says first, what the text says after that, marks for the rest."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from generator.catalog import Catalog
from generator.content.gaps import DOUBTFUL, MISSING
from generator.content.tables import BETWEEN
from generator.intake import drafts
from generator.intake.winners import unit_names
from generator.intake.winners.heads import PERSONS
from generator.intake.winners.meaning import bare, plain
from generator.intake.winners.projects import TITLES
from generator.intake.writeups import figures
from generator.intake.writeups.sections import Arranged
from generator.intake.writeups.word import WordPicture
from generator.model import Contest, EditionId, Entry, Track
from generator.privacy.personal import find

_NO_ALT = re.compile(
    r"(图片|图像|图|Picture|Image|IMG|Chart|图表|文本框)[\s_-]*\d*|.*\.(png|jpe?g|bmp|gif|webp|emf)|[\w:\\/.-]+|"
    r".*(已自动生成|自动生成的说明|automatically generated).*",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
"""Descriptions that Word gives by itself, and that say nothing."""


def text(
    made: Arranged, entry: Entry | None, catalog: Catalog, edition: EditionId, pictures: Sequence[WordPicture]
) -> str:
    """The case's file; notes about what was done are added to `made`."""
    _redact(made)
    values = _facts(made, catalog, edition)
    if entry:
        _compare(made, entry)
        known = drafts.facts(entry, catalog, edition)
        values = {key: value for key, value in values.items() if key != "unit" or value != MISSING} | known
    images = [_image(each, made) for each in pictures if each.name in made.pictures]
    if images:
        values["images"] = images
        without = sum(image["alt"].startswith(MISSING) for image in images)
        made.notes += [f"{without} 张图片要写替代文字"] * bool(without)
    head = drafts.front_matter(values)
    track = next((each for each in catalog.tracks_of(edition) if each.slug == values["track"]), None)
    made.notes += _unused(made, head, _names(catalog.contest, track) if track else (), catalog.contest)
    proposed = figures.proposals(made.sections)
    return head.removesuffix("---\n") + proposed + "---\n" + _body(made)


def _body(made: Arranged) -> str:
    parts = ["", *made.introduction]
    for section in made.sections:
        parts += [f"## {section.heading}", *(section.parts or [MISSING])]
    return "\n\n".join([*parts, *made.footnotes]).lstrip("\n") + "\n"


def _image(picture: WordPicture, made: Arranged) -> dict[str, str]:
    told = picture.alt.strip()
    alt = f"{MISSING}：图中内容" if not told or _NO_ALT.fullmatch(told) else told
    caption = made.captions.get(picture.name)
    return {"file": picture.name, "alt": alt} | ({"caption": caption} if caption else {})


def _facts(made: Arranged, catalog: Catalog, edition: EditionId) -> dict[str, Any]:
    """What the text says of a project; an entry may know better."""
    said, contest = made.facts, catalog.contest
    meant = bare(said.get("track", ""), contest)
    track = next((each for each in catalog.tracks_of(edition) if meant in _names(contest, each)), None)
    award = said.get("awards", "")
    topic = said.get("topic", "")
    units = _units(said.get("unit", ""))
    partners = [*units[1:], *_units(said.get("partners", ""))]
    values: dict[str, Any] = {
        "title": f"{DOUBTFUL}：{made.title}" if made.is_guess else made.title,
        "track": track.slug if track else MISSING + (f"：{said['track']}？" if "track" in said else ""),
        "topic": topic if track and track.topic(topic) else f"{DOUBTFUL}：{topic}" if topic else None,
        "award": f"{DOUBTFUL}：{award}" if award else MISSING,
        "unit": units[0] if units else MISSING if contest.entrants.unit or "team" not in said else None,
        "partners": partners,
        "team": {"name": said["team"]} if "team" in said else None,
        "region": said.get("region"),
    }
    return drafts.as_draft(values, catalog, edition)


def _units(names: str) -> list[str]:
    """The units in a text that lists them, as in a list of winners; one that may be several or less is doubtful."""
    several = [(name, unit_names.may_be_several(name, names, False)) for name in unit_names.in_cell(names)]
    return [f"{DOUBTFUL}：{name}" if is_doubtful else name for name, is_doubtful in several]


def _names(contest: Contest, track: Track) -> set[str]:
    return {bare(name, contest) for name in (track.name, track.source_name or track.name, track.slug)}


def _compare(made: Arranged, entry: Entry) -> None:
    """Say where the text and the entry differ; the entry is what was decided."""
    title = "" if made.is_guess else made.title
    told = (("名称", title, entry.title), ("牵头单位", made.facts.get("unit", ""), entry.holder))
    for what, said, known in told:
        if said and plain(said) != plain(known) and not said.startswith(known):
            made.notes.append(f"Word 里的{what}是“{said}”，按项目表写作“{known}”")


def _unused(made: Arranged, head: str, track: Collection[str], contest: Contest) -> list[str]:
    """What the text says of the project that the case does not: a number, a track that is none or not the entry's."""
    known = ("title", "unit", *PERSONS, *["track"] * (bare(made.facts.get("track", ""), contest) in track))
    told = [f"{TITLES[key]}“{said}”" for key, said in made.facts.items() if key not in known and not _is_in(said, head)]
    return [f"Word 里写的这几项没有用上：{'、'.join(told)}"] if told else []


def _is_in(said: str, head: str) -> bool:
    """Whether all that a text lists stands in the case's front matter."""
    return all(name in head for name in [*unit_names.in_cell(said), *[said] * (not BETWEEN.search(said))])


def _redact(made: Arranged) -> None:
    """Take out personal data; a mark stays in their place."""
    for section in made.sections:
        section.parts = [_redacted(part, made) for part in section.parts]
    made.introduction = [_redacted(part, made) for part in made.introduction]
    made.footnotes = [_redacted(part, made) for part in made.footnotes]
    made.captions = {name: _redacted(part, made) for name, part in made.captions.items()}
    made.facts = {key: value for key, value in made.facts.items() if not any(find(value))}


def _redacted(text: str, made: Arranged) -> str:
    for datum in sorted(find(text), key=lambda each: -each.offset):
        kind = datum.message.removeprefix("出现").partition(" ")[0]
        text = f"{text[: datum.offset]}（{MISSING}：原有{kind}，已删去）{text[datum.end :]}"
        made.notes.append(f"{datum.message}，已删去，原处留了记号")
    return text
