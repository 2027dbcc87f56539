"""The parts of a site, its hub and its portals: what each publishes, and how its pages are rendered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from generator import exports, search
from generator.catalog import Kind, addresses
from generator.catalog.addresses import Address
from generator.catalog.records import Illustrated
from generator.content.documents import Document
from generator.machine import digests, program, store, templates
from generator.media import assets, attachments, branch_files, cards, pictures
from generator.media.assets import Assets
from generator.media.palette import palette, stylesheet
from generator.model import Branch, BranchId, Edition, WinningCase
from generator.render import Environments, Renderer
from generator.search.index import Bundle, Index, Portal
from generator.search.tokens import Kept, Memory
from generator.site.trace import Made, Trace, Traces, traced
from generator.views import Plan, Site, hub_plans, plans
from generator.views.charts import thumbnail
from generator.views.pages.compare import all_branches, searched
from generator.views.parts import sharing
from generator.views.parts.blocks import cover, opening_picture, thumbnail_name
from generator.views.parts.shell import portal_head

HUB = None
"""The part over all portals; every other part is the id of a branch."""

PartId = BranchId | None

Content = bytes | Path | Callable[[], bytes]
"""What a file holds, where it is copied from, or what makes it when it is written."""

Files = Iterator[tuple[Address, Content]]


@dataclass(frozen=True, slots=True)
class FileSet:
    """Files that are made together."""

    key: bytes | None
    """Stands for all that they are made from; None for what is made every time."""
    make: Callable[[], Files]
    """A pure function of that."""
    expect: Callable[[], None] = lambda: None
    """Called for every set that will be made before any is: some are made quickly together."""


@dataclass(frozen=True, slots=True)
class FileGroup:
    """Sets of files that mostly are all as they were: then none of them is looked at alone."""

    sets: Sequence[FileSet]
    key: bytes | None = None
    """Stands for all of their keys; None when one has none, or when they are not often all as they were."""


@dataclass(frozen=True)
class Part:
    """One part of a site in the making."""

    root: Path
    site: Site
    id: PartId
    made_by: str = ""
    """What stands for the program and the templates of all parts in the keys of pages, see `machine.program.of`."""
    environments: Environments = field(default_factory=dict, repr=False)
    """Of the templates that parts have in common."""
    traces: Traces | None = None
    """What pages asked before."""
    known: digests.Known = field(default_factory=dict, repr=False)
    """Digests of records, as far as somebody has worked them out."""
    bundle: Assets | None = None
    """Style sheets and scripts, when they are there already."""

    @cached_property
    def colours(self) -> str:
        """The style sheet of the part's colours."""
        catalog = self.site.catalog
        return stylesheet(catalog.branches[self.id].colours if self.id else catalog.contest.site.colours)

    @cached_property
    def assets(self) -> Assets:
        """Style sheets and scripts."""
        return self.bundle or assets.bundle(self.root, self.colours, self.site.words)

    @cached_property
    def renderer(self) -> Renderer:
        """The templates of the part: a branch's own before those of all portals, and what all parts share."""
        own = [self._folder / "templates"] if self.id and (self._folder / "templates").is_dir() else []
        kind = templates.folders(self.root, "portal" if self.id else "hub")
        new = () if self.id else templates.folders(self.root, "new")  # which the editor page shows
        folders = (*own, *kind, *assets.shell(self.root), *new)
        return Renderer(folders, self.assets.names, self.site.words, self.environments)

    def pages(self, plans: Sequence[Plan]) -> FileGroup:
        """Some pages, not rendered yet; of one for which all is answered as it was, not even the view is made."""
        return self._together([(self._trace_name("page", plan), partial(self.page, plan)) for plan in plans])

    def _together(self, wanted: Sequence[tuple[bytes, Callable[[Site], FileSet]]]) -> FileGroup:
        """What is made of the site, each under a name that stands for all else that it is made from."""
        traces = self.traces
        if traces is None:
            return FileGroup([make(self.site) for _, make in wanted])
        name = store.key("together", *(each.hex() for each, _ in wanted))
        known = traces.recall(name, len(wanted))
        sets, made = [], []
        for (_, make), then in zip(wanted, known.made, strict=True):
            trace = Trace(traces.answers)
            found = FileSet(then.key, partial(_remade, make, self.site)) if then else make(traced(trace))
            sets.append(found)
            made.append(then or (Made(found.key, trace.asked) if found.key and trace.asked is not None else None))
        if not known.holds:
            traces.keep(name, made)
        keys = [each.key.hex() for each in made if each]
        return FileGroup(sets, store.key("group", *keys) if len(keys) == len(made) else None)

    def page(self, plan: Plan, site: Site | None = None) -> FileSet:
        """A page, not rendered yet."""
        template, (shell, view) = plan.kind.template, plan.make(site or self.site)
        key = store.key(self._look, template, digests.of(shell, view))
        return FileSet(key, lambda: iter([(plan.address, self.renderer.page(template, shell, view).encode())]))

    def _trace_name(self, what: str, plan: Plan) -> bytes:
        """Stands for all that is made from a plan besides what is asked."""
        planned = (plan.address, plan.about, plan.edition, plan.documents, plan.changed)
        told = (self.site.site_url, self.site.hub, self.site.lettered)
        return store.key(what, self._look, plan.kind.template, digests.of(planned, told, known=self.known))

    @cached_property
    def _look(self) -> str:
        """A digest of what renders the pages: the program, all templates, words, names of style sheets and scripts."""
        own = program.folder(self._folder / "templates") if self.id else ""
        return store.key(self.made_by, own, digests.of(self.site.words), *self.assets.names.values()).hex()

    def files(self) -> list[FileSet]:
        """Style sheets and scripts, what there is to download, and open data."""
        return [FileSet(None, lambda: chain(self.looks(), self.downloads())), *self.data()]

    def looks(self) -> Files:
        """Style sheets and scripts, and a branch's own files."""
        folder = addresses.branch_file(self.id, "assets") if self.id else addresses.hub_file("assets")
        yield from ((Address(f"{folder}/{name}"), content) for name, content in self.assets.files.items())
        own = dict(self._own_files(self.id)) if self.id else {}
        yield from own.items()
        yield from ((address, made) for address, made in self._icons() if address not in own)

    def _icons(self) -> Files:
        """The icons of the portal or of the hub, and the web app manifest; a branch may give its own instead."""
        found = sharing.icons(self.site, self.id)
        if found is None:
            return
        catalog = self.site.catalog
        branch = catalog.branches[self.id] if self.id else None
        looks = branch or catalog.contest.site
        mark, colour = looks.mark, palette(looks.colours).banner
        yield found.favicon, partial(cards.favicon, mark, colour)
        yield found.touch, partial(cards.icon, mark, colour, cards.TOUCH)
        folder = found.manifest.removesuffix("app.webmanifest")
        for size in cards.ICONS:
            yield Address(f"{folder}icon-{size}.png"), partial(cards.icon, mark, colour, size)
        yield found.manifest, exports.web_manifest(*self._names(branch), colour, cards.ICONS)

    def _names(self, branch: Branch | None) -> tuple[str, str]:
        """What the portal or the hub is called, and that in short."""
        contest = self.site.catalog.contest
        edition = self.site.catalog.current_edition(branch.key) if branch else None
        if branch is None or edition is None:
            return contest.site.title, contest.name
        return edition.name, portal_head(self.site, branch, edition).name

    def downloads(self) -> Files:
        """A portal's books, and the files beside its texts; of the hub what its editor page loads."""
        if self.id is HUB and self.site.catalog.contest.editor:
            yield from ((addresses.hub_file(f"admin/{name}"), made) for name, made in assets.editor(self.root).items())
        if self.id:
            yield from ((Address(address), path) for address, path in self.site.shelf.files(self.id))
            for edition in self.site.catalog.editions_of(self.id):
                yield from self._attachments(edition)

    def data(self) -> list[FileSet]:
        """What programs read: of a portal every edition's data, of the hub the schemas."""
        if self.id is HUB:
            return [FileSet(store.key("schemas", program.code()), lambda: iter(exports.schema_files()))]
        return [self._exports(edition) for edition in self.site.catalog.editions_of(self.id)]

    def _exports(self, edition: Edition) -> FileSet:
        """The data of an edition, known by what it asked; not made while that is answered as it was."""
        name = store.key("data", program.code(), edition.id, self.site.site_url or "")

        def make(site: Site) -> FileSet:
            files = [(address, content(made)) for address, made in _exported(site, edition)]
            return FileSet(store.key(name.hex(), digests.of(files)), lambda: iter(files))

        return self._together([(name, make)]).sets[0]

    def _attachments(self, edition: Edition) -> Files:
        for folder, listed in self.site.attachments.items():
            if folder.startswith(f"{edition.id}/"):
                for file in listed:
                    yield Address(folder + file.path.name), partial(attachments.republished, file.path, self.root)

    def search_index(self, kept: Kept[bytes], beside: Collection[BranchId] = ()) -> Iterator[FileSet]:
        """The files of the search index. The hub's shows the cards of the portals that are made `beside` it.

        Cards of portals that stay as they are may be called otherwise there.
        """
        if self.id or searched(self.site) is None:
            index = self.index(kept, beside, Memory())
            folder = addresses.search_folder(self.id)
            for bundle in index.bundles():
                key = store.key("search", program.code(), folder, bundle.key)
                yield FileSet(key, partial(_index_files, index, folder, bundle), partial(_expect, index, bundle))

    def index(self, kept: Kept[bytes], beside: Collection[BranchId], alive: Kept[Any]) -> Index:
        """The search index, none of whose files is made yet; blocks that are `alive` are not made again."""
        catalog = self.site.catalog
        if self.id:
            portals = [Portal(search.drafts(catalog, self.id, self._cover, self.known))]
            return Index(portals, self.id, catalog.branches[self.id].name, kept, words=self.site.words, alive=alive)
        portals = [
            Portal(
                search.drafts(catalog, branch.key, self._cover, self.known),
                f"../{addresses.search_folder(branch.key)}" if branch.key in beside else "",
            )
            for branch in all_branches(self.site)
        ]
        return Index(portals, "", catalog.contest.site.title, kept, words=self.site.words, alive=alive)

    def pictures(self, pictured: Iterable[tuple[Document, Illustrated]]) -> FileSet:
        """The pictures of some records, encoded as they are written. Raises `BrokenPicture`."""
        return FileSet(None, lambda: self._pictures(pictured))

    def _pictures(self, pictured: Iterable[tuple[Document, Illustrated]]) -> Files:
        for document, record in pictured:
            gallery = self.site.galleries.get(addresses.beside(record, ""), {})
            for name in sorted({image.file for image in record.images}):
                if name not in gallery:
                    raise pictures.BrokenPicture((self.root / document.path).parent / name)
                for rendition in gallery[name].renditions:
                    address = addresses.beside(record, rendition.name)
                    yield address, partial(pictures.encode, gallery[name], rendition, self.root)
            if isinstance(record, WinningCase) and record.charts and opening_picture(record) is None:
                yield self._thumbnail(record)

    def _thumbnail(self, case: WinningCase) -> tuple[Address, Content]:
        """The picture in lists of a case that opens with a chart."""
        chart, catalog = case.charts[0], self.site.catalog
        drawn = thumbnail.svg(chart, palette(catalog.branches[catalog.editions[case.edition].branch].colours))
        return addresses.beside(case, thumbnail_name(chart)), drawn.encode()

    def cards(self, plans: Sequence[Plan]) -> FileGroup:
        """What is drawn of some pages where they are shared."""
        return self._together([(self._trace_name("card", plan), partial(self.card, plan)) for plan in plans])

    def card(self, plan: Plan, site: Site | None = None) -> FileSet:
        """What is drawn of a page where it is shared; nothing for a page that has no such picture."""
        card = plan.card(site or self.site)
        if card is None:
            return FileSet(store.key("no card"), lambda: iter(()))
        place = addresses.share_picture(plan.address)
        key = store.key("card", program.code(), place, cards.key(card))
        return FileSet(key, lambda: iter([(place, partial(cards.share_picture, card, self.root))]))

    def carded(self, plans: Iterable[Plan]) -> Sequence[Plan]:
        """The pages of which something is drawn; a portal's home shows that of its present edition."""
        home = addresses.branch_home(self.id) if self.id else None
        drawn = self.site.site_url and self.site.lettered
        return [plan for plan in plans if drawn and plan.kind.card and plan.address != home]

    @cached_property
    def pictured(self) -> Sequence[tuple[Document, Illustrated]]:
        """The records that have pictures, and the files that they were read from."""
        return [each for each in self.site.catalog.illustrated() if each[1].edition.startswith(f"{self.id}/")]

    @property
    def _folder(self) -> Path:
        return self.root / "branches" / (self.id or "")

    def _own_files(self, branch: BranchId) -> Files:
        """What is published of the branch's own files, see `branch_files`."""
        folder = self._folder / "assets"
        for path in branch_files.listed(folder):
            published = branch_files.published(path, self.root)
            if published is not None:
                yield addresses.branch_file(branch, path.relative_to(folder).as_posix()), published

    def _cover(self, case: WinningCase) -> Address | None:
        shown = cover(self.site, case)
        return shown.sources[0][0] if shown else None


def planned_pages(facts: Site) -> dict[PartId, tuple[Plan, ...]]:
    """Every page of the site: the hub's, and those of each portal."""
    planned: dict[PartId, tuple[Plan, ...]] = {HUB: tuple(hub_plans(facts))}
    planned.update((key, tuple(plans(facts, branch))) for key, branch in facts.catalog.branches.items())
    return planned


def shared_files(facts: Site, planned: Mapping[PartId, Sequence[Plan]]) -> Files:
    """What tells of all pages: rules for robots, the site map."""
    yield addresses.hub_file("robots.txt"), exports.robots_txt(facts.site_url)
    if facts.site_url:
        listed = [(plan.address, plan.changed) for pages in planned.values() for plan in pages if plan.listed]
        yield from exports.sitemap_files(listed, facts.site_url)


def _exported(site: Site, edition: Edition) -> Files:
    kinds: tuple[Kind, ...] = ("edition", "timeline")
    changed = site.changed(*(path for kind in kinds if (path := site.catalog.file(kind, edition.id))))
    yield from exports.files(site.catalog, edition.id, site.site_url, site.shelf.folios, changed)


def _remade(make: Callable[[Site], FileSet], site: Site) -> Files:
    return make(site).make()


def _index_files(index: Index, folder: str, bundle: Bundle) -> Files:
    return ((Address(folder + path), partial(index.file, path)) for path in bundle.paths)


def _expect(index: Index, bundle: Bundle) -> None:
    for path in bundle.paths:
        index.expect(path)


def content(made: Content) -> bytes:
    """The bytes of a file."""
    if isinstance(made, Path):
        return made.read_bytes()
    return made if isinstance(made, bytes) else made()
