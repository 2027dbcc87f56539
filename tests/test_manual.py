"""The examples of the manual for editors pass the check where the manual says that they belong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.project import load

ROOT = Path(__file__).parent.parent
MANUAL = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLE = re.compile(
    r"^(?:文件|目录) `(?P<path>content/[^`]+)`.*?^```markdown\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


def test_the_examples_pass_the_check(tmp_path: Path) -> None:
    for folder in ("content", "branches"):
        (tmp_path / folder).mkdir()
        shutil.copytree(ROOT / folder / "ningxia", tmp_path / folder / "ningxia")
    for name in ("contest.yml", "sectors.yml"):
        shutil.copy(ROOT / "content" / name, tmp_path / "content")
    examples = {match["path"]: match["text"] for match in EXAMPLE.finditer(MANUAL)}
    assert len(examples) == 3
    for name, text in examples.items():
        path = tmp_path / name / "index.md" if name.endswith("/") else tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        for picture in re.findall(r"file: (\S+\.png)", text):
            shutil.copy(
                ROOT / "tests/fixtures/minimal/content/alpha/2026/cases/kiln-heat-map/cover.png", path.parent / picture
            )
    report = load(tmp_path).report
    assert [str(found.to_text()) for found in report.diagnostics] == []
