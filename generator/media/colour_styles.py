"""A portal's palette as CSS custom properties."""

from __future__ import annotations

from generator.media.palette import Scheme, palette
from generator.model.branch import Colours


def stylesheet(colours: Colours) -> str:
    """Light colours, and on screens the dark ones for readers whose system or choice asks for them."""
    found = palette(colours)
    light, dark = _properties(found.light), _properties(found.dark)
    banner = f"--banner:{found.banner};--banner-deep:{found.banner_deep};"
    return (
        f":root{{{banner}{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
    )


def _properties(scheme: Scheme) -> str:
    named = {
        "primary": scheme.primary,
        "on-primary": scheme.on_primary,
        "primary-soft": scheme.soft,
        "primary-line": scheme.line,
        "accent": scheme.accent,
        "accent-soft": scheme.accent_soft,
    }
    return "".join(f"--{name}:{value};" for name, value in named.items())
