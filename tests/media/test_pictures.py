"""Pictures: measured as shown, never wider than they are, published without what hides in them."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile

from generator.checks.pictures import content_problem
from generator.handbook.page import inks
from generator.machine import cache
from generator.media import pictures
from generator.papers import Stock
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
    measured = pictures.gallery(photo.parent, ["photo.jpg"])["photo.jpg"]
    assert (measured.width, measured.height) == (800, 1200)
    assert [rendition.width for rendition in measured.renditions] == [640, 800]


def test_published_files_carry_no_metadata(photo: Path, tmp_path: Path) -> None:
    measured = pictures.gallery(photo.parent, ["photo.jpg"])["photo.jpg"]
    made = pictures.encode(measured, measured.renditions[0], tmp_path)
    with Image.open(io.BytesIO(made)) as image:
        assert image.size == (640, 960)
        assert not image.getexif()
        assert "exif" not in image.info
    assert b"GPS" not in made


def test_the_cache_is_used_and_bytes_are_the_same(photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = pictures.gallery(photo.parent, ["photo.jpg"])["photo.jpg"]
    first = pictures.encode(measured, measured.renditions[0], tmp_path / "one")
    assert pictures.encode(measured, measured.renditions[0], tmp_path / "other") == first
    monkeypatch.setattr(pictures, "_encoded", None)  # nothing is encoded any more
    assert pictures.encode(measured, measured.renditions[0], tmp_path / "one") == first


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_picture_in_the_cache_is_made_again(photo: Path, tmp_path: Path, damage: str) -> None:
    measured = pictures.gallery(photo.parent, ["photo.jpg"])["photo.jpg"]
    sound = pictures.encode(measured, measured.renditions[0], tmp_path)
    (entry,) = (tmp_path / ".cache" / "images").iterdir()
    DAMAGES[damage](entry)
    assert pictures.encode(measured, measured.renditions[0], tmp_path) == sound
    assert cache.read(entry) == sound


def test_unreadable_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"not a picture")
    assert pictures.gallery(tmp_path, ["bad.png", "absent.png"]) == {}


def test_two_originals_of_one_stem_stay_apart(tmp_path: Path) -> None:
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")
    Image.new("RGB", (10, 10)).save(tmp_path / "a.jpg")
    names = [
        rendition.name
        for measured in pictures.gallery(tmp_path, ["a.png", "a.jpg"]).values()
        for rendition in measured.renditions
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("form", ["photo.jpg", "photo.png"])
def test_pictures_that_break_off_are_named(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    path = tmp_path / form
    Image.effect_noise((300, 200), 60).convert("RGB").save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    measured = pictures.gallery(tmp_path, [form])[form]
    with pytest.raises(pictures.BrokenPicture) as broken:
        pictures.encode(measured, measured.renditions[0], tmp_path)
    assert broken.value.path == path


def _encoded(image: Image.Image, folder: Path) -> Image.Image:
    image.save(folder / "a.png")
    measured = pictures.gallery(folder, ["a.png"])["a.png"]
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


# Limits


def _saved(folder: Path, name: str, size: tuple[int, int], mode: str = "RGB", orientation: int = 1) -> Path:
    path = folder / name
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new(mode, size).save(path, exif=exif)
    return path


def _swapped() -> bytes:
    """A profile for which red is blue."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return srgb.replace(b"rXYZ", b"swap").replace(b"bXYZ", b"rXYZ").replace(b"swap", b"bXYZ")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_colours_are_those_of_the_profile(tmp_path: Path, form: str, mode: str) -> None:
    if form == "JPEG":
        mode = "RGB"
    path = tmp_path / f"a.{form.lower()}"
    Image.new("RGB", (40, 40), "#f00").convert(mode).save(path, form, icc_profile=_swapped())
    with Image.open(path) as opened:
        red, _, blue = pictures.plain(opened).convert("RGB").getpixel((20, 20))
    assert (red < 9, blue > 246) == (True, True)


def test_inks_are_shown_as_their_profile_means_them(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    inked = inks.picture(Image.new("RGB", (40, 40), "#336699"), Stock.COATED)
    inked.save(path, quality=95, icc_profile=inks.profile(Stock.COATED))
    with Image.open(path) as opened:
        made = pictures.plain(opened)
    assert max(abs(one - other) for one, other in zip(made.getpixel((20, 20)), (0x33, 0x66, 0x99), strict=True)) < 16


@pytest.mark.parametrize(
    "profile",
    [b"no profile", _swapped()[:16] + b"CMYK" + _swapped()[20:], _swapped()[:200]],
    ids=["none", "of inks", "cut off"],  # profiles have the second in which they are made
)
def test_a_profile_that_means_nothing_changes_nothing(profile: bytes) -> None:
    image = Image.new("RGB", (4, 4), "#f00")
    image.info["icc_profile"] = profile
    assert pictures.plain(image).getpixel((1, 1)) == (255, 0, 0)


def test_a_long_picture_works(tmp_path: Path) -> None:
    path = _saved(tmp_path, "long.png", (1080, 16_500))
    assert content_problem(str(path), path.stat().st_size) is None
    measured = pictures.gallery(tmp_path, ["long.png"])["long.png"]
    assert [rendition.width for rendition in measured.renditions] == [640, 960, 1072]
    for rendition in measured.renditions[::2]:
        with Image.open(io.BytesIO(pictures.encode(measured, rendition, tmp_path))) as made:
            assert made.width == rendition.width
            assert abs(made.height / made.width - 16_500 / 1080) < 0.05


SIDES = st.sampled_from([1, 2, 3, 16_382, 16_383, 16_384, 29_999, 30_000, 30_001, 65_500, 65_501])
MODES = {".png": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"), ".jpg": ("L", "RGB", "CMYK"), ".webp": ("RGB", "RGBA")}


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(MODES)), st.data(), SIDES, st.integers(1, 9), st.booleans(), st.integers(1, 8))
def test_what_the_check_accepts_is_encoded(
    tmp_path: Path, suffix: str, data: st.DataObject, long: int, short: int, upright: bool, orientation: int
) -> None:
    size = (short, long) if upright else (long, short)
    mode = data.draw(st.sampled_from(MODES[suffix]))
    if long > {".webp": 16_383, ".jpg": 65_500}.get(suffix, long):
        return  # no such file
    path = _saved(tmp_path, f"a{suffix}", size, mode, orientation)
    if content_problem(str(path), path.stat().st_size) is None:
        measured = pictures.gallery(tmp_path, [path.name])[path.name]
        assert len({rendition.width for rendition in measured.renditions}) == len(measured.renditions)
        for rendition in measured.renditions:
            with Image.open(io.BytesIO(pictures.encode(measured, rendition, tmp_path))) as made:
                assert made.width == rendition.width
        pictures.republished(path, tmp_path)
    else:
        assert long > 16_383
    path.unlink()


def _header(*fields: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, *fields))
    colours = chunk(b"PLTE", bytes(3)) if fields[1] == 3 else b""
    pixels = chunk(b"IDAT", zlib.compress(bytes(400)))
    return b"\x89PNG\r\n\x1a\n" + head + colours + pixels + chunk(b"IEND", b"")


SELDOM = st.sampled_from([0, 0, 0, 1])


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.tuples(st.integers(0, 17), st.integers(0, 7), SELDOM, SELDOM, st.integers(0, 2)))
@example((8, 2, 0, 0, 1))
def test_headers_that_are_read_by_hand_are_read_by_pillow(tmp_path: Path, header: tuple[int, ...]) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(_header(*header))
    if content_problem(str(path), path.stat().st_size) is None:
        measured = pictures.gallery(tmp_path, ["a.png"])["a.png"]
        pictures.encode(measured, measured.renditions[0], tmp_path)


def test_a_header_with_a_wrong_sum_is_refused(tmp_path: Path) -> None:
    raw = bytearray(_header(8, 2, 0, 0, 0))
    raw[30] ^= 1
    (tmp_path / "a.png").write_bytes(raw)
    assert content_problem(str(tmp_path / "a.png"), len(raw)) is not None


# Pictures that keep their format


@pytest.mark.parametrize("form", ["photo.jpg", "photo.png", "photo.webp"])
def test_own_pictures_are_published_in_their_format_without_what_hides_in_them(tmp_path: Path, form: str) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "SECRET"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path / form
    Image.new("RGB", (30, 20), "#336699").save(path, exif=exif, icc_profile=profile)
    assert b"SECRET" in path.read_bytes()
    made = pictures.republished(path, tmp_path)
    assert b"SECRET" not in made
    assert made == pictures.republished(path, tmp_path / "other")
    with Image.open(io.BytesIO(made)) as after, Image.open(path) as before:
        assert (after.format, after.size) == (before.format, (20, 30))
        assert "icc_profile" not in after.info
        assert not after.getexif()
        assert (
            max(abs(a - b) for a, b in zip(after.convert("RGB").getpixel((9, 9)), (0x33, 0x66, 0x99), strict=True)) < 4
        )


def test_own_pictures_that_break_off_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((300, 200), 60).save(path)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(pictures.BrokenPicture):
        pictures.republished(path, tmp_path)
