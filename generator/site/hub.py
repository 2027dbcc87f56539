"""Build the hub: the pages over all portals, rendered without MkDocs."""

from __future__ import annotations

from pathlib import Path

from generator.catalog import Catalog
from generator.media import assets
from generator.media.colour_styles import stylesheet
from generator.render import Renderer
from generator.site.facts import site
from generator.views import hub_plans


def build_hub(root: Path, catalog: Catalog, site_url: str | None, out_dir: Path) -> None:
    """Write the hub's pages and assets into `out_dir`, the site's root."""
    bundle = assets.bundle(root, stylesheet(catalog.contest.site.colours))
    renderer = Renderer(catalog, [root / "templates" / "hub", *assets.shell(root)], bundle.names)
    for name, content in bundle.files.items():
        _write(out_dir / "assets" / name, content)
    for plan in hub_plans(site(root, catalog, site_url)):
        shell, view = plan.make()
        _write(out_dir / plan.address, renderer.page(plan.template, shell, view).encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
