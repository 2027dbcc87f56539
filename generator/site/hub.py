"""Build the hub: the pages over all portals, rendered without MkDocs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.media import assets
from generator.media.colour_styles import stylesheet
from generator.render import Renderer
from generator.views import Plan, Site


def build_hub(root: Path, site: Site, planned: Sequence[Plan], out_dir: Path) -> None:
    """Write the hub's planned pages and its assets into `out_dir`, the site's root."""
    bundle = assets.bundle(root, stylesheet(site.catalog.contest.site.colours))
    renderer = Renderer([root / "templates" / "hub", *assets.shell(root)], bundle.names)
    for name, content in bundle.files.items():
        _write(out_dir / "assets" / name, content)
    for plan in planned:
        _write(out_dir / plan.address, renderer.page(plan.kind.template, *plan.make(site)).encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
