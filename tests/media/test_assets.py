"""Style sheets and scripts of the portals: few, light, named by their content, and not newer than readers' browsers."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from generator.media import assets
from generator.model import Words

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates/shell/assets"


@pytest.fixture(scope="module")
def bundle() -> assets.Assets:
    return assets.bundle(ROOT, ":root{}", Words())


def test_files_are_named_by_their_content(bundle: assets.Assets) -> None:
    assert set(bundle.names) == {"portal.css", "head.js", "portal.js", "search.js", "gallery.js", "aids.js"}
    assert set(bundle.files) == set(bundle.names.values())
    again = assets.bundle(ROOT, ":root{}", Words())
    assert (again.files, again.names) == (bundle.files, bundle.names)
    other = assets.bundle(ROOT, ":root{--primary:red}", Words())
    changed = {name for name in bundle.names if other.names[name] != bundle.names[name]}
    assert changed == {"portal.css"}


def test_every_script_is_one_that_any_page_can_run(bundle: assets.Assets) -> None:
    for name in bundle.names:
        if not name.endswith(".js"):
            continue
        text = bundle.files[bundle.names[name]].decode()
        assert text.startswith('(()=>{"use strict";'), name
        assert text.endswith("})();"), name
        assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE), name
        assert not re.search(r"https?://", text), name  # no other origin


@pytest.mark.parametrize(
    ("names", "most"),
    [(["head.js", "portal.js"], 11_500), (["search.js"], 12_000), (["gallery.js"], 9_000), (["aids.js"], 4_000)],
)
def test_scripts_stay_light(bundle: assets.Assets, names: list[str], most: int) -> None:
    assert sum(len(gzip.compress(bundle.files[bundle.names[name]])) for name in names) < most


NEWER_SCRIPT = (
    r"\.at\(|\.findLast|\.toSorted|\.toReversed|\.toSpliced|\.replaceAll|\.isWellFormed|structuredClone|groupBy"
    r"|hasOwn\b|fromAsync|withResolvers|\(\?<[=!]|CSS\.highlights|\.showPopover|\.checkVisibility|static \{|#\w+ ="
    r"|\?\?=|\|\|=|&&=|scheduler\.|navigation\.|startViewTransition|URL\.canParse|AbortSignal\.(any|timeout)"
)
NEWER_STYLE = (
    r":is\(|:where\(|[{;]inset:|aspect-ratio|:has\(|@layer|@container|@scope|@property|@starting-style|color-mix\(|light-dark\(|oklch\(|[0-9](dvh|svh|lvh|cqw)"
    r"|subgrid|field-sizing|anchor-name|content-visibility|[{},]&[\s.:]"
)


def test_nothing_is_newer_than_the_browsers_of_2020(bundle: assets.Assets) -> None:
    """Chromium 84 to 88 in WeChat and 360. `jsconfig.json` holds the language to ES2020; this holds the rest."""
    for name, pattern in [(name, NEWER_SCRIPT) for name in bundle.names if name.endswith(".js")] + [
        ("portal.css", NEWER_STYLE)
    ]:
        text = bundle.files[bundle.names[name]].decode()
        assert re.findall(pattern, text) == [], name
