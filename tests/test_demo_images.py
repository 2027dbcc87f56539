"""The pictures of the demo cases: drawn from their specs, the same every time; mistakes are named."""

import io
import re
from pathlib import Path

import pytest
import yaml
from PIL import Image

from scripts.demo_images.__main__ import ROOT, main
from scripts.demo_images.spec import KIND_KEYS

README = (ROOT / "scripts/demo_images/README.md").read_text("utf-8")
EXAMPLES = [spec for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) for spec in yaml.safe_load(block)]


def draw(folder: Path, *specs: dict) -> int:
    """Write one file of specs and run the command on it."""
    folder.mkdir(exist_ok=True)
    (folder / "2026-samples.yml").write_text(yaml.safe_dump(list(specs), allow_unicode=True), "utf-8")
    return main([], specs=folder, content=folder)


def pictures(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("2026/cases/crane-twin/*.png")}


def test_the_documented_examples_are_drawn_the_same_twice(tmp_path: Path) -> None:
    assert {spec["kind"] for spec in EXAMPLES} == KIND_KEYS.keys()
    for folder in (tmp_path / "one", tmp_path / "two"):
        assert draw(folder, *EXAMPLES) == 0
    drawn = pictures(tmp_path / "one")
    assert drawn == pictures(tmp_path / "two")
    assert drawn.keys() == {spec["file"] for spec in EXAMPLES}
    assert len(set(drawn.values())) == len(EXAMPLES)
    for data in drawn.values():
        assert Image.open(io.BytesIO(data)).size == (1600, 900)


def test_what_is_marked_optional_may_be_left_out(tmp_path: Path) -> None:
    bar, province = (next(spec for spec in EXAMPLES if spec["kind"] == kind) for kind in ("bar", "map"))
    required = {"case", "file", "kind", "title", "labels", "series", "points"}
    assert draw(tmp_path, *({key: spec[key] for key in required & spec.keys()} for spec in (bar, province))) == 0
    assert pictures(tmp_path).keys() == {"bar.png", "map.png"}


def test_only_the_pictures_of_the_named_cases_are_drawn(tmp_path: Path) -> None:
    (tmp_path / "samples.yml").write_text(yaml.safe_dump(EXAMPLES), "utf-8")
    assert main(["2026/other-case"], specs=tmp_path, content=tmp_path) == 0
    assert not pictures(tmp_path)


@pytest.mark.parametrize(
    ("kind", "change", "mistake"),
    [
        ("line", {"kind": "pie"}, "kind “pie” is none of line, bar, flow, map, grid, gauge"),
        ("line", {"colour": "red"}, "unknown: colour"),
        ("line", {"x": ["1月"]}, "series “改造前” has 3 values for 1 names"),
        ("line", {"case": "crane"}, "case must look like 2026/slug, file like cover.png"),
        ("flow", {"layers": []}, "needs either steps or layers"),
        ("map", {"points": [{"name": "远方"}], "links": []}, "point “远方” needs `at`"),
        ("grid", {"values": [[1, 2]]}, "values must have one list per row and one value per column"),
        ("gauge", {"items": None}, "missing: items"),
    ],
)
def test_a_mistake_is_reported_with_file_and_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, change: dict, mistake: str
) -> None:
    right = next(spec for spec in EXAMPLES if spec["kind"] == kind)
    wrong = {key: value for key, value in (right | change).items() if value is not None}
    assert draw(tmp_path, wrong) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"2026-samples.yml, picture 1 ({wrong['case']}/{right['file']}): {mistake}")
    assert not pictures(tmp_path)
