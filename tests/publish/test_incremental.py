"""Whatever was edited, a build over an older one gives byte for byte what a build from nothing gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.machine import program
from generator.publish import Request, Stopped, renew, workers
from generator.render import Renderer
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
        """The same without anything that was kept, by one process."""
        markdown.html.cache_clear()
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns("site", ".cache"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(workers, "available_processors", lambda: 1)
            made = self.publish(folder)
        shutil.rmtree(folder)
        return made


def _own_template(shop: Workshop) -> None:
    own = shop.root / "branches/alpha/templates"
    own.mkdir(exist_ok=True)
    shutil.copy(shop.root / "templates/portal/guide.html", own)
    shop.replace("branches/alpha/templates/guide.html", "{% block main", "<!-- own -->{% block main")


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
    "a template": lambda shop: shop.replace("templates/portal/case.html", "{% block main", "<!-- new -->{% block main"),
    "a partial": lambda shop: shop.replace("templates/shell/partials/links.html", "<a ", '<a data-new="1" '),
    "a style sheet": lambda shop: shop.root.joinpath("templates/shell/assets/css/zz.css").write_text("p{margin:1em}"),
    "a script": lambda shop: shop.replace("templates/shell/assets/js/portal/menu.js", "\n", "\n// new\n"),
    "a branch's own template": _own_template,
    "another day": lambda shop: shop.ask(as_of=date(2026, 8, 1)),
    "back to the day": lambda shop: shop.ask(as_of=date(2026, 9, 30)),
    "another address": lambda shop: shop.ask(site_url="https://else.example/x/"),
    "a lost page": lambda shop: shutil.rmtree(shop.root / "site/alpha/2026/guide"),
    "a damaged page": lambda shop: (shop.root / "site/alpha/2026/awards/index.html").write_bytes(b"x"),
}


@settings(max_examples=1, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(names=st.lists(st.sampled_from(sorted(EDITS)), min_size=3, max_size=5))
@example(names=list(EDITS))
def test_a_build_over_another_is_a_build_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("workshop")
    shop = Workshop(folder / "contest")
    shop.publish()
    for name in names:
        EDITS[name](shop)
        made, expected = shop.publish() or {}, shop.publish_anew(folder / "anew") or {}
        assert made.keys() == expected.keys(), name
        assert [path for path in made if made[path] != expected[path]] == [], name
        assert made or len(names) < len(EDITS), f"{name}: the example holds no mistake"


def test_a_page_is_rendered_again_only_when_something_it_shows_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hard links tell: a page that was taken over is the same file."""
    shop = Workshop(tmp_path / "contest")
    shop.publish()
    before = _inodes(shop)
    EDITS["a body"](shop)
    shop.publish()
    after = _inodes(shop)
    assert [name for name in before if before[name] != after[name]] == ["alpha/2026/cases/kiln-heat-map/index.html"]
    monkeypatch.setattr(program, "code", lambda: "another program")
    shop.publish()
    assert not set(_inodes(shop).items()) & set(after.items())


def test_what_is_kept_can_be_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = Workshop(tmp_path / "contest")
    before = shop.publish()
    shop.ask(verified=1)
    assert shop.publish() == before
    monkeypatch.setattr(Renderer, "page", lambda *_: "不同")  # as if the key did not cover everything
    with pytest.raises(Stopped, match=r"缓存里的 .* 与重新生成的不一样"):
        shop.publish()
    shop.ask(verified=0)
    assert shop.publish() == before


def _inodes(shop: Workshop) -> dict[str, int]:
    site = shop.root / "site"
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in sorted(site.rglob("*.html"))}
