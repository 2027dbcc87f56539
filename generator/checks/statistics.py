"""Rules about an edition's figures."""

from __future__ import annotations

from generator.catalog import Catalog
from generator.checks.rule import Findings, Rule, track_hint
from generator.diagnostics import Diagnostic
from generator.model import EditionId, Submitted


def parts_make_the_total(catalog: Catalog) -> Findings:
    """每一种分项数字加起来都等于合计。"""
    for edition, figures in catalog.statistics.items():
        for key, field in Submitted.model_fields.items():
            parts = getattr(figures.submitted, key)
            if key == "total" or not parts or sum(parts.values()) == figures.submitted.total:
                continue
            at = catalog.span("statistics", edition, "submitted", key)
            message = f"{field.title}各项加起来是 {sum(parts.values())}，合计是 {figures.submitted.total}"
            yield Diagnostic("figures-total", at, message, "核对各项和 `total`；分项不全就整段删去")


def tracks_are_known(catalog: Catalog) -> Findings:
    """分项数字的赛道要在本届里。"""
    for edition, figures in catalog.statistics.items():
        for slug in figures.submitted.by_track:
            if catalog.track(edition, slug) is None and not catalog.is_broken("track", f"{edition}/{slug}"):
                at = catalog.span("statistics", edition, "submitted", "by_track", slug)
                hint = track_hint(catalog, edition, slug)
                yield Diagnostic("unknown-track", at, f"本届没有赛道“{slug}”", hint)


def entries_were_submitted(catalog: Catalog) -> Findings:
    """名单里的项目不能多于报送的项目，全届和每个赛道都是。"""
    for edition, figures in catalog.statistics.items():
        submitted = figures.submitted
        counted = {"": submitted.total} | submitted.by_track
        for slug, count in counted.items():
            listed = _listed(catalog, edition, slug)
            if listed > count:
                at = catalog.span("statistics", edition, "submitted", *(("by_track", slug) if slug else ("total",)))
                message = f"报送 {count} 个项目，名单里却有 {listed} 个"
                yield Diagnostic("figures-total", at, message, "核对报送数和项目名单")


def _listed(catalog: Catalog, edition: EditionId, slug: str) -> int:
    """How many entries are in the lists of an edition, perhaps of one track."""
    return sum(not slug or entry.track == slug for entry in catalog.entries_of(edition))


RULES: tuple[Rule, ...] = (parts_make_the_total, tracks_are_known, entries_were_submitted)
