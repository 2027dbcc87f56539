"""Hints for references: people know a thing by its name, files refer to it by its id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from generator.catalog import Catalog
from generator.model import EditionId

_LISTED = 12


def by_id_or_name(typed: str, offered: Mapping[str, str]) -> str:
    """What to write instead of `typed`; `offered` maps the ids that may be written to the names people say."""
    if not offered:
        return ""
    named = next((key for key, name in offered.items() if name == typed), None)
    if named is not None:
        return f"这里写编号而不写名称：`{named}`"
    close = get_close_matches(typed, [*offered, *offered.values()], n=1, cutoff=0.5)
    if close:
        found = next(key for key, name in offered.items() if close[0] in (key, name))
        return f"您是否想写 `{found}`（{offered[found]}）？"
    listed = [f"{key}（{name}）" for key, name in list(offered.items())[:_LISTED]]
    return f"可以写：{'、'.join(listed)}{'……' if len(offered) > _LISTED else ''}"


def track(catalog: Catalog, edition: EditionId, typed: str) -> str:
    """What to write for a track of an edition."""
    offered = {record.slug: record.name for record in catalog.tracks_of(edition)}
    return by_id_or_name(typed, offered) or f"content/{edition}/tracks/ 里还没有赛道文件"


def listing(names: Iterable[str], limit: int = 6) -> str:
    """Some names in a row: `甲、乙……`."""
    words = list(names)
    return "、".join(words[:limit]) + ("……" if len(words) > limit else "")
