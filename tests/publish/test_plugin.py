"""MkDocs by itself, as `mkdocs serve` runs it: what is wrong with content stops it with words, not with a traceback."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from generator.diagnostics import Span
from generator.plugin import adapter
from generator.plugin.adapter import PLUGIN, PortalPlugin
from generator.project import load
from generator.render import Prose, TextTooHard

PROJECT = Path(__file__).parents[2]


def test_a_picture_that_breaks_off_stops_mkdocs_with_its_name(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load(contest).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(date(2026, 9, 30)))
    cover = contest / "content/alpha/2026/cases/kiln-heat-map/cover.png"
    cover.write_bytes(_damaged(cover.read_bytes()))
    config = _config(contest)
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, PortalPlugin)
    config = plugin.on_config(config)
    with pytest.raises(PluginError, match=r"cover\.png 只有一部分能读出来.*cases/kiln-heat-map/cover\.png"):
        plugin.on_files(Files([]), config=config)


def test_a_text_that_takes_too_long_stops_mkdocs_with_its_name(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load(contest).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(date(2026, 9, 30)))

    def html(*_: object) -> None:
        raise TextTooHard(Span("content/alpha/2026/pages/about.md", 6))

    monkeypatch.setattr(Prose, "html", html)
    with pytest.raises(PluginError, match=r"5 秒内排不出来：content/alpha/2026/pages/about\.md:6"):
        build(_config(contest))


def _config(contest: Path) -> MkDocsConfig:
    """The settings of a portal that MkDocs builds by itself."""
    shutil.copytree(PROJECT / "templates", contest / "templates")
    shutil.copy(PROJECT / "mkdocs.yml", contest)
    settings = contest / "branches" / "alpha" / "mkdocs.yml"
    settings.write_text(f"INHERIT: ../../mkdocs.yml\nplugins: {{{PLUGIN}: {{branch: alpha}}}}\n", "utf-8")
    (settings.parent / "assets").mkdir(exist_ok=True)
    return load_config(str(settings))


def _damaged(png: bytes) -> bytes:
    """The same head and end, other pixels."""
    begin = png.index(b"IDAT") + 4
    return png[:begin] + bytes(len(png) - begin - 12) + png[-12:]
