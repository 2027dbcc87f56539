"""Every page of the project's site by the W3C's HTML checker."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import whole
from tests.web.markup import findings


@pytest.mark.xdist_group("site")
def test_every_page_is_valid(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert findings(whole.published(tmp_path_factory)) == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<!doctype html><html lang=zh-CN><title>页</title><p>一<span aria-label=名>二</span><img src='a b'>", "utf-8"
    )
    found = findings(tmp_path)
    assert [bool(re.search(each, " ".join(found))) for each in ("aria-label", "src", "alt")] == [True, True, True]
