"""What a browser may do with our pages, in one place for pages, previews and web servers.

Reasons: docs/decisions/0010-content-security-policy.md.
"""

from __future__ import annotations

from generator.security import lost

_OWN = "'self' file:"
"""The site's own files. From disk it is left open what `'self'` matches; on the web `file:` adds nothing."""

_DIRECTIVES = {
    "default-src": "'none'",  # also what is not named below: frames, objects, fonts, media, workers, connections
    "script-src": _OWN,
    "style-src": f"{_OWN} 'unsafe-inline'",  # the lengths of bars stand in style attributes
    "style-src-elem": _OWN,  # where it is known, nothing but attributes may be inline
    "img-src": f"{_OWN} data:",  # the page's icon, and Material's icons in its style sheet
    "manifest-src": "'self'",
    "form-action": _OWN,
}

PAGE = "; ".join(f"{name} {sources}" for name, sources in {**_DIRECTIVES, "base-uri": "'none'"}.items())
"""For `<meta http-equiv>`. Only a 404 page has a `<base>`, which stands before it."""

LOST = PAGE.replace("script-src", f"script-src {lost.ALLOWED}").replace("base-uri 'none'", "base-uri 'self'")
"""For a 404 page that looks for its base."""

HEADER = "; ".join(
    f"{name} {sources}".replace(" file:", "")
    for name, sources in {**_DIRECTIVES, "base-uri": "'self'", "frame-ancestors": "'none'"}.items()
).replace("script-src", f"script-src {lost.ALLOWED}")
"""For HTTP, where frames can be forbidden, and where the header of a 404 page comes before its base and script."""

HEADERS = {
    "Content-Security-Policy": HEADER,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every server of a site should send."""


def editor(api: str | None) -> str:
    """The policy of the editor page, which asks what is below `api`, with a slash at its end, and nobody else."""
    return PAGE if api is None else PAGE.replace("default-src 'none'", f"default-src 'none'; connect-src {api}", 1)


def live(page: str) -> str:
    """The policy of a page in the live preview, which asks its own server whether something has changed."""
    return page.replace("default-src 'none'", "default-src 'none'; connect-src 'self'", 1)


def watched(page: bytes, script: str) -> bytes:
    """A page as a live preview shows it: with the preview's script, and that policy."""
    page = page.replace(PAGE.encode(), live(PAGE).encode(), 1)
    return page.replace(b"</head>", f"{script}\n</head>".encode(), 1)
