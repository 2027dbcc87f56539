"""Rules about tracks."""

from __future__ import annotations

from generator.catalog import Catalog
from generator.checks.rule import Findings, Rule, any_broken
from generator.content.hints import by_id_or_name
from generator.diagnostics import Diagnostic


def sectors_are_known(catalog: Catalog) -> Findings:
    """赛道对应的领域必须在统一领域表里，总站据此对照各分赛。"""
    if not catalog.sectors:
        return
    offered = {str(key): sector.name for key, sector in catalog.sectors.items()}
    for track in catalog.tracks.values():
        for place, sector in enumerate(track.sectors):
            if sector not in offered:
                yield Diagnostic(
                    code="unknown-sector",
                    at=catalog.span("track", track.id, "sectors", place),
                    message=f"领域表里没有“{sector}”",
                    hint=by_id_or_name(sector, offered),
                )


def numbers_run_from_one(catalog: Catalog) -> Findings:
    """赛道从 1 起连续编号，一个序号只给一个赛道。"""
    for edition in catalog.editions:
        last = 0
        for track in catalog.tracks_of(edition):
            at = catalog.span("track", track.id, "number")
            if track.number == last:
                message = f"序号 {track.number} 已经给了另一个赛道" if last else "序号从 1 起"
                yield Diagnostic("track-number", at, message, "每个赛道用自己的序号，文件名也一起改")
            elif track.number != last + 1 and not any_broken(catalog, "track", edition):
                message = f"序号从 {last} 跳到了 {track.number}" if last else f"第一个赛道的序号是 {track.number}"
                yield Diagnostic("track-number", at, message, f"这里应为 {last + 1}，文件名也一起改")
            last = track.number


def names_differ(catalog: Catalog) -> Findings:
    """同一届的赛道名称不能相同。"""
    for edition in catalog.editions:
        seen: set[str] = set()
        for track in catalog.tracks_of(edition):
            if track.name in seen:
                yield Diagnostic(
                    code="duplicate-entry",
                    at=catalog.span("track", track.id, "name"),
                    message=f"本届另有赛道叫“{track.name}”",
                    hint="对照通知改正赛道名称",
                )
            seen.add(track.name)


RULES: tuple[Rule, ...] = (sectors_are_known, numbers_run_from_one, names_differ)
