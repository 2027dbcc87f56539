"""Pictures: measured as shown, never wider than they are, published without what hides in them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from generator import cache
from generator.media import pictures
from tests.damage import DAMAGES


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo with its place in it, taken with the camera turned."""
    path = tmp_path / "case" / "photo.jpg"
    path.parent.mkdir()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (41.0, 48.0, 0.0)})
    Image.new("RGB", (1200, 800), "#336699").save(path, exif=exif)
    return path


def test_size_is_as_shown(photo: Path) -> None:
    measured = pictures.gallery(photo.parent)["photo.jpg"]
    assert (measured.width, measured.height) == (800, 1200)
    assert [rendition.width for rendition in measured.renditions] == [480, 800]


def test_published_files_carry_no_metadata(photo: Path, tmp_path: Path) -> None:
    measured = pictures.gallery(photo.parent)["photo.jpg"]
    made = pictures.encode(measured, measured.renditions[0], tmp_path)
    with Image.open(io.BytesIO(made)) as image:
        assert image.size == (480, 720)
        assert not image.getexif()
        assert "exif" not in image.info
    assert b"GPS" not in made


def test_the_cache_is_used_and_bytes_are_the_same(photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = pictures.gallery(photo.parent)["photo.jpg"]
    first = pictures.encode(measured, measured.renditions[0], tmp_path / "one")
    assert pictures.encode(measured, measured.renditions[0], tmp_path / "other") == first
    monkeypatch.setattr(pictures, "_encoded", None)  # nothing is encoded any more
    assert pictures.encode(measured, measured.renditions[0], tmp_path / "one") == first


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_picture_in_the_cache_is_made_again(photo: Path, tmp_path: Path, damage: str) -> None:
    measured = pictures.gallery(photo.parent)["photo.jpg"]
    sound = pictures.encode(measured, measured.renditions[0], tmp_path)
    (entry,) = (tmp_path / ".cache" / "images").iterdir()
    DAMAGES[damage](entry)
    assert pictures.encode(measured, measured.renditions[0], tmp_path) == sound
    assert cache.read(entry) == sound


def test_unreadable_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"not a picture")
    assert pictures.gallery(tmp_path) == {}


def test_two_originals_of_one_stem_stay_apart(tmp_path: Path) -> None:
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")
    Image.new("RGB", (10, 10)).save(tmp_path / "a.jpg")
    names = [rendition.name for measured in pictures.gallery(tmp_path).values() for rendition in measured.renditions]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("form", ["photo.jpg", "photo.png"])
def test_pictures_that_break_off_are_named(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    path = tmp_path / form
    Image.effect_noise((300, 200), 60).convert("RGB").save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    measured = pictures.gallery(tmp_path)[form]
    with pytest.raises(pictures.BrokenPicture) as broken:
        pictures.encode(measured, measured.renditions[0], tmp_path)
    assert broken.value.path == path


def _encoded(image: Image.Image, folder: Path) -> Image.Image:
    image.save(folder / "a.png")
    measured = pictures.gallery(folder)["a.png"]
    return Image.open(io.BytesIO(pictures.encode(measured, measured.renditions[0], folder)))


def test_transparency_stays(tmp_path: Path) -> None:
    image = Image.new("RGBA", (40, 20), (200, 30, 30, 255))
    image.paste((0, 0, 0, 0), (0, 0, 20, 20))
    with _encoded(image, tmp_path) as made:
        assert made.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]
        assert made.convert("RGBA").getpixel((35, 5))[3] == 255  # type: ignore[index]


def test_grey_of_16_bits_is_not_cut_off(tmp_path: Path) -> None:
    with _encoded(Image.new("I;16", (20, 20), 0x8000), tmp_path) as made:
        assert abs(made.convert("L").getpixel((9, 9)) - 128) < 4  # type: ignore[operator]
