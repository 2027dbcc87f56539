"""A contest in the hands of its editors: every kind of edit, and what is built after it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image

from generator.publish import Request, renew
from generator.text import markdown
from tests import whole

EDITION = "content/alpha/2026"
CASE = f"{EDITION}/cases/kiln-heat-map/index.md"
OTHER = f"{EDITION}/cases/night-bus"


class Workshop:
    """A contest in the hands of its editors, and what it is built with."""

    def __init__(self, folder: Path) -> None:
        self.root = whole.lay(folder)
        (folder / "templates").unlink()
        shutil.copytree(whole.ROOT / "templates", folder / "templates")
        self.asked = Request(folder, folder / "site", date(2026, 9, 30), handbooks=False)

    def ask(self, **wishes: object) -> None:
        """Ask for something else from now on."""
        self.asked = replace(self.asked, **wishes)  # type: ignore[arg-type]

    def replace(self, name: str, old: str, new: str) -> None:
        """The first place, if the file has one."""
        path = self.root / name
        if path.exists():
            path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    def publish(self, root: Path | None = None) -> dict[str, bytes] | None:
        """The files of the site; None when mistakes stopped the build."""
        root = root or self.root
        result = renew(replace(self.asked, root=root, out=root / "site"))
        return whole.contents(root / "site") if result.published else None

    def publish_anew(self, folder: Path) -> dict[str, bytes] | None:
        """The same without anything that was kept."""
        markdown.html.cache_clear()
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns("site", ".cache"))
        made = self.publish(folder)
        shutil.rmtree(folder)
        return made


def _own_template(shop: Workshop) -> None:
    own = shop.root / "branches/alpha/templates"
    own.mkdir(exist_ok=True)
    shutil.copy(shop.root / "templates/portal/guide.html", own)
    shop.replace("branches/alpha/templates/guide.html", "{% block content %}", "{% block content %}<!-- own -->")


Edit = Callable[[Workshop], object]
EDITS: dict[str, Edit] = {
    "a body": lambda shop: shop.replace(CASE, "## 解决方案\n", "## 解决方案\n\n多了一段。\n"),
    "a title": lambda shop: shop.replace(CASE, "title: 窑温", "title: 新窑温"),
    "an award": lambda shop: shop.replace(f"{OTHER}/index.md", "award: 二等奖", "award: 优秀奖"),
    "a track": lambda shop: shop.replace(
        f"{OTHER}/index.md", "track: common-good\ntopic: 夜间公交", "track: smart-factory"
    ),
    "a tag": lambda shop: shop.replace(CASE, "tags: [陶瓷", "tags: [新标签, 陶瓷"),
    "a draft": lambda shop: shop.replace(f"{OTHER}/index.md", "demo: true", "demo: true\ndraft: true"),
    "no draft": lambda shop: shop.replace(f"{OTHER}/index.md", "\ndraft: true", ""),
    "a notice": lambda shop: shop.replace(f"{EDITION}/notices/2026-06-01-launch.md", "报名开始", "报名现在开始"),
    "a topic": lambda shop: shop.replace(f"{EDITION}/tracks/03-common-good.md", "给每棵树", "给每棵老树"),
    "a phase": lambda shop: shop.replace(f"{EDITION}/timeline.yml", "name: 报名", "name: 网上报名"),
    "a picture": lambda shop: Image.new("RGB", (640, 400), "teal").save(
        shop.root / EDITION / "cases/leaf-tally/cover.png"
    ),
    "a caption": lambda shop: shop.replace(CASE, "caption: 窑体", "caption: 新窑体"),
    "a new address": lambda shop: (
        shop.root.joinpath(OTHER).exists()
        and shop.root.joinpath(OTHER).rename(shop.root / EDITION / "cases/bus-by-night")
    ),
    "a case gone": lambda shop: shutil.rmtree(shop.root / EDITION / "cases/river-gauge", ignore_errors=True),
    "colours": lambda shop: shop.replace("branches/alpha/branch.yml", "#0b4f8a", "#0d4f4c"),
    "the other branch": lambda shop: shop.replace("content/beta/2026/edition.yml", "乙原自治区分赛", "乙原分赛"),
    "a template": lambda shop: shop.replace(
        "templates/portal/case.html", "{% block content %}", "{% block content %}<!-- new -->"
    ),
    "a partial": lambda shop: shop.replace("templates/shell/partials/links.html", "<a{{", '<a data-new="1"{{'),
    "a style sheet": lambda shop: shop.root.joinpath("templates/shell/assets/css/zz.css").write_text("p{margin:1em}"),
    "a script": lambda shop: shop.replace("templates/shell/assets/js/portal/menu.js", "\n", "\n// new\n"),
    "a branch's own template": _own_template,
    "another day": lambda shop: shop.ask(as_of=date(2026, 8, 1)),
    "back to the day": lambda shop: shop.ask(as_of=date(2026, 9, 30)),
    "another address": lambda shop: shop.ask(site_url="https://else.example/x/"),
    "a lost page": lambda shop: shutil.rmtree(shop.root / "site/alpha/2026/guide"),
    "a damaged page": lambda shop: (shop.root / "site/alpha/2026/awards/index.html").write_bytes(b"x"),
}
