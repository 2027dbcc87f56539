"""What belongs to what: a body to its role, a topic to its track, a number to an award.

In a notice that is what the importer reads without a doubt. What content says is compared with it, since a value that
stands somewhere in the notice may be exchanged with another one, or be a piece of a longer name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.content.documents import KeyPath
from generator.content.validate import titles
from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.fact import Fact, Gap, Path, Tree, leaves, mapped
from generator.intake.notices.gathering import Gathered
from generator.intake.proof.evidence import plain
from generator.model import EditionFile

_COUNTED = ("points", "members")
"""Numbers of what has a name in `judging.yml`."""

_MANY = frozenset({"body", "phone", "email", "phase", "level", "guide", "printed", "topic"})
"""What may belong to more than the importer knows: only what it knows as another's is wrong. All else is one value."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """That something belongs to an owner, and by which of its values, at which keys, content says so."""

    keys: KeyPath
    value: str
    kind: str
    thing: str
    owner: str


def of_edition(files: Mapping[str, Any], slugs: Sequence[str]) -> Iterator[tuple[str, Belonging]]:
    """What the files of an edition say, by their names; tracks are numbered in the order of their slugs."""
    for each in _bodies(files.get("edition.yml") or {}):
        yield "edition.yml", each
    for place, phase in enumerate((files.get("timeline.yml") or {}).get("phases") or ()):
        if isinstance(phase, Mapping) and phase.get("name") and isinstance(phase.get("start"), date):
            day = phase["start"].isoformat()[:10]
            yield "timeline.yml", Belonging(("phases", place, "name"), phase["name"], "phase", phase["name"], day)
    for each in _amounts(files.get("awards.yml") or {}, slugs):
        yield "awards.yml", each
    for each in _counted(files.get("judging.yml") or {}):
        yield "judging.yml", each


def _bodies(edition: Mapping[str, Any]) -> Iterator[Belonging]:
    for keys, value in _values(edition):
        yield Belonging(keys, shown(value), "value", ".".join(map(str, keys)), shown(value))
    for role, names in (edition.get("organisers") or {}).items():
        for place, name in enumerate(names if isinstance(names, list | tuple) else ()):
            if isinstance(name, str):
                owner = [*titles(EditionFile, ["organisers", role])][-1]
                yield Belonging(("organisers", role, place), name, "body", name, owner)
    for place, contact in enumerate(edition.get("contacts") or ()):
        for key in ("phone", "email"):
            if isinstance(contact, Mapping) and contact.get(key) and contact.get("role"):
                yield Belonging(("contacts", place, key), contact[key], key, contact[key], contact["role"])


def _values(around: Mapping[str, Any], keys: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Numbers and days that are no entries of lists: an edition has one of each."""
    for key, value in around.items():
        if isinstance(value, Mapping):
            yield from _values(value, (*keys, key))
        elif isinstance(value, int | float | date) and not isinstance(value, bool):
            yield (*keys, key), value


def _counted(around: Any, keys: KeyPath = ()) -> Iterator[Belonging]:
    if isinstance(around, Mapping) and isinstance(name := around.get("name"), str):
        for key in _COUNTED:
            if (value := around.get(key)) is not None:
                yield Belonging((*keys, key), shown(value), key, name, shown(value))
    if isinstance(around, Mapping | list | tuple):
        for place, inner in around.items() if isinstance(around, Mapping) else enumerate(around):
            yield from _counted(inner, (*keys, place))


def _amounts(scheme: Mapping[str, Any], slugs: Sequence[str]) -> Iterator[Belonging]:
    for place, level in enumerate(scheme.get("levels") or ()):
        if isinstance(level, str):
            yield Belonging(("levels", place), level, "level", level, f"第{place + 1}级")
    for row, quota in enumerate(scheme.get("quotas") or ()):
        over = [quota.get("scope")]
        if over == ["track"]:
            over = [f"赛道{slugs.index(slug) + 1}" for slug in quota.get("tracks") or slugs if slug in slugs]
        if quota.get("count") is not None and over != [None]:
            for each in over:
                thing = f"{quota.get('level')} {each}"
                yield Belonging(("quotas", row, "count"), str(quota["count"]), "count", thing, str(quota["count"]))
    yield from _prizes(scheme, slugs)


def _prizes(scheme: Mapping[str, Any], slugs: Sequence[str]) -> Iterator[Belonging]:
    for place, prize in enumerate(scheme.get("prizes") or ()):
        own = [f" 赛道{slugs.index(slug) + 1}" for slug in prize.get("tracks") or () if slug in slugs]
        for each in (own or [""]) if prize.get("cny") is not None else ():
            thing = f"{prize.get('level')}{each}"
            yield Belonging(("prizes", place, "cny"), str(prize["cny"]), "cny", thing, str(prize["cny"]))


def of_track(front: Mapping[str, Any], topics: Sequence[str]) -> Iterator[Belonging]:
    """What the file of a track says; the keys of a topic are its number."""
    name = front.get("name")
    if not isinstance(name, str):
        return
    for place, unit in enumerate(front.get("guiding_units") or ()):
        if isinstance(unit, str):
            yield Belonging(("guiding_units", place), unit, "guide", unit, name)
    if isinstance(printed := front.get("source_name"), str):
        yield Belonging(("source_name",), printed, "printed", printed, name)
    for place, topic in enumerate(topics):
        yield Belonging((place,), topic, "topic", topic, name)


class Belongings:
    """What the importer reads without a doubt in a notice."""

    def __init__(self, gathered: Gathered) -> None:
        files = {name: mapped(tree, _sure) for name, tree in gathered.files.items()}
        sheets = gathered.tracks
        self._names = sorted(set(map(plain, _names(gathered))), key=lambda name: (-len(name), name))
        self._owners: dict[tuple[str, str], dict[str, PrintedPlace | None]] = defaultdict(dict)
        self._known: dict[str, set[str]] = defaultdict(set)
        for name, each in of_edition(files, [sheet.slug for sheet in sheets]):
            self._add(each, _place(gathered.files[name], each.keys))
        for sheet in sheets:
            topics = [topic for topic in sheet.topics if not topic.doubt]
            places: dict[KeyPath, PrintedPlace] = {(at,): topic.place for at, topic in enumerate(topics)}
            for each in of_track(mapped(sheet.front, _sure), [topic.title for topic in topics]):
                self._add(each, places.get(each.keys) or _place(sheet.front, each.keys))

    def _add(self, each: Belonging, place: PrintedPlace | None) -> None:
        self._owners[each.kind, plain(each.thing)].setdefault(each.owner, place)
        self._known[each.kind].add(each.owner)

    def others(self, said: Belonging) -> Sequence[str]:
        """To what this belongs in the notice, and where that stands, if it is something else."""
        owners = self._owners.get((said.kind, plain(said.thing)), {})
        is_known = said.kind not in _MANY or said.owner in self._known[said.kind]
        if not owners or not is_known or said.owner in owners:
            return ()
        return sorted(f"{owner}（{place}）" if place else owner for owner, place in owners.items())

    def longer(self, said: Belonging) -> str:
        """The longer name that stands for this one with the same owner; "" when there is none, as for headings."""
        wanted = plain(said.thing)
        if (said.kind, wanted) in self._owners or said.kind not in _MANY - {"topic"}:
            return ""
        found = (thing for (kind, thing), owners in self._owners.items() if kind == said.kind and said.owner in owners)
        return next((thing for thing in found if wanted in thing), "")

    def whole(self, name: str, text: str) -> str:
        """The longer name of which this one is a piece wherever it stands in a text; "" when it is none."""
        wanted = plain(name)
        longer = [each for each in self._names if wanted in each and wanted != each]
        if not longer or wanted in self._names:
            return ""
        rest = re.sub("|".join(map(re.escape, longer)), "\0", text)
        return "" if wanted in rest else longer[-1]


def sure_words(gathered: Gathered) -> Iterator[tuple[str, Path, Fact]]:
    """The facts that are words without a doubt, each with its file and the keys that lead to it there."""
    trees = (*gathered.files.items(), *((f"tracks/{sheet.slug}", sheet.front) for sheet in gathered.tracks))
    for name, tree in trees:
        for keys, leaf in leaves(tree):
            if isinstance(leaf, Fact) and not leaf.doubt and isinstance(leaf.value, str):
                yield name, keys, leaf


def _names(gathered: Gathered) -> Iterator[str]:
    """All that is words, whatever it says."""
    yield from (fact.value for *_, fact in sure_words(gathered))
    yield from (topic.title for sheet in gathered.tracks for topic in sheet.topics if not topic.doubt)


def _place(tree: Tree, keys: KeyPath) -> PrintedPlace | None:
    """Where a fact stands."""
    leaf: Any = tree
    for key in keys:
        leaf = leaf[key]
    return leaf.place if isinstance(leaf, Fact) else None


def _sure(_: Path, leaf: Fact | Gap) -> Any:
    """A fact as its value; what is doubted or missing is None."""
    return leaf.value if isinstance(leaf, Fact) and not leaf.doubt else None


def shown(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()[:16].replace("T", " ")
    return str(value)
