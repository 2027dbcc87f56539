"""The sites of one moment by their addresses; what is asked for is made then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.machine import digests
from generator.media import assets
from generator.media.assets import Assets
from generator.media.palette import stylesheet
from generator.model import Words
from generator.render import Environments
from generator.search.index import Index
from generator.site.facts import printed_before, site
from generator.site.part import HUB, Content, Part, PartId, content, planned_pages, shared_files
from generator.views import Plan, Site

_PICTURE = re.compile(r"(?P<folder>.+/)[^/]+\.(?:webp|svg)")


T = TypeVar("T")


class Looks:
    """What does not change with every edit: compiled templates, bundled style sheets, tokenised documents."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.tokens = Recent[bytes]()
        self.blocks = Recent[Any]()
        self.environments: Environments = {}
        self.records: digests.Known = {}
        self._bundles: dict[tuple[str, Words], Assets] = {}

    def age(self) -> None:
        """There is another edit."""
        self.tokens.age()
        self.blocks.age()

    def forget(self) -> None:
        """A template, a style sheet or a script has changed."""
        self.environments.clear()
        self._bundles.clear()

    def assets(self, colours: str, words: Words) -> Assets:
        """Style sheets and scripts by their plain names, so that pages do not change with them."""
        if (colours, words) not in self._bundles:
            made = assets.bundle(self.root, colours, words)
            self._bundles[colours, words] = Assets({name: made.files[named] for name, named in made.names.items()}, {})
        return self._bundles[colours, words]


class Recent(Generic[T]):
    """Keeps results of which use has been made since the last but one edit."""

    def __init__(self) -> None:
        self._now: dict[bytes, T] = {}
        self._before: dict[bytes, T] = {}

    def get(self, key: bytes) -> T | None:
        """A result, or None when there is none."""
        if key not in self._now and key in self._before:
            self._now[key] = self._before.pop(key)
        return self._now.get(key)

    def put(self, key: bytes, value: T) -> None:
        """Keep a result."""
        self._now[key] = value

    def age(self) -> None:
        """Let go of what nobody has used since this was said last."""
        if self._now:
            self._now, self._before = {}, self._now


class Showing:
    """What a public catalog gives."""

    def __init__(self, root: Path, catalog: Catalog, site_url: str, looks: Looks) -> None:
        self.site: Site = site(root, catalog, site_url, printed_before(root, catalog))
        self._root = root
        self._looks = looks
        self._parts: dict[PartId, Part] = {}
        self._indexes: dict[PartId, Index] = {}
        self._files: dict[tuple[PartId, str], Mapping[Address, Content]] = {}

    @cached_property
    def _planned(self) -> Mapping[PartId, tuple[Plan, ...]]:
        return planned_pages(self.site)

    @cached_property
    def _plans(self) -> Mapping[Address, tuple[PartId, Plan]]:
        return {plan.address: (name, plan) for name, plans in self._planned.items() for plan in plans}

    @cached_property
    def pages(self) -> Mapping[str, Address]:
        """The page of each content file that has one of its own."""
        found = [(plan.documents[0], plan.address) for _, plan in self._plans.values() if plan.documents]
        return dict(reversed(found))

    @cached_property
    def _cards(self) -> Mapping[Address, Plan]:
        """The page that each picture for sharing stands for."""
        drawn = (plan for name, plans in self._planned.items() for plan in self._part(name).carded(plans))
        return {addresses.share_picture(plan.address): plan for plan in drawn}

    def page(self, address: Address) -> bytes | None:
        """A page, if there is one at that address."""
        if address not in self._plans:
            return None
        name, plan = self._plans[address]
        ((_, made),) = self._part(name).page(plan).make()
        return content(made)

    def file(self, address: Address) -> bytes | None:
        """What stands at an address that is no page."""
        name = self._name(address)
        folder = addresses.search_folder(name)
        if address.startswith(folder):
            return self._index_file(name, address.removeprefix(folder))
        found = self._chosen(name, address).get(address)
        return None if found is None else content(found)

    def _index_file(self, name: PartId, path: str) -> bytes | None:
        if name not in self._indexes:
            branches, looks = self.site.catalog.branches, self._looks
            self._indexes[name] = self._part(name).index(looks.tokens, branches, looks.blocks)
        try:
            return self._indexes[name].file(path)
        except KeyError:
            return None

    def has(self, address: Address) -> bool:
        """Whether an address is of the hub or of a portal that there is."""
        folder = address.partition("/")[0]
        return folder in self.site.catalog.branches or not (self._root / "branches" / folder).is_dir()

    def styles(self, address: Address) -> bytes:
        """The style sheet of the portal that an address belongs to."""
        return self._assets(self._name(address)).files["portal.css"]

    def scripts(self, address: Address) -> bytes:
        """All scripts of that portal."""
        files = self._assets(self._name(address)).files
        return b"".join(files[name] for name in sorted(files) if name.endswith(".js"))

    def _name(self, address: Address) -> PartId:
        branch = address.partition("/")[0]
        return next((name for name in self.site.catalog.branches if name == branch), HUB)

    def _chosen(self, name: PartId, address: Address) -> Mapping[Address, Content]:
        """The files of a part among which one is looked for; none of the others is made."""
        part = self._part(name)
        below = address.removeprefix(f"{name}/") if name else address
        if below.startswith("assets/"):
            return self._made(name, "assets", part.looks())
        if shared := self._cards.get(address):
            return dict(part.card(shared).make())
        if picture := _PICTURE.fullmatch(address):
            beside = [each for each in part.pictured if addresses.beside(each[1], "") == picture["folder"]]
            return dict(part.pictures(beside).make())
        told = () if name else shared_files(self.site, self._planned)
        return self._made(name, "data", chain(part.downloads(), *(data.make() for data in part.data()), told))

    def _made(self, name: PartId, kind: str, files: Iterable[tuple[Address, Content]]) -> Mapping[Address, Content]:
        if (name, kind) not in self._files:
            self._files[name, kind] = dict(files)
        return self._files[name, kind]

    def _part(self, name: PartId) -> Part:
        if name not in self._parts:
            shared = self._looks.environments
            known, bundle = self._looks.records, self._assets(name)
            self._parts[name] = Part(self._root, self.site, name, environments=shared, known=known, bundle=bundle)
        return self._parts[name]

    def _assets(self, name: PartId) -> Assets:
        catalog = self.site.catalog
        colours = catalog.branches[name].colours if name else catalog.contest.site.colours
        return self._looks.assets(stylesheet(colours), catalog.contest.words)
