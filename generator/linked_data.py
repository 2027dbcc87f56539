"""Pages as schema.org linked data (JSON-LD), for search engines."""

from __future__ import annotations

from collections.abc import Iterable

from generator.addresses import Address
from generator.catalog import Catalog
from generator.model import Edition, Notice, WinningCase

LinkedData = dict[str, object]


def event(catalog: Catalog, edition: Edition, site_url: str | None) -> LinkedData:
    """An edition as an Event."""
    raise NotImplementedError


def item_list(catalog: Catalog, cases: Iterable[WinningCase], site_url: str | None) -> LinkedData:
    """A list of cases as an ItemList, in the order given."""
    raise NotImplementedError


def creative_work(catalog: Catalog, case: WinningCase, site_url: str | None) -> LinkedData:
    """A case as a CreativeWork."""
    raise NotImplementedError


def news_article(catalog: Catalog, notice: Notice, site_url: str | None) -> LinkedData:
    """A notice as a NewsArticle."""
    raise NotImplementedError


def breadcrumb(trail: Iterable[tuple[str, Address]], site_url: str | None) -> LinkedData:
    """The names and pages that lead to a page as a BreadcrumbList, the page itself last."""
    raise NotImplementedError


def script_text(data: LinkedData) -> str:
    """JSON that may stand inside a `<script>` element."""
    raise NotImplementedError
