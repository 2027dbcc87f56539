"""Whatever was edited, a build over an older one gives byte for byte what a build from nothing gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.machine import program
from generator.publish import Stopped
from generator.render import Renderer
from tests import whole
from tests.publish.workshop import EDITS, Workshop

GROUPS = (
    ("a body",),
    ("a notice", "a phase", "a script", "a branch's own template", "a damaged page"),
    ("a title", "a topic", "a lost page"),
    ("an award", "a caption"),
    ("a track",),
    ("a tag", "a picture"),
    ("colours", "a draft"),
    ("a style sheet", "no draft"),
    ("a partial", "a new address"),
    ("a template", "the other branch"),
    ("another day",),
    ("back to the day",),
    ("another address", "a case gone"),
)
"""Every edit. What should have been made again stays as it was until all of a group are compared: no two of them change
the same page, but for the first of some, which changes all."""


@settings(max_examples=1, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(groups=st.lists(st.sampled_from(sorted(EDITS)), min_size=3, max_size=5).map(lambda names: [names]))
@example(groups=GROUPS)
def test_a_build_over_another_is_a_build_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, groups: Sequence[Sequence[str]]
) -> None:
    folder = tmp_path_factory.mktemp("workshop")
    shop = Workshop(folder / "contest")
    shop.publish()
    for names in groups:
        for name in names:
            EDITS[name](shop)
            made = shop.publish() or {}
            assert made or groups is not GROUPS, f"{name}: the example holds no mistake"
        expected = shop.publish_anew(folder / "anew") or {}
        assert made.keys() == expected.keys(), names
        assert [path for path in made if made[path] != expected[path]] == [], names


def test_every_edit_is_in_one_group() -> None:
    assert sorted(name for names in GROUPS for name in names) == sorted(EDITS)


def test_every_edit_changes_something(tmp_path: Path) -> None:
    """An edit of what is not there would show nothing."""
    later = {"no draft", "back to the day", "a lost page", "a damaged page"}  # they need another before them
    for name in EDITS.keys() - later:
        shop = Workshop(tmp_path / name)
        before = (shop.asked, whole.contents(shop.root))
        EDITS[name](shop)
        assert (shop.asked, whole.contents(shop.root)) != before, name


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
