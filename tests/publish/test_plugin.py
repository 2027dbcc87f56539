"""MkDocs by itself, as `mkdocs serve` runs it: what is wrong with content stops it with words, not with a traceback."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from generator.plugin import adapter
from generator.plugin.adapter import PLUGIN, PortalPlugin
from generator.project import load


def test_a_picture_that_breaks_off_stops_mkdocs_with_its_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load(project).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(date(2026, 9, 30)))
    cover = project / "content/alpha/2026/cases/kiln-heat-map/cover.png"
    cover.write_bytes(_damaged(cover.read_bytes()))
    config = load_config(str(project / "branches/alpha/mkdocs.yml"))
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, PortalPlugin)
    config = plugin.on_config(config)
    with pytest.raises(PluginError, match=r"cover\.png 只有一部分能读出来.*cases/kiln-heat-map/cover\.png"):
        plugin.on_files(Files([]), config=config)


def _damaged(png: bytes) -> bytes:
    """The same head and end, other pixels."""
    begin = png.index(b"IDAT") + 4
    return png[:begin] + bytes(len(png) - begin - 12) + png[-12:]
