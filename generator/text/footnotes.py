"""Footnotes in the HTML of texts: numbered through a page, gathered at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

_ID = re.compile(r'(?P<before>id="|href="#)(?P<kind>fn(?:ref\d*)?):(?P<label>[^"]*)"')
_MARK = re.compile(r'(<a href="#fn:([^"]*)"[^>]*>)\[\d+\]')
_LIST = re.compile(r'\n<hr>\n<ol>(\n<li id="fn:.*</li>\n)</ol>$', re.DOTALL)
_LABEL = re.compile(r'<li id="fn:([^"]*)"')
_NOTES = re.compile(r'<section class="notes"[^>]*><ol start="(\d+)">(.*)</ol></section>$', re.DOTALL)
_SECTION = '<section class="notes" role="doc-endnotes" aria-label="注释"><ol start="{}">{}</ol></section>'

MARKS = re.compile(r'<sup id="fnref.*?</sup>|\u00a0?<a href="#fnref[^>]*>.*?</a>', re.DOTALL)
"""What leads from texts to their notes and back."""


def numbered(html: str, numbers: Iterator[int]) -> str:
    """A text with its notes in a section of their own; they take the next numbers of its page.

    A mark stays in the line of the word before it, by a joiner of no width.
    """
    given = {label: next(numbers) for label in _LABEL.findall(html)}
    html = _MARK.sub(lambda mark: f"{mark[1]}[{given[mark[2]]}]", html)
    html = html.replace('<sup id="fnref', '\u2060<sup id="fnref')
    html = _ID.sub(lambda found: f'{found["before"]}{found["kind"]}:{given[found["label"]]}"', html)
    return _LIST.sub(lambda notes: _SECTION.format(min(given.values()), notes[1]), html)


def gathered(texts: Sequence[Markup]) -> tuple[list[Markup], Markup]:
    """The texts of one page without their notes, and the section of all their notes; empty when there are none."""
    found = [notes for text in texts if (notes := _NOTES.search(text))]
    section = _SECTION.format(found[0][1], "".join(notes[2] for notes in found)) if found else ""
    return [Markup(_NOTES.sub("", text)) for text in texts], Markup(section)  # noqa: S704 - safe already
