"""What a rule is, and what several rules go through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Literal

from generator.catalog import Catalog, Kind
from generator.catalog.addresses import folded
from generator.content.documents import Document
from generator.content.hints import by_id_or_name
from generator.content.tree import Tree
from generator.diagnostics import Diagnostic, Span
from generator.model import EditionId, FreePage, Notice, WinningCase
from generator.text import markdown
from generator.text.scan import Reference, may_link, prose, span

Findings = Iterator[Diagnostic]
"""The problems that a rule finds."""

Rule = Callable[[Catalog], Findings]
"""A rule over the records alone."""

FileRule = Callable[[Catalog, Tree], Findings]
"""A rule that also looks at files beside the records."""

_SEEN = re.compile(r"<img|(?<=>)[^<]*?[^\s<]")
"""A picture, or words between tags."""

RULES: list[Rule] = []
FILE_RULES: list[FileRule] = []
"""All of either kind, once every module is loaded."""


def rule(check: Rule) -> Rule:
    """Have a rule applied to every catalog."""
    RULES.append(check)
    return check


def file_rule(check: FileRule) -> FileRule:
    """Have a rule applied to every project."""
    FILE_RULES.append(check)
    return check


def new_documents(catalog: Catalog) -> Iterator[tuple[Kind, Document]]:
    """The files that a rule about each alone has not yet been applied to, with the kinds of their records."""
    yield from ((kind, document) for (kind, _), document in catalog.sources.items() if not document.sound)


def written(catalog: Catalog) -> Iterator[tuple[Callable[[int], Span], str]]:
    """Every Markdown text that is new, with what tells the place of an offset in it."""
    for _, document in new_documents(catalog):
        yield partial(span, document), document.body
    for _, at, text in catalog.essays():
        yield (lambda _, at=at: at), text  # type: ignore[misc]


def published(catalog: Catalog) -> Iterator[tuple[Kind, WinningCase | Notice | FreePage]]:
    """Every record that has terms of publication, with its kind."""
    return catalog.all_of("case", "notice", "page")


def shows(body: str) -> bool:
    """Whether a reader sees anything of a text when what is not allowed and what editors note was taken out."""
    return bool(body) and ("<" not in body or bool(_SEEN.search(markdown.html(body))))


def in_other_letters(name: str, there: Iterable[str]) -> str:
    """What to do about a file that is there but for upper and lower case; empty when none is."""
    found = next((each for each in there if folded(each) == folded(name)), None)
    return f"文件叫 {found}，大小写要一样：改成同一个名字" if found else ""


def repeated(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    """What comes again in a list that should have it once, with its place."""
    seen: set[str] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield place, value
        seen.add(value)


def references(
    text: str, written: Callable[[str], Iterable[Reference]], attribute: Literal["href", "src"]
) -> list[Reference]:
    """The links or pictures that are written in a text, then those that only the reader of Markdown finds in it.

    Those of footnotes are none.
    """
    if not may_link(text):
        return []
    found = list(written(prose(text)))
    known = {each.target for each in found}
    shown = (each for each in markdown.targets(text, attribute) if each not in known and not each.startswith("#fn"))
    return found + [Reference(max(0, text.find(each)), each, html=attribute == "src") for each in shown]


def any_broken(catalog: Catalog, kind: Kind, edition: EditionId) -> bool:
    """Whether some file of that kind in the edition could not be decoded, so that counting tells nothing."""
    prefix = f"{edition}/"
    keys = (key for found, key in catalog.sources if found == kind and key.startswith(prefix))
    return any(catalog.is_broken(kind, key) for key in keys)


def track_hint(catalog: Catalog, edition: EditionId, typed: str) -> str:
    """What to write for a track of an edition."""
    offered = {record.slug: record.name for record in catalog.tracks_of(edition)}
    return by_id_or_name(typed.removesuffix("赛道"), offered) or f"content/{edition}/tracks/ 里还没有赛道文件"
