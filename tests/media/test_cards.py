"""Pictures for sharing and icons, as they are drawn."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.media import cards, lettering, pictures
from generator.media.cards import Card
from generator.model.branch import Colours

COLOURS = Colours(primary="#0b4f8a", accent="#a85b00")
CARD = Card("甲", "甲州分赛", COLOURS, "河流水位预报", "一等奖", "甲州水文中心", "2026年大赛甲州分赛")


def noise(path: Path, size: tuple[int, int]) -> pictures.MeasuredPicture:
    Image.effect_noise(size, 90).convert("RGB").save(path)
    return pictures.gallery(path.parent, [path.name])[path.name]


def test_a_picture_is_as_large_as_asked_for_and_the_same_again(tmp_path: Path) -> None:
    first = cards.share_picture(CARD, tmp_path)
    with Image.open(io.BytesIO(first)) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 630))
    assert cards.share_picture(CARD, tmp_path / "elsewhere") == first
    (entry,) = (tmp_path / ".cache" / "cards").iterdir()
    entry.write_bytes(b"damaged")
    assert cards.share_picture(CARD, tmp_path) == first


@pytest.mark.parametrize("size", [(2400, 500), (500, 2400), (1600, 1600)])
def test_no_picture_is_too_heavy_however_hard_its_cover_is(tmp_path: Path, size: tuple[int, int]) -> None:
    cover = noise(tmp_path / "cover.png", size)
    made = cards.share_picture(Card("甲", "甲州分赛", COLOURS, "字" * 200, None, "位" * 90, None, cover), tmp_path)
    assert len(made) <= cards.MAX_BYTES


def test_another_cover_is_another_picture(tmp_path: Path) -> None:
    path = tmp_path / "cover.png"
    keys = {cards.key(CARD)}
    for size in ((60, 60), (60, 61)):
        keys.add(cards.key(Card("甲", "甲", COLOURS, "题", cover=noise(path, size))))
    assert len(keys) == 3


def test_lines_break_where_chinese_breaks() -> None:
    files = lettering.files()
    assert files
    face = lettering.font(files[0], 60)
    assert cards.wrapped("江河水位预报，洪水预警", face, 60 * 6) == ["江河水位预", "报，洪水预警"]
    assert cards.wrapped("平台AI+GIS中（试）", face, 60 * 4) == ["平台", "AI+GIS", "中（试）"]
    assert cards.wrapped("", face, 100) == []


def test_icons_have_the_sizes_that_they_say() -> None:
    with Image.open(io.BytesIO(cards.favicon("甲", "#0b4f8a"))) as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    for mark in ("甲", "甲州"):
        with Image.open(io.BytesIO(cards.icon(mark, "#0b4f8a", 180))) as icon:
            assert icon.size == (180, 180)
            assert icon.convert("RGB").getpixel((0, 0)) == (11, 79, 138)


def test_who_lacks_the_font_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(lettering.shortcomings()) == []
    monkeypatch.setattr(lettering, "files", lambda: None)
    (told,) = lettering.shortcomings()
    assert told.code == "no-font"
