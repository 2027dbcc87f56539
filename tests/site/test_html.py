"""Every page of the project's site by the W3C's HTML checker."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests import whole

CHECKER = whole.ROOT / "tests/web/node_modules/vnu-jar/build/dist/vnu.jar"
LEFT_OFF = {
    "Resource violates Content Security Policy": "the checker reads from disk, where 'self' is nothing to it",
    "Inline script violates Content Security Policy": "linked data, which no browser runs",
    "Article lacks heading": "that of the page is its heading",
    "Duplicate “dt” name": "two things that one place of a notice says stand under its name twice",
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


@pytest.mark.xdist_group("site")
def test_every_page_is_valid(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert findings(whole.published(tmp_path_factory)) == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<!doctype html><html lang=zh-CN><title>页</title><p>一<span aria-label=名>二</span><img src='a b'>", "utf-8"
    )
    found = findings(tmp_path)
    assert [bool(re.search(each, " ".join(found))) for each in ("aria-label", "src", "alt")] == [True, True, True]
