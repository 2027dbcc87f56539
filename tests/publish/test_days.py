"""The contest on three days: what a day hides stands in no byte of what is published, not even beside another build."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests import whole

FIRST, BEFORE, AFTER = date(2026, 6, 15), date(2026, 9, 30), date(2026, 10, 5)
COLOUR = (201, 13, 177)
"""Of the picture of a case that is hidden until the last day; nothing else has it."""

SHOWN = {
    "zqxaward": {BEFORE, AFTER},  # a case that is published with the winners
    "zqxlater": {AFTER},  # its slug, its words and its picture's name
    "zqxnotice": {AFTER},
    "zqxpage": {AFTER},
    "zqxended": {FIRST},
    "zqxdraft": set[date](),
    "zqxloose": set[date](),  # a file in a case's folder that its text does not name
}
"""Words that stand in one record each, in its name and in its text, and the days on which readers may see it."""


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records of every kind that hides, each with a word of its own; built once for each day."""
    return whole.once(tmp_path_factory, "days", lambda folder: _build(folder, tmp_path_factory)) / "contest"


def _build(folder: Path, factory: pytest.TempPathFactory) -> None:
    folder.mkdir()
    made = whole.warm(whole.lay(folder / "contest"), factory)
    edition = made / "content/alpha/2026"
    night_bus, later = edition / "cases/night-bus", edition / "cases/zqxlater-bus"
    night_bus.rename(later)
    _edit(later, "publish_at: 2026-08-20", "publish_at: 2026-10-02\nimages: [{file: zqxlater.png, alt: 车站zqxlater}]")
    _edit(later, "夜班车", "夜班车zqxlater")
    Image.new("RGB", (480, 320), COLOUR).save(later / "zqxlater.png")
    _edit(edition / "cases/kiln-heat-map", "窑温一张图", "窑温zqxaward")
    _write(edition / "cases/zqxdraft/index.md", (later / "index.md").read_text("utf-8"))
    _edit(edition / "cases/zqxdraft", "publish_at: 2026-10-02", "draft: true")
    _edit(edition / "cases/zqxdraft", "zqxlater", "zqxdraft")
    Image.new("RGB", (480, 320), COLOUR).save(edition / "cases/zqxdraft/zqxdraft.png")
    (edition / "cases/leaf-tally/zqxloose.txt").write_text("zqxloose", "utf-8")
    notice = "---\ntitle: {0}\ndate: 2026-06-10\n{1}\n---\n{0}{2}\n"
    link = "见[夜班车](record:cases/zqxlater-bus)"
    _write(edition / "notices/2026-06-10-zqxnotice.md", notice.format("zqxnotice", "publish_at: 2026-10-02", link))
    _write(edition / "notices/2026-06-10-zqxended.md", notice.format("zqxended", "expire_at: 2026-09-01", ""))
    _write(edition / "pages/zqxpage.md", "---\ntitle: zqxpage\nnav: true\npublish_at: 2026-10-02\n---\nzqxpage\n")
    for day in (FIRST, BEFORE, AFTER):
        whole.make(made, day, folder / f"{day}")


def _edit(case: Path, old: str, new: str) -> None:
    text = (case / "index.md").read_text("utf-8")
    assert old in text
    (case / "index.md").write_text(text.replace(old, new), "utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_what_a_day_hides_is_in_no_byte(contest: Path) -> None:
    """A word is on exactly the days it should be: so it is also shown that each would have been found."""
    found = {day: _words(contest.parent / f"{day}") for day in (FIRST, BEFORE, AFTER)}
    assert {word: {day for day, words in found.items() if word in words} for word in SHOWN} == SHOWN


def test_a_hidden_picture_is_drawn_nowhere(contest: Path) -> None:
    drawn = {day: set(_with_colour(contest.parent / f"{day}")) for day in (FIRST, BEFORE, AFTER)}
    assert drawn[FIRST] == drawn[BEFORE] == set()
    assert {Path(name).suffix for name in drawn[AFTER]} == {".jpg", ".webp", ".pdf"}


def test_a_build_at_every_step_of_another(contest: Path, tmp_path: Path) -> None:
    """Where the public build stands between two steps, the build of a later day runs from its beginning to its end."""
    steps: list[str] = []

    def meanwhile(step: str, done: int, *_: object) -> None:
        name = step.partition("：")[0]  # of all books only the first
        if done == 0 and name not in {"读取内容", *steps}:
            whole.make(contest, AFTER, tmp_path / "later")
            steps.append(name)

    whole.make(contest, BEFORE, tmp_path / "public", progress=meanwhile)
    assert steps == ["排印手册", "生成网页", "导出数据", "核对链接", "发布"]
    assert whole.contents(tmp_path / "public") == whole.contents(contest.parent / f"{BEFORE}")
    assert whole.contents(tmp_path / "later") == whole.contents(contest.parent / f"{AFTER}")


# What stands in a site


def _words(site: Path) -> set[str]:
    """Which of the words stand in names or in bytes, those within books unpacked."""
    everything = b"\n".join(piece for name, data in whole.contents(site).items() for piece in _pieces(name, data))
    return {word for word in SHOWN if word.encode() in everything}


def _pieces(name: str, data: bytes) -> Iterator[bytes]:
    yield name.encode()
    yield data
    if name.endswith(".pdf"):
        yield from _streams(data)
        yield "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)).encode()


def _streams(data: bytes) -> Iterator[bytes]:
    """Every object of a book: streams unpacked, texts as UTF-8."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                yield _unpacked(each)
            yield each.unparse()
            yield from (str(text).encode() for text in _texts(each))


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, zlib.error):  # a picture
        return stream.read_raw_bytes()


def _texts(each: object) -> Iterator[pikepdf.String]:
    """The texts of an object, without those of objects that it refers to."""
    if isinstance(each, pikepdf.String):
        yield each
        return
    inner = each if isinstance(each, pikepdf.Array) else each.values() if isinstance(each, pikepdf.Dictionary) else ()
    for item in inner:
        if not getattr(item, "is_indirect", False):
            yield from _texts(item)


def _with_colour(site: Path) -> Iterator[str]:
    """The pictures of a site, and its books with pictures, in which the hidden colour is drawn."""
    for name, data in whole.contents(site).items():
        if any(_near(image) for image in _pictures(name, data)):
            yield name


def _pictures(name: str, data: bytes) -> Iterator[Image.Image]:
    if name.endswith((".webp", ".png", ".jpg")):
        yield Image.open(io.BytesIO(data))
    elif name.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for each in pdf.objects:
                if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image":
                    yield pikepdf.PdfImage(each).as_pil_image()


def _near(image: Image.Image) -> bool:
    """Whether a hundredth of a picture has the colour."""
    bands = image.convert("RGB").resize((20, 20), Image.Resampling.NEAREST).split()
    pixels = zip(*(band.tobytes() for band in bands), strict=True)
    near = sum(all(abs(a - b) <= 12 for a, b in zip(pixel, COLOUR, strict=True)) for pixel in pixels)
    return near >= 4
