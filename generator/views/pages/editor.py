"""The page `/admin/`, on which content is edited: what its scripts need to make forms, and what they may ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.catalog.records import FIELDS, Kind
from generator.content.hints import SAID
from generator.exports import linked_data
from generator.exports.schemas import CONTENT, content_schema
from generator.model import Edition
from generator.security import policy
from generator.views.parts.page import Site

_TITLED: tuple[Kind, ...] = ("track", "notice", "page", "case")


@dataclass(frozen=True, slots=True)
class EditorView:
    """The editor page: its policy, and what its scripts read, as JSON that may stand in a script element."""

    policy: str
    data: Markup
    starters: tuple[str, ...] = (
        *("notice.md", "case.md", "page.md", "track.md", "edition.yml", "timeline.yml", "awards.yml"),
        *("judging.yml", "entries.yml", "statistics.yml", "faq.yml", "handbook.yml"),
    )
    """The templates of new files, the most wanted first; words in braces stand for what the browser knows."""


def editor(site: Site) -> EditorView:
    """The page that edits this contest; only for a contest that has one."""
    settings = site.catalog.contest.editor
    repository = settings.repository if settings else None
    told = None
    if repository:
        told = {each: getattr(repository, each) for each in ("kind", "url", "api", "path", "branch")}
    data: dict[str, Any] = {
        "repository": told,
        "kinds": [
            {
                "name": each.name.removeprefix("content/"),
                "title": each.title.removesuffix("的元数据").removesuffix("文件"),
                "pattern": each.files,
                "schema": content_schema(each),
            }
            for each in CONTENT
        ],
        **SAID,
        "sectors": [{"value": sector.id, "label": sector.name} for sector in site.catalog.sectors.values()],
        "editions": {edition.id: _choices(site, edition) for edition in site.catalog.editions.values()},
        "titles": dict(_titles(site)),
    }
    asked = policy.editor(f"{repository.api}/" if repository else None)
    return EditorView(asked, Markup(linked_data.script_text(data)))  # noqa: S704 - escaped for a script element


def _choices(site: Site, edition: Edition) -> Mapping[str, Any]:
    """What the files of an edition may name."""
    tracks = site.catalog.tracks_of(edition.id)
    return {
        "name": edition.name,
        "tracks": [{"value": track.slug, "label": track.name} for track in tracks],
        "topics": {track.slug: [topic.title for topic in track.topics] for track in tracks},
        "awards": site.catalog.award_levels(edition.id),
        "outline": edition.case_outline,
    }


def _titles(site: Site) -> Iterator[tuple[str, str]]:
    """What the texts that are public are called, by the path of their file."""
    for kind in _TITLED:
        for record in getattr(site.catalog, FIELDS[kind]).values():
            if path := site.catalog.file(kind, record.id):
                yield path, record.name if kind == "track" else record.title
