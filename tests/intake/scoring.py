"""How much of what is true an importer found: facts right, marked, missed, and wrong without a mark.

An edition is told as items `(kind, of what, value)`, so that a list in another order, or a quota that is said of each
track instead of all, is no mistake. Texts in one's own words and names for addresses are no facts of a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.intake.notices.fact import Fact, Gap
from generator.intake.notices.gathering import Gathered

Item = tuple[str, str, str]
"""What kind of fact, of which thing, and its value."""


OPTIONAL = ("rule", "stage", "attachment", "share")
"""Kinds that are counted where what is true tells any: their texts and most of their names are an editor's."""


@dataclass
class Score:
    """Counted items; `wrong` and `missed` are the items themselves."""

    right: int = 0
    marked: int = 0
    missed: list[Item] = field(default_factory=list)
    wrong: list[Item] = field(default_factory=list)

    @property
    def total(self) -> int:
        """True items in all."""
        return self.right + self.marked + len(self.missed)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.marked + other.marked, self.missed + other.missed, self.wrong + other.wrong
        )


def score(truth: Sequence[Item], found: Sequence[tuple[Item, bool]]) -> Score:
    """Compare; a doubtful item (True) or one with a gap instead is marked, whether it is right or not."""
    kinds = {item[0] for item in truth}
    found = [(item, doubt) for item, doubt in found if item[0] not in OPTIONAL or item[0] in kinds]
    told = {item for item, doubtful in found if not doubtful}
    doubtful = {item[:2] for item, is_doubtful in found if is_doubtful}
    result = Score()
    for item in dict.fromkeys(truth):
        if item in told:
            result.right += 1
        elif item[:2] in doubtful or (item[0], "") in doubtful:
            result.marked += 1
        else:
            result.missed.append(item)
    known = set(truth)
    result.wrong = [item for item in dict.fromkeys(item for item, doubt in found if not doubt) if item not in known]
    return result


def items_of(gathered: Gathered) -> list[tuple[Item, bool]]:
    """What an importer found, and whether it doubts it."""
    made = []
    tracks = [(sheet.slug, _plain(sheet.front), sheet) for sheet in gathered.tracks]
    for name, tree in gathered.files.items():
        made += list(
            _items(name, _plain(tree), {slug: str(front["name"]).removeprefix("?") for slug, front, _ in tracks})
        )
    for number, (_, front, sheet) in enumerate(tracks, 1):
        topics = [
            {
                "title": t.title + _DOUBT * bool(t.doubt),
                "units": list(t.units),
                "label": t.label or None,
                "group": t.group or None,
            }
            for t in sheet.topics
        ]
        made += list(_track(number, front, topics))
    return [
        ((kind, of.replace(_DOUBT, ""), value.replace(_DOUBT, "")), _DOUBT in of + value) for kind, of, value in made
    ]


_DOUBT = "\0"


def _plain(tree: Any) -> Any:
    """A tree as plain values; what is doubted bears a sign."""
    if isinstance(tree, Fact):
        return tree.value if not tree.doubt else f"{_DOUBT}{_text(tree.value)}"
    if isinstance(tree, Gap):
        return _DOUBT
    if isinstance(tree, dict):
        return {key: _plain(value) for key, value in tree.items()}
    return [_plain(value) for value in tree]


def items_of_content(
    files: Mapping[str, Any], tracks: Sequence[tuple[str, Mapping[str, Any], Sequence[Mapping[str, Any]]]]
) -> list[Item]:
    """What content holds: files by name, and tracks with slug, front matter and topics."""
    names = {slug: str(front["name"]) for slug, front, _ in tracks}
    made = [item for name, tree in files.items() for item in _items(name, tree, names)]
    for number, (_, front, topics) in enumerate(tracks, 1):
        made += list(_track(number, front, topics))
    return made


def _items(name: str, tree: Mapping[str, Any], tracks: Mapping[str, str]) -> Iterator[Item]:
    read = {"edition.yml": _edition, "timeline.yml": _timeline, "judging.yml": _judging}
    if name == "awards.yml":
        yield from _awards(tree, tracks)
    elif name in read:
        yield from read[name](tree)


def _text(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return value.isoformat()[:16]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return re.sub(r"\s+", "", str(value)).replace("～", "~") if not isinstance(value, bool) else str(value).lower()


def _one(kind: str, tree: Mapping[str, Any], keys: str, of: str = "") -> Iterator[Item]:
    for key in keys.split():
        if (value := tree.get(key)) not in (None, "", False):
            said = _text(value)
            yield f"{kind}.{key}", of, re.sub("（[^）]*）$", "", said) if key == "role" else said


def _many(kind: str, values: Any, of: str = "") -> Iterator[Item]:
    yield from ((kind, f"{of}", _text(value)) for value in values or () if not isinstance(value, Mapping))


def _edition(tree: Mapping[str, Any]) -> Iterator[Item]:
    yield from _one("edition", tree, "name theme")
    yield from _one("document", tree.get("document") or {}, "number title issuer issued")
    yield from _many("basis", (tree.get("document") or {}).get("bases"))
    for role, names in (tree.get("organisers") or {}).items():
        if role != "notes":
            yield from _many(f"organisers.{role}", names)
    yield from _one("registration", tree.get("registration") or {}, "url opens closes text")
    submission = [item for item in tree.get("submission") or () if isinstance(item, Mapping) and not item.get("due")]
    yield from _many("submission", [item["item"] for item in submission])
    yield from _many("outline", tree.get("case_outline"))
    yield from _one("team", tree.get("team") or {}, "max_representatives")
    for key, names in (("publicity", "days unit"), ("finals", "quota at_most scope sme_min_share others_at_most")):
        part = tree.get(key)
        yield from _one(key, part, names) if isinstance(part, Mapping) else ()
    yield from _many("benefit", [b["name"] for b in tree.get("benefits") or () if not b.get("tracks")])
    yield from _many("rule", [rule["about"] for rule in tree.get("rules") or () if rule.get("about")])
    yield from _many("attachment", [each["title"] for each in tree.get("attachments") or ()])
    for contact in tree.get("contacts") or ():
        if isinstance(contact, Mapping):
            for key in ("phone", "email"):
                if value := contact.get(key):
                    yield f"contact.{key}", "", _text(value)
                    yield from _one("contact", contact, "role hours about", _text(value))


def _timeline(tree: Mapping[str, Any]) -> Iterator[Item]:
    for phase in tree.get("phases") or ():
        if not isinstance(phase, Mapping):
            continue
        name = _text(phase["name"])
        yield "phase", _text(phase["text"]), name
        yield from _one("phase", phase, "kind start end approximate exact", _text(phase["text"]))


def _awards(tree: Mapping[str, Any], tracks: Mapping[str, str]) -> Iterator[Item]:
    yield from _many("level", tree.get("levels"))
    for quota in tree.get("quotas") or ():
        scope, level, count = (_text(quota.get(key)) for key in ("scope", "level", "count"))
        named = [tracks.get(_text(slug), _text(slug)) for slug in quota.get("tracks") or tracks]
        over = named if scope.strip(_DOUBT) == "track" and named else ["+".join(named) if scope == "group" else scope]
        mark = _DOUBT if _DOUBT in scope else ""
        if quota.get("share"):
            yield from (
                ("share", f"{level} {track.strip(_DOUBT)}", f"{quota['share']} {quota.get('of', '')}{mark}")
                for track in over
            )
            continue
        yield from (("quota", f"{level} {track.strip(_DOUBT)}", f"{count}{mark}") for track in over)
    for prize in tree.get("prizes") or ():
        yield "prize", _text(prize["level"]), _text(prize["cny"])
    yield from _many("special", [award["name"] for award in tree.get("special") or ()])
    yield from _one("awards", tree, "in_principle no_cash total")
    yield from _many("form", tree.get("forms"))


def _track(number: int, front: Mapping[str, Any], topics: Sequence[Mapping[str, Any]]) -> Iterator[Item]:
    of = str(number)
    yield from _one("track", front, "name kind source_name", of)
    yield from _many("track.sector", front.get("sectors"), of)
    yield from _many("track.unit", front.get("guiding_units"), of)
    for place, topic in enumerate(topics, 1):
        mine = f"{of}.{place}"
        yield "topic", mine, _text(topic["title"])
        yield from _one("topic", topic, "label group", mine)
        yield from _many("topic.unit", topic.get("units"), mine)


def _judging(tree: Mapping[str, Any]) -> Iterator[Item]:
    for rubric in tree.get("rubrics") or ():
        name = _text(rubric["name"])
        yield from _one("rubric", rubric, "name total", name)
        yield from _indicators(rubric["indicators"], name)
    yield from _many("stage", [stage["name"] for stage in tree.get("stages") or ()])
    for panel in tree.get("panels") or ():
        if panel.get("members"):
            yield "panel", _text(panel["name"]), _text(panel["members"])


def _indicators(indicators: Any, of: str) -> Iterator[Item]:
    for indicator in indicators or ():
        name = _text(indicator["name"])
        yield "indicator", of, name
        yield from _one("indicator", indicator, "points", f"{of}/{name}")
        yield from _many("focus", indicator.get("focus"), f"{of}/{name}")
        yield from _indicators(indicator.get("children"), f"{of}/{name}")
