"""MkDocs events translated: pages planned by the views become files, views become contexts.

MkDocs reads its configuration, writes files and serves with live reload; the pages themselves come from records,
so reading and rendering of Markdown are skipped (`GeneratedPage`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.media import assets, branch_files, pictures
from generator.media.colour_styles import stylesheet
from generator.model import BranchId
from generator.plugin import live
from generator.project import load
from generator.render import Renderer
from generator.site import data
from generator.site.facts import printed_before, site
from generator.text.prose import TextTooHard
from generator.views import Plan, Site, plans

PLUGIN = "contest-portal"
_SHARED_SETTINGS = """这里的 mkdocs.yml 是各分赛共用的设置，单独生成不了网站。
生成全部网站：make site（或 portal build）
只生成一个分赛：mkdocs build -f branches/分赛编号/mkdocs.yml"""


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """What `mkdocs.yml` may say to the plugin."""

    branch = config_options.Optional(config_options.Type(str))


class GeneratedPage(Page):
    """A page made from a record: there is no Markdown source to read or to render."""

    def __init__(self, file: File, config: MkDocsConfig, plan: Plan) -> None:
        super().__init__(None, file, config)
        self.plan = plan

    def read_source(self, config: MkDocsConfig) -> None:
        """Name the template; the rest comes from the view."""
        self.markdown = ""
        self.meta = {"template": self.plan.kind.template, "title": self.plan.address}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content to the template."""
        self.content = ""
        self.toc = TableOfContents([])


class PictureFile(File):
    """A picture that is encoded, or taken from the cache, when it is published."""

    def __init__(self, path: str, config: MkDocsConfig, make: Callable[[], bytes]) -> None:
        super().__init__(path, None, config.site_dir, False, inclusion=InclusionLevel.NOT_IN_NAV)
        self.make = make

    @property  # type: ignore[misc]  # nobody sets it
    def content_bytes(self) -> bytes:
        """The picture as it is published."""
        return self.make()

    def copy_file(self, dirty: bool = False) -> None:
        """Write it."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.content_bytes)


class PortalPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Makes one branch's portal."""

    def __init__(self) -> None:
        super().__init__()
        self.prepared: tuple[Site, Sequence[Plan]] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Tells MkDocs to keep this instance between the rebuilds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the project and fit MkDocs to it."""
        settings = Path(config.config_file_path)
        self.root = _root(settings)
        if settings.parent == self.root:
            raise PluginError(_SHARED_SETTINGS)
        self.branch = BranchId(self.config.branch or settings.parent.name)
        self.site, self.plans = self.prepared or self._planned(config)
        branch = self.site.catalog.branches[self.branch]
        own = [self.root / "branches" / self.branch / "templates", self.root / "templates" / "portal"]
        self.assets = assets.bundle(self.root, stylesheet(branch.colours))
        self.renderer = Renderer([*own, *assets.shell(self.root)], self.assets.names)
        config.nav = []
        config.theme.static_templates = set()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """A file for every planned page, picture and asset, and for what the branch itself publishes."""
        generated = [self._page(plan, config) for plan in self.plans]
        generated += [
            self._file(f"assets/{name}", config, content=content) for name, content in self.assets.files.items()
        ]
        try:
            own = self._own(config)
            shown = self._pictures(config)
        except pictures.BrokenPicture as broken:
            raise self._told(broken) from broken
        return Files([*own, *generated, *self._data(config), *shown])

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Render with the project's own environment: it escapes, and names what is missing."""
        return self.renderer.environment

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the template its shell and view."""
        assert isinstance(page, GeneratedPage)
        shell, view = page.plan.make(self.site)
        return self.renderer.context(shell, view)

    def on_build_error(self, *, error: Exception) -> None:
        """Name the content file of a text that takes too long; `publish` does it by itself."""
        if isinstance(error, TextTooHard) and not self.prepared:
            raise PluginError(f"{error}：{error.at.path}:{error.at.line}") from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild when content, branches or templates change; answer nobody else (`live`)."""
        for name in ("content", "branches", "templates"):
            server.watch(str(self.root / name))
        live.prepare(server)
        return server

    def _planned(self, config: MkDocsConfig) -> tuple[Site, Sequence[Plan]]:
        """What MkDocs by itself shows: the content of today, as far as it is public."""
        catalog = _public_catalog(self.root)
        if self.branch not in catalog.branches:
            raise PluginError(f"没有名为“{self.branch}”的分赛，可选：{'、'.join(sorted(catalog.branches))}")
        made = site(self.root, catalog, config.site_url, printed_before(self.root, catalog))
        made = replace(made, hub=(Path(config.site_dir).parent / "index.html").is_file())
        return made, tuple(plans(made, catalog.branches[self.branch]))

    def _page(self, plan: Plan, config: MkDocsConfig) -> File:
        path = self._path(plan.address).removesuffix(".html")
        file = self._file(f"{path}.md", config, content="")
        GeneratedPage(file, config, plan)
        return file

    def _data(self, config: MkDocsConfig) -> list[File]:
        found = data.files(self.site, self.branch)
        made = [self._file(self._path(address), config, content=content) for address, content in found]
        books = self.site.shelf.files(self.branch)
        return made + [self._file(self._path(Address(address)), config, source=source) for address, source in books]

    def _own(self, config: MkDocsConfig) -> list[File]:
        """What is published of the branch's own files, see `branch_files`."""
        made = []
        for path in branch_files.listed(Path(config.docs_dir)):
            name = path.relative_to(config.docs_dir).as_posix()
            found = branch_files.published(path, self.root)
            if isinstance(found, Path):
                made.append(self._file(name, config, source=found))
            elif found is not None:
                made.append(self._file(name, config, content=found))
        return made

    def _pictures(self, config: MkDocsConfig) -> list[File]:
        files: list[File] = []
        for case in self.site.catalog.cases.values():
            if not case.edition.startswith(f"{self.branch}/"):
                continue
            gallery = self.site.galleries.get(case.id, {})
            for name in sorted({image.file for image in case.images}):
                if name not in gallery:
                    source = self.site.catalog.span("case", case.id).path
                    raise pictures.BrokenPicture((self.root / source).parent / name)
                measured = gallery[name]
                for rendition in measured.renditions:
                    path = self._path(addresses.image(case.edition, case.slug, rendition.name))
                    files.append(PictureFile(path, config, partial(self._encoded, measured, rendition)))
        return files

    def _encoded(self, measured: pictures.MeasuredPicture, rendition: pictures.Rendition) -> bytes:
        try:
            return pictures.encode(measured, rendition, self.root)
        except pictures.BrokenPicture as broken:
            raise self._told(broken) from broken

    def _told(self, broken: pictures.BrokenPicture) -> Exception:
        """What to raise: `publish` says where the picture is named, MkDocs by itself only shows a message."""
        return broken if self.prepared else PluginError(f"{broken}：{broken.path.relative_to(self.root)}")

    def _path(self, address: Address) -> str:
        return address.removeprefix(f"{self.branch}/")

    def _file(
        self, path: str, config: MkDocsConfig, content: str | bytes | None = None, source: Path | None = None
    ) -> File:
        file = File(path, None, config.site_dir, False, inclusion=InclusionLevel.NOT_IN_NAV)
        file.generated_by = PLUGIN
        file.abs_src_path = str(source) if source else None
        file._content = content
        return file


def build_portal(root: Path, site: Site, branch: BranchId, planned: Sequence[Plan], out_dir: Path) -> None:
    """Build one branch's portal, all its planned pages, into `out_dir/<branch>`."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # what fails is raised, and told in our own words
    config = load_config(
        str(root / "branches" / branch / "mkdocs.yml"), site_dir=str(out_dir / branch), site_url=site.site_url or ""
    )
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, PortalPlugin)
    plugin.prepared = site, planned
    try:
        build(config)
    finally:
        plugin.prepared = None  # MkDocs keeps the instance for whatever it builds next


def _public_catalog(root: Path) -> Catalog:
    """The catalog as readers see it today; content mistakes stop MkDocs with their text."""
    project = load(root)
    if project.catalog is None or project.report.has_errors:
        raise PluginError("内容有错误，没有生成网站：\n" + project.report.to_text())
    return project.catalog.public(datetime.now(ZoneInfo("Asia/Shanghai")).date())


def _root(config_file: Path) -> Path:
    """The project's root: the nearest folder above the configuration that has `content/contest.yml`."""
    for folder in config_file.resolve().parents:
        if (folder / "content" / "contest.yml").is_file():
            return folder
    raise PluginError("找不到项目根目录：上级目录中没有 content/contest.yml")
