"""MkDocs by itself, as `mkdocs serve` runs it: what is wrong with content stops it with words, not with a traceback."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from PIL import Image

from generator.diagnostics import Span
from generator.plugin import adapter
from generator.plugin.adapter import PLUGIN, PortalPlugin
from generator.project import load
from generator.text.prose import Prose, TextTooHard


def test_a_picture_that_breaks_off_stops_mkdocs_with_its_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load(project).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(date(2026, 9, 30)))
    cover = project / "content/alpha/2026/cases/kiln-heat-map/cover.png"
    cover.write_bytes(_damaged(cover.read_bytes()))
    plugin, config = _prepared(project)
    files = plugin.on_files(Files([]), config=config)
    with pytest.raises(PluginError, match=r"cover\.png 只有一部分能读出来.*cases/kiln-heat-map/cover\.png"):
        files.copy_static_files()


def _prepared(project: Path) -> tuple[PortalPlugin, MkDocsConfig]:
    """The plugin of the first branch's portal, with its configuration read."""
    config = load_config(str(project / "branches/alpha/mkdocs.yml"))
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, PortalPlugin)
    return plugin, plugin.on_config(config)


def test_what_a_branch_keeps_is_published_without_what_hides_in_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = load(project).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(date(2026, 9, 30)))
    plugin, config = _prepared(project)
    folder = project / "branches" / "alpha" / "assets"
    exif = Image.Exif()
    exif[0x010E] = "SECRET"
    Image.new("RGB", (20, 10), "green").save(folder / "photo.jpg", exif=exif)
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><!-- SECRET --><metadata>SECRET</metadata><path d="M0 0h9"/></svg>',
        "utf-8",
    )
    (folder / "forms").mkdir()
    (folder / "forms" / "plan.pdf").write_bytes(b"%PDF-1.4 as it is")
    for name in ("page.html", "script.js", ".hidden.pdf"):
        (folder / name).write_bytes(b"x")
    made = {file.dest_uri: file.content_bytes for file in plugin.on_files(Files([]), config=config)}
    assert made["forms/plan.pdf"] == b"%PDF-1.4 as it is"
    assert b"<path" in made["logo.svg"]
    assert Image.open(io.BytesIO(made["photo.jpg"])).size == (20, 10)
    assert b"SECRET" not in made["logo.svg"] + made["photo.jpg"]
    assert not made.keys() & {"page.html", "script.js", ".hidden.pdf"}


def test_of_a_case_s_folder_only_the_registered_pictures_are_published(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = load(project).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(date(2026, 9, 30)))
    folder = project / "content/alpha/2026/cases/leaf-tally"
    Image.new("RGB", (20, 10), "green").save(folder / "not-registered.png")
    (folder / "note.txt").write_text("not registered", "utf-8")
    plugin, config = _prepared(project)
    names = {file.dest_uri for file in plugin.on_files(Files([]), config=config)}
    own = {name for name in names if name.startswith("2026/cases/leaf-tally/")}
    assert own == {"2026/cases/leaf-tally/index.html", "2026/cases/leaf-tally/cover-48.webp"}


def test_a_text_that_takes_too_long_stops_mkdocs_with_its_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load(project).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(date(2026, 9, 30)))

    def html(*_: object) -> None:
        raise TextTooHard(Span("content/alpha/2026/pages/about.md", 6))

    monkeypatch.setattr(Prose, "html", html)
    with pytest.raises(PluginError, match=r"5 秒内排不出来：content/alpha/2026/pages/about\.md:6"):
        build(load_config(str(project / "branches/alpha/mkdocs.yml")))


def _damaged(png: bytes) -> bytes:
    """The same head and end, other pixels."""
    begin = png.index(b"IDAT") + 4
    return png[:begin] + bytes(len(png) - begin - 12) + png[-12:]
