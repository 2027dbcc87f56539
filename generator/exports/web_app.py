"""`app.webmanifest`: the web app manifest of a portal or the hub (W3C), whose addresses start from its own folder."""

from __future__ import annotations

import json
from collections.abc import Iterable


def web_manifest(name: str, short_name: str, colour: str, sizes: Iterable[int]) -> bytes:
    """The bytes of the manifest; `sizes` are the pixels of its icons."""
    icons = [{"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in sizes]
    said = {
        "name": name,
        "short_name": short_name,
        "lang": "zh-CN",
        "start_url": "index.html",
        "scope": "./",
        "display": "browser",
        "theme_color": colour,
        "background_color": "#ffffff",
        "icons": icons,
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()
