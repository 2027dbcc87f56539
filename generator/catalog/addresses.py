"""Addresses of everything that is published. No other room knows a URL, an output path or an anchor.

An address is the path of a file from the site's root, such as ``demo/2026/cases/index.html``, perhaps with a
``#fragment``. Links between pages are relative and name the file, so they work on any host, under any base
path and from disk; public URLs (`canonical`) leave ``index.html`` out.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NewType

from generator.catalog.catalog import Catalog
from generator.catalog.records import Illustrated
from generator.model import (
    Branch,
    BranchId,
    Edition,
    EditionId,
    Entry,
    FreePage,
    ListKind,
    Notice,
    Record,
    Track,
    TrackId,
    WinningCase,
)
from generator.model.record import CaseId, edition_of, slug_of

Address = NewType("Address", str)

SECTIONS = (
    "tracks",
    "timeline",
    "guide",
    "judging",
    "awards",
    "winners",
    "cases",
    "notices",
    "downloads",
    "contact",
)
"""The fixed pages of an edition; free pages may not take these names."""

RESERVED_PAGES = frozenset(
    {*SECTIONS, "data", "assets", "entries", "faq", "finals", "images", "lists", "search", "sitemap", "statistics"}
)
RESERVED_CASES = frozenset({"track", "award", "page"})
RESERVED_ASSETS = frozenset({"accessibility", "assets", "elders", "search", "sitemap"})
"""Folders of a portal beside its editions."""

RESERVED_BRANCHES = frozenset({"accessibility", "admin", "assets", "cases", "compare", "schema", "search", "topics"})

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

MAX_NAME = 200
"""Bytes of a file's name: file systems take 255, and published names are longer than their sources'."""

_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE | re.DOTALL)
"""Names that Windows takes for a device, with any ending (Naming Files, Paths, and Namespaces)."""

_FOLDERS: Mapping[type[Record], str] = {Track: "tracks", WinningCase: "cases", Notice: "notices"}
"""Below which folder of their edition records have their pages; others have them at their ids."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def is_slug(text: str) -> bool:
    """Whether a name may stand in an address: lower-case letters, digits, single hyphens, no device of Windows."""
    return len(text) <= 80 and SLUG.fullmatch(text) is not None and not _DEVICE.fullmatch(text)


@lru_cache(maxsize=65_536)
def name_fault(name: str) -> str:
    """Why some system cannot keep a file or folder of that name, to be read after it; nothing for a sound name."""
    if _DEVICE.fullmatch(name):
        return "是 Windows 保留的设备名"
    if name != name.rstrip(". ") or name != name.lstrip(" "):
        return "的开头或末尾有空格，或者末尾是点"
    if _FORBIDDEN.search(name):
        return "里有 Windows 不允许的字符"
    return f"超过 {MAX_NAME} 字节" if len(name.encode("utf-8", "surrogateescape")) > MAX_NAME else ""


def folded(path: str) -> str:
    """What two paths have in common that are one to a file system without upper and lower case."""
    return path.casefold() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


# The hub

ROOT = Address(".")
"""The folder that all addresses start from, for scripts that write links to them."""


def hub(name: str = "") -> Address:
    """The hub's home, or one of its pages."""
    return _page(name)


def hub_file(path: str) -> Address:
    """A file of the hub that is not a page."""
    return Address(path)


# Portals


def branch_home(branch: BranchId) -> Address:
    """A portal's home, which shows the current edition."""
    return _page(branch)


def branch_page(branch: BranchId, name: str) -> Address:
    """A page of a portal that belongs to no edition: `sitemap`, `search`."""
    return _page(branch, name)


def branch_file(branch: BranchId, path: str) -> Address:
    """A file of a portal that is not a page, such as `404.html` or a style sheet."""
    return Address(f"{branch}/{path}")


def search_manifest(branch: BranchId | None) -> Address:
    """Where the search index of a portal, or that of the hub, begins."""
    return Address(f"{search_folder(branch)}manifest.js")


def search_folder(branch: BranchId | None) -> str:
    """Below which the files of a search index stand."""
    return f"{branch}/search/" if branch else "search/"


def edition_home(edition: EditionId) -> Address:
    """The home of one edition."""
    return _page(edition)


def section(edition: EditionId, name: str) -> Address:
    """One of the fixed pages of an edition, see `SECTIONS`."""
    return _page(edition, name)


def beside(record: Edition | Illustrated, name: str) -> Address:
    """A published picture of a record, or a file that it offers, stored beside its page."""
    if isinstance(record, Edition):
        return Address(f"{record.id}/downloads/files/{name}")
    return Address(f"{of(record).rpartition('/')[0]}/{name}")


def share_picture(page: Address) -> Address:
    """The picture that stands for a page where it is shared, stored beside it."""
    return Address(f"{page.rpartition('/')[0]}/share.jpg".lstrip("/"))


def sections(catalog: Catalog, edition: EditionId) -> tuple[str, ...]:
    """The sections that an edition has, in their order: `SECTIONS`, and those for which there is something to show."""
    there = {
        "finals": catalog.has_finals(edition),
        "statistics": catalog.has_statistics(edition),
        "faq": bool(catalog.questions_of(edition)),
    }
    places = (("cases", "finals"), ("notices", "statistics"), ("contact", "faq"))
    more = {after: [name] for after, name in places if there[name]}
    return tuple(each for name in SECTIONS for each in (*more.get(name, ()), name))


def question_id(number: int) -> str:
    """The anchor of a question on its edition's page of questions; the first is 1."""
    return f"q-{number}"


def question(edition: EditionId, number: int) -> Address:
    """A question's place on that page."""
    return Address(f"{section(edition, 'faq')}#{question_id(number)}")


def track(track_id: TrackId) -> Address:
    """A track's page."""
    return _page(edition_of(track_id), "tracks", slug_of(track_id))


def topic(track_id: TrackId, topic_id: str) -> Address:
    """A topic's place on its track's page."""
    return Address(f"{track(track_id)}#{topic_id}")


def case(case_id: CaseId) -> Address:
    """A case's page."""
    return _page(edition_of(case_id), "cases", slug_of(case_id))


def entry(edition: EditionId, number: str) -> Address:
    """The page of an entry that holds an award."""
    return _page(edition, "entries", number.lower())


def of_entry(catalog: Catalog, edition: EditionId, record: Entry) -> Address | None:
    """Where an entry is told of: in its case, or on the page that winners in a table have; others have none."""
    if case_id := catalog.case_of(edition, record.number):
        return case(case_id)
    return entry(edition, record.number) if record.awards and catalog.has_row(edition, record.number) else None


def entry_list(edition: EditionId, stage: ListKind) -> Address:
    """The page of one of an edition's lists; that of the winners is a section."""
    return section(edition, "winners") if stage is ListKind.WINNERS else _page(edition, "lists", stage)


def listing(edition: EditionId, track_slug: str = "", award: int | None = None, page: int = 1) -> Address:
    """One page of the plain list of cases, perhaps of one track, one award (1 is the highest level), or both."""
    parts = ["cases"]
    parts += ["track", track_slug] * bool(track_slug)
    parts += ["award", str(award)] * (award is not None)
    parts += ["page", str(page)] * (page > 1)
    return _page(edition, *parts)


def export(edition: EditionId, name: str) -> Address:
    """A data file of an edition, such as `edition.json` or `cases.csv`."""
    return Address(f"{edition}/data/{name}")


def alias(record: Track | WinningCase | Notice | FreePage, old: str) -> Address:
    """The page that an old slug of a record leads from."""
    return _page(record.edition, _FOLDERS.get(type(record), ""), old)


def of(record: Branch | Edition | Track | WinningCase | Notice | FreePage) -> Address:
    """The page of any record that has one."""
    folder = _FOLDERS.get(type(record))
    return _page(edition_of(record.id), folder, slug_of(record.id)) if folder else _page(record.id)


def sources(catalog: Catalog) -> dict[Address, str]:
    """The content file of every page that shows a text of its own."""
    records = catalog.all_of("track", "notice", "page", "case")
    pages = ((of(record), catalog.source(kind, record.id)) for kind, record in records)
    return {page: document.path for page, document in pages if document}


# Links


def relative(source: Address, target: Address) -> str:
    """The link from the page at `source` to `target`."""
    path, mark, fragment = target.partition("#")
    if path == source and mark:
        return f"#{fragment}"
    return _relative(source.rpartition("/")[0], path) + mark + fragment


@lru_cache(maxsize=65_536)
def _relative(folder: str, path: str) -> str:
    """`path` as seen from `folder`; the cache spares most of a page's time, for its links are its neighbours' too."""
    if path == ROOT:
        return posixpath.relpath("/", f"/{folder}")
    here, there = folder.split("/") if folder else [], path.split("/")
    shared = next((n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def canonical(site_url: str, address: Address) -> str:
    """The public URL of an address: `site_url` (ends with a slash) and the address without `index.html`."""
    path, mark, fragment = address.partition("#")
    if path.rsplit("/", 1)[-1] == "index.html":
        path = path[: -len("index.html")]
    return site_url + path + mark + fragment


def resolve(catalog: Catalog, edition: EditionId, reference: str) -> Address | None:
    """What `record:<reference>` in a text of that edition leads to, or None when there is nothing.

    A reference is a section (`timeline`), a record (`tracks/transport#topic-2`, `cases/<slug>`,
    `notices/<slug>`, `pages/<slug>`, `lists/<stage>`), nothing for the edition's home, or any of these after
    `/<branch>/<year>/` for another edition.
    """
    edition, kind, slug, fragment = referred(edition, reference)
    if edition not in catalog.editions:
        return None
    if not slug:
        if kind == "":
            return edition_home(edition)
        return section(edition, kind) if kind in sections(catalog, edition) and not fragment else None
    return _resolve_record(catalog, edition, kind, slug, fragment)


def referred(edition: EditionId, reference: str) -> tuple[EditionId, str, str, str]:
    """The edition, the folder or section, the slug and the fragment that a reference in a text of an edition names."""
    if reference.startswith("/"):
        branch, year, reference = [*reference[1:].split("/", 2), "", ""][:3]
        edition = EditionId(f"{branch}/{year}".rstrip("/"))
    path, _, fragment = reference.strip("/").partition("#")
    kind, _, slug = path.partition("/")
    return edition, kind, slug, fragment


def _resolve_record(catalog: Catalog, edition: EditionId, kind: str, slug: str, fragment: str) -> Address | None:
    key = f"{edition}/{slug}"
    if kind == "tracks" and (record := catalog.tracks.get(TrackId(key))):
        if not fragment:
            return track(record.id)
        found = record.topic(fragment)
        return topic(record.id, found.id) if found else None
    if fragment:
        return None
    if kind == "lists" and slug in list(ListKind) and catalog.entries_in(edition, ListKind(slug)):
        return entry_list(edition, ListKind(slug))
    records: Mapping[str, Any] = {"cases": catalog.cases, "notices": catalog.notices, "pages": catalog.pages}
    found = records.get(kind, {}).get(key)
    return of(found) if found else None


def _page(*parts: str) -> Address:
    return Address("/".join([part for part in parts if part] + ["index.html"]))
