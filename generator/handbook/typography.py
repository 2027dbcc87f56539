"""Chinese typography that WeasyPrint lacks (work in progress: plain)."""

from __future__ import annotations


def prepare(html: str) -> str:
    """The HTML of a unit with its text prepared for print."""
    return html
