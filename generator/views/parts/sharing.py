"""How pages look where they are passed on: Open Graph, what Tencent's programs read, icons, the address as a QR code.

Open Graph: ogp.me. X reads `twitter:card` and takes the rest from Open Graph. QQ and WeChat read `itemprop`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.media import cards, qr
from generator.model import BranchId
from generator.views.parts.official import Article
from generator.views.parts.page import Icons, PageHead, Sharing, Site

Pair = tuple[str, str]


def head(
    site: Site,
    title: str,
    description: str,
    name: str,
    url: str | None,
    picture: Address,
    icons: Icons | None,
    article: Article | None = None,
    tags: tuple[Pair, ...] = (),
) -> PageHead:
    """What a page says of itself; without the site's public address it has no picture, whose own must be absolute."""
    image = addresses.canonical(site.site_url, picture) if site.site_url and site.lettered else None
    properties = (
        ("og:type", "article" if article else "website"),
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", name),
        ("og:locale", "zh_CN"),
        *([("og:url", url)] if url else ()),
        *(_image(image, title) if image else ()),
        *([("article:published_time", article.published.isoformat())] if article and article.published else ()),
    )
    names = (("twitter:card", "summary_large_image" if image else "summary"), *tags)
    spoken = (("name", title), ("description", description), *([("image", image)] if image else ()))
    return PageHead(names, properties, spoken, icons)


def _image(image: str, title: str) -> Iterator[Pair]:
    width, height = cards.SIZE
    yield "og:image", image
    yield "og:image:width", str(width)
    yield "og:image:height", str(height)
    yield "og:image:alt", title


def icons(site: Site, branch: BranchId | None) -> Icons | None:
    """The icons of a portal or of the hub, if they can be drawn."""
    if not site.lettered:
        return None
    folder = f"{branch}/" if branch else ""
    return Icons(*(Address(f"{folder}{name}") for name in ("favicon.ico", "apple-touch-icon.png", "app.webmanifest")))


def sharing(site: Site, address: Address) -> Sharing:
    """How a page is passed on."""
    url = site.canonical(address)
    return Sharing(url, qr.svg(url, "二维码：本页网址") if url else None)
