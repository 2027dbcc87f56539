"""The five official notices beside the repository, scored against the content that was made from them by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.catalog import Catalog
from generator.intake import manuscripts
from generator.intake.notices.edition_draft import wanted
from generator.intake.notices.gathering import gather
from generator.model import EditionId
from tests.intake.scoring import OPTIONAL, Item, Score, items_of, items_of_content, score
from tests.notices.reading import FILES, FOLDER

CONTENT = Path(__file__).parents[2] / "content"


def truth(catalog: Catalog, edition: str) -> list[Item]:
    """What the content of an edition says."""
    folder = CONTENT / edition
    files = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in folder.glob("*.yml")}
    tracks = [
        (track.slug, _front(folder, track), list(_topics(track))) for track in catalog.tracks_of(EditionId(edition))
    ]
    return [item for item in items_of_content(files, tracks) if item[0] not in OPTIONAL]


def _front(folder: Path, track: Any) -> Mapping[str, Any]:
    path = next(folder.glob(f"tracks/*-{track.slug}.md"))
    front: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8").split("---")[1])
    return front


def _topics(track: Any) -> Iterator[Mapping[str, Any]]:
    groups = {group.number: group.title for group in track.topic_groups}
    for topic in track.topics:
        group = groups.get(topic.group)
        yield {"title": topic.title, "units": topic.guiding_units, "label": topic.label, "group": group}


def scores(catalog: Catalog) -> Iterator[tuple[str, Score]]:
    """Every notice that is at hand with its score."""
    for edition, name in FILES.items():
        if (FOLDER / name).is_file():
            branch, _, year = edition.partition("/")
            found = gather(manuscripts.read(FOLDER / name), wanted(catalog, branch, int(year)))
            yield name, score(truth(catalog, edition), items_of(found))
