"""MkDocs events translated: pages planned by the views become files, views become contexts.

MkDocs reads its configuration, writes files and serves with live reload; the pages themselves come from records,
so reading and rendering of Markdown are skipped (`GeneratedPage`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.catalog import Catalog
from generator.catalog.addresses import Address
from generator.media.pictures import BrokenPicture
from generator.model import BranchId
from generator.plugin import live
from generator.project import load
from generator.search.tokens import Memory
from generator.site.facts import printed_before, site
from generator.site.part import Content, Part
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


class MadeFile(File):
    """A file whose content is made, or taken from a cache, when it is published."""

    def __init__(self, path: str, config: MkDocsConfig, make: Callable[[], bytes]) -> None:
        super().__init__(path, None, config.site_dir, False, inclusion=InclusionLevel.NOT_IN_NAV)
        self.make = make

    @property  # type: ignore[misc]  # nobody sets it
    def content_bytes(self) -> bytes:
        """The file as it is published."""
        return self.make()

    def copy_file(self, dirty: bool = False) -> None:
        """Write it."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.content_bytes)


class PortalPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Makes one branch's portal."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Tells MkDocs to keep this instance between the rebuilds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the project and fit MkDocs to it."""
        settings = Path(config.config_file_path)
        self.root = _root(settings)
        if settings.parent == self.root:
            raise PluginError(_SHARED_SETTINGS)
        self.branch = BranchId(self.config.branch or settings.parent.name)
        self.part = Part(self.root, self._site(config), self.branch)
        config.nav = []
        config.theme.static_templates = set()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """A file for everything that the portal publishes."""
        site = self.part.site
        planned = list(plans(site, site.catalog.branches[self.branch]))
        pages = [self._page(plan, config) for plan in planned]
        index = list(self.part.search_index(Memory()))
        for each in index:
            each.expect()
        cards = map(self.part.card, self.part.carded(planned))
        sets = (*self.part.files(), *index, self.part.pictures(self.part.pictured), *cards)
        made = chain.from_iterable(each.make() for each in sets)
        return Files([*pages, *(self._file(address, config, content) for address, content in made)])

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Render with the project's own environment: it escapes, and names what is missing."""
        return self.part.renderer.environment

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the template its shell and view."""
        assert isinstance(page, GeneratedPage)
        return self.part.renderer.context(*page.plan.make(self.part.site))

    def on_build_error(self, *, error: Exception) -> None:
        """Name the content file of a text that takes too long, or of a picture that is not whole."""
        if isinstance(error, TextTooHard):
            raise PluginError(f"{error}：{error.at.path}:{error.at.line}") from error
        if isinstance(error, BrokenPicture):
            raise PluginError(f"{error}：{error.path.relative_to(self.root)}") from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild when content, branches or templates change; answer nobody else (`live`)."""
        for name in ("content", "branches", "templates"):
            server.watch(str(self.root / name))
        live.prepare(server)
        return server

    def _site(self, config: MkDocsConfig) -> Site:
        """What MkDocs by itself shows: the content of today, as far as it is public."""
        catalog = _public_catalog(self.root)
        if self.branch not in catalog.branches:
            raise PluginError(f"没有名为“{self.branch}”的分赛，可选：{'、'.join(sorted(catalog.branches))}")
        made = site(self.root, catalog, config.site_url, printed_before(self.root, catalog))
        return replace(made, hub=made.hub and (Path(config.site_dir).parent / "index.html").is_file())

    def _page(self, plan: Plan, config: MkDocsConfig) -> File:
        file = self._file(Address(f"{plan.address.removesuffix('.html')}.md"), config, b"")
        GeneratedPage(file, config, plan)
        return file

    def _file(self, address: Address, config: MkDocsConfig, content: Content) -> File:
        path = address.removeprefix(f"{self.branch}/")
        if callable(content):
            return MadeFile(path, config, content)
        file = File(path, None, config.site_dir, False, inclusion=InclusionLevel.NOT_IN_NAV)
        file.generated_by = PLUGIN
        file.abs_src_path = str(content) if isinstance(content, Path) else None
        file._content = None if isinstance(content, Path) else content
        return file


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
