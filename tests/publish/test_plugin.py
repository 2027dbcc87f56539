"""MkDocs by itself, as `mkdocs serve` runs it: what is wrong with content stops it with words, not with a traceback."""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from PIL import Image

from generator.catalog import Catalog
from generator.diagnostics import Span
from generator.media.pictures import BrokenPicture
from generator.model import EditionId
from generator.plugin import adapter
from generator.plugin.adapter import PLUGIN, PortalPlugin
from generator.project import load
from generator.publish import Request
from generator.publish.build import build as publish
from generator.publish.verification import verify
from generator.text.prose import Prose, TextTooHard
from tests import whole
from tests.publish import disk


def test_a_picture_that_breaks_off_stops_mkdocs_with_its_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = load(project).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(date(2026, 9, 30)))
    cover = project / "content/alpha/2026/cases/kiln-heat-map/cover.png"
    cover.write_bytes(_damaged(cover.read_bytes()))
    plugin, config = _prepared(project)
    files = plugin.on_files(Files([]), config=config)
    with pytest.raises(BrokenPicture) as broken:
        files.copy_static_files()
    with pytest.raises(PluginError, match=r"cover\.png 只有一部分能读出来.*cases/kiln-heat-map/cover\.png"):
        plugin.on_build_error(error=broken.value)


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


# A portal alone


ROOT = Path(__file__).parents[2]
EARLY = date(2026, 9, 30)
BOOKS = "build/handbooks/alpha/2026/downloads"


@pytest.fixture
def alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project on a day on which some cases are not public yet, with a printed collection of those that are."""
    case = project / "content/alpha/2026/cases/night-bus/index.md"
    case.write_text(case.read_text("utf-8").replace("publish_at: 2026-08-20", "publish_at: 2026-12-01"), "utf-8")
    catalog = load(project).catalog
    assert catalog is not None
    public = catalog.public(EARLY)
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: public)
    assert len(public.cases) < len(catalog.cases)
    _print(project, public)
    return project


def _print(project: Path, public: Catalog, name: str = "casebook-screen") -> None:
    folder = project / BOOKS
    folder.mkdir(parents=True, exist_ok=True)
    facts = {
        "schema": "handbook/1",
        "paper": "a4",
        "title": "印好的书",
        "pages": 12,
        "bytes": 8,
        "sha256": hashlib.sha256(b"%PDF-1.4").hexdigest(),
        "cases": {case.id: str(number) for number, case in enumerate(public.cases_of(EditionId("alpha/2026")), 1)},
        "readable": public.readable,
    }
    (folder / f"{name}.pdf").write_bytes(b"%PDF-1.4")
    (folder / f"{name}.png").write_bytes(b"cover")
    (folder / f"{name}.json").write_text(json.dumps(facts), "utf-8")


def _built(project: Path) -> Path:
    out = project / "out" / "alpha"
    build(load_config(str(project / "branches/alpha/mkdocs.yml"), site_dir=str(out)))
    return out


def test_a_portal_alone_offers_the_books_that_are_there(alone: Path) -> None:
    out = _built(alone)
    assert (out / "2026/downloads/casebook-screen.pdf").read_bytes() == b"%PDF-1.4"
    assert "印好的书" in (out / "2026/downloads/index.html").read_text("utf-8")


@pytest.mark.parametrize("fault", ["another day", "another day's guide", "other bytes", "no facts", "no cover"])
def test_a_book_of_another_day_or_damaged_is_not_offered(alone: Path, fault: str) -> None:
    catalog = load(alone).catalog
    assert catalog is not None
    later = catalog.public(date(2026, 12, 2))
    damages: dict[str, Callable[[], object]] = {
        "another day": lambda: _print(alone, later),
        "another day's guide": lambda: _print(alone, later, "guide-screen"),
        "other bytes": lambda: (alone / BOOKS / "casebook-screen.pdf").write_bytes(b"%PDF-1.5"),
        "no facts": lambda: (alone / BOOKS / "casebook-screen.json").write_text("{}", "utf-8"),
        "no cover": (alone / BOOKS / "casebook-screen.png").unlink,
    }
    if fault == "another day's guide":
        (alone / BOOKS / "casebook-screen.json").unlink()
    damages[fault]()
    out = _built(alone)
    assert not list((out / "2026/downloads").glob("*.pdf"))
    assert "印好的书" not in (out / "2026/downloads/index.html").read_text("utf-8")


def test_a_portal_alone_has_no_dead_link(alone: Path) -> None:
    out = _built(alone)
    assert [bad for bad in verify(disk.readings(out.parent)).bad if "/beta/" not in bad.target] == [], (
        "texts name the other portal"
    )
    (out.parent / "index.html").write_text("<title>总站</title>", "utf-8")
    assert "各分赛总览" in (_built(alone) / "index.html").read_text("utf-8")


def test_the_shared_settings_alone_say_what_to_type(tmp_path: Path) -> None:
    kept = tmp_path / "site"
    kept.mkdir()
    (kept / "index.html").write_text("x", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(ROOT / "mkdocs.yml"), "-d", str(kept)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path)
    assert done.returncode
    assert re.search(r"(?s)make site.*mkdocs build -f branches/", done.stderr)
    assert "Traceback" not in done.stderr
    assert (kept / "index.html").exists()


def test_mkdocs_writes_the_very_files_of_a_build(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = load(project).catalog
    assert catalog is not None
    monkeypatch.setattr(adapter, "_public_catalog", lambda _: catalog.public(EARLY))
    built = publish(Request(project, tmp_path / "site", EARLY, handbooks=False))
    assert built.published
    url = str(built.published.conditions["site_url"])
    alone = tmp_path / "alone/alpha"
    config = load_config(str(project / "branches/alpha/mkdocs.yml"), site_dir=str(alone), site_url=url)
    alone.parent.mkdir()
    (alone.parent / "index.html").write_text("总站", "utf-8")
    build(config)
    ours, theirs = whole.contents(tmp_path / "site/alpha"), whole.contents(alone)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
