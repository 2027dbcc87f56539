"""Personal data of every kind in many writings is found; figures, numbers and offices are left alone."""

from __future__ import annotations

import io
import re
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from PIL import ExifTags, Image, ImageFile
from PIL.PngImagePlugin import PngInfo
from weasyprint import HTML

from generator.model import EditionId
from generator.privacy import personal
from generator.project import load
from tests.notices.reading import FOLDER
from tests.privacy.persons import OTHERS, planted, say


def test_planted_data_is_found() -> None:
    items = list(planted(Random(20260601)))
    missed = [(kind, text) for kind, text in items if not any(kind in each.message for each in personal.find(text))]
    counts, lost = Counter(kind for kind, _ in items), Counter(kind for kind, _ in missed)
    assert len(items) >= 400
    assert not missed, ({kind: f"{count - lost[kind]}/{count}" for kind, count in counts.items()}, missed)


def test_ten_thousand_other_sentences_are_left_alone() -> None:
    random = Random(20260602)
    for number in range(10_000):
        sentence = say(random, OTHERS[number % len(OTHERS)])
        alarms = [found.message for found in personal.find(sentence)]
        assert not alarms, (sentence, alarms)


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "电话13800138000。",
        "138-0013-8000",
        "138 0013 8000",
        "138.0013.8000",
        "+86 13800138000",
        "(+86)138-0013-8000",
        "8613800138000",
        "１３８００１３８０００",
        "138\u00a00013\u00a08000",
        "13800138000@mail.example",
        "tel:13800138000",
        "110105194912310 02X".replace(" ", ""),
        "身份证110105 19491231 002x",
    ],
)
def test_private_numbers_are_found(text: str) -> None:
    assert len(list(personal.find(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "024-83988827",
        "甲数发〔2026〕13800138000001号",
        "编号 2026-13800138000",
        "https://a.example/13800138000.html",
        "https://a.example/t20260613_13800138000.html",
        "DL13800138000",
        "13800138000.5",
        "产值15000000000元",
        "12345678901",
        "公安备案 11010502030143 号",
        "110105194912310021",  # the check digit is wrong
        "110105194913310025",  # there is no thirteenth month
        "2026-06-01 2026-06-30",
        "统一社会信用代码 91110000802100433B",
        "1.3 8001 3800 0",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(personal.find(text)) == []


def test_private_numbers_are_not_repeated_in_messages() -> None:
    for number in ("13800138000", "11010519491231002X"):
        (found,) = personal.find(number)
        assert number[8:] not in found.message


def test_real_content_has_no_alarm() -> None:
    report = load(Path(__file__).parents[2]).report
    assert [found for found in report.diagnostics if found.code in ("private-data", "unused-exception")] == []


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the notices (../shared/notices) are not beside the repository")
def test_notices_name_only_people_who_answer_the_telephone() -> None:
    """The notices themselves list mobiles and people beside telephones; nothing else in them is taken for such."""
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for found in personal.find(text):
            line = text[text.rfind("\n", 0, found.offset) + 1 : text.find("\n", found.offset)]
            assert found.message.startswith(("出现手机号码", "出现个人姓名")), found.message
            assert _TELEPHONE.search(line), found.message


_TELEPHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}[-—]+\d{8}|0\d{3}-\d{7}")

HOSTILE = (
    "1 " * 100_000,
    "13" * 100_000,
    "1\u200b" * 100_000,
    "一" * 200_000,
    "联系人：" * 50_000,
    "联系人" + " " * 200_000 + "张三",
    "a" * 200_000,
    "a@" * 100_000,
    "a." * 100_000,
    "微信" * 100_000,
    "QQ " * 66_000,
    "家住" + "路1" * 100_000,
    "粤B" * 100_000,
    "李老师" * 66_000,
    "62220212345678901 " * 11_000,
    "<b" * 100_000,
    "&#49;" * 40_000,
    "护照E1" * 50_000,
    "13800138000 " * 16_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:9]))
def test_reading_takes_time_with_the_length(text: str) -> None:
    def cost(part: str) -> float:
        start = time.process_time()
        list(personal.find(part))
        return time.process_time() - start

    assert cost(text) < 6


# Where it stands

CASE = "content/alpha/2026/cases/kiln-heat-map"
Codes = list[tuple[str, str, str]]


def found(contest: Path) -> Codes:
    """Code, path and message of everything found."""
    return [(each.code, each.at.path, each.message) for each in load(contest).report.diagnostics]


def write(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def except_for(path: Path, *texts: str) -> None:
    """Give the file an exception for each text."""
    entries = "".join(f'  - {{text: "{text}", reason: 本人书面同意}}\n' for text in texts)
    front = path.suffix == ".md"
    text = path.read_text(encoding="utf-8")
    head = "---\n" if front else ""
    path.write_text(f"{head}allow_personal:\n{entries}{text.removeprefix(head)}", encoding="utf-8")


def content_files(root: Path) -> list[Path]:
    return sorted([*root.glob("content/**/*.yml"), *root.glob("content/**/*.md"), *root.glob("branches/*/branch.yml")])


def test_every_kind_of_file_takes_exceptions(contest: Path) -> None:
    for path in content_files(contest):
        except_for(path, "13800138000")
    told = found(contest)
    assert {code for code, _, _ in told} == {"unused-exception"}
    assert sorted(path for _, path, _ in told) == [
        path.relative_to(contest).as_posix() for path in content_files(contest)
    ]


def test_an_exception_covers_its_text_in_any_writing(contest: Path) -> None:
    page = contest / "content/alpha/2026/pages/about.md"
    write(page, "或者写信给", "或者打 138-0013-8000，联系人：李建国，找王先生（幺三九零零幺三九零零零），写信给")
    except_for(page, "13800138000", "联系人：李建国", "王", "幺三九零零幺三九零零零")
    assert found(contest) == []


@pytest.mark.parametrize("written", ["13800138001", "1380013", "李"])
def test_an_exception_covers_nothing_else(contest: Path, written: str) -> None:
    page = contest / "content/alpha/2026/pages/about.md"
    write(page, "或者写信给", "或者打 13800138000，写信给")
    except_for(page, written)
    assert sorted(code for code, _, _ in found(contest)) == ["private-data", "unused-exception"]


def test_exceptions_are_neither_exported_nor_shown(contest: Path) -> None:
    edition = contest / "content/alpha/2026/edition.yml"
    except_for(edition, "13800138000")
    catalog = load(contest).catalog
    assert catalog is not None
    record = catalog.editions[EditionId("alpha/2026")]
    assert record.allow_personal[0].text == "13800138000"
    assert "13800138000" not in record.model_dump_json() + repr(record)


@pytest.mark.parametrize("value", ["allow_personal: 1", "allow_personal: [1, {text: x}]", "allow_personal: {text: x}"])
def test_malformed_exceptions_are_told(contest: Path, value: str) -> None:
    write(contest / "content/alpha/2026/timeline.yml", "phases:", f"{value}\nphases:")
    codes = {code for code, _, _ in found(contest)}
    assert codes & {"wrong-type", "missing-key"}


METADATA = "拍摄者 13800138000"


def png(after_pixels: bool = False, **texts: str) -> bytes:
    """A picture with texts, before or behind its pixels."""
    info = PngInfo()
    for key, text in texts.items():
        info.add_itxt(key, text, zip=True)
    data = io.BytesIO()
    Image.new("RGB", (48, 48)).save(data, "PNG", pnginfo=info)
    if not after_pixels:
        return data.getvalue()
    chunks = re.split(rb"(?=.{4}(?:iTXt|IDAT|IEND))", data.getvalue(), flags=re.DOTALL)
    assert len(chunks) == 4
    return chunks[0] + chunks[2] + chunks[1] + chunks[3]


def jpeg(form: str = "JPEG", comment: str = "", artist: str = "", xmp: str = "") -> bytes:
    exif = Image.Exif()
    if artist:
        exif[ExifTags.Base.Artist] = artist.encode()
    data = io.BytesIO()
    more = {"comment": comment.encode()} if comment else {}
    Image.new("RGB", (48, 48)).save(data, form, exif=exif, **more, **({"xmp": xmp.encode()} if xmp else {}))
    return data.getvalue()


XMP = (
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    "<dc:creator><rdf:Seq><rdf:li>欧阳建国</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (png(Comment=METADATA), "文件属性里出现手机号码 138********"),
        (png(Author="李建国"), "文件属性里出现个人姓名 李**"),
        (png(after_pixels=True, Comment=METADATA), "文件属性里出现手机号码 138********"),
        (jpeg(comment=METADATA), "文件属性里出现手机号码 138********"),
        (jpeg(artist="李建国"), "文件属性里出现个人姓名 李**"),
        (jpeg(artist="13800138000"), "文件属性里出现手机号码 138********"),
        (jpeg(xmp=XMP), "文件属性里出现个人姓名 欧***"),
        (jpeg("WEBP", xmp=XMP), "文件属性里出现个人姓名 欧***"),
    ],
)
@pytest.mark.parametrize("truncated", [False, True], ids=["alone", "as WeasyPrint leaves Pillow"])
def test_metadata_of_pictures_is_read(
    contest: Path, data: bytes, message: str, truncated: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", truncated)
    picture = contest / CASE / "cover.png"
    picture.write_bytes(data)
    assert ("private-data", f"{CASE}/cover.png", message) in found(contest)
    except_for(contest / CASE / "index.md", "13800138000", "联系人：李建国", "欧阳建国")
    assert [code for code, _, _ in found(contest) if code != "unused-exception"] == []


@pytest.mark.parametrize(
    "data", [b"", png()[:50], b"\x89PNG\r\n\x1a\n" + b"tEXt" * 99, b"\xff\xd8\xff\xfe\xff\xffExif\0\0"]
)
def test_broken_pictures_have_no_metadata(contest: Path, data: bytes) -> None:
    (contest / CASE / "cover.png").write_bytes(data)
    assert {code for code, _, _ in found(contest)} == {"broken-image"}


@pytest.mark.parametrize("name", ["13800138000.png", "zhang_138-0013-8000.png", "联系人-李建国.png"])
def test_names_of_pictures_are_read(contest: Path, name: str) -> None:
    (contest / CASE / name).write_bytes(png())
    messages = [
        message for code, path, message in found(contest) if code == "private-data" and path == f"{CASE}/{name}"
    ]
    assert len(messages) == 1
    assert messages[0].startswith("文件名里出现")


def test_names_of_content_files_are_read(contest: Path) -> None:
    (contest / CASE).rename(contest / "content/alpha/2026/cases/kiln-13800138000")
    pages = contest / "content/alpha/2026/pages"
    (pages / "about.md").rename(pages / "about-13900139000.md")
    told = [(path.rsplit("/", 2)[-2:], message) for code, path, message in found(contest) if code == "private-data"]
    assert told == [
        (["kiln-13800138000", "index.md"], "文件名里出现手机号码 138********"),
        (["pages", "about-13900139000.md"], "文件名里出现手机号码 139********"),
    ]


def pdf(path: Path, text: str, author: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f'<meta name="author" content="{author}">' if author else ""
    HTML(string=f"<html><head>{head}</head><body><p>{text}</p></body></html>").write_pdf(path)


def test_attachments_are_read(contest: Path) -> None:
    assets = contest / "branches/alpha/assets"
    pdf(assets / "form.pdf", "报名表<br>电话 13800138000", author="李建国")
    pdf(assets / "plain.pdf", "报名表，电话 0755-82345678", author="甲州省数据局")
    assert found(contest) == [
        ("private-data", "branches/alpha/assets/form.pdf", "文件属性里出现个人姓名 李**"),
        ("private-data", "branches/alpha/assets/form.pdf", "第 1 页里出现手机号码 138********"),
    ]
    except_for(contest / "branches/alpha/branch.yml", "李建国", "13800138000")
    assert found(contest) == []


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\nstartxref\n9\n%%EOF"]
)
def test_a_broken_attachment_is_told(contest: Path, data: bytes) -> None:
    path = contest / "branches/alpha/assets/form.PDF"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    assert [code for code, _, _ in found(contest)] == ["unread-file"]


def test_labels_lead_to_figures(contest: Path) -> None:
    values = {"联系电话": 13800138000, "调用量": 13900139000, "覆盖面": 13700137000, "联系面": 0.5}
    metrics = "[" + ", ".join(f"{{label: {label}, value: {value}}}" for label, value in values.items()) + "]"
    write(contest / "content/alpha/2026/cases/night-bus/index.md", "demo: true", f"demo: true\nmetrics: {metrics}")
    assert [message for code, _, message in found(contest) if code == "private-data"] == ["出现手机号码 138********"]


@pytest.mark.parametrize(("length", "told"), [(19, ["出现个人姓名 李**"]), (20, []), (21, [])])
def test_short_heads_of_columns_lead_to_cells(contest: Path, length: int, told: list[str]) -> None:
    """Also where rows have fewer or more cells than the head."""
    head = "项" * (length - 3) + "联系人"
    table = f"| 单位 | {head} |\n| --- | --- |\n| 甲 |\n| 乙 | 李建国 | 丙 |\n"
    write(contest / "content/alpha/2026/pages/about.md", "## 怎样参加", f"{table}\n## 怎样参加")
    assert [message for code, _, message in found(contest) if code == "private-data"] == told


@pytest.mark.parametrize("way", ["phone: 0999-1234567", "email: office@example.org"])
def test_who_can_be_reached_is_no_person(contest: Path, way: str) -> None:
    edition = contest / "content/alpha/2026/edition.yml"
    write(edition, "contacts:\n", f"contacts:\n  - {{role: 李建国, {way}}}\n")
    assert [message for code, _, message in found(contest) if code == "private-data"] == ["出现个人姓名 李**"]
