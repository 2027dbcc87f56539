"""Pages by the W3C's HTML checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
LEFT_OFF = {
    "Resource violates Content Security Policy": "the checker reads from disk, where 'self' is nothing to it",
    "Inline script violates Content Security Policy": "linked data, which no browser runs",
    "Article lacks heading": "that of the page is its heading",
    "Duplicate “dt” name": "two things that one place of a notice says stand under its name twice",
    "The “list” role is unnecessary": "Safari forgets that lists without marks are lists",
    "Attribute “aria-activedescendant” value should": "what a combobox controls need not be in it (ARIA 1.2)",
}
"""Findings that are none, by how they begin, each with the reason."""


def findings(site: Path) -> list[str]:
    """What the checker says of the pages below a folder."""
    command = ["java", "-Xss1m", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", "--stdout", str(site)]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)["messages"]
    return [
        f"{each['url'].removeprefix(site.as_uri())}: {each['message']}"
        for each in found
        if each["type"] != "info" or each.get("subType")
        if not each["message"].startswith(tuple(LEFT_OFF))
    ]


def findings_live(pages: Iterable[str], folder: Path) -> list[str]:
    """What it says of pages as scripts have made them; they are written into a folder."""
    for number, page in enumerate(pages):
        (folder / f"{number}.html").write_text(page, "utf-8")
    return findings(folder)
